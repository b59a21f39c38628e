//! `chaperone audit`: reads the exports that sites give their users and checks years of old posts.
//!
//! An export is a folder, a ZIP file or a single file. Its parts are cut into records, a batch of records is parsed and
//! checked on all cores, and what was found is written in the order of the export before the next batch is read:
//! memory stays bounded however large the export. A damaged record is named and the rest goes on.

mod batch;
mod csv_rows;
mod export;
mod fault;
mod flagged_post;
mod format;
mod formats;
mod journal;
mod json_elements;
mod mojibake;
mod part;
mod post;
mod progress_bar;
mod records;
mod report;
mod sitting;
mod tally;

use std::io::{Read, Write};

use super::arguments::AuditArguments;
use super::error::CliError;
use super::outcome::Outcome;
use crate::engine::{AccountKind, Checker};
use batch::Batch;
use journal::Journal;
use part::Part;
use progress_bar::ProgressBar;
use records::Records;
use sitting::Sitting;
use tally::{Progress, Tally};

/// Audits the exports and writes the report that the arguments ask for, then a summary to `out`.
pub(super) fn run(
    checker: &Checker,
    arguments: &AuditArguments,
    out: &mut impl Write,
) -> Result<Outcome, CliError> {
    let parts = export::parts(&arguments.exports)?;
    let sitting = Sitting::of(&parts, checker, arguments.account());
    let (mut journal, mut tally) = Journal::open(arguments.report.as_deref(), &sitting, arguments.restart)?;
    let bar = ProgressBar::new(parts.iter().map(|part| part.bytes).sum());
    for (number, part) in parts.iter().enumerate() {
        let reached = tally.reached(number);
        if reached.is_whole {
            bar.pass_over(part.bytes);
            continue;
        }
        bar.name(&part.name);
        let audit = PartAudit { checker, account: arguments.account(), part };
        part.read(|reader| audit.run(bar.watch(reader), reached, &mut tally, &mut journal))?;
    }
    drop(bar);
    journal.finish(&tally)?;
    summarize(&tally, parts.len(), arguments, out)
}

/// One part and how it is judged.
struct PartAudit<'a> {
    checker: &'a Checker,
    account: AccountKind,
    part: &'a Part,
}

impl PartAudit<'_> {
    fn run(
        &self,
        reader: impl Read,
        mut reached: Progress,
        tally: &mut Tally,
        journal: &mut Journal,
    ) -> Result<(), CliError> {
        let unreadable = |error: std::io::Error| self.part.unreadable(&error);
        let mut records = Records::new(self.part.format, reader).map_err(unreadable)?;
        for _ in 0..reached.records {
            records.next_record().map_err(unreadable)?;
        }
        while !reached.is_whole {
            let batch = Batch::read(&mut records);
            let checked = batch.check(self.checker, self.account, self.part, reached.records);
            reached.records += checked.records;
            reached.posts = checked.posts;
            reached.is_whole = batch.is_last;
            checked.lines.iter().for_each(|line| tally.note(line));
            tally.close(reached);
            journal.write(&checked.lines, reached)?;
        }
        Ok(())
    }
}

fn summarize(
    tally: &Tally,
    parts: usize,
    arguments: &AuditArguments,
    out: &mut impl Write,
) -> Result<Outcome, CliError> {
    let files = if parts == 1 { "1 file".to_owned() } else { format!("{parts} files") };
    writeln!(
        out,
        "{} posts in {files}: {} findings in {} posts",
        tally.posts, tally.findings, tally.flagged
    )?;
    for (rule, count) in tally.by_rule() {
        writeln!(out, "  {count:>7}  {} {}: {}", rule.code, rule.id, rule.summary)?;
    }
    for fault in &tally.first_faults {
        writeln!(out, "  not read: {}, record {}: {}", fault.part, fault.record, fault.what)?;
    }
    let more = tally.faults.saturating_sub(tally.first_faults.len() as u64);
    if more > 0 {
        writeln!(out, "  not read: {more} more records, each named in a report")?;
    }
    match &arguments.report {
        Some(report) => writeln!(out, "the report is in {}", report.display())?,
        None => writeln!(out, "add --report FILE.html, .csv or .json for the list")?,
    }
    Ok(match (tally.faults, tally.findings) {
        (0, 0) => Outcome::Clean,
        (0, _) => Outcome::Findings,
        _ => Outcome::Failure,
    })
}
