//! Fixes read well where they are put.
#![expect(clippy::string_slice, reason = "a test that cannot go on has failed")]

use chaperone::engine::{AccountKind, Checker, Config, Context, Draft, Surface};

/// The text after each of the fixes that are offered for it.
fn fixed(text: &str) -> Vec<String> {
    let context =
        Context { surface: Surface::ReviewReply, account: AccountKind::Practice, ..Context::default() };
    let report = Checker::new(Config::default()).check(&Draft { text, context: &context });
    let edits = report.findings.iter().flat_map(|finding| &finding.fixes).map(|fix| &fix.edit);
    let applied = edits.map(|edit| {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        [&text[..start], &edit.replacement, &text[end..]].concat()
    });
    applied.collect()
}

#[test]
fn a_fix_leaves_one_mark_at_the_end_of_its_sentence() {
    for (mark, end) in [(".", "."), ("!", "!"), ("?!", "?!"), ("", ".")] {
        let all = fixed(&format!("We were so glad to see you again last Tuesday{mark}"));
        assert!(!all.is_empty(), "nothing is flagged before {mark:?}");
        for text in all {
            let words = text.strip_suffix(end);
            assert!(words.is_some_and(|words| words.ends_with(char::is_alphabetic)), "{text}");
        }
    }
}
