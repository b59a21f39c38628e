//! A lint that is silenced says why.

use crate::tree::SourceFile;
use crate::violation::Violation;

const SILENCERS: &[&str] = &["#[allow(", "#![allow(", "#[expect(", "#![expect("];

/// Looks at the lint attributes of Rust files.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if file.extension() != "rs" || file.is_in("tests/tidy") {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for (number, line) in file.code_lines() {
        let attribute = line.trim_start();
        if !SILENCERS.iter().any(|silencer| attribute.starts_with(silencer)) {
            continue;
        }
        let rest = file.text.lines().skip(number - 1).collect::<Vec<_>>().join("\n");
        let whole = rest.split_once(")]").map_or(rest.as_str(), |(attribute, _)| attribute);
        if !whole.contains("reason = ") {
            let remedy = "add reason = \"…\", and prefer expect, which speaks up once it is not needed";
            violations.push(Violation::new(file, number, "a lint is silenced without a reason", remedy));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(text: &str) -> usize {
        check(&SourceFile::planted("src/a.rs", text)).len()
    }

    #[test]
    fn silence_without_a_reason_is_found() {
        assert_eq!(violations("#[allow(dead_code)]"), 1);
        assert_eq!(violations("#[expect(dead_code)]\nfn f() {} // reason = none"), 1);
        assert_eq!(violations("#![allow(unused, reason = \"depends on the rules\")]"), 0);
        assert_eq!(violations("#[expect(\n    dead_code,\n    reason = \"only tests use it\"\n)]"), 0);
    }
}
