//! One place, one card: which of several findings on the same words leads.
//!
//! The graver finding wins. What overlaps it is merged into it: of its own family it is the same matter and goes, of
//! another family it asks for something else and stays with it as [`Finding::also`].

use super::finding::{Finding, Merged};
use super::judge::Found;
use super::ranked::ranked;
use super::rule::{Family, Rule, RuleIndex};

/// Merges the findings that overlap, gravest first, and orders what leads by place.
pub(crate) fn resolve(found: Vec<Found>, rules: &[Rule]) -> Vec<Found> {
    let family =
        |rule: RuleIndex| -> Option<Family> { rules.get(usize::from(rule.0)).map(|rule| rule.family) };
    // Gravest first; then the one that comes first, is longest, and whose rule comes first.
    let found = ranked(found, |Found { finding, .. }| {
        let severity = u128::from(u8::MAX - finding.severity as u8);
        severity << 80
            | u128::from(finding.span.start) << 48
            | u128::from(u32::MAX - finding.span.end) << 16
            | u128::from(finding.rule.0)
    });
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut covered = Covered::default();
    for candidate in found {
        let finding = &candidate.finding;
        let over = |at: &usize| kept.get(*at).is_some_and(|kept| kept.finding.span.overlaps(finding.span));
        // What is kept first is gravest, so the first that overlaps leads.
        let Some(at) = covered.around(finding).filter(over).min() else {
            covered.insert(finding, kept.len());
            kept.push(candidate);
            continue;
        };
        let Some(Found { finding: leading, .. }) = kept.get_mut(at) else { continue };
        let own = family(finding.rule);
        let is_told = |also: &Merged| family(also.rule) == own && also.span.overlaps(finding.span);
        if family(leading.rule) != own && !leading.also.iter().any(is_told) {
            let Finding { rule, span, severity, .. } = candidate.finding;
            leading.also.push(Merged { rule, span, severity });
        }
    }
    ranked(kept, |Found { finding, .. }| finding.span.rank() << 16 | u128::from(finding.rule.0))
}

/// The kept findings by the blocks of text they touch, so that looking for overlaps stays linear in the text.
#[derive(Default)]
struct Covered {
    blocks: Vec<Vec<usize>>,
}

/// Bytes per block; most findings touch one or two.
const BLOCK: u32 = 128;

impl Covered {
    fn insert(&mut self, finding: &Finding, at: usize) {
        let blocks = blocks(finding);
        if self.blocks.len() < *blocks.end() + 1 {
            self.blocks.resize(*blocks.end() + 1, Vec::new());
        }
        self.blocks.get_mut(blocks).into_iter().flatten().for_each(|block| block.push(at));
    }

    fn around(&self, finding: &Finding) -> impl Iterator<Item = usize> {
        let touched = blocks(finding).filter_map(|block| self.blocks.get(block));
        touched.flatten().copied()
    }
}

fn blocks(finding: &Finding) -> std::ops::RangeInclusive<usize> {
    (finding.span.start / BLOCK) as usize..=(finding.span.end / BLOCK) as usize
}
