//! What each rule fired on, and how often it was right to.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::judged::Judged;
use super::table::Table;
use crate::cli::proportion::Proportion;
use crate::engine::{self, Family, Rule, RuleCode};

/// Precision: rows of its kind among those it fired on. Recall: rows it fired on among those of its kind. False
/// alarms: rows it fired on among all others.
const FIRINGS: &[&str] =
    &["", "rows", "precision", "recall of its kind", "false alarms per 1,000 (95 %)", "fires most on"];

/// One line a rule and one a family.
pub(super) fn write(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    let mut rules = Table::new(FIRINGS);
    for rule in engine::rules() {
        let name = format!("{} {}", rule.code, rule.id);
        let rows = fired(judged, |code, _| code == rule.code);
        push_firings(&mut rules, name, rule.family, &rows, judged);
    }
    rules.write("By rule", out)?;
    let mut families = Table::new(FIRINGS);
    for family in [Family::Patient, Family::Advice, Family::Boundaries, Family::Recording, Family::Claims] {
        let rows = fired(judged, |_, of| of == family);
        push_firings(&mut families, family.name().to_owned(), family, &rows, judged);
    }
    families.write("By family", out)?;
    write_expected(judged, out)
}

/// One line a rule and kind of text.
pub(super) fn write_groups(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    let mut table = Table::new(&["rule and kind of text", "rows"]);
    for rule in engine::rules() {
        let rows = fired(judged, |code, _| code == rule.code);
        for (group, count) in counted(&rows) {
            table.push(vec![format!("{} {} on {group}", rule.code, rule.id), count.to_string()]);
        }
    }
    table.write("By rule and kind of text", out)
}

fn push_firings(table: &mut Table, name: String, family: Family, rows: &[&Judged], judged: &[Judged]) {
    if rows.is_empty() {
        return;
    }
    let deserved = Proportion::of(rows, |row| row.deserves(family));
    let groups = counted(rows).into_iter().take(4).map(|(group, count)| format!("{group} {count}"));
    let groups = groups.collect::<Vec<_>>().join(", ");
    let of_kind = judged.iter().filter(|row| row.deserves(family)).count();
    let all = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let recall = Proportion { hits: deserved.hits, total: all(of_kind) };
    let alarms = Proportion { hits: deserved.total - deserved.hits, total: all(judged.len() - of_kind) };
    let (rows, precision) = (rows.len().to_string(), deserved.to_string());
    table.push(vec![name, rows, precision, recall.to_string(), alarms.per_thousand(), groups]);
}

fn fired(judged: &[Judged], is_meant: impl Fn(RuleCode, Family) -> bool) -> Vec<&Judged> {
    judged.iter().filter(|row| row.hits.iter().any(|hit| is_meant(hit.code, hit.family))).collect()
}

/// Rows by kind of text, most first.
fn counted<'j>(rows: &[&'j Judged]) -> Vec<(&'j str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.row.group()).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// Precision and recall, where rows say which rules must fire.
fn write_expected(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    let expecting: Vec<(BTreeSet<RuleCode>, BTreeSet<RuleCode>)> = judged
        .iter()
        .filter_map(|row| {
            let expected = row.row.expect.as_ref()?.iter().copied().collect();
            Some((expected, row.hits.iter().map(|hit| hit.code).collect()))
        })
        .collect();
    let mut table = Table::new(&["rule", "expected", "fired", "precision", "recall"]);
    let codes: BTreeSet<RuleCode> =
        expecting.iter().flat_map(|(expected, fired)| expected.union(fired)).copied().collect();
    let name = |code| engine::find(&format!("{code}")).map_or("", |rule: &Rule| rule.id);
    for code in codes {
        let precision = expecting.iter().filter(|(_, fired)| fired.contains(&code));
        let precision = Proportion::of(precision, |(expected, _)| expected.contains(&code));
        let recall = expecting.iter().filter(|(expected, _)| expected.contains(&code));
        let recall = Proportion::of(recall, |(_, fired)| fired.contains(&code));
        let (expected, fired) = (recall.total.to_string(), precision.total.to_string());
        let name = format!("{code} {}", name(code));
        table.push(vec![name, expected, fired, precision.to_string(), recall.to_string()]);
    }
    table.write("Rules that rows expect", out)
}
