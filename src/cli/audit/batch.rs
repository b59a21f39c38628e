//! A bounded number of records, read one after the other and checked all at once.

use std::io::Read;

use rayon::prelude::*;

use super::fault::Fault;
use super::flagged_post::FlaggedPost;
use super::formats;
use super::journal::Line;
use super::part::Part;
use super::post::Post;
use super::records::{Raw, Records};
use crate::engine::{AccountKind, Checker, Draft};

/// So many records, or so many bytes of them, are in memory at a time.
const MOST_RECORDS: usize = 8192;
const MOST_BYTES: usize = 16 << 20;

/// Records that are checked together.
pub(super) struct Batch {
    records: Vec<Raw>,
    /// Why the part cannot be read further, where that is why the batch ends.
    broken_off: Option<String>,
    /// Whether nothing follows in this part.
    pub(super) is_last: bool,
}

/// What a batch came to.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// Records read, damaged ones included.
    pub(super) records: u64,
    /// Posts found in them.
    pub(super) posts: u64,
    /// The posts with findings and the records that could not be read, in the order of the export.
    pub(super) lines: Vec<Line>,
}

impl Batch {
    /// Reads the next records; a fault of the file itself ends the part.
    pub(super) fn read<R: Read>(records: &mut Records<R>) -> Batch {
        let mut batch = Batch { records: Vec::new(), broken_off: None, is_last: true };
        let mut bytes = 0;
        loop {
            match records.next_record() {
                Ok(Some(record)) => {
                    bytes += record.len();
                    batch.records.push(record);
                }
                Ok(None) => return batch,
                Err(error) => {
                    batch.broken_off = Some(format!("the file cannot be read further: {error}"));
                    return batch;
                }
            }
            if batch.records.len() >= MOST_RECORDS || bytes >= MOST_BYTES {
                batch.is_last = false;
                return batch;
            }
        }
    }

    /// Parses and checks every record on all cores. `before` records of the part came earlier.
    pub(super) fn check(&self, checker: &Checker, account: AccountKind, part: &Part, before: u64) -> Checked {
        let fault = |record, what| Line::Fault(Fault { part: part.name.clone(), record, what });
        let one = |(at, raw): (usize, &Raw)| {
            let record = before + at as u64 + 1;
            match formats::posts(part.format, raw) {
                Ok(posts) => Checked {
                    records: 1,
                    posts: posts.len() as u64,
                    lines: posts
                        .into_iter()
                        .filter_map(|post| flagged(checker, account, part, record, post))
                        .map(Line::Flagged)
                        .collect(),
                },
                Err(what) => Checked { records: 1, posts: 0, lines: vec![fault(record, what)] },
            }
        };
        let mut checked =
            self.records.par_iter().enumerate().map(one).reduce(Checked::default, Checked::followed_by);
        if let Some(what) = &self.broken_off {
            checked.lines.push(fault(before + checked.records + 1, what.clone()));
        }
        checked
    }
}

fn flagged(
    checker: &Checker,
    account: AccountKind,
    part: &Part,
    record: u64,
    mut post: Post,
) -> Option<FlaggedPost> {
    post.context.account = account;
    let report = checker.check(&Draft { text: &post.text, context: &post.context });
    (!report.findings.is_empty()).then(|| FlaggedPost::new(&part.name, record, &post, &report))
}

impl Checked {
    fn followed_by(mut self, mut next: Checked) -> Checked {
        self.records += next.records;
        self.posts += next.posts;
        self.lines.append(&mut next.lines);
        self
    }
}
