//! The build reads whole folders, so a file in the wrong folder or with the wrong ending would silently count for nothing.

use crate::tree::SourceFile;
use crate::violation::Violation;

const FAMILIES: &[&str] = &["patient", "advice", "boundaries", "recording", "claims"];

/// Looks at the folders of data.
pub(crate) fn check(file: &SourceFile) -> Vec<Violation> {
    let parts: Vec<&str> = file.path.split('/').collect();
    let is_read = match parts.as_slice() {
        ["rules" | "identifiers" | "lexicons" | "sites", "README.md"]
        | ["rules", "sources.toml" | "templates.toml" | "languages.toml"] => true,
        ["rules", family, _] => FAMILIES.contains(family) && file.extension() == "toml",
        ["identifiers", _] => file.extension() == "toml",
        // The build itself refuses a folder that is no language's.
        ["lexicons", _] | ["lexicons", _, _] => file.extension() == "txt",
        ["sites", _] => file.extension() == "json",
        ["coach", "README.md" | "states.json"] => true,
        ["coach", _] => file.extension() == "txt",
        ["rules" | "identifiers" | "lexicons" | "sites", ..] => false,
        _ => true,
    };
    if is_read {
        return Vec::new();
    }
    vec![Violation::new(
        file,
        1,
        "nothing reads this file",
        "move it, or give it the ending of its neighbors",
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_nothing_reads_is_found() {
        let violations = |path: &str| check(&SourceFile::planted(path, "")).len();
        assert_eq!(violations("rules/patients/named-patient.toml"), 1);
        assert_eq!(violations("rules/named-patient.toml"), 1);
        assert_eq!(violations("rules/patient/named-patient.yaml"), 1);
        assert_eq!(violations("lexicons/drugs.text"), 1);
        assert_eq!(violations("lexicons/es/drugs.text"), 1);
        assert_eq!(violations("lexicons/es/more/drugs.txt"), 1);
        assert_eq!(violations("sites/x/x.json"), 1);
        assert_eq!(violations("lexicons/es/drugs.txt"), 0);
        assert_eq!(violations("rules/patient/named-patient.toml"), 0);
        assert_eq!(violations("rules/sources.toml"), 0);
        assert_eq!(violations("rules/templates.toml"), 0);
        assert_eq!(violations("lexicons/README.md"), 0);
    }
}
