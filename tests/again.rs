//! Checking again after an edit gives what checking anew gives, whatever is edited and however.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on has to stop"
)]

use std::path::Path;
use std::sync::LazyLock;

use chaperone::engine::{
    AccountKind, Attachment, AttachmentKind, Checker, Config, Context, Draft, Memory, ReplyingTo, Surface,
};
use proptest::prelude::*;
use rule_format::{Example, PolicyBase};

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Config::default()));

/// What the rules look for and what they pass over, in the words of their own examples.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let base = PolicyBase::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let of_rules = base.rules.iter().flat_map(|filed| {
        let flagged =
            filed.rule.should_match.iter().map(|example| Example::parse(&example.text).unwrap().text);
        flagged.chain(filed.rule.should_not_match.iter().map(|example| example.text.clone()))
    });
    let posts = [include_str!("../benches/texts/ordinary.txt"), include_str!("../benches/texts/flagged.txt")];
    of_rules.chain(posts.iter().flat_map(|posts| posts.lines().map(str::to_owned))).collect()
});

/// Words that mean little to any rule.
const PLAIN: &str = "The road was wet and the bus was slow. They took the long way around the lake and saw two boats. \
    A man sold apples by the gate. The wind turned, the light went, and the bell rang on the hill. \
    Somebody had left a red ball in the grass. It rolled down to the water and stayed there. ";

/// What people type, paste and take out between sentences, and what tears them.
const MARKS: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    ". ",
    "! ",
    "\"",
    "“",
    ", ",
    "; ",
    "555\n",
    "0142",
    "MRN 44",
    "71920",
    "é",
    "🎉",
    "\u{200b}",
    "Name: ",
    "DOB: ",
    "MRN: ",
    "\nPatient: ",
    "I ",
    "a",
];

/// One change of a text: so much of it is taken out, and something put in its place.
#[derive(Clone, Debug)]
struct Edit {
    /// Where, in thousandths of the text.
    at: usize,
    /// Characters taken out.
    out: usize,
    put: String,
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let at = characters.len() * self.at / 1000;
        let rest = characters.len().min(at + self.out);
        characters[..at]
            .iter()
            .copied()
            .chain(self.put.chars())
            .chain(characters[rest..].iter().copied())
            .collect()
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => any::<prop::sample::Index>().prop_map(|at| at.get(&SENTENCES).clone() + " "),
        2 => prop::sample::select(MARKS).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..90).prop_map(|pieces| pieces.concat())
}

fn edit() -> impl Strategy<Value = Edit> {
    let put = prop_oneof![
        4 => prop::sample::select(MARKS).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        2 => piece(),
        1 => Just(String::new()),
    ];
    let out = prop_oneof![6 => 0..2_usize, 2 => 2..60_usize, 1 => 0..3000_usize];
    (0..=1000_usize, out, put).prop_map(|(at, out, put)| Edit { at, out, put })
}

fn context() -> impl Strategy<Value = Context> {
    let surface =
        prop::sample::select(&[Surface::Post, Surface::ReviewReply, Surface::Comment, Surface::Caption][..]);
    let account =
        prop::sample::select(&[AccountKind::Practice, AccountKind::Personal, AccountKind::Unknown][..]);
    let clip = Attachment {
        kind: AttachmentKind::Video,
        alt: Some("the wound".to_owned()),
        ..Attachment::default()
    };
    let review = ReplyingTo {
        text: "Worst visit of my life, my mother is still in pain".to_owned(),
        rating: Some(1),
        ..ReplyingTo::default()
    };
    (surface, account, any::<bool>(), any::<bool>()).prop_map(
        move |(surface, account, attached, answered)| Context {
            surface,
            account,
            attachments: if attached { vec![clip.clone()] } else { Vec::new() },
            replying_to: answered.then(|| review.clone()),
            ..Context::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn checking_again_gives_what_checking_anew_gives(
        text in text(),
        edits in prop::collection::vec(edit(), 1..8),
        contexts in prop::collection::vec(context(), 1..3),
    ) {
        let mut memory = Memory::default();
        let mut text = text;
        for (turn, edit) in edits.iter().enumerate() {
            text = edit.apply(&text);
            // Now and then the context changes between two keys, for instance when a picture is attached.
            let context = &contexts[turn / 4 % contexts.len()];
            let draft = Draft { text: &text, context };
            prop_assert_eq!(CHECKER.check_again(&mut memory, &draft), CHECKER.check(&draft));
        }
    }

    #[test]
    fn what_appears_or_vanishes_far_away_counts(
        sentences in prop::collection::vec(any::<prop::sample::Index>(), 6),
        steps in prop::collection::vec((0..3_usize, 0..8_usize), 4..9),
        context in context(),
    ) {
        // Three places with plain posts between them, so that each stands in a passage of its own.
        let plain = PLAIN.repeat(8);
        let mut places = [String::new(), String::new(), String::new()];
        let mut memory = Memory::default();
        for (place, sentence) in steps {
            places[place] = sentences.get(sentence).map_or_else(String::new, |at| at.get(&SENTENCES).clone() + " ");
            let [first, middle, last] = &places;
            let text = format!("{first}{plain}{middle}{plain}{last}");
            let draft = Draft { text: &text, context: &context };
            prop_assert_eq!(CHECKER.check_again(&mut memory, &draft), CHECKER.check(&draft));
        }
    }

    #[test]
    fn a_text_typed_letter_by_letter_is_checked_as_a_whole(text in prop::collection::vec(piece(), 20..40)) {
        let text = text.concat();
        let context = Context::default();
        let mut memory = Memory::default();
        let typed = text.char_indices().map(|(at, _)| &text[..at]).filter(|typed| typed.len() > 1200);
        for text in typed.step_by(41) {
            let draft = Draft { text, context: &context };
            prop_assert_eq!(CHECKER.check_again(&mut memory, &draft), CHECKER.check(&draft));
        }
    }
}

#[test]
fn a_memory_serves_another_checker_too() {
    let context = Context::default();
    let draft = Draft { text: "So proud of Marcus Bell for finishing chemo with us!", context: &context };
    let config = Config { disabled: vec!["P1".parse().unwrap()], ..Config::default() };
    let other = Checker::new(config);
    let mut memory = Memory::default();
    assert_ne!(CHECKER.check_again(&mut memory, &draft), other.check(&draft));
    assert_eq!(other.check_again(&mut memory, &draft), other.check(&draft));
}
