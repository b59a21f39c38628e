//! The manifest in `dist/`: the one at the top of the tree, with the addresses that `sites/*.json` name.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::error::Error;

/// The manifest with a content script for every site.
pub(crate) fn complete(root: &Path) -> Result<Value, Error> {
    let text = read(&root.join("manifest.json"))?;
    let mut manifest: Value =
        serde_json::from_str(&text).map_err(|error| Error::Manifest(error.to_string()))?;
    check_version(&manifest)?;
    let mut sites = Vec::new();
    for path in descriptions(&root.join("sites"))? {
        let site: Value = serde_json::from_str(&read(&path)?)
            .map_err(|error| Error::Site(path.clone(), error.to_string()))?;
        sites.push(site);
    }
    if let Some(manifest) = manifest.as_object_mut() {
        manifest.insert("content_scripts".to_owned(), content_scripts(&sites));
    }
    Ok(manifest)
}

/// Writes a manifest into the folder of an extension.
pub(crate) fn write(manifest: &Value, folder: &Path) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(manifest).map_err(|error| Error::Manifest(error.to_string()))?;
    let path = folder.join("manifest.json");
    fs::write(&path, text).map_err(Error::file(&path))
}

/// One entry for a site's own tabs and one for its frames. The first leaves the second's addresses out, as the script
/// must run once in a page.
fn content_scripts(sites: &[Value]) -> Value {
    let entries = sites.iter().flat_map(|site| {
        let scripts = json!([script_of(site), "content.js"]);
        let (matches, frames) = (list(site, "matches"), list(site, "frames"));
        let mut tabs = json!({ "matches": matches, "js": scripts, "run_at": "document_start" });
        // Firefox refuses an empty list.
        if let (Some(tabs), false) = (tabs.as_object_mut(), frames.is_empty()) {
            tabs.insert("exclude_matches".to_owned(), json!(frames));
        }
        let inside =
            json!({ "matches": frames, "js": scripts, "run_at": "document_start", "all_frames": true });
        [(matches, tabs), (frames, inside)]
    });
    entries.filter(|(matches, _)| !matches.is_empty()).map(|(_, entry)| entry).collect()
}

/// Where the build puts a site's description.
fn script_of(site: &Value) -> String {
    format!("sites/{}.js", site.get("id").and_then(Value::as_str).unwrap_or_default())
}

fn list(site: &Value, key: &str) -> Vec<Value> {
    site.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn descriptions(folder: &Path) -> Result<Vec<std::path::PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::file(folder))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(Error::file(folder))?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::file(path))
}

/// The stores refuse an upload whose version has not grown, so the manifest must follow the crate.
fn check_version(manifest: &Value) -> Result<(), Error> {
    let version = manifest.get("version").and_then(Value::as_str).unwrap_or_default();
    let ours = env!("CARGO_PKG_VERSION");
    if version == ours {
        Ok(())
    } else {
        Err(Error::Manifest(format!(
            "version is \"{version}\" but Cargo.toml says \"{ours}\"; make them equal"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_asks_for_exactly_the_described_sites() {
        let sites = [
            json!({ "id": "a", "matches": ["https://a.example/*"] }),
            json!({ "id": "b", "matches": ["https://b.example/*"], "frames": ["https://b.example/chat*"] }),
            json!({ "id": "c", "matches": [], "reach": "granted" }),
        ];
        let scripts = content_scripts(&sites);
        let expected = json!([
            {
                "matches": ["https://a.example/*"],
                "js": ["sites/a.js", "content.js"],
                "run_at": "document_start"
            },
            {
                "matches": ["https://b.example/*"],
                "exclude_matches": ["https://b.example/chat*"],
                "js": ["sites/b.js", "content.js"],
                "run_at": "document_start"
            },
            {
                "matches": ["https://b.example/chat*"],
                "js": ["sites/b.js", "content.js"],
                "run_at": "document_start",
                "all_frames": true
            }
        ]);
        assert_eq!(scripts, expected);
    }
}
