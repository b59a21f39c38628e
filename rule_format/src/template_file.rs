//! The file of safe templates: whole answers that say nothing about anybody's care.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::placeholder::placeholder_fault;
use crate::rule_file::WhenFile;

/// `rules/templates.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplatesFile {
    /// The templates, most urgent first.
    #[serde(rename = "template")]
    pub templates: Vec<TemplateFile>,
}

/// One template.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateFile {
    /// Short name, such as `T1`.
    pub code: String,
    /// What the button says.
    pub title: String,
    /// Where it is offered.
    pub when: WhenFile,
    /// For reviews of these stars; any when not given.
    #[serde(default)]
    pub ratings: Vec<u8>,
    /// Texts that it is an answer to.
    pub answers: Vec<String>,
    /// Its words by language, English always among them.
    pub text: BTreeMap<String, String>,
}

/// Longest template, in sentences.
const MOST_SENTENCES: usize = 5;

/// What is wrong with the templates, by key; their `when` aside.
pub(crate) fn faults_of(templates: &[TemplateFile]) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    for (at, template) in templates.iter().enumerate() {
        let code = &template.code;
        let mut fault = |key: &str, message: String| faults.push((format!("{code}.{key}"), message));
        if code.strip_prefix('T').and_then(|number| number.parse::<u8>().ok()).is_none() {
            fault("code", format!("\"{code}\" is not of the form T1"));
        }
        if templates.iter().take(at).any(|earlier| earlier.code == *code) {
            fault("code", "stands twice".to_owned());
        }
        if template.answers.is_empty() {
            fault("answers", "needs at least one text that it is an answer to".to_owned());
        }
        if template.ratings.iter().any(|stars| !(1..=5).contains(stars)) {
            fault("ratings", "a review has 1 to 5 stars".to_owned());
        }
        if !template.text.contains_key("en") {
            fault("text", "has no English words; add en".to_owned());
        }
        for (language, text) in &template.text {
            let key = format!("text.{language}");
            if text.contains('\n') || text.trim().is_empty() {
                fault(&key, "must be one line of text".to_owned());
            }
            if text.split(['.', '!', '?']).filter(|part| !part.trim().is_empty()).count() > MOST_SENTENCES {
                fault(
                    &key,
                    format!("has more than {MOST_SENTENCES} sentences; nobody reads so long an answer"),
                );
            }
            if let Some(message) = placeholder_fault(text) {
                fault(&key, message);
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let file: TemplatesFile = toml::from_str(text).unwrap();
        faults_of(&file.templates).into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn a_sound_template_has_no_fault() {
        let sound = "[[template]]\ncode = \"T1\"\ntitle = \"Thank\"\nwhen = {}\nanswers = [\"Hi\"]\n\
                     text = { en = \"Call {office_phone}.\" }\n";
        assert_eq!(faults(sound), Vec::<String>::new());
        assert_eq!(faults(&format!("{sound}{sound}")), ["T1.code"]);
    }

    #[test]
    fn every_fault_names_its_key() {
        let broken = "[[template]]\ncode = \"X\"\ntitle = \"\"\nwhen = {}\nratings = [6]\nanswers = []\n\
                      text = { es = \"Llame a {phone}. A. B. C. D. E.\" }\n";
        assert_eq!(faults(broken), ["X.code", "X.answers", "X.ratings", "X.text", "X.text.es", "X.text.es"]);
    }
}
