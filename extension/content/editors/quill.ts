// Quill, of either major version, which LinkedIn uses. One p a line; it writes its model into the DOM a moment later.

import { Editable } from "./editable";

export class Quill extends Editable {
  /** The class that the library itself puts on its editable node. */
  static readonly marks = '.ql-editor[contenteditable="true"]';
}
