// Lexical, which Facebook, Instagram and Reddit use. One p a paragraph, a br for a line break inside one.

import { Editable } from "./editable";

export class Lexical extends Editable {
  /** The attribute that the library itself sets on its root. */
  static readonly marks = '[data-lexical-editor="true"][contenteditable="true"]';
}
