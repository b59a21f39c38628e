//! The tables that `build.rs` makes of `rules/` and `lexicons/`.

#![allow(unused_imports, reason = "which of these the tables name depends on the rules")]

use super::case::LetterRun;
use super::config::Locale;
use super::context::{AccountKind, AttachmentKind, Audience, ConsentPart, Surface};
use super::language::{Language, LanguageWords};
use super::matcher::{DetectorKind, Flag, Matcher, MatcherKind, Pattern, Scope, Step, Trigger};
use super::model::Model;
use super::recognizers::{Check, Shape};
use super::rule::{Applicability, DetailTemplate, Family, FixTemplate, Raise, Rule, Severity, Source, When};
use super::rule_code::RuleCode;
use super::signal::{KindSet, PhraseSet, SignalKind};
use super::template::SafeTemplate;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The terms of all lexicons, in the form that [`super::vocabulary`] reads.
pub(crate) static VOCABULARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/vocabulary.bin"));
