// The toolbar popup: what is going on in this tab, whose account it is, and the office's own words for the fixes.

import type { AccountKind } from "../content/messages";
import { Desk, type SettingsReply } from "../pages/desk";
import { OfficeForm } from "../pages/office_form";
import { find, message, setText, speak } from "../pages/page";
import { off, type Status, statusOf } from "./status";
import { lookAtTab, type Tab } from "./tab";

speak();

class Popup {
  readonly #desk: Desk;
  readonly #office = new OfficeForm(() => this.#desk);
  readonly #account = find("account", HTMLElement);
  readonly #choices = {
    practice: find("account-practice", HTMLInputElement),
    personal: find("account-personal", HTMLInputElement),
  };
  readonly #siteOn = find("site-on", HTMLInputElement);
  #tab: Tab = "asked";
  #accountKind: AccountKind = "unknown";
  #reply: SettingsReply | null = null;
  #isStorageFailing = false;

  constructor() {
    for (const kind of ["practice", "personal"] as const) {
      this.#choices[kind].addEventListener("change", () => this.#choose(kind));
    }
    this.#siteOn.addEventListener("change", () => this.#switchSite());
    find("notice-close", HTMLElement).addEventListener("click", () => {
      this.#desk.tell({ kind: "close-notice" });
    });
    // The background's news: a page has begun or ended checking, or found something.
    chrome.runtime.onMessage.addListener(() => void this.#look());
    this.#desk = new Desk({
      onSettings: (reply) => {
        this.#reply = reply;
        this.#office.show(reply);
        void this.#look();
      },
      onStorageFailing: () => {
        this.#isStorageFailing = true;
        this.#show();
      },
      onBroken: () => this.#showStatus(off(message("popup_status_broken_detail"))),
    });
  }

  async #look(): Promise<void> {
    const tab = await lookAtTab();
    const account = typeof tab === "object" ? tab.account : null;
    if (account) {
      const answer = await this.#desk.ask({ kind: "account-kind", account });
      if (answer.kind === "account-kind") this.#accountKind = answer.accountKind;
    }
    this.#tab = tab;
    this.#show();
  }

  #choose(accountKind: AccountKind): void {
    const account = typeof this.#tab === "object" ? this.#tab.account : null;
    if (account) void this.#desk.change({ kind: "account", ...account, accountKind });
  }

  #switchSite(): void {
    if (typeof this.#tab !== "object") return;
    const switched = this.#siteOn.checked ? "on" : "off";
    void this.#desk.change({ kind: "site", site: this.#tab.site, switched });
  }

  #show(): void {
    const status = statusOf(this.#tab, this.#reply?.settings ?? null);
    this.#showStatus(
      this.#isStorageFailing ? { ...status, detail: message("popup_storage_problem") } : status,
    );
    this.#showNotice();
    this.#showAccount();
    this.#showSite();
  }

  #showStatus({ heading, detail, tone }: Status): void {
    setText(find("status-heading", HTMLElement), heading);
    setText(find("status-detail", HTMLElement), detail);
    find("status", HTMLElement).dataset["tone"] = tone;
  }

  #showNotice(): void {
    const problem = this.#reply?.notice ?? null;
    setText(find("notice-problem", HTMLElement), problem ?? "");
    find("notice", HTMLElement).hidden = problem === null;
  }

  #showAccount(): void {
    const page = typeof this.#tab === "object" ? this.#tab : null;
    this.#account.hidden = !page?.account;
    if (!page?.account) return;
    const { handle } = page.account;
    const label =
      handle === null
        ? message("popup_account_unnamed", page.site_name)
        : message("popup_account_label", handle);
    setText(find("account-label", HTMLElement), label);
    for (const kind of ["practice", "personal"] as const) {
      this.#choices[kind].checked = this.#accountKind === kind;
    }
    const hint = this.#accountKind === "unknown" ? message("popup_account_ask") : "";
    setText(find("account-hint", HTMLElement), hint);
  }

  #showSite(): void {
    const page = typeof this.#tab === "object" ? this.#tab : null;
    find("site", HTMLElement).hidden = !page || !this.#reply;
    if (!page || !this.#reply) return;
    setText(find("site-label", HTMLElement), message("popup_site_switch", page.site_name));
    this.#siteOn.checked = !this.#reply.settings.sites_off.includes(page.site);
  }
}

new Popup();
