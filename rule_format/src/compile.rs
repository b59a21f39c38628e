//! Resolves every name in the rule files and builds the tables, or says all that is wrong.

use std::collections::BTreeMap;
use std::path::Path;

use crate::compile_identifier::{CompiledIdentifier, cue_terms, faults_of, measure};
use crate::fault::Fault;
use crate::pattern::{PatternStep, parse};
use crate::placeholder::placeholder_fault;
use crate::policy_base::{FiledIdentifier, FiledRule, PolicyBase, TEMPLATES};
use crate::recognized::RECOGNIZED;
use crate::rule_file::{MatchFile, WhenFile};
use crate::template_file;
use crate::term_tree::TermTree;

/// The detectors that the engine has, by name.
const DETECTORS: [&str; 1] = ["identifier"];

/// A rule base whose every name is resolved.
#[derive(Debug)]
pub struct Compiled {
    /// Name and meaning of every signal, in order of number; literal phrases of patterns have no meaning.
    pub(crate) kinds: Vec<(String, String)>,
    /// The compiled matchers of each rule, in the order of the base's rules.
    pub(crate) rules: Vec<Vec<CompiledMatch>>,
    /// The kinds of identifier.
    pub(crate) identifiers: Vec<CompiledIdentifier>,
    /// All terms.
    pub(crate) vocabulary: Vec<u8>,
    /// The base it was made from.
    pub(crate) base: PolicyBase,
}

/// A matcher with its signals by number.
#[derive(Debug)]
pub(crate) struct CompiledMatch {
    pub(crate) file: MatchFile,
    pub(crate) patterns: Vec<Vec<CompiledStep>>,
}

/// A pattern step with its signals by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CompiledStep {
    Signals(Vec<u16>),
    Gap(u8),
    SentenceStart,
    SentenceEnd,
    FlagStart,
    FlagEnd,
}

impl Compiled {
    /// The number of the signal called `name`.
    pub(crate) fn kind(&self, name: &str) -> Option<u16> {
        self.kinds.iter().position(|(kind, _)| kind == name).and_then(|at| u16::try_from(at).ok())
    }

    /// The terms in the binary form that the engine loads.
    #[must_use]
    pub fn vocabulary(&self) -> &[u8] {
        &self.vocabulary
    }
}

pub(crate) fn compile(base: &PolicyBase) -> Result<Compiled, Vec<Fault>> {
    let mut compiler = Compiler::new(base);
    compiler.check_templates();
    let identifiers = base.identifiers.iter().map(|filed| compiler.identifier(filed)).collect();
    let rules = base.rules.iter().map(|filed| compiler.rule(filed)).collect();
    let vocabulary = compiler.tree.to_bytes(&base.spelling).unwrap_or_else(|message| {
        compiler.faults.push(Fault::new("lexicons", "size", message));
        Vec::new()
    });
    if !compiler.faults.is_empty() {
        compiler.faults.sort();
        compiler.faults.dedup();
        return Err(compiler.faults);
    }
    Ok(Compiled { kinds: compiler.kinds, rules, identifiers, vocabulary, base: base.clone() })
}

struct Compiler<'b> {
    base: &'b PolicyBase,
    kinds: Vec<(String, String)>,
    numbers: BTreeMap<String, u16>,
    tree: TermTree,
    faults: Vec<Fault>,
}

impl<'b> Compiler<'b> {
    fn new(base: &'b PolicyBase) -> Self {
        let mut compiler = Compiler {
            base,
            kinds: Vec::new(),
            numbers: BTreeMap::new(),
            tree: TermTree::new(),
            faults: Vec::new(),
        };
        for (name, meaning) in RECOGNIZED {
            compiler.add_kind(name, meaning);
        }
        for lexicon in &base.lexicons {
            if compiler.numbers.contains_key(&lexicon.name) {
                let message = "is the name of a signal that code recognizes; choose another";
                compiler.faults.push(Fault::new(format!("lexicons/{}.txt", lexicon.name), "file", message));
                continue;
            }
            let kind = compiler.add_kind(&lexicon.name, &lexicon.what);
            for term in &lexicon.terms {
                compiler.tree.insert(term, kind);
            }
        }
        compiler
    }

    fn add_kind(&mut self, name: &str, meaning: &str) -> u16 {
        let number = u16::try_from(self.kinds.len()).unwrap_or(u16::MAX);
        self.kinds.push((name.to_owned(), meaning.to_owned()));
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn identifier(&mut self, filed: &FiledIdentifier) -> CompiledIdentifier {
        let file = &filed.identifier;
        for (key, message) in faults_of(file) {
            self.faults.push(Fault::new(&filed.file, key, message));
        }
        let terms = cue_terms(file).unwrap_or_else(|message| {
            self.faults.push(Fault::new(&filed.file, "cues", message));
            Vec::new()
        });
        let cue = (!terms.is_empty()).then(|| {
            let kind = self.add_kind(&format!("\"{}\"", filed.file.display()), "");
            for term in &terms {
                self.tree.insert(term, kind);
            }
            kind
        });
        let shape = |shape: &Option<String>| shape.as_deref().and_then(|shape| measure(shape).ok());
        CompiledIdentifier {
            signal: self.numbers.get(&file.signal).copied().unwrap_or(0),
            grouped: shape(&file.grouped),
            cued: shape(&file.cued),
            check: file.check.clone(),
            cue,
        }
    }

    fn check_templates(&mut self) {
        let file = Path::new(TEMPLATES);
        for (key, message) in template_file::faults_of(&self.base.templates) {
            self.fault(file, key, message);
        }
        for template in &self.base.templates {
            self.check_when(file, &format!("{}.when", template.code), &template.when);
        }
    }

    fn rule(&mut self, filed: &FiledRule) -> Vec<CompiledMatch> {
        self.check_rule(filed);
        filed.rule.matches.iter().enumerate().map(|(at, file)| self.matcher(filed, at, file)).collect()
    }

    fn fault(&mut self, file: &Path, key: impl Into<String>, message: impl Into<String>) {
        self.faults.push(Fault::new(file, key, message));
    }

    fn check_rule(&mut self, filed: &FiledRule) {
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
        for example in &rule.should_match {
            match crate::Example::parse(&example.text) {
                Ok(parsed) if parsed.spans.is_empty() => {
                    self.fault(
                        &filed.file,
                        "should_match",
                        format!("\"{}\" marks no place with « »", example.text),
                    );
                }
                Ok(_) => {}
                Err(message) => self.fault(&filed.file, "should_match", message),
            }
        }
    }

    fn check_severity(&mut self, file: &Path, key: &str, severity: &str) {
        if !["stop", "fix", "rethink", "polish"].contains(&severity) {
            self.fault(
                file,
                key,
                format!("unknown severity \"{severity}\"; use stop, fix, rethink or polish"),
            );
        }
    }

    fn check_when(&mut self, file: &Path, key: &str, when: &WhenFile) {
        let surfaces = ["post", "reply", "comment", "message", "review-reply", "caption", "live", "profile"];
        let keys: [(&str, &[String], &[&str]); 5] = [
            ("surface", &when.surface, &surfaces),
            ("account", &when.account, &["practice", "personal", "unknown"]),
            ("audience", &when.audience, &["public", "followers", "group", "direct"]),
            ("locale", &when.locale, &["us", "uk", "au"]),
            ("attachment", &when.attachment, &["any", "image", "video", "live", "location", "other"]),
        ];
        for (name, values, known) in keys {
            for value in values.iter().filter(|value| !known.contains(&value.as_str())) {
                let message = format!("unknown \"{value}\"; use one of {}", known.join(", "));
                self.fault(file, format!("{key}.{name}"), message);
            }
        }
        self.check_signals(file, &format!("{key}.replying_to"), &when.replying_to);
        self.check_signals(file, &format!("{key}.attachment_shows"), &when.attachment_shows);
    }

    fn check_signals(&mut self, file: &Path, key: &str, names: &[String]) {
        for name in names.iter().flat_map(|names| names.split('|')) {
            if !self.numbers.contains_key(name) {
                let message =
                    format!("unknown signal \"{name}\"; add lexicons/{name}.txt or use an existing one");
                self.fault(file, key, message);
            }
        }
    }

    fn matcher(&mut self, filed: &FiledRule, at: usize, file: &MatchFile) -> CompiledMatch {
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
            self.check_signals(&filed.file, &key(name), signals);
        }
        self.check_when(&filed.file, &key("when"), &file.when);
        if let Some(severity) = &file.severity {
            self.check_severity(&filed.file, &key("severity"), severity);
        }
        if let Some(within) = &file.within {
            let words = within.strip_suffix(" words").and_then(|n| n.parse::<u8>().ok());
            if words.is_none() && !["clause", "sentence", "paragraph", "draft"].contains(&within.as_str()) {
                let message =
                    format!("unknown \"{within}\"; use clause, sentence, paragraph, draft or N words");
                self.fault(&filed.file, key("within"), message);
            }
        }
        if let Some(flag) = &file.flag
            && !["match", "clause", "sentence"].contains(&flag.as_str())
        {
            self.fault(
                &filed.file,
                key("flag"),
                format!("unknown \"{flag}\"; use match, clause or sentence"),
            );
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
            "detector" => &[
                ("name", !file.name.as_deref().is_some_and(|name| DETECTORS.contains(&name))),
                ("on", file.on.is_empty()),
            ],
            _ => {
                let message =
                    format!("unknown \"{}\"; use pattern, near, score, missing or detector", file.kind);
                self.fault(&filed.file, key("kind"), message);
                &[]
            }
        };
        for (name, absent) in needed {
            if *absent {
                self.fault(&filed.file, key(name), format!("a {} matcher needs it", file.kind));
            }
        }
        let patterns = file.any.iter().flat_map(|text| self.patterns(filed, &key("any"), text)).collect();
        CompiledMatch { file: file.clone(), patterns }
    }

    fn patterns(&mut self, filed: &FiledRule, key: &str, text: &str) -> Vec<Vec<CompiledStep>> {
        match parse(text) {
            Ok(variants) => variants
                .iter()
                .map(|steps| steps.iter().map(|step| self.step(filed, key, step)).collect())
                .collect(),
            Err(message) => {
                self.fault(&filed.file, key, format!("\"{text}\" {message}"));
                Vec::new()
            }
        }
    }

    fn step(&mut self, filed: &FiledRule, key: &str, step: &PatternStep) -> CompiledStep {
        match step {
            PatternStep::Signals(names) => {
                self.check_signals(&filed.file, key, names);
                CompiledStep::Signals(
                    names.iter().filter_map(|name| self.numbers.get(name).copied()).collect(),
                )
            }
            PatternStep::Phrases(phrases) => {
                let texts: Vec<String> = phrases.iter().map(|words| words.join(" ")).collect();
                let name = format!("\"{}\"", texts.join("|"));
                let kind = match self.numbers.get(&name) {
                    Some(kind) => *kind,
                    None => self.add_kind(&name, ""),
                };
                for phrase in phrases {
                    self.tree.insert(phrase, kind);
                }
                CompiledStep::Signals(vec![kind])
            }
            PatternStep::Gap(words) => CompiledStep::Gap(*words),
            PatternStep::SentenceStart => CompiledStep::SentenceStart,
            PatternStep::SentenceEnd => CompiledStep::SentenceEnd,
            PatternStep::FlagStart => CompiledStep::FlagStart,
            PatternStep::FlagEnd => CompiledStep::FlagEnd,
        }
    }
}
