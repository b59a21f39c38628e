// Slate. Every run of text stands in wrappers with marks of its own, and an empty line holds a zero-width character.

import { Editable } from "./editable";

export class Slate extends Editable {
  /** The attribute that the library itself sets on its root. */
  static readonly marks = '[data-slate-editor="true"][contenteditable="true"]';

  /** It follows the selection ten times a second, and takes what comes sooner into the last step of undo. */
  protected override get selectionLag(): number {
    return 120;
  }

  /** The command sends no event in Chromium, and Slate does not look at the text afterwards. */
  protected override ways(): ((line: string) => void)[] {
    return [(line) => line !== "" && this.announce(line), ...super.ways()];
  }
}
