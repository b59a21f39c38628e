// Lexical, which Facebook, Instagram and Reddit use. One p a paragraph, a br for a line break inside one.

import { Editable } from "./editable";

export class Lexical extends Editable {
  /** The attribute that the library itself sets on its root. */
  static readonly marks = '[data-lexical-editor="true"][contenteditable="true"]';

  /**
   * The command sends no event in Chromium, so Lexical would have to guess from the text; where the words begin with
   * a change of format, Chromium writes into the run before, and it guesses wrong.
   */
  protected override ways(): ((line: string) => void)[] {
    return [(line) => line !== "" && this.announce(line), ...super.ways()];
  }
}
