// The text of an editor as its reader sees it, and an exact map between that text and the DOM, both ways.
//
// Offsets are UTF-16 code units. A line ends with "\n", whether the DOM says so with a <br> or with a new block.
// Invariant: for every range that `rangeOf` gives, `offsetOf` of its two ends gives the offsets back.

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

/** Slate and the block editor hold an empty line open with a character of no width that is not in their models. */
const FILLER = "\ufeff";

/** What the page hides by its styles. */
const SEEN = { visibilityProperty: true };

/** A node that holds text or stands for it: a text node, a line break, or a picture with a description. */
interface Leaf {
  readonly node: Text | Element;
  readonly start: number;
  readonly end: number;
}

/** Which of two neighboring leaves a point between them belongs to. */
type Bias = "before" | "after";

export class TextMap {
  readonly text: string;
  readonly #root: Node;
  readonly #leaves: readonly Leaf[];

  private constructor(root: Node, text: string, leaves: readonly Leaf[]) {
    this.#root = root;
    this.text = text;
    this.#leaves = leaves;
  }

  static of(root: Node): TextMap {
    const walk = new Walk(root);
    walk.children(root);
    return new TextMap(root, walk.text, walk.leaves);
  }

  /** The DOM range over `start..end`; `null` when the text is not that long or holds nothing. */
  rangeOf(start: number, end: number): Range | null {
    const from = this.#pointAt(start, start === end ? "before" : "after");
    const to = this.#pointAt(end, "before");
    const owner = this.#root.ownerDocument;
    if (!from || !to || !owner) return null;
    const range = owner.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** Where a DOM point stands in the text. */
  offsetOf(node: Node, offset: number): number {
    if (node instanceof Text) {
      const leaf = this.#leaves.find((candidate) => candidate.node === node);
      if (leaf) return leaf.start + Math.min(offset, leaf.end - leaf.start);
    }
    const previous = this.#leaves.find((leaf) => leaf.node === node.childNodes[offset - 1]);
    if (previous?.node instanceof HTMLImageElement) return previous.end;
    const child = node.childNodes[offset] ?? null;
    const inside = this.#leaves.filter((leaf) => node.contains(leaf.node));
    const next = child && inside.find((leaf) => child.contains(leaf.node) || isBefore(child, leaf.node));
    if (next) return next.start;
    const last = inside.findLast((leaf) => !child || isBefore(leaf.node, child));
    if (last) return last.end;
    return this.#leaves.findLast((leaf) => isBefore(leaf.node, node))?.end ?? 0;
  }

  #pointAt(offset: number, bias: Bias): { node: Node; offset: number } | null {
    if (offset < 0 || offset > this.text.length) return null;
    const leaf = this.#leafAt(offset, bias);
    if (!leaf) return null;
    if (leaf.node instanceof Text) return { node: leaf.node, offset: offset - leaf.start };
    const parent = leaf.node.parentNode;
    if (!parent) return null;
    const index = Array.prototype.indexOf.call(parent.childNodes, leaf.node);
    return { node: parent, offset: offset > leaf.start ? index + 1 : index };
  }

  /** The first or last of the leaves that touch an offset. Leaves are in order, so halving finds it. */
  #leafAt(offset: number, bias: Bias): Leaf | undefined {
    let low = 0;
    let high = this.#leaves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const leaf = this.#leaves[middle];
      if (!leaf) return undefined;
      const isLeftOfAnswer = bias === "before" ? leaf.end < offset : leaf.start <= offset;
      if (isLeftOfAnswer) low = middle + 1;
      else high = middle;
    }
    const leaf = this.#leaves[bias === "before" ? low : low - 1];
    return leaf && leaf.start <= offset && offset <= leaf.end ? leaf : undefined;
  }
}

/** One pass over the tree. A line break is owed until something follows it, so a closing <br> makes no line. */
class Walk {
  text = "";
  readonly leaves: Leaf[] = [];
  #owesBreak = false;
  /** Whether it can be told what is seen: not where the whole is hidden, as a box is behind a second step. */
  readonly #isShown: boolean;
  /** The parent that was looked at last, and whether what stands in it is seen: most texts have siblings. */
  #parent: Node;
  #isParentSeen = true;

  constructor(root: Node) {
    this.#isShown = root instanceof Element && root.checkVisibility(SEEN);
    this.#parent = root;
  }

  children(node: Node): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.#visit(child);
  }

  #visit(node: Node): void {
    if (node instanceof Text) {
      if (node.data !== "" && this.#isSeen(node)) this.#leaf(node, node.data === FILLER ? "" : node.data);
    } else if (node instanceof Element && !UNREAD.has(node.tagName) && !isDecoration(node)) {
      if (node.tagName === "BR") {
        if (!this.#isSeen(node)) return;
        this.#leaf(node, "");
        this.#owesBreak = true;
      } else if (node instanceof HTMLImageElement) {
        if (node.alt !== "" && this.#isSeen(node)) this.#leaf(node, node.alt);
      } else if (BLOCKS.has(node.tagName)) {
        this.#edge();
        this.children(node);
        this.#edge();
      } else {
        this.children(node);
      }
    }
  }

  /** Whether what stands in a node's parent is seen. Asked once for each parent of text, as each answer takes a while. */
  #isSeen({ parentNode }: Node): boolean {
    if (!this.#isShown || parentNode === null) return true;
    if (parentNode !== this.#parent) {
      this.#parent = parentNode;
      this.#isParentSeen = isSeen(parentNode);
    }
    return this.#isParentSeen;
  }

  #edge(): void {
    this.#owesBreak ||= this.leaves.length > 0;
  }

  #leaf(node: Text | Element, text: string): void {
    if (this.#owesBreak) this.text += "\n";
    this.#owesBreak = false;
    const start = this.text.length;
    this.text += text;
    this.leaves.push({ node, start, end: this.text.length });
  }
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether the page shows what stands in a node. */
function isSeen(node: Node): boolean {
  if (!(node instanceof Element) || node.checkVisibility(SEEN)) return true;
  // Such an element is not shown itself; what it holds is, unless something around it is hidden.
  const { display, visibility } = getComputedStyle(node);
  return display === "contents" && visibility === "visible" && (!node.parentNode || isSeen(node.parentNode));
}

/**
 * Whether an element in an editor only decorates it, as placeholders and buttons of blocks do: it cannot be edited, and is hidden
 * from those who listen or taken out of the flow of the words. A mention cannot be edited either, but is one of the words.
 */
function isDecoration(element: Element): boolean {
  if (element.getAttribute("contenteditable") !== "false") return false;
  if (element.ariaHidden === "true") return true;
  const { position } = getComputedStyle(element);
  return position === "absolute" || position === "fixed";
}
