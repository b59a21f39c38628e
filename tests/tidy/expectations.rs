//! A lint that is silenced says why, and speaks up again once there is nothing left to silence.

use crate::tree::SourceFile;
use crate::violation::Violation;

/// Looks at the lint attributes of Rust files.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if file.extension() != "rs" || file.is_in("tests/tidy") {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for (number, line) in file.code_lines() {
        let attribute = line.trim_start();
        if attribute.starts_with("#[allow(") || attribute.starts_with("#![allow(") {
            let remedy = "write expect, which complains when it is no longer needed";
            violations.push(Violation::new(file, number, "allow silences a lint for good", remedy));
        }
        if attribute.starts_with("#[expect(") || attribute.starts_with("#![expect(") {
            let rest = file.text.lines().skip(number - 1).collect::<Vec<_>>().join("\n");
            let whole = rest.split_once(")]").map_or(rest.as_str(), |(attribute, _)| attribute);
            if !whole.contains("reason = ") {
                let remedy = "add reason = \"…\"";
                violations.push(Violation::new(file, number, "a lint is silenced without a reason", remedy));
            }
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
        assert_eq!(violations("#[expect(\n    dead_code,\n    reason = \"only tests use it\"\n)]"), 0);
    }
}
