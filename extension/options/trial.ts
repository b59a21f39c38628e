// A box to try a text in: the real checker reads it, and nothing of it is kept.

import type { CheckedFinding, Context, RuleCard } from "../content/messages";
import type { Desk, Ready } from "../pages/desk";
import { find, message, setText } from "../pages/page";
import { make, sayFault } from "./parts";

const CONTEXT: Context = {
  surface: "post",
  account: "unknown",
  audience: "public",
  attachments: [],
  consent: [],
};

export class Trial {
  readonly #desk: Desk;
  readonly #box = find("try", HTMLTextAreaElement);
  readonly #outcome = find("try-outcome", HTMLElement);
  #catalog: readonly RuleCard[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#box.addEventListener("input", () => void this.check());
  }

  begin({ catalog }: Ready): void {
    this.#catalog = catalog;
  }

  /** Checks what stands in the box, again where settings have changed. */
  async check(): Promise<void> {
    const text = this.#box.value;
    if (text === "") return this.#show("", []);
    const answer = await this.#desk.ask({ kind: "try", text, context: CONTEXT });
    // While it was under way, more may have been typed.
    if (text !== this.#box.value) return;
    if (answer.kind === "tried") this.#show(text, answer.findings);
    if (answer.kind === "refused") setText(this.#outcome, answer.faults.map(sayFault).join(" "));
  }

  #show(text: string, findings: readonly CheckedFinding[]): void {
    const count = findings.length;
    const said = count === 1 ? message("options_try_one") : message("options_try_many", count);
    const outcome = count === 0 ? message("options_try_well") : said;
    setText(this.#outcome, text.trim() === "" ? "" : outcome);
    find("try-marked", HTMLElement).replaceChildren(...(count === 0 ? [] : marked(text, findings)));
    find("try-findings", HTMLElement).replaceChildren(
      ...findings.map((finding) => this.#explained(text, finding)),
    );
  }

  #explained(text: string, { rule, severity, start, end, fixes, message: own }: CheckedFinding): HTMLElement {
    const card = this.#catalog.find(({ code }) => code === rule);
    const words = message("page_quote", text.slice(start, end));
    const made = make("li", "", make("strong", "", `${message(`page_severity_${severity}`)}: ${words}`));
    made.append(
      make("span", "", `${rule} ${card?.summary ?? ""}`),
      make("span", "quiet", own ?? card?.why ?? ""),
    );
    for (const { title, replacement } of fixes.slice(0, 1)) {
      const instead = replacement === "" ? title : `${title}: ${message("page_quote", replacement)}`;
      made.append(make("span", "", instead));
    }
    return made;
  }
}

function marked(text: string, findings: readonly CheckedFinding[]): (Node | string)[] {
  let behind = 0;
  const parts = findings.flatMap(({ start, end }) => {
    const from = Math.max(start, behind);
    const before = text.slice(behind, from);
    behind = Math.max(behind, end);
    return from < end ? [before, make("mark", "", text.slice(from, end))] : [];
  });
  return [...parts, text.slice(behind)];
}
