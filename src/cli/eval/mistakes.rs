//! Every miss and every false alarm by itself, for whoever works on the rules.

use std::io::{self, Write};

use super::judged::{Hit, Judged};
use super::row::Label;
use crate::engine::{Family, RuleCode, Severity};

/// How much of a text is shown.
const SHOWN: usize = 200;

/// Lists the mistakes on rows that people agree about.
pub(super) fn write(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nMistakes, borderline rows left out")?;
    for judged in judged.iter().filter(|judged| !judged.row.borderline) {
        for (kind, what) in mistakes(judged) {
            let subtype = judged.row.subtype.as_deref().unwrap_or("-");
            let (id, group) = (&judged.row.id, judged.row.group());
            writeln!(out, "{kind:<5} {what}  {id} {group}/{subtype}: {}", shown(&judged.row.text))?;
        }
    }
    Ok(())
}

fn mistakes(judged: &Judged) -> Vec<(&'static str, String)> {
    let mut mistakes = Vec::new();
    let is_missed = judged.row.label.is_some_and(|label| label.family().is_some());
    if is_missed && !judged.flagged_at(Severity::Rethink) {
        mistakes.push(("miss", String::new()));
    }
    for span in judged.protected().filter(|span| !judged.finds(span)) {
        let words: String =
            judged.row.text.chars().skip(span.start).take(span.end.saturating_sub(span.start)).collect();
        mistakes.push(("miss", format!("{} \"{words}\"", span.label)));
    }
    for hit in judged.hits.iter().filter(|hit| is_false_alarm(judged, hit)) {
        mistakes.push(("false", format!("{} \"{}\"", hit.code, shown(hit.span.of(&judged.row.text)))));
    }
    if let Some(expected) = &judged.row.expect {
        let fired = |code: &RuleCode| judged.hits.iter().any(|hit| hit.code == *code);
        mistakes.extend(expected.iter().filter(|code| !fired(code)).map(|code| ("miss", code.to_string())));
    }
    mistakes
}

fn is_false_alarm(judged: &Judged, hit: &Hit) -> bool {
    if let Some(expected) = &judged.row.expect {
        return !expected.contains(&hit.code);
    }
    match judged.row.label {
        Some(Label::Ordinary | Label::Education) => hit.severity >= Severity::Rethink,
        Some(Label::Redirect | Label::RecordingOk) => hit.severity >= Severity::Fix,
        Some(_) => false,
        // Texts whose identifiers are marked are not labeled otherwise, so only patient rules can be wrong there.
        None => hit.family == Family::Patient && judged.protected().next().is_none(),
    }
}

/// The beginning of a text on one line.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
