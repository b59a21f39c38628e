// Before a word is typed: to a health question, a review or somebody in danger a safe answer is offered, quietly, and
// written only when it is chosen. Nothing is posted by it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { FACEBOOK_COMMENT, X_INLINE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const PHONE = "(555) 014-2270";
const OFFICE = { practice: "Lakeview Dental", phone: PHONE, contact: "Jordan" };
const TO_QUESTION = `Thank you for asking. We can't advise on individual situations online. Please call ${PHONE}. In an emergency call 911.`;
const TO_COMPLAINT = `Thank you for the feedback. Privacy rules mean we can't discuss anyone's care here, or say who has been to our office. Please call ${PHONE} and ask for Jordan so we can listen.`;
const IN_CRISIS = `If you might hurt yourself, call or text 988 now, or 911 in an emergency. We're at ${PHONE}.`;

const GOOGLE_REPLY = { box: "textarea", button: 'button[jsname="hrGhad"]', line_break: "Enter" };
const X_REPLY = "https://x.com/jordan/status/1";
const PARENT = '[data-ad-rendering-role="story_message"]';

const PLACES = [
  [
    "a review on Google",
    "https://www.google.com/local/business/4711/customers/reviews",
    GOOGLE_REPLY,
    TO_COMPLAINT,
  ],
  ["a question on Facebook", "https://www.facebook.com/", FACEBOOK_COMMENT, TO_QUESTION],
  ["a question on X", X_REPLY, X_INLINE, TO_QUESTION],
];

const OFFERED = /^(Answer a|Help in a crisis|Thank for)/;

inEveryBrowser("safe answers", (stage) => {
  before(async () => {
    const page = await stage.browser.openOwnPage();
    const settings = { version: 1, office: OFFICE };
    await page.evaluate((stored) => chrome.storage.local.set({ settings: stored }), settings);
    await page.close();
  });

  for (const [place, url, box, answer] of PLACES) {
    test(`${place} is offered a safe answer, which goes into the draft word for word`, async () => {
      const composer = await stage.compose(url, box);
      const posts = stage.server.posts.length;
      const offered = await composer.sight.control("button", OFFERED);
      assert.ok(offered.name.includes(answer), offered.name);
      await composer.sight.says("Chaperone offers a safe answer");
      const controls = await composer.sight.controls();
      assert.deepEqual(
        controls.filter(({ focused }) => focused),
        [],
      );
      assert.deepEqual(await composer.sight.accessibility(), []);

      await composer.sight.press("button", OFFERED);
      await composer.textIs(answer);
      await composer.sight.gone("button", OFFERED);
      assert.deepEqual(await composer.underlines.list(), []);
      assert.equal(stage.server.posts.length, posts);
      await composer.pressPost();
      assert.equal((await composer.isPosted()).text, answer);
      await composer.close();
    });
  }

  test("the offer is reached, left and taken by keyboard, and goes with the first letter", async () => {
    const composer = await stage.compose(X_REPLY, X_INLINE);
    await composer.sight.control("button", OFFERED);
    const reach = async () => {
      await stage.browser.pressShortcut(composer.page, "open-card");
      await composer.sight.focused("button", OFFERED);
    };
    await reach();
    await composer.page.keyboard.press("Escape");
    await composer.type("Hi");
    await composer.textIs("Hi");
    await composer.sight.gone("button", OFFERED);
    await composer.selectAll();
    await composer.page.keyboard.press("Backspace");
    await composer.sight.control("button", OFFERED);
    await reach();
    await composer.page.keyboard.press("Enter");
    await composer.textIs(TO_QUESTION);
    await composer.close();
  });

  test("emergency lines come first, ordinary words get no offer, and one that was closed stays away", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    const parent = (text) =>
      composer.page.$eval(
        PARENT,
        (shown, words) => {
          shown.textContent = words;
        },
        text,
      );
    await composer.sight.control("button", OFFERED);
    await parent("I can't breathe and my rash is spreading, what should I do?");
    await composer.sight.control("button", /^Help in a crisis/);
    const names = (await composer.sight.controls()).map(({ name }) => name);
    const offers = names.filter((name) => OFFERED.test(name));
    assert.ok(offers[0].includes(IN_CRISIS), offers[0]);
    assert.ok(offers[1].includes(TO_QUESTION), offers[1]);
    await composer.sight.says("Somebody may be in danger");

    await parent("Our book fair is on Saturday. Who is coming?");
    await composer.sight.gone("button", OFFERED);

    await parent("My rash is spreading, is it eczema?");
    await composer.sight.control("button", OFFERED);
    await composer.sight.press("button", /^Close/);
    await composer.sight.gone("button", OFFERED);
    await composer.page.$eval(FACEBOOK_COMMENT.box, (box) => box.blur());
    await composer.focus();
    await composer.type("a");
    await composer.page.keyboard.press("Backspace");
    await composer.textIs("");
    await composer.sight.gone("button", OFFERED);
    await composer.close();
  });
});
