// Small visible notes of one composer: that a post was not checked, that a draft is too long or
// partly in a language that is not checked. One of each kind.

import { button, element, mark } from "./element";
import type { Layer } from "./layer";
import { say } from "./words";

export type NoteKind =
  | "not_checked"
  | "too_long"
  | "cooled_off"
  | "other_language"
  | "fix_refused"
  | "text_changed"
  | "too_long_for_site";

export class Notes {
  readonly #layer: Layer;
  readonly #shown = new Map<NoteKind, HTMLElement>();
  readonly #wanted = new Set<NoteKind>();

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  show(kind: NoteKind, ...values: readonly (string | number)[]): void {
    this.hide(kind);
    const note = element(
      "div",
      { class: "panel", role: "status" },
      mark(),
      element("span", { class: "text" }, say(`note_${kind}`, ...values)),
      button({ class: "close", "aria-label": say("close") }, "×", () => this.hide(kind)),
    );
    this.#shown.set(kind, note);
    this.#layer.addToTray(note);
  }

  /** Shows a note when it begins to hold and not again while it does: whoever closed it has read it. */
  keep(kind: NoteKind, holds: boolean): void {
    if (holds === this.#wanted.has(kind)) return;
    if (holds) {
      this.#wanted.add(kind);
      this.show(kind);
    } else {
      this.#wanted.delete(kind);
      this.hide(kind);
    }
  }

  hide(kind: NoteKind): void {
    this.#shown.get(kind)?.remove();
    this.#shown.delete(kind);
  }

  clear(): void {
    for (const note of this.#shown.values()) note.remove();
    this.#shown.clear();
    this.#wanted.clear();
  }
}
