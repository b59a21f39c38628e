// Draft.js, which X and TikTok use. One div a paragraph; it renders the whole block anew on most keystrokes.

import { Editable } from "./editable";

export class DraftJs extends Editable {
  /** The class that the library itself puts on its editable node; no build hashes it. */
  static readonly marks = '.public-DraftEditor-content[contenteditable="true"]';

  /**
   * After the command Draft.js guesses from the text what has changed; where the words are a mention or begin with a
   * change of format, Chromium writes into the run before, and it guesses wrong. It does not guess when it is told.
   */
  protected override ways(): ((line: string) => void)[] {
    return [(line) => this.#tell(line), ...super.ways()];
  }

  /** The event of old that React still listens to in place of `beforeinput`. It cannot say that words are deleted. */
  #tell(line: string): void {
    if (line === "") return;
    const event = this.root.ownerDocument.createEvent("TextEvent");
    event.initTextEvent("textInput", true, true, window, line);
    this.root.dispatchEvent(event);
  }
}
