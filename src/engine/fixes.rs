//! The fixes of all rules with the office's own words in them.

use std::sync::{Arc, OnceLock};

use super::config::Config;
use super::finding::{Edit, Fix};
use super::language::Language;
use super::rule::{Applicability, RuleIndex};
use super::span::Span;
use super::tables::{LANGUAGE_COUNT, RULES};

/// Each rule's fixes by language, filled in when the rule first finds something in it.
#[derive(Debug)]
pub(crate) struct Fixes(Vec<[OnceLock<Vec<Filled>>; LANGUAGE_COUNT]>);

/// One fix for any place.
#[derive(Debug)]
struct Filled {
    title: &'static str,
    whole: Arc<str>,
    /// Without its full stop.
    open: Arc<str>,
    applicability: Applicability,
}

impl Fixes {
    /// None filled in so far.
    pub(crate) fn new() -> Self {
        Fixes(RULES.iter().map(|_| std::array::from_fn(|_| OnceLock::new())).collect())
    }

    /// The fixes of a rule for the words of `span` in a paragraph of `language`; `behind` is what the text goes on
    /// with.
    pub(crate) fn of(
        &self,
        rule: RuleIndex,
        language: Language,
        span: Span,
        behind: &str,
        config: &Config,
    ) -> Vec<Fix> {
        let slot = self.0.get(usize::from(rule.0)).and_then(|slots| slots.get(language.index()));
        let Some(slot) = slot else { return Vec::new() };
        // Flagged words end before the mark of their sentence; a fix that brings its own would double it.
        let is_closed = behind.starts_with(['.', '!', '?']);
        slot.get_or_init(|| fill(rule, language, config))
            .iter()
            .map(|filled| {
                let replacement = if is_closed { &filled.open } else { &filled.whole };
                let edit = Edit { span, replacement: Arc::clone(replacement) };
                Fix { title: filled.title.into(), edit, applicability: filled.applicability }
            })
            .collect()
    }
}

fn fill(rule: RuleIndex, language: Language, config: &Config) -> Vec<Filled> {
    let templates = RULES.get(usize::from(rule.0)).map_or(&[][..], |rule| rule.fixes);
    let filled = templates.iter().map(|template| {
        let (words, language) = template.words(language);
        let whole: Arc<str> = config.fill(words, language).into();
        let open = whole.strip_suffix('.').map_or_else(|| Arc::clone(&whole), Arc::from);
        Filled { title: template.title, whole, open, applicability: template.applicability }
    });
    filled.collect()
}
