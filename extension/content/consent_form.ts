// The consent card: asks for the record of a written authorization and for what else is true of who is shown. Holds a
// number and a day, and no name and nothing of the post.

import { button, element, mark } from "./element";
import type { Panel } from "./layer";
import { type ConsentDoubt, type ConsentRefusal, LONGEST_RECORD, type Consent as Said } from "./messages";
import { say, sayDoubt } from "./words";

export interface ConsentActions {
  /** To be noted; once the person has been warned of what speaks against it, all the same. */
  onSave(said: Said, warned: "warned" | "not-warned"): void;
  /** The person wants it closed. */
  onLeave(): void;
  /** It has been closed. */
  onClose(focus: "back-to-editor" | "leave-focus"): void;
}

/** Why it cannot be saved as it stands. */
type Fault = ConsentRefusal | "expired";

export class ConsentForm implements Panel {
  readonly root: HTMLElement;
  readonly arrows = "leave";
  readonly #actions: ConsentActions;
  readonly #record: HTMLInputElement;
  readonly #expires: HTMLInputElement;
  readonly #hidden: HTMLInputElement;
  readonly #agreed: HTMLInputElement;
  readonly #teaches: HTMLInputElement;
  readonly #fault = element("p", { class: "fault", id: "fault", role: "alert" });
  readonly #save = button({ class: "primary" }, say("consent_save"), () => this.#onSave());
  /** What the person was warned of. */
  #warnedOf = "";

  constructor(said: Said, actions: ConsentActions) {
    this.#actions = actions;
    const { record = "", expires = "" } = said.authorization ?? {};
    this.#record = field("text", record);
    this.#record.setAttribute("maxlength", String(LONGEST_RECORD));
    this.#record.setAttribute("autocomplete", "off");
    this.#record.setAttribute("data-first", "");
    this.#expires = field("date", expires);
    this.#expires.setAttribute("min", today());
    this.#hidden = box(said.identity_hidden);
    this.#agreed = box(said.everyone_agreed);
    this.#teaches = box(said.educational);
    const card = element(
      "section",
      {
        class: "panel hold",
        role: "dialog",
        "aria-modal": "true",
        "aria-labelledby": "title",
        "aria-describedby": "text",
      },
      element("div", { class: "head" }, mark(), element("h2", { id: "title" }, say("consent_title"))),
      element("p", { class: "why", id: "text" }, say("consent_text")),
      element(
        "fieldset",
        { class: "reasons" },
        element("legend", {}, say("consent_written")),
        element("label", {}, say("consent_record"), this.#record),
        element("label", {}, say("consent_expires"), this.#expires),
      ),
      element(
        "fieldset",
        { class: "reasons" },
        element("legend", {}, say("consent_besides")),
        element("label", {}, this.#hidden, say("consent_hidden")),
        element("label", {}, this.#agreed, say("consent_agreed")),
        element("label", {}, this.#teaches, say("consent_teaches")),
      ),
      this.#fault,
      element(
        "div",
        { class: "row" },
        this.#save,
        button({}, say("consent_leave"), () => actions.onLeave()),
      ),
    );
    this.root = element("div", { class: "veil" }, card);
  }

  /** All that it says now. */
  get said(): Said {
    const [record, expires] = [this.#record.value.trim(), this.#expires.value];
    return {
      authorization: record === "" && expires === "" ? null : { record, expires },
      identity_hidden: this.#hidden.checked,
      everyone_agreed: this.#agreed.checked,
      educational: this.#teaches.checked,
    };
  }

  /** Says what speaks against the authorization that is named; the person may know better. */
  warn(doubt: ConsentDoubt): void {
    this.#warnedOf = JSON.stringify(this.said);
    this.#fault.textContent = sayDoubt(doubt);
    this.#save.textContent = say("consent_anyway");
  }

  /** Says why it was not taken, at the field that has to be mended. */
  refuse(fault: Fault): void {
    this.#warnedOf = "";
    this.#save.textContent = say("consent_save");
    this.#fault.textContent = say(`consent_fault_${fault.replaceAll("-", "_")}`);
    const wrong = fault === "no-number" || fault === "holds-name" ? this.#record : this.#expires;
    for (const input of [this.#record, this.#expires]) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    wrong.setAttribute("aria-invalid", "true");
    wrong.setAttribute("aria-describedby", "fault");
    wrong.focus();
  }

  close(focus: "back-to-editor" | "leave-focus"): void {
    this.#actions.onClose(focus);
  }

  #onSave(): void {
    const { said } = this;
    // Days that are written alike come in the order of their letters.
    const isExpired = said.authorization && said.authorization.expires < today();
    if (isExpired && said.authorization?.expires !== "") this.refuse("expired");
    else this.#actions.onSave(said, this.#warnedOf === JSON.stringify(said) ? "warned" : "not-warned");
  }
}

function field(type: "text" | "date", value: string): HTMLInputElement {
  const made = element("input", { type });
  made.value = value;
  return made;
}

function box(isChecked: boolean): HTMLInputElement {
  const made = element("input", { type: "checkbox" });
  made.checked = isChecked;
  return made;
}

/** The day by the person's own clock, as a date field writes it. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
