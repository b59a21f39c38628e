// The accounts seen on this site, the active one first, each with the choice whose it is.

import type { AccountKind, KnownAccount, PageState } from "../content/messages";
import { Chosen } from "../pages/chosen";
import { lockNote } from "../pages/lock";
import { find, message } from "../pages/page";

const CHOICES = {
  practice: "popup_account_practice",
  personal: "popup_account_personal",
} as const satisfies Partial<Record<AccountKind, string>>;
type Choice = keyof typeof CHOICES;

export class AccountList {
  readonly #root = find("accounts", HTMLElement);
  readonly #list = find("account-list", HTMLElement);
  readonly #onChoose: (account: KnownAccount) => Promise<boolean>;
  readonly #chosen = new Map<string | null, Chosen<AccountKind>>();
  #shown = "";

  /** `onChoose` stores a choice, and answers whether that was done. */
  constructor(onChoose: (account: KnownAccount) => Promise<boolean>) {
    this.#onChoose = onChoose;
  }

  /** While a composer is open in the page, the first one is what a post would come from. */
  show(
    stored: readonly KnownAccount[],
    page: PageState | null,
    isLocked: (account: KnownAccount) => boolean,
  ): void {
    const accounts = stored.map((account) => {
      const kind = this.#chosen.get(account.handle)?.over(account.account_kind) ?? account.account_kind;
      return { ...account, account_kind: kind };
    });
    const isActive = Boolean(page?.account);
    const site = page?.site_name ?? "";
    const locks = accounts.map(isLocked);
    const key = JSON.stringify([accounts, isActive, site, locks]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#root.hidden = accounts.length === 0;
    const focused = document.activeElement?.id;
    this.#list.replaceChildren(
      ...accounts.map((account, nth) => {
        const entry = this.#entry(account, nth, isActive && nth === 0, site);
        if (locks[nth]) {
          entry.disabled = true;
          entry.append(lockNote());
        }
        return entry;
      }),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  #entry(account: KnownAccount, nth: number, isActive: boolean, site: string): HTMLFieldSetElement {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const handle = account.handle ?? message("popup_account_unnamed", site);
    legend.textContent = isActive ? message("popup_account_active", handle) : handle;
    const segments = document.createElement("div");
    segments.className = "segments";
    segments.append(this.#choice(account, nth, "practice"), this.#choice(account, nth, "personal"));
    group.append(legend, segments);
    if (isActive && account.account_kind === "unknown") {
      const hint = document.createElement("p");
      hint.className = "quiet";
      hint.textContent = message("popup_account_ask");
      group.append(hint);
    }
    return group;
  }

  #choice(account: KnownAccount, nth: number, kind: Choice): HTMLElement {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = `account-${nth}`;
    input.id = `account-${nth}-${kind}`;
    input.checked = account.account_kind === kind;
    input.addEventListener("change", () => this.#choose({ ...account, account_kind: kind }));
    const word = document.createElement("span");
    word.textContent = message(CHOICES[kind]);
    label.append(input, word);
    return label;
  }

  #choose(account: KnownAccount): void {
    const chosen = this.#chosen.get(account.handle) ?? new Chosen<AccountKind>();
    this.#chosen.set(account.handle, chosen);
    void chosen.choose(account.account_kind, this.#onChoose(account));
  }
}
