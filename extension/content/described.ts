// Says that a patient is given away in the name or the description of what is attached. No words of the draft can be
// underlined for that, so it stands in the tray.

import type { Announcer } from "./announcer";
import { button, element, mark } from "./element";
import type { Layer } from "./layer";
import type { Attachment, DescribedFinding, RuleCard, Severity } from "./messages";
import { say } from "./words";

const PLACES = { name: "described_name", alt: "described_alt" } as const;

/** A patient who is given away beside the text. */
export interface Described {
  readonly rule: string;
  readonly severity: Severity;
  readonly words: string;
  readonly summary: string;
  /** Where the words stand, said to the person. */
  readonly place: string;
}

/** What was found in the descriptions of these attachments, in words. */
export function inWords(
  found: readonly DescribedFinding[],
  attachments: readonly Attachment[],
  cardOf: (rule: string) => RuleCard | undefined,
): Described[] {
  return found.map(({ rule, severity, attachment, part, start, end }) => ({
    rule,
    severity,
    words: attachments[attachment]?.[part]?.slice(start, end) ?? "",
    summary: cardOf(rule)?.summary ?? rule,
    place: say(PLACES[part]),
  }));
}

export class DescribedNote {
  readonly #layer: Layer;
  readonly #announcer: Announcer;
  #chip: HTMLElement | null = null;
  #shown = "";

  constructor(layer: Layer, announcer: Announcer) {
    this.#layer = layer;
    this.#announcer = announcer;
  }

  /** Shows these in place of those before; whoever has closed the note has read it. */
  show(all: readonly Described[]): void {
    const key = JSON.stringify(all);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#swap(all.length > 0 ? this.#draw(all) : null);
    if (this.#chip) this.#announcer.say(say("described"));
  }

  #draw(all: readonly Described[]): HTMLElement {
    const title = say("described");
    return element(
      "div",
      { class: "panel", role: "group", "aria-label": title },
      mark(),
      element("span", { class: "text" }, title),
      button({ class: "close", "data-first": "", "aria-label": say("close") }, "×", () => this.#swap(null)),
      listOf(all),
    );
  }

  #swap(chip: HTMLElement | null): void {
    this.#layer.swapInTray(this.#chip, chip);
    this.#chip = chip;
  }
}

/** Problems as people read them: the words, where they stand if not in the text, what is wrong with them. */
export function listOf(problems: readonly { words: string; summary: string; place?: string }[]): HTMLElement {
  const items = problems.map(({ words, summary, place }) =>
    element(
      "li",
      {},
      ...(place ? [element("div", { class: "why" }, place)] : []),
      element("div", { class: "quote" }, say("quote", words)),
      element("div", { class: "why" }, summary),
    ),
  );
  return element("ul", {}, ...items);
}
