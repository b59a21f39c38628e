//! Reads any bytes as exported settings: refused, or kept without loss and fit to check with.
#![no_main]

use chaperone::engine::{Checker, Context, Draft};
use chaperone::settings::StoredSettings;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "So proud of Marcus Bell for finishing chemo with us! Questions? Call 212-555-0100.";

fuzz_target!(|json: &str| {
    let Ok(settings) = StoredSettings::from_json(json) else { return };
    let again = StoredSettings::from_json(&settings.to_json().to_string());
    assert_eq!(again.as_ref().ok(), Some(&settings), "settings changed by being saved");
    let checker = Checker::new(settings.resolve());
    checker.check(&Draft { text: TEXT, context: &Context::default() });
});
