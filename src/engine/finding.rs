//! What a check found: one place in the draft, the rule it breaks, and what to write instead.

use std::borrow::Cow;
use std::sync::Arc;

use super::rule::{Applicability, RuleIndex, Severity};
use super::span::Span;

/// One flagged place. Called a finding, not a diagnosis: that word means something else in a clinic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule, as a place in the catalog.
    pub rule: RuleIndex,
    /// The flagged words.
    pub span: Span,
    /// How grave it is here; a rule's own severity after the context has raised it.
    pub severity: Severity,
    /// What could stand there instead, best first.
    pub fixes: Vec<Fix>,
    /// The details that together make it a finding, where a rule adds several up or a model weighs words; else empty.
    pub evidence: Vec<Span>,
    /// What rules of other families find on words that overlap these, gravest first.
    pub also: Vec<Merged>,
    /// What the practice says of words that it flags on its own account.
    pub message: Option<Arc<str>>,
    /// Whether it waits for the end of the sentence being typed before anybody sees it.
    pub waits: bool,
}

/// A finding that a graver one on the same words leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Which rule, as a place in the catalog.
    pub rule: RuleIndex,
    /// The words that it would flag.
    pub span: Span,
    /// How grave it is here.
    pub severity: Severity,
}

/// A remedy that can be applied with one click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says.
    pub title: Cow<'static, str>,
    /// What to change.
    pub edit: Edit,
    /// Whether a person must read the result before posting it.
    pub applicability: Applicability,
}

/// Replaces the words of `span` with one line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The words to replace.
    pub span: Span,
    /// The new words; never holds a line break, because editors lose paragraphs over it.
    pub replacement: Arc<str>,
}

impl Finding {
    /// The same finding in a text that has `bytes` more before it.
    pub(crate) fn behind(&self, bytes: u32) -> Finding {
        let mut moved = self.clone();
        moved.span = self.span.behind(bytes);
        moved.fixes.iter_mut().for_each(|fix| fix.edit.span = fix.edit.span.behind(bytes));
        moved.evidence.iter_mut().for_each(|detail| *detail = detail.behind(bytes));
        moved.also.iter_mut().for_each(|also| also.span = also.span.behind(bytes));
        moved
    }
}
