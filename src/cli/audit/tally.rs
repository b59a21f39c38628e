//! What an audit has counted so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::journal::Line;
use crate::engine::{self, Rule};

/// So many faults are shown in the summary; the report has them all.
const SHOWN_FAULTS: usize = 10;

/// How far a part has been audited, at the end of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The part's place among the parts.
    pub(super) part: usize,
    /// Records of it that are done.
    pub(super) records: u64,
    /// Posts in this batch.
    pub(super) posts: u64,
    /// Whether that was all of it.
    pub(super) is_whole: bool,
}

/// Counts over all parts.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Posts checked.
    pub(super) posts: u64,
    /// Posts with findings.
    pub(super) flagged: u64,
    /// Findings.
    pub(super) findings: u64,
    /// Records that could not be read.
    pub(super) faults: u64,
    /// The first of them.
    pub(super) first_faults: Vec<Fault>,
    by_rule: BTreeMap<String, u64>,
    reached: BTreeMap<usize, Progress>,
}

impl Tally {
    /// Counts what one line of a journal tells.
    pub(super) fn note(&mut self, line: &Line) {
        match line {
            Line::Flagged(post) => {
                self.flagged += 1;
                self.findings += post.findings.len() as u64;
                for finding in &post.findings {
                    *self.by_rule.entry(finding.rule.clone()).or_default() += 1;
                }
            }
            Line::Fault(fault) => {
                self.faults += 1;
                if self.first_faults.len() < SHOWN_FAULTS {
                    self.first_faults.push(fault.clone());
                }
            }
            Line::Sitting(_) | Line::Closed(_) => {}
        }
    }

    /// Remembers that a batch is done.
    pub(super) fn close(&mut self, progress: Progress) {
        self.posts += progress.posts;
        self.reached.insert(progress.part, progress);
    }

    /// How far a part has been audited.
    pub(super) fn reached(&self, part: usize) -> Progress {
        self.reached.get(&part).copied().unwrap_or(Progress { part, ..Progress::default() })
    }

    /// The rules that found something, most findings first.
    pub(super) fn by_rule(&self) -> Vec<(&'static Rule, u64)> {
        let known = |(code, count): (&String, &u64)| Some((engine::find(code)?, *count));
        let mut rules: Vec<_> = self.by_rule.iter().filter_map(known).collect();
        rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        rules
    }
}
