// The office's own words, as the welcome page asks for them: saved while they are typed.

import type { OfficeField, PhoneEntry } from "../content/messages";
import type { Desk, SettingsReply } from "./desk";
import { isLocked, lockNote } from "./lock";
import { find, message, setText } from "./page";
import { SavedField } from "./saved_field";

const FIELDS = ["practice", "phone", "contact"] as const satisfies readonly OfficeField[];

export class OfficeForm {
  readonly #desk: () => Desk;
  readonly #fields = FIELDS.map((name) => {
    const input = find(`office-${name}`, HTMLInputElement);
    const lock = lockNote();
    lock.hidden = true;
    input.after(lock);
    return { name, lock, saved: new SavedField(input, (typed) => void this.#save(name, typed)) };
  });
  readonly #phone = find("office-phone", HTMLInputElement);
  readonly #problem = find("office-phone-problem", HTMLElement);
  readonly #saved = find("office-saved", HTMLElement);
  #entry: PhoneEntry = "empty";
  #isLeft = true;

  constructor(desk: () => Desk) {
    this.#desk = desk;
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
    for (const { name, lock, saved } of this.#fields) {
      saved.show(settings.office[name]);
      saved.input.disabled = isLocked(reply, `office.${name}`);
      lock.hidden = !saved.input.disabled;
    }
    this.#entry = phone;
    this.#judge();
  }

  async #save(field: OfficeField, typed: string): Promise<void> {
    const answer = await this.#desk().change({ kind: "office", field, typed });
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
