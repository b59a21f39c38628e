//! Proves the house rules from the tree itself, so that nobody has to remember them.
//!
//! Each test prints every violation at once, as `file:line: what is wrong; what to do`. Each law also carries tests
//! of its own that plant a violation and look that it is found.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod banned_calls;
mod directions;
mod expectations;
mod heads;
mod layers;
mod leftovers;
mod lengths;
mod manifest;
mod names;
mod strays;
mod tree;
mod violation;

use tree::SourceFile;
use violation::{Violation, assert_none};

fn check_every_file(law: impl Fn(&SourceFile) -> Vec<Violation>) {
    let files = tree::read();
    assert!(
        files.len() > 50,
        "only {} files were found; is the test run from the package's folder?",
        files.len()
    );
    assert_none(files.iter().flat_map(law).collect());
}

#[test]
fn layers_only_use_what_lies_below_them() {
    check_every_file(layers::imports);
}

#[test]
fn the_engine_knows_no_world_outside() {
    check_every_file(layers::engine_purity);
}

#[test]
fn browser_crates_stay_under_wasm32() {
    check_every_file(layers::browser_crates);
}

#[test]
fn every_source_file_opens_by_saying_what_it_is_for() {
    check_every_file(heads::check);
}

#[test]
fn no_source_file_is_too_long_to_read() {
    check_every_file(lengths::check);
}

#[test]
fn files_and_types_are_named_after_what_they_are() {
    check_every_file(names::check);
}

#[test]
fn untrusted_text_never_becomes_markup_and_nothing_is_sent_away() {
    check_every_file(banned_calls::check);
}

#[test]
fn styles_read_from_right_to_left_too() {
    check_every_file(directions::check);
}

#[test]
fn nothing_is_left_lying_about() {
    check_every_file(leftovers::check);
}

#[test]
fn every_file_of_data_is_read() {
    check_every_file(strays::check);
}

#[test]
fn suppressed_lints_say_why() {
    check_every_file(expectations::check);
}

#[test]
fn the_manifest_asks_for_no_more_than_it_needs() {
    check_every_file(manifest::check);
}
