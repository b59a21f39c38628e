// The practice's own words: to flag or to allow, judged while they are typed.

import type { OwnPhrase, Severity, Treatment } from "../content/messages";
import type { Desk, SettingsReply } from "../pages/desk";
import { isLocked, lockNote } from "../pages/lock";
import { find, message, setText } from "../pages/page";
import { make, press, sayFault } from "./parts";

export class Words {
  readonly #desk: Desk;
  readonly #phrase = find("words-phrase", HTMLInputElement);
  readonly #treated = find("words-treated", HTMLSelectElement);
  readonly #severity = find("words-severity", HTMLSelectElement);
  readonly #message = find("words-message", HTMLInputElement);
  readonly #problem = find("words-problem", HTMLElement);
  readonly #add = find("words-add", HTMLButtonElement);
  #locked = false;
  #shown = "";

  constructor(desk: Desk) {
    this.#desk = desk;
    const form = find("words", HTMLFormElement);
    form.addEventListener("input", () => void this.#judge());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  show(reply: SettingsReply): void {
    this.#locked = isLocked(reply, "words");
    for (const field of [this.#phrase, this.#treated, this.#severity, this.#message]) {
      field.disabled = this.#locked;
    }
    // Rows that are made anew lose the focus, and a press that has begun on one.
    const shown = JSON.stringify([reply.settings.words, this.#locked]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      const rows = reply.settings.words.map((phrase) => this.#row(phrase));
      const note = this.#locked ? [make("li", "", lockNote())] : [];
      find("words-list", HTMLElement).replaceChildren(...note, ...rows);
    }
    void this.#judge();
  }

  #typed(): OwnPhrase {
    return {
      phrase: this.#phrase.value,
      treated: this.#treated.value as Treatment,
      severity: this.#severity.value as Severity,
      message: this.#message.value,
    };
  }

  /** Nobody is scolded for a word that has not been begun. */
  async #judge(): Promise<void> {
    const phrase = this.#typed();
    const answer = await this.#desk.ask({ kind: "judge-phrase", phrase });
    if (answer.kind !== "judged" || phrase.phrase !== this.#phrase.value) return;
    const isBegun = phrase.phrase.trim() !== "";
    setText(this.#problem, isBegun ? answer.faults.map(sayFault).join(" ") : "");
    this.#add.disabled = this.#locked || answer.faults.length > 0;
  }

  async #submit(): Promise<void> {
    if (this.#add.disabled) return;
    const answer = await this.#desk.change({ kind: "add-phrase", phrase: this.#typed() });
    if (answer.kind === "refused") setText(this.#problem, answer.faults.map(sayFault).join(" "));
    if (answer.kind !== "done") return;
    this.#phrase.value = "";
    this.#message.value = "";
    this.#phrase.focus();
    void this.#judge();
  }

  #row({ phrase, treated, severity, message: reason }: OwnPhrase): HTMLElement {
    const kind = treated === "allow" ? message("options_words_allow") : message(`page_severity_${severity}`);
    const row = make("li", "", make("span", "", message("options_words_entry", phrase, kind)));
    if (reason !== "") row.append(make("span", "quiet", reason));
    if (!this.#locked) {
      row.append(
        press(message("options_remove"), phrase, () => {
          void this.#desk.change({ kind: "remove-phrase", phrase, treated });
        }),
      );
    }
    return row;
  }
}
