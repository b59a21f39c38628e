//! Lays out `dist/`, the folder that a browser loads: manifest, pages, WebAssembly and the bundled content script.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::error::Error;
use super::wasm::GLUE;

/// The content script's source; esbuild has made one file of it.
const BUNDLED: &str = "content";

/// Replaces `dist/` with a fresh copy. Nothing of an older build survives.
pub(crate) fn assemble(root: &Path) -> Result<(), Error> {
    check_manifest(&root.join("manifest.json"))?;
    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(Error::file(&dist))?;
    }
    copy(&root.join("extension"), &dist)?;
    let bundled = dist.join(BUNDLED);
    fs::remove_dir_all(&bundled).map_err(Error::file(&bundled))?;
    for (from, name) in [
        ("manifest.json", "manifest.json"),
        ("LICENSE", "LICENSE"),
        (&format!("{GLUE}/chaperone.js"), "chaperone.js"),
        (&format!("{GLUE}/chaperone_bg.wasm"), "chaperone_bg.wasm"),
        ("target/content.js", "content.js"),
    ] {
        let from = root.join(from);
        fs::copy(&from, dist.join(name)).map_err(Error::file(&from))?;
    }
    Ok(())
}

/// The stores refuse an upload whose version has not grown, so the manifest must follow the crate.
fn check_manifest(path: &Path) -> Result<(), Error> {
    let text = fs::read_to_string(path).map_err(Error::file(path))?;
    let manifest: Value = serde_json::from_str(&text).map_err(|error| Error::Manifest(error.to_string()))?;
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

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(Error::file(to))?;
    for entry in fs::read_dir(from).map_err(Error::file(from))? {
        let entry = entry.map_err(Error::file(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(Error::file(&source))?;
        }
    }
    Ok(())
}
