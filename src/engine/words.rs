//! The words that terms are made of, found by their spelling.

use super::fold::{Folded, hash};
use super::packed::Packed;

/// A word of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    /// Its place in tables by word.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// All words.
///
/// A word's slot is told by the upper bits of its hash; where another has it already, the word stands in the next
/// that was free. A slot holds the word's number and, so that most other words are known by a glance, 16 more bits of
/// its hash.
#[derive(Debug)]
pub(crate) struct Words {
    text: Vec<u8>,
    text_at: Vec<u32>,
    slots: Vec<u32>,
    shift: u32,
    read_as: Vec<u16>,
}

/// A slot without a word; the build gives no word the number 65,535.
const FREE: u32 = u32::MAX;

impl Words {
    /// Unpacks `count` words.
    pub(crate) fn unpack(count: usize, packed: &mut Packed) -> Words {
        let (text, text_at) = spellings(count, packed);
        let slots = (count + count / 2).next_power_of_two().max(2);
        let mut words = Words {
            text,
            text_at,
            slots: vec![FREE; slots],
            shift: u32::BITS - slots.trailing_zeros(),
            read_as: (0..u16::try_from(count).unwrap_or(u16::MAX)).collect(),
        };
        for word in words.all() {
            words.place(word);
        }
        words
    }

    /// From now on `typed` is read as `read`.
    pub(crate) fn read_as(&mut self, typed: WordId, read: WordId) {
        if let Some(slot) = self.read_as.get_mut(typed.index()) {
            *slot = read.0;
        }
    }

    /// All words, in order of number.
    pub(crate) fn all(&self) -> impl ExactSizeIterator<Item = WordId> + use<> {
        (0..u16::try_from(self.read_as.len()).unwrap_or(u16::MAX)).map(WordId)
    }

    /// The word with this spelling, read as what it stands for ("u" as "you").
    #[inline]
    pub(crate) fn find(&self, folded: &Folded) -> Option<WordId> {
        let hash = folded.hash();
        let mut slot = self.home(hash);
        loop {
            let entry = *self.slots.get(slot)?;
            if entry == FREE {
                return None;
            }
            let word = (entry & 0xffff) as usize;
            if entry >> 16 == hash & 0xffff && self.spelling(word) == folded.as_bytes() {
                return self.read_as.get(word).copied().map(WordId);
            }
            slot = self.behind(slot);
        }
    }

    fn place(&mut self, word: WordId) {
        let hash = hash(self.spelling(word.index()));
        let mut slot = self.home(hash);
        while self.slots.get(slot).is_some_and(|entry| *entry != FREE) {
            slot = self.behind(slot);
        }
        if let Some(entry) = self.slots.get_mut(slot) {
            *entry = hash << 16 | u32::from(word.0);
        }
    }

    fn home(&self, hash: u32) -> usize {
        (hash >> self.shift) as usize
    }

    fn behind(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    fn spelling(&self, word: usize) -> &[u8] {
        match (self.text_at.get(word), self.text_at.get(word + 1)) {
            (Some(start), Some(end)) => self.text.get(*start as usize..*end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// The words' text in one piece and where each begins in it. Each is written as how much it shares with the one before,
/// and the rest; a byte that is no text follows the last.
fn spellings(count: usize, packed: &mut Packed) -> (Vec<u8>, Vec<u32>) {
    let mut text: Vec<u8> = Vec::with_capacity(count * 8);
    let mut text_at = Vec::with_capacity(count + 1);
    let mut start = 0;
    for _ in 0..count {
        let shared = usize::from(packed.byte());
        let end = text.len();
        text.extend_from_within(start..(start + shared).min(end));
        text.extend_from_slice(packed.text());
        text_at.push(u32::try_from(end).unwrap_or(u32::MAX));
        start = end;
    }
    packed.byte();
    text_at.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    (text, text_at)
}
