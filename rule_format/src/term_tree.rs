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

    /// The tree as little-endian bytes, read back by `engine::vocabulary`: words, which node each begins, spelling pairs
    /// (typed, read), then the nodes. Numbers have seven bits a byte unless said otherwise.
    ///
    /// Words are their count (u32), then for each a byte below 32, how many bytes it shares with the one before, and its
    /// further bytes; a zero ends them. What a word begins is written as 0 for a node that nothing has led to so far, 1
    /// for none, 2 for the same as the word before, else as the node's number and two.
    ///
    /// Nodes are numbered from 1 in the order in which something first leads to them, so that most of those ways need no
    /// number; 0 of this form is "no term begins here". Their count (u32) and one behind the other, each with its
    /// length in bytes (u32), stand: for every node how many words lead on to the same node, for each such node, and a 0;
    /// those nodes, 0 for one that nothing has led to so far; those words, as differences. Kind counts (u8) and kinds
    /// (u16) are last.
    ///
    /// All is arranged for gzip, which packs what is downloaded: like stands by like.
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
            let shared = word.iter().zip(before).take(MOST_SHARED).take_while(|(a, b)| a == b).count();
            bytes.push(shared as u8);
            bytes.extend(&word[shared..]);
            before = word;
        }
        bytes.push(0);
        let mut led = Led { numbers: vec![0; order.len()], nodes: Vec::new() };
        let mut before = 0;
        for node in words.iter().map(|word| node_of(word)) {
            match node {
                0 => put_small(&mut bytes, 1),
                _ if node == before => put_small(&mut bytes, 2),
                _ => match led.number(node) {
                    0 => put_small(&mut bytes, 0),
                    number => put_small(&mut bytes, number + 2),
                },
            }
            before = node;
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
        let (mut sizes, mut targets, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(node) = led.nodes.get(at).copied() {
            let mut groups: BTreeMap<usize, Vec<u16>> = BTreeMap::new();
            for (word, next) in self.edges_of(order[node]) {
                groups.entry(numbers[next]).or_default().push(number[word]);
            }
            let mut groups: Vec<(usize, Vec<u16>)> = groups.into_iter().collect();
            groups.iter_mut().for_each(|(_, words)| words.sort_unstable());
            // Those that have a number first, in its order.
            groups.sort_by_cached_key(|(next, words)| (led.numbers[*next].wrapping_sub(1), words.clone()));
            for (next, words) in groups {
                put_small(&mut targets, led.number(next));
                put_small(&mut sizes, words.len());
                let mut before = 0;
                for word in words {
                    put_small(&mut labels, usize::from(word - before));
                    before = word;
                }
            }
            put_small(&mut sizes, 0);
            at += 1;
        }
        put32(&mut bytes, led.nodes.len() + 1);
        for column in [sizes, targets, labels] {
            put32(&mut bytes, column.len());
            bytes.extend(column);
        }
        let kinds = || led.nodes.iter().map(|node| &self.nodes[order[*node]].kinds);
        bytes.extend(kinds().map(|kinds| u8::try_from(kinds.len()).unwrap_or(u8::MAX)));
        for kind in kinds().flatten() {
            bytes.extend(kind.to_le_bytes());
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

/// The nodes that something leads to, in order.
struct Led {
    /// By node; 0 for those that nothing has led to so far.
    numbers: Vec<usize>,
    nodes: Vec<usize>,
}

impl Led {
    /// A node's number; 0 when this is the first that leads there, which gives it one.
    fn number(&mut self, node: usize) -> usize {
        let number = self.numbers[node];
        if number == 0 {
            self.nodes.push(node);
            self.numbers[node] = self.nodes.len();
        }
        number
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

/// A byte from 32 on begins the rest of a word.
const MOST_SHARED: usize = 31;

/// From so many edges on, a word's number is worth keeping small.
const MANY_USES: usize = 16;

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
