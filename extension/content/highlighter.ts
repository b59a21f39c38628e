// Underlines text in the DOM with CSS custom highlights: they leave the page's DOM, caret and undo history alone.
//
// A page can list highlights, so their names say nothing about rules: one name for each visual style.

import type { Editor } from "./editors/editor";
import type { Findings } from "./findings";
import type { CheckedFinding, Severity } from "./messages";
import type { Painter } from "./painter";
import { treeOf } from "./shadow";
import { FORCED_COLOR, UNDERLINES } from "./theme";

const STYLES = { stop: "cs-1", fix: "cs-2", rethink: "cs-3", polish: "cs-4" } as const satisfies Record<
  Severity,
  string
>;
const GRAVEST_FIRST: readonly Severity[] = ["stop", "fix", "rethink", "polish"];

/** The page's highlights, shared by all of its composers. */
export class Highlights {
  readonly #bySeverity: Readonly<Record<Severity, Highlight>>;
  readonly #sheet: CSSStyleSheet;
  /** Shadow roots that have adopted the sheet. */
  readonly #shadows = new Set<Document | ShadowRoot>();

  constructor(signal: AbortSignal) {
    const make = (severity: Severity) => {
      const highlight = new Highlight();
      highlight.priority = GRAVEST_FIRST.length - GRAVEST_FIRST.indexOf(severity);
      return highlight;
    };
    this.#bySeverity = {
      stop: make("stop"),
      fix: make("fix"),
      rethink: make("rethink"),
      polish: make("polish"),
    };
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(
      GRAVEST_FIRST.map((severity) => {
        const name = `::highlight(${STYLES[severity]})`;
        const wash = severity === "stop" ? " background-color: rgb(229 56 59 / .12);" : "";
        const forced = `@media (forced-colors: active) { ${name} { text-decoration-color: ${FORCED_COLOR}; } }`;
        return `${name} { text-decoration: ${UNDERLINES[severity]}; text-decoration-skip-ink: none; text-underline-offset: 3px;${wash} }\n${forced}`;
      }).join("\n"),
    );
    this.#removePredecessor();
    signal.addEventListener("abort", () => this.remove());
  }

  /** A page may clear its highlights or replace its list of sheets; ours are put back when they are missing. */
  ensureShownIn(tree: Document | ShadowRoot): void {
    for (const severity of GRAVEST_FIRST) {
      if (!CSS.highlights.has(STYLES[severity]))
        CSS.highlights.set(STYLES[severity], this.#bySeverity[severity]);
    }
    // Firefox looks for a highlight's style in the very tree of its words.
    for (const { adoptedStyleSheets } of new Set([document, tree])) {
      if (!adoptedStyleSheets.includes(this.#sheet)) adoptedStyleSheets.push(this.#sheet);
    }
    if (tree === document || this.#shadows.has(tree)) return;
    for (const shadow of this.#shadows) if (!shadow.isConnected) this.#shadows.delete(shadow);
    this.#shadows.add(tree);
  }

  add(severity: Severity, range: Range): void {
    this.#bySeverity[severity].add(range);
  }

  delete(severity: Severity, range: Range): void {
    this.#bySeverity[severity].delete(range);
  }

  /** Firefox ends the script of an updated extension without a word; its sheet stays behind. */
  #removePredecessor(): void {
    const sheets = document.adoptedStyleSheets;
    const isOld = (sheet: CSSStyleSheet) =>
      sheet.cssRules[0]?.cssText.startsWith(`::highlight(${STYLES.stop})`);
    for (let at = sheets.findIndex(isOld); at >= 0; at = sheets.findIndex(isOld)) sheets.splice(at, 1);
  }

  /** Takes their names and their styles off the page, until something is painted again. */
  remove(): void {
    for (const name of Object.values(STYLES)) CSS.highlights.delete(name);
    for (const { adoptedStyleSheets } of [document, ...this.#shadows]) {
      const at = adoptedStyleSheets.indexOf(this.#sheet);
      if (at >= 0) adoptedStyleSheets.splice(at, 1);
    }
  }
}

export class Highlighter implements Painter {
  readonly #editor: Editor;
  readonly #highlights: Highlights;
  #painted = new Map<CheckedFinding, Range>();

  constructor(editor: Editor, highlights: Highlights) {
    this.#editor = editor;
    this.#highlights = highlights;
  }

  paint(findings: Findings): void {
    this.clear();
    if (findings.list.length > 0) this.#highlights.ensureShownIn(treeOf(this.#editor.root));
    for (const finding of findings.list) {
      const range = this.#editor.rangeOf(finding.start, finding.end);
      if (!range) continue;
      this.#highlights.add(finding.severity, range);
      this.#painted.set(finding, range);
    }
  }

  rects(finding: CheckedFinding): readonly DOMRect[] {
    return [...(this.#painted.get(finding)?.getClientRects() ?? [])];
  }

  clear(): void {
    for (const [finding, range] of this.#painted) this.#highlights.delete(finding.severity, range);
    this.#painted = new Map();
  }
}
