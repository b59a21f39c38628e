//! The user interface reads from right to left where the language does: its styles name starts and ends, not sides.

use crate::layers::starts_a_word;
use crate::tree::SourceFile;
use crate::violation::Violation;

/// What names a side of the line, and what to write instead. `left` and `top` that a script computes are places on
/// screen and stand in no style sheet.
const SIDES: &[(&str, &str)] = &[
    ("margin-left:", "write margin-inline-start"),
    ("margin-right:", "write margin-inline-end"),
    ("padding-left:", "write padding-inline-start"),
    ("padding-right:", "write padding-inline-end"),
    ("border-left:", "write border-inline-start"),
    ("border-right:", "write border-inline-end"),
    ("text-align: left", "write text-align: start"),
    ("text-align: right", "write text-align: end"),
    ("float:", "write a grid or a flex box"),
];

/// Searches the style sheets of the pages and the one that the content script adopts.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    let is_sheet = file.is_in("extension") && (file.extension() == "css" || file.path.ends_with("/theme.ts"));
    if !is_sheet {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for (number, line) in file.code_lines() {
        for (side, remedy) in SIDES.iter().filter(|(side, _)| starts_a_word(line, side)) {
            let what = format!("names a side of the line: {side}");
            violations.push(Violation::new(file, number, what, remedy));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_found_in_a_style_sheet_and_nowhere_else() {
        let violations = |path: &str, text: &str| check(&SourceFile::planted(path, text)).len();
        for (side, _) in SIDES {
            assert_eq!(violations("extension/popup/popup.css", &format!("  {side} 8px;")), 1, "{side}");
            assert_eq!(
                violations("extension/content/theme.ts", &format!(".a {{ {side} 8px; }}")),
                1,
                "{side}"
            );
        }
        assert_eq!(violations("extension/popup/popup.css", "  margin-inline-start: 8px;"), 0);
        assert_eq!(violations("tests/e2e/fixtures/x/page.css", "  float: left;"), 0);
    }
}
