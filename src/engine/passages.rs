//! The passages of one draft, and how they are kept from one check to the next.

use super::cut::cut;
use super::finding::Finding;
use super::judge::{Distant, Judge, Side};
use super::language::Language;
use super::matcher::Scope;
use super::outside::outsides;
use super::passage::Passage;
use super::ranked::ranked;
use super::reader::Reader;
use super::reading::Reading;
use super::setting::settings;
use super::signal::{KindSet, Signal};
use super::span::Span;

/// All passages of a draft, in order.
#[derive(Debug, Default)]
pub(crate) struct Passages(Vec<Passage>);

impl Passages {
    /// Reads `text`; passages of the text before that are passages of this one too are not read again.
    pub(crate) fn renew(&mut self, text: &str, reader: &Reader) {
        let (first, mut at) = self.same_before(text);
        let mut rest = self.same_behind(text, first).into_iter().peekable();
        let mut fresh = Vec::new();
        let mut kept_from = self.0.len();
        while at < text.len() {
            while rest.next_if(|(_, start)| *start < at).is_some() {}
            if let Some((passage, _)) = rest.next_if(|(_, start)| *start == at) {
                kept_from = passage;
                break;
            }
            let behind = text.get(at..).unwrap_or_default();
            let cut = cut(behind);
            fresh.push(Passage::read(behind, cut, reader));
            at += cut.end;
        }
        self.0.splice(first..kept_from, fresh);
        self.settle(reader);
    }

    /// How many passages at the beginning are those of `text`, and where the next one begins.
    fn same_before(&self, text: &str) -> (usize, usize) {
        let mut alike = 0;
        for passage in &self.0 {
            let behind = text.as_bytes().get(alike..).unwrap_or_default();
            if !behind.starts_with(passage.text().as_bytes()) {
                alike += passage.text().bytes().zip(behind).take_while(|(old, new)| old == *new).count();
                break;
            }
            alike += passage.text().len();
        }
        let length: usize = self.0.iter().map(|passage| passage.text().len()).sum();
        // Where a text ends takes part in cutting it.
        let known = if alike == length && alike == text.len() { alike + 1 } else { alike };
        let mut start = 0;
        for (at, passage) in self.0.iter().enumerate() {
            if start + passage.seen > known {
                return (at, start);
            }
            start += passage.text().len();
        }
        (self.0.len(), start)
    }

    /// The passages from `first` on behind which the text is as before: their numbers, and where they begin in `text`.
    fn same_behind(&self, text: &str, first: usize) -> Vec<(usize, usize)> {
        let mut same = Vec::new();
        let mut end = text.len();
        for (at, passage) in self.0.iter().enumerate().skip(first).rev() {
            let Some(start) = end.checked_sub(passage.text().len()) else { break };
            if text.as_bytes().get(start..end) != Some(passage.text().as_bytes()) {
                break;
            }
            same.push((at, start));
            end = start;
        }
        same.reverse();
        same
    }

    fn settle(&mut self, reader: &Reader) {
        let alone = || self.0.iter().map(|passage| &passage.alone);
        let settings = settings(alone(), &outsides(alone()));
        for (passage, setting) in self.0.iter_mut().zip(settings) {
            passage.settle(setting, reader);
        }
    }

    /// The kinds of signal in all of them.
    pub(crate) fn present(&self) -> KindSet {
        let mut present = KindSet::EMPTY;
        self.0.iter().for_each(|passage| present.insert_all(&passage.settled.present));
        present
    }

    /// The paragraphs in languages that are not checked, in order; a cut inside one makes two of it.
    pub(crate) fn unsupported(&self) -> Vec<Span> {
        let here = |(start, passage): (u32, &Passage)| {
            passage.reading.unsupported().into_iter().map(move |span| span.behind(start))
        };
        self.placed().flat_map(here).collect()
    }

    /// The language of most of the draft's words; `None` where nothing tells.
    pub(crate) fn language(&self) -> Option<Language> {
        let words_in = |language| self.0.iter().map(|passage| passage.reading.words_in(language)).sum();
        let counts = Language::all().map(|language| (words_in(language), language));
        counts.max().filter(|(words, _): &(usize, Language)| *words > 0).map(|(_, language)| language)
    }

    /// All readings, in order.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading<'static>> {
        self.0.iter().map(|passage| &passage.reading)
    }

    /// Whether something in them, as they were judged last, was written in anger.
    pub(crate) fn are_heated(&self) -> bool {
        self.0.iter().any(|passage| passage.judged.heated)
    }

    /// Every signal with its place in the draft.
    pub(crate) fn signals(&self) -> impl Iterator<Item = (Span, &Signal)> {
        self.placed().flat_map(|(start, passage)| {
            let reading = &passage.reading;
            reading
                .signals()
                .iter()
                .map(move |signal| (reading.span(signal.first, signal.end).behind(start), signal))
        })
    }

    /// Judges all that has to be judged again and gives every finding, by place.
    pub(crate) fn judge(&mut self, judge: &Judge<'_>) -> Vec<Finding> {
        let outsides = outsides(self.0.iter().map(|passage| &passage.settled));
        for (passage, outside) in self.0.iter_mut().zip(outsides) {
            passage.judge(outside, judge);
        }
        let mut findings = Vec::new();
        for (at, (start, passage)) in self.placed().enumerate() {
            let from = findings.len();
            findings.extend(passage.judged.findings.iter().map(|finding| finding.behind(start)));
            for distant in &passage.judged.distant {
                let finding: Option<&mut Finding> = findings.get_mut(from + distant.finding);
                if let (Some(finding), Some(detail)) = (finding, self.detail(at, distant)) {
                    finding.evidence.push(detail);
                    finding.evidence = ranked(std::mem::take(&mut finding.evidence), Span::rank);
                    finding.evidence.dedup();
                }
            }
        }
        findings
    }

    /// Passages with the byte at which each begins.
    fn placed(&self) -> impl Iterator<Item = (u32, &Passage)> {
        self.0.iter().scan(0, |start, passage| {
            let here = *start;
            *start += u32::try_from(passage.text().len()).unwrap_or(u32::MAX);
            Some((here, passage))
        })
    }

    /// The first detail of a kind on one side of the passage `at`.
    fn detail(&self, at: usize, distant: &Distant) -> Option<Span> {
        let is_wanted = |signal: &&Signal| distant.of.contains(&signal.kind);
        self.reached(at, distant).find_map(|(start, passage, paragraph)| {
            let reading = &passage.reading;
            let within = |signal: &&Signal| {
                paragraph.is_none_or(|paragraph| reading.place(signal.first).paragraph == paragraph)
            };
            let signal = reading.signals().iter().filter(is_wanted).find(within)?;
            Some(reading.span(signal.first, signal.end).behind(start))
        })
    }

    /// The passages on one side of `at` as far as the scope reaches, and which of their paragraphs it covers when not
    /// all.
    fn reached(&self, at: usize, distant: &Distant) -> impl Iterator<Item = (u32, &Passage, Option<u32>)> {
        let whole_draft = distant.scope == Scope::Draft;
        let joined =
            |number: usize| self.0.get(number).is_some_and(|passage| !passage.settled.ends_paragraph);
        let through =
            |number: usize| self.0.get(number).is_some_and(|passage| passage.settled.is_one_paragraph);
        let (mut first, mut end) = match distant.side {
            Side::Before => (0, at),
            Side::Behind => (at + 1, self.0.len()),
        };
        if !whole_draft && distant.side == Side::Before {
            first = at;
            while first > 0 && joined(first - 1) && (first == at || through(first)) {
                first -= 1;
            }
        }
        if !whole_draft && distant.side == Side::Behind {
            end = at;
            while joined(end) && (end == at || through(end)) && end + 1 < self.0.len() {
                end += 1;
            }
            end += 1;
        }
        let side = distant.side;
        self.placed().enumerate().skip(first).take(end.saturating_sub(first)).map(
            move |(_, (start, passage))| {
                let paragraph = match (whole_draft, side) {
                    (true, _) => None,
                    (false, Side::Before) => Some(passage.reading.places.last().paragraph),
                    (false, Side::Behind) => Some(0),
                };
                (start, passage, paragraph)
            },
        )
    }
}
