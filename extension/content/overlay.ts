// Underlines text inside a textarea or an input, where highlights cannot go: a transparent copy of the field's text
// lies exactly over it, in our own shadow root. It never takes a click.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import type { CheckedFinding } from "./messages";
import type { Painter } from "./painter";
import { poseOf } from "./pose";
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

export class Overlay implements Painter {
  readonly #field: HTMLTextAreaElement | HTMLInputElement;
  readonly #layer: Layer;
  readonly #mirror: HTMLElement;
  readonly #text = element("div");
  readonly #resized = new ResizeObserver(() => this.#copyShape());
  readonly #restyled = new MutationObserver(() => this.#copyShape());
  readonly #fontsLoaded = () => this.#copyShape();
  #painted = new Map<CheckedFinding, HTMLElement>();
  /** What the copy holds now. */
  #findings: Findings | null = null;
  /** The metrics as they were copied last. */
  readonly #copied = new Map<string, string>();

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
    this.#copyShape();
    if (!this.#holds(findings)) this.#write(findings);
    if (this.#mirror.isConnected) return;
    this.#layer.add(this.#mirror);
    this.#resized.observe(this.#field);
    this.#restyled.observe(this.#field, { attributes: true, attributeFilter: ["class", "dir", "style"] });
    document.fonts.addEventListener("loadingdone", this.#fontsLoaded);
  }

  rects(finding: CheckedFinding): readonly DOMRect[] {
    return [...(this.#painted.get(finding)?.getClientRects() ?? [])];
  }

  clear(): void {
    if (!this.#findings) return;
    this.#resized.disconnect();
    this.#restyled.disconnect();
    document.fonts.removeEventListener("loadingdone", this.#fontsLoaded);
    this.#mirror.remove();
    this.#text.replaceChildren();
    this.#painted = new Map();
    this.#findings = null;
  }

  #holds({ text, list }: Findings): boolean {
    const held = this.#findings;
    if (held?.text !== text || held.list.length !== list.length) return false;
    return list.every((finding, nth) => finding === held.list[nth]);
  }

  #write(findings: Findings): void {
    this.#findings = findings;
    this.#painted = new Map();
    const pieces: (Node | string)[] = [];
    let at = 0;
    for (const finding of findings.list.toSorted((a, b) => a.start - b.start)) {
      if (finding.start < at) continue;
      const words = element("span", {}, findings.words(finding));
      words.style.textDecoration = UNDERLINES[finding.severity];
      words.style.textUnderlineOffset = "3px";
      pieces.push(findings.text.slice(at, finding.start), words);
      this.#painted.set(finding, words);
      at = finding.end;
    }
    // A last empty line has height in a field, but not in a block.
    this.#text.replaceChildren(...pieces, findings.text.slice(at), "\u200b");
  }

  /** Called at every key, so it reads everything before it writes what has changed: each turn costs a layout. */
  #copyShape(): void {
    const field = this.#field;
    const styles = getComputedStyle(field);
    const metrics = METRICS.map((property) => [property, styles.getPropertyValue(property)] as const);
    const rect = field.getBoundingClientRect();
    const pose = poseOf(field, rect);
    const scrollbar = field.offsetWidth - field.clientWidth - field.clientLeft * 2;
    const place = {
      left: `${(rect.left - pose.x) / pose.zoom}px`,
      top: `${(rect.top - pose.y) / pose.zoom}px`,
      transform: pose.transform,
      zoom: String(pose.zoom / document.documentElement.currentCSSZoom),
      width: `${field.offsetWidth - Math.max(scrollbar, 0)}px`,
      height: `${field.offsetHeight}px`,
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
