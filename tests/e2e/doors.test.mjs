// The other doors to posting: a form's submit event in all its ways, keys, and buttons that only look like it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, FACEBOOK_POST, STUDIO_TITLE, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const LINKEDIN_MESSAGE = { box: "#message", line_break: "Enter" };
/** Sites whose post button becomes the one that schedules. */
const SCHEDULERS = [
  ["X", "https://x.com/compose/post", X_DIALOG],
  ["YouTube", "https://studio.youtube.com/video/1/edit", STUDIO_TITLE],
  [
    "LinkedIn",
    "https://www.linkedin.com/preload/sharebox/",
    {
      box: "#interop-outlet >>> .ql-editor",
      button: "#interop-outlet >>> .share-actions__primary-action",
    },
  ],
  [
    "TikTok",
    "https://www.tiktok.com/tiktokstudio/upload",
    { box: ".public-DraftEditor-content", button: 'button[data-e2e*="post"]', lines: "[data-block]" },
  ],
];

/** Ways in which a person makes a browser submit the comment's form. */
const WAYS = [
  ["a submit button", (page) => page.click("#fixture-send")],
  ["Enter in another field of the form", enterInField],
  ["a button whose page asks the form to submit itself", (page) => page.click("#fixture-request")],
];

/** Flagged, and not held up. */
const FREE_TO_GO = "Take it down or we sue";

/** What a page does on keys of which its description says nothing. */
const UNTOLD = [
  ["posts", { css: FACEBOOK_POST.button, posts: 1 }],
  ["does nothing", { css: null, posts: 0 }],
];

/** All that a page may take for a press. */
const PRESSES = ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup", "touchend", "click"];

inEveryBrowser("doors", (stage) => {
  for (const [way, submit] of WAYS) {
    test(`${way} holds a comment that names a patient, and submits it once a reason is given`, async () => {
      const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
      await composer.page.evaluate(makeSubmittable, FACEBOOK_COMMENT.box);
      await composer.type(NAMED_PATIENT);
      await submit(composer.page);
      await composer.sight.says("This post is on hold");
      assert.equal(await submissions(composer.page), 0);
      await composer.giveReason(/^The warning is mistaken/);
      await composer.sight.press("button", /^Post anyway/);
      await until(composer.page, "the form's submission", () => globalThis.submissions > 0);
      await composer.sight.gone("alertdialog", /./);
      assert.equal(await submissions(composer.page), 1);
      await composer.textIs(NAMED_PATIENT);
      await composer.close();
    });

    test(`${way} submits a harmless comment once`, async () => {
      const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
      await composer.page.evaluate(makeSubmittable, FACEBOOK_COMMENT.box);
      await composer.type(HARMLESS);
      await submit(composer.page);
      await until(composer.page, "the form's submission", () => globalThis.submissions > 0);
      assert.equal(await submissions(composer.page), 1);
      await composer.close();
    });
  }

  for (const [does, { css, posts }] of UNTOLD) {
    test(`Ctrl+Enter of which a description says nothing is held, and then the page ${does}`, async () => {
      const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
      await composer.page.evaluate(knowKeys, css);
      const before = stage.server.posts.length;
      await composer.type(NAMED_PATIENT);
      await composer.pressPostKeys();
      await composer.isHeld();
      assert.equal(await composer.page.evaluate(() => globalThis.keysSeen), 0);
      await composer.postAnyway();
      await until(composer.page, "the keys in the page", () => globalThis.keysSeen === 1);
      if (posts > 0) assert.equal((await composer.isPosted()).text, NAMED_PATIENT);
      assert.equal(stage.server.posts.length, before + posts);
      await composer.close();
    });
  }

  test("a tap on the post button is held like a press, and nothing of it reaches the page", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { page } = composer;
    const posts = stage.server.posts.length;
    await page.$eval(X_DIALOG.button, listenTo, PRESSES);
    // Its underline shows that it has been judged; a tap before that is held until it is.
    await composer.type(FREE_TO_GO);
    await composer.underlines.are(FREE_TO_GO);
    await tap(page, X_DIALOG.button);
    assert.equal((await composer.isPosted()).text, FREE_TO_GO);
    const heard = await page.evaluate(() => globalThis.heard.splice(0));
    for (const type of ["touchstart", "touchend", "click"])
      assert.ok(heard.includes(type), `${type} of ${heard}`);

    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await tap(page, X_DIALOG.button);
    await composer.isHeld();
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    assert.equal(stage.server.posts.length, posts + 1);
    await composer.postAnyway();
    assert.equal((await composer.isPosted()).text, NAMED_PATIENT);
    assert.equal(stage.server.posts.length, posts + 2);
    await composer.close();
  });

  test("of two chats side by side, Enter asks about and sends the one that is typed in", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.page.evaluate(openChats);
    await composer.press("#one");
    await composer.type(HARMLESS);
    await composer.press("#other");
    await composer.type(NAMED_PATIENT);
    await composer.page.keyboard.press("Enter");
    await composer.isHeld();
    await composer.postAnyway();
    await until(composer.page, "the message", () => globalThis.sent.length > 0);
    assert.deepEqual(await composer.page.evaluate(() => globalThis.sent), [NAMED_PATIENT]);
    await composer.press("#other");
    await composer.type(HARMLESS);
    await composer.press("#one");
    await composer.selectAll();
    await composer.type(NAMED_PATIENT);
    await composer.press("#other");
    await composer.page.keyboard.press("Enter");
    await until(composer.page, "the second message", () => globalThis.sent.length === 2);
    assert.equal(await composer.page.evaluate(() => globalThis.sent[1]), HARMLESS);
    await composer.close();
  });

  test("of two chats side by side, a Send button asks about and sends its own draft", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.page.evaluate(openChats);
    await composer.press("#other");
    await composer.type(NAMED_PATIENT);
    await composer.press("#one");
    await composer.type(HARMLESS);
    await composer.underlines.are(PATIENT);
    await composer.press("#one + [role=button]");
    await until(composer.page, "the message", () => globalThis.sent.length > 0);
    await composer.press("#other + [role=button]");
    await composer.isHeld();
    assert.deepEqual(await composer.page.evaluate(() => globalThis.sent), [HARMLESS]);
    await composer.postAnyway();
    await until(composer.page, "the second message", () => globalThis.sent.length === 2);
    assert.equal(await composer.page.evaluate(() => globalThis.sent[1]), NAMED_PATIENT);
    await composer.close();
  });

  test("one button for two boxes asks about both, whichever is nearer to it", async () => {
    for (const [title, description] of [
      [NAMED_PATIENT, HARMLESS],
      [HARMLESS, NAMED_PATIENT],
    ]) {
      const composer = await stage.compose("https://studio.youtube.com/video/1/edit", STUDIO_TITLE);
      const before = stage.server.posts.length;
      await composer.type(title);
      await composer.press("#description-textarea #textbox");
      await composer.type(description);
      await composer.pressPost();
      await composer.isHeld();
      assert.equal(stage.server.posts.length, before);
      await composer.close();
    }
  });

  test("where a Send button shows, Enter makes a line, even when nobody has judged the words yet", async () => {
    const composer = await stage.compose("https://www.linkedin.com/messaging/thread/1/", LINKEDIN_MESSAGE);
    const before = stage.server.posts.length;
    await composer.type(HARMLESS);
    // The answered words are read anew at the key, so no verdict stands.
    await composer.page.$eval("li:last-child .msg-s-event-listitem__body", (message) => {
      message.firstChild.data = "And on Friday?";
    });
    await composer.type("\nSee you then.");
    await composer.textIs(`${HARMLESS}\nSee you then.`);
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });

  for (const [site, url, box] of SCHEDULERS) {
    test(`on ${site}, a button that schedules looks like posting and is not held up`, async () => {
      const composer = await stage.compose(url, box);
      const before = stage.server.posts.length;
      await composer.type(NAMED_PATIENT);
      await composer.underlines.include(PATIENT);
      const button = await appears(composer.page, box.button);
      await button.evaluate((control) => {
        control.firstChild.data = "Schedule";
      });
      await composer.pressPost();
      await composer.textIs("");
      assert.equal(stage.server.posts.length, before + 1);
      await composer.close();
    });
  }
});

/** Touches the middle of a control, as a finger does. */
async function tap(page, css) {
  const control = await appears(page, css);
  const { x, y, width, height } = await control.boundingBox();
  await page.touchscreen.tap(x + width / 2, y + height / 2);
}

/** Runs in the page: keeps what a control hears. */
function listenTo(control, types) {
  globalThis.heard = [];
  for (const type of types) control.addEventListener(type, () => globalThis.heard.push(type));
}

async function enterInField(page) {
  await page.focus("#fixture-field");
  await page.keyboard.press("Enter");
}

function submissions(page) {
  return page.evaluate(() => globalThis.submissions);
}

/** Runs in the page: gives the form around a box what a form of an older site has. */
function makeSubmittable(box) {
  const form = document.querySelector(box).closest("form");
  globalThis.submissions = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    globalThis.submissions += 1;
  });
  const make = (tag, id, set) => form.append(Object.assign(document.createElement(tag), { id, ...set }));
  make("input", "fixture-field", { type: "text" });
  make("button", "fixture-send", { type: "submit", textContent: "Send" });
  make("button", "fixture-request", {
    type: "button",
    textContent: "Done",
    onclick: () => form.requestSubmit(),
  });
}

/** Runs in the page: counts the keys that post on many sites, and presses a control on them if there is one. */
function knowKeys(css) {
  globalThis.keysSeen = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey || event.keyCode !== 13) return;
    globalThis.keysSeen += 1;
    if (css) document.querySelector(css).click();
  });
}

/** Runs in the page: opens two chats over it. */
function openChats() {
  globalThis.sent = [];
  for (const id of ["one", "other"]) {
    const box = document.createElement("div");
    const marks = { role: "textbox", contenteditable: "true", "aria-label": "Message", id };
    for (const [name, value] of Object.entries({ ...marks, "data-lexical-editor": "true" }))
      box.setAttribute(name, value);
    const button = document.createElement("div");
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", "Press enter to send");
    button.textContent = "➤";
    const send = () => {
      globalThis.sent.push(box.textContent);
      box.textContent = "";
    };
    button.addEventListener("click", send);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      send();
    });
    const chat = document.createElement("div");
    chat.append(box, button);
    document.body.append(chat);
  }
}
