//! A file is read in one sitting.

use crate::tree::SourceFile;
use crate::violation::Violation;

const LONGEST: usize = 400;
/// The loader starts the program and must stay too short to hide anything.
const LONGEST_LOADER: usize = 24;

/// Counts a file's lines.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    if !file.is_code() || file.is_generated() {
        return Vec::new();
    }
    let longest = if file.path == "extension/background.js" { LONGEST_LOADER } else { LONGEST };
    let lines = file.text.lines().count();
    if lines <= longest {
        return Vec::new();
    }
    let what = format!("{lines} lines, {longest} allowed");
    vec![Violation::new(file, lines, what, "split it by noun, one main type a file")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_unless_a_machine_wrote_it() {
        let violations = |path: &str, lines| check(&SourceFile::planted(path, &"x\n".repeat(lines))).len();
        assert_eq!(violations("src/a.rs", 401), 1);
        assert_eq!(violations("src/a.rs", 400), 0);
        assert_eq!(violations("extension/background.js", 25), 1);
        assert_eq!(violations("extension/content/messages.ts", 900), 0);
        assert_eq!(violations("lexicons/given-names.txt", 5000), 0);
    }
}
