// Looks whether what posts a draft is to be seen, so that the person can be told where a post would not be held. When to
// look is decided here, what it means by the background.
//
// A page may draw its button late, or only once there is text, so nothing is said before typing has paused and the page
// has settled. What was seen since the last edit counts: while a post is under way, a page puts its button aside.

import type { Composer } from "./composer";
import type { Doors } from "./messages";
import { contains, innermostFocus } from "./shadow";

/** When nothing is typed and nothing comes or goes on the page for so long, it shows what it is going to show. */
const SETTLED_MS = 1000;
/** Some pages never rest; after so long without an edit it is looked all the same. */
const LONGEST_MS = 5000;

export class DoorWatch {
  readonly #composer: Composer;
  readonly #onChange: () => void;
  #seen: Doors | null = null;
  /** Whether it has to be looked, now or when the person comes back. */
  #isDue = false;
  #isSecondStep = false;
  #beganAt = 0;
  #stirredAt = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(composer: Composer, onChange: () => void) {
    this.#composer = composer;
    this.#onChange = onChange;
  }

  /** What was seen last; `null` until it has been looked at this draft. */
  get seen(): Doors | null {
    return this.#seen;
  }

  /** Whether a control should be there, and none is. */
  get areMissing(): boolean {
    return this.#seen !== null && areMissing(this.#seen);
  }

  onEdit(text: string): void {
    if (text.trim() !== "") {
      this.#await();
    } else {
      this.stop();
      this.#seen = null;
    }
  }

  /** The person goes on to a step that has controls of its own. */
  onNextStep(): void {
    this.#isSecondStep = true;
    this.#await();
  }

  /** The person is back at the draft. */
  onCome(): void {
    if (this.#isDue) this.#await();
  }

  /** Something came or went on the page: perhaps what was missing. */
  onPage(): void {
    this.#stirredAt = performance.now();
    if (this.areMissing) this.#look();
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#isDue = false;
  }

  #await(): void {
    this.#isDue = true;
    this.#beganAt = performance.now();
    this.#stirredAt = this.#beganAt;
    this.#pause ??= setTimeout(() => this.#onPause(), SETTLED_MS);
  }

  #onPause(): void {
    this.#pause = undefined;
    const at = Math.min(this.#stirredAt + SETTLED_MS, this.#beganAt + LONGEST_MS);
    const rest = at - performance.now();
    if (rest > 0) this.#pause = setTimeout(() => this.#onPause(), rest);
    else this.#look();
  }

  #look(): void {
    const seen = this.#composer.doors();
    // Pages put the button of a box away that the person has left.
    if (areMissing(seen) && !this.#isPersonHere()) return;
    this.#isDue = false;
    const isNews = JSON.stringify(seen) !== JSON.stringify(this.#seen);
    this.#seen = seen;
    if (isNews) this.#onChange();
  }

  #isPersonHere(): boolean {
    const focused = innermostFocus();
    return this.#isSecondStep || (focused !== null && contains(this.#composer.scope, focused));
  }
}

function areMissing({ expected, posts, leads_on }: Doors): boolean {
  return expected && !posts && !leads_on;
}
