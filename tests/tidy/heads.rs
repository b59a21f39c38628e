//! Every source file opens with a comment that says what the room is for.

use crate::tree::SourceFile;
use crate::violation::Violation;

/// Looks at the first words of a file.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if !file.is_code() || opens_with_a_comment(file) {
        return Vec::new();
    }
    vec![Violation::new(file, 1, "opens without saying what it is for", remedy(file))]
}

fn opens_with_a_comment(file: &SourceFile) -> bool {
    if file.extension() == "html" {
        return file.text.lines().take(3).any(|line| line.trim_start().starts_with("<!-- "));
    }
    let text = match file.text.split_once('\n') {
        Some((first, rest)) if first.starts_with("#!/") || first.eq_ignore_ascii_case("<!doctype html>") => {
            rest
        }
        _ => &file.text,
    };
    let text = text.trim_start();
    let marks: &[&str] = match file.extension() {
        "rs" => &["//! "],
        "sh" => &["# "],
        "css" => &["/* ", "/** ", "/*\n"],
        _ => &["// ", "/* ", "/** ", "/**\n"],
    };
    marks.iter().any(|mark| text.starts_with(mark))
}

fn remedy(file: &SourceFile) -> &'static str {
    match file.extension() {
        "rs" => "begin with a //! line",
        "sh" => "begin with a # line below the #! line",
        "html" => "put a <!-- comment --> in the first three lines",
        _ => "begin with a comment",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(path: &str, text: &str) -> usize {
        check(&SourceFile::planted(path, text)).len()
    }

    #[test]
    fn a_missing_head_is_found() {
        assert_eq!(violations("src/a.rs", "use std::fmt;"), 1);
        assert_eq!(violations("src/a.rs", "// not the module's own comment\n"), 1);
        assert_eq!(violations("a.sh", "#!/bin/sh\nset -e\n"), 1);
        assert_eq!(violations("a.html", "<!doctype html>\n<p></p>"), 1);
        assert_eq!(violations("a.ts", "import x from \"y\";"), 1);
    }

    #[test]
    fn a_head_is_accepted() {
        assert_eq!(violations("src/a.rs", "//! Counts.\n"), 0);
        assert_eq!(violations("a.sh", "#!/bin/sh\n# Counts.\n"), 0);
        assert_eq!(violations("a.html", "<!doctype html>\n<!-- Counts. -->"), 0);
        assert_eq!(violations("a.ts", "// Counts.\n"), 0);
        assert_eq!(violations("a.css", "/* Counts. */"), 0);
    }
}
