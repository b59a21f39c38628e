// The toolbar popup: what is going on in this tab, what is open there, whose accounts write there, and what to switch.

import type {
  Change,
  Checking,
  DeskReply,
  Diagnosis,
  KnownAccount,
  OpenFinding,
  Switch,
} from "../content/messages";
import { Chosen } from "../pages/chosen";
import { copies } from "../pages/clipboard";
import { Desk, type SettingsReply } from "../pages/desk";
import { isAccountLocked, isLocked } from "../pages/lock";
import { find, message, setText, speak } from "../pages/page";
import { AccountList } from "./account_list";
import { linesOf } from "./diagnosis";
import { FindingList } from "./finding_list";
import { allow, hostToAllow, takeBack } from "./host";
import { off, type Status, statusOf, WAITING } from "./status";
import { askPage, lookAtTab, type Tab } from "./tab";

speak();

type Known = Extract<DeskReply, { kind: "tab" }>;

class Popup {
  readonly #desk: Desk;
  readonly #findings = new FindingList((finding) => void this.#open(finding));
  readonly #accounts = new AccountList((account) => this.#choose(account));
  readonly #siteOn = find("site-on", HTMLInputElement);
  readonly #isSiteOn = new Chosen<boolean>();
  readonly #tabOn = find("tab-on", HTMLInputElement);
  readonly #isTabOn = new Chosen<boolean>();
  #tab: Tab | null = null;
  #known: Known | null = null;
  #reply: SettingsReply | null = null;
  #isStorageFailing = false;
  #looks = 0;

  constructor() {
    this.#siteOn.addEventListener("change", () => this.#switchSite());
    this.#tabOn.addEventListener("change", () => void this.#switchTab());
    find("grant-host", HTMLElement).addEventListener("click", () => this.#allow());
    find("revoke-host", HTMLElement).addEventListener("click", () => this.#takeBack());
    find("diagnosis-copy", HTMLElement).addEventListener("click", () => void this.#copyDiagnosis());
    find("notice-close", HTMLElement).addEventListener("click", () => {
      this.#desk.tell({ kind: "close-notice" });
    });
    // The background's news: a page has begun or ended checking, or found something.
    chrome.runtime.onMessage.addListener(() => void this.#look());
    this.#desk = new Desk({
      onSettings: (reply) => {
        this.#reply = reply;
        void this.#look();
      },
      onStorageFailing: () => {
        this.#isStorageFailing = true;
        this.#show();
      },
      onBroken: () => this.#showStatus(off(message("popup_status_broken_detail"))),
    });
  }

  /** Asks the page and the background; of several looks at once, the last one counts. */
  async #look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const tab = await lookAtTab();
    const known = tab && (await this.#lookUp(tab));
    if (look !== this.#looks) return;
    this.#tab = tab;
    this.#known = known;
    this.#show();
  }

  async #lookUp({ id, page }: Tab): Promise<Known | null> {
    const site = page?.site ?? null;
    const account = page?.account ?? null;
    const answer = await this.#desk.ask({ kind: "look-at-tab", tab: id, site, account });
    return answer.kind === "tab" ? answer : null;
  }

  /** Shows the card in the page, which has the focus as soon as the popup is gone. */
  async #open({ composer, rule, start }: OpenFinding): Promise<void> {
    if (this.#tab) await askPage(this.#tab.id, { kind: "open-finding", composer, rule, start });
    window.close();
  }

  #choose({ site, handle, account_kind: accountKind }: KnownAccount): Promise<boolean> {
    return this.#change({ kind: "account", site, handle, accountKind });
  }

  #switchSite(): void {
    const site = this.#tab?.page?.site;
    if (site === undefined) return;
    const storing = this.#change({ kind: "site", site, switched: switched(this.#siteOn) });
    void this.#isSiteOn.choose(this.#siteOn.checked, storing);
  }

  /** Answers whether it is stored; where not, things are shown as they are. */
  async #change(change: Change): Promise<boolean> {
    const isStored = await this.#desk.stores(change);
    if (!isStored) void this.#look();
    return isStored;
  }

  async #switchTab(): Promise<void> {
    if (!this.#tab) return;
    const asked = this.#desk.ask({ kind: "switch-tab", tab: this.#tab.id, switched: switched(this.#tabOn) });
    await this.#isTabOn.choose(
      this.#tabOn.checked,
      asked.then(({ kind }) => kind === "done"),
    );
    await this.#look();
  }

  /** The browser asks the person now, and closes the popup over it; nothing may come between the press and this. */
  #allow(): void {
    const host = this.#tab && hostToAllow(this.#tab);
    if (host !== null) void allow(host);
  }

  #takeBack(): void {
    const host = this.#tab?.page?.granted_host;
    if (host) void takeBack(host);
  }

  async #copyDiagnosis(): Promise<void> {
    if (!this.#tab?.page) return;
    const { id, page } = this.#tab;
    const diagnosis = await askPage<Diagnosis>(id, { kind: "diagnose", frame: page.frame });
    const isCopied = diagnosis !== undefined && (await copies(linesOf(diagnosis, this.#isUnguarded)));
    const outcome = message(isCopied ? "popup_diagnosis_copied" : "popup_diagnosis_not_copied");
    const copied = find("diagnosis-copied", HTMLElement);
    // Emptied first, so that the same outcome is said again.
    copied.textContent = "";
    copied.textContent = outcome;
  }

  #show(): void {
    const status = this.#status();
    this.#showStatus(
      this.#isStorageFailing ? { ...status, detail: message("popup_storage_problem") } : status,
    );
    this.#showNotice();
    const page = this.#tab?.page ?? null;
    this.#findings.show(page?.findings ?? []);
    const reply = this.#reply;
    this.#accounts.show(this.#known?.accounts ?? [], page, ({ site, handle }) =>
      Boolean(reply && isAccountLocked(reply, site, handle)),
    );
    find("diagnosis", HTMLElement).hidden = page?.checking !== "not-checking-here" && !this.#isUnguarded;
    this.#showGrant();
    this.#showSwitches();
  }

  get #isUnguarded(): boolean {
    return this.#known?.isUnguarded ?? false;
  }

  #status(): Status {
    if (!this.#reply || !this.#known) return WAITING;
    const page = this.#tab?.page;
    return page
      ? statusOf(page, this.#checking(page.site, page.checking), this.#isUnguarded)
      : off(message("popup_status_no_site_detail"));
  }

  #checking(site: string, checking: Checking): Checking {
    if (this.#reply?.settings.sites_off.includes(site)) return "paused";
    return this.#known?.isPaused ? "tab-paused" : checking;
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

  #showGrant(): void {
    const host = this.#known && this.#tab && hostToAllow(this.#tab);
    find("grant", HTMLElement).hidden = !host;
    setText(find("grant-host", HTMLElement), host ? message("popup_grant", host) : "");
    const granted = this.#tab?.page?.granted_host ?? null;
    find("revoke-host", HTMLElement).hidden = granted === null;
    setText(find("revoke-host", HTMLElement), granted ? message("popup_revoke", granted) : "");
    find("site", HTMLElement).hidden = granted !== null;
  }

  #showSwitches(): void {
    const page = this.#tab?.page;
    find("switches", HTMLElement).hidden = !page || !this.#reply;
    if (!page || !this.#reply) return;
    setText(find("site-label", HTMLElement), message("popup_site_switch", page.site_name));
    const isSiteOn = !this.#reply.settings.sites_off.includes(page.site);
    this.#siteOn.checked = this.#isSiteOn.over(isSiteOn);
    this.#siteOn.disabled = isLocked(this.#reply, "sites_off");
    find("site-lock", HTMLElement).hidden = !this.#siteOn.disabled;
    this.#tabOn.disabled = !isSiteOn;
    this.#tabOn.checked = isSiteOn && this.#isTabOn.over(!this.#known?.isPaused);
  }
}

function switched(input: HTMLInputElement): Switch {
  return input.checked ? "on" : "off";
}

new Popup();
