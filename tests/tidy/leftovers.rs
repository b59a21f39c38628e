//! What somebody meant to come back to, and what only works on one machine.

use crate::layers::starts_a_word;
use crate::tree::SourceFile;
use crate::violation::Violation;

const PROMISES: &[&str] = &["TODO", "FIXME", "XXX", "HACK", "todo!(", "unimplemented!(", "dbg!("];
const SKIPS: &[&str] =
    &["#[ignore", "#[should_panic", ".skip(", ".only(", ".todo(", "skip: true", "only: true"];
const SLEEPS: &[&str] =
    &["waitForTimeout(", "thread::sleep(", "setTimeout(resolve", "setTimeout(r,", "retries:"];
const MACHINE_PATHS: &[&str] = &["/work/", "/root/", "/home/", "/Users/", "/tmp/"];

/// Looks at every line of every file, except at this folder's own lists.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if file.is_generated() || file.is_in("tests/tidy") {
        return Vec::new();
    }
    let mut violations = Vec::new();
    for (number, line) in file.lines() {
        let mut found = |what: String, remedy| violations.push(Violation::new(file, number, what, remedy));
        if line.ends_with([' ', '\t', '\r']) {
            found("space at the end of a line".to_owned(), "remove it");
        }
        if let Some(word) = PROMISES.iter().find(|word| starts_a_word(line, word)) {
            found(format!("{word} promises later work"), "do it, or open an issue");
        }
        if let Some(path) = MACHINE_PATHS.iter().find(|path| is_machine_path(line, path)) {
            found(
                format!("{path} exists on one machine only"),
                "use a path of the tree, or ask the system for one",
            );
        }
        if file.is_code()
            && let Some(word) = SKIPS.iter().find(|word| is_skip(file, line, word))
        {
            found(format!("{word} hides a test"), "run it, or delete it");
        }
        if file.is_in("tests")
            && let Some(word) = SLEEPS.iter().find(|word| line.contains(*word))
        {
            found(format!("{word} makes a test wait for luck"), "await the event that it waits for");
        }
    }
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        let last = file.text.lines().count();
        violations.push(Violation::new(file, last, "no line end at the end of the file", "add one"));
    }
    violations
}

/// Iterators also skip, so in Rust only attributes are looked for.
fn is_skip(file: &SourceFile, line: &str, word: &str) -> bool {
    line.contains(word) && (word.starts_with("#[") || (file.is_script() && file.is_in("tests")))
}

/// A path of that kind, not the middle of an address such as `https://example.com/home/`.
fn is_machine_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| matches!(c, ' ' | '"' | '\'' | '`' | '(' | '='))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn violations(path: &str, text: &str) -> usize {
        check(&SourceFile::planted(path, text)).len()
    }

    #[test]
    fn leftovers_are_found() {
        for promise in PROMISES {
            assert_eq!(violations("src/a.rs", &format!("    // {promise} later\n")), 1, "{promise}");
        }
        for skip in SKIPS {
            assert_eq!(violations("tests/e2e/x.test.mjs", &format!("test{skip}\n")), 1, "{skip}");
        }
        for sleep in SLEEPS {
            assert_eq!(violations("tests/e2e/x.test.mjs", &format!("await {sleep}5)\n")), 1, "{sleep}");
        }
        for path in MACHINE_PATHS {
            assert_eq!(violations("README.md", &format!("see `{path}me`\n")), 1, "{path}");
        }
        assert_eq!(violations("README.md", "a line \n"), 1);
        assert_eq!(violations("README.md", "a line\r\n"), 1);
        assert_eq!(violations("README.md", "a line"), 1);
    }

    #[test]
    fn honest_lines_are_left_alone() {
        assert_eq!(violations("src/a.rs", "let rest = lines.skip(1);\n"), 0);
        assert_eq!(violations("README.md", "https://x.com/home/\n"), 0);
        assert_eq!(violations("README.md", ""), 0);
    }
}
