// What changed between two states of a text: the stretch that was written over, and where it now ends.

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How a place stands to an edit, in the text as it is now. */
export type Moved = Range | "touched";

export class Edit {
  /** Where the new words end; the place where the person is writing. */
  readonly at: number;
  readonly #start: number;
  readonly #endBefore: number;
  readonly #shift: number;

  constructor(before: string, after: string) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && after.charCodeAt(head) === before.charCodeAt(head)) head += 1;
    let tail = 0;
    while (
      tail < shorter - head &&
      after.charCodeAt(after.length - 1 - tail) === before.charCodeAt(before.length - 1 - tail)
    ) {
      tail += 1;
    }
    this.at = after.length - tail;
    this.#start = head;
    this.#endBefore = before.length - tail;
    this.#shift = after.length - before.length;
  }

  /** The same words in the new text, unless the edit touched them. */
  moved({ start, end }: Range): Moved {
    if (end <= this.#start) return { start, end };
    if (start < this.#endBefore) return "touched";
    return { start: start + this.#shift, end: end + this.#shift };
  }

  /** The place of the same words in the new text, with what was written over some of them. */
  stretched({ start, end }: Range): Range {
    const isBehind = start >= this.#endBefore && end > this.#start;
    return {
      start: isBehind ? start + this.#shift : Math.min(start, this.#start),
      end: end <= this.#start ? end : Math.max(this.at, end + this.#shift),
    };
  }
}
