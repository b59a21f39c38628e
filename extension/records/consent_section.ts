// The authorizations: which signed forms there are, by their ids, and whether one can be relied on. No names.

import type {
  Channel,
  ConsentDoubt,
  ConsentFault,
  ListedConsent,
  Purpose,
  RecordsAnswer,
  RecordsAsk,
} from "../content/messages";
import { find, message, setText } from "../pages/page";
import { row } from "./table_row";

const CHANNELS = {
  "social-media": "consents_channel_social_media",
  website: "consents_channel_website",
  print: "consents_channel_print",
  press: "consents_channel_press",
  teaching: "consents_channel_teaching",
} as const satisfies { [One in Channel]: string };
const PURPOSES = {
  education: "consents_purpose_education",
  marketing: "consents_purpose_marketing",
  testimonial: "consents_purpose_testimonial",
  fundraising: "consents_purpose_fundraising",
  training: "consents_purpose_training",
} as const satisfies { [One in Purpose]: string };
const DOUBTS = {
  unknown: "consents_doubt_unknown",
  revoked: "consents_doubt_revoked",
  expired: "consents_doubt_expired",
  "other-channel": "consents_doubt_other_channel",
  "other-purpose": "consents_doubt_other_purpose",
  "ends-soon": "consents_doubt_ends_soon",
} as const satisfies { [One in ConsentDoubt]: string };
const FAULTS = {
  "no-id": "consents_fault_no_id",
  "not-an-id": "consents_fault_not_an_id",
  name: "consents_fault_name",
  twice: "consents_fault_twice",
  "not-a-day": "consents_fault_not_a_day",
  full: "consents_fault_full",
} as const satisfies { [One in ConsentFault]: string };

export class ConsentSection {
  readonly #ask: (wish: RecordsAsk) => Promise<RecordsAnswer>;
  readonly #form = find("consent-form", HTMLFormElement);
  readonly #id = find("consent-id", HTMLInputElement);
  readonly #channel = find("consent-channel", HTMLSelectElement);
  readonly #purpose = find("consent-purpose", HTMLSelectElement);
  readonly #expires = find("consent-expires", HTMLInputElement);
  readonly #problem = find("consent-problem", HTMLElement);
  readonly #doubt = find("consent-doubt", HTMLElement);

  constructor(ask: (wish: RecordsAsk) => Promise<RecordsAnswer>) {
    this.#ask = ask;
    this.#channel.append(...options(CHANNELS));
    this.#purpose.append(...options(PURPOSES));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#add();
    });
    find("consent-check", HTMLElement).addEventListener("click", () => void this.#check());
    this.#form.addEventListener("input", () => this.#complain(""));
  }

  async refresh(): Promise<void> {
    this.#list(await this.#ask({ kind: "list-consents" }));
  }

  async #add(): Promise<void> {
    const { channel, purpose } = this.#place();
    const entry = { id: this.#id.value, channel, purpose, expires: this.#expires.value };
    const answer = await this.#ask({ kind: "add-consent", entry });
    if (answer.kind === "refused") {
      this.#complain(message(FAULTS[answer.fault]));
      (answer.fault === "not-a-day" ? this.#expires : this.#id).focus();
    } else if (answer.kind === "consents") {
      this.#form.reset();
      this.#id.focus();
      this.#list(answer);
    }
  }

  async #check(): Promise<void> {
    const answer = await this.#ask({ kind: "check-consent", consent: this.#id.value, ...this.#place() });
    if (answer.kind !== "doubt") return;
    const { doubt } = answer;
    this.#doubt.dataset["tone"] = doubt === null ? "well" : "findings";
    this.#doubt.hidden = false;
    setText(this.#doubt, standing(doubt));
  }

  #place(): { channel: Channel; purpose: Purpose } {
    // The options are the keys themselves.
    return { channel: this.#channel.value as Channel, purpose: this.#purpose.value as Purpose };
  }

  #complain(problem: string): void {
    setText(this.#problem, problem);
    if (problem === "") this.#id.removeAttribute("aria-invalid");
    else this.#id.setAttribute("aria-invalid", "true");
    this.#doubt.hidden = true;
  }

  #list(answer: RecordsAnswer): void {
    if (answer.kind !== "consents") return;
    const { consents } = answer;
    find("consents-none", HTMLElement).hidden = consents.length > 0;
    find("consents-list", HTMLElement).hidden = consents.length === 0;
    find("consents-rows", HTMLElement).replaceChildren(...consents.map((listed) => this.#row(listed)));
  }

  #row({ consent, doubt }: ListedConsent): HTMLElement {
    const { id, channel, purpose, expires, revoked } = consent;
    const said = document.createElement("span");
    said.className = doubt === null ? "" : "doubt";
    said.textContent = revoked === null ? standing(doubt) : message("consents_revoked_since", revoked);
    const changes = document.createElement("div");
    changes.className = "actions";
    if (revoked === null) {
      changes.append(this.#button("consents_revoke", id, { kind: "revoke-consent", consent: id }));
    }
    changes.append(this.#button("consents_remove", id, { kind: "remove-consent", consent: id }));
    return row([
      id,
      message(CHANNELS[channel]),
      message(PURPOSES[purpose]),
      expires ?? message("consents_no_end"),
      said,
      changes,
    ]);
  }

  #button(key: string, id: string, wish: RecordsAsk): HTMLButtonElement {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = message(key);
    made.setAttribute("aria-label", message("consents_change_which", message(key), id));
    made.addEventListener("click", async () => {
      this.#list(await this.#ask(wish));
      this.#id.focus();
    });
    return made;
  }
}

function standing(doubt: ConsentDoubt | null): string {
  return message(doubt === null ? "consents_valid" : DOUBTS[doubt]);
}

function options(all: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(all).map(([value, key]) => new Option(message(key), value));
}
