//! Lays out `dist/`, the folder that a browser loads: manifest, pages, WebAssembly, the bundled content script
//! and the description of each site. Beside it lie the same files for each store, with that store's manifest.

use std::fs;
use std::path::Path;

use super::error::Error;
use super::manifest;
use super::store::Store;
use super::wasm::GLUE;

/// What esbuild has made one file of: the content script, and each page's script and style.
const BUNDLED: [&str; 2] = ["ts", "css"];

/// Replaces `dist/` and the folders of the stores with fresh copies. Nothing of an older build survives.
pub(crate) fn assemble(root: &Path) -> Result<(), Error> {
    let manifest = manifest::complete(root)?;
    let dist = root.join("dist");
    replace(&root.join("extension"), &dist, &BUNDLED)?;
    for (from, name) in [
        ("LICENSE", "LICENSE"),
        (&format!("{GLUE}/chaperone.js"), "chaperone.js"),
        (&format!("{GLUE}/chaperone_bg.wasm"), "chaperone_bg.wasm"),
        ("target/content.js", "content.js"),
    ] {
        let from = root.join(from);
        fs::copy(&from, dist.join(name)).map_err(Error::file(&from))?;
    }
    copy(&root.join("target/pages"), &dist, &[])?;
    copy(&root.join("target/sites"), &dist.join("sites"), &[])?;
    manifest::write(&manifest, &dist)?;
    for store in Store::ALL {
        let folder = root.join(store.folder());
        replace(&dist, &folder, &[])?;
        manifest::write(&store.manifest(&manifest), &folder)?;
    }
    Ok(())
}

fn replace(from: &Path, to: &Path, left_out: &[&str]) -> Result<(), Error> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(Error::file(to))?;
    }
    copy(from, to, left_out)
}

/// Copies a folder, without files that end in one of `left_out`, and without folders in which nothing is left.
fn copy(from: &Path, to: &Path, left_out: &[&str]) -> Result<(), Error> {
    for entry in fs::read_dir(from).map_err(Error::file(from))? {
        let entry = entry.map_err(Error::file(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target, left_out)?;
        } else if !left_out.iter().any(|ending| source.extension().is_some_and(|found| found == *ending)) {
            fs::create_dir_all(to).map_err(Error::file(to))?;
            fs::copy(&source, &target).map_err(Error::file(&source))?;
        }
    }
    Ok(())
}
