//! The settings in the browser's storage: read, changed, and set aside when they cannot be read.

use js_sys::{Array, JSON, Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::console::{Kind, warn};
use super::error::BrowserError;
use super::lock::alone;
use super::plain::{from_plain, to_plain};
use super::storage;
use crate::settings::{Fault, SettingsError, StoredSettings};

const SETTINGS: &str = "settings";
const SET_ASIDE: &str = "settings-set-aside";
const NOTICE: &str = "settings-notice";

/// Where the settings are kept. Only the background uses it; pages ask the background.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SettingsStore;

/// That settings were set aside, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SettingsNotice {
    /// What was wrong with them.
    pub(crate) problem: String,
}

/// A value that could not be read, kept for whoever can.
#[derive(Serialize)]
struct SetAside<'p> {
    problem: &'p str,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    value: JsValue,
}

impl SettingsStore {
    /// The settings; the defaults when nothing is stored or what is stored had to be set aside.
    pub(crate) async fn load(self) -> Result<StoredSettings, BrowserError> {
        alone(SETTINGS, read()).await
    }

    /// Changes the settings as they are now, whoever changed them last. What is refused inside changes nothing.
    pub(crate) async fn change(
        self,
        change: impl FnOnce(&mut StoredSettings) -> Result<(), Vec<Fault>> + 'static,
    ) -> Result<Result<(), Vec<Fault>>, BrowserError> {
        alone(SETTINGS, async move {
            let mut settings = read().await?;
            if let Err(faults) = change(&mut settings) {
                return Ok(Err(faults));
            }
            let value =
                JSON::parse(&settings.to_json().to_string()).map_err(BrowserError::of("JSON.parse"))?;
            storage::set(&[(SETTINGS, value)]).await?;
            Ok(Ok(()))
        })
        .await
    }

    /// What the user has not been told yet.
    pub(crate) async fn notice(self) -> Result<Option<SettingsNotice>, BrowserError> {
        Ok(storage::get(NOTICE).await?.and_then(from_plain))
    }

    /// The user has been told.
    pub(crate) async fn clear_notice(self) -> Result<(), BrowserError> {
        storage::remove(NOTICE).await
    }
}

/// Whether the settings are among the keys of a `storage.onChanged` event, or the organization has changed its own.
pub(crate) fn changes_settings(changes: &JsValue, area: &JsValue) -> bool {
    let area = area.as_string().unwrap_or_default();
    let is_local = || area == "local";
    area == "managed"
        || is_local()
            && changes
                .dyn_ref::<Object>()
                .is_some_and(|keys| Reflect::has(keys, &SETTINGS.into()) == Ok(true))
}

async fn read() -> Result<StoredSettings, BrowserError> {
    let Some(value) = storage::get(SETTINGS).await? else { return Ok(StoredSettings::default()) };
    let json = JSON::stringify(&value).map(String::from).unwrap_or_default();
    match StoredSettings::from_json(&json) {
        Ok(settings) => Ok(settings),
        Err(error) => {
            set_aside(value, &error).await?;
            Ok(StoredSettings::default())
        }
    }
}

/// Moves an unreadable value out of the way. It is stored in its new place before it leaves the old one, behind
/// those set aside earlier, so that no interruption and no second fault loses it.
async fn set_aside(value: JsValue, error: &SettingsError) -> Result<(), BrowserError> {
    warn(Kind::SettingsSetAside);
    let problem = error.to_string();
    let earlier = storage::get(SET_ASIDE).await?.and_then(|kept| kept.dyn_into::<Array>().ok());
    let kept = earlier.unwrap_or_default();
    kept.push(&to_plain(&SetAside { problem: &problem, value })?);
    storage::set(&[(SET_ASIDE, kept.into()), (NOTICE, to_plain(&SettingsNotice { problem })?)]).await?;
    storage::remove(SETTINGS).await
}
