// Underlines text inside a textarea or an input, where highlights cannot go: a transparent copy of the field's text
// lies exactly over it, in our own shadow root. It never takes a click.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import type { CheckedFinding } from "./messages";
import type { Painter } from "./painter";
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

  constructor(field: HTMLTextAreaElement | HTMLInputElement, layer: Layer) {
    this.#field = field;
    this.#layer = layer;
    const shape = field instanceof HTMLInputElement ? "line" : "lines";
    this.#mirror = element("div", { class: `mirror ${shape}`, "aria-hidden": "true" }, this.#text);
  }

  paint(findings: Findings): void {
    this.clear();
    if (findings.list.length === 0) return;
    this.#layer.add(this.#mirror);
    this.#copyShape();
    let at = 0;
    for (const finding of findings.list.toSorted((a, b) => a.start - b.start)) {
      if (finding.start < at) continue;
      const words = element("span", {}, findings.words(finding));
      words.style.textDecoration = UNDERLINES[finding.severity];
      words.style.textUnderlineOffset = "3px";
      this.#text.append(findings.text.slice(at, finding.start), words);
      this.#painted.set(finding, words);
      at = finding.end;
    }
    // A last empty line has height in a field, but not in a block.
    this.#text.append(findings.text.slice(at), "\u200b");
    this.#resized.observe(this.#field);
    this.#restyled.observe(this.#field, { attributes: true, attributeFilter: ["class", "dir", "style"] });
    document.fonts.addEventListener("loadingdone", this.#fontsLoaded);
  }

  rects(finding: CheckedFinding): readonly DOMRect[] {
    return [...(this.#painted.get(finding)?.getClientRects() ?? [])];
  }

  clear(): void {
    this.#resized.disconnect();
    this.#restyled.disconnect();
    document.fonts.removeEventListener("loadingdone", this.#fontsLoaded);
    this.#mirror.remove();
    this.#text.replaceChildren();
    this.#painted = new Map();
  }

  #copyShape(): void {
    const field = this.#field;
    const styles = getComputedStyle(field);
    const mirror = this.#mirror.style;
    for (const property of METRICS) mirror.setProperty(property, styles.getPropertyValue(property));
    const { left, top } = field.getBoundingClientRect();
    const scrollbar = field.offsetWidth - field.clientWidth - field.clientLeft * 2;
    mirror.left = `${left}px`;
    mirror.top = `${top}px`;
    mirror.width = `${field.offsetWidth - Math.max(scrollbar, 0)}px`;
    mirror.height = `${field.offsetHeight}px`;
    this.#text.style.translate = `${-field.scrollLeft}px ${-field.scrollTop}px`;
  }
}
