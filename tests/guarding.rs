//! When a draft counts as checked but not guarded: its site posts by a control, and none that is known shows.

use chaperone::protocol::Doors;

const NONE: Doors = Doors { expected: true, posts: false, leads_on: false };

#[test]
fn a_draft_without_any_known_control_is_unguarded() {
    assert!(NONE.leave_unguarded("Thank you all"));
}

#[test]
fn a_control_that_posts_or_leads_on_guards_it() {
    assert!(!Doors { posts: true, ..NONE }.leave_unguarded("Thank you all"));
    assert!(!Doors { leads_on: true, ..NONE }.leave_unguarded("Thank you all"));
}

#[test]
fn nothing_is_said_where_no_control_is_expected_or_nothing_is_written() {
    assert!(!Doors { expected: false, ..NONE }.leave_unguarded("Thank you all"));
    assert!(!NONE.leave_unguarded(" \n\u{a0}"));
}
