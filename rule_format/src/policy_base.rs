//! All rule files, sources and lexicons of a repository, read and checked together.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::compile::{Compiled, compile};
use crate::fault::Fault;
use crate::identifier_file::IdentifierFile;
use crate::language_file::{LanguageFile, MAIN, UNSUPPORTED};
use crate::lexicon::Lexicon;
use crate::model_file::ModelFile;
use crate::rule_file::RuleFile;
use crate::template_file::{TemplateFile, TemplatesFile};

/// The folders under `rules/` and the letter that their codes begin with.
pub(crate) const FAMILIES: [(&str, char); 5] =
    [("patient", 'P'), ("advice", 'M'), ("boundaries", 'A'), ("recording", 'R'), ("claims", 'C')];

/// Where the safe templates stand.
pub(crate) const TEMPLATES: &str = "rules/templates.toml";

/// Where the languages stand.
const LANGUAGES: &str = "rules/languages.toml";

/// One entry of `rules/sources.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// What it is called.
    pub title: String,
    /// Who issued it.
    pub body: String,
    /// When, as precisely as is known.
    pub date: String,
    /// Where it can be read.
    pub url: String,
}

/// A rule file and where it stands.
#[derive(Clone, Debug)]
pub struct FiledRule {
    /// The file, relative to the repository.
    pub file: PathBuf,
    /// The folder it stands in.
    pub family: &'static str,
    /// What it says.
    pub rule: RuleFile,
}

/// An identifier file and where it stands.
#[derive(Clone, Debug)]
pub struct FiledIdentifier {
    /// The file, relative to the repository.
    pub file: PathBuf,
    /// What it says.
    pub identifier: IdentifierFile,
}

/// Everything under `rules/`, `identifiers/` and `lexicons/`.
#[derive(Clone, Debug, Default)]
pub struct PolicyBase {
    /// The rules, by family and number.
    pub rules: Vec<FiledRule>,
    /// The kinds of identifier, by file name.
    pub identifiers: Vec<FiledIdentifier>,
    /// The safe templates, most urgent first.
    pub templates: Vec<TemplateFile>,
    /// The sources, by key.
    pub sources: BTreeMap<String, SourceEntry>,
    /// The languages by code, the main one first.
    pub languages: Vec<(String, LanguageFile)>,
    /// The lexicons, by language and name, those of the main language first.
    pub lexicons: Vec<Lexicon>,
    /// The models, by name.
    pub models: BTreeMap<String, ModelFile>,
    /// Words as typed and as read.
    pub spelling: Vec<(String, String)>,
}

impl PolicyBase {
    /// Reads the repository at `root`.
    ///
    /// # Errors
    /// All faults of all files at once, sorted by file.
    pub fn load(root: &Path) -> Result<PolicyBase, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut base = PolicyBase::default();
        base.load_sources(root, &mut faults);
        base.load_templates(root, &mut faults);
        base.load_languages(root, &mut faults);
        base.load_rules(root, &mut faults);
        base.load_identifiers(root, &mut faults);
        base.load_lexicons(root, &mut faults);
        base.load_models(root, &mut faults);
        if faults.is_empty() {
            return Ok(base);
        }
        // What could be read is compiled all the same, so that its faults show now and not one build later.
        faults.extend(base.compile().err().unwrap_or_default());
        faults.sort();
        faults.dedup();
        Err(faults)
    }

    /// Resolves every name and builds the static tables.
    ///
    /// # Errors
    /// All faults of all files at once, sorted by file.
    pub fn compile(&self) -> Result<Compiled, Vec<Fault>> {
        compile(self)
    }

    fn load_sources(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let file = Path::new("rules/sources.toml");
        if let Some(text) = read(root, file, faults) {
            match toml::from_str(&text) {
                Ok(sources) => self.sources = sources,
                Err(error) => faults.push(toml_fault(file, &text, &error)),
            }
        }
    }

    fn load_templates(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let file = Path::new(TEMPLATES);
        if let Some(text) = read(root, file, faults) {
            match toml::from_str::<TemplatesFile>(&text) {
                Ok(file) => self.templates = file.templates,
                Err(error) => faults.push(toml_fault(file, &text, &error)),
            }
        }
    }

    fn load_rules(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let folders = FAMILIES.map(|(family, _)| family);
        for entry in entries_of(root, Path::new("rules"), faults) {
            let known = |name: &str| {
                folders.contains(&name)
                    || ["sources.toml", "templates.toml", "languages.toml"].contains(&name)
            };
            if !entry.file_name().and_then(|name| name.to_str()).is_some_and(known) {
                let message = format!("is not read; put rules into a folder named {}", folders.join(", "));
                faults.push(Fault::new(&entry, "file", message));
            }
        }
        for (family, letter) in FAMILIES {
            let folder = Path::new("rules").join(family);
            // A family without rules has no folder: git keeps none that is empty.
            if !root.join(&folder).exists() {
                continue;
            }
            for file in files_of(root, &folder, "toml", faults) {
                let Some(text) = read(root, &file, faults) else { continue };
                match toml::from_str::<RuleFile>(&text) {
                    Ok(mut rule) => {
                        check_names(&file, letter, &rule, faults);
                        share(&file, &mut rule, faults);
                        self.rules.push(FiledRule { file, family, rule });
                    }
                    Err(error) => faults.push(toml_fault(&file, &text, &error)),
                }
            }
        }
        let number = |code: &str| code.get(1..).and_then(|number| number.parse::<u8>().ok()).unwrap_or(0);
        let family = |name: &str| FAMILIES.iter().position(|(family, _)| *family == name);
        self.rules.sort_by_key(|filed| (family(filed.family), number(&filed.rule.code)));
        for pair in self.rules.windows(2) {
            if let [first, second] = pair
                && first.rule.code == second.rule.code
            {
                let message = format!("\"{}\" is taken by {}", second.rule.code, first.file.display());
                faults.push(Fault::new(&second.file, "code", message));
            }
        }
    }

    fn load_identifiers(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        for file in files_of(root, Path::new("identifiers"), "toml", faults) {
            let Some(text) = read(root, &file, faults) else { continue };
            match toml::from_str(&text) {
                Ok(identifier) => self.identifiers.push(FiledIdentifier { file, identifier }),
                Err(error) => faults.push(toml_fault(&file, &text, &error)),
            }
        }
    }

    fn load_languages(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let file = Path::new(LANGUAGES);
        let Some(text) = read(root, file, faults) else { return };
        match toml::from_str::<BTreeMap<String, LanguageFile>>(&text) {
            Ok(languages) => self.languages = languages.into_iter().collect(),
            Err(error) => faults.push(toml_fault(file, &text, &error)),
        }
        self.languages.sort_by_key(|(code, _)| code != MAIN);
        if self.languages.first().is_none_or(|(code, _)| code != MAIN) {
            faults.push(Fault::new(file, MAIN, "is missing; the main language must be among them"));
        }
        for (code, language) in &self.languages {
            let fault = |(key, message): (&str, &str)| Fault::new(file, format!("{code}.{key}"), message);
            faults.extend(language.faults().into_iter().map(fault));
        }
    }

    /// Lists of the main language stand in `lexicons/` itself, those of another in the folder of its code.
    fn load_lexicons(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let top = Path::new("lexicons");
        let (folders, files): (Vec<_>, Vec<_>) =
            entries_of(root, top, faults).into_iter().partition(|entry| root.join(entry).is_dir());
        self.read_lexicons(root, files, faults);
        for folder in folders {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let known = self.languages.iter().any(|(code, _)| *code == name && code != MAIN);
            if !known && name != UNSUPPORTED {
                faults.push(Fault::new(&folder, "folder", format!("is no language; add it to {LANGUAGES}")));
            }
            let files = entries_of(root, &folder, faults);
            self.read_lexicons(root, files, faults);
        }
    }

    fn read_lexicons(&mut self, root: &Path, files: Vec<PathBuf>, faults: &mut Vec<Fault>) {
        for file in with_ending("txt", files, faults) {
            let Some(text) = read(root, &file, faults) else { continue };
            if file == Path::new("lexicons/spelling.txt") {
                self.spelling = Lexicon::parse_spelling(&file, &text, faults);
            } else {
                self.lexicons.push(Lexicon::parse(&file, &text, faults));
            }
        }
    }

    fn load_models(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        for file in files_of(root, Path::new("models"), "toml", faults) {
            let Some(text) = read(root, &file, faults) else { continue };
            match toml::from_str::<ModelFile>(&text) {
                Ok(model) => {
                    if let Err(message) = model.buckets() {
                        faults.push(Fault::new(&file, "weights", message));
                    }
                    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                    self.models.insert(name, model);
                }
                Err(error) => faults.push(toml_fault(&file, &text, &error)),
            }
        }
    }
}

/// Gives every way of finding the keys that it shares with others.
fn share(file: &Path, rule: &mut RuleFile, faults: &mut Vec<Fault>) {
    for (at, matcher) in rule.matches.iter_mut().enumerate() {
        let Some(name) = matcher.like.take() else { continue };
        match rule.like.get(&name) {
            Some(shared) => matcher.complete(shared),
            None => {
                let message = format!("\"{name}\" is not in this file; add [like.{name}]");
                faults.push(Fault::new(file, format!("match[{at}].like"), message));
            }
        }
    }
}

fn check_names(file: &Path, letter: char, rule: &RuleFile, faults: &mut Vec<Fault>) {
    let mut fault = |key: &str, message: String| faults.push(Fault::new(file, key, message));
    let number = rule.code.strip_prefix(letter).and_then(|number| number.parse::<u8>().ok());
    if number.is_none_or(|number| number == 0) {
        fault("code", format!("\"{}\" does not fit its folder; use {letter} and a number from 1", rule.code));
    }
    if file.file_stem().is_none_or(|stem| *stem != *rule.id) {
        fault("id", format!("\"{}\" is not the file's name", rule.id));
    }
    for (key, text) in [("summary", &rule.summary), ("why", &rule.why)] {
        if text.trim().is_empty() || text.contains('\n') {
            fault(key, "must be one line of text".to_owned());
        }
    }
}

fn toml_fault(file: &Path, text: &str, error: &toml::de::Error) -> Fault {
    let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or("").matches('\n').count() + 1);
    Fault::new(file, format!("line {line}"), error.message().replace('\n', " "))
}

fn read(root: &Path, file: &Path, faults: &mut Vec<Fault>) -> Option<String> {
    fs::read_to_string(root.join(file))
        .map_err(|error| faults.push(Fault::new(file, "file", format!("cannot be read: {error}"))))
        .ok()
}

/// The files of a folder, sorted, which all must have that ending.
fn files_of(root: &Path, folder: &Path, ending: &str, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let entries = entries_of(root, folder, faults);
    with_ending(ending, entries, faults)
}

/// Those that have that ending. All must: a file that is passed over protects nobody.
fn with_ending(ending: &str, entries: Vec<PathBuf>, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let has_ending = |file: &PathBuf| file.extension().is_some_and(|extension| extension == ending);
    let (files, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(has_ending);
    let fault =
        |file: PathBuf| Fault::new(&file, "file", format!("is not read; its name must end in .{ending}"));
    faults.extend(others.into_iter().map(fault));
    files
}

/// What stands in a folder, sorted, but for its page for people and hidden files; the folder must exist.
fn entries_of(root: &Path, folder: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let entries = match fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(Fault::new(folder, "folder", format!("cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.file_name())
        .filter(|name| *name != "README.md" && !name.to_string_lossy().starts_with('.'))
        .map(|name| folder.join(name))
        .collect();
    files.sort();
    files
}
