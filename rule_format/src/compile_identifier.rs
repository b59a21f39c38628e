//! Checks an identifier file and measures its shapes.

use regex_syntax::ParserBuilder;

use crate::Example;
use crate::identifier_file::IdentifierFile;
use crate::lexicon::unfold;

/// The signals that a number can give.
const SIGNALS: [&str; 3] = ["identifier", "phone", "clinician-number"];
/// The checks that the engine has, by name.
const CHECKS: [&str; 16] = [
    "none",
    "luhn",
    "ssn",
    "npi",
    "dea",
    "nhs",
    "au-medicare",
    "verhoeff",
    "iban",
    "vin",
    "spanish-letter",
    "curp",
    "codice-fiscale",
    "rut",
    "cpf",
    "nanp",
];

/// An identifier whose every part has been checked.
#[derive(Debug)]
pub(crate) struct CompiledIdentifier {
    pub(crate) signal: u16,
    pub(crate) grouped: Option<MeasuredShape>,
    pub(crate) cued: Option<MeasuredShape>,
    pub(crate) check: String,
    pub(crate) cue: Option<u16>,
}

/// An anchored expression and how many characters other than hyphens it takes.
#[derive(Debug)]
pub(crate) struct MeasuredShape {
    pub(crate) pattern: String,
    pub(crate) least: u8,
    pub(crate) most: u8,
}

/// The cue terms of a file, unfolded.
pub(crate) fn cue_terms(file: &IdentifierFile) -> Result<Vec<Vec<String>>, String> {
    let mut terms = Vec::new();
    for cue in &file.cues {
        terms.extend(unfold(cue)?);
    }
    Ok(terms)
}

/// What is wrong with a file, by key.
pub(crate) fn faults_of(file: &IdentifierFile) -> Vec<(&'static str, String)> {
    let mut faults = Vec::new();
    if !SIGNALS.contains(&file.signal.as_str()) {
        faults.push(("signal", format!("unknown \"{}\"; use one of {}", file.signal, SIGNALS.join(", "))));
    }
    if !CHECKS.contains(&file.check.as_str()) {
        faults.push(("check", format!("unknown \"{}\"; use one of {}", file.check, CHECKS.join(", "))));
    }
    if file.grouped.is_none() && file.cued.is_none() {
        faults.push(("grouped", "needs a grouped or a cued shape".to_owned()));
    }
    if file.cued.is_some() && file.cues.is_empty() {
        faults.push(("cues", "a cued shape needs words that announce it".to_owned()));
    }
    for (key, shape) in [("grouped", &file.grouped), ("cued", &file.cued)] {
        if let Some(Err(message)) = shape.as_deref().map(measure) {
            faults.push((key, message));
        }
    }
    for example in &file.should_match {
        match Example::parse(example) {
            Ok(parsed) if parsed.spans.is_empty() => {
                faults.push(("should_match", format!("\"{example}\" marks nothing")))
            }
            Ok(_) => {}
            Err(message) => faults.push(("should_match", message)),
        }
    }
    if file.should_match.len() < 2 || file.should_not_match.len() < 2 {
        faults.push((
            "should_match",
            "needs at least two should_match and two should_not_match texts".to_owned(),
        ));
    }
    faults
}

/// Anchors a shape and finds how long its matches can be without hyphens.
pub(crate) fn measure(shape: &str) -> Result<MeasuredShape, String> {
    let parse = |pattern: &str| {
        ParserBuilder::new()
            .unicode(false)
            .utf8(false)
            .build()
            .parse(pattern)
            // The whole message draws the place over several lines, and a build shows only the first.
            .map_err(|error| {
                let drawn = error.to_string();
                let fault = drawn.lines().last().unwrap_or_default().trim_start_matches("error: ");
                format!("\"{pattern}\" is no regular expression: {fault}")
            })
    };
    parse(shape)?;
    let bare = parse(&without_hyphens(shape))?;
    let properties = bare.properties();
    let pattern = format!("^(?:{shape})$");
    // What the engine compiles it with knows less than what measures it.
    regex_lite::Regex::new(&pattern).map_err(|error| format!("\"{shape}\" cannot be used: {error}"))?;
    let length = |length: Option<usize>| length.and_then(|length| u8::try_from(length).ok());
    match (length(properties.minimum_len()), length(properties.maximum_len())) {
        (Some(least), Some(most)) => Ok(MeasuredShape { pattern, least, most }),
        _ => Err(format!("\"{shape}\" has no longest match; write out how often it repeats")),
    }
}

/// The shape without the hyphens that stand for separators; those in character classes stay.
fn without_hyphens(shape: &str) -> String {
    let mut out = String::with_capacity(shape.len());
    let mut in_class = false;
    let mut chars = shape.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' => in_class = true,
            ']' => in_class = false,
            '-' if !in_class => {
                if chars.peek() == Some(&'?') {
                    chars.next();
                }
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_measured_without_its_hyphens() {
        let shape = measure(r"[1-9]\d{2}-\d{2}-?\d{4}").unwrap();
        assert_eq!((shape.least, shape.most), (9, 9));
        assert_eq!(shape.pattern, r"^(?:[1-9]\d{2}-\d{2}-?\d{4})$");
        assert!(measure(r"\d+").is_err());
        assert!(measure(r"[[:alpha:]&&[a-f]]{4}").unwrap_err().contains("cannot be used"));
    }
}
