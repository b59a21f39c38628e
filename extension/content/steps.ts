// The later steps of posting: a person who has gone on from a box may post it from elsewhere, once the page has put the box
// aside.
//
// The next step's dialog may have to be loaded first. Until it comes nothing of the composer is to be seen, and it is kept
// for a while without a trace. Whoever has discarded the draft instead never notices.

import type { Composer } from "./composer";

/** So long a page may take to show its next step. */
const GRACE_MS = 5000;

/** Whether a composer that shows no box any more can still be posted: now, perhaps soon, or never. */
export type Standing = "there" | "awaited" | "over";

export class Steps {
  readonly #composer: Composer;
  readonly #onInVain: () => void;
  #haveBegun = false;
  /** Whether a next step is still due. */
  #isDue = false;
  #grace: ReturnType<typeof setTimeout> | undefined;

  /** `onInVain` is called when a step was awaited and has not come. */
  constructor(composer: Composer, onInVain: () => void) {
    this.#composer = composer;
    this.#onInVain = onInVain;
  }

  get haveBegun(): boolean {
    return this.#haveBegun;
  }

  /** Whether nothing of the composer is to be seen just now. */
  get isAwaited(): boolean {
    return this.#grace !== undefined;
  }

  /** The person goes on to the next step. */
  leadOn(): void {
    this.#haveBegun = true;
    this.#isDue = true;
  }

  /** The draft has been let go: what leaves now leaves for good. */
  onPosted(): void {
    this.#isDue = false;
  }

  /** How the composer stands when the page shows these, and not its box. */
  standing(composers: readonly Composer[]): Standing {
    if (!this.#haveBegun || this.#isBack(composers)) return "over";
    if (this.#isStepShown()) {
      this.stop();
      return "there";
    }
    if (!this.#isDue) return "over";
    this.#grace ??= setTimeout(this.#onInVain, GRACE_MS);
    return "awaited";
  }

  stop(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }
  #isBack(composers: readonly Composer[]): boolean {
    const { scope, description, isScopeShown } = this.#composer;
    return composers.some(
      (other) => other.scope === scope || (!isScopeShown && other.description === description),
    );
  }

  #isStepShown(): boolean {
    if (this.#composer.isScopeShown) return true;
    if (!this.#composer.hasNextDialog) return false;
    this.#isDue = false;
    return true;
  }
}
