//! Why a build step failed, with what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use zip::result::ZipError;

/// A build step's failure.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line names no step.
    Usage(&'static str),
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// A program could not be started.
    Start(&'static str, io::Error),
    /// A program ended with a failure of its own, which it has already told.
    Program(&'static str, ExitStatus),
    /// The JavaScript glue could not be made.
    Glue(String),
    /// The manifest is not what the build needs.
    Manifest(String),
    /// Git does not say which files it tracks.
    Source(String),
    /// A file could not be put into a package.
    Zip(String, ZipError),
    /// A site's description is no JSON.
    Site(PathBuf, String),
}

impl Error {
    /// For `map_err`: names the file that an input or output error is about.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::File(path, error)
    }

    /// For `map_err`: names the entry of a package that an error is about.
    pub(crate) fn zip(name: &str) -> impl FnOnce(ZipError) -> Self {
        let name = name.to_owned();
        move |error| Self::Zip(name, error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(usage) => f.write_str(usage),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Start(program, error) => {
                write!(f, "cannot start {program}: {error}; run ./build.sh build once")
            }
            Self::Program(program, status) => {
                write!(f, "{program} failed ({status}); its own message stands above")
            }
            Self::Glue(error) => write!(f, "wasm-bindgen: {error}"),
            Self::Manifest(error) => write!(f, "manifest.json: {error}"),
            Self::Source(error) => write!(f, "git ls-files: {error}"),
            Self::Zip(name, error) => write!(f, "packing {name}: {error}"),
            Self::Site(path, error) => write!(f, "{}: {error}; mend it", path.display()),
        }
    }
}
