//! The few ways of looking. A rule file names one or more of them; `matchers/` holds the code of each.

use super::language::Language;
use super::model::Model;
use super::rule::{Severity, When};
use super::signal::SignalKind;

/// One way in which a rule looks.
#[derive(Debug)]
pub(crate) struct Matcher {
    /// How it looks.
    pub(crate) how: MatcherKind,
    /// In paragraphs of which language, where it is not for all.
    pub(crate) language: Option<Language>,
    /// The model that must be sure of the sentence, and the log odds that it must reach.
    pub(crate) model: Option<(&'static Model, f32)>,
    /// In which contexts, beside the rule's own.
    pub(crate) when: When,
    /// How grave, where it differs from the rule.
    pub(crate) severity: Option<Severity>,
    /// Signals in the same scope that cancel.
    pub(crate) unless: &'static [SignalKind],
    /// Signals shortly before, in the same clause, that cancel.
    pub(crate) unless_before: &'static [SignalKind],
    /// Signals that end right before and cancel.
    pub(crate) unless_right_before: &'static [SignalKind],
    /// Signals in the sentence of the match that cancel.
    pub(crate) unless_sentence: &'static [SignalKind],
    /// Signals anywhere in the draft that cancel.
    pub(crate) unless_anywhere: &'static [SignalKind],
    /// Signals on the flagged words that cancel.
    pub(crate) except: &'static [SignalKind],
    /// How far signals may stand apart.
    pub(crate) within: Scope,
    /// What is underlined.
    pub(crate) flag: Flag,
}

/// How a matcher looks.
#[allow(dead_code, reason = "which of these are made depends on the rules")]
#[derive(Debug)]
pub(crate) enum MatcherKind {
    /// Signals one behind the other.
    Pattern(&'static [Pattern]),
    /// The signal that wakes it, in the scope of another.
    Near {
        /// One of these must stand in scope.
        of: &'static [SignalKind],
        /// And one of these, where any is given.
        and: &'static [SignalKind],
    },
    /// Several details that add up around the signal that wakes it.
    Score {
        /// What wakes it: the first in a scope speaks for all.
        anchor: &'static [SignalKind],
        /// Each group counts once.
        of: &'static [&'static [SignalKind]],
        /// One of these must stand in scope, where any is given.
        and: &'static [SignalKind],
        /// Points needed.
        at_least: u8,
        /// Points from which it is graver by one step.
        raise_at: u8,
    },
    /// The signal that wakes it, without another that should go with it.
    Missing {
        /// What should be in scope.
        without: &'static [SignalKind],
    },
    /// What was learned from examples, asked once for every sentence that holds a signal that wakes it.
    Model,
    /// Code of its own, where the others do not reach.
    Detector(DetectorKind),
}

/// A sequence of steps.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// The steps, in order.
    pub(crate) steps: &'static [Step],
}

/// One step of a pattern.
#[allow(dead_code, reason = "which of these are made depends on the rules")]
#[derive(Debug)]
pub(crate) enum Step {
    /// One of these signals begins here.
    Signals(&'static [SignalKind]),
    /// This literal phrase begins here.
    Phrase(SignalKind),
    /// Up to so many tokens of any kind, inside the sentence.
    Gap(u8),
    /// The sentence begins here.
    SentenceStart,
    /// The sentence ends here.
    SentenceEnd,
    /// The flagged words begin here.
    FlagStart,
    /// The flagged words end here.
    FlagEnd,
}

/// How far signals may stand apart.
#[allow(dead_code, reason = "which of these are made depends on the rules")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Between commas, dashes, brackets and conjunctions.
    Clause,
    /// Between full stops and line ends.
    Sentence,
    /// Between line ends.
    Paragraph,
    /// Anywhere.
    Draft,
    /// So many tokens before or behind, in the sentence.
    Words(u8),
}

/// What is underlined.
#[allow(dead_code, reason = "which of these are made depends on the rules")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flag {
    /// The matched words.
    Match,
    /// The clause they stand in.
    Clause,
    /// The sentence they stand in.
    Sentence,
}

/// Detectors, one file each in `detectors/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DetectorKind {
    /// Numbers and addresses that stand for one person.
    Identifier,
}

/// Which matcher a signal wakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    /// The rule's place in the catalog.
    pub(crate) rule: u16,
    /// The matcher's place in the rule.
    pub(crate) matcher: u16,
    /// The pattern's place in the matcher.
    pub(crate) pattern: u16,
}
