// The other doors to posting: a form's submit event in all its ways, second steps, and buttons that only look like it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

/** Ways in which a person makes a browser submit the comment's form. */
const WAYS = [
  ["a submit button", (page) => page.click("#fixture-send")],
  ["Enter in another field of the form", enterInField],
  ["a button whose page asks the form to submit itself", (page) => page.click("#fixture-request")],
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

  test("a tap on the post button is held like a press, and nothing of it reaches the page", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { page } = composer;
    const posts = stage.server.posts.length;
    await page.$eval(X_DIALOG.button, listenTo, PRESSES);
    await composer.type(HARMLESS);
    await composer.underlines.are();
    await tap(page, X_DIALOG.button);
    assert.equal((await composer.isPosted()).text, HARMLESS);
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

  test("Next is not held up but shows what was found, and the second step's Post is held", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    const before = stage.server.posts.length;
    await composer.page.evaluate(addNextStep, FACEBOOK_POST.box);
    await composer.type(NAMED_PATIENT);
    await composer.page.click('[aria-label="Next"]');
    await until(composer.page, "the second step", () => globalThis.nextSteps === 1);
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.sight.press("button", /^Fix/);
    await composer.sight.gone("alertdialog", /./);
    await composer.page.click('[aria-label="Back"]');
    await composer.underlines.are(PATIENT);
    await composer.openCard(PATIENT);
    await composer.applyFix();
    await composer.underlines.are();
    await composer.page.click('[aria-label="Next"]');
    await composer.pressPost();
    await until(composer.page, "the second step once more", () => globalThis.nextSteps === 2);
    await composer.page.click('[aria-label="Back"]');
    assert.equal((await composer.isPosted()).text, NAMED_PATIENT.replace(PATIENT, "someone special"));
    assert.equal(stage.server.posts.length, before + 1);
    await composer.close();
  });

  test("a button that schedules looks like posting and is not held up", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const before = stage.server.posts.length;
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.page.$eval(X_DIALOG.button, (button) => {
      button.firstChild.data = "Schedule";
    });
    await composer.pressPost();
    await composer.isPosted();
    assert.equal(stage.server.posts.length, before + 1);
    await composer.close();
  });
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

/** Runs in the page: puts a second step behind the first, which hides the box. */
function addNextStep(box) {
  const editor = document.querySelector(box);
  globalThis.nextSteps = 0;
  const step = (label, isNext) => {
    const control = document.createElement("div");
    control.setAttribute("role", "button");
    control.setAttribute("aria-label", label);
    control.textContent = label;
    control.addEventListener("click", () => {
      if (isNext) globalThis.nextSteps += 1;
      editor.style.display = isNext ? "none" : "";
    });
    editor.closest("[role=dialog]").append(control);
  };
  step("Next", true);
  step("Back", false);
}
