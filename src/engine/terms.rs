//! The terms of all lexicons and patterns, as a graph whose steps are words.

use std::iter;

use super::packed::Packed;
use super::signal::SignalKind;
use super::words::WordId;

/// A place in the graph: what has been read of a term so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(pub(crate) u16);

impl Node {
    /// Its place in tables by node.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// All terms.
///
/// The steps from a node stand in a table of their own, as many slots as a power of two, each as near as can be
/// behind the slot that its word's number tells. So most words that lead nowhere, which nearly all do, are known
/// by one glance.
#[derive(Debug)]
pub(crate) struct Terms {
    bounds: Vec<Bounds>,
    steps: Vec<Step>,
    kinds: Vec<SignalKind>,
}

/// Where a node's steps and kinds begin; they end where the next node's begin.
#[derive(Clone, Copy, Debug, Default)]
struct Bounds {
    steps: u32,
    kinds: u32,
    /// Of its kinds those that are literal phrases, which stand behind the others.
    phrases: u32,
}

/// What the term is that ends at a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning<'t> {
    /// Signals.
    pub(crate) kinds: &'t [SignalKind],
    /// Literal phrases of patterns.
    pub(crate) phrases: &'t [SignalKind],
}

/// With this word to that node; to node 0, where no step leads, when the slot is free.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    word: u16,
    node: u16,
}

impl Terms {
    /// Unpacks them; words begin the first `begun` nodes.
    pub(crate) fn unpack(packed: &mut Packed, begun: u16) -> Terms {
        let count = packed.u32() as usize;
        let [mut sizes, mut targets, mut words] = [(); 3].map(|()| {
            let length = packed.u32() as usize;
            Packed(packed.take(length))
        });
        // No step leads from node 0.
        let mut bounds = vec![Bounds::default()];
        let mut here = Bounds::default();
        let mut counted = sizes;
        for _ in 1..count {
            bounds.push(here);
            let groups = iter::from_fn(|| Some(counted.small()).filter(|size| *size > 0));
            here.steps += slots_for(groups.sum());
        }
        bounds.push(here);
        let mut terms =
            Terms { bounds, steps: vec![Step::default(); here.steps as usize], kinds: Vec::new() };
        let mut last = begun;
        for node in 1..count {
            terms.unpack_steps(node, &mut last, [&mut sizes, &mut targets, &mut words]);
        }
        terms.unpack_kinds(count, packed);
        terms
    }

    /// Steps are written node by node that they lead to; 0 stands for the node behind the `last` one.
    fn unpack_steps(&mut self, node: usize, last: &mut u16, [sizes, targets, words]: [&mut Packed; 3]) {
        let bounds = self.bounds.get(node).zip(self.bounds.get(node + 1));
        let slots =
            bounds.and_then(|(here, next)| self.steps.get_mut(here.steps as usize..next.steps as usize));
        let slots = slots.unwrap_or_default();
        loop {
            let size = sizes.small();
            if size == 0 {
                break;
            }
            let target = match targets.small() {
                0 => {
                    *last += 1;
                    *last
                }
                number => u16::try_from(number).unwrap_or(0),
            };
            let mut word = 0;
            for _ in 0..size {
                word += words.small();
                place(slots, Step { word: u16::try_from(word).unwrap_or(0), node: target });
            }
        }
    }

    fn unpack_kinds(&mut self, nodes: usize, packed: &mut Packed) {
        let counts = packed.take(nodes.saturating_sub(1));
        let mut total = 0;
        for (bounds, count) in self.bounds.iter_mut().zip([0].iter().chain(counts).chain([&0])) {
            bounds.kinds = total;
            total += u32::from(*count);
        }
        self.kinds = (0..total).map(|_| SignalKind(packed.u16())).collect();
        let mut kinds = self.kinds.as_slice();
        for (bounds, count) in self.bounds.iter_mut().zip([0].iter().chain(counts)) {
            let (here, others) = kinds.split_at_checked(usize::from(*count)).unwrap_or_default();
            let phrases = here.iter().rev().take_while(|kind| kind.is_phrase()).count();
            bounds.phrases = bounds.kinds + u32::try_from(here.len() - phrases).unwrap_or(0);
            kinds = others;
        }
    }

    /// How many nodes there are.
    pub(crate) fn node_count(&self) -> usize {
        self.bounds.len()
    }

    /// The words with which terms go on from `node`, and where, in no particular order.
    pub(crate) fn steps_from(&self, node: Node) -> impl Iterator<Item = (WordId, Node)> + use<'_> {
        let taken = self.at(node).1.0.iter().filter(|step| step.node != 0);
        taken.map(|step| (WordId(step.word), Node(step.node)))
    }

    /// Where terms go on from `node` with `word`.
    #[inline]
    pub(crate) fn step(&self, node: Node, word: WordId) -> Option<Node> {
        self.at(node).1.to(word)
    }

    /// The signals of the term that ends at `node`.
    #[inline]
    pub(crate) fn kinds(&self, node: Node) -> &[SignalKind] {
        self.at(node).0.kinds
    }

    /// The signals of the term that ends at `node`, and the steps with which terms go on.
    #[inline]
    pub(crate) fn at(&self, node: Node) -> (Meaning<'_>, Steps<'_>) {
        let Some([here, next]) = self.bounds.get(node.index()..).and_then(|bounds| bounds.first_chunk::<2>())
        else {
            return (Meaning { kinds: &[], phrases: &[] }, Steps(&[]));
        };
        let kinds = |from: u32, to: u32| self.kinds.get(from as usize..to as usize).unwrap_or_default();
        let meaning =
            Meaning { kinds: kinds(here.kinds, here.phrases), phrases: kinds(here.phrases, next.kinds) };
        let steps = self.steps.get(here.steps as usize..next.steps as usize).unwrap_or_default();
        (meaning, Steps(steps))
    }
}

/// The steps from one node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps<'t>(&'t [Step]);

impl Steps<'_> {
    /// Whether no term goes on from the node.
    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Where terms go on with `word`.
    #[inline]
    pub(crate) fn to(self, word: WordId) -> Option<Node> {
        let mask = self.0.len().wrapping_sub(1);
        let home = home(word.0);
        for at in home..home + self.0.len() {
            let step = self.0.get(at & mask)?;
            if step.node == 0 {
                return None;
            }
            if step.word == word.0 {
                return Some(Node(step.node));
            }
        }
        None
    }
}

/// Puts a step into the slot that its word's number tells, or the next that is free.
fn place(slots: &mut [Step], step: Step) {
    let mask = slots.len().wrapping_sub(1);
    let mut at = home(step.word);
    while slots.get(at & mask).is_some_and(|slot| slot.node != 0) {
        at += 1;
    }
    if let Some(slot) = slots.get_mut(at & mask) {
        *slot = step;
    }
}

/// Half as many again as there are steps, so that few stand far from home.
fn slots_for(steps: u32) -> u32 {
    if steps == 0 { 0 } else { (steps + steps / 2).next_power_of_two() }
}

/// Spreads the numbers of words, of which neighbors often stand on one node, over all slots.
fn home(word: u16) -> usize {
    (u32::from(word).wrapping_mul(0x9e37_79b1) >> 16) as usize
}
