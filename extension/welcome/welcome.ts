// The page that opens once, on installation: what Chaperone does and does not, the office's words, a first account.

import type { AccountKind } from "../content/messages";
import { Desk } from "../pages/desk";
import { OfficeForm } from "../pages/office_form";
import { find, message, setText, speak } from "../pages/page";
import { SITE_NAMES } from "../pages/sites";

speak();
document.title = message("welcome_heading");

class Welcome {
  readonly #desk: Desk;
  readonly #office = new OfficeForm(() => this.#desk);
  readonly #site = find("account-site", HTMLSelectElement);
  readonly #handle = find("account-handle", HTMLInputElement);
  readonly #personal = find("account-personal", HTMLInputElement);

  constructor() {
    this.#site.append(...SITE_NAMES.map(([id, name]) => new Option(name, id)));
    find("account", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#saveAccount();
    });
    find("office", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    find("done", HTMLElement).addEventListener("click", () => void leave());
    const failing = () => {
      find("failing", HTMLElement).hidden = false;
    };
    this.#desk = new Desk({
      onSettings: (reply) => this.#office.show(reply),
      onStorageFailing: failing,
      onBroken: failing,
    });
  }

  async #saveAccount(): Promise<void> {
    const accountKind: AccountKind = this.#personal.checked ? "personal" : "practice";
    const handle = this.#handle.value.trim();
    const site = this.#site.value;
    const answer = await this.#desk.change({ kind: "account", site, handle, accountKind });
    if (answer.kind === "refused") setText(find("account-saved", HTMLElement), message("options_locked"));
    if (answer.kind !== "done") return;
    this.#handle.value = "";
    setText(find("account-saved", HTMLElement), message("welcome_account_saved", handle));
  }
}

async function leave(): Promise<void> {
  const own = await chrome.tabs.getCurrent();
  if (own?.id !== undefined) await chrome.tabs.remove(own.id);
}

new Welcome();
