//! What a model is worth on texts that it has not seen: each fifth judged by what the other four teach.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::examples::{Example, Examples, Row};
use super::regression::Regression;
use super::subject::Subject;
use crate::cli::proportion::Proportion;
use crate::engine::{AccountKind, Checker, Context, Draft, rule};

const FOLDS: usize = 5;
/// How sure a model may have to be, in percent, as rule files say it.
const SURE: [u8; 6] = [50, 70, 80, 85, 90, 95];
/// Shown by kind of text.
const SHOWN_BY_KIND: u8 = 85;
/// A rule that asks the model's leave asks that it be as sure as this.
const LEAVE: u8 = 50;

/// How one line was judged.
struct Judged<'e> {
    line: &'e Example,
    by_rules: bool,
    log_odds: f64,
}

/// All lines, judged.
pub(super) struct CrossValidation<'e> {
    model: &'static str,
    judged: Vec<Judged<'e>>,
}

impl<'e> CrossValidation<'e> {
    /// Judges every line by `rules`, a checker without models, and by a model that has not seen it.
    pub(super) fn of(subject: &Subject, examples: &'e Examples, rules: &Checker) -> Self {
        let folds: Vec<Regression> = (0..FOLDS).map(|fold| learn_without(examples, fold)).collect();
        let judge = |(at, line): (usize, &'e Example)| {
            let judge = folds.get(at % FOLDS);
            let log_odds = |row: &Row| judge.map_or(f64::NEG_INFINITY, |judge| judge.log_odds(row));
            let log_odds = examples.rows_of(line).iter().map(log_odds).fold(f64::NEG_INFINITY, f64::max);
            Judged { line, by_rules: is_flagged(subject, &line.text, rules), log_odds }
        };
        CrossValidation {
            model: subject.model,
            judged: examples.lines.iter().enumerate().map(judge).collect(),
        }
    }

    /// The table: rules alone, the model alone and both, by how sure the model must be; then by kind of text.
    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let count =
            |group: Group| self.judged.iter().filter(|judged| Group::of(judged.line) == group).count();
        writeln!(
            out,
            "{}: {} texts to find, {} near misses, {} texts of other kinds; each fifth judged by what the others teach\n",
            self.model,
            count(Group::Wanted),
            count(Group::NearMiss),
            count(Group::Elsewhere)
        )?;
        writeln!(out, "{:<34}{:>34}{:>34}", "", "found", "near misses flagged")?;
        self.line(out, "rules alone", |judged| judged.by_rules)?;
        let name = format!("rules with leave at {LEAVE} %");
        self.line(out, &name, |judged| judged.by_rules && judged.is_sure(LEAVE))?;
        for sure in SURE {
            self.line(out, &format!("model alone at {sure} %"), |judged| judged.is_sure(sure))?;
            self.line(out, "  and the rules", |judged| judged.by_rules || judged.is_sure(sure))?;
            self.line(out, "  and the rules with leave", |judged| judged.by_both(sure))?;
        }
        let sure = SHOWN_BY_KIND;
        writeln!(out, "\nflagged by kind, at {sure} %  texts     rules     model  both, with leave")?;
        let mut kinds: BTreeMap<(bool, &str), Vec<&Judged<'_>>> = BTreeMap::new();
        for judged in self.judged.iter().filter(|judged| !judged.line.is_elsewhere) {
            kinds.entry((!judged.line.wanted, &judged.line.kind)).or_default().push(judged);
        }
        for ((_, kind), all) in kinds {
            let rules = all.iter().filter(|judged| judged.by_rules).count();
            let model = all.iter().filter(|judged| judged.is_sure(sure)).count();
            let both = all.iter().filter(|judged| judged.by_both(sure)).count();
            writeln!(out, "{kind:<28}{:>6}{rules:>10}{model:>10}{both:>10}", all.len())?;
        }
        writeln!(out)
    }

    fn line(&self, out: &mut impl Write, name: &str, flags: impl Fn(&Judged<'_>) -> bool) -> io::Result<()> {
        let of = |group: Group| {
            let all = self.judged.iter().filter(|judged| Group::of(judged.line) == group);
            Proportion::of(all, &flags).to_string()
        };
        writeln!(out, "{name:<34}{:>34}{:>34}", of(Group::Wanted), of(Group::NearMiss))
    }
}

/// What a line is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Wanted,
    NearMiss,
    Elsewhere,
}

impl Group {
    fn of(line: &Example) -> Group {
        match (line.wanted, line.is_elsewhere) {
            (true, _) => Group::Wanted,
            (false, false) => Group::NearMiss,
            (false, true) => Group::Elsewhere,
        }
    }
}

impl Judged<'_> {
    fn is_sure(&self, percent: u8) -> bool {
        let probability = f64::from(percent) / 100.0;
        self.log_odds >= (probability / (1.0 - probability)).ln()
    }

    fn by_both(&self, percent: u8) -> bool {
        self.is_sure(percent) || (self.by_rules && self.is_sure(LEAVE))
    }
}

fn learn_without(examples: &Examples, fold: usize) -> Regression {
    let rows = examples.lines.iter().enumerate().filter(move |(at, _)| at % FOLDS != fold);
    Regression::learn(rows.flat_map(|(_, line)| examples.rows_of(line)))
}

fn is_flagged(subject: &Subject, text: &str, rules: &Checker) -> bool {
    let context = Context { surface: subject.surface, account: AccountKind::Practice, ..Context::default() };
    let report = rules.check(&Draft { text, context: &context });
    let codes = report.findings.iter().filter_map(|finding| rule(finding.rule));
    codes.map(|rule| rule.code.to_string()).any(|code| subject.rules.contains(&code.as_str()))
}
