// Where nothing that posts is recognized, a post cannot be held: that is said, stands in nobody's way, and is never said
// of a page that only draws its button late.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { HARMLESS, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { axeFaults, badgeIs, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { until } from "./harness/until.mjs";
import { Witness } from "./harness/witness.mjs";

const COMPOSE = "https://x.com/compose/post";
const MISSING = { posts: false, leads_on: false };

inEveryBrowser("unguarded", (stage) => {
  let witness;
  before(async () => {
    witness = await Witness.listen(stage.browser);
  });

  const compose = async (url, box) => {
    await witness.forget();
    return stage.compose(url, box);
  };

  test("says that posts are not guarded where the button has another name, until it is back", async () => {
    const composer = await compose(COMPOSE, X_DIALOG);
    await composer.page.$eval(X_DIALOG.button, rename, "renamed");
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await witness.doors(MISSING);
    const popup = await stage.browser.openPopup(composer.page);
    await reads(popup, "#status-heading", "Checked, but not guarded");
    await reads(popup, "#status-detail", /does not recognize the post button of X/);
    await badgeIs(popup, "1!");
    await titleHas(popup, /1 open finding on this page\n.*does not recognize the post button/);
    assert.deepEqual(await axeFaults(popup), []);
    await saveScreen(stage, popup, "popup-unguarded");
    await composer.page.$eval('[data-testid="renamed"]', rename, "tweetButton");
    await reads(popup, "#status-heading", "Checking on X");
    await badgeIs(popup, "1");
    await titleHas(popup, /^Chaperone: 1 open finding on this page$/);
    await popup.close();
    await composer.close();
  });

  test("a button that it does not know posts at once, and with the draft goes what was said", async () => {
    const composer = await compose(COMPOSE, X_DIALOG);
    const before = stage.server.posts.length;
    await composer.page.$eval(X_DIALOG.button, rename, "renamed");
    await composer.type(HARMLESS);
    const popup = await stage.browser.openPopup(composer.page);
    await reads(popup, "#status-heading", "Checked, but not guarded");
    await badgeIs(popup, "!");
    await popup.close();
    await composer.press('[data-testid="renamed"]');
    assert.equal((await composer.isPosted()).text, HARMLESS);
    assert.equal(stage.server.posts.length, before + 1);
    const again = await stage.browser.openPopup(composer.page);
    await reads(again, "#status-heading", "Checking on X");
    await badgeIs(again, "");
    await again.close();
    await composer.close();
  });

  test("copies a report that names what was looked for in vain, without a word of the person", async () => {
    const composer = await compose(COMPOSE, X_DIALOG);
    await composer.page.$eval(X_DIALOG.button, rename, "renamed");
    await composer.type(NAMED_PATIENT);
    const popup = await stage.browser.openPopup(composer.page);
    await reads(popup, "#status-heading", "Checked, but not guarded");
    await stage.browser.pressInPopup(popup, "#diagnosis-copy");
    await reads(popup, "#diagnosis-copied", /^Copied/);
    await popup.close();
    await composer.page.bringToFront();
    await composer.focus();
    await composer.selectAll();
    await composer.pasteClipboard();
    const report = (await composer.text()).replace(/\n+/g, "\n");
    assert.match(report, /^state checking, not guarded\nfield .* > div\[role="textbox"\]/m);
    assert.match(report, /^MISS composers\[4\]\.submit\[0\] 0 \(0 visible\) \[data-testid="tweetButton"\]$/m);
    assert.match(report, /^MISS composers\[4\]\.leads_on\[0\] 0 .* "Schedule" "Programar"$/m);
    assert.match(report, /^hit {2}composers\[4\]\.boxes\[0\]/m);
    assert.doesNotMatch(report, /alice|Marcus/i);
    await composer.close();
  });

  for (const [name, delay] of [
    ["only once there is text", 0],
    ["long after the text", 800],
  ]) {
    test(`a button that the page draws ${name} is never missed`, async () => {
      const composer = await compose(COMPOSE, X_DIALOG);
      await composer.page.$eval(X_DIALOG.button, drawLate, delay);
      await composer.type(NAMED_PATIENT);
      await witness.doors({ posts: true });
      assert.equal(await witness.misses(), 0);
      await composer.pressPost();
      await composer.isHeld();
      await composer.close();
    });
  }

  test("a button that schedules in place of the one that posts is known", async () => {
    const composer = await compose(COMPOSE, X_DIALOG);
    await composer.page.$eval(X_DIALOG.button, (button) => {
      button.firstChild.data = "Schedule";
    });
    await composer.type(NAMED_PATIENT);
    await witness.doors({ posts: false, leads_on: true });
    assert.equal(await witness.misses(), 0);
    await composer.close();
  });

  test("Next counts until it is pressed, then the next step's own button; Cancel counts never", async () => {
    const composer = await compose("https://www.facebook.com/composer", FACEBOOK_POST);
    await composer.page.evaluate(makeSteps, FACEBOOK_POST.button);
    await composer.type(NAMED_PATIENT);
    await witness.doors({ posts: false, leads_on: true });
    assert.equal(await witness.misses(), 0);
    await composer.press('[aria-label="Next"]');
    await witness.doors(MISSING);
    await composer.page.evaluate(() => globalThis.drawPost());
    await witness.doors({ posts: true, leads_on: false });
    await composer.close();
  });

  test("a button in a shadow root is missed there, and found when it is back", async () => {
    const box = { box: "#body", button: "#submit-post-button >>> button" };
    const composer = await compose("https://www.reddit.com/r/clinic/submit", box);
    const host = "#submit-post-button";
    await composer.page.$eval(host, (button) => {
      button.id = "renamed";
    });
    await composer.type(NAMED_PATIENT);
    await witness.doors(MISSING);
    await composer.page.$eval("#renamed", (button) => {
      button.id = "submit-post-button";
      button.after(document.createElement("hr"));
    });
    await witness.doors({ posts: true });
    await composer.close();
  });
});

/** Waits until some tab's toolbar button has such a title. */
async function titleHas(popup, { source }) {
  await until(
    popup,
    `${source} in the title of a toolbar button`,
    async (source) => {
      const tabs = await chrome.tabs.query({});
      const titles = await Promise.all(tabs.map(({ id }) => chrome.action.getTitle({ tabId: id })));
      return titles.some((title) => new RegExp(source).test(title));
    },
    source,
  );
}

/** Runs in the page: draws a button anew under another name. */
function rename(button, name) {
  const { parentElement, nextSibling } = button;
  button.remove();
  button.dataset.testid = name;
  parentElement.insertBefore(button, nextSibling);
}

/** Runs in the page: takes a button away until something has been typed, and so many milliseconds longer. */
function drawLate(button, delay) {
  const { parentElement } = button;
  button.remove();
  const draw = () => parentElement.append(button);
  document.addEventListener("input", () => (delay > 0 ? setTimeout(draw, delay) : draw()), { once: true });
}

/** Runs in the page: a first step with Cancel and Next in place of Post, and a second one without any, at first. */
function makeSteps(css) {
  const post = document.querySelector(css);
  const around = post.parentElement;
  post.remove();
  globalThis.drawPost = () => around.append(post);
  for (const label of ["Cancel", "Next"]) {
    const control = document.createElement("div");
    control.setAttribute("role", "button");
    control.setAttribute("aria-label", label);
    control.textContent = label;
    control.addEventListener("click", () => control.remove());
    around.append(control);
  }
}
