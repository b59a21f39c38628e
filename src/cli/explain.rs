//! `chaperone explain`: one rule, in full, for the person who was flagged by it.

use std::io::Write;

use super::error::CliError;
use super::outcome::Outcome;
use crate::engine;

/// Explains the rule of that code or id.
pub(super) fn run(name: &str, out: &mut impl Write) -> Result<Outcome, CliError> {
    let rule = engine::find(name).ok_or_else(|| CliError::UnknownRule(name.to_owned()))?;
    writeln!(out, "{} {} ({}, {})", rule.code, rule.id, rule.family.name(), rule.severity.name())?;
    writeln!(out, "\n{}\n{}", rule.summary, rule.why)?;
    if !rule.fixes.is_empty() {
        writeln!(out, "\nInstead:")?;
    }
    for fix in rule.fixes {
        match fix.replace {
            "" => writeln!(out, "- {}", fix.title)?,
            words => writeln!(out, "- {}: {words}", fix.title)?,
        }
    }
    writeln!(out, "\nWhose rule it is:")?;
    for source in rule.sources {
        writeln!(out, "- {}, {}, {}\n  {}", source.title, source.body, source.date, source.url)?;
    }
    writeln!(out, "\nAn aid to judgment, not legal advice.")?;
    Ok(Outcome::Clean)
}
