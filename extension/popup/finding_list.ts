// The open findings of the tab: press one, and the page shows its card. The words come from the page, go into the list
// as text, and are gone with it.

import type { OpenFinding } from "../content/messages";
import { find, message } from "../pages/page";

export class FindingList {
  readonly #root = find("findings", HTMLElement);
  readonly #list = find("finding-list", HTMLElement);
  readonly #onOpen: (finding: OpenFinding) => void;
  #shown = "";

  constructor(onOpen: (finding: OpenFinding) => void) {
    this.#onOpen = onOpen;
  }

  /** Draws anew only what has changed, so that nobody loses the focus. */
  show(findings: readonly OpenFinding[]): void {
    const key = JSON.stringify(findings);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#root.hidden = findings.length === 0;
    this.#list.replaceChildren(...findings.map((finding) => this.#entry(finding)));
  }

  #entry(finding: OpenFinding): HTMLElement {
    const entry = document.createElement("li");
    const open = document.createElement("button");
    open.type = "button";
    open.append(
      part("words", finding.words),
      part("summary", `${message(`page_severity_${finding.severity}`)}: ${finding.summary}`),
    );
    open.dataset["severity"] = finding.severity;
    open.addEventListener("click", () => this.#onOpen(finding));
    entry.append(open);
    return entry;
  }
}

function part(name: string, text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  return made;
}
