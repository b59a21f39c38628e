// Tells people who listen to the page how many issues the draft has: once for each change, not once a key.

import { element } from "./element";
import type { Findings } from "./findings";
import type { Layer } from "./layer";
import { say, sayCount } from "./words";

export class Announcer {
  readonly #region = element("div", { class: "heard", role: "status", "aria-live": "polite" });
  #said = sayCount(0, 0);

  constructor(layer: Layer) {
    layer.add(this.#region);
  }

  announce(findings: Findings): void {
    const count = sayCount(findings.list.length, findings.stops);
    if (count === this.#said) return;
    this.#said = count;
    this.say(say("announcement", count));
  }

  /** Says something besides the count; whoever calls it sees to it that it is said once. */
  say(words: string): void {
    this.#region.textContent = words;
  }

  remove(): void {
    this.#region.remove();
  }
}
