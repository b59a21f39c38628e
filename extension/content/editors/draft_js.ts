// Draft.js, which X and TikTok use. One div a paragraph; it renders the whole block anew on most keystrokes.

import { Editable } from "./editable";

export class DraftJs extends Editable {
  /** The class that the library itself puts on its editable node; no build hashes it. */
  static readonly marks = '.public-DraftEditor-content[contenteditable="true"]';
}
