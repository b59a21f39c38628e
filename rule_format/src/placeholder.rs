//! The words that fixes and templates leave open until the office and the country are known.

/// What may stand in braces.
const PLACEHOLDERS: [&str; 8] = [
    "{office}",
    "{office_phone}",
    "{contact}",
    "{practice}",
    "{emergency}",
    "{crisis_line}",
    "{call_crisis_line}",
    "{urgent_help}",
];

/// What is wrong with the placeholders of a text, if anything.
pub(crate) fn placeholder_fault(text: &str) -> Option<String> {
    let mut rest = text.to_owned();
    for known in PLACEHOLDERS {
        rest = rest.replace(known, "");
    }
    rest.contains(['{', '}'])
        .then(|| format!("holds an unknown placeholder; use one of {}", PLACEHOLDERS.join(" ")))
}
