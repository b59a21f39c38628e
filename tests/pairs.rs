//! What surrounds a draft changes the verdict: what it answers, where it stands, what goes with it.

use chaperone::engine::{
    AccountKind, Attachment, AttachmentKind, Audience, Checker, Config, Context, Draft, ReplyingTo, Severity,
    Surface, rule,
};

/// The gravest finding of the patient family.
fn gravest(text: &str, context: &Context) -> Option<Severity> {
    let report = Checker::new(Config::default()).check(&Draft { text, context });
    let patient = |code: &str| code.starts_with('P');
    let own =
        report.findings.iter().filter(|it| rule(it.rule).is_some_and(|rule| patient(&rule.code.to_string())));
    own.map(|finding| finding.severity).max()
}

fn answer(surface: Surface, account: AccountKind, parent: &str, rating: Option<u8>) -> Context {
    let replying_to = Some(ReplyingTo { text: parent.to_owned(), rating, ..ReplyingTo::default() });
    Context { surface, account, replying_to, ..Context::default() }
}

#[test]
fn the_same_words_are_judged_by_what_they_answer() {
    let text = "We mailed the corrected form to you on the 9th.";
    let complaint = "My surgeon's office never called me back about my bill";
    let other = "Where do I send the bake sale sign-up?";
    let practice = AccountKind::Practice;
    for surface in [Surface::Reply, Surface::Comment] {
        assert_eq!(gravest(text, &answer(surface, practice, complaint, None)), Some(Severity::Stop));
        assert_eq!(gravest(text, &answer(surface, practice, other, Some(4))), Some(Severity::Stop));
        assert_eq!(gravest(text, &answer(surface, practice, other, None)), None);
        assert_eq!(gravest(text, &answer(surface, AccountKind::Personal, complaint, None)), None);
    }
    assert_eq!(gravest(text, &Context::default()), None, "as a post it confirms nobody");
}

#[test]
fn thanks_for_writing_are_no_confirmation() {
    let review = answer(Surface::ReviewReply, AccountKind::Practice, "Great dentist", Some(5));
    for text in [
        "Thank you for the kind words, Priya!",
        "You made our day.",
        "Privacy law keeps us from saying more.",
    ] {
        assert_eq!(gravest(text, &review), None, "{text}");
    }
}

const STORY: &str = "Tonight a grandmother of nine handed me her knitting and said finish it.";

#[test]
fn more_to_know_somebody_by_makes_a_story_graver() {
    let plain = Context::default();
    assert_eq!(gravest(STORY, &plain), Some(Severity::Rethink));
    for kind in [AttachmentKind::Image, AttachmentKind::Video, AttachmentKind::Live, AttachmentKind::Location]
    {
        let attachments = vec![Attachment { kind, ..Attachment::default() }];
        assert_eq!(
            gravest(STORY, &Context { attachments, ..plain.clone() }),
            Some(Severity::Fix),
            "{kind:?}"
        );
    }
    assert_eq!(gravest(STORY, &Context { surface: Surface::Live, ..plain.clone() }), Some(Severity::Fix));
    let tagged = STORY.replace("said", "said to @fern_aldous");
    assert_eq!(gravest(&tagged, &plain), Some(Severity::Fix));
}

#[test]
fn a_smaller_circle_makes_nothing_lighter() {
    for audience in [Audience::Public, Audience::Followers, Audience::Group, Audience::Direct] {
        let context = Context { audience, ..Context::default() };
        assert_eq!(gravest(STORY, &context), Some(Severity::Rethink), "{audience:?}");
        let named = "Marcus Bell finished chemo with us today!";
        assert_eq!(gravest(named, &context), Some(Severity::Stop), "{audience:?}");
        let message = Context { surface: Surface::Message, ..context };
        assert_eq!(gravest(STORY, &message), Some(Severity::Rethink), "{audience:?}");
    }
}
