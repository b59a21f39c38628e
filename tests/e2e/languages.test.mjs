// Drafts in other languages: Spanish is checked, and what cannot be checked is said to be so. And a browser that speaks
// Spanish, whose person reads everything in Spanish, what the rules say too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { axeFaults, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const FOREIGN = "Wir sind am Montag wieder für Sie da, bitte rufen Sie uns an. ";
const ENGLISH = "We are open again on Monday. ";
const SPANISH = "Hoy operamos a mi paciente Marisol Quintero y todo salió bien. ";
const NOT_CHECKED = "in a language that Chaperone cannot check";

inEveryBrowser("languages", (stage) => {
  test("a paragraph in a language that is not supported is said to be unchecked", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(ENGLISH);
    await composer.type(FOREIGN + FOREIGN);
    await composer.sight.says(NOT_CHECKED);
    assert.deepEqual(await composer.sight.accessibility(), []);
    await composer.close();
  });

  test("Spanish is checked", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(SPANISH);
    await composer.underlines.atLeast(1);
    await composer.close();
  });
});

inEveryBrowser(
  "a Spanish browser",
  (stage) => {
    test("reads the card and the dialog in Spanish, with what the rule says", async () => {
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await composer.type(NAMED_PATIENT);
      await composer.openCard(PATIENT);
      await composer.sight.control("dialog", /Nombra a un paciente junto a su atención/);
      await composer.sight.control("button", /Quitar a la persona/);
      await composer.closeCard();
      await composer.pressPost();
      await composer.sight.says("Esta publicación está retenida");
      await composer.sight.says("Nombra a un paciente junto a su atención.");
      await composer.close();
    });

    test("reads the extension's pages in Spanish", async () => {
      const page = await stage.browser.openPage("coach/coach.html");
      await reads(page, "h1", "Un paciente quiere grabar la consulta");
      assert.equal(await page.evaluate(() => document.documentElement.lang.slice(0, 2)), "es");
      assert.ok((await page.$eval("#states", (list) => list.textContent)).includes("Pensilvania"));
      assert.deepEqual(await axeFaults(page), []);
      await saveScreen(stage, page, "coach-spanish");
      await page.close();
      const records = await stage.browser.openPage("records/records.html");
      await reads(records, "#records-heading", "Registros de decisiones");
      await saveScreen(stage, records, "records-spanish");
      await records.close();
    });
  },
  300_000,
  { language: "es" },
);
