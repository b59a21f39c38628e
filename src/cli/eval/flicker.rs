//! `chaperone eval --flicker`: types every text key by key, and counts what is underlined and then is no longer.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::row::Row;
use super::table::Table;
use crate::engine::{Checker, Draft, Memory, Report, RuleCode, Shown, Typing, rule};

/// After how many words a person pauses who writes haltingly.
const WORDS_AT_A_TIME: usize = 5;

/// What was seen while texts were typed.
#[derive(Debug, Default)]
pub(super) struct Flicker {
    texts: usize,
    characters: usize,
    fluently: Tally,
    haltingly: Tally,
    at_once: Tally,
}

/// How often words got an underline, and how often they lost it to typing on behind them, by rule.
#[derive(Debug, Default)]
struct Tally {
    shown: usize,
    flips: BTreeMap<RuleCode, usize>,
}

/// How a text is typed, and how it is checked meanwhile.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// Without a pause.
    Fluent,
    /// With a pause behind every few words.
    Halting,
    /// As if every key were followed by a pause: nothing ever waits.
    Frozen,
}

impl Tally {
    fn type_out(&mut self, checker: &Checker, draft: &Draft<'_>, pace: Pace) {
        let mut before = Vec::new();
        let mut memory = Memory::default();
        let mut words = 0;
        for (at, c) in draft.text.char_indices() {
            let typed = Draft { text: draft.text.get(..at + c.len_utf8()).unwrap_or_default(), ..*draft };
            let is_pause = pace == Pace::Frozen
                || (c == ' ' && {
                    words += 1;
                    words % WORDS_AT_A_TIME == 0
                });
            if pace != Pace::Frozen {
                let typing = Typing { at: typed.text.len(), shown: &before };
                let now = seen(&checker.check_while_typing(&mut memory, &typed, &typing));
                self.next_screen(&before, &now);
                before = now;
            }
            if is_pause && pace != Pace::Fluent {
                let now = seen(&checker.check_again(&mut memory, &typed));
                self.next_screen(&before, &now);
                before = now;
            }
        }
    }

    /// An underline that passes to another rule is still there.
    fn next_screen(&mut self, before: &[Shown], now: &[Shown]) {
        let is_in = |list: &[Shown], one: &Shown| list.iter().any(|other| other.span.overlaps(one.span));
        self.shown += now.iter().filter(|shown| !is_in(before, shown)).count();
        for gone in before.iter().filter(|shown| !is_in(now, shown)) {
            *self.flips.entry(gone.rule).or_default() += 1;
        }
    }

    fn flips(&self) -> usize {
        self.flips.values().sum()
    }
}

impl Flicker {
    /// Types one text at every pace.
    pub(super) fn watch(&mut self, checker: &Checker, mut row: Row) {
        let context = row.take_context();
        let draft = Draft { text: &row.text, context: &context };
        self.texts += 1;
        self.characters += row.text.chars().count();
        self.fluently.type_out(checker, &draft, Pace::Fluent);
        self.haltingly.type_out(checker, &draft, Pace::Halting);
        self.at_once.type_out(checker, &draft, Pace::Frozen);
    }

    /// Writes the count, beside what it would be if nothing waited.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{} texts, {} characters", self.texts, self.characters)?;
        let mut table = Table::new(&["typed", "shown", "flips", "per 100 characters"]);
        let paces = [
            ("without a pause", &self.fluently),
            ("with a pause every five words", &self.haltingly),
            ("if nothing ever waited", &self.at_once),
        ];
        for (name, tally) in paces {
            let flips = tally.flips();
            table.push(vec![name.to_owned(), tally.shown.to_string(), flips.to_string(), self.rate(flips)]);
        }
        table.write("Underlines that typing on took away", out)?;
        let mut by_rule = Table::new(&["rule", "without a pause", "with pauses", "if nothing waited"]);
        let codes: BTreeSet<&RuleCode> = paces.iter().flat_map(|(_, tally)| tally.flips.keys()).collect();
        for code in codes {
            let of = |(_, tally): &(_, &Tally)| {
                tally.flips.get(code).map_or_else(|| "0".to_owned(), usize::to_string)
            };
            by_rule.push(std::iter::once(code.to_string()).chain(paces.iter().map(of)).collect());
        }
        by_rule.write("By rule", out)
    }

    fn rate(&self, flips: usize) -> String {
        let thousandths = (flips * 100_000).checked_div(self.characters).unwrap_or_default();
        format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
    }
}

fn seen(report: &Report) -> Vec<Shown> {
    let visible = report.findings.iter().filter(|finding| !finding.waits);
    visible.filter_map(|finding| Some(Shown { rule: rule(finding.rule)?.code, span: finding.span })).collect()
}
