// Where our chips and notes stand: at the foot of the window, unless the site's box or post button is there, as in a page
// that is zoomed. Then the person reaches those, and the chips are at the top.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { takeValue, until } from "./harness/until.mjs";

const ACCOUNT = /^Is .* the practice’s account/;
const FOREIGN = "Wir sind am Montag wieder für Sie da, bitte rufen Sie uns an. ".repeat(2);
const NOT_CHECKED = "in a language that Chaperone cannot check";
const USUAL = { width: 1280, height: 900 };
/** What a window of twice the size shows at 200 %. */
const ZOOMED = { width: 640, height: 360, deviceScaleFactor: 2 };
const SMALL = { width: 320, height: 240, deviceScaleFactor: 2 };
/** Puts the dialog to the foot of the window, and its post button to the middle, where the chips stand. */
const LOW =
  "[role=dialog] { top: auto; bottom: 8px; } [data-testid=toolBar] { justify-content: center; flex-wrap: wrap; }";

/** Waits until the first chip's middle is in the upper or the lower half of the window; answers its place. */
async function chipIs(composer, half) {
  const found = await until(
    composer.page,
    `the chips in the ${half} half of the window`,
    async (source, half) => {
      const chip = await globalThis.onceStill(() => globalThis.findControl("group", source, ""));
      return chip && chip.y < innerHeight / 2 === (half === "upper") ? chip : null;
    },
    ACCOUNT.source,
    half,
  );
  return takeValue(found);
}

/** Runs in the page: whether a press in the middle of an element reaches it. */
function isOpen(css) {
  const element = document.querySelector(css);
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

/** Runs in the page: adds a style to it. */
function addStyle(id, css) {
  document.head.append(Object.assign(document.createElement("style"), { id, textContent: css }));
}

/** Runs in the page: how many pixels of the window's middle line are ours. */
function takenByUs() {
  const lines = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(innerWidth / 2, y));
  return lines.filter((hit) => hit?.parentElement === document.documentElement && hit !== document.body)
    .length;
}

inEveryBrowser("tray", (stage) => {
  const compose = async (viewport) => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.page.setViewport(viewport);
    return composer;
  };

  test("at twice the size, the chips do not stand in front of the post button, and it posts", async () => {
    const composer = await compose(ZOOMED);
    await composer.page.evaluate(addStyle, "low", LOW);
    await composer.type(FOREIGN);
    await composer.sight.says(NOT_CHECKED);
    await chipIs(composer, "upper");
    assert.ok(await composer.page.evaluate(isOpen, X_DIALOG.button));
    await composer.selectAll();
    await composer.type(HARMLESS);
    await composer.pressPost();
    assert.equal((await composer.isPosted()).text, HARMLESS);
    await composer.close();
  });

  test("at the usual size the chips stand at the foot, until the page puts its post button there", async () => {
    const composer = await compose(USUAL);
    await composer.type(FOREIGN);
    await composer.sight.says(NOT_CHECKED);
    const { box } = await chipIs(composer, "lower");
    assert.ok(box.y > USUAL.height - 200, `the chip stands at ${box.y}`);
    await composer.page.evaluate(addStyle, "low", LOW);
    await chipIs(composer, "upper");
    assert.ok(await composer.page.evaluate(isOpen, X_DIALOG.button));
    // The chips have come to where the pointer was, and do not leave under it.
    await composer.page.mouse.move(10, 10);
    await composer.page.evaluate(() => document.querySelector("#low").remove());
    await chipIs(composer, "lower");
    await composer.close();
  });

  test("the chips do not move from under the person's pointer", async () => {
    const composer = await compose(USUAL);
    const { x, y } = await chipIs(composer, "lower");
    await composer.page.mouse.move(x, y);
    await composer.page.evaluate(addStyle, "low", LOW);
    await chipIs(composer, "lower");
    assert.equal(await composer.page.evaluate(isOpen, X_DIALOG.button), false);
    await composer.page.mouse.move(10, 10);
    await chipIs(composer, "upper");
    await composer.close();
  });

  test("the chips take at most half of a small window, and all of them can be reached", async () => {
    const composer = await compose(SMALL);
    await composer.type(FOREIGN);
    await composer.sight.says(NOT_CHECKED);
    const { x, y } = await composer.sight.control("status", new RegExp(NOT_CHECKED));
    const taken = await composer.page.evaluate(takenByUs);
    assert.ok(taken > 0 && taken <= SMALL.height / 2, `${taken} pixels are ours`);
    await composer.page.mouse.move(x, y);
    await composer.page.mouse.wheel({ deltaY: -400 });
    // Firefox scrolls over several frames, and may begin some frames later.
    await until(composer.page, "the chip's button in sight", async () => {
      const button = await globalThis.onceStill(() => globalThis.findControl("button", "^Personal$", ""));
      return (
        button && document.elementFromPoint(button.x, button.y)?.parentElement === document.documentElement
      );
    });
    await composer.sight.press("button", /^Personal$/);
    await composer.sight.gone("group", ACCOUNT);
    await composer.close();
  });
});
