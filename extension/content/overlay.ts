// Underlines text inside a textarea or an input, where highlights cannot go: a transparent copy of the field's text
// lies exactly over it, in our own shadow root. It never takes a click.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import type { CheckedFinding } from "./messages";
import type { Painter } from "./painter";
import { poseOf } from "./pose";
import { treeOf } from "./shadow";
import { UNDERLINES } from "./theme";

/** What decides where a letter of the field stands. */
const METRICS = [
  "border-top-width",
  "border-right-width",
  "border-bottom-width",
  "border-left-width",
  "direction",
  "font-family",
  "font-feature-settings",
  "font-kerning",
  "font-size",
  "font-size-adjust",
  "font-stretch",
  "font-style",
  "font-variant",
  "font-weight",
  "letter-spacing",
  "line-height",
  "padding-top",
  "padding-right",
  "padding-bottom",
  "padding-left",
  "tab-size",
  "text-align",
  "text-indent",
  "text-transform",
  "word-break",
  "word-spacing",
];

/** Of a field of several lines, how they break as well. */
const LINE_METRICS = [...METRICS, "overflow-wrap", "white-space"];

/** What an element says of itself or of those below it that may move or restyle a field. */
const STYLING = { attributes: true, attributeFilter: ["class", "dir", "hidden", "open", "style"] };

/** Of so many underlines at most it is asked whether something covers them; each answer takes a while. */
const MOST_ASKED = 20;

/** One stretch of the copy: words that are flagged, or what stands between them. */
interface Piece {
  readonly text: string;
  readonly finding: CheckedFinding | null;
}

export class Overlay implements Painter {
  readonly #field: HTMLTextAreaElement | HTMLInputElement;
  readonly #layer: Layer;
  readonly #mirror: HTMLElement;
  readonly #text = element("div");
  readonly #resized = new ResizeObserver(() => this.#follow());
  readonly #restyled = new MutationObserver(() => this.#followSoon());
  readonly #fontsLoaded = () => this.#follow();
  #painted = new Map<CheckedFinding, HTMLElement>();
  /** What the copy holds now, and the nodes that hold it. */
  #pieces: readonly Piece[] = [];
  #nodes: readonly (Text | HTMLElement)[] = [];
  /** The shape as it was copied last. */
  readonly #copied = new Map<string, string>();
  #frame: number | null = null;

  constructor(field: HTMLTextAreaElement | HTMLInputElement, layer: Layer) {
    this.#field = field;
    this.#layer = layer;
    const shape = field instanceof HTMLInputElement ? "line" : "lines";
    this.#mirror = element("div", { class: `mirror ${shape}`, "aria-hidden": "true" }, this.#text);
  }

  paint(findings: Findings): void {
    if (findings.list.length === 0) {
      this.clear();
      return;
    }
    const pieces = piecesOf(findings);
    this.#copyShape();
    this.#write(pieces);
    if (!this.#mirror.isConnected) this.#appear();
    this.#hideCovered();
  }

  #appear(): void {
    this.#layer.add(this.#mirror);
    this.#resized.observe(this.#field);
    // Anything around it can move it.
    for (const tree of new Set([document, treeOf(this.#field)]))
      this.#restyled.observe(tree, { ...STYLING, subtree: true });
    document.fonts.addEventListener("loadingdone", this.#fontsLoaded);
  }

  rects(finding: CheckedFinding): readonly DOMRect[] {
    return [...(this.#painted.get(finding)?.getClientRects() ?? [])];
  }

  clear(): void {
    if (this.#pieces.length === 0) return;
    this.#resized.disconnect();
    this.#restyled.disconnect();
    document.fonts.removeEventListener("loadingdone", this.#fontsLoaded);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#mirror.remove();
    this.#text.replaceChildren();
    this.#painted = new Map();
    this.#pieces = [];
    this.#nodes = [];
  }

  /** Writes what differs from what the copy holds; a key in the middle of the text changes one stretch of it. */
  #write(pieces: readonly Piece[]): void {
    if (isSameShape(pieces, this.#pieces)) {
      for (const [nth, { text }] of pieces.entries()) {
        const node = this.#nodes[nth];
        if (node && text !== this.#pieces[nth]?.text) node.textContent = text;
      }
    } else {
      this.#nodes = pieces.map(nodeOf);
      // A last empty line has height in a field, but not in a block.
      this.#text.replaceChildren(...this.#nodes, "\u200b");
    }
    this.#pieces = pieces;
    this.#painted = new Map();
    for (const [nth, { finding }] of pieces.entries()) {
      const node = this.#nodes[nth];
      if (finding && node instanceof HTMLElement) this.#painted.set(finding, node);
    }
  }

  #followSoon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#follow();
    });
  }

  #follow(): void {
    this.#copyShape();
    this.#hideCovered();
  }

  /**
   * We stand above all of the page, and so would the underline of words that something of the page covers: a header that stays in
   * place, a dialog. Nothing but asking what is hit there tells.
   */
  #hideCovered(): void {
    const isDeaf = getComputedStyle(this.#field).pointerEvents === "none";
    const covered = [...this.#painted.values()].slice(0, MOST_ASKED).map((words) => {
      const rects = isDeaf ? [] : [...words.getClientRects()];
      return rects.length > 0 && rects.every((rect) => this.#isCovered(rect));
    });
    for (const [nth, words] of [...this.#painted.values()].entries())
      words.style.visibility = covered[nth] ? "hidden" : "";
  }

  #isCovered({ left, top, width, height }: DOMRect): boolean {
    const [x, y] = [left + width / 2, top + height / 2];
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    // Outside of the window nothing is hit.
    return hit !== null && hit !== this.#field && !this.#layer.isOurs(hit);
  }

  /** Called at every key, so it reads everything before it writes what has changed: each turn costs a layout. */
  #copyShape(): void {
    this.#layer.follow();
    const field = this.#field;
    const styles = getComputedStyle(field);
    const names = field instanceof HTMLTextAreaElement ? LINE_METRICS : METRICS;
    const metrics = names.map((property) => [property, styles.getPropertyValue(property)] as const);
    const rect = field.getBoundingClientRect();
    const pose = poseOf(field, rect);
    const border = Number.parseFloat(styles.borderLeftWidth);
    const borders = border + Number.parseFloat(styles.borderRightWidth);
    const scrollbar = Math.max(Math.round(field.offsetWidth - field.clientWidth - borders), 0);
    // From right to left, the scroll bar is on the left.
    const indent = field.clientLeft - border > 1 ? scrollbar : 0;
    const place = {
      left: `${(rect.left - pose.x) / pose.zoom + indent}px`,
      top: `${(rect.top - pose.y) / pose.zoom}px`,
      transform: pose.transform,
      zoom: String(pose.zoom / document.documentElement.currentCSSZoom),
      width: `${field.offsetWidth - scrollbar}px`,
      height: `${field.offsetHeight}px`,
      "clip-path": clipOf(field, rect, pose.zoom),
    };
    const scrolled = `${-field.scrollLeft}px ${-field.scrollTop}px`;
    for (const [property, value] of [...metrics, ...Object.entries(place)]) {
      if (this.#copied.get(property) === value) continue;
      this.#copied.set(property, value);
      this.#mirror.style.setProperty(property, value);
    }
    if (this.#text.style.translate !== scrolled) this.#text.style.translate = scrolled;
  }
}

/** What cuts off a field that is scrolled out of what surrounds it; our copy stands outside of that. */
function clipOf(field: HTMLElement, rect: DOMRect, zoom: number): string {
  let { top, right, bottom, left } = rect;
  for (let around = parentOf(field); around; around = parentOf(around)) {
    const { overflowX, overflowY, position } = getComputedStyle(around);
    if (overflowX === "visible" && overflowY === "visible") {
      if (position === "fixed") break;
      continue;
    }
    if (around === document.documentElement || around === document.body) break;
    const edge = around.getBoundingClientRect();
    top = Math.max(top, edge.top);
    right = Math.min(right, edge.right);
    bottom = Math.min(bottom, edge.bottom);
    left = Math.max(left, edge.left);
    if (position === "fixed") break;
  }
  const cuts = [top - rect.top, rect.right - right, rect.bottom - bottom, left - rect.left];
  if (cuts.every((cut) => cut <= 0)) return "none";
  return `inset(${cuts.map((cut) => `${Math.max(cut, 0) / zoom}px`).join(" ")})`;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The stretches of a text in order; of findings that overlap, the first one counts. */
function piecesOf({ text, list }: Findings): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of list.toSorted((a, b) => a.start - b.start)) {
    if (finding.start < at) continue;
    pieces.push({ text: text.slice(at, finding.start), finding: null });
    pieces.push({ text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  return [...pieces, { text: text.slice(at), finding: null }];
}

/** Whether the same nodes can hold them, whatever their words. */
function isSameShape(some: readonly Piece[], others: readonly Piece[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ finding }, nth) => finding?.severity === others[nth]?.finding?.severity)
  );
}

function nodeOf({ text, finding }: Piece): Text | HTMLElement {
  if (!finding) return document.createTextNode(text);
  const words = element("span", {}, text);
  words.style.textDecoration = UNDERLINES[finding.severity];
  words.style.textUnderlineOffset = "3px";
  return words;
}
