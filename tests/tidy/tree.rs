//! Reads the text files of the tree, without what is built, fetched or drawn.

use std::fs;
use std::path::Path;

/// Folders that hold nothing written by hand.
const PASSED_OVER: &[&str] =
    &["target", "dist", "dist-packages", "node_modules", ".git", "corpus", "artifacts"];

/// One text file.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    /// Its path from the top of the tree, with forward slashes.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

impl SourceFile {
    /// A file that only a test knows.
    #[cfg(test)]
    pub(crate) fn planted(path: &str, text: &str) -> Self {
        SourceFile { path: path.to_owned(), text: text.to_owned() }
    }

    /// The part of its name behind the last dot.
    pub(crate) fn extension(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or("");
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether it holds code, not data or prose.
    pub(crate) fn is_code(&self) -> bool {
        matches!(self.extension(), "rs" | "ts" | "js" | "mjs" | "sh" | "css" | "html")
    }

    /// Whether it runs in JavaScript.
    pub(crate) fn is_script(&self) -> bool {
        matches!(self.extension(), "ts" | "js" | "mjs")
    }

    /// Whether it stands in this folder.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether a machine writes it.
    pub(crate) fn is_generated(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or("");
        matches!(name, "Cargo.lock" | "package-lock.json") || self.path == "extension/content/messages.ts"
    }

    /// Its lines, numbered from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.split('\n').enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Its numbered lines without those that only comment.
    pub(crate) fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| {
            let line = line.trim_start();
            !["//", "/*", "* ", "*/", "<!--"].iter().any(|mark| line.starts_with(mark))
        })
    }
}

/// Every text file of the tree, by path.
pub(crate) fn read() -> Vec<SourceFile> {
    let mut files = Vec::new();
    read_folder(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{prefix}{name}");
        if entry.file_type().unwrap().is_dir() {
            if !PASSED_OVER.contains(&name.as_str()) {
                read_folder(&entry.path(), &format!("{path}/"), files);
            }
        } else if let Ok(text) = String::from_utf8(fs::read(entry.path()).unwrap()) {
            files.push(SourceFile { path, text });
        }
    }
}
