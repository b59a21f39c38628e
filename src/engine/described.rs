//! What goes with a draft is described in words, and those are posted too: looks for patients in them.
//!
//! Each description is judged as a draft of its own in the same context. Only what gives a patient away and would keep
//! a draft from being posted counts: a description recommends nothing and claims nothing.

use std::borrow::Cow;

use serde::Serialize;

use super::context::{Attachment, Context};
use super::finding::Finding;
use super::rule::{Family, Rule, RuleIndex, Severity};
use super::span::Span;
use super::tables::RULES;

/// A patient who is given away in the description of what is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// Which attachment, by its place in the context.
    pub attachment: u32,
    /// Where it is described.
    pub part: Description,
    /// The rule, as a place in the catalog.
    pub rule: RuleIndex,
    /// How grave it is here.
    pub severity: Severity,
    /// The flagged words, in bytes of the description.
    pub span: Span,
}

/// A text that describes an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Description {
    /// The file's name.
    Name,
    /// What it is called for people who cannot see it.
    Alt,
}

impl Description {
    /// The words of an attachment there.
    #[must_use]
    pub fn of(self, attachment: &Attachment) -> Option<&str> {
        match self {
            Description::Name => attachment.name.as_deref(),
            Description::Alt => attachment.alt.as_deref(),
        }
    }
}

impl Described {
    /// The flagged words.
    #[must_use]
    pub fn words<'c>(&self, context: &'c Context) -> &'c str {
        let attachment = context.attachments.get(self.attachment as usize);
        attachment.and_then(|attachment| self.part.of(attachment)).map_or("", |text| self.span.of(text))
    }
}

/// All that is found in the descriptions of a context, in order; `judge` finds what is wrong with a text.
pub(crate) fn look_through(context: &Context, judge: impl Fn(&str) -> Vec<Finding>) -> Vec<Described> {
    let mut all = Vec::new();
    for (attachment, described) in (0..).zip(&context.attachments) {
        for part in [Description::Name, Description::Alt] {
            let Some(text) = part.of(described) else { continue };
            let words = match part {
                Description::Name => Cow::Owned(spaced(text)),
                Description::Alt => Cow::Borrowed(text),
            };
            let here = |(rule, severity, span)| Described { attachment, part, rule, severity, span };
            all.extend(judge(&words).iter().filter_map(gives_away).map(here));
        }
    }
    all
}

/// What a finding says of a patient, if it leads with that or tells it besides.
fn gives_away(finding: &Finding) -> Option<(RuleIndex, Severity, Span)> {
    // What turns on consent speaks of the picture itself, and is asked about with it.
    let speaks_of_them = |rule: &Rule| rule.family == Family::Patient && !rule.turns_on_consent();
    let is_meant = |rule: RuleIndex| RULES.get(usize::from(rule.0)).is_some_and(speaks_of_them);
    let leading = (finding.rule, finding.severity, finding.span);
    let besides = finding.also.iter().map(|also| (also.rule, also.severity, also.span));
    std::iter::once(leading)
        .chain(besides)
        .find(|(rule, severity, _)| *severity >= Severity::Fix && is_meant(*rule))
}

/// A file's name as its words: what stands in place of spaces becomes one, byte for byte, so that places still fit.
fn spaced(name: &str) -> String {
    let ending = name.rfind('.');
    let mut before = (' ', ' ');
    let mut after = name.chars().skip(1);
    name.char_indices()
        .map(|(at, letter)| {
            // A hyphen also stands in "x-ray", and in dates and telephone numbers.
            let joins_words = [before.0, before.1].into_iter().chain(after.next()).all(char::is_alphabetic);
            before = (before.1, letter);
            match letter {
                '_' | '+' => ' ',
                '-' if joins_words => ' ',
                '.' if ending == Some(at) => ' ',
                _ => letter,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Checker, Config, Draft, Memory, SendDecision};

    fn with(name: Option<&str>, alt: Option<&str>) -> Context {
        let owned = |text: &str| text.to_owned();
        let attachment = Attachment { name: name.map(owned), alt: alt.map(owned), ..Attachment::default() };
        Context { attachments: vec![Attachment::default(), attachment], ..Context::default() }
    }

    fn found(context: &Context) -> (SendDecision, Vec<(u32, Description, &str)>) {
        let report = Checker::new(Config::default()).check(&Draft { text: "", context });
        assert!(report.findings.is_empty());
        let told = |one: &Described| (one.attachment, one.part, one.words(context));
        (report.decision, report.described.iter().map(told).collect())
    }

    #[test]
    fn a_patient_in_a_description_holds_the_post_as_in_its_text() {
        let named = with(None, Some("Maria Lopez knee x-ray after surgery"));
        assert_eq!(found(&named), (SendDecision::Hold, vec![(1, Description::Alt, "Maria Lopez")]));
        for name in [
            "Maria_Lopez_after_surgery.jpg",
            "maria-lopez-after-surgery.jpg",
            "Maria+Lopez post-op day 3.jpeg",
        ] {
            let context = with(Some(name), None);
            let (decision, described) = found(&context);
            let [(1, Description::Name, words)] = described[..] else { panic!("{name}: {described:?}") };
            assert_eq!(words.to_lowercase().replace(['_', '-', '+'], " "), "maria lopez", "{name}");
            assert_eq!(decision, SendDecision::Hold, "{name}");
        }
        let numbered = with(Some("knee_mrn_12345678.jpg"), None);
        assert_eq!(found(&numbered), (SendDecision::Hold, vec![(1, Description::Name, "12345678")]));
    }

    #[test]
    fn a_patient_who_is_told_of_besides_something_else_counts() {
        let text = "Smile makeover of Anna Reed after her surgery, before and after";
        let context = with(None, Some(text));
        let (decision, described) = found(&context);
        assert!(decision >= SendDecision::Confirm, "{described:?}");
        assert_eq!(described.len(), 1, "{described:?}");
    }

    #[test]
    fn everyday_names_and_descriptions_are_left_alone() {
        for text in [
            "IMG_20260312_101112.jpg",
            "WhatsApp Image 2026-03-12 at 10.11.12.jpeg",
            "Screenshot 2026-03-12 at 10.12.12.png",
            "dr-maria-lopez-with-her-team.jpg",
            "before-and-after.jpg",
            "x-ray.jpg",
            "Our front desk team in the waiting room",
            "May be an image of 1 person and hospital",
        ] {
            let nothing = (SendDecision::Allow, Vec::new());
            assert_eq!(found(&with(Some(text), None)), nothing, "{text}");
            assert_eq!(found(&with(None, Some(text))), nothing, "{text}");
        }
    }

    #[test]
    fn a_description_that_changes_is_looked_through_anew() {
        let checker = Checker::new(Config::default());
        let mut memory = Memory::default();
        for (alt, decision) in [
            ("A cup of coffee", SendDecision::Allow),
            ("Maria Lopez after surgery", SendDecision::Hold),
            ("A cup of coffee", SendDecision::Allow),
        ] {
            let context = with(None, Some(alt));
            for text in ["Good morning", "Good morning!"] {
                let draft = Draft { text, context: &context };
                assert_eq!(checker.check_again(&mut memory, &draft), checker.check(&draft));
                assert_eq!(checker.check(&draft).decision, decision, "{alt}");
            }
        }
    }

    #[test]
    fn places_fit_names_of_any_letters() {
        for name in ["", ".", "-", "é_ü-ö.jpg", "🩺-🩺_a.b.c", "a-b", "ab-cd-"] {
            let spaced = spaced(name);
            assert_eq!(spaced.len(), name.len(), "{name}");
            let ends = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(ends(&spaced), ends(name), "{name}");
        }
    }
}
