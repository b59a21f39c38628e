//! The settings in the browser's storage: read, changed, and set aside when they cannot be read.

use js_sys::{Array, Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::console::{Kind, warn};
use super::error::BrowserError;
use super::lock::alone;
use super::plain::{from_plain, json_of, to_plain};
use super::storage;
use crate::settings::{Fault, SettingsError, StoredSettings};

const SETTINGS: &str = "settings";
const SET_ASIDE: &str = "settings-set-aside";
const NOTICE: &str = "settings-notice";

/// Where the settings are kept. Only the background uses it; pages ask the background.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SettingsStore;

/// That settings were set aside, and why. Each is kept together with the value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SettingsNotice {
    /// What was wrong with them.
    pub(crate) problem: String,
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
            storage::set(&[(SETTINGS, to_plain(&settings)?)]).await?;
            Ok(Ok(()))
        })
        .await
    }

    /// What the user has not been told yet.
    pub(crate) async fn notice(self) -> Result<Option<SettingsNotice>, BrowserError> {
        Ok(storage::get(NOTICE).await?.and_then(|notice| from_plain(&notice)))
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
    match StoredSettings::from_json(&json_of(&value).unwrap_or_default()) {
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
    let notice = to_plain(&SettingsNotice { problem: error.to_string() })?;
    let unread = Object::assign(&Object::new(), notice.unchecked_ref());
    Reflect::set(&unread, &"value".into(), &value).map_err(BrowserError::of("Reflect.set"))?;
    let earlier = storage::get(SET_ASIDE).await?.and_then(|kept| kept.dyn_into::<Array>().ok());
    let kept = earlier.unwrap_or_default();
    kept.push(&unread);
    storage::set(&[(SET_ASIDE, kept.into()), (NOTICE, notice)]).await?;
    storage::remove(SETTINGS).await
}
