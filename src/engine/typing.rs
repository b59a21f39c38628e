//! While a person types: which findings wait until the sentence they are writing has ended.
//!
//! Half a sentence says what its end takes back ("you should take" … "it up with the office"), and half a word is
//! another word. So a finding that rests on the sentence being written waits, and so does one that rests on something
//! being absent, until the person pauses. Two kinds do not wait: numbers and addresses that stand for one person, which
//! nothing behind them makes harmless, and whatever is on screen already. Nothing here changes what is found or
//! whether the draft may be posted.

use super::catalog;
use super::checker::Checker;
use super::draft::Draft;
use super::finding::Finding;
use super::matcher::{Matcher, MatcherKind, Scope};
use super::memory::Memory;
use super::report::Report;
use super::rule_code::RuleCode;
use super::span::Span;
use super::unfinished::Unfinished;

/// How a draft stands in the middle of being typed.
#[derive(Clone, Copy, Debug)]
pub struct Typing<'s> {
    /// Where the newest edit ends, in bytes: the place where the person is writing.
    pub at: usize,
    /// What is on screen, by place in the draft as it stands now.
    pub shown: &'s [Shown],
}

/// A finding that is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its rule.
    pub rule: RuleCode,
    /// Its words.
    pub span: Span,
}

/// What has to be found out before a finding may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// Nothing.
    None,
    /// Whether it is also found without the unfinished sentence.
    Sentence,
    /// Whether it is also found without the unfinished word.
    Word,
    /// Whether a pause comes.
    Pause,
}

impl Checker {
    /// Checks a draft that is being typed: the report of [`Checker::check_again`], with the findings marked that wait.
    pub fn check_while_typing(&self, memory: &mut Memory, draft: &Draft<'_>, typing: &Typing<'_>) -> Report {
        let mut report = self.check_again(memory, draft);
        let on_screen = on_screen(&report.findings, typing.shown);
        if on_screen.iter().all(|is_shown| *is_shown) {
            return report;
        }
        let unfinished = Unfinished::at(draft.text, typing.at, |text| self.reader.sentences(text));
        let doubt = |(finding, is_shown): (&Finding, bool)| match is_shown {
            true => Doubt::None,
            false => doubt(finding, unfinished),
        };
        let doubts: Vec<Doubt> = report.findings.iter().zip(on_screen).map(doubt).collect();
        let mut certain = |doubted: Doubt, cut: Span| {
            let findings = doubts.contains(&doubted).then(|| self.check_without(memory, draft, cut));
            Certain { cut, findings: findings.unwrap_or_default() }
        };
        let certain = unfinished.map(|Unfinished { sentence, word }| {
            (certain(Doubt::Sentence, sentence), certain(Doubt::Word, word))
        });
        for (finding, doubt) in report.findings.iter_mut().zip(doubts) {
            finding.waits = match (doubt, &certain) {
                (Doubt::None, _) => false,
                (Doubt::Sentence, Some((without_sentence, _))) => !without_sentence.has(finding),
                (Doubt::Word, Some((_, without_word))) => !without_word.has(finding),
                (Doubt::Sentence | Doubt::Word | Doubt::Pause, _) => true,
            };
        }
        report
    }

    /// The memory knows most of the shorter text, and will know most of the longer one again.
    fn check_without(&self, memory: &mut Memory, draft: &Draft<'_>, cut: Span) -> Vec<Finding> {
        let before = draft.text.get(..cut.start as usize).unwrap_or_default();
        let behind = draft.text.get(cut.end as usize..).unwrap_or_default();
        let text = [before, behind].concat();
        self.check_again(memory, &Draft { text: &text, context: draft.context }).findings
    }
}

fn doubt(finding: &Finding, unfinished: Option<Unfinished>) -> Doubt {
    let Some(rule) = catalog::rule(finding.rule) else { return Doubt::Pause };
    let any = |holds: fn(&Matcher) -> bool| rule.matchers.iter().any(holds);
    match unfinished {
        _ if any(leans_on_absence) => Doubt::Pause,
        Some(Unfinished { sentence, .. }) if finding.span.overlaps(sentence) => {
            if any(can_be_taken_back) {
                Doubt::Pause
            } else {
                Doubt::Word
            }
        }
        Some(_) if any(looks_beyond_sentences) => Doubt::Sentence,
        _ => Doubt::None,
    }
}

/// What is found in a draft, by place, when some of its words are cut out.
struct Certain {
    cut: Span,
    findings: Vec<Finding>,
}

impl Certain {
    /// Whether the finding of the whole draft is among them.
    fn has(&self, finding: &Finding) -> bool {
        let is_behind = finding.span.start >= self.cut.end;
        let start = finding.span.start - if is_behind { self.cut.end - self.cut.start } else { 0 };
        let from = self.findings.partition_point(|other| other.span.start < start);
        let mut same_place = self.findings.iter().skip(from).take_while(|other| other.span.start == start);
        same_place.any(|other| other.rule == finding.rule)
    }
}

/// Whether words of another sentence can make or unmake a finding.
fn looks_beyond_sentences(matcher: &Matcher) -> bool {
    matches!(matcher.within, Scope::Paragraph | Scope::Draft) || !matcher.unless_anywhere.is_empty()
}

/// Whether a later sentence may still bring what is missed.
fn leans_on_absence(matcher: &Matcher) -> bool {
    matches!(matcher.how, MatcherKind::Missing { .. }) && looks_beyond_sentences(matcher)
}

/// Whether the rest of a sentence can unmake a finding.
fn can_be_taken_back(matcher: &Matcher) -> bool {
    let cancels = [matcher.unless, matcher.unless_sentence, matcher.unless_anywhere];
    matches!(matcher.how, MatcherKind::Missing { .. }) || cancels.iter().any(|signals| !signals.is_empty())
}

/// For each finding, whether its words are underlined already: for its own rule, or for one that no longer finds them.
fn on_screen(findings: &[Finding], shown: &[Shown]) -> Vec<bool> {
    let found = |finding: &Finding| {
        let rule = catalog::rule(finding.rule)?;
        Some(Shown { rule: rule.code, span: finding.span })
    };
    let found: Vec<Shown> = findings.iter().filter_map(found).collect();
    let (by_place, shown) = (ByPlace::new(&found), ByPlace::new(shown));
    let is_outdated = |old: &Shown| !by_place.touching(old.span).any(|new| new.rule == old.rule);
    let is_shown = |new: &Shown| shown.touching(new.span).any(|old| old.rule == new.rule || is_outdated(old));
    found.iter().map(is_shown).collect()
}

/// A list by place, in which the neighbors of a span are found without going through it all.
struct ByPlace<'l> {
    list: &'l [Shown],
    longest: u32,
}

impl<'l> ByPlace<'l> {
    fn new(list: &'l [Shown]) -> Self {
        let longest = list.iter().map(|one| one.span.end - one.span.start).max().unwrap_or_default();
        ByPlace { list, longest }
    }

    fn touching(&self, span: Span) -> impl Iterator<Item = &'l Shown> {
        let first = self.list.partition_point(|one| one.span.start + self.longest <= span.start);
        let near = self.list.iter().skip(first).take_while(move |one| one.span.start < span.end);
        near.filter(move |one| one.span.overlaps(span))
    }
}
