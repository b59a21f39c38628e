//! What an audit has found so far, on disk, so that an interrupted one goes on where it stood.
//!
//! JSON lines beside the report: first the sitting, then what each batch found, then a line that closes the batch. Lines
//! behind the last closed batch are of a batch that was cut short, and are dropped.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::flagged_post::FlaggedPost;
use super::report;
use super::sitting::Sitting;
use super::tally::{Progress, Tally};
use crate::cli::error::CliError;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    /// What is audited, and how.
    Sitting(Sitting),
    /// A post with findings.
    Flagged(FlaggedPost),
    /// A record that could not be read.
    Fault(Fault),
    /// The end of a batch.
    Closed(Progress),
}

/// The journal of a report; without a report there is none to keep.
pub(super) struct Journal {
    kept: Option<Kept>,
}

struct Kept {
    report: PathBuf,
    path: PathBuf,
    file: BufWriter<File>,
}

impl Journal {
    /// Begins the journal of `report`, or goes on with the one that an interrupted audit left.
    ///
    /// Gives what that audit had counted. `restart` begins anew whatever stands there.
    pub(super) fn open(
        report: Option<&Path>,
        sitting: &Sitting,
        restart: bool,
    ) -> Result<(Journal, Tally), CliError> {
        let Some(report) = report else { return Ok((Journal { kept: None }, Tally::default())) };
        report::Form::of(report)?;
        let path = with_ending(report, "part");
        let kept =
            |file| Journal { kept: Some(Kept { report: report.to_owned(), path: path.clone(), file }) };
        if !restart && path.exists() {
            let (file, tally) = resumed(&path, sitting)?;
            return Ok((kept(BufWriter::new(file)), tally));
        }
        let mut file = BufWriter::new(File::create(&path).map_err(|error| unwritable(&path, &error))?);
        append(&mut file, &Line::Sitting(sitting.clone())).map_err(|error| unwritable(&path, &error))?;
        Ok((kept(file), Tally::default()))
    }

    /// Writes down what a batch came to; once this returns, it is not done again.
    pub(super) fn write(&mut self, batch: &[Line], progress: Progress) -> Result<(), CliError> {
        let Some(kept) = &mut self.kept else { return Ok(()) };
        for line in batch.iter().chain([&Line::Closed(progress)]) {
            append(&mut kept.file, line).map_err(|error| unwritable(&kept.path, &error))?;
        }
        kept.file.flush().map_err(|error| unwritable(&kept.path, &error))
    }

    /// Turns the journal into the report that was asked for, and removes it.
    pub(super) fn finish(self, tally: &Tally) -> Result<(), CliError> {
        let Some(Kept { report, path, file }) = self.kept else { return Ok(()) };
        drop(file);
        let lines = File::open(&path).map_err(|error| unwritable(&path, &error))?;
        // The report appears whole or not at all.
        let half = with_ending(&report, "new");
        let written = File::create(&half)
            .and_then(|out| report::write(&report, tally, entries(lines), BufWriter::new(out)))
            .and_then(|()| std::fs::rename(&half, &report))
            .and_then(|()| std::fs::remove_file(&path));
        written.map_err(|error| unwritable(&report, &error))
    }
}

/// What stands in a journal besides its first line.
fn entries(file: File) -> impl Iterator<Item = io::Result<Line>> {
    BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?))
}

/// The file ready to be added to, and what it says was done.
fn resumed(path: &Path, sitting: &Sitting) -> Result<(File, Tally), CliError> {
    let open = || OpenOptions::new().read(true).write(true).open(path);
    let mut file = open().map_err(|error| unwritable(path, &error))?;
    let mut reader = BufReader::new(&file);
    let (mut tally, mut open_batch) = (Tally::default(), Vec::new());
    let (mut at, mut closed_at, mut is_first) = (0, 0, true);
    let mut line = String::new();
    loop {
        line.clear();
        // Whatever cannot be read is the end of a line that was being written when the audit stopped.
        let Ok(read @ 1..) = reader.read_line(&mut line) else { break };
        let Ok(entry) = serde_json::from_str(&line) else { break };
        at += read as u64;
        match entry {
            Line::Sitting(of) if is_first && of == *sitting => closed_at = at,
            _ if is_first => return Err(CliError::OtherAudit { journal: path.display().to_string() }),
            Line::Closed(progress) => {
                open_batch.drain(..).for_each(|entry| tally.note(&entry));
                tally.close(progress);
                closed_at = at;
            }
            other => open_batch.push(other),
        }
        is_first = false;
    }
    if closed_at == 0 {
        return Err(CliError::OtherAudit { journal: path.display().to_string() });
    }
    file.set_len(closed_at)
        .and_then(|()| file.seek(SeekFrom::End(0)))
        .map_err(|error| unwritable(path, &error))?;
    Ok((file, tally))
}

fn append(file: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *file, line)?;
    file.write_all(b"\n")
}

fn unwritable(path: &Path, error: &io::Error) -> CliError {
    CliError::Report { name: path.display().to_string(), what: error.to_string() }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
