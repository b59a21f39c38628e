//! A name says what a thing is; a drawer for odds and ends says nothing.

use crate::tree::SourceFile;
use crate::violation::Violation;

const DRAWERS: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "service", "services",
    "stuff",
];
const EMPTY_ENDINGS: &[&str] = &["Manager", "Helper", "Helpers", "Util", "Utils", "Service"];
const TYPE_WORDS: &[&str] = &["struct ", "enum ", "trait ", "class ", "interface ", "type "];

/// Looks at the path and at the types declared.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    const REMEDY: &str = "name it after the one thing it is";
    let mut violations = Vec::new();
    // Files of data are named after the words they hold.
    if !file.is_code() {
        return violations;
    }
    for part in file.path.split(['/', '.', '_', '-']) {
        if DRAWERS.contains(&part.to_ascii_lowercase().as_str()) {
            violations.push(Violation::new(file, 1, format!("{part:?} in a path names a drawer"), REMEDY));
        }
    }
    for (number, line) in file.code_lines() {
        if let Some(name) = declared(line).filter(|name| EMPTY_ENDINGS.iter().any(|end| name.ends_with(end)))
        {
            violations.push(Violation::new(file, number, format!("{name} names no thing"), REMEDY));
        }
    }
    violations
}

fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
    let line = line.trim_start_matches("pub ").trim_start_matches("export ").trim_start_matches("default ");
    let rest = TYPE_WORDS.iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(path: &str, text: &str) -> usize {
        check(&SourceFile::planted(path, text)).len()
    }

    #[test]
    fn drawers_are_found() {
        assert_eq!(violations("src/engine/utils.rs", ""), 1);
        assert_eq!(violations("extension/content/dom-helpers.ts", ""), 1);
        assert_eq!(violations("src/a.rs", "pub(crate) struct SessionManager {"), 1);
        assert_eq!(violations("extension/a.ts", "export class EditorHelper {"), 1);
        assert_eq!(violations("src/a.rs", "pub struct Composer;"), 0);
        assert_eq!(violations("lexicons/service-verb.txt", ""), 0);
    }
}
