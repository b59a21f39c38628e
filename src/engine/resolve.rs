//! One place, one card: which of several findings on the same words stays.
//!
//! The graver finding wins. Findings of one family that overlap become one; findings of two families stay apart
//! unless the weaker one lies inside the graver one, because each asks for something else.

use super::finding::Finding;
use super::judge::Found;
use super::rule::{Family, Rule};

/// Drops the findings that others on the same words outweigh, and orders the rest by place.
pub(crate) fn resolve(mut found: Vec<Found>, rules: &[Rule]) -> Vec<Found> {
    let family = |finding: &Finding| -> Option<Family> {
        rules.get(usize::from(finding.rule.0)).map(|rule| rule.family)
    };
    // Gravest first; then the one that comes first, is longest, and whose rule comes first.
    found.sort_by_key(|Found { finding, .. }| {
        (
            std::cmp::Reverse(finding.severity),
            finding.span.start,
            std::cmp::Reverse(finding.span.end),
            finding.rule,
        )
    });
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut covered = Covered::default();
    for candidate in found {
        let finding = &candidate.finding;
        let outweighed = covered.around(finding).any(|at| {
            kept.get(at).is_some_and(|Found { finding: other, .. }| {
                let contained = other.span.contains(finding.span) && other.severity > finding.severity;
                other.span.overlaps(finding.span)
                    && (family(other) == family(finding) || contained || other.span == finding.span)
            })
        });
        if !outweighed {
            covered.insert(finding, kept.len());
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|Found { finding, .. }| (finding.span, finding.rule));
    kept
}

/// The kept findings by the blocks of text they touch, so that looking for overlaps stays linear in the text.
#[derive(Default)]
struct Covered {
    blocks: std::collections::BTreeMap<u32, Vec<usize>>,
}

/// Bytes per block; most findings touch one or two.
const BLOCK: u32 = 128;

impl Covered {
    fn insert(&mut self, finding: &Finding, at: usize) {
        for block in finding.span.start / BLOCK..=finding.span.end / BLOCK {
            self.blocks.entry(block).or_default().push(at);
        }
    }

    fn around<'s>(&'s self, finding: &Finding) -> impl Iterator<Item = usize> + use<'s> {
        self.blocks
            .range(finding.span.start / BLOCK..=finding.span.end / BLOCK)
            .flat_map(|(_, at)| at.iter().copied())
    }
}
