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

/** One account on the screen. */
interface Entry {
  readonly group: HTMLFieldSetElement;
  readonly choices: Readonly<Record<Choice, HTMLInputElement>>;
  /** Asks for a choice where none has been made. */
  readonly hint: HTMLElement;
}

export class AccountList {
  readonly #root = find("accounts", HTMLElement);
  readonly #list = find("account-list", HTMLElement);
  readonly #onChoose: (account: KnownAccount) => Promise<boolean>;
  readonly #chosen = new Map<string | null, Chosen<AccountKind>>();
  #entries: readonly Entry[] = [];
  #shown = "";

  /** `onChoose` stores a choice, and answers whether that was done. */
  constructor(onChoose: (account: KnownAccount) => Promise<boolean>) {
    this.#onChoose = onChoose;
  }

  /** While a composer is open in the page, the first one is what a post would come from. */
  show(
    accounts: readonly KnownAccount[],
    page: PageState | null,
    isLocked: (account: KnownAccount) => boolean,
  ): void {
    const isActive = Boolean(page?.account);
    const site = page?.site_name ?? "";
    const locks = accounts.map(isLocked);
    const handles = accounts.map(({ handle }) => handle);
    // Choices are made anew only where there are others: a press that has begun on one would be lost.
    const key = JSON.stringify([handles, isActive, site, locks]);
    if (key !== this.#shown) {
      this.#shown = key;
      this.#root.hidden = accounts.length === 0;
      this.#entries = accounts.map((account, nth) => this.#entry(account, nth, isActive && nth === 0, site));
      const focused = document.activeElement?.id;
      this.#list.replaceChildren(...this.#entries.map(({ group }) => group));
      for (const [nth, { group }] of this.#entries.entries()) {
        if (!locks[nth]) continue;
        group.disabled = true;
        group.append(lockNote());
      }
      if (focused) document.getElementById(focused)?.focus();
    }
    for (const [nth, account] of accounts.entries()) this.#draw(account, nth, isActive && nth === 0);
  }

  #draw({ handle, account_kind: stored }: KnownAccount, nth: number, isActive: boolean): void {
    const entry = this.#entries[nth];
    if (!entry) return;
    const kind = this.#chosen.get(handle)?.over(stored) ?? stored;
    for (const [choice, input] of Object.entries(entry.choices)) input.checked = choice === kind;
    entry.hint.hidden = !isActive || kind !== "unknown";
  }

  #entry(account: KnownAccount, nth: number, isActive: boolean, site: string): Entry {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const handle = account.handle ?? message("popup_account_unnamed", site);
    legend.textContent = isActive ? message("popup_account_active", handle) : handle;
    const choices = {
      practice: this.#choice(account, nth, "practice"),
      personal: this.#choice(account, nth, "personal"),
    };
    const segments = document.createElement("div");
    segments.className = "segments";
    segments.append(label(choices.practice, "practice"), label(choices.personal, "personal"));
    const hint = document.createElement("p");
    hint.className = "quiet";
    hint.textContent = message("popup_account_ask");
    group.append(legend, segments, hint);
    return { group, choices, hint };
  }

  #choice({ site, handle }: KnownAccount, nth: number, kind: Choice): HTMLInputElement {
    const input = document.createElement("input");
    input.type = "radio";
    input.name = `account-${nth}`;
    input.id = `account-${nth}-${kind}`;
    input.addEventListener("change", () => this.#choose({ site, handle, account_kind: kind }));
    return input;
  }

  #choose(account: KnownAccount): void {
    const chosen = this.#chosen.get(account.handle) ?? new Chosen<AccountKind>();
    this.#chosen.set(account.handle, chosen);
    void chosen.choose(account.account_kind, this.#onChoose(account));
  }
}

function label(input: HTMLInputElement, kind: Choice): HTMLElement {
  const made = document.createElement("label");
  const word = document.createElement("span");
  word.textContent = message(CHOICES[kind]);
  made.append(input, word);
  return made;
}
