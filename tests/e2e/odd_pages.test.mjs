// Pages that do what nobody expects while a draft is open: take its box away, go elsewhere, draw it anew at every key,
// stand in each other's way. The draft stays the person's, and nothing slips through.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HARMLESS, INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { BROWSER_NAMES, Stage } from "./harness/stage.mjs";
import { until } from "./harness/until.mjs";
import { layOutWorkbench } from "./harness/workbench.mjs";

const PLAIN = "https://workbench.example/plain/";
const BOX = { box: "#box", button: "#post", keys: "Control+Enter", line_break: "Enter" };

for (const browser of BROWSER_NAMES) {
  describe(`odd pages (${browser})`, { timeout: 300_000 }, () => {
    const stage = new Stage();
    const workbench = layOutWorkbench();
    before(() => stage.open(browser, { dist: workbench.folder }));
    after(async () => {
      await stage.close();
      workbench.remove();
    });

    test("a page that leaves while a post is held takes the question along, and the next box is guarded too", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      await composer.page.evaluate(countPosts);
      await composer.type(NAMED_PATIENT);
      await composer.pressPost();
      await composer.isHeld();
      await composer.page.evaluate(() => {
        history.pushState(null, "", "/plain/elsewhere");
        globalThis.replaceBox();
      });
      await composer.sight.gone("alertdialog", /./);
      await composer.underlines.are();
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.openCard(PATIENT);
      await composer.page.evaluate(() => globalThis.replaceBox());
      await composer.sight.gone("dialog", /./);

      await composer.page.evaluate(() => globalThis.replaceBoxAtEveryKey());
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.pressPost();
      await composer.isHeld();
      await composer.keepEditing();
      await composer.openCard(PATIENT);
      await composer.applyFix();
      await until(
        composer.page,
        "the fixed text",
        (fixed) => document.querySelector("#box").innerText === fixed,
        NAMED_PATIENT.replace(PATIENT, "someone special"),
      );
      await composer.underlines.are();
      assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
      await composer.close();
    });

    test("words that the page puts in under the question are asked about in their turn", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.pressPost();
      await composer.isHeld();
      await composer.giveReason(/^Nobody in it is a patient/);
      await composer.page.$eval("#box", (box) => {
        box.textContent = "Our patient Sarah Lopez finished dialysis with us.";
      });
      await composer.sight.press("button", /^Post anyway/);
      await composer.sight.says("“Sarah Lopez”");
      await composer.close();
    });

    test("the second half of a double click on Post answers no question, and on Post anyway it posts no second time", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      const { page } = composer;
      await page.$eval(BOX.button, (button) => {
        globalThis.presses = 0;
        button.addEventListener("click", () => {
          globalThis.presses += 1;
        });
      });
      await composer.type(INVITATION);
      await composer.underlines.are(INVITATION);
      await composer.pressPost();
      const { x, y } = await composer.sight.control("button", /^Post anyway/);
      await composer.keepEditing();
      await page.$eval(
        BOX.button,
        (button, x, y) => {
          button.style.cssText = `position: fixed; left: ${x - 20}px; top: ${y - 10}px; width: 40px; height: 20px; z-index: 9`;
        },
        x,
        y,
      );
      await page.mouse.click(x, y, { count: 2 });
      await composer.sight.control("button", /^Post anyway/);
      assert.equal(await page.evaluate(() => globalThis.presses), 0);
      await page.mouse.click(x, y, { count: 2 });
      await composer.sight.gone("alertdialog", /./);
      await until(page, "the post", () => globalThis.presses > 0);
      assert.equal(await page.evaluate(() => globalThis.presses), 1);
      await composer.close();
    });

    test("of a press that is held, the post button hears nothing at all", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      const { page } = composer;
      await page.$eval(BOX.button, (button) => {
        globalThis.heard = [];
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
          button.addEventListener(type, () => globalThis.heard.push(type));
      });
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.pressPost();
      await composer.isHeld();
      assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
      await composer.close();
    });

    test("a field that is tied to its form from afar is guarded as one inside it", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      const { page } = composer;
      await page.evaluate(() => {
        const make = (tag, attributes) => {
          const made = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
          return made;
        };
        const form = make("form", { id: "far" });
        globalThis.submissions = 0;
        form.addEventListener("submit", (event) => {
          event.preventDefault();
          globalThis.submissions += 1;
        });
        const field = make("textarea", { id: "box", form: "far", style: "width: 400px; height: 90px" });
        const send = make("button", { id: "send", form: "far", type: "submit" });
        send.textContent = "Send";
        document.querySelector("#box").replaceWith(form, field, send);
      });
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await page.click("#send");
      await composer.isHeld();
      assert.equal(await page.evaluate(() => globalThis.submissions), 0);
      await composer.close();
    });

    test("a box that is drawn anew while its words are judged is judged as it stands then", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      const { page } = composer;
      await page.evaluate(() => {
        globalThis.posted = [];
        document.querySelector("#post").addEventListener("click", () => {
          globalThis.posted.push(document.querySelector("#box").textContent);
        });
      });
      await composer.type(HARMLESS);
      await stage.browser.stopBackground();
      await page.$eval(
        "#box",
        (box, words) => {
          const replace = () => {
            const anew = box.cloneNode(true);
            anew.textContent = words;
            box.replaceWith(anew);
          };
          // The press follows at once, while the background is still waking up to judge the changed words.
          const change = () => {
            box.append("!");
            setTimeout(replace, 20);
          };
          document.querySelector("#post").addEventListener("pointerenter", change, { once: true });
        },
        NAMED_PATIENT,
      );
      await composer.pressPost();
      await composer.underlines.are(PATIENT);
      assert.ok(!(await page.evaluate(() => globalThis.posted)).includes(NAMED_PATIENT));
      await composer.close();
    });

    test("a card closes when the person turns to something else on the page, and none opens for words that are selected", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      const { page } = composer;
      await composer.type(NAMED_PATIENT);
      await composer.openCard(PATIENT);
      await page.mouse.click(1240, 850);
      await composer.sight.gone("dialog", /./);
      const { x, y } = await composer.underlines.placeOf(PATIENT);
      const { left } = await page.$eval("#box", (box) => box.getBoundingClientRect().toJSON());
      await page.mouse.move(left + 3, y);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      await until(page, "a selection", () => getSelection().toString().length > 5);
      assert.ok(!(await composer.sight.controls()).some(({ role }) => role === "dialog"));
      await composer.close();
    });

    test("of two boxes behind one button, the one with the problem is asked about", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      await composer.page.evaluate(countPosts);
      await composer.page.evaluate(() => {
        const outer = document.querySelector("#box");
        const boxes = ["first", "second"].map((id) => {
          const box = document.createElement("p");
          box.id = id;
          box.contentEditable = "true";
          return box;
        });
        outer.contentEditable = "false";
        outer.replaceChildren(...boxes);
      });
      await composer.press("#first");
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.press("#second");
      await composer.type(HARMLESS);
      await composer.pressPost();
      await composer.isHeld();
      await composer.sight.press("button", /^Fix/);
      await composer.sight.control("dialog", /Names a patient/);
      await composer.applyFix();
      await composer.underlines.are();
      assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
      await composer.pressPost();
      await until(composer.page, "the post", () => globalThis.posts === 1);
      await composer.close();
    });

    test("in a modal dialog inside a dialog, in a page from right to left, everything can be seen and pressed", async () => {
      const composer = await stage.compose(PLAIN, BOX);
      await composer.page.evaluate(countPosts);
      await composer.page.evaluate(() => {
        document.documentElement.dir = "rtl";
        const outer = document.createElement("div");
        outer.setAttribute("role", "dialog");
        outer.style.display = "contents";
        const inner = document.createElement("dialog");
        inner.style.transform = "translateX(20px)";
        const sheet = document.createElement("style");
        sheet.textContent = "dialog > div { padding: 40px; position: relative; opacity: 0.9; }";
        inner.append(document.querySelector("#box"), document.querySelector("#post"));
        outer.append(inner);
        document.body.append(sheet, outer);
        inner.showModal();
      });
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.openCard(PATIENT);
      await composer.closeCard();
      await composer.pressPost();
      await composer.isHeld();
      assert.deepEqual(await composer.sight.accessibility(), []);
      await composer.sight.press("button", /^Keep editing/);
      await composer.openCard(PATIENT);
      await composer.applyFix();
      await composer.textIs(NAMED_PATIENT.replace(PATIENT, "someone special"));
      assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
      await composer.page.$eval("dialog", (dialog) => {
        document.body.append(...dialog.querySelectorAll("#box, #post"));
        dialog.close();
      });
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.openCard(PATIENT);
      await composer.close();
    });
  });
}

/** Runs in the page: counts what gets through to its button, and is ready to put its box elsewhere. */
function countPosts() {
  globalThis.posts = 0;
  document.querySelector("#post").addEventListener("click", () => {
    globalThis.posts += 1;
  });
  globalThis.replaceBox = (...content) => {
    const box = document.createElement("div");
    box.id = "box";
    box.contentEditable = "true";
    box.append(...content);
    document.querySelector("#box").replaceWith(box);
    return box;
  };
  globalThis.replaceBoxAtEveryKey = () => {
    const follow = (box) =>
      box.addEventListener("input", () => {
        const { anchorNode, anchorOffset } = getSelection();
        const next = globalThis.replaceBox(...box.childNodes);
        next.focus();
        if (next.contains(anchorNode)) getSelection().collapse(anchorNode, anchorOffset);
        follow(next);
      });
    follow(globalThis.replaceBox());
  };
}
