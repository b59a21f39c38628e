// Whether the person is in the middle of typing one draft, and what they have before their eyes meanwhile. What an
// unfinished sentence means is decided by the checker; here is only the clock.

import type { Edit } from "./edit";
import type { CheckedFinding, ShownFinding, TypingState } from "./messages";

/** When nothing is typed for so long, the person is thinking, and what an unfinished sentence held back is shown. */
const PAUSE_MS = 700;

export class Typing {
  readonly #onPause: () => void;
  #at: number | null = null;
  #shown: readonly ShownFinding[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(onPause: () => void) {
    this.#onPause = onPause;
  }

  /** What the checker is told with the next question; `null` while the person is not typing. */
  get state(): TypingState | null {
    return this.#at === null ? null : { at: this.#at, shown: [...this.#shown] };
  }

  /** The text has changed: written by the person, or put there by the page, which is judged at once. */
  onEdit(edit: Edit, by: "person" | "page"): void {
    this.#shown = this.#shown.map((shown) => ({ ...shown, ...edit.stretched(shown) }));
    this.stop();
    if (by === "page") return;
    this.#at = edit.at;
    this.#pause = setTimeout(this.#onPause, PAUSE_MS);
  }

  /** These are underlined from now on. */
  onShown(findings: readonly CheckedFinding[]): void {
    this.#shown = findings.map(({ rule, start, end }) => ({ rule, start, end }));
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#at = null;
  }
}
