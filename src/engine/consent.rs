//! Whether a draft and what goes with it ask for the consent of somebody who is shown.

use super::context::{Attachment, AttachmentKind, Context};
use super::finding::Finding;
use super::rule::Surroundings;
use super::signal::{KindSet, SignalKind};
use super::tables::{RULES, kind};

/// Words of somebody in care, so that a picture beside them may show them.
const IN_CARE: &[SignalKind] = &[
    kind::PATIENT_CUE,
    kind::PATIENT_NOUNS,
    kind::PATIENT_PLURALS,
    kind::PATIENT_PICTURE,
    kind::CLINICAL_PICTURE,
    kind::CLINIC_SCENE,
    kind::PROCEDURES,
];

/// Whether it does; once something has been said of the consent, until nothing is attached any longer. `present`
/// tells what the draft's words hold.
pub(crate) fn is_asked_for(
    context: &Context,
    around: &Surroundings,
    findings: &[Finding],
    present: impl FnOnce() -> KindSet,
) -> bool {
    let shows_people = |attachment: &Attachment| {
        matches!(attachment.kind, AttachmentKind::Image | AttachmentKind::Video | AttachmentKind::Live)
    };
    let turns_on_it = |finding: &Finding| {
        RULES.get(usize::from(finding.rule.0)).is_some_and(|rule| rule.turns_on_consent())
    };
    context.attachments.iter().any(shows_people)
        && !around.attached.contains_any(&[kind::STOCK_MEDIA, kind::ANIMAL])
        && (!context.consent.is_empty()
            || around.attached.contains_any(IN_CARE)
            || findings.iter().any(turns_on_it)
            || present().contains_any(IN_CARE))
}

#[cfg(test)]
mod tests {
    use crate::engine::{Attachment, AttachmentKind, Checker, Config, ConsentPart, Context, Draft};

    fn asks(text: &str, attachments: Vec<Attachment>, consent: Vec<ConsentPart>) -> bool {
        let context = Context { attachments, consent, ..Context::default() };
        Checker::new(Config::default()).check(&Draft { text, context: &context }).asks_consent
    }

    fn named(name: &str) -> Vec<Attachment> {
        vec![Attachment { name: Some(name.to_owned()), ..Attachment::default() }]
    }

    #[test]
    fn a_picture_beside_words_of_care_asks_for_consent() {
        let picture = || named("img_0042.jpg");
        assert!(asks("My patient after the surgery", picture(), Vec::new()));
        assert!(asks("Waiting room vlog", picture(), Vec::new()));
        assert!(asks("Happy Friday!", named("patient-knee.jpg"), Vec::new()));
        assert!(!asks("My patient after the surgery", Vec::new(), Vec::new()));
        assert!(!asks("Cupcakes for the whole team!", picture(), Vec::new()));
        assert!(!asks("My patient after the surgery", named("stock photo of a model.jpg"), Vec::new()));
        let tag = vec![Attachment { kind: AttachmentKind::Location, ..Attachment::default() }];
        assert!(!asks("My patient after the surgery", tag, Vec::new()));
    }

    #[test]
    fn what_has_been_said_of_it_can_be_changed() {
        assert!(asks("Hello", named("img_0042.jpg"), vec![ConsentPart::Educational]));
    }
}
