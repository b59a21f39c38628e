//! Where a command reads from: a file, or standard input when it is called `-`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::error::CliError;

/// A byte order mark, which some editors put first and which is no part of the text.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// One input, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl FromStr for Input {
    type Err = std::convert::Infallible;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(if name == "-" { Input::Stdin } else { Input::File(PathBuf::from(name)) })
    }
}

impl Input {
    /// Its name in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Input::Stdin => "standard input".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }

    /// Opens it for reading.
    pub(super) fn open(&self) -> Result<Box<dyn Read>, CliError> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin().lock())),
            Input::File(path) => Ok(Box::new(open_file(path).map_err(|source| self.unreadable(source))?)),
        }
    }

    /// Reads all of it as text, without a byte order mark.
    pub(super) fn read_text(&self) -> Result<String, CliError> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|source| self.unreadable(source))?;
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        String::from_utf8(bytes)
            .map_err(|error| CliError::NotUtf8 { name: self.name(), valid: error.utf8_error().valid_up_to() })
    }

    /// The error for a fault while reading it.
    pub(super) fn unreadable(&self, source: io::Error) -> CliError {
        CliError::Read { name: self.name(), source }
    }
}

fn open_file(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    // Opening a folder succeeds on Unix and fails only at the first read, with a message that does not say so.
    if file.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    Ok(file)
}
