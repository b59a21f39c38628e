//! `chaperone check`: one text in, findings for people out.

use std::io::Write;

use super::error::CliError;
use super::flagged::flagged;
use super::input::Input;
use super::outcome::Outcome;
use super::underline::Underline;
use crate::engine::{Checker, Context, Draft, SendDecision};

/// Checks the whole input as one draft.
pub(super) fn run(
    checker: &Checker,
    input: &Input,
    context: &Context,
    out: &mut impl Write,
) -> Result<Outcome, CliError> {
    let text = input.read_text()?;
    let report = checker.check(&Draft { text: &text, context });
    let underline = Underline::new(&input.name(), &text);
    for found in flagged(&report, &text) {
        let rule = found.rule;
        writeln!(out, "{} {} ({}): {}", rule.code, rule.id, found.finding.severity.name(), rule.summary)?;
        underline.draw(found.finding.span, out)?;
        writeln!(out, "   why: {}", rule.why)?;
        for fix in &found.finding.fixes {
            match fix.edit.replacement.as_ref() {
                "" => writeln!(out, "   fix: {}", fix.title)?,
                words => writeln!(out, "   fix: {}: {words}", fix.title)?,
            }
        }
        writeln!(out)?;
    }
    for paragraph in &report.unsupported {
        writeln!(
            out,
            "not checked: a paragraph in a language that is not supported; only numbers were looked for"
        )?;
        underline.draw(*paragraph, out)?;
        writeln!(out)?;
    }
    if report.findings.is_empty() {
        writeln!(out, "nothing found; this is an aid, not legal advice")?;
        return Ok(Outcome::Clean);
    }
    let count = report.findings.len();
    let noun = if count == 1 { "finding" } else { "findings" };
    writeln!(out, "{count} {noun}; {}", what_happens(report.decision))?;
    Ok(Outcome::Findings)
}

fn what_happens(decision: SendDecision) -> &'static str {
    match decision {
        SendDecision::Allow => "the post would go out",
        SendDecision::Confirm => "the browser would ask before it is posted",
        SendDecision::Hold => "the browser would hold the post",
    }
}
