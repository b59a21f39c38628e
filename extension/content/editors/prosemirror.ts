// ProseMirror, bare or as TipTap, which Bluesky and LinkedIn's comments use. One p a paragraph; mentions are atoms.

import { Editable } from "./editable";

export class Prosemirror extends Editable {
  /** The class that the library itself puts on its editable node. */
  static readonly marks = '.ProseMirror[contenteditable="true"]';
}
