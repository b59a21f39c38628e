//! What people do to a number without meaning to hide it: spaces, dots, dashes, line breaks, pictographs and digits of
//! another script between or in its parts. It is still the same number.

use std::sync::LazyLock;

use chaperone::engine::{Checker, Config};
use proptest::prelude::*;
use proptest::sample::select;

/// Made once: it reads the whole vocabulary.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Config::default()));

/// What stands between the parts of a number.
const BETWEEN: &[&str] = &[
    "", " ", "  ", "\u{a0}", "-", " - ", ".", ". ", "\u{2011}", "\u{2013}", "/", "\n", "\r\n", "🙄", " 🙄 ",
    "\u{200b}", "\u{ad}", ") ", "·",
];
/// The zero of each script; its other digits follow it.
const ZEROS: &[char] = &['0', '\u{ff10}', '\u{1d7ce}', '\u{1d7d8}', '\u{660}', '\u{6f0}', '\u{966}'];
/// Words that announce a social security number.
const CUES: &[&str] =
    &["SSN", "ssn:", "SSN#", "S S N", "S.S.N.", "s-s-n", "Social Security number is", "Social security no."];

fn in_script(digits: &str, zero: char) -> String {
    let value = |digit: char| u32::from(zero) + digit.to_digit(10).unwrap_or(0);
    digits.chars().filter_map(|digit| char::from_u32(value(digit))).collect()
}

/// Whether the signals of that name cover every digit of `number`, which begins at a byte of `text`.
fn covers(text: &str, start: usize, name: &str) -> bool {
    let signals = CHECKER.signals(text);
    signals.iter().any(|(span, signal)| {
        *signal == name && span.start as usize <= start && span.end as usize == text.trim_end().len()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_social_security_number_is_one_however_it_is_written(
        cue in select(CUES),
        first in select(BETWEEN),
        second in select(BETWEEN),
        zero in select(ZEROS),
    ) {
        let parts = ["219", "09", "9999"].map(|part| in_script(part, zero));
        let head = format!("{cue} ");
        let text = format!("{head}{}{first}{}{second}{}", parts[0], parts[1], parts[2]);
        prop_assert!(covers(&text, head.len(), "identifier"), "{text:?}: {:?}", CHECKER.signals(&text));
    }

    #[test]
    fn a_record_number_is_one_however_it_is_written(
        first in select(BETWEEN),
        second in select(BETWEEN),
        zero in select(ZEROS),
    ) {
        let parts = ["448", "21", "907"].map(|part| in_script(part, zero));
        let text = format!("MRN {}{first}{}{second}{}", parts[0], parts[1], parts[2]);
        prop_assert!(covers(&text, 4, "identifier"), "{text:?}: {:?}", CHECKER.signals(&text));
    }

    #[test]
    fn a_telephone_number_is_one_however_it_is_grouped(
        first in select(&[" ", "-", ".", ") ", "\u{a0}", " 📞 ", "\u{2011}", "\n"][..]),
        second in select(&[" ", "-", ".", "\u{a0}", "\u{2013}", "🙄"][..]),
        zero in select(ZEROS),
    ) {
        let parts = ["212", "555", "0142"].map(|part| in_script(part, zero));
        let head = "Text her at ";
        let text = format!("{head}{}{first}{}{second}{}", parts[0], parts[1], parts[2]);
        prop_assert!(covers(&text, head.len(), "phone"), "{text:?}: {:?}", CHECKER.signals(&text));
    }
}

#[test]
fn digits_one_by_one_are_still_a_number() {
    for text in ["SSN 2 1 9 0 9 9 9 9 9", "MRN 4-4-7-1-9-2-0", "ssn 2.1.9.0.9.9.9.9.9"] {
        assert!(covers(text, 4, "identifier"), "{text:?}: {:?}", CHECKER.signals(text));
    }
}

#[test]
fn a_letter_for_a_digit_is_a_digit_beside_a_cue() {
    for text in ["SSN 2l9-O9-9999", "MRN 44719O2", "ssn 219 o9 9999"] {
        assert!(covers(text, 4, "identifier"), "{text:?}: {:?}", CHECKER.signals(text));
    }
    for text in ["flight 44719O2", "Room IO12 is open", "the LOO7 model"] {
        let found = CHECKER.signals(text);
        assert!(!found.iter().any(|(_, signal)| *signal == "identifier"), "{text:?}: {found:?}");
    }
}

#[test]
fn digits_in_words_are_digits() {
    for (text, start, signal) in [
        ("SSN two one nine, zero nine, nine nine nine nine", 4, "identifier"),
        ("MRN four four seven one nine two oh", 4, "identifier"),
        ("call her at five five five, oh one four two", 12, "phone"),
        ("text her at 2 1 2 - 5 5 5 - 0 1 4 2", 12, "phone"),
    ] {
        assert!(covers(text, start, signal), "{text:?}: {:?}", CHECKER.signals(text));
    }
    for text in ["one two three four five six seven, ready or not", "two by two, one by one, nine to five"] {
        let found = CHECKER.signals(text);
        assert!(
            !found.iter().any(|(_, signal)| ["identifier", "phone"].contains(signal)),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn a_number_that_says_what_it_is_stays_quiet() {
    for text in ["order 219 09 9999", "invoice\n219-09-9999", "219🙄09 9999 steps", "v 2.19.09.9999"] {
        let found = CHECKER.signals(text);
        assert!(!found.iter().any(|(_, signal)| *signal == "identifier"), "{text:?}: {found:?}");
    }
}

/// How many sentences the engine sees.
fn sentences(text: &str) -> usize {
    CHECKER.signals(text).iter().filter(|(_, signal)| *signal == "sentence").count()
}

#[test]
fn a_sentence_that_a_program_broke_to_its_width_is_one() {
    for text in [
        "Mr. Ferrante is a 67 year old man who was admitted to Northgate General on\nApril 9 with pain",
        "Mr. Ferrante was admitted to our unit after his bypass, and his wife Oona\r\nwas at the bedside",
        "She is followed in pulmonary clinic and was last seen there by Doctor Tamsin\nAldershot in May",
    ] {
        assert_eq!(sentences(text), 1, "{text}");
    }
    for text in [
        "Flu shots\nand smiles",
        "Come and see us at the health fair this coming Saturday, we would love it!\nand bring a friend",
        "Emergency contact of the person who was seen in our clinic is Tamsin Aldershot\nAge: 92",
        "Come and see us at the health fair this coming Saturday #healthfair\nbring a friend",
    ] {
        assert_eq!(sentences(text), 2, "{text}");
    }
}
