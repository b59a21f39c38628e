// What never happens: a word that leaves the browser or is kept, a mark on a box that nobody types in, a page that
// learns more than PRIVACY.md says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const FIXTURES = ["x.com", "www.facebook.com"];
const COMPOSE = "https://x.com/compose/post";
const REVIEW_REPLY = { box: "#reply textarea", button: 'button[type="submit"]', line_break: "Enter" };
/** Where X says whose account it is. */
const AVATAR = '[role="dialog"] [data-testid^="UserAvatar-Container-"]';
const lie = (name) => `UserAvatar-Container-${name}`;
const NOTHING = { highlights: {}, rules: [], elements: [], names: [] };

inEveryBrowser("privacy", (stage, browser) => {
  test("nothing that is typed leaves the browser until the person posts it", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    await composer.closeCard();
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    const popup = await stage.browser.openPopup(composer.page);
    await appears(popup, "#accounts:not([hidden])");
    await popup.close();

    const { requests } = stage.server;
    const carried = requests.filter(({ path, body }) =>
      /marcus|bell|chemo/i.test(decodeURIComponent(path) + body),
    );
    assert.deepEqual(carried, []);
    const known = [...FIXTURES, ...stage.browser.ownHosts];
    const strange = requests.filter(({ host }) => !known.includes(host));
    assert.deepEqual(strange, []);
    const byPages = requests.filter(({ host, path }) => FIXTURES.includes(host) && !isOfThePage(path));
    assert.deepEqual(byPages, []);
    await composer.close();
  });

  test("nothing that is typed is kept or logged, whatever the person does with it", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    const logged = [];
    composer.page.on("console", (line) => logged.push(line.text()));
    await composer.type(`${INVITATION}. ${NAMED_PATIENT}`);
    await composer.sight.press("button", /^Practice$/);
    await composer.openCard(INVITATION);
    await composer.sight.press("button", /^Ignore these words/);
    await composer.underlines.are(PATIENT);
    await composer.pressPost();
    await composer.isHeld();
    await composer.giveReason(/^Another reason/);
    await composer.sight.press("textbox", /^Your reason/);
    await composer.type("Marcus agreed");
    await composer.sight.press("button", /^Post anyway/);
    await composer.isPosted();

    const own = await stage.browser.openOwnPage();
    const isDismissed = async () => (await chrome.storage.local.get()).settings?.dismissed.words.length;
    await until(own, "the dismissed words", isDismissed);
    const kept = await own.evaluate(everythingKept);
    const { local, ...elsewhere } = kept;
    assert.deepEqual(Object.keys(local), ["settings"]);
    // In memory until the browser closes: who was seen writing, and which tabs are paused.
    const session = { session: { paused: [], seen: [{ site: "x", handle: "alice" }] } };
    assert.deepEqual(elsewhere, { sync: {}, session, databases: [], caches: [], page: 0 });
    assert.doesNotMatch(JSON.stringify(local), /marcus|bell|chemo|rash|agreed/i);
    assert.deepEqual(local.settings.accounts, [{ site: "x", handle: "alice", account_kind: "practice" }]);
    assert.deepEqual(Object.keys(local.settings.dismissed.words[0]).sort(), ["day", "digest", "rule"]);
    assert.deepEqual(logged, []);
    await own.close();
    await composer.close();
  });

  test("a page that looks for us finds four neutral names, their ranges and one closed element", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    const whileOpen = await composer.page.evaluate(lookForUs);
    await composer.closeCard();
    await composer.pressPost();
    await composer.isHeld();
    for (const found of [whileOpen, await composer.page.evaluate(lookForUs)]) {
      assert.deepEqual(found.highlights, { "cs-1": [PATIENT], "cs-2": [], "cs-3": [], "cs-4": [] });
      for (const rule of found.rules) {
        assert.match(rule, /^(@media \(forced-colors: active\) {\s*)?::highlight\(cs-[1-4]\) {[^{}]*}\s*}?$/);
      }
      assert.deepEqual(found.elements, [{ markup: "<div></div>", words: "", shadow: null }]);
      assert.deepEqual(found.names, []);
    }
    await composer.close();
  });

  test("a page without a compose box carries nothing of ours", async () => {
    const page = await stage.browser.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const curtain = new CSSStyleSheet();
      curtain.replaceSync("body { display: none }");
      document.adoptedStyleSheets = [curtain];
    });
    await page.goto(COMPOSE);
    await appears(page, X_DIALOG.box);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const before = await page.evaluate(lookForUs);
    assert.deepEqual({ ...before, rules: before.rules.slice(1) }, NOTHING);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    await page.mouse.click(5, 5);
    await until(page, "our element", () => document.querySelector("html > div") !== null);
    await page.close();
  });

  test("markup stays text, in a draft and in what the page says of the account", async () => {
    const markup = '<b>me</b><img src="x" onerror="hacked = 1">';
    const review = await stage.compose("https://biz.yelp.com/r2r/lakeview", REVIEW_REPLY);
    await review.type(`${markup} ${NAMED_PATIENT}`);
    await review.underlines.include(PATIENT);
    const [mirror] = await review.sight.mirrors();
    assert.equal(mirror.replace("\u200b", ""), `${markup} ${NAMED_PATIENT}`);
    await review.close();

    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.page.$eval(
      AVATAR,
      (avatar, name) => avatar.setAttribute("data-testid", name),
      lie(markup),
    );
    await composer.type(HARMLESS);
    await composer.sight.says(`Is ${markup} the practice’s account`);
    assert.equal(await composer.page.evaluate(() => "hacked" in globalThis), false);
    await composer.close();
  });

  // Firefox lets no automation into the world of content scripts.
  if (browser === "chromium") {
    test("a page that has broken into our script there can neither read nor change the settings", async () => {
      const composer = await stage.compose(COMPOSE, X_DIALOG);
      const { heard, refusals } = await stage.browser.inContentScript(composer.page, breakIn);
      assert.deepEqual(heard, []);
      assert.equal(refusals.length, 2);
      for (const refusal of refusals) assert.match(refusal, /not allowed from this context/);
      const own = await stage.browser.openOwnPage();
      const { settings } = await own.evaluate(() => chrome.storage.local.get());
      assert.deepEqual(settings?.sites_off ?? [], []);
      await own.close();
      await composer.close();
    });
  }

  test("decoys and boxes behind a dialog are left alone", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.page.evaluate((text) => {
      const decoy = document.querySelector(".decoy");
      decoy.focus();
      decoy.value = text;
      decoy.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, NAMED_PATIENT);
    await composer.focus();
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const where = await composer.underlines.containers();
    assert.deepEqual(where, ["dialog"]);
    assert.deepEqual(await composer.sight.mirrors(), []);
    await composer.close();
  });

  test("closing the composer takes everything of ours off the page", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.openCard(PATIENT);
    await composer.page.$eval("form.comment", (form) => form.remove());
    await isGone(composer);
    await composer.close();
  });

  test("switching the site off takes everything of ours off the page, and switching it on brings it back", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    const popup = await stage.browser.openPopup(composer.page);
    await appears(popup, "#site-on");
    await popup.$eval("#site-on", (control) => control.click());
    await isGone(composer);
    await popup.$eval("#site-on", (control) => control.click());
    await composer.underlines.are(PATIENT);
    await composer.sight.says("1 issue, 1 must be fixed");
    await popup.close();
    await composer.close();
  });
});

/** Waits until no element, no style and no highlight of ours is on the page. */
async function isGone({ page }) {
  await until(page, "a page without us", () => {
    const isBare = document.querySelector("html > div") === null && document.adoptedStyleSheets.length === 0;
    return isBare && CSS.highlights.size === 0;
  });
}

/** Runs in a page of the extension: all that the extension has put down anywhere. */
async function everythingKept() {
  const [local, sync, session] = await Promise.all(
    ["local", "sync", "session"].map((area) => chrome.storage[area].get()),
  );
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return { local, sync, session, databases, caches: await caches.keys(), page: localStorage.length };
}

/** Runs where our content script does: reaches for the storage, and speaks as the popup would until its own line is served. */
async function breakIn() {
  const { local } = chrome.storage;
  const broken = { settings: { version: 1, sites_off: ["x"] } };
  const tries = await Promise.allSettled([local.get(), local.set(broken)]);
  const refusals = tries.flatMap(({ reason }) => (reason ? [String(reason)] : []));
  const heard = await new Promise((served) => {
    const replies = [];
    const desk = chrome.runtime.connect({ name: "desk" });
    desk.onMessage.addListener((reply) => replies.push(reply));
    desk.postMessage({ kind: "change", id: 1, change: { kind: "site", site: "x", switched: "off" } });
    const line = chrome.runtime.connect({ name: "composer" });
    line.onMessage.addListener(() => served(replies));
  });
  return { heard, refusals };
}

/** Runs in the page: everything by which a script could find out that an extension is at work. */
function lookForUs() {
  const root = document.documentElement;
  const strange = [...root.children].filter((child) => child !== document.head && child !== document.body);
  return {
    highlights: Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]),
    ),
    rules: document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
    elements: strange.map((child) => ({
      markup: child.outerHTML,
      words: child.innerText,
      shadow: child.shadowRoot,
    })),
    names: Object.getOwnPropertyNames(globalThis).filter((name) => /chaperone/i.test(name)),
  };
}

function isOfThePage(path) {
  return ["/compose/post", "/home", "/", "/app.js", "/app.css", "/favicon.ico"].includes(path);
}
