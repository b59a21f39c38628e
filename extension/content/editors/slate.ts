// Slate. Every run of text stands in wrappers with marks of its own, and an empty line holds a zero-width character.

import { Editable } from "./editable";

export class Slate extends Editable {
  /** The attribute that the library itself sets on its root. */
  static readonly marks = '[data-slate-editor="true"][contenteditable="true"]';
}
