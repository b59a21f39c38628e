// Chromium with the extension, in a fresh profile, with every host name led to the local server.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-pings",
];

const WELCOME = "/welcome/welcome.html";
const POPUP = "/popup/popup.html";

/**
 * A copy of the extension whose optional hosts are required ones. Chromium's settings can then grant and revoke them one
 * by one, which the extension hears of as if the person had answered its prompt; the prompt itself nothing can press.
 */
function remakeForGrants(dist) {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-grants-"));
  cpSync(dist, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const { optional_host_permissions: hosts, ...manifest } = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}

/** One running Chromium. */
export class Chromium {
  name = "chromium";
  browser;

  /** Hosts that Chromium itself asks for on an empty profile, whatever is installed. */
  ownHosts = ["accounts.google.com", "clients2.google.com", "redirector.gvt1.com", "update.googleapis.com"];

  #remade = null;

  /** `canGrant` lets hosts be granted and revoked later. */
  static async launch({ port, dist, probe, headless = true, canGrant = false }) {
    const chromium = new Chromium();
    if (canGrant) chromium.#remade = remakeForGrants(dist);
    // Chromium's sandbox refuses to run as root, which is who continuous integration is.
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    chromium.browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless,
      pipe: true,
      acceptInsecureCerts: true,
      enableExtensions: [chromium.#remade ?? dist, probe],
      defaultViewport: { width: 1280, height: 900 },
      args: [...FLAGS, ...asRoot, `--host-resolver-rules=MAP * 127.0.0.1:${port}`],
    });
    if (canGrant) await chromium.#inExtensionSettings("ON_SPECIFIC_SITES");
    return chromium;
  }

  /** The page that opens on installation. */
  async welcomePage() {
    const target = await this.browser.waitForTarget((found) => found.url().endsWith(WELCOME));
    return target.page();
  }

  /** Allows hosts as the browser's own settings do. */
  grant(hosts) {
    return this.#inExtensionSettings("addHostPermission", hosts);
  }

  /** Takes hosts back as the browser's own settings do. */
  revoke(hosts) {
    return this.#inExtensionSettings("removeHostPermission", hosts);
  }

  /** Allows the host that the popup offers. What the popup would open is Chromium's own window, which nothing can press. */
  grantFromPopup(_popup, host) {
    return this.grant([host]);
  }

  /** Takes the popup's host back, in the browser's settings: the one that was granted there counts as required. */
  revokeFromPopup(_popup, host) {
    return this.revoke([host]);
  }

  /** Presses as a person does: what a script clicks has no leave for what browsers want a press for. */
  pressInPopup(popup, selector) {
    return popup.click(selector);
  }

  /** Presses the toolbar button; answers the popup as a page. One that a failed test has left open is closed first. */
  async openPopup(page) {
    const isPopup = (found) => found.url().endsWith(POPUP);
    for (const left of this.browser.targets().filter(isPopup)) await (await left.asPage()).close();
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(await this.#id());
    await page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget(isPopup);
    return target.asPage();
  }

  /** Opens a page of the extension that does nothing, in a tab of its own. */
  openOwnPage() {
    return this.openPage("manifest.json");
  }

  /** Opens a page of the extension, by its path in dist/, in a tab of its own. */
  async openPage(path) {
    const page = await this.browser.newPage();
    await page.goto(`chrome-extension://${await this.#id()}/${path}`);
    return page;
  }

  /** Runs `script` in the background worker, which it wakes. */
  async inBackground(script, ...values) {
    const worker = await (await this.#workerTarget()).worker();
    return worker.evaluate(script, ...values);
  }

  /** Runs `script`, whose promise is awaited, with the rights of our content script in a page. */
  async inContentScript(page, script) {
    const { host } = new URL((await this.#workerTarget()).url());
    const session = await page.createCDPSession();
    const contexts = [];
    session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
    await session.send("Runtime.enable");
    const { id } = contexts.find(({ origin }) => origin === `chrome-extension://${host}`);
    const expression = `(${script})()`;
    const options = { contextId: id, awaitPromise: true, returnByValue: true };
    const { result } = await session.send("Runtime.evaluate", { expression, ...options });
    await session.detach();
    return result.value;
  }

  /** Shows a page in dark colors, or in colors that the person's system forces. */
  async setLook(page, { dark = false, forced = false, still = false }) {
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
        { name: "forced-colors", value: forced ? "active" : "none" },
        { name: "prefers-reduced-motion", value: still ? "reduce" : "no-preference" },
      ],
    });
  }

  /** Pinches a page: less of it is seen, as under a soft keyboard, and the window stays as it is. */
  async pinch(page, factor) {
    const session = await page.createCDPSession();
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: factor });
  }

  /**
   * Gives the background a shortcut's command, as the browser's own window does. Automation reaches only the page
   * inside that window, so the keys themselves cannot be pressed.
   */
  pressShortcut(_page, command) {
    return this.inBackground(async (name) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch(name, tab);
    }, command);
  }

  /** Types with real keys: each is sent before the page has answered the one before, as a quick typist presses them. */
  async type(page, text) {
    const { keyboard } = page;
    // What is on no key is put in as a browser's own list of emoji does.
    for (const [stretch] of text.matchAll(/[ -~]+|[^ -~]/gu)) {
      if (/[^ -~]/.test(stretch)) await keyboard.sendCharacter(stretch);
      else await Promise.all([...stretch].flatMap((key) => [keyboard.down(key), keyboard.up(key)]));
    }
  }

  /** Begins to compose a word, as an input method does, and leaves it unfinished. */
  async composeWord(page, text) {
    const session = await page.createCDPSession();
    const [selectionStart, selectionEnd] = [text.length, text.length];
    await session.send("Input.imeSetComposition", { text, selectionStart, selectionEnd });
  }

  /** Ends the background worker, as Chromium does when it has been idle. */
  async stopBackground() {
    const worker = await (await this.#workerTarget()).worker();
    await worker.close();
  }

  /** Reloads the extension, which cuts every open page off from it. */
  async reloadExtension() {
    await this.#allowUnpackedExtensions();
    const worker = await (await this.#workerTarget()).worker();
    // The worker ends before it can answer.
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  }

  async close() {
    await this.browser.close();
    if (this.#remade) rmSync(this.#remade, { recursive: true, force: true });
  }

  /** Sets for all hosts, or for each of these, what the extension may read. */
  async #inExtensionSettings(what, hosts = []) {
    const settings = await this.browser.newPage();
    await settings.goto("chrome://extensions");
    await settings.evaluate(
      async (id, what, hosts) => {
        const all = chrome.developerPrivate;
        if (hosts.length === 0) await all.updateExtensionConfiguration({ extensionId: id, hostAccess: what });
        for (const host of hosts) await all[what](id, `https://${host}/*`);
      },
      await this.#id(),
      what,
      hosts,
    );
    await settings.close();
  }

  async #id() {
    return new URL((await this.#workerTarget()).url()).host;
  }

  /** An unpacked extension comes back from a reload only where developer mode is on. */
  async #allowUnpackedExtensions() {
    const settings = await this.browser.newPage();
    await settings.goto("chrome://extensions");
    await settings.evaluate(() =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    await settings.close();
  }

  #workerTarget() {
    return this.browser.waitForTarget((target) => target.type() === "service_worker");
  }
}
