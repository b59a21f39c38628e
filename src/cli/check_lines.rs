//! `chaperone check --jsonl`: a filter that any program can pipe drafts through.
//!
//! One object a line in, one object a line out, in the same order, with a bounded amount of memory. A line that
//! cannot be read is answered with an error and the rest goes on, so that one bad record never costs a batch.

use std::borrow::Cow;
use std::fmt;
use std::io::Write;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::draft_line::DraftLine;
use super::error::CliError;
use super::flagged::{Flagged, flagged};
use super::input::Input;
use super::jsonl_reader::{JsonlReader, LONGEST_LINE, Line};
use super::outcome::Outcome;
use crate::engine::{
    self, Checker, Context, Described, Description, Draft, Family, RuleCode, SendDecision, Severity,
    Utf16Index, Utf16Span,
};

/// A report as it goes out.
#[derive(Serialize)]
struct ReportLine<'l> {
    id: &'l str,
    decision: SendDecision,
    findings: Vec<FindingLine<'l>>,
    /// What was found in the names and descriptions of what is attached; the key is left out when nothing was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    described: Vec<DescribedLine<'l>>,
    /// Paragraphs in languages that are not checked; the key is left out when there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unsupported: Vec<Utf16Span>,
}

#[derive(Serialize)]
struct FindingLine<'l> {
    rule: RuleCode,
    id: &'static str,
    family: Family,
    severity: Severity,
    start: u32,
    end: u32,
    excerpt: &'l str,
    summary: &'static str,
    /// Rules of other families that find fault with these words too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<RuleCode>,
}

/// A finding beside the text: its places are those of the description.
#[derive(Serialize)]
struct DescribedLine<'l> {
    attachment: u32,
    part: Description,
    rule: RuleCode,
    id: &'static str,
    family: Family,
    severity: Severity,
    start: u32,
    end: u32,
    excerpt: &'l str,
    summary: &'static str,
}

/// What goes out for a line that cannot be read.
#[derive(Serialize)]
struct ErrorLine {
    id: Value,
    error: String,
}

/// Answers every line of the input.
pub(super) fn run(checker: &Checker, input: &Input, out: &mut impl Write) -> Result<Outcome, CliError> {
    let mut reader = JsonlReader::new(input.open()?);
    let mut worst = Outcome::Clean;
    loop {
        // Whoever waits for an answer before writing the next line gets it.
        if !reader.has_line_ready() {
            out.flush()?;
        }
        let Some(line) = reader.next_line().map_err(|error| input.unreadable(error))? else {
            return Ok(worst);
        };
        worst = worst.max(answer(checker, &line, out)?);
    }
}

fn answer(checker: &Checker, line: &Line<'_>, out: &mut impl Write) -> Result<Outcome, CliError> {
    let bytes = match line {
        Line::Bytes(bytes) => bytes,
        Line::TooLong => {
            let error = format!("the line is longer than {LONGEST_LINE} bytes; split the text");
            write_line(out, &ErrorLine { id: Value::Null, error })?;
            return Ok(Outcome::Failure);
        }
    };
    let draft = match DraftLine::read(bytes) {
        Ok(draft) => draft,
        Err(error) => {
            write_line(out, &ErrorLine { id: id_of(bytes), error })?;
            return Ok(Outcome::Failure);
        }
    };
    let context = draft.context.unwrap_or_default();
    let report = checker.check(&Draft { text: &draft.text, context: &context });
    let mut index = Utf16Index::new(&draft.text);
    let findings: Vec<_> =
        flagged(&report, &draft.text).map(|found| finding_line(&mut index, found)).collect();
    let described: Vec<_> =
        report.described.iter().filter_map(|found| described_line(found, &context)).collect();
    let is_clean = findings.is_empty() && described.is_empty();
    let outcome = if is_clean { Outcome::Clean } else { Outcome::Findings };
    let mut index = Utf16Index::new(&draft.text);
    let unsupported = report.unsupported.iter().map(|span| index.convert(*span)).collect();
    let decision = report.decision;
    write_line(out, &ReportLine { id: &draft.id, decision, findings, described, unsupported })?;
    Ok(outcome)
}

fn finding_line<'l>(index: &mut Utf16Index<'_>, found: Flagged<'l>) -> FindingLine<'l> {
    let place = index.convert(found.finding.span);
    FindingLine {
        rule: found.rule.code,
        id: found.rule.id,
        family: found.rule.family,
        severity: found.finding.severity,
        start: place.start,
        end: place.end,
        excerpt: found.excerpt,
        summary: found.rule.summary,
        also: found.finding.also.iter().filter_map(|also| Some(engine::rule(also.rule)?.code)).collect(),
    }
}

fn described_line<'l>(found: &Described, context: &'l Context) -> Option<DescribedLine<'l>> {
    let Described { attachment, part, severity, span, .. } = *found;
    let text = part.of(context.attachments.get(attachment as usize)?)?;
    let rule = engine::rule(found.rule)?;
    let place = Utf16Index::new(text).convert(span);
    Some(DescribedLine {
        attachment,
        part,
        rule: rule.code,
        id: rule.id,
        family: rule.family,
        severity,
        start: place.start,
        end: place.end,
        excerpt: span.of(text),
        summary: rule.summary,
    })
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> Result<(), CliError> {
    serde_json::to_writer(&mut *out, line).map_err(|error| CliError::Write(error.into()))?;
    Ok(out.write_all(b"\n")?)
}

/// The id of a line that is at fault, as far as it can be made out; else null.
fn id_of(bytes: &[u8]) -> Value {
    let mut id = Value::Null;
    // The fault itself has been reported already; only what came before it is wanted.
    let _ = IdProbe(&mut id).deserialize(&mut serde_json::Deserializer::from_slice(bytes));
    id
}

/// Walks an object and keeps its id even when what follows is broken.
struct IdProbe<'i>(&'i mut Value);

impl<'l> DeserializeSeed<'l> for IdProbe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for IdProbe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with an id")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'l, str>>()? {
            if key != "id" {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let id = map.next_value::<Value>()?;
            if id.is_string() || id.is_number() {
                *self.0 = id;
            }
        }
        Ok(())
    }
}
