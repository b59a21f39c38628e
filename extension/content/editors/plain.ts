// A contenteditable element without a known library, such as YouTube's comment box. The DOM is the model.

import { Editable } from "./editable";

export class Plain extends Editable {
  /** Neither Draft.js nor Lexical, as those are asked first. */
  static readonly marks =
    '[contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';
}
