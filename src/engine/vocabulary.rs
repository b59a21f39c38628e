//! Every known word, and which terms begin with it.

use super::fold::{Folded, hash};
use super::hints::{Hint, Hints};
use super::language::Language;
use super::signal::SignalKind;
use super::tables::{LANGUAGE_COUNT, VOCABULARY};

/// A word of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordId(u16);

impl WordId {
    /// Its place in tables by word.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A place in the tree of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(u32);

impl Node {
    /// Its place in tables by node.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The words and the tree of terms, unpacked once per checker from the table that the build made.
///
/// `by_hash` holds the words' numbers in order of their hash, so that a lookup goes straight to its few candidates.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    text: Vec<u8>,
    text_at: Vec<u32>,
    by_hash: Vec<u16>,
    bucket_at: Vec<u32>,
    shift: u32,
    node_of: Vec<u32>,
    read_as: Vec<u16>,
    edges_at: Vec<u32>,
    edges: Vec<(u16, u32)>,
    kinds_at: Vec<u32>,
    kinds: Vec<SignalKind>,
    roots: [Option<Node>; LANGUAGE_COUNT],
    hints: Hints,
}

impl Vocabulary {
    /// Unpacks the table.
    pub(crate) fn load() -> Self {
        let mut bytes = Bytes(VOCABULARY);
        let words = bytes.u32() as usize;
        let (text, text_at) = bytes.words(words);
        let node_of = (0..words).map(|_| bytes.small()).collect();
        let mut read_as: Vec<u16> = (0..words).map(|at| u16::try_from(at).unwrap_or(0)).collect();
        for _ in 0..bytes.u32() {
            let (typed, read) = (bytes.u16(), bytes.u16());
            if let Some(slot) = read_as.get_mut(usize::from(typed)) {
                *slot = read;
            }
        }
        let nodes = bytes.u32() as usize;
        let edges_at = sums((0..nodes).map(|_| bytes.small()));
        let edges = edges(&edges_at, &mut bytes);
        let kinds_at = sums(bytes.take(nodes).iter().map(|count| u32::from(*count)));
        let kinds = (0..kinds_at.last().copied().unwrap_or(0)).map(|_| SignalKind(bytes.u16())).collect();
        let bits = usize::BITS - words.leading_zeros();
        let mut roots = [None; LANGUAGE_COUNT];
        let mut vocabulary = Vocabulary {
            text,
            text_at,
            by_hash: Vec::new(),
            bucket_at: Vec::new(),
            shift: 32 - bits.clamp(1, 20),
            node_of,
            read_as,
            edges_at,
            edges,
            kinds_at,
            kinds,
            roots,
            hints: Hints::default(),
        };
        vocabulary.order_by_hash(words);
        for (language, root) in Language::all().zip(&mut roots) {
            *root = vocabulary.lookup(language.words().marker).and_then(|marker| vocabulary.begin(marker));
        }
        vocabulary.roots = roots;
        vocabulary.hints = Hints::new(&vocabulary);
        vocabulary
    }

    /// Sorts the words into buckets by the upper bits of their hash.
    fn order_by_hash(&mut self, words: usize) {
        let bucket_of = |at: usize| (hash(self.word_text(at)) >> self.shift) as usize;
        let buckets: Vec<usize> = (0..words).map(bucket_of).collect();
        let mut counts = vec![0_u32; 1 << (32 - self.shift)];
        for bucket in &buckets {
            if let Some(count) = counts.get_mut(*bucket) {
                *count += 1;
            }
        }
        self.bucket_at = sums(counts.into_iter());
        let mut free = self.bucket_at.clone();
        self.by_hash = vec![0; words];
        for (word, bucket) in buckets.iter().enumerate() {
            let Some(place) = free.get_mut(*bucket) else { continue };
            if let Some(slot) = self.by_hash.get_mut(*place as usize) {
                *slot = u16::try_from(word).unwrap_or(0);
            }
            *place += 1;
        }
    }

    fn word_text(&self, at: usize) -> &[u8] {
        match (self.text_at.get(at), self.text_at.get(at + 1)) {
            (Some(start), Some(end)) => self.text.get(*start as usize..*end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The word with this spelling, read as what it stands for ("u" as "you").
    #[inline]
    pub(crate) fn lookup(&self, word: &str) -> Option<WordId> {
        let folded = Folded::of(word)?;
        let bytes = folded.as_bytes();
        let bucket = (hash(bytes) >> self.shift) as usize;
        let (start, end) = (*self.bucket_at.get(bucket)?, *self.bucket_at.get(bucket + 1)?);
        let candidates = self.by_hash.get(start as usize..end as usize)?;
        let at = candidates.iter().find(|at| self.word_text(usize::from(**at)) == bytes)?;
        self.read_as.get(usize::from(*at)).copied().map(WordId)
    }

    /// Where terms that begin with `word` stand; `None` when none does.
    #[inline]
    pub(crate) fn begin(&self, word: WordId) -> Option<Node> {
        self.node_of.get(usize::from(word.0)).copied().filter(|node| *node != 0).map(Node)
    }

    /// Where the terms of `language` alone that begin with `word` stand.
    #[inline]
    pub(crate) fn begin_in(&self, language: Language, word: WordId) -> Option<Node> {
        self.root(language).and_then(|root| self.step(root, word))
    }

    /// Whether `word` by itself is a word of `language` and no term of another: Spanish "son" is nobody's son.
    #[inline]
    pub(crate) fn is_taken(&self, word: WordId, language: Language) -> bool {
        language != Language::MAIN && self.hints.is_frequent(word, language)
    }

    /// Whether `word` is by itself a term of `kind` in a text of `language`.
    pub(crate) fn is(&self, word: WordId, language: Language, kind: SignalKind) -> bool {
        let everywhere = self.begin(word).filter(|_| !self.is_taken(word, language));
        let own = self.begin_in(language, word);
        [everywhere, own].into_iter().flatten().any(|node| self.kinds(node).contains(&kind))
    }

    /// Where the terms of a language other than the main one stand.
    pub(crate) fn root(&self, language: Language) -> Option<Node> {
        self.roots.get(language.index()).copied().flatten()
    }

    /// What a word says about the language of its text.
    #[inline]
    pub(crate) fn hint(&self, word: WordId) -> Hint {
        self.hints.of(word)
    }

    /// How many words there are.
    pub(crate) fn word_count(&self) -> usize {
        self.node_of.len()
    }

    /// All words.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = WordId> + use<> {
        (0..=u16::MAX).take(self.word_count()).map(WordId)
    }

    /// How many nodes the tree has.
    pub(crate) fn node_count(&self) -> usize {
        self.kinds_at.len()
    }

    /// The words with which terms go on from `node`, and where.
    pub(crate) fn edges_from(&self, node: Node) -> impl Iterator<Item = (WordId, Node)> + use<'_> {
        slice(&self.edges_at, &self.edges, node.0).iter().map(|(word, next)| (WordId(*word), Node(*next)))
    }

    /// Where terms go on from `node` with `word`.
    pub(crate) fn step(&self, node: Node, word: WordId) -> Option<Node> {
        let edges = slice(&self.edges_at, &self.edges, node.0);
        let at = edges.binary_search_by_key(&word.0, |edge| edge.0).ok()?;
        edges.get(at).map(|edge| Node(edge.1))
    }

    /// The signals of the term that ends at `node`.
    #[inline]
    pub(crate) fn kinds(&self, node: Node) -> &[SignalKind] {
        slice(&self.kinds_at, &self.kinds, node.0)
    }

    /// Whether no term goes on from `node`.
    #[inline]
    pub(crate) fn ends(&self, node: Node) -> bool {
        slice(&self.edges_at, &self.edges, node.0).is_empty()
    }
}

/// The edges of all nodes as word and node, sorted by word within each node.
fn edges(edges_at: &[u32], bytes: &mut Bytes) -> Vec<(u16, u32)> {
    let count = edges_at.last().map_or(0, |count| *count as usize);
    let steps: Vec<u32> = (0..count).map(|_| bytes.small()).collect();
    let mut edges = Vec::with_capacity(count);
    for bounds in edges_at.windows(2) {
        let [start, end] = *bounds else { continue };
        let (mut target, mut word) = (0, 0);
        for step in steps.get(start as usize..end as usize).unwrap_or(&[]) {
            let label = bytes.small();
            word = if *step == 0 { word + label } else { label };
            target += step;
            edges.push((u16::try_from(word).unwrap_or(0), target));
        }
        if let Some(of_node) = edges.get_mut(start as usize..) {
            of_node.sort_unstable();
        }
    }
    edges
}

fn slice<'v, T>(starts: &[u32], values: &'v [T], node: u32) -> &'v [T] {
    let at = node as usize;
    match (starts.get(at), starts.get(at + 1)) {
        (Some(start), Some(end)) => values.get(*start as usize..*end as usize).unwrap_or(&[]),
        _ => &[],
    }
}

/// Running sums, from 0 to the total.
fn sums(counts: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut total = 0;
    let mut sums = vec![0];
    sums.extend(counts.map(|count| {
        total += count;
        total
    }));
    sums
}

/// A reader of the build's table; past its end everything is zero.
struct Bytes(&'static [u8]);

impl Bytes {
    fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }

    /// The words' text in one piece and where each begins in it.
    fn words(&mut self, count: usize) -> (Vec<u8>, Vec<u32>) {
        let mut text: Vec<u8> = Vec::with_capacity(count * 8);
        let mut text_at = Vec::with_capacity(count + 1);
        let mut start = 0;
        for _ in 0..count {
            let shared = self.take(1).first().copied().map_or(0, usize::from);
            let own = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
            let end = text.len();
            text.extend_from_within(start..(start + shared).min(end));
            text.extend_from_slice(self.take(own));
            self.take(1);
            text_at.push(u32::try_from(end).unwrap_or(u32::MAX));
            start = end;
        }
        text_at.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        (text, text_at)
    }

    /// Seven bits a byte, lowest first.
    fn small(&mut self) -> u32 {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.take(1).first().copied().unwrap_or(0);
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    fn u16(&mut self) -> u16 {
        self.take(2).try_into().map(u16::from_le_bytes).unwrap_or(0)
    }

    fn u32(&mut self) -> u32 {
        self.take(4).try_into().map(u32::from_le_bytes).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tables::kind;

    #[test]
    fn terms_are_found_word_by_word_in_any_case() {
        let vocabulary = Vocabulary::load();
        let is = |word: &str, kind: SignalKind| {
            let node = vocabulary.lookup(word).and_then(|word| vocabulary.begin(word));
            node.is_some_and(|node| vocabulary.kinds(node).contains(&kind))
        };
        assert!(is("March", kind::MONTHS));
        assert!(!is("patient", kind::MONTHS));
        assert!(!is("zzzz", kind::MONTHS));
    }
}
