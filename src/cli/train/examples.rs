//! The texts that a model learns from: `training/<model>/<what it looks for>/*.txt` and `…/near-miss/*.txt`, and those of
//! another model as near misses of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::subject::Subject;
use super::{bucket, name_of};
use crate::cli::error::CliError;
use crate::engine::{Checker, feature_value};

/// The folder of the texts that a model must leave alone; the other one holds what it looks for.
const NEAR_MISS: &str = "near-miss";
/// The line in the head of a file of posts, where a model of answers is not asked.
const POSTS_HEAD: &str = "# Where: post";
/// A feature that fewer texts have teaches nothing about others.
const FEWEST_TEXTS: usize = 3;

/// One sentence as a model sees it.
#[derive(Debug)]
pub(super) struct Row {
    /// The buckets of its features.
    pub(super) buckets: Vec<usize>,
    /// What each of them counts, by the length of the sentence.
    pub(super) value: f64,
    /// Whether it is what the model looks for.
    pub(super) wanted: bool,
}

/// One line of a file.
#[derive(Debug)]
pub(super) struct Example {
    /// The file's stem.
    pub(super) kind: String,
    /// The words.
    pub(super) text: String,
    /// Whether it is what the model looks for.
    pub(super) wanted: bool,
    /// Whether it is learned from but not measured: the model is not asked about texts like it.
    pub(super) is_elsewhere: bool,
    /// The rows of its sentences.
    pub(super) rows: std::ops::Range<usize>,
}

/// How the texts of a file stand to a model.
#[derive(Clone, Copy)]
struct Standing {
    wanted: bool,
    is_elsewhere: bool,
}

/// All texts of a model, by folder and file.
#[derive(Debug, Default)]
pub(super) struct Examples {
    pub(super) lines: Vec<Example>,
    rows: Vec<Row>,
}

impl Examples {
    /// Reads every text that the subject learns from under `training`.
    pub(super) fn read(training: &Path, subject: &Subject, checker: &Checker) -> Result<Examples, CliError> {
        let mut examples = Examples::default();
        let mut hashes: Vec<Vec<u32>> = Vec::new();
        for group in entries(&training.join(subject.model))?.iter().filter(|entry| entry.is_dir()) {
            let wanted = group.file_name().is_none_or(|name| name != NEAR_MISS);
            for file in entries(group)? {
                examples.add(&file, Standing { wanted, is_elsewhere: false }, checker, &mut hashes)?;
            }
        }
        let beside = subject.beside.map(|beside| training.join(beside)).filter(|beside| beside.is_dir());
        for group in beside.as_deref().map_or(Ok(Vec::new()), entries)?.iter().filter(|entry| entry.is_dir())
        {
            for file in entries(group)?.iter().filter(|file| !subject.knows(file)) {
                examples.add(file, Standing { wanted: false, is_elsewhere: true }, checker, &mut hashes)?;
            }
        }
        examples.rows = rows(&hashes, &examples.lines);
        Ok(examples)
    }

    fn add(
        &mut self,
        file: &Path,
        standing: Standing,
        checker: &Checker,
        hashes: &mut Vec<Vec<u32>>,
    ) -> Result<(), CliError> {
        let text =
            fs::read_to_string(file).map_err(|source| CliError::Read { name: name_of(file), source })?;
        let kind = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_elsewhere = standing.is_elsewhere || text.lines().any(|line| line == POSTS_HEAD);
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let first = hashes.len();
            hashes.extend(checker.features(line));
            self.lines.push(Example {
                kind: kind.clone(),
                text: line.to_owned(),
                wanted: standing.wanted,
                is_elsewhere,
                rows: first..hashes.len(),
            });
        }
        Ok(())
    }

    /// All rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> + Clone {
        self.rows.iter()
    }

    /// The rows of one line.
    pub(super) fn rows_of(&self, line: &Example) -> &[Row] {
        self.rows.get(line.rows.clone()).unwrap_or(&[])
    }
}

/// Features that occur in too few texts are left out.
fn rows(hashes: &[Vec<u32>], lines: &[Example]) -> Vec<Row> {
    let mut texts: BTreeMap<u32, usize> = BTreeMap::new();
    for line in lines {
        let mut of_line: Vec<u32> = hashes.get(line.rows.clone()).unwrap_or(&[]).concat();
        of_line.sort_unstable();
        of_line.dedup();
        for hash in of_line {
            *texts.entry(hash).or_default() += 1;
        }
    }
    let is_common = |hash: &&u32| texts.get(hash).is_some_and(|texts| *texts >= FEWEST_TEXTS);
    let of_line = |line: &Example| {
        let sentences = hashes.get(line.rows.clone()).unwrap_or(&[]);
        let row = |hashes: &Vec<u32>| Row {
            buckets: hashes.iter().filter(is_common).map(|hash| bucket(*hash)).collect(),
            value: f64::from(feature_value(u16::try_from(hashes.len()).unwrap_or(u16::MAX))),
            wanted: line.wanted,
        };
        sentences.iter().map(row).collect::<Vec<Row>>()
    };
    lines.iter().flat_map(of_line).collect()
}

/// What stands in a folder, by name, but for its page for people.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let fault = |source| CliError::Read { name: name_of(folder), source };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        entries.push(entry.map_err(fault)?.path());
    }
    entries.retain(|entry| entry.file_name().is_some_and(|name| name != "README.md"));
    entries.sort();
    Ok(entries)
}
