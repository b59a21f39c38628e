//! What can be wrong with a rule or template beyond its syntax: names of signals, contexts, keys that belong together.

use std::path::Path;

use super::Compiler;
use crate::language_file::MAIN;
use crate::placeholder::placeholder_fault;
use crate::policy_base::{FiledRule, TEMPLATES};
use crate::rule_file::{MatchFile, WhenFile};
use crate::template_file;

/// The detectors that the engine has, by name.
const DETECTORS: [&str; 1] = ["identifier"];

impl Compiler<'_> {
    pub(super) fn check_templates(&mut self) {
        let file = Path::new(TEMPLATES);
        for (key, message) in template_file::faults_of(&self.base.templates) {
            self.fault(file, key, message);
        }
        for template in &self.base.templates {
            self.check_when(file, &format!("{}.when", template.code), &template.when);
        }
    }

    pub(super) fn check_rule(&mut self, filed: &FiledRule) {
        let rule = &filed.rule;
        self.check_severity(&filed.file, "severity", &rule.severity);
        self.check_when(&filed.file, "when", &rule.when);
        if rule.sources.is_empty() {
            self.fault(&filed.file, "sources", "names none; give at least one key of rules/sources.toml");
        }
        for key in &rule.sources {
            if !self.base.sources.contains_key(key) {
                self.fault(&filed.file, "sources", format!("\"{key}\" is not in rules/sources.toml"));
            }
        }
        for raise in &rule.raise {
            self.check_when(&filed.file, "raise.when", &raise.when);
            self.check_signals(&filed.file, "raise.with", &raise.with);
        }
        for fix in &rule.fix {
            if !["safe", "needs-review"].contains(&fix.applicability.as_str()) {
                self.fault(
                    &filed.file,
                    "fix.applicability",
                    format!("unknown \"{}\"; use safe or needs-review", fix.applicability),
                );
            }
            if fix.replace.contains('\n') {
                self.fault(&filed.file, "fix.replace", "holds a line break; editors lose paragraphs over it");
            }
            if let Some(message) = placeholder_fault(&fix.replace) {
                self.fault(&filed.file, "fix.replace", message);
            }
            for (language, text) in &fix.replace_in {
                let key = format!("fix.replace_in.{language}");
                self.check_language(&filed.file, &key, language);
                if text.contains('\n') {
                    self.fault(&filed.file, &key, "holds a line break; editors lose paragraphs over it");
                }
                if let Some(message) = placeholder_fault(text) {
                    self.fault(&filed.file, &key, message);
                }
            }
        }
        for detail in &rule.detail {
            self.check_signals(&filed.file, "detail.signal", &detail.signal);
            if detail.replace.contains('\n') {
                self.fault(
                    &filed.file,
                    "detail.replace",
                    "holds a line break; editors lose paragraphs over it",
                );
            }
        }
        if rule.should_match.len() < 4 || rule.should_not_match.len() < 4 {
            self.fault(
                &filed.file,
                "should_match",
                "needs at least four should_match and four should_not_match examples",
            );
        }
        let codes: Vec<&str> = self.base.rules.iter().map(|other| other.rule.code.as_str()).collect();
        let also =
            rule.should_match.iter().map(|e| &e.also).chain(rule.should_not_match.iter().map(|e| &e.also));
        for code in also.flatten() {
            if !codes.contains(&code.as_str()) {
                self.fault(&filed.file, "also", format!("\"{code}\" is no rule's code"));
            }
        }
        self.check_marks(filed);
    }

    /// Names the example: a message that only says which mark is wrong leaves one searching.
    fn check_marks(&mut self, filed: &FiledRule) {
        for example in &filed.rule.should_match {
            let fault = match crate::Example::parse(&example.text) {
                Ok(parsed) if parsed.spans.is_empty() => "marks no place with « »".to_owned(),
                Ok(_) => continue,
                Err(message) => message,
            };
            self.fault(&filed.file, "should_match", format!("\"{}\": {fault}", example.text));
        }
        for example in filed.rule.should_not_match.iter().filter(|it| it.text.contains(['«', '»'])) {
            let message =
                format!("\"{}\": marks a place, and none is expected; remove « and »", example.text);
            self.fault(&filed.file, "should_not_match", message);
        }
    }

    fn check_language(&mut self, file: &Path, key: &str, language: &str) {
        let mut others = self.base.languages.iter().filter(|(code, _)| code != MAIN);
        if !others.any(|(code, _)| code == language) {
            let message =
                format!("unknown language \"{language}\"; use one of rules/languages.toml but {MAIN}");
            self.fault(file, key, message);
        }
    }

    pub(super) fn check_severity(&mut self, file: &Path, key: &str, severity: &str) {
        if !["stop", "fix", "rethink", "polish"].contains(&severity) {
            self.fault(
                file,
                key,
                format!("unknown severity \"{severity}\"; use stop, fix, rethink or polish"),
            );
        }
    }

    pub(super) fn check_when(&mut self, file: &Path, key: &str, when: &WhenFile) {
        let surfaces = ["post", "reply", "comment", "message", "review-reply", "caption", "live", "profile"];
        let consent = ["authorization", "identity-hidden", "everyone-agreed", "educational"];
        let keys: [(&str, &[String], &[&str]); 6] = [
            ("surface", &when.surface, &surfaces),
            ("account", &when.account, &["practice", "personal", "unknown"]),
            ("audience", &when.audience, &["public", "followers", "group", "direct"]),
            ("locale", &when.locale, &["us", "uk", "au"]),
            ("attachment", &when.attachment, &["any", "image", "video", "live", "location", "other"]),
            ("consent_lacks", &when.consent_lacks, &consent),
        ];
        for (name, values, known) in keys {
            for value in values.iter().filter(|value| !known.contains(&value.as_str())) {
                let message = format!("unknown \"{value}\"; use one of {}", known.join(", "));
                self.fault(file, format!("{key}.{name}"), message);
            }
        }
        let signals = [
            ("replying_to", &when.replying_to),
            ("replying_to_and", &when.replying_to_and),
            ("replying_to_lacks", &when.replying_to_lacks),
            ("attachment_shows", &when.attachment_shows),
            ("attachment_lacks", &when.attachment_lacks),
        ];
        for (name, names) in signals {
            self.check_signals(file, &format!("{key}.{name}"), names);
        }
    }

    pub(super) fn check_signals(&mut self, file: &Path, key: &str, names: &[String]) {
        for name in names.iter().flat_map(|names| names.split('|')) {
            if !self.numbers.contains_key(name) {
                let message =
                    format!("unknown signal \"{name}\"; add lexicons/{name}.txt or use an existing one");
                self.fault(file, key, message);
            }
        }
    }

    pub(super) fn check_matcher(&mut self, path: &Path, at: usize, file: &MatchFile) {
        let key = |name: &str| format!("match[{at}].{name}");
        let lists: [(&str, &[String]); 12] = [
            ("unless", &file.unless),
            ("unless_before", &file.unless_before),
            ("unless_right_before", &file.unless_right_before),
            ("unless_sentence", &file.unless_sentence),
            ("unless_anywhere", &file.unless_anywhere),
            ("except", &file.except),
            ("signal", &file.signal),
            ("of", &file.of),
            ("and", &file.and),
            ("anchor", &file.anchor),
            ("without", &file.without),
            ("on", &file.on),
        ];
        for (name, signals) in lists {
            self.check_signals(path, &key(name), signals);
        }
        if let Some(when) = &file.when {
            self.check_when(path, &key("when"), when);
        }
        let known = file.model.as_ref().is_none_or(|name| self.base.models.contains_key(name));
        if !known || file.model.is_some() != file.sure.is_some() || file.sure.is_some_and(|sure| sure >= 100)
        {
            self.fault(path, key("model"), "needs a name from models/ and, as sure, a number below 100");
        }
        if let Some(language) = &file.language {
            self.check_language(path, &key("language"), language);
        }
        if let Some(severity) = &file.severity {
            self.check_severity(path, &key("severity"), severity);
        }
        if let Some(within) = &file.within {
            let words = within.strip_suffix(" words").and_then(|n| n.parse::<u8>().ok()).filter(|n| *n > 0);
            if words.is_none() && !["clause", "sentence", "paragraph", "draft"].contains(&within.as_str()) {
                let message =
                    format!("unknown \"{within}\"; use clause, sentence, paragraph, draft or N words");
                self.fault(path, key("within"), message);
            }
        }
        if let Some(flag) = &file.flag
            && !["match", "clause", "sentence"].contains(&flag.as_str())
        {
            self.fault(path, key("flag"), format!("unknown \"{flag}\"; use match, clause or sentence"));
        }
        let needed: &[(&str, bool)] = match file.kind.as_str() {
            "pattern" => &[("any", file.any.is_empty())],
            "near" => &[("signal", file.signal.is_empty()), ("of", file.of.is_empty())],
            "score" => &[
                ("anchor", file.anchor.is_empty()),
                ("of", file.of.is_empty()),
                ("at_least", file.at_least.is_none()),
            ],
            "missing" => &[("signal", file.signal.is_empty()), ("without", file.without.is_empty())],
            "model" => &[("model", file.model.is_none()), ("on", file.on.is_empty())],
            "detector" => &[
                ("name", !file.name.as_deref().is_some_and(|name| DETECTORS.contains(&name))),
                ("on", file.on.is_empty()),
            ],
            _ => {
                let message = format!(
                    "unknown \"{}\"; use pattern, near, score, missing, model or detector",
                    file.kind
                );
                self.fault(path, key("kind"), message);
                &[]
            }
        };
        self.check_foreign_keys(path, at, file);
        for (name, absent) in needed {
            if *absent {
                self.fault(path, key(name), format!("a {} matcher needs it", file.kind));
            }
        }
    }

    /// A key that only another kind of matcher reads would be passed over in silence.
    fn check_foreign_keys(&mut self, path: &Path, at: usize, file: &MatchFile) {
        let given: [(&str, bool, &[&str]); 11] = [
            ("any", !file.any.is_empty(), &["pattern"]),
            ("signal", !file.signal.is_empty(), &["near", "missing"]),
            ("of", !file.of.is_empty(), &["near", "score"]),
            ("and", !file.and.is_empty(), &["near", "score"]),
            ("anchor", !file.anchor.is_empty(), &["score"]),
            ("at_least", file.at_least.is_some(), &["score"]),
            ("raise_at", file.raise_at.is_some(), &["score"]),
            ("without", !file.without.is_empty(), &["missing"]),
            ("name", file.name.is_some(), &["detector"]),
            ("on", !file.on.is_empty(), &["model", "detector"]),
            ("within", file.within.is_some(), &["pattern", "near", "score", "missing"]),
        ];
        let kind = file.kind.as_str();
        for (name, is_given, kinds) in given {
            if is_given && !kinds.contains(&kind) {
                let message = format!("a {kind} matcher does not read it; only {} does", kinds.join(" or "));
                self.fault(path, format!("match[{at}].{name}"), message);
            }
        }
    }
}
