//! Brings settings of earlier versions up to the current one, a version at a time.

use serde_json::{Map, Value, json};

use super::error::SettingsError;
use super::stored::CURRENT_VERSION;

/// Turns settings of one version into those of the next.
type Step = fn(&mut Map<String, Value>);

/// The step out of version 1 stands first. A release that raises the version cannot be built without its step.
const STEPS: [Step; CURRENT_VERSION as usize - 1] = [rules_by_code];

/// Version 1 had a list of the rules that were switched off, and a country for everybody, chosen or not.
fn rules_by_code(settings: &mut Map<String, Value>) {
    // What is no list of codes stays where it is, for the reader to name.
    let is_list = |value: &Value| value.as_array().is_some_and(|codes| codes.iter().all(Value::is_string));
    if settings.get("disabled").is_some_and(is_list)
        && let Some(Value::Array(codes)) = settings.remove("disabled")
    {
        let mut rules = Map::new();
        for code in codes.iter().filter_map(Value::as_str) {
            rules.insert(code.to_owned(), json!({ "switched": "off" }));
        }
        settings.insert("rules".to_owned(), rules.into());
    }
    if settings.get("locale").is_some_and(|locale| locale == "us") {
        settings.remove("locale");
    }
}

/// Settings of any known version, as settings of the current one.
pub(super) fn migrate(value: Value) -> Result<Value, SettingsError> {
    through(&STEPS, value)
}

fn through(steps: &[Step], value: Value) -> Result<Value, SettingsError> {
    let Value::Object(mut settings) = value else { return Err(SettingsError::not_an_object()) };
    let found = settings.get("version").ok_or_else(SettingsError::no_version)?;
    let version = found
        .as_u64()
        .filter(|version| *version > 0)
        .ok_or_else(|| SettingsError::unknown_version(shown(found)))?;
    let outdated = usize::try_from(version - 1)
        .ok()
        .and_then(|passed| steps.get(passed..))
        .ok_or_else(|| SettingsError::newer(version))?;
    for (step, next) in outdated.iter().zip(version + 1..) {
        step(&mut settings);
        settings.insert("version".to_owned(), next.into());
    }
    Ok(Value::Object(settings))
}

/// What stands where a version should. Fractions are not repeated: the code that writes them is 12 KB to download.
fn shown(found: &Value) -> String {
    match found {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.as_i64().map_or("a fraction".to_owned(), |number| number.to_string()),
        Value::String(text) => format!("{text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(settings: &mut Map<String, Value>) {
        let name = settings.remove("name").unwrap_or_default();
        settings.insert("title".to_owned(), name);
    }

    fn wrap(settings: &mut Map<String, Value>) {
        let title = settings.remove("title").unwrap_or_default();
        settings.insert("office".to_owned(), json!({ "title": title }));
    }

    #[test]
    fn every_version_takes_the_steps_it_lacks() {
        let newest = json!({ "version": 3, "office": { "title": "A" } });
        for older in
            [json!({ "version": 1, "name": "A" }), json!({ "version": 2, "title": "A" }), newest.clone()]
        {
            assert_eq!(through(&[rename, wrap], older), Ok(newest.clone()));
        }
    }

    #[test]
    fn rules_that_were_off_in_version_1_are_off_in_version_2() {
        let settings = json!({ "version": 1, "disabled": ["C9", "A3"], "locale": "us", "sites_off": ["x"] });
        let off = json!({ "switched": "off" });
        let rules = json!({ "C9": off, "A3": off });
        assert_eq!(migrate(settings), Ok(json!({ "version": 2, "rules": rules, "sites_off": ["x"] })));
        let odd = migrate(json!({ "version": 1, "disabled": 7, "locale": "uk" }));
        assert_eq!(odd, Ok(json!({ "version": 2, "disabled": 7, "locale": "uk" })));
    }

    #[test]
    fn a_later_version_is_refused_and_named() {
        let error = through(&[rename, wrap], json!({ "version": 4 })).unwrap_err();
        assert!(error.is_newer_version());
        assert!(error.to_string().contains("settings.version: 4 is newer"));
    }
}
