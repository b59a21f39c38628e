// Every editor as its library ships it: what a fix and an undo do to what is shown and to the editor's own model.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PATIENT } from "./drafts.mjs";
import { BROWSER_NAMES, Stage } from "./harness/stage.mjs";
import { PATIENCE, until } from "./harness/until.mjs";
import { EDITORS, layOutWorkbench } from "./harness/workbench.mjs";

const chosen = EDITORS.filter(({ name }) => name === (process.env.EDITOR_NAME ?? name));

const FIXED = "someone special";
const praise = (name) => `So proud of ${name} for finishing chemo with us!`;
const NAMES = ["Marcus Bell", "Hannah Reyes", "Peter Novak"];
const STORY = NAMES.map(praise);
const LAST_WORD = "what the person does right behind a fix stands, in a page that hangs too";
/** How long a person's finger stays on the button, in milliseconds: an editor may draw its text anew meanwhile. */
const HUMAN_PRESS = 60;
const ANSWER =
  "Thank you for asking. We can't advise on individual situations online. Please call our office. In an emergency call 911.";

for (const browser of BROWSER_NAMES) {
  describe(`editors (${browser})`, { timeout: 600_000 }, () => {
    const stage = new Stage();
    const workbench = layOutWorkbench();
    before(() => stage.open(browser, { dist: workbench.folder }));
    after(async () => {
      await stage.close();
      workbench.remove();
    });

    for (const { name, gap = "\n", ...box } of chosen) {
      const open = (variant = "") =>
        stage.compose(`https://workbench.example/${name}/${variant}`, { line_break: "Enter", ...box });

      const holds = async (composer, lines) => {
        await composer.textIs(lines.join("\n"));
        const wanted = lines.join(gap);
        assert.equal(await composer.page.evaluate(modelOnce, wanted, PATIENCE), wanted);
      };

      const fix = async (composer, words, held = 0) => {
        await composer.openCard(words, held);
        await composer.applyFix();
        await composer.underlines.lack(words);
      };

      test(`${name}: fixes in the first, the middle and the last line, and as many undos take that back`, async () => {
        const composer = await open();
        await composer.type(STORY.join("\n"));
        await holds(composer, STORY);
        const states = [STORY];
        for (const at of [1, 0, 2]) {
          await fix(composer, NAMES[at]);
          states.push(states.at(-1).with(at, praise(FIXED)));
          await holds(composer, states.at(-1));
        }
        for (const before of states.slice(0, -1).reverse()) {
          await composer.undo();
          await holds(composer, before);
        }
        await composer.close();
      });

      test(`${name}: fixes bold words between a mention, an emoji and a link, which stay`, async () => {
        const composer = await open("rich");
        const before = "@lakeview is so proud of Marcus Bell🎉 for finishing chemo with us, see our page";
        await holds(composer, [before]);
        const links = await count(composer, "a");
        await fix(composer, PATIENT);
        await holds(composer, [before.replace(PATIENT, FIXED)]);
        assert.equal(await count(composer, "a"), links);
        await composer.undo();
        await holds(composer, [before]);
        await composer.close();
      });

      test(`${name}: fixes after the person has typed on with the card open, as a step of undo of its own`, async () => {
        const composer = await open();
        await composer.type(STORY[0]);
        await composer.openCard(PATIENT);
        await composer.page.keyboard.press("End");
        await until(composer.page, "the caret at the end", () => globalThis.isCaretAtEnd());
        await composer.type(" Thanks.");
        await composer.applyFix();
        await holds(composer, [`${praise(FIXED)} Thanks.`]);
        await composer.undo();
        await holds(composer, [`${STORY[0]} Thanks.`]);
        await composer.close();
      });

      test(`${name}: fixes while a word is being composed, which stays`, async () => {
        const composer = await open();
        await composer.type(`${STORY[0]} `);
        await composer.underlines.include(PATIENT);
        await stage.browser.composeWord(composer.page, "にほ");
        await until(
          composer.page,
          "the word that is composed",
          (css) => globalThis.seeText(document.querySelector(css)).includes("にほ"),
          box.box,
        );
        await fix(composer, PATIENT, HUMAN_PRESS);
        await holds(composer, [`${praise(FIXED)} にほ`]);
        await composer.close();
      });

      test(`${name}: takes a safe answer into the empty box, and one undo takes it out`, async () => {
        const composer = await open("asked");
        await composer.sight.press("button", /^Answer a health question/);
        await holds(composer, [ANSWER]);
        await composer.undo();
        assert.equal(await composer.page.evaluate(modelOnce, "", PATIENCE), "");
        assert.equal(await composer.text(), "");
        assert.ok(!(await composer.sight.words()).some((words) => words.includes("did not take the change")));
        await composer.close();
      });

      // Only a script can put half a character in, and Slate's model never hears of what a script puts in.
      if (name !== "slate") {
        test(`${name}: finds its place behind half an emoji, and fixes there`, async () => {
          const composer = await open();
          // Whatever a script puts into its empty box, Draft.js breaks down over.
          await composer.type("A");
          await composer.textIs("A");
          await composer.page.evaluate(() => {
            document.execCommand("insertText", false, `${String.fromCharCode(0xd83d)} 🎉 `);
          });
          await composer.type(STORY[0]);
          await composer.underlines.are(PATIENT);
          await fix(composer, PATIENT);
          const text = await composer.page.evaluate(
            (css, lines) => {
              const shown = globalThis.seeText(document.querySelector(css), lines);
              return [...shown].map((letter) => (letter.isWellFormed() ? letter : "½")).join("");
            },
            ...[box.box, box.lines ?? null],
          );
          assert.match(text, new RegExp(`^A[½\ufffd] 🎉 ${praise(FIXED)}$`));
          await composer.close();
        });
      }
    }

    for (const [name, keys, ends] of [
      ["tiptap", "undo", STORY[0]],
      ["draft", "undo", STORY[0]],
      ["slate", "x", praise(`${FIXED}x`)],
      ["plain", "x", praise(`${FIXED}x`)],
    ]) {
      test(`${name}: ${LAST_WORD}`, async () => {
        const { box } = EDITORS.find((editor) => editor.name === name);
        const composer = await stage.compose(`https://workbench.example/${name}/`, { box });
        await composer.type(STORY[0]);
        await composer.openCard(PATIENT);
        await composer.page.evaluate(hangOnceThereIs, FIXED);
        const hanging = new Promise((resolve) => composer.page.once("console", resolve));
        await composer.applyFix();
        await hanging;
        await (keys === "undo" ? composer.undo() : composer.type(keys));
        await composer.textIs(ends);
        await composer.underlines[keys === "undo" ? "include" : "lack"](PATIENT);
        assert.equal(await composer.text(), ends);
        await composer.close();
      });
    }

    test("react-textarea: a fix goes in whole or not at all", async () => {
      const whole = { box: EDITORS.find(({ name }) => name === "react-textarea").box };
      const composer = await stage.compose("https://workbench.example/react-textarea/", whole);
      await composer.type(STORY[0]);
      await composer.openCard(PATIENT);
      await composer.page.$eval(
        whole.box,
        (field, longest) => {
          field.maxLength = longest;
          globalThis.heard = 0;
          field.addEventListener("input", () => globalThis.heard++);
        },
        STORY[0].length + 1,
      );
      await composer.applyFix();
      await composer.sight.says("did not take the change");
      assert.equal(await composer.text(), STORY[0]);
      assert.equal(await composer.page.evaluate(() => globalThis.heard), 0);
      await composer.close();
    });

    test("react-textarea: a page that makes something else of a fix gets its words back, and that is said", async () => {
      const { box } = EDITORS.find(({ name }) => name === "react-textarea");
      const composer = await stage.compose("https://workbench.example/react-textarea/", { box });
      await composer.type(STORY[0]);
      await composer.openCard(PATIENT);
      await composer.page.$eval(box, (field) => {
        const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
        field.addEventListener("input", () => set.call(field, field.value.replace("special", "sp")));
      });
      await composer.applyFix();
      await composer.sight.says("did not take the change");
      assert.equal(await composer.text(), STORY[0]);
      await composer.close();
    });

    test("plain: an editor that makes something else of a fix gets its words back, and that is said", async () => {
      const composer = await stage.compose("https://workbench.example/plain/stubborn", { box: "#box" });
      await composer.type(STORY[0]);
      await composer.openCard(PATIENT);
      await composer.applyFix();
      await composer.sight.says("did not take the change");
      await composer.textIs(STORY[0]);
      assert.deepEqual(await composer.sight.accessibility(), []);
      await composer.close();
    });
  });
}

/** Runs in the page: lets it hang for half a second before it draws these words, and says so when that begins. */
function hangOnceThereIs(words) {
  const box = document.querySelector("#box");
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const end = performance.now() + 500;
    while (performance.now() < end);
  };
  const observer = new MutationObserver(() => {
    if (!box.innerText.includes(words)) return;
    observer.disconnect();
    console.log("hangs");
    port2.postMessage(null);
  });
  observer.observe(box, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page: the model as soon as it is as wanted, or as it is when patience ends. Some write it later. */
function modelOnce(wanted, patience) {
  const end = performance.now() + patience;
  return new Promise((answer) => {
    const look = () => {
      const model = globalThis.readModel();
      if (model === wanted || performance.now() > end) answer(model);
      else requestAnimationFrame(look);
    };
    look();
  });
}

function count(composer, css) {
  return composer.page.$$eval(`#box ${css}`, (found) => found.length);
}
