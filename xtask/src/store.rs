//! The two kinds of browser that stores serve, and what the manifest of each leaves out.
//!
//! The manifest of `dist/` loads in both. A store's own linter warns of keys that are another browser's, so a package
//! carries none.

use serde_json::Value;

/// One kind of browser.
#[derive(Clone, Copy)]
pub(crate) enum Store {
    /// Chrome, Edge and whatever else is made of Chromium.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Store {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name in paths.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// Where the build lays out what this store's package holds.
    pub(crate) fn folder(self) -> String {
        format!("target/stores/{}", self.name())
    }

    /// The manifest without the keys that this browser does not know.
    pub(crate) fn manifest(self, shared: &Value) -> Value {
        let mut manifest = shared.clone();
        for (object, key) in self.foreign() {
            if let Some(object) = manifest.pointer_mut(object).and_then(Value::as_object_mut) {
                object.remove(*key);
            }
        }
        manifest
    }

    /// Keys of the other browser: the JSON pointer to an object, and the key in it.
    fn foreign(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium => &[("", "browser_specific_settings"), ("/background", "scripts")],
            Self::Firefox => {
                &[("", "minimum_chrome_version"), ("", "storage"), ("/background", "service_worker")]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_store_gets_its_own_keys_and_everything_shared() {
        let shared = json!({
            "name": "Chaperone",
            "minimum_chrome_version": "121",
            "browser_specific_settings": { "gecko": {} },
            "background": { "service_worker": "b.js", "scripts": ["b.js"], "type": "module" }
        });
        let chromium = json!({
            "name": "Chaperone",
            "minimum_chrome_version": "121",
            "background": { "service_worker": "b.js", "type": "module" }
        });
        let firefox = json!({
            "name": "Chaperone",
            "browser_specific_settings": { "gecko": {} },
            "background": { "scripts": ["b.js"], "type": "module" }
        });
        assert_eq!(Store::Chromium.manifest(&shared), chromium);
        assert_eq!(Store::Firefox.manifest(&shared), firefox);
    }
}
