// Hears what the page layer tells the checker: every draft with all that was read around it. A line to the background
// is heard by every page of the extension, so one that stands open in a tab of its own can listen without changing
// anything on either side.

import { PATIENCE } from "./until.mjs";

export class Witness {
  #page;

  /** Opens it; composers that open later are heard. */
  static async listen(browser) {
    const witness = new Witness();
    witness.#page = await browser.openOwnPage();
    await witness.#page.evaluate(listen);
    return witness;
  }

  /** Waits until the newest check is about this text; answers it. */
  text(text) {
    return this.#check("text", text);
  }

  /** Waits until the newest check has something attached; answers it. */
  attachment() {
    return this.#check("attachment");
  }

  /** Waits until the newest check says what shows of the controls that post it, as far as `wanted` tells; answers that. */
  async doors(wanted = {}) {
    return (await this.#check("doors", wanted)).doors;
  }

  /** How often a check has said that none of them shows although one should. */
  misses() {
    return this.#page.evaluate(() => globalThis.misses);
  }

  /** What the toolbar buttons of all tabs show. */
  badges() {
    return this.#page.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
    });
  }

  #check(what, value) {
    return this.#page.evaluate(
      (condition, patience, given) => globalThis.newestCheck(condition, patience, given),
      what,
      PATIENCE,
      value ?? null,
    );
  }

  /** Forgets everything, so that the next composer is not confused with the last. */
  async forget() {
    await this.#page.evaluate(() => {
      globalThis.heard = null;
      globalThis.misses = 0;
    });
  }
}

/** Runs in the extension's page. */
function listen() {
  globalThis.heard = null;
  globalThis.misses = 0;
  const waiting = new Set();
  chrome.runtime.onConnect.addListener((port) => {
    port.onMessage.addListener((message) => {
      if (message.kind !== "check") return;
      globalThis.heard = message;
      const { doors } = message;
      if (doors?.expected && !doors.posts && !doors.leads_on) globalThis.misses += 1;
      for (const look of waiting) look();
    });
  });
  const conditions = {
    text: (check, text) => check.text === text,
    attachment: (check) => check.context.attachments.length > 0,
    doors: ({ doors }, wanted) => doors && Object.entries(wanted).every(([key, is]) => doors[key] === is),
  };
  globalThis.newestCheck = (what, patience, value) =>
    new Promise((heard, missed) => {
      const look = () => {
        if (!globalThis.heard || !conditions[what](globalThis.heard, value)) return;
        waiting.delete(look);
        heard(globalThis.heard);
      };
      waiting.add(look);
      AbortSignal.timeout(patience).addEventListener("abort", () => {
        waiting.delete(look);
        missed(new Error(`no check with this ${what}; the newest is ${JSON.stringify(globalThis.heard)}`));
      });
      look();
    });
}
