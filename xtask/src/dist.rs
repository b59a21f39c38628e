//! Lays out `dist/`, the folder that a browser loads: manifest, pages, WebAssembly, the bundled content script
//! and the description of each site.

use std::fs;
use std::path::Path;

use super::error::Error;
use super::manifest;
use super::wasm::GLUE;

/// TypeScript is for esbuild, which has made one file of the content script and one of each page.
const BUNDLED: &str = "ts";

/// Replaces `dist/` with a fresh copy. Nothing of an older build survives.
pub(crate) fn assemble(root: &Path) -> Result<(), Error> {
    let manifest = manifest::complete(root)?;
    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(Error::file(&dist))?;
    }
    copy(&root.join("extension"), &dist)?;
    for (from, name) in [
        ("LICENSE", "LICENSE"),
        (&format!("{GLUE}/chaperone.js"), "chaperone.js"),
        (&format!("{GLUE}/chaperone_bg.wasm"), "chaperone_bg.wasm"),
        ("target/content.js", "content.js"),
    ] {
        let from = root.join(from);
        fs::copy(&from, dist.join(name)).map_err(Error::file(&from))?;
    }
    copy(&root.join("target/pages"), &dist)?;
    copy(&root.join("target/sites"), &dist.join("sites"))?;
    let path = dist.join("manifest.json");
    fs::write(&path, manifest).map_err(Error::file(&path))
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(from).map_err(Error::file(from))? {
        let entry = entry.map_err(Error::file(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else if source.extension().is_none_or(|extension| extension != BUNDLED) {
            fs::create_dir_all(to).map_err(Error::file(to))?;
            fs::copy(&source, &target).map_err(Error::file(&source))?;
        }
    }
    Ok(())
}
