//! Resolves every name in the rule files and builds the tables, or says all that is wrong.

mod checks;

use std::collections::BTreeMap;
use std::path::Path;

use crate::compile_identifier::{CompiledIdentifier, cue_terms, faults_of, measure};
use crate::fault::Fault;
use crate::language_file::marker;
use crate::pattern::{PatternStep, parse};
use crate::policy_base::{FiledIdentifier, FiledRule, PolicyBase};
use crate::recognized::RECOGNIZED;
use crate::rule_file::MatchFile;
use crate::term_tree::TermTree;

/// A rule base whose every name is resolved.
#[derive(Debug)]
pub struct Compiled {
    /// Name and meaning of every signal, in order of number; literal phrases of patterns have no meaning.
    pub(crate) kinds: Vec<(String, String)>,
    /// The number of the first literal phrase; all behind it are such phrases too.
    pub(crate) first_phrase: u16,
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
    Phrase(u16),
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
    let first_phrase = u16::try_from(compiler.kinds.len()).unwrap_or(u16::MAX);
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
    Ok(Compiled { kinds: compiler.kinds, first_phrase, rules, identifiers, vocabulary, base: base.clone() })
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
            if RECOGNIZED.iter().any(|(name, _)| *name == lexicon.name) {
                let message = "is the name of a signal that code recognizes; choose another";
                compiler.faults.push(Fault::new(format!("lexicons/{}.txt", lexicon.name), "file", message));
                continue;
            }
            let kind = match compiler.numbers.get(&lexicon.name) {
                Some(kind) => *kind,
                None => compiler.add_kind(&lexicon.name, &lexicon.what),
            };
            for term in &lexicon.terms {
                compiler.insert(term, kind, lexicon.language.as_deref());
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

    /// Makes `words` a term of the signal `kind`, in one language or in all.
    fn insert(&mut self, words: &[String], kind: u16, language: Option<&str>) {
        match language {
            Some(language) => {
                let mut marked = vec![marker(language)];
                marked.extend_from_slice(words);
                self.tree.insert(&marked, kind);
            }
            None => self.tree.insert(words, kind),
        }
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

    fn rule(&mut self, filed: &FiledRule) -> Vec<CompiledMatch> {
        self.check_rule(filed);
        filed.rule.matches.iter().enumerate().map(|(at, file)| self.matcher(filed, at, file)).collect()
    }

    fn fault(&mut self, file: &Path, key: impl Into<String>, message: impl Into<String>) {
        self.faults.push(Fault::new(file, key, message));
    }

    fn matcher(&mut self, filed: &FiledRule, at: usize, file: &MatchFile) -> CompiledMatch {
        self.check_matcher(&filed.file, at, file);
        let key = format!("match[{at}].any");
        let language = file.language.as_deref();
        let patterns = file.any.iter().flat_map(|text| self.patterns(filed, &key, text, language)).collect();
        CompiledMatch { file: file.clone(), patterns }
    }

    fn patterns(
        &mut self,
        filed: &FiledRule,
        key: &str,
        text: &str,
        language: Option<&str>,
    ) -> Vec<Vec<CompiledStep>> {
        match parse(text) {
            Ok(variants) => variants
                .iter()
                .map(|steps| steps.iter().map(|step| self.step(filed, key, step, language)).collect())
                .collect(),
            Err(message) => {
                self.fault(&filed.file, key, format!("\"{text}\" {message}"));
                Vec::new()
            }
        }
    }

    fn step(
        &mut self,
        filed: &FiledRule,
        key: &str,
        step: &PatternStep,
        language: Option<&str>,
    ) -> CompiledStep {
        match step {
            PatternStep::Signals(names) => {
                self.check_signals(&filed.file, key, names);
                CompiledStep::Signals(
                    names.iter().filter_map(|name| self.numbers.get(name).copied()).collect(),
                )
            }
            PatternStep::Phrases(phrases) => {
                let texts: Vec<String> = phrases.iter().map(|words| words.join(" ")).collect();
                let name = format!("\"{}{}\"", language.map(marker).unwrap_or_default(), texts.join("|"));
                let kind = match self.numbers.get(&name) {
                    Some(kind) => *kind,
                    None => self.add_kind(&name, ""),
                };
                for phrase in phrases {
                    self.insert(phrase, kind, language);
                }
                CompiledStep::Phrase(kind)
            }
            PatternStep::Gap(words) => CompiledStep::Gap(*words),
            PatternStep::SentenceStart => CompiledStep::SentenceStart,
            PatternStep::SentenceEnd => CompiledStep::SentenceEnd,
            PatternStep::FlagStart => CompiledStep::FlagStart,
            PatternStep::FlagEnd => CompiledStep::FlagEnd,
        }
    }
}
