//! Reads any bytes as exported settings and as an organization's policy: refused, or kept without loss and fit to check with.
#![no_main]

use chaperone::engine::{Checker, Context, Draft};
use chaperone::settings::{Managed, StoredSettings};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "So proud of Marcus Bell for finishing chemo with us! Questions? Call 212-555-0100.";

fuzz_target!(|json: &str| {
    if let Ok(policy) = json.parse() {
        let managed = Managed::read(policy);
        let settings = managed.over(&StoredSettings::default());
        assert_eq!(managed.over(&settings), settings, "a policy counts twice");
        holds(&settings);
    }
    if let Ok(settings) = StoredSettings::from_json(json) {
        holds(&settings);
    }
    match StoredSettings::import(json) {
        Ok(settings) => {
            let exported = settings.to_json().to_string();
            assert_eq!(
                StoredSettings::import(&exported).as_ref(),
                Ok(&settings),
                "what is exported is not imported"
            );
        }
        Err(faults) => assert!(!faults.is_empty(), "refused for nothing"),
    }
});

fn holds(settings: &StoredSettings) {
    let again = StoredSettings::from_json(&settings.to_json().to_string());
    assert_eq!(again.as_ref().ok(), Some(settings), "settings changed by being saved");
    let _ = Checker::new(settings.resolve()).check(&Draft { text: TEXT, context: &Context::default() });
}
