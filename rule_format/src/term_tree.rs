//! All terms of all lexicons and patterns in one tree over words, and its binary form.

use std::collections::{BTreeMap, BTreeSet};

/// A node: the words that may follow, and the signals that end here.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Node {
    edges: BTreeMap<String, usize>,
    kinds: BTreeSet<u16>,
}

/// The tree; node 0 is its root.
#[derive(Clone, Debug)]
pub(crate) struct TermTree {
    nodes: Vec<Node>,
}

impl TermTree {
    pub(crate) fn new() -> Self {
        TermTree { nodes: vec![Node::default()] }
    }

    /// Makes `words` a term of the signal `kind`.
    pub(crate) fn insert(&mut self, words: &[String], kind: u16) {
        let mut at = 0;
        for word in words {
            let next = self.nodes.len();
            let node = &mut self.nodes[at];
            at = *node.edges.entry(word.clone()).or_insert(next);
            if at == next {
                self.nodes.push(Node::default());
            }
        }
        self.nodes[at].kinds.insert(kind);
    }

    /// The tree as little-endian bytes, read back by `engine::vocabulary`:
    /// words (count, then how many bytes each shares with the one before, its further bytes, and a zero), each word's
    /// node, spelling pairs (typed, read), then the nodes (count, edge counts, length of what follows in bytes, every edge's
    /// node, every edge's word, kind counts, kinds). The counts of words, pairs and nodes and the length are u32, kind
    /// counts u8, spelling pairs and kinds u16; all else is written with seven bits a byte. Edges are in order of node, then word, and written as differences.
    /// Node 0 of this form is "no term begins here" and has no edges: each word's node says what begins with it.
    ///
    /// # Errors
    /// When there are more words or nodes than the engine can number.
    pub(crate) fn to_bytes(&self, spelling: &[(String, String)]) -> Result<Vec<u8>, String> {
        let read_as: BTreeMap<&str, &str> =
            spelling.iter().map(|(typed, read)| (typed.as_str(), read.as_str())).collect();
        let known: BTreeSet<&str> =
            self.nodes.iter().flat_map(|node| node.edges.keys().map(String::as_str)).collect();
        let (numbers, order) = self.shared();
        let root = &self.nodes[0].edges;
        let node_of = |word: &str| {
            let word = read_as.get(word).copied().filter(|read| known.contains(read)).unwrap_or(word);
            root.get(word).map_or(0, |node| numbers[node])
        };
        let words = by_use(&known, &read_as, &self.uses(&order), node_of);
        if words.len() > MOST_NUMBERS {
            return Err(format!(
                "{} different words are more than the vocabulary's {MOST_NUMBERS}",
                words.len()
            ));
        }
        if order.len() > MOST_NUMBERS {
            return Err(format!(
                "{} nodes of terms are more than the vocabulary's {MOST_NUMBERS}",
                order.len()
            ));
        }
        let number: BTreeMap<&str, u16> = words.iter().copied().zip(0..).collect();

        let mut bytes = Vec::new();
        let put32 = |bytes: &mut Vec<u8>, n: usize| {
            bytes.extend(u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes());
        };
        put32(&mut bytes, words.len());
        let mut before: &[u8] = b"";
        for word in words.iter().map(|word| word.as_bytes()) {
            let shared = word.iter().zip(before).take_while(|(a, b)| a == b).count();
            bytes.push(u8::try_from(shared).unwrap_or(0));
            bytes.extend(&word[shared..]);
            bytes.push(0);
            before = word;
        }
        for word in &words {
            put_small(&mut bytes, node_of(word));
        }
        let pairs: Vec<(u16, u16)> = read_as
            .iter()
            .filter_map(|(typed, read)| Some((*number.get(typed)?, *number.get(read)?)))
            .collect();
        put32(&mut bytes, pairs.len());
        for (typed, read) in pairs {
            bytes.extend(typed.to_le_bytes());
            bytes.extend(read.to_le_bytes());
        }
        put32(&mut bytes, order.len());
        for node in &order {
            put_small(&mut bytes, self.edges_of(*node).count());
        }
        // Edges that lead to the same node stand together and small differences are written instead of numbers:
        // lists of alternatives repeat all over the lexicons, and so written they compress to almost nothing.
        let mut targets = Vec::new();
        let mut labels = Vec::new();
        for node in &order {
            let mut edges: Vec<(usize, u16)> =
                self.edges_of(*node).map(|(word, next)| (numbers[next], number[word])).collect();
            edges.sort_unstable();
            let mut before = (0, 0);
            for (target, label) in edges {
                put_small(&mut targets, target - before.0);
                let same = target == before.0;
                put_small(&mut labels, usize::from(if same { label - before.1 } else { label }));
                before = (target, label);
            }
        }
        put32(&mut bytes, targets.len());
        bytes.extend(targets);
        bytes.extend(labels);
        bytes.extend(order.iter().map(|node| u8::try_from(self.nodes[*node].kinds.len()).unwrap_or(u8::MAX)));
        for node in &order {
            for kind in &self.nodes[*node].kinds {
                bytes.extend(kind.to_le_bytes());
            }
        }
        Ok(bytes)
    }

    /// The words that go on from a node, and where they lead; the root's are told by each word's node.
    fn edges_of(&self, node: usize) -> impl Iterator<Item = (&str, &usize)> {
        self.nodes[node].edges.iter().filter(move |_| node != 0).map(|(word, next)| (word.as_str(), next))
    }

    /// How many edges of the nodes in `order` each word has.
    fn uses(&self, order: &[usize]) -> BTreeMap<&str, usize> {
        let mut uses = BTreeMap::new();
        for (word, _) in order.iter().flat_map(|node| self.edges_of(*node)) {
            *uses.entry(word).or_insert(0) += 1;
        }
        uses
    }

    /// Numbers the nodes from 1 so that nodes from which the same terms go on are one node, and gives one of each
    /// in order of number.
    ///
    /// Lines such as "(never|don't) (post|share)" repeat their tails; shared, they cost next to nothing.
    fn shared(&self) -> (BTreeMap<usize, usize>, Vec<usize>) {
        type Tail<'n> = (&'n BTreeSet<u16>, Vec<(&'n str, usize)>);
        let mut numbers = BTreeMap::new();
        let mut order = vec![0];
        let mut tails: BTreeMap<Tail<'_>, usize> = BTreeMap::new();
        // Children always stand behind their parents, so that from the back each node's tail is known.
        for (at, node) in self.nodes.iter().enumerate().skip(1).rev() {
            let edges = node.edges.iter().map(|(word, next)| (word.as_str(), numbers[next])).collect();
            let next = order.len();
            let number = *tails.entry((&node.kinds, edges)).or_insert(next);
            if number == next {
                order.push(at);
            }
            numbers.insert(at, number);
        }
        (numbers, order)
    }
}

/// All words in the order that packs best: those on many edges first, so that their numbers are small, and those that
/// only begin terms with others that begin the same ones, as all surnames do.
fn by_use<'w>(
    known: &BTreeSet<&'w str>,
    read_as: &BTreeMap<&'w str, &'w str>,
    uses: &BTreeMap<&str, usize>,
    node_of: impl Fn(&str) -> usize,
) -> Vec<&'w str> {
    let typed = read_as.iter().filter(|(_, read)| known.contains(*read)).map(|(typed, _)| *typed);
    let words: BTreeSet<&str> = known.iter().copied().chain(typed).collect();
    let mut words: Vec<&str> = words.into_iter().collect();
    words.sort_by_cached_key(|word| match uses.get(word).copied().unwrap_or(0) {
        0 => (2, node_of(word), *word),
        few if few < MANY_USES => (1, 0, *word),
        many => (0, usize::MAX - many, *word),
    });
    words
}

/// The engine numbers words and nodes with 16 bits; the last number says that there is none.
const MOST_NUMBERS: usize = u16::MAX as usize;

/// From so many edges on, a word's number is worth keeping small.
const MANY_USES: usize = 8;

/// Seven bits a byte, lowest first; the high bit says that more follow.
fn put_small(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn equal_tails_are_one_node() {
        let mut tree = TermTree::new();
        for term in ["never post", "never share", "stop post", "stop share"] {
            tree.insert(&words(term), 7);
        }
        let (numbers, order) = tree.shared();
        assert_eq!(numbers.len(), 6);
        // The root, one node behind "never" and "stop", one at the end of all four terms.
        assert_eq!(order.len(), 3);
    }
}
