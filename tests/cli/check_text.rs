//! `chaperone check`: what a person sees.

use super::process::{file, run};

#[test]
fn a_clean_text_says_so_with_exit_code_0() {
    let ran = run(&["check"], "Flu shots Monday 9-4.\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("nothing found"), "{}", ran.out);
}

#[test]
fn what_cannot_be_read_is_named_with_exit_code_2() {
    let ran = run(&["check", "no-such-post.txt"], "");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("chaperone: no-such-post.txt cannot be read"), "{}", ran.err);

    let latin = file("latin.txt", b"caf\xe9");
    let ran = run(&["check", &latin], "");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("not UTF-8 text after byte 3") && ran.err.contains("iconv"), "{}", ran.err);

    let folder = env!("CARGO_TARGET_TMPDIR");
    assert_eq!(run(&["check", folder], "").code, 2);
}

#[test]
fn faulty_settings_are_named_by_file_and_key() {
    let path = file("faulty-settings.json", r#"{"version":1,"office":{"fone":"555"}}"#);
    let ran = run(&["--settings", &path, "check"], "x");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("faulty-settings.json") && ran.err.contains("fone"), "{}", ran.err);
}

#[test]
fn settings_and_locale_may_stand_before_or_after_the_command() {
    let path = file("settings.json", r#"{"version":1,"office":{"practice":"Harbor Family Clinic"}}"#);
    for arguments in
        [["--settings", &path, "--locale", "uk", "check"], ["check", "--settings", &path, "--locale", "au"]]
    {
        let ran = run(&arguments, "Flu shots Monday 9-4.");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn an_unknown_word_in_an_option_is_answered_with_the_known_ones() {
    for (arguments, known) in [
        (["--locale", "fr", "check"], "`uk`"),
        (["check", "--surface", "tweet"], "`review-reply`"),
        (["check", "--account", "work"], "`practice`"),
        (["check", "--audience", "all"], "`followers`"),
        (["check", "--rating", "6"], "1..=5"),
    ]
    .map(|(arguments, known)| (arguments.to_vec(), known))
    {
        let ran = run(&arguments, "x");
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(known), "{}", ran.err);
    }
}
