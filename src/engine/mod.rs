//! The checker: a draft and a configuration in, a report out.
//!
//! Invariants: nothing here does input or output, reads a clock, draws random numbers, logs, or knows a browser;
//! the engine imports nothing else of this crate; [`Checker::check`] cannot fail; the same input gives the same
//! output everywhere.

mod allow;
mod arms;
mod case;
mod catalog;
mod checker;
mod config;
mod consent;
mod context;
mod cut;
mod described;
mod details;
mod detectors;
mod draft;
mod escalation;
mod features;
mod finding;
mod fixes;
mod fold;
mod gate;
mod gist;
mod hints;
mod inventory;
mod judge;
mod language;
mod lex;
mod matcher;
mod matchers;
mod memory;
mod model;
mod outside;
mod own_words;
mod packed;
mod passage;
mod passages;
mod phrases;
mod ranked;
mod reader;
mod reading;
mod recognizers;
mod report;
mod resolve;
mod rule;
mod rule_code;
mod segment;
mod setting;
mod signal;
mod signals;
mod span;
mod tables;
mod template;
mod terms;
mod token;
mod tongue;
mod typed_phrases;
mod typing;
mod unfinished;
mod view;
mod vocabulary;
mod wake;
mod words;

pub use allow::digest;
pub(crate) use case::{capitalized, lowered, upper};
pub use catalog::{RuleCard, SourceCard, find, rule, rules, templates};
pub use checker::Checker;
pub use config::{AllowedWords, Config, EmergencyLines, FlaggedPhrase, Locale, OfficeProfile, SilencedRule};
pub use context::{
    AccountKind, Attachment, AttachmentKind, Audience, ConsentPart, Context, ReplyingTo, Surface,
};
pub use described::{Described, Description};
pub use draft::Draft;
pub use features::MODEL_BUCKETS;
pub use finding::{Edit, Finding, Fix, Merged};
pub use language::Language;
pub use memory::Memory;
pub use model::feature_value;
pub(crate) use ranked::ranked;
pub use report::{Report, SendDecision};
pub use rule::{Applicability, Family, FixTemplate, Rule, RuleIndex, Severity, Source};
pub use rule_code::{RuleCode, RuleCodeError};
pub use span::{Span, Utf16Index, Utf16Span, span_of_code_points};
pub use template::SafeTemplate;
pub use typing::{Shown, Typing};
