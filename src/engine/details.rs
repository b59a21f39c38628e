//! Fixes for a finding whose details add up: the same words with one of the details left out, for each of them.

use super::case::capitalized;
use super::finding::{Edit, Fix};
use super::reading::Reading;
use super::rule::{Applicability, DetailTemplate};
use super::signal::{Signal, SignalKind};
use super::span::Span;
use super::tables::kind;

/// Nouns that make a word standing in for the detail before them superfluous: "27-year-old teacher".
const NOUNS: [SignalKind; 4] = [kind::PERSON_NOUNS, kind::OCCUPATION, kind::PATIENT_NOUNS, kind::CARE_SEEKER];

/// One fix for each detail inside the flagged words that a template speaks of.
pub(crate) fn fixes<'a>(
    templates: &'a [DetailTemplate],
    evidence: &'a [Signal],
    flagged: Span,
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = Fix> + use<'a> {
    evidence.iter().filter_map(move |detail| {
        let template = templates.iter().find(|template| template.signals.contains(&detail.kind))?;
        let replacement = without(detail, template.replace, flagged, reading)?;
        let words = reading.span(detail.first, detail.end).of(&reading.text);
        Some(Fix {
            title: format!("{}: {words}", template.title).into(),
            edit: Edit { span: flagged, replacement: replacement.into() },
            applicability: Applicability::NeedsReview,
        })
    })
}

/// The flagged words without the detail; `None` when it lies outside or a line break would be lost.
fn without(detail: &Signal, replace: &str, flagged: Span, reading: &Reading<'_>) -> Option<String> {
    let place = reading.span(detail.first, detail.end);
    // "Her coach" is somebody else, whom no one word stands for.
    if detail.first.checked_sub(1).is_some_and(|before| reading.has(before, kind::SOMEBODYS))
        && !replace.is_empty()
    {
        return None;
    }
    let text = flagged.of(&reading.text);
    if !flagged.contains(place) || text.contains('\n') {
        return None;
    }
    let stands_for_itself = !reading.starting_at(detail.end).iter().any(|next| NOUNS.contains(&next.kind));
    let replace = if stands_for_itself { replace } else { "" };
    let before = reading.text.get(flagged.start as usize..place.start as usize)?;
    let behind = reading.text.get(place.end as usize..flagged.end as usize)?;
    let next = if replace.is_empty() { behind.trim_start() } else { replace };
    let before = agreeing(before, next);
    let joined = if replace.is_empty() {
        let glue =
            if before.is_empty() || next.starts_with([',', '.', '!', '?', ';', ':']) { "" } else { " " };
        [before.trim_end(), glue, next.trim_start_matches(|it| before.is_empty() && it == ',').trim_start()]
            .concat()
    } else {
        [before.as_str(), replace, behind].concat()
    };
    let words = joined.trim();
    (!words.is_empty()).then(|| if starts_large(text) { capitalized(words) } else { words.to_owned() })
}

/// The words before, their last article fit to what follows: "an 8 year old" becomes "a person".
fn agreeing(before: &str, next: &str) -> String {
    let vowel = next.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    let words = before.trim_end();
    let last = words.rsplit(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    let rest = words.strip_suffix(last).unwrap_or_default();
    match last {
        "an" if !vowel => format!("{rest}a "),
        "An" if !vowel => format!("{rest}A "),
        "a" if vowel => format!("{rest}an "),
        "A" if vowel => format!("{rest}An "),
        _ => before.to_owned(),
    }
}

fn starts_large(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config, Context, Draft};

    fn offered(text: &str) -> Vec<(String, String)> {
        let context = Context::default();
        let report = Checker::new(Config::default()).check(&Draft { text, context: &context });
        let fixes = report.findings.into_iter().flat_map(|finding| finding.fixes);
        fixes
            .filter(|fix| fix.title.contains(':'))
            .map(|fix| (fix.title.into_owned(), fix.edit.replacement.to_string()))
            .collect()
    }

    #[test]
    fn every_detail_can_be_left_out_alone() {
        let offered = offered(
            "An 8 year old broke her arm falling off a horse tonight at Fenwick Farm, says her coach.",
        );
        let line = |title: &str| {
            offered.iter().find(|(is, _)| is == title).map(|(_, line)| line.clone()).unwrap_or_default()
        };
        assert!(line("Leave out the age: 8 year old").starts_with("A person broke her arm"), "{offered:?}");
        assert!(!line("Leave out the time: tonight").contains("tonight"), "{offered:?}");
        assert!(line("Leave out the time: tonight").contains("horse at"), "{offered:?}");
    }
}
