// The underlines of a text field lie over the very words, whatever happens to the field: the browser is asked which
// letter stands where the underline is. They never take a click.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PATIENT } from "./drafts.mjs";
import { PATIENCE } from "./harness/probe.mjs";
import { BROWSER_NAMES, Stage } from "./harness/stage.mjs";
import { layOutWorkbench } from "./harness/workbench.mjs";

const BOX = { box: "textarea", line_break: "Enter" };
const STORY = `So proud of ${PATIENT} for finishing chemo with us!`;

/** What happens to the field, as a script of the page or a person would do it. */
const CHANGES = [
  ["nothing else happens", () => undefined],
  [
    "the field is made narrower",
    (field) => {
      field.style.width = "190px";
    },
  ],
  [
    "the letters grow",
    (field) => {
      field.style.font = "24px/1.7 serif";
    },
  ],
  [
    "the letters stand apart",
    (field) => {
      field.style.letterSpacing = "3px";
    },
  ],
  [
    "the text runs from right to left",
    (field) => {
      field.dir = "rtl";
    },
  ],
  [
    "the field moves down the page",
    (field) => {
      field.style.marginTop = "140px";
    },
  ],
  [
    "the page is scrolled",
    (field) => {
      document.body.style.height = "3000px";
      field.style.marginBottom = "1px";
      scrollTo(0, 20);
    },
  ],
  [
    "the field's own text is scrolled",
    (field) => {
      field.style.height = "60px";
      field.scrollTop = 14;
    },
  ],
];

for (const browser of BROWSER_NAMES) {
  describe(`overlay (${browser})`, { timeout: 300_000 }, () => {
    const stage = new Stage();
    const workbench = layOutWorkbench();
    before(() => stage.open(browser, { dist: workbench.folder }));
    after(async () => {
      await stage.close();
      workbench.remove();
    });

    for (const [name, change] of CHANGES) {
      test(`the underline is over its words when ${name}`, async () => {
        const composer = await stage.compose("https://workbench.example/react-textarea/", BOX);
        await composer.type(`Hello.\n${STORY}`);
        await composer.underlines.include(PATIENT);
        await composer.page.$eval("textarea", change);
        await isOverWords(composer);
        await composer.close();
      });
    }

    test("the underline is over its words when the page is magnified", async () => {
      const composer = await stage.compose("https://workbench.example/react-textarea/", BOX);
      await composer.type(STORY);
      await composer.underlines.include(PATIENT);
      await composer.page.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
      await isOverWords(composer);
      await composer.close();
    });

    test("a click on the underline goes into the field", async () => {
      const composer = await stage.compose("https://workbench.example/react-textarea/", BOX);
      await composer.type(STORY);
      const { x, y } = await composer.underlines.placeOf(PATIENT);
      await composer.page.mouse.click(x, y);
      const caret = await composer.page.$eval("textarea", (field) => field.selectionStart);
      const start = STORY.indexOf(PATIENT);
      assert.ok(caret >= start && caret <= start + PATIENT.length, `the caret is at ${caret}`);
      await composer.close();
    });
  });
}

/** Waits until the letter at the middle of the underline is one of the words'. */
async function isOverWords(composer) {
  await composer.page.waitForFunction(
    async (words) => {
      const [found] = (await globalThis.seeUnderlines()).filter(({ text }) => text === words);
      const field = document.querySelector("textarea");
      const caret = found && document.caretPositionFromPoint(found.x, found.y);
      if (caret?.offsetNode !== field) return false;
      const start = field.value.indexOf(words);
      return start < caret.offset && caret.offset < start + words.length;
    },
    { timeout: PATIENCE },
    PATIENT,
  );
}
