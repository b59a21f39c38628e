//! One readable file of an export.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use zip::ZipArchive;

use super::format::Format;
use crate::cli::error::CliError;

/// A file whose records are audited.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its name in the report: the path from the export that was given.
    pub(super) name: String,
    /// How to read its records.
    pub(super) format: Format,
    /// Its size once unpacked.
    pub(super) bytes: u64,
    /// Where its bytes are.
    pub(super) place: Place,
}

/// Where the bytes of a part are.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A file of its own.
    File(PathBuf),
    /// Inside a ZIP file.
    Zip {
        /// The ZIP file.
        archive: PathBuf,
        /// Its name there.
        entry: String,
    },
}

impl Part {
    /// Hands its bytes to `use_them`, unpacking on the way where need be.
    pub(super) fn read(
        &self,
        use_them: impl FnOnce(&mut dyn Read) -> Result<(), CliError>,
    ) -> Result<(), CliError> {
        match &self.place {
            Place::File(path) => use_them(&mut File::open(path).map_err(|error| self.unreadable(&error))?),
            Place::Zip { archive, entry } => {
                let file = File::open(archive).map_err(|error| self.unreadable(&error))?;
                let mut archive = ZipArchive::new(file).map_err(|error| self.unreadable(&error.into()))?;
                let mut entry = archive.by_name(entry).map_err(|error| self.unreadable(&error.into()))?;
                use_them(&mut entry)
            }
        }
    }

    /// The error for a part whose bytes cannot be had.
    pub(super) fn unreadable(&self, error: &io::Error) -> CliError {
        CliError::Export { name: self.name.clone(), what: error.to_string() }
    }
}
