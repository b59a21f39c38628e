//! A stretch of a draft that is read and judged by itself.

use super::cut::Cut;
use super::gist::Gist;
use super::judge::{Judge, Judged};
use super::outside::Outside;
use super::reader::Reader;
use super::reading::Reading;
use super::setting::Setting;

/// One passage with all that has been made of it.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Its end was chosen by so many bytes from its beginning on.
    pub(crate) seen: usize,
    /// What it says.
    pub(crate) reading: Reading<'static>,
    /// What it says by itself, in brief.
    pub(crate) alone: Gist,
    /// What it says in its place, in brief.
    pub(crate) settled: Gist,
    /// What has been found in it.
    pub(crate) judged: Judged,
    setting: Option<Setting>,
    outside: Option<Outside>,
}

impl Passage {
    /// Reads the first `cut` of `text`.
    pub(crate) fn read(text: &str, cut: Cut, reader: &Reader) -> Passage {
        let reading = reader.read(text.get(..cut.end).unwrap_or(text).to_owned());
        let alone = Gist::of(&reading);
        Passage {
            seen: cut.seen,
            reading,
            settled: alone.clone(),
            alone,
            judged: Judged::default(),
            setting: None,
            outside: None,
        }
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.reading.text
    }

    /// Puts it into its place in the draft; what was found in another does not hold any more.
    pub(crate) fn settle(&mut self, setting: Setting, reader: &Reader) {
        if self.setting == Some(setting) {
            return;
        }
        if self.setting.is_some() {
            self.reading = reader.read(self.text().to_owned());
        }
        let says_more = reader.settle(&mut self.reading, &setting);
        self.settled = if says_more { Gist::of(&self.reading) } else { self.alone.clone() };
        self.setting = Some(setting);
        self.outside = None;
    }

    /// Judges it, unless nothing that was asked of its surroundings has changed since the last time.
    pub(crate) fn judge(&mut self, outside: Outside, judge: &Judge<'_>) {
        let holds = |before: &Outside| !before.differs_in(&self.judged.asked, &outside);
        if !self.outside.as_ref().is_some_and(holds) {
            self.judged = judge.judge(&self.reading, &outside);
            self.outside = Some(outside);
        }
    }
}
