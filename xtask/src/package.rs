//! Makes the packages that are handed to the stores: a zip for each kind of browser and one of the source.
//!
//! The same files give the same bytes, wherever, whenever and by whomever they are packed: entries stand in the order
//! of their names, with one fixed time, one of two fixed modes and one fixed way of compressing.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::error::Error;
use super::files;
use super::store::Store;

/// Where the packages are left.
const PACKAGES: &str = "dist-packages";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Replaces the packages by ones of what the build has laid out and of the source it was built from.
pub(crate) fn make(root: &Path) -> Result<(), Error> {
    let packages = root.join(PACKAGES);
    if packages.exists() {
        fs::remove_dir_all(&packages).map_err(Error::file(&packages))?;
    }
    fs::create_dir_all(&packages).map_err(Error::file(&packages))?;
    let keep = |name: &str, bytes: Vec<u8>| {
        let path = packages.join(format!("chaperone-{VERSION}-{name}.zip"));
        fs::write(&path, bytes).map_err(Error::file(&path))
    };
    for store in Store::ALL {
        let folder = root.join(store.folder());
        keep(store.name(), pack(&folder, files::below(&folder)?)?)?;
    }
    keep("source", pack(root, files::of_the_source(root)?)?)
}

/// Packs files of a folder, named by their paths from there with `/` between the parts.
fn pack(folder: &Path, mut names: Vec<String>) -> Result<Vec<u8>, Error> {
    names.sort();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let path = folder.join(&name);
        let bytes = fs::read(&path).map_err(Error::file(&path))?;
        let mode = if files::is_program(&path)? { 0o755 } else { 0o644 };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(mode);
        zip.start_file(&name, options).map_err(Error::zip(&name))?;
        zip.write_all(&bytes).map_err(Error::file(&path))?;
    }
    Ok(zip.finish().map_err(Error::zip(PACKAGES))?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;
    use std::time::SystemTime;
    use zip::ZipArchive;

    const FILES: [(&str, &str); 3] = [("b.txt", "later"), ("a/run", "first"), ("a.txt", "between")];

    #[test]
    fn the_same_files_give_the_same_bytes_in_whatever_order_and_whenever_they_came_to_be() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (name, text) in FILES {
            lay(here.path(), name, text);
        }
        for (name, text) in FILES.into_iter().rev() {
            let file = lay(there.path(), name, text);
            file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
        let names = || files::below(here.path()).unwrap();
        let packed = pack(here.path(), names()).unwrap();
        assert_eq!(packed, pack(there.path(), names().into_iter().rev().collect()).unwrap());

        fs::write(there.path().join("b.txt"), "other").unwrap();
        assert_ne!(packed, pack(there.path(), names()).unwrap());
    }

    #[test]
    fn a_package_holds_every_file_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in FILES {
            lay(folder.path(), name, text);
        }
        let packed = pack(folder.path(), files::below(folder.path()).unwrap()).unwrap();
        let mut zip = ZipArchive::new(Cursor::new(packed)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["a.txt", "a/run", "b.txt"]);
        for (name, text) in FILES {
            let mut read = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut read).unwrap();
            assert_eq!(read, text);
        }
    }

    fn lay(folder: &Path, name: &str, text: &str) -> fs::File {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::File::options().append(true).open(&path).unwrap()
    }
}
