// The office's own words, as several pages ask for them: saved while they are typed.

import type { OfficeField, PhoneEntry } from "../content/messages";
import type { Desk, SettingsReply } from "./desk";
import { isLocked } from "./lock";
import { find, message, setText } from "./page";

const FIELDS = ["practice", "phone", "contact"] as const satisfies readonly OfficeField[];

export class OfficeForm {
  readonly #desk: () => Desk;
  readonly #inputs = FIELDS.map((field) => ({ field, input: find(`office-${field}`, HTMLInputElement) }));
  readonly #phone = find("office-phone", HTMLInputElement);
  readonly #problem = find("office-phone-problem", HTMLElement);
  readonly #saved = find("office-saved", HTMLElement);
  #entry: PhoneEntry = "empty";
  #isLeft = true;

  constructor(desk: () => Desk) {
    this.#desk = desk;
    for (const { field, input } of this.#inputs)
      input.addEventListener("input", () => this.#save(field, input));
    this.#phone.addEventListener("input", () => {
      this.#isLeft = false;
    });
    this.#phone.addEventListener("change", () => {
      this.#isLeft = true;
      this.#judge();
    });
  }

  /** Shows what is stored, except where the person is typing. */
  show(reply: SettingsReply): void {
    const { settings, phone } = reply;
    let locked = 0;
    for (const { field, input } of this.#inputs) {
      if (input.disabled || document.activeElement !== input) input.value = settings.office[field];
      input.disabled = isLocked(reply, `office.${field}`);
      locked += Number(input.disabled);
    }
    find("office-lock", HTMLElement).hidden = locked === 0;
    this.#entry = phone;
    this.#judge();
  }

  async #save(field: OfficeField, input: HTMLInputElement): Promise<void> {
    const answer = await this.#desk().change({ kind: "office", field, typed: input.value });
    if (answer.kind === "done") setText(this.#saved, message("office_saved"));
  }

  /** Nobody is scolded while still typing: the complaint comes on leaving and goes as soon as it is met. */
  #judge(): void {
    if (this.#entry !== "too-short") {
      setText(this.#problem, "");
      this.#phone.removeAttribute("aria-invalid");
    } else if (this.#isLeft) {
      setText(this.#problem, message("office_phone_problem"));
      this.#phone.setAttribute("aria-invalid", "true");
    }
  }
}
