// Tells people who listen to the page how many issues the draft has, once for each change and not once a key, and what
// has been put beside it.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import { say, sayCount } from "./words";

const NOTHING = sayCount(0, 0);

export class Announcer {
  readonly #count = region();
  /** Apart from the count, which would otherwise talk over it. */
  readonly #news = region();
  readonly #layer: Layer;
  #said = NOTHING;

  constructor(layer: Layer) {
    this.#layer = layer;
    this.#appear();
  }

  announce(findings: Findings): void {
    const count = sayCount(findings.list.length, findings.stops);
    if (count === this.#said) return;
    this.#said = count;
    this.#appear();
    this.#count.textContent = say("announcement", count);
  }

  /** Says something besides the count; whoever calls it sees to it that it is said once. */
  say(words: string): void {
    this.#appear();
    this.#news.textContent = words;
  }

  /** Nothing is checked, so nothing is claimed. */
  hush(): void {
    this.#said = NOTHING;
    this.#count.textContent = "";
    this.#news.textContent = "";
  }

  remove(): void {
    this.#count.remove();
    this.#news.remove();
  }

  /** What is heard has to be on the page before it says something. */
  #appear(): void {
    for (const heard of [this.#count, this.#news]) if (!heard.isConnected) this.#layer.add(heard);
  }
}

function region(): HTMLElement {
  return element("div", { class: "heard", role: "status", "aria-live": "polite" });
}
