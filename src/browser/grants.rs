//! The hosts that the person has allowed beyond those of the manifest, and the content script that runs there.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::BrowserError;
use super::lock::alone;
use super::plain::{from_plain, to_plain};
use super::tabs::tabs_at;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> JsValue;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = getAll, catch)]
    async fn all_permissions() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts, catch)]
    async fn unregister_all() -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = registerContentScripts, catch)]
    async fn register(scripts: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = executeScript, catch)]
    async fn execute(injection: &JsValue) -> Result<JsValue, JsValue>;
}

/// What runs on an allowed host: the descriptions that are about no address, and the content script.
const SCRIPTS: [&str; 2] = ["sites/granted.js", "content.js"];

/// Match patterns of hosts, as `chrome.permissions` gives them and its events bring them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Origins {
    origins: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    content_scripts: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    matches: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Registration<'r> {
    id: &'static str,
    matches: &'r [String],
    exclude_matches: Vec<String>,
    js: [&'static str; 2],
    run_at: &'static str,
}

#[derive(Serialize)]
struct Injection {
    target: Target,
    files: [&'static str; 2],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
}

impl Origins {
    /// The hosts that an event of `chrome.permissions` is about.
    pub(crate) fn of_event(permissions: JsValue) -> Option<Self> {
        from_plain(&permissions)
    }

    /// The match patterns.
    pub(crate) fn patterns(&self) -> &[String] {
        &self.origins
    }
}

/// Registers the content script for the hosts that are allowed now, and for no other.
pub(crate) async fn register_granted() -> Result<(), BrowserError> {
    alone("grants", async {
        unregister_all().await.map_err(BrowserError::of("scripting.unregisterContentScripts"))?;
        let held = all_permissions().await.map_err(BrowserError::of("permissions.getAll"))?;
        let listed = listed();
        let Origins { mut origins } = from_plain(&held).unwrap_or_default();
        origins.retain(|origin| !listed.contains(origin));
        if origins.is_empty() {
            return Ok(());
        }
        let registration = Registration {
            id: "granted",
            matches: &origins,
            exclude_matches: listed,
            js: SCRIPTS,
            run_at: "document_start",
        };
        register(&to_plain(&[registration])?)
            .await
            .map_err(BrowserError::of("scripting.registerContentScripts"))
    })
    .await
}

/// Runs the content script in the tabs of newly allowed hosts that are open already.
pub(crate) async fn run_in_open_tabs(granted: &Origins) {
    let listed = listed();
    let origins: Vec<_> = granted.origins.iter().filter(|origin| !listed.contains(*origin)).collect();
    if origins.is_empty() {
        return;
    }
    for tab in tabs_at(Some(&origins)).await {
        if let Ok(injection) = to_plain(&Injection { target: Target { tab_id: tab.0 }, files: SCRIPTS }) {
            // A tab that has closed or gone elsewhere meanwhile is no mishap.
            let _ = execute(&injection).await;
        }
    }
}

/// The addresses that the manifest names, where the content script runs anyway.
fn listed() -> Vec<String> {
    let scripts = from_plain::<Manifest>(&manifest()).map(|manifest| manifest.content_scripts);
    scripts.unwrap_or_default().into_iter().flat_map(|script| script.matches).collect()
}
