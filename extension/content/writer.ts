// Writes into one draft what the person has chosen, through its editor, and says so where that did not work.

import type { Range } from "./edit";
import type { ComposerSession } from "./session";

export class Writer {
  readonly #session: ComposerSession;

  constructor(session: ComposerSession) {
    this.#session = session;
  }

  /** Puts one line in place of a part of the text, provided that it still is `text`; `null` says that it is not. */
  async put(text: string, place: Range | null, words: string): Promise<void> {
    const { editor, chips, composer } = this.#session;
    const { notes } = chips;
    const line = words.replace(/\s*[\r\n]+\s*/g, " ");
    const ended = place ? await editor.replace(text, place.start, place.end, line) : "changed-meanwhile";
    if (this.#session.isEnded) return;
    if (ended === "refused") notes.show("fix_refused");
    if (ended === "changed-meanwhile") notes.show("text_changed");
    const { longest } = composer.description;
    const length = text.length + line.length - (place ? place.end - place.start : 0);
    if (ended === "done" && longest !== undefined && length > longest) {
      notes.show("too_long_for_site", longest, composer.site.name);
    }
    this.#session.refresh();
  }
}
