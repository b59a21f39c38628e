//! Writes the compiled rules as Rust source for `engine::tables`.

mod rules;

use std::collections::BTreeMap;

use crate::case::{LetterRun, letter_runs};
use crate::compile::{Compiled, CompiledStep};
use crate::compile_identifier::MeasuredShape;
use crate::fold::hash;
use crate::language_file::{UNSUPPORTED, marker};
use crate::rule_file::WhenFile;

impl Compiled {
    /// Rust source for the rules, the signals' numbers and which rules each signal wakes.
    ///
    /// The text of examples is not in it.
    #[must_use]
    pub fn rust_source(&self) -> String {
        let mut out = String::new();
        letters_source(&mut out);
        self.kinds_source(&mut out);
        self.languages_source(&mut out);
        self.sources_source(&mut out);
        self.identifiers_source(&mut out);
        self.models_source(&mut out);
        self.rules_source(&mut out);
        self.templates_source(&mut out);
        self.triggers_source(&mut out);
        out
    }

    fn kinds_source(&self, out: &mut String) {
        let first_phrase = self.first_phrase;
        let words = usize::from(first_phrase).div_ceil(64);
        let phrase_words = (self.kinds.len() - usize::from(first_phrase)).div_ceil(64);
        line(out, &format!("pub(crate) const KIND_WORDS: usize = {words};"));
        line(out, &format!("pub(crate) const FIRST_PHRASE: u16 = {first_phrase};"));
        line(out, &format!("pub(crate) const PHRASE_WORDS: usize = {phrase_words};"));
        line(out, "/// The numbers of the signals, by name.");
        line(out, "#[allow(dead_code)]\npub(crate) mod kind {\n use crate::engine::signal::SignalKind;");
        for (at, (name, meaning)) in self.kinds.iter().enumerate() {
            if !name.starts_with('"') {
                let constant = constant(name);
                line(
                    out,
                    &format!("/// {meaning}\npub(crate) const {constant}: SignalKind = SignalKind({at});"),
                );
            }
        }
        line(out, "}");
        let named = self.kinds.iter().take_while(|(name, _)| !name.starts_with('"'));
        let names = named.map(|(name, _)| format!("{name:?}")).collect::<Vec<_>>().join(", ");
        line(out, &format!("pub(crate) const KIND_NAMES: &[&str] = &[{names}];"));
        let named = self.kinds.iter().take_while(|(name, _)| !name.starts_with('"'));
        let hashes: Vec<u32> = named.map(|(name, _)| hash(name.as_bytes())).collect();
        line(out, &format!("pub(crate) static KIND_HASHES: &[u32] = &{hashes:?};"));
    }

    fn languages_source(&self, out: &mut String) {
        line(out, &format!("pub(crate) const LANGUAGE_COUNT: usize = {};", self.base.languages.len()));
        line(out, &format!("pub(crate) const UNSUPPORTED_MARKER: &str = {:?};", marker(UNSUPPORTED)));
        line(out, "pub(crate) static LANGUAGES: [LanguageWords; LANGUAGE_COUNT] = [");
        for (code, language) in &self.base.languages {
            line(
                out,
                &format!(
                    "LanguageWords {{ code: {code:?}, name: {:?}, marker: {:?}, office: {:?}, office_at: {:?}, \
                     contact: {:?}, practice: {:?} }},",
                    language.name,
                    marker(code),
                    language.office,
                    language.office_at,
                    language.contact,
                    language.practice
                ),
            );
        }
        line(out, "];");
    }

    fn sources_source(&self, out: &mut String) {
        let cited = |key: &String| self.base.rules.iter().any(|filed| filed.rule.sources.contains(key));
        for (key, source) in self.base.sources.iter().filter(|(key, _)| cited(key)) {
            line(
                out,
                &format!(
                    "static SOURCE_{key}: Source = Source {{ key: {key:?}, title: {:?}, body: {:?}, date: {:?}, url: {:?} }};",
                    source.title, source.body, source.date, source.url
                ),
            );
        }
    }

    fn identifiers_source(&self, out: &mut String) {
        let shape = |shape: &Option<MeasuredShape>| {
            shape.as_ref().map_or_else(
                || "None".to_owned(),
                |shape| format!("Some(({:?}, {}, {}))", shape.pattern, shape.least, shape.most),
            )
        };
        line(out, "pub(crate) static IDENTIFIERS: &[Shape] = &[");
        for identifier in &self.identifiers {
            let cue =
                identifier.cue.map_or_else(|| "None".to_owned(), |cue| format!("Some(SignalKind({cue}))"));
            line(
                out,
                &format!(
                    "Shape {{ signal: SignalKind({}), grouped: {}, cued: {}, check: Check::{}, cue: {cue} }},",
                    identifier.signal,
                    shape(&identifier.grouped),
                    shape(&identifier.cued),
                    capitalized(&identifier.check),
                ),
            );
        }
        line(out, "];");
    }

    fn models_source(&self, out: &mut String) {
        for (name, model) in &self.base.models {
            line(
                out,
                &format!(
                    "static MODEL_{}: Model = Model {{ bias: {:?}, unit: {:?}, weights: &{:?} }};",
                    constant(name),
                    model.bias,
                    model.unit,
                    model.buckets().unwrap_or_default()
                ),
            );
        }
    }

    fn templates_source(&self, out: &mut String) {
        line(out, "pub(crate) static TEMPLATES: &[SafeTemplate] = &[");
        for template in &self.base.templates {
            let texts: Vec<String> =
                template.text.iter().map(|(language, text)| format!("({language:?}, {text:?})")).collect();
            line(
                out,
                &format!(
                    "SafeTemplate {{ code: {:?}, title: {:?}, texts: &[{}], when: {}, ratings: &{:?} }},",
                    template.code,
                    template.title,
                    texts.join(", "),
                    self.when(&template.when),
                    template.ratings
                ),
            );
        }
        line(out, "];");
    }

    fn triggers_source(&self, out: &mut String) {
        let mut triggers: BTreeMap<u16, Vec<(usize, usize, usize)>> = BTreeMap::new();
        for (rule, matches) in self.rules.iter().enumerate() {
            for (at, matcher) in matches.iter().enumerate() {
                let file = &matcher.file;
                for (number, steps) in matcher.patterns.iter().enumerate() {
                    let first = steps.iter().find_map(|step| match step {
                        CompiledStep::Signals(kinds) => Some(kinds.clone()),
                        CompiledStep::Phrase(kind) => Some(vec![*kind]),
                        _ => None,
                    });
                    for kind in first.into_iter().flatten() {
                        triggers.entry(kind).or_default().push((rule, at, number));
                    }
                }
                for name in file.signal.iter().chain(&file.anchor).chain(&file.on) {
                    triggers.entry(self.kind(name).unwrap_or(0)).or_default().push((rule, at, 0));
                }
            }
        }
        let (signals, phrases): (Vec<u16>, Vec<u16>) =
            triggers.keys().partition(|kind| **kind < self.first_phrase);
        line(out, &format!("pub(crate) static WAKING: KindSet = KindSet::of({});", kinds(&signals)));
        line(
            out,
            &format!("pub(crate) static WAKING_PHRASES: PhraseSet = PhraseSet::of({});", kinds(&phrases)),
        );
        line(out, "pub(crate) static TRIGGERS: &[&[Trigger]] = &[");
        for kind in 0..u16::try_from(self.kinds.len()).unwrap_or(u16::MAX) {
            let mut list = triggers.remove(&kind).unwrap_or_default();
            list.sort_unstable();
            list.dedup();
            let entries: Vec<String> = list
                .iter()
                .map(|(rule, matcher, pattern)| {
                    format!("Trigger {{ rule: {rule}, matcher: {matcher}, pattern: {pattern} }}")
                })
                .collect();
            line(out, &format!("&[{}],", entries.join(", ")));
        }
        line(out, "];");
    }

    fn list(&self, names: &[String]) -> String {
        kinds(&names.iter().filter_map(|name| self.kind(name)).collect::<Vec<_>>())
    }

    fn when(&self, when: &WhenFile) -> String {
        let of = |kind: &str, values: &[String]| {
            let values: Vec<String> =
                values.iter().map(|value| format!("{kind}::{}", capitalized(value))).collect();
            format!("&[{}]", values.join(", "))
        };
        let attachments: Vec<String> =
            when.attachment.iter().filter(|kind| *kind != "any").cloned().collect();
        format!(
            "When {{ surfaces: {}, accounts: {}, audiences: {}, locales: {}, attached: {}, attachments: {}, replying_to: {}, replying_to_and: {}, replying_to_lacks: {}, attachment_shows: {}, attachment_lacks: {}, consent_lacks: {} }}",
            of("Surface", &when.surface),
            of("AccountKind", &when.account),
            of("Audience", &when.audience),
            of("Locale", &when.locale),
            !when.attachment.is_empty(),
            of("AttachmentKind", &attachments),
            self.list(&when.replying_to),
            self.list(&when.replying_to_and),
            self.list(&when.replying_to_lacks),
            self.list(&when.attachment_shows),
            self.list(&when.attachment_lacks),
            of("ConsentPart", &when.consent_lacks),
        )
    }
}

fn letters_source(out: &mut String) {
    line(out, "pub(crate) static LOWER: &[LetterRun] = &[");
    for LetterRun { first, last, stride, to_lower } in letter_runs() {
        line(
            out,
            &format!("LetterRun {{ first: {first}, last: {last}, stride: {stride}, to_lower: {to_lower} }},"),
        );
    }
    line(out, "];");
}

/// `lay-remedy` as `LAY_REMEDY`.
fn constant(name: &str) -> String {
    name.replace('-', "_").to_uppercase()
}

fn kinds(numbers: &[u16]) -> String {
    let kinds: Vec<String> = numbers.iter().map(|number| format!("SignalKind({number})")).collect();
    format!("&[{}]", kinds.join(", "))
}

fn severity(name: &str) -> String {
    format!("Severity::{}", capitalized(name))
}

/// `review-reply` as `ReviewReply`.
fn capitalized(name: &str) -> String {
    name.split('-')
        .map(|part| {
            let mut chars = part.chars();
            chars
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + chars.as_str())
                .unwrap_or_default()
        })
        .collect()
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
