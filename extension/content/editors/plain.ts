// A contenteditable element without a known library, such as YouTube's comment box, or a block on Tumblr.

import { Editable } from "./editable";

export class Plain extends Editable {
  /** Neither Draft.js nor Lexical, as those are asked first. */
  static readonly marks =
    '[contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';

  /**
   * WordPress' block editor begins a step of undo where it hears of a correction; else one undo would take what was typed
   * before along with the fix. Others may make the change themselves.
   */
  protected override ways(): ((line: string) => void)[] {
    return [
      (line) => {
        if (this.announce(line)) this.command(line);
      },
    ];
  }
}
