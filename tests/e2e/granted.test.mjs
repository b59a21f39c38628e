// Hosts that no description names: offered by the popup, checked once the person allows them, left without a trace when
// the person takes them back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { until } from "./harness/until.mjs";

const HOST = "forum.example";
const RICH = { box: ".field .ql-editor", lines: "p" };
const TO_COMPLAINT =
  "Thank you for the feedback. Privacy rules mean we can't discuss anyone's care here, or say who has been to our office. Please call our office and ask for the office manager so we can listen.";
const FIELD = { box: ".field", button: ".send", line_break: "Enter" };

inEveryBrowser(
  "granted hosts",
  (stage) => {
    test("a host is offered, checked from the moment it is allowed, and left when it is taken back", async () => {
      const composer = await stage.compose(`https://${HOST}/forum/1`, FIELD);
      await composer.type(NAMED_PATIENT);
      const popup = await stage.browser.openPopup(composer.page);
      await shows(popup, "#grant-host", `Check on ${HOST} too`);
      await shows(popup, "#status-heading", "Not checking here");
      await stage.browser.grantFromPopup(popup, HOST);
      await composer.page.bringToFront();
      await composer.underlines.are(PATIENT);

      await composer.page.reload();
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);

      const other = await stage.compose("https://www.ratemds.com/forum/1", FIELD);
      const elsewhere = await stage.browser.openPopup(other.page);
      await shows(elsewhere, "#grant-host", "Check on www.ratemds.com too");
      await elsewhere.close();
      await other.close();

      const again = await stage.browser.openPopup(composer.page);
      await shows(again, "#status-heading", "Checking on this site");
      await shows(again, "#revoke-host", `Stop checking on ${HOST}`);
      await stage.browser.revokeFromPopup(again, HOST);
      await composer.page.bringToFront();
      await composer.underlines.are();
      assert.deepEqual(await traces(composer.page), []);
      await composer.page.reload();
      await composer.focus();
      await composer.type(NAMED_PATIENT);
      const last = await stage.browser.openPopup(composer.page);
      await shows(last, "#status-heading", "Not checking here");
      assert.deepEqual(await composer.underlines.list(), []);
      await last.close();
      await composer.close();
    });

    test("fields that take no text of several lines, searches and lists of addresses are left alone", async () => {
      await stage.grant([HOST]);
      const composer = await stage.compose(`https://${HOST}/forum/1`, FIELD);
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      for (const box of ["#find", "#query", "#address", '[type="password"]']) {
        const field = await composer.page.$(box);
        await field.click();
        await composer.type(NAMED_PATIENT);
      }
      await composer.focus();
      await composer.type(" Yay");
      await composer.underlines.are(PATIENT);
      await composer.close();
    });

    test("a review is offered a safe answer there too", async () => {
      await stage.grant([HOST]);
      const composer = await stage.compose(`https://${HOST}/ratings/3`, RICH);
      await composer.sight.press("button", /^Answer a complaint/);
      await composer.textIs(TO_COMPLAINT);
      await composer.undo();
      await composer.textIs("");
      await composer.sight.control("button", /^Answer a complaint/);
      await composer.close();
    });

    test("below a list of reviews nobody knows which one is answered, so none is", async () => {
      await stage.grant([HOST]);
      const composer = await stage.compose(`https://${HOST}/feedback/4`, FIELD);
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.page.keyboard.down("Control");
      await composer.page.keyboard.press("a");
      await composer.page.keyboard.up("Control");
      await composer.page.keyboard.press("Backspace");
      // What empties the box's underlines is the same answer that offers what may be said in it.
      await composer.underlines.are();
      const offered = (await composer.sight.controls()).filter(({ name }) => name.startsWith("Answer a"));
      assert.deepEqual(offered, []);
      await composer.close();
    });
  },
  300_000,
  { grants: [] },
);

/** Waits until a person would read this there. */
async function shows(popup, selector, wanted) {
  await until(
    popup,
    `“${wanted}” in ${selector}`,
    (selector, wanted) => {
      const element = document.querySelector(selector);
      return element.checkVisibility() && element.textContent === wanted;
    },
    selector,
    wanted,
  );
}

/** What of ours a page's script could still find. */
function traces(page) {
  return page.evaluate(() => [
    ...[...document.documentElement.children]
      .map(({ localName }) => localName)
      .filter((name) => name === "div"),
    ...CSS.highlights.keys(),
  ]);
}
