// Tells people who listen to the page how many issues the draft has, once for each change and not once a key, and what
// has been put beside it.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import { say, sayCount } from "./words";

export class Announcer {
  readonly #count = region();
  /** Apart from the count, which would otherwise talk over it. */
  readonly #news = region();
  #said = sayCount(0, 0);

  constructor(layer: Layer) {
    layer.add(this.#count);
    layer.add(this.#news);
  }

  announce(findings: Findings): void {
    const count = sayCount(findings.list.length, findings.stops);
    if (count === this.#said) return;
    this.#said = count;
    this.#count.textContent = say("announcement", count);
  }

  /** Says something besides the count; whoever calls it sees to it that it is said once. */
  say(words: string): void {
    this.#news.textContent = words;
  }

  remove(): void {
    this.#count.remove();
    this.#news.remove();
  }
}

function region(): HTMLElement {
  return element("div", { class: "heard", role: "status", "aria-live": "polite" });
}
