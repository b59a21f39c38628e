// What is known about posting one draft: the last verdict, whether the person has let it go, and who waits for it.

import type { SendDecision } from "./messages";

/** Whether the draft may be posted, or that nobody knows. */
export type Verdict = SendDecision | "unchecked";

/** A draft as it was asked about: its words, and everything else that a verdict depends on. */
export interface Draft {
  readonly text: string;
  readonly key: string;
  /** Whether nothing is written, in the text or about what goes with it. */
  readonly isEmpty: boolean;
}

export class Judgment {
  #last: { readonly draft: Draft; readonly verdict: Verdict } | null = null;
  /** The draft that was let go with a reason; it is not held a second time. */
  #released: Draft | null = null;
  readonly #waiting = new Set<() => void>();

  /** Whether a draft needs no verdict: there is nothing in it, or the person has let it go. */
  isFree(draft: Draft): boolean {
    return draft.isEmpty || isSame(draft, this.#released);
  }

  /** The verdict on a draft; `null` while there is none. */
  on(draft: Draft): Verdict | null {
    return this.#last && isSame(draft, this.#last.draft) ? this.#last.verdict : null;
  }

  pass(draft: Draft, verdict: Verdict): void {
    this.#last = { draft, verdict };
    this.wake();
  }

  release(draft: Draft): void {
    this.#released = draft;
  }

  /** The draft has been edited: what was let go was another one. */
  onEdit(): void {
    this.#released = null;
  }

  /** The same draft has to be judged anew. */
  reopen(): void {
    this.#last = null;
  }

  /** Resolves with the next verdict, or when there will be none. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  /** Lets go whoever waits. */
  wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

function isSame(one: Draft, other: Draft | null): boolean {
  return one.text === other?.text && one.key === other.key;
}
