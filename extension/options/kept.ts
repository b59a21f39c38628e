// What has been said while writing: whose accounts they are, and what was dismissed. All of it can be undone.

import type { AccountKind, KnownAccount, RuleCard } from "../content/messages";
import type { Desk, Ready, SettingsReply } from "../pages/desk";
import { isAccountLocked, lockNote } from "../pages/lock";
import { find, message } from "../pages/page";
import { siteName } from "../pages/sites";
import { make, press } from "./parts";

export class Kept {
  readonly #desk: Desk;
  #catalog: readonly RuleCard[] = [];
  #shown = "";

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  begin({ catalog }: Ready): void {
    this.#catalog = catalog;
  }

  show(reply: SettingsReply): void {
    const { accounts, dismissed } = reply.settings;
    // Rows that are made anew lose the focus, and a press that has begun on one.
    const shown = JSON.stringify([accounts, dismissed, reply.locks, this.#catalog.length]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    find("accounts-none", HTMLElement).hidden = accounts.length > 0;
    find("accounts", HTMLElement).replaceChildren(...accounts.map((known) => this.#account(known, reply)));
    const words = dismissed.words.map(({ rule, digest, day }) =>
      this.#dismissal(message("options_dismissed_words", this.#name(rule)), day, () => {
        void this.#desk.change({ kind: "undismiss-words", rule, digest });
      }),
    );
    const sites = dismissed.sites.map(({ rule, site, day }) =>
      this.#dismissal(message("options_dismissed_rule", this.#name(rule), siteName(site)), day, () => {
        void this.#desk.change({ kind: "undismiss-rule", rule, site });
      }),
    );
    find("dismissed-none", HTMLElement).hidden = words.length + sites.length > 0;
    find("dismissed", HTMLElement).replaceChildren(...words, ...sites);
  }

  #name(code: string): string {
    const card = this.#catalog.find((card) => card.code === code);
    return card ? `${code} ${card.summary}` : code;
  }

  #account({ site, handle, account_kind }: KnownAccount, reply: SettingsReply): HTMLElement {
    const name = handle ?? message("options_accounts_unnamed");
    const label = message("options_accounts_entry", name, siteName(site));
    const select = make("select", "");
    for (const kind of ["practice", "personal"] as const) {
      const option = make("option", "", message(`popup_account_${kind}`));
      option.value = kind;
      select.append(option);
    }
    select.value = account_kind;
    const change = async (accountKind: AccountKind) => {
      const isStored = await this.#desk.stores({ kind: "account", site, handle, accountKind });
      if (!isStored) select.value = account_kind;
    };
    select.addEventListener("change", () => void change(select.value as AccountKind));
    select.disabled = isAccountLocked(reply, site, handle);
    const row = make("li", "", make("label", "field", label, select));
    row.append(
      select.disabled ? lockNote() : press(message("options_forget"), label, () => void change("unknown")),
    );
    return row;
  }

  #dismissal(reach: string, day: string, undo: () => void): HTMLElement {
    const row = make("li", "", make("span", "", reach));
    if (day !== "") row.append(make("span", "quiet", message("options_dismissed_day", day)));
    row.append(press(message("options_undo"), reach, undo));
    return row;
  }
}
