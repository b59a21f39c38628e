//! Finds the parts of an export: a folder, a ZIP file, or a single file.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::format::{self, Format};
use super::part::{Part, Place};
use crate::cli::error::CliError;

/// So many bytes tell a file's format.
const HEAD: u64 = 4096;

/// The parts of all exports, in the order given; within an export by name.
///
/// Files of a folder or a ZIP file that hold no posts are passed over; a file that was named itself must be readable.
pub(super) fn parts(exports: &[PathBuf]) -> Result<Vec<Part>, CliError> {
    let mut parts = Vec::new();
    for export in exports {
        let before = parts.len();
        let metadata = fs::metadata(export).map_err(|error| fault(export, &error))?;
        if metadata.is_dir() {
            from_folder(export, export, &mut parts).map_err(|error| fault(export, &error))?;
        } else if is_zip(export).map_err(|error| fault(export, &error))? {
            from_zip(export, &mut parts).map_err(|error| fault(export, &error))?;
        } else {
            parts.push(from_file(export, metadata.len())?);
        }
        if parts.len() == before {
            let what = format!("it holds no file of posts; {}", format::KNOWN);
            return Err(CliError::Export { name: export.display().to_string(), what });
        }
    }
    Ok(parts)
}

fn fault(export: &Path, error: &io::Error) -> CliError {
    CliError::Export { name: export.display().to_string(), what: error.to_string() }
}

fn is_zip(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut head)?;
    Ok(head == b"PK\x03\x04")
}

fn from_folder(folder: &Path, top: &Path, parts: &mut Vec<Part>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        // Links are not followed: an export has none, and a circle would never end.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            from_folder(&path, top, parts)?;
        } else if kind.is_file() {
            let name = path.strip_prefix(top).unwrap_or(&path).display().to_string();
            if let Some(format) = Format::recognize(&name, || head_of(File::open(&path)?))? {
                parts.push(Part { name, format, bytes: entry.metadata()?.len(), place: Place::File(path) });
            }
        }
    }
    Ok(())
}

fn from_zip(archive: &Path, parts: &mut Vec<Part>) -> io::Result<()> {
    let mut zip = ZipArchive::new(BufReader::new(File::open(archive)?))?;
    let mut found = Vec::new();
    for at in 0..zip.len() {
        let entry = zip.by_index(at)?;
        let (name, bytes, is_file) = (entry.name()?.into_owned(), entry.size(), entry.is_file());
        if !is_file {
            continue;
        }
        if let Some(format) = Format::recognize(&name, || head_of(entry))? {
            let place = Place::Zip { archive: archive.to_owned(), entry: name.clone() };
            found.push(Part { name, format, bytes, place });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    parts.append(&mut found);
    Ok(())
}

fn from_file(path: &Path, bytes: u64) -> Result<Part, CliError> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let head = File::open(path).and_then(head_of).map_err(|error| fault(path, &error))?;
    match Format::of_named_file(&name, &head) {
        Some(format) => Ok(Part { name, format, bytes, place: Place::File(path.to_owned()) }),
        None => {
            let what = format!("its format is not known; {}", format::KNOWN);
            Err(CliError::Export { name: path.display().to_string(), what })
        }
    }
}

fn head_of(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}
