// The office's profile: saved while it is typed, with what cannot be used said beside it.

import type { Locale, OfficeField } from "../content/messages";
import type { Desk, SettingsReply } from "../pages/desk";
import { isLocked } from "../pages/lock";
import { find, message, setText } from "../pages/page";
import { SavedChoice } from "../pages/saved_choice";
import { SavedField } from "../pages/saved_field";
import { make, sayFault } from "./parts";

/** In order; of a list, an entry a line. */
const FIELDS = {
  practice: "office_practice",
  phone: "office_phone",
  contact: "office_contact",
  hours: "options_office_hours",
  portal: "options_office_portal",
  address: "options_office_address",
  phones: "options_office_phones",
  contacts: "options_office_contacts",
  staff: "options_office_staff",
} as const satisfies Record<OfficeField, string>;
const LISTS: readonly OfficeField[] = ["phones", "contacts", "staff"];

interface Field {
  readonly name: OfficeField;
  readonly saved: SavedField;
  readonly problem: HTMLElement;
  readonly lock: HTMLElement;
}

export class Office {
  readonly #fields: readonly Field[];
  readonly #locale = find("locale", HTMLSelectElement);
  readonly #place: SavedChoice<Locale>;

  constructor(desk: Desk) {
    this.#fields = (Object.keys(FIELDS) as OfficeField[]).map((name) => this.#field(name, desk));
    this.#place = new SavedChoice<Locale>(this.#locale, (locale) => desk.stores({ kind: "locale", locale }));
  }

  /** Shows what is stored, except where the person is typing. */
  show(reply: SettingsReply): void {
    const { settings, faults } = reply;
    for (const { name, saved, problem, lock } of this.#fields) {
      const path = `office.${name}`;
      const value = settings.office[name];
      saved.show(typeof value === "string" ? value : value.join("\n"));
      const locked = isLocked(reply, path);
      saved.input.disabled = locked;
      setText(lock, locked ? message("options_locked") : "");
      const wrong = faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}[`));
      setText(problem, [...new Set(wrong.map(sayFault))].join(" "));
      saved.input.setAttribute("aria-invalid", String(wrong.length > 0));
    }
    this.#place.show(settings.locale ?? "us");
    this.#locale.disabled = isLocked(reply, "locale");
  }

  #field(name: OfficeField, desk: Desk): Field {
    const isList = LISTS.includes(name);
    const input = isList ? make("textarea", "") : make("input", "");
    input.id = `office-${name}`;
    input.disabled = true;
    input.maxLength = isList ? 20_000 : 200;
    const problem = make("span", "problem");
    problem.id = `office-${name}-problem`;
    problem.role = "status";
    const lock = make("span", "lock");
    input.setAttribute("aria-describedby", problem.id);
    const label = make("label", "", message(FIELDS[name]));
    label.htmlFor = input.id;
    find("office", HTMLElement).append(
      make("div", name === "staff" ? "field wide" : "field", label, input, lock, problem),
    );
    const saved = new SavedField(input, (typed) => void desk.change({ kind: "office", field: name, typed }));
    return { name, saved, problem, lock };
  }
}
