//! `chaperone rules --markdown`: the text of `docs/rules.md`.

use std::io::Write;

use super::error::CliError;
use super::outcome::Outcome;
use crate::engine::{self, Family, Rule};

const OPENING: &str = "\
<!-- Made by `chaperone rules --markdown > docs/rules.md` from the rule files; change those instead. -->
# The rules

What Chaperone looks for, why, and who says so. It is an aid to judgment, not legal advice.

| severity | what happens |
|---|---|
| stop | exposes a patient; the post is held until it is fixed or a reason is given |
| fix | breaks a code or advertising law, or starts care online; underlined, and not held |
| rethink | a judgment call; underlined |
| polish | better wording exists; underlined |
";

/// Writes the page.
pub(super) fn run(out: &mut impl Write) -> Result<Outcome, CliError> {
    out.write_all(OPENING.as_bytes())?;
    let mut family = None;
    for rule in engine::rules() {
        if family != Some(rule.family) {
            family = Some(rule.family);
            writeln!(out, "\n## {}", title(rule.family))?;
        }
        write_rule(rule, out)?;
    }
    Ok(Outcome::Clean)
}

fn write_rule(rule: &Rule, out: &mut impl Write) -> Result<(), CliError> {
    writeln!(out, "\n### {} {}: {}\n", rule.code, rule.id, rule.severity.name())?;
    writeln!(out, "{} {}", escaped(rule.summary), escaped(rule.why))?;
    if !rule.fixes.is_empty() {
        writeln!(out, "\nInstead:\n")?;
    }
    for fix in rule.fixes {
        match fix.replace {
            "" => writeln!(out, "- {}", escaped(fix.title))?,
            words => writeln!(out, "- {}: \"{}\"", escaped(fix.title), escaped(words))?,
        }
    }
    if !rule.sources.is_empty() {
        writeln!(out, "\nSources:\n")?;
    }
    for source in rule.sources {
        let (title, body, date) = (escaped(source.title), escaped(source.body), escaped(source.date));
        writeln!(out, "- [{title}]({}), {body}, {date}", source.url)?;
    }
    Ok(())
}

fn title(family: Family) -> &'static str {
    match family {
        Family::Patient => "Patient information",
        Family::Advice => "Advice to one person",
        Family::Boundaries => "Accounts and boundaries",
        Family::Recording => "Recording and pictures",
        Family::Claims => "Claims, reviews and money",
        Family::Own => "The practice's own words",
    }
}

/// Rule text is plain text: what Markdown would take as markup is shown as it stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '*' | '_' | '[' | ']' | '<' | '>' | '`' | '\\' | '|') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
