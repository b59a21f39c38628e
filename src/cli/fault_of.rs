//! Says what is wrong with a JSON value, and where, in one line.

use serde::Deserialize;

/// What keeps a line from being read as a `T`, and where in the line.
///
/// Reads it once more with its path: lines without a fault should not pay for that.
pub(super) fn fault_of<'l, T: Deserialize<'l>>(bytes: &'l [u8]) -> String {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let (path, error) = match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Ok(_) => match json.end() {
            Ok(()) => return "the line cannot be read".to_owned(),
            Err(error) => (String::new(), error),
        },
        Err(error) => (error.path().to_string(), error.into_inner()),
    };
    let message = error.to_string();
    // Serde's "at line 1" would be wrong in every line but the first.
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    let column = error.column();
    match path.as_str() {
        "" | "." | "?" => format!("{message} (column {column})"),
        path => format!("{path}: {message} (column {column})"),
    }
}
