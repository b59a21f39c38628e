// Drafts in other languages: Spanish is checked, and what cannot be checked is said to be so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { X_DIALOG } from "./harness/composer.mjs";
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
