//! The toolbar button of one tab: badge, icon and title.
//!
//! The calls answer with promises that fail when the tab is gone; then there is nothing left to show.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::background_task::go_on_with;
use super::plain::to_plain;
use super::tabs::TabId;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeText, catch)]
    async fn set_badge_text(details: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor, catch)]
    async fn set_badge_background_color(details: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setTitle, catch)]
    async fn set_title(details: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setIcon, catch)]
    async fn set_icon(details: &JsValue) -> Result<(), JsValue>;
}

/// Which drawing the button shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// The mark in its color.
    Mark,
    /// Two bars in the shield: the user has paused checking.
    Paused,
    /// The person with a bar across: nothing is checked here.
    Idle,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text<'t> {
    tab_id: i32,
    text: &'t str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Title<'t> {
    tab_id: i32,
    title: &'t str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Color {
    tab_id: i32,
    color: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Drawing {
    tab_id: i32,
    path: Paths,
}

#[derive(Serialize)]
struct Paths {
    #[serde(rename = "16")]
    small: &'static str,
    #[serde(rename = "32")]
    large: &'static str,
}

/// Shows a short text over the button of a tab; an empty one takes the badge away.
pub(crate) fn show_badge(tab: TabId, text: &str, color: &'static str) {
    let details = (to_plain(&Text { tab_id: tab.0, text }), to_plain(&Color { tab_id: tab.0, color }));
    if let (Ok(text), Ok(color)) = details {
        go_on_with(async move {
            let _ = set_badge_background_color(&color).await;
            let _ = set_badge_text(&text).await;
        });
    }
}

/// Says what the button of a tab stands for; an empty title brings the manifest's back.
pub(crate) fn show_title(tab: TabId, title: &str) {
    if let Ok(details) = to_plain(&Title { tab_id: tab.0, title }) {
        go_on_with(async move {
            let _ = set_title(&details).await;
        });
    }
}

/// Draws the button of a tab.
pub(crate) fn show_icon(tab: TabId, icon: Icon) {
    let path = match icon {
        Icon::Mark => Paths { small: "/icons/mark-16.png", large: "/icons/mark-32.png" },
        Icon::Paused => Paths { small: "/icons/paused-16.png", large: "/icons/paused-32.png" },
        Icon::Idle => Paths { small: "/icons/idle-16.png", large: "/icons/idle-32.png" },
    };
    if let Ok(details) = to_plain(&Drawing { tab_id: tab.0, path }) {
        go_on_with(async move {
            let _ = set_icon(&details).await;
        });
    }
}
