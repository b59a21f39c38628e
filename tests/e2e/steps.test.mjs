// Posting in several steps: what was written in the first one is judged when the last one's button is pressed, wherever
// the page has put the box meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_POST, STUDIO_TITLE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { until } from "./harness/until.mjs";

inEveryBrowser("steps", (stage) => {
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

  test("the steps of an upload hide what was written first, and Publish in the last one is held", async () => {
    const composer = await stage.compose("https://studio.youtube.com/video/1/edit", STUDIO_TITLE);
    const before = stage.server.posts.length;
    await composer.page.evaluate(addUploadSteps);
    await composer.type(NAMED_PATIENT);
    await composer.page.click("#next-button");
    await until(composer.page, "the last step", () =>
      document.querySelector("#done-button").checkVisibility(),
    );
    await composer.pressPost();
    await composer.isHeld();
    assert.equal(stage.server.posts.length, before);
    await composer.postAnyway();
    await until(composer.page, "the upload", () => document.querySelector("#textbox").textContent === "");
    assert.equal(stage.server.posts.at(-1).text, NAMED_PATIENT);
    assert.equal(stage.server.posts.length, before + 1);
    await composer.close();
  });

  for (const way of ["hides", "removes"]) {
    test(`a next dialog that ${way} the first one has a Post button that is held`, async () => {
      const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
      await composer.page.evaluate(addNextDialog, way);
      await composer.type(NAMED_PATIENT);
      await composer.page.click('[aria-label="Next"]');
      await composer.press('#settings [aria-label="Post"]');
      await composer.isHeld();
      assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
      await composer.postAnyway();
      await until(composer.page, "the post", () => globalThis.posts === 1);
      await composer.sight.gone("alertdialog", /./);
      await composer.close();
    });
  }

  test("a next dialog that comes late has a Post button that is held, and until then nothing of ours is on the page", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    await composer.page.evaluate(() => document.querySelector("#comment").closest("form").remove());
    await composer.page.evaluate(addNextDialog, "removes", "late");
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.page.click('[aria-label="Next"]');
    await until(composer.page, "a page without a dialog, as it was", hasNoTrace);
    await composer.page.evaluate(afterFrames);
    assert.ok(await composer.page.evaluate(hasNoTrace));
    await composer.page.evaluate(() => dispatchEvent(new Event("fixture-dialog-loaded")));
    await composer.press('#settings [aria-label="Post"]');
    await composer.isHeld();
    assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
    await composer.postAnyway();
    await until(composer.page, "the post", () => globalThis.posts === 1);
    await until(composer.page, "a page without a dialog, as it was", hasNoTrace);
    await composer.close();
  });

  test("a post that was discarded while its next dialog was awaited does not hold up the one that is begun anew", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    await composer.page.evaluate(addNextDialog, "removes", "late");
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.page.click('[aria-label="Next"]');
    await composer.underlines.are();
    await composer.page.evaluate(beginAnew);
    await composer.press("#anew [role=textbox]");
    await composer.type(HARMLESS);
    await composer.press('#anew [aria-label="Post"]');
    await until(composer.page, "the post", () => globalThis.posts === 1);
    await composer.close();
  });

  test("discarding the post in its second step takes everything of ours off the page", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    await composer.page.evaluate(addNextStep, FACEBOOK_POST.box);
    await composer.page.evaluate(() => document.querySelector("#comment").closest("form").remove());
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.page.click('[aria-label="Next"]');
    await until(composer.page, "the second step", () => globalThis.nextSteps === 1);
    await composer.page.evaluate(afterFrames);
    await composer.page.evaluate(() => document.querySelector("[role=dialog]").remove());
    await until(composer.page, "a page as it was", hasNoTrace);
    await composer.close();
  });
});

/** Runs in the page: opens the composer anew, empty. */
function beginAnew() {
  const dialog = document.createElement("div");
  dialog.id = "anew";
  dialog.setAttribute("role", "dialog");
  const box = document.createElement("div");
  const marks = { role: "textbox", contenteditable: "true", "data-lexical-editor": "true" };
  for (const [name, value] of Object.entries(marks)) box.setAttribute(name, value);
  const post = document.createElement("div");
  post.setAttribute("role", "button");
  post.setAttribute("aria-label", "Post");
  post.textContent = "Post";
  post.addEventListener("click", () => {
    globalThis.posts += 1;
  });
  const form = document.createElement("form");
  form.append(box);
  dialog.append(form, post);
  document.body.append(dialog);
}

/** Runs in the page: whether neither a dialog of its own nor anything of ours is there. */
function hasNoTrace() {
  const isAsItWas = document.documentElement.children.length === 2 && CSS.highlights.size === 0;
  return isAsItWas && document.adoptedStyleSheets.length === 0 && !document.querySelector("[role=dialog]");
}

/** Runs in the page: lets two frames pass. */
function afterFrames() {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
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

/** Runs in the page: puts what the studio asks for on the way to Publish behind the boxes. */
function addUploadSteps() {
  const dialog = document.querySelector("ytcp-uploads-dialog");
  const publish = document.querySelector("#done-button");
  const next = document.createElement("ytcp-button");
  next.id = "next-button";
  next.setAttribute("role", "button");
  next.textContent = "Next";
  next.addEventListener("click", () => {
    for (const box of dialog.querySelectorAll("#textbox")) box.closest("[id$=textarea]").hidden = true;
    publish.style.display = "";
    next.remove();
  });
  // The site's dialog stands in an element that has no area.
  dialog.style.cssText = "display: block; height: 0";
  publish.style.display = "none";
  dialog.append(next);
}

/** Runs in the page: puts the last step into a dialog of its own, which may come only when an event says so. */
function addNextDialog(way, pace) {
  globalThis.posts = 0;
  const control = (label, act) => {
    const made = document.createElement("div");
    made.setAttribute("role", "button");
    made.setAttribute("aria-label", label);
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };
  const first = document.querySelector("[role=dialog]");
  const next = document.createElement("div");
  next.id = "settings";
  next.setAttribute("role", "dialog");
  const post = () => {
    globalThis.posts += 1;
    next.remove();
  };
  next.append(control("Post", post));
  const goOn = () => {
    if (way === "hides") first.style.display = "none";
    else first.remove();
    const show = () => document.body.append(next);
    if (pace === "late") addEventListener("fixture-dialog-loaded", show, { once: true });
    else show();
  };
  first.querySelector('[aria-label="Post"]').replaceWith(control("Next", goOn));
}
