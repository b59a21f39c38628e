// All that one composer shows in the tray: notes, the countdown, the offer of a safe answer, the question for consent.

import type { Announcer } from "./announcer";
import { Consent } from "./consent";
import { CoolOff } from "./cool_off";
import { DescribedNote } from "./described";
import type { Layer } from "./layer";
import type { Reply, SafeAnswer } from "./messages";
import { Notes } from "./notes";
import { Offer } from "./offer";
import type { ComposerSession } from "./session";

export type Report = Extract<Reply, { kind: "report" }>;

export class Chips {
  readonly notes: Notes;
  readonly coolOff: CoolOff;
  readonly consent: Consent;
  readonly #described: DescribedNote;
  readonly #session: ComposerSession;
  readonly #offer: Offer;
  /** Whether the person is at the draft, or has gone from there to a chip. */
  #isHere: boolean;
  /** What could be answered while nothing is written. */
  #answers: readonly SafeAnswer[] = [];

  constructor(session: ComposerSession, layer: Layer, announcer: Announcer) {
    this.#session = session;
    this.#isHere = session.editor.hasFocus();
    this.notes = new Notes(layer);
    this.coolOff = new CoolOff(layer, () => this.notes.show("cooled_off"));
    this.consent = new Consent(session, layer, announcer);
    this.#described = new DescribedNote(layer, announcer);
    this.#offer = new Offer(layer, announcer, (answer) => this.#write(answer));
  }

  onReport({ answers, unsupported, asksConsent }: Report): void {
    this.notes.hide("too_long");
    this.notes.hide("not_checked");
    this.notes.keep("other_language", unsupported.length > 0);
    this.#described.show(this.#session.described);
    this.consent.onAsked(asksConsent);
    this.#answers = answers;
    if (this.#isHere) this.#offer.show(answers);
  }

  onEdit(text: string): void {
    if (text.trim() === "") this.coolOff.end();
    else this.withdraw();
  }

  /** The person has come to the draft: only then is anything offered, as a page may show many empty boxes. */
  onCome(): void {
    this.#isHere = true;
    this.#offer.show(this.#answers);
  }

  onLeave(): void {
    this.#isHere = false;
    this.#offer.show([]);
  }

  /** Nothing is checked any longer. */
  onPause(): void {
    this.#described.show([]);
    this.withdraw();
  }

  /** There is nothing to offer any longer. */
  withdraw(): void {
    this.#answers = [];
    this.#offer.show([]);
  }

  clear(): void {
    this.notes.clear();
    this.coolOff.end();
    this.consent.clear();
    this.onPause();
  }

  /** Writes a safe answer into the draft, which holds nothing but perhaps empty lines. */
  #write({ text }: SafeAnswer): void {
    const { writer, editor } = this.#session;
    this.withdraw();
    void writer.put(editor.read(), { start: 0, end: 0 }, text);
  }
}
