//! What makes every finding graver, whatever its rule: where the draft goes and what goes with it.
//!
//! Nothing makes a finding less grave: a private message, a closed group or a deleted post may become public.

use super::context::{AttachmentKind, Audience, ConsentPart, Context, Surface};
use super::matcher::Matcher;
use super::rule::Rule;
use super::signal::SignalKind;
use super::tables::kind;
use super::view::View;

/// Words that make a text clinical, so that a picture beside it shows care.
const CLINICAL: &[SignalKind] = &[
    kind::PATIENT_CUE,
    kind::PATIENT_NOUNS,
    kind::VISIT_CUE,
    kind::CONDITIONS,
    kind::SYMPTOMS,
    kind::PROCEDURES,
    kind::TESTS,
    kind::CLINIC_SCENE,
];

/// What there is about a draft, besides its words, that makes its findings graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Escalation {
    /// A public answer to a review, a location tag, or a live broadcast.
    is_exposed: bool,
    /// A picture or video goes with it that nobody has authorized.
    is_illustrated: bool,
}

impl Escalation {
    /// Of a draft in this context.
    pub(crate) fn of(context: &Context) -> Escalation {
        let attached = |kinds: &[AttachmentKind]| context.attachments.iter().any(|a| kinds.contains(&a.kind));
        let answers_review = context.surface == Surface::ReviewReply && context.audience == Audience::Public;
        let is_live = context.surface == Surface::Live || attached(&[AttachmentKind::Live]);
        Escalation {
            is_exposed: answers_review || is_live || attached(&[AttachmentKind::Location]),
            is_illustrated: attached(&[AttachmentKind::Image, AttachmentKind::Video])
                && !context.consent.contains(&ConsentPart::Authorization),
        }
    }

    /// Whether what this matcher finds is graver here: somebody is tagged, or care is shown, or the context says so.
    pub(crate) fn raises(self, rule: &Rule, matcher: &Matcher, view: &View<'_>) -> bool {
        // A matcher that asks for a picture has counted it already.
        let asks = || rule.when.asks_for_attachment() || matcher.when.asks_for_attachment();
        self.is_exposed
            || view.holds_anywhere(&[kind::MENTION])
            || (self.is_illustrated && !asks() && view.holds_anywhere(CLINICAL))
    }
}
