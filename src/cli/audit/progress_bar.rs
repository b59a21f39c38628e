//! How far an audit has come, on a terminal; quiet where standard error is none.

use std::io::Read;

use indicatif::{ProgressBar as Bar, ProgressStyle};

/// Counts the bytes of all parts.
pub(super) struct ProgressBar(Bar);

impl ProgressBar {
    /// A bar for so many bytes.
    pub(super) fn new(bytes: u64) -> ProgressBar {
        let bar = Bar::new(bytes);
        // The template is ours and right; without it the bar would only look plainer.
        if let Ok(style) =
            ProgressStyle::with_template("{bar:30} {percent:>3} %  {bytes_per_sec}  {eta} left  {msg}")
        {
            bar.set_style(style);
        }
        ProgressBar(bar)
    }

    /// The same reader, its bytes counted as they are read.
    pub(super) fn watch<R: Read>(&self, reader: R) -> impl Read {
        self.0.wrap_read(reader)
    }

    /// Shows what is being read.
    pub(super) fn name(&self, part: &str) {
        self.0.set_message(part.to_owned());
    }

    /// Counts a part that was audited before.
    pub(super) fn pass_over(&self, bytes: u64) {
        self.0.inc(bytes);
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
