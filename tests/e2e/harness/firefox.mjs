// Firefox with the extension, in a fresh profile, with every host name led to the local server.

import puppeteer from "puppeteer-core";
import { until } from "./until.mjs";

const ID = "chaperone@chaperone.example";
/** The same for an extension that a test lays a policy for. */
export const MANAGED_ID = "managed-chaperone@chaperone.example";
/** Firefox draws an extension's address by lot; the tests need to know it. */
const ADDRESS = "6f6e2f0a-3c52-4a3e-9d0c-0c4c7a5e1d11";

const QUIET = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  // Else it would show the extension's JSON in a page of its own making, without the extension's rights.
  "devtools.jsonview.enabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  // The popup stands in a tab behind its page, where a real one is in front: its clock and frames run at full speed.
  "dom.min_background_timeout_value": 4,
  "dom.push.connection.enabled": false,
  "dom.timeout.enable_budget_timer_throttling": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "layout.throttled_frame_rate": 60,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "network.trr.mode": 5,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
};

/** Finds the extension inside Firefox; the start of every script that runs in its chrome. */
const EXTENSION = `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const { extensionMap } = ExtensionParent.GlobalManager;
  const extension = extensionMap.get("${ID}") ?? extensionMap.get("${MANAGED_ID}");`;

/** One running Firefox. */
export class Firefox {
  name = "firefox";
  browser;
  /** The pages that were there before the extension. */
  #atLaunch = [];

  /** Hosts that Firefox itself asks for on an empty profile, whatever is installed. */
  ownHosts = ["firefox.settings.services.mozilla.com"];

  static async launch({ port, dist, probe, headless = true }) {
    const firefox = new Firefox();
    firefox.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
      headless,
      // A busy machine may need long for a first start.
      timeout: 120_000,
      acceptInsecureCerts: true,
      defaultViewport: { width: 1280, height: 900 },
      // Ending an event page and opening an extension's own page are things of Firefox's chrome.
      args: ["--remote-allow-system-access"],
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
      extraPrefsFirefox: {
        ...QUIET,
        "extensions.webextensions.uuids": JSON.stringify({ [ID]: ADDRESS, [MANAGED_ID]: ADDRESS }),
        // Nothing can press Firefox's own question about a permission.
        "extensions.webextOptionalPermissionPrompts": false,
        "network.dns.forceResolve": "127.0.0.1",
        "network.socket.forcePort": `443=${port}`,
      },
    });
    firefox.#atLaunch = await firefox.browser.pages();
    for (const folder of [dist, probe]) await firefox.browser.installExtension(folder);
    return firefox;
  }

  /** The page that opens on installation. */
  async welcomePage() {
    const known = this.#atLaunch;
    const target = await this.browser.waitForTarget(
      async (found) => found.type() === "page" && !known.includes(await found.page()),
    );
    // Puppeteer is not told of the addresses of extensions; the page itself knows its own.
    const page = await target.page();
    await until(page, "the page that greets", () => location.pathname === "/welcome/welcome.html");
    return page;
  }

  /** Allows hosts as the browser's own settings do. */
  grant(hosts) {
    return this.#changePermissions("add", hosts);
  }

  /** Takes hosts back as the browser's own settings do. */
  revoke(hosts) {
    return this.#changePermissions("remove", hosts);
  }

  /** Allows the host that the popup offers. */
  grantFromPopup(popup) {
    return this.pressInPopup(popup, "#grant-host");
  }

  /** Takes the popup's host back. */
  revokeFromPopup(popup) {
    return this.pressInPopup(popup, "#revoke-host");
  }

  /** Presses as a person does: what a script clicks has no leave for what browsers want a press for. */
  async pressInPopup(popup, selector) {
    await popup.bringToFront();
    await popup.click(selector);
  }

  /**
   * Answers the popup as a page. It stands in a tab behind the page, because automation cannot enter a panel; the
   * tab in front stays the active one, which is all the popup asks about.
   */
  async openPopup(page) {
    const popup = await this.browser.newPage({ background: true });
    await page.bringToFront();
    // What pressing the toolbar button gives.
    await this.#inChrome(
      `${EXTENSION} const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
       extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);`,
    );
    await this.#go(popup, "popup/popup.html");
    return popup;
  }

  /** Opens a page of the extension that does nothing, in a tab of its own. */
  openOwnPage() {
    return this.openPage("manifest.json");
  }

  /** Opens a page of the extension, by its path in dist/, in a tab of its own. */
  async openPage(path) {
    const page = await this.browser.newPage();
    await this.#go(page, path);
    return page;
  }

  /** Shows pages in dark colors, or in colors that the person's system forces. */
  async setLook(_page, { dark = false, forced = false, still = false }) {
    await this.#inChrome(
      `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${dark ? 0 : 1});
       Services.prefs.setIntPref("browser.display.document_color_use", ${forced ? 2 : 0});
       Services.prefs.setIntPref("ui.prefersReducedMotion", ${still ? 1 : 0});`,
    );
  }

  /** Presses a command's keys, in the browser's own window. */
  async pressShortcut(_page, command) {
    const key = { "open-card": "C", "next-finding": "N" }[command];
    await this.#inChrome(
      `const window = Services.wm.getMostRecentWindow("navigator:browser");
       const keys = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
       if (!keys.beginInputTransactionForTests(window)) throw new Error("the window takes no keys");
       const pressed = ["Alt", "Shift", "${key}"].map((name) => new window.KeyboardEvent("", {
         key: name,
         code: name.length === 1 ? "Key" + name : name + "Left",
         keyCode: { Alt: 18, Shift: 16 }[name] ?? name.charCodeAt(0),
       }));
       for (const one of pressed) keys.keydown(one);
       for (const one of pressed.reverse()) keys.keyup(one);`,
    );
  }

  /** Types with real keys. */
  async type(page, text) {
    if (text !== "") await page.keyboard.type(text);
  }

  /** Begins to compose a word, as an input method does, and leaves it unfinished. */
  async composeWord(_page, text) {
    await this.#inChrome(
      `const window = Services.wm.getMostRecentWindow("navigator:browser");
       const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
       if (!method.beginInputTransactionForTests(window)) throw new Error("the window takes no words");
       window.inputMethod = method;
       method.setPendingCompositionString("${text}");
       method.appendClauseToPendingComposition(${text.length}, method.ATTR_RAW_CLAUSE);
       method.setCaretInPendingComposition(${text.length});
       method.flushPendingComposition();`,
    );
  }

  /** Ends the event page, as Firefox does when it has been idle. */
  async stopBackground() {
    await this.#inChrome(
      `${EXTENSION} await extension.terminateBackground({ disableResetIdleForTest: true });`,
    );
  }

  /** Reloads the extension, which cuts every open page off from it. */
  async reloadExtension() {
    await this.#inChrome(
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
       await (await AddonManager.getAddonByID("${ID}")).reload();`,
    );
  }

  async close() {
    await this.browser.close();
  }

  async #changePermissions(how, hosts) {
    const origins = hosts.map((host) => `https://${host}/*`);
    await this.#inChrome(
      `${EXTENSION}
       const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
       const changed = { origins: ${JSON.stringify(origins)}, permissions: [], data_collection: [] };
       await ExtensionPermissions.${how}("${ID}", changed, extension);`,
    );
  }

  /** Puppeteer's own way refuses addresses of extensions. */
  async #go(page, path) {
    await this.browser.connection.send("browsingContext.navigate", {
      context: page.mainFrame()._id,
      url: `moz-extension://${ADDRESS}/${path}`,
      wait: "complete",
    });
  }

  async #inChrome(script) {
    const { connection } = this.browser;
    const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const answer = await connection.send("script.evaluate", {
      expression: `(async () => { ${script} })()`,
      target: { context: tree.result.contexts[0].context },
      awaitPromise: true,
    });
    if (answer.result.type === "exception") throw new Error(answer.result.exceptionDetails.text);
  }
}
