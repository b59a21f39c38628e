// Every compose box of every described site, in both browsers: found, read, painted, fixed, guarded, and what is known
// of the account, the answered words and the media. What to expect stands in each fixture's `surfaces.json`.
//
// The run writes `docs/sites.md` and fails when that differs from what was there. `SITE=x` runs one site's rows,
// `BROWSER=firefox` one browser's; only with both browsers is the page written.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PATIENT } from "./drafts.mjs";
import { fixtures } from "./harness/fixtures.mjs";
import { SitesPage } from "./harness/sites_page.mjs";
import { BROWSER_NAMES, inEveryBrowser } from "./harness/stage.mjs";
import { Witness } from "./harness/witness.mjs";

const GREETING = "Thanks all 🎉 @lakeview";
const STORY = `So proud of ${PATIENT} for finishing chemo with us!`;
/** About a minute a site, on a machine that does other things too. */
const LONGEST_RUN_MS = 900_000;
const FIXED = "someone special";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const chosen = fixtures().filter(
  ({ site, surfaces }) => surfaces.length > 0 && site === (process.env.SITE ?? site),
);
const page = new SitesPage(chosen);
const folder = mkdtempSync(join(tmpdir(), "chaperone-media-"));
const picture = join(folder, "waiting-room.png");
writeFileSync(picture, PICTURE);
after(() => rmSync(folder, { recursive: true }));

const grants = chosen.filter(({ granted }) => granted).flatMap(({ hosts }) => hosts);
for (const [name, isIn, options] of [
  ["surfaces", ({ granted }) => !granted, {}],
  ["surfaces on hosts that the person has allowed", ({ granted }) => granted, { grants }],
]) {
  const some = chosen.filter(isIn);
  if (some.length > 0) {
    inEveryBrowser(name, (stage) => declareRows(stage, some), LONGEST_RUN_MS, options);
  }
}

function declareRows(stage, some) {
  let witness;
  before(async () => {
    witness = await Witness.listen(stage.browser);
  });

  for (const { site, surfaces } of some) {
    for (const surface of surfaces) {
      test(`${site}: ${surface.name}`, async (t) => {
        const row = new Row(stage, witness, site, surface);
        for (const step of ["found", "read", "painted", "fixed", "account", "parent", "media", "guarded"]) {
          const isDone = await t
            .test(step, async () => {
              page.note(stage.browser.name, site, surface, step, await row[step]());
              row.done = step;
            })
            .then(() => row.done === step);
          if (!isDone) break;
        }
        await row.close();
      });
    }
  }
}

after(() => {
  if (BROWSER_NAMES.length > 1) page.write();
});

/** One surface in one browser. Each step answers what stands in its cell. */
class Row {
  done = "";
  #stage;
  #witness;
  #site;
  #surface;
  #composer;
  #text;
  #check;

  constructor(stage, witness, site, surface) {
    this.#stage = stage;
    this.#witness = witness;
    this.#site = site;
    this.#surface = surface;
    const gap = surface.parts ? "\n\n" : "\n";
    this.#text = surface.line_break === null ? STORY : `${GREETING}${gap}${STORY}`;
  }

  async found() {
    await this.#witness.forget();
    this.#composer = await this.#stage.compose(this.#surface.url, this.#surface);
    const first = this.#text.slice(0, 1);
    await this.#composer.type(first);
    const check = await this.#witness.text(first);
    assert.equal(check.context.site, this.#site);
    assert.equal(check.context.surface, this.#surface.surface);
    assert.equal(check.context.audience, this.#surface.audience ?? "public");
    return check.context.surface;
  }

  async read() {
    await this.#composer.type(this.#text.slice(1));
    await this.#composer.textIs(this.#text);
    this.#check = await this.#witness.text(this.#text);
    return "yes";
  }

  async painted() {
    await this.#composer.underlines.include(PATIENT);
    return "yes";
  }

  async fixed() {
    await this.#composer.openCard(PATIENT);
    await this.#composer.applyFix();
    const fixed = this.#text.replace(PATIENT, FIXED);
    await this.#composer.textIs(fixed);
    await this.#witness.text(fixed);
    await this.#composer.underlines.lack(PATIENT);
    await this.#composer.undo();
    await this.#composer.textIs(this.#text);
    await this.#composer.underlines.include(PATIENT);
    return "one undo";
  }

  async account() {
    const { account } = this.#surface;
    assert.equal(this.#check.account.handle, account.none ? null : account);
    return account.none ?? "yes";
  }

  async parent() {
    const { parent } = this.#surface;
    assert.deepEqual(this.#check.context.replying_to, parent.none ? undefined : parent);
    return Object.keys(parent).join(", ");
  }

  async media() {
    const { media } = this.#surface;
    if (media.press) await this.#composer.press(media.press);
    if (media.file) await this.#composer.chooseFile(media.file, picture);
    const isAdded = media.press || media.file;
    const { context } = isAdded ? await this.#witness.attachment() : this.#check;
    assert.deepEqual(context.attachments, media.is ?? []);
    return [...new Set(context.attachments.flatMap(Object.entries).map(named))].join(", ");
  }

  async guarded() {
    const { button, keys } = this.#surface;
    const doors = await this.#witness.doors();
    assert.ok(doors.posts || doors.leads_on || !doors.expected, "nothing that posts is recognized");
    const ways = [];
    const before = this.#stage.server.posts.length;
    if (!button.none) {
      await this.#composer.pressPost();
      await this.#composer.isHeld();
      await this.#composer.keepEditing();
      ways.push("button");
    }
    if (!keys.none) {
      await this.#composer.focus();
      await this.#composer.pressPostKeys();
      await this.#composer.isHeld();
      ways.push(keys.replace("Control", "Ctrl"));
    } else {
      await this.#composer.pressPost();
      await this.#composer.isHeld();
    }
    assert.equal(this.#stage.server.posts.length, before, "a held post has gone out");
    assert.equal(await this.#witness.misses(), 0, "it was taken for unguarded");
    const badges = await this.#witness.badges();
    assert.ok(!badges.some((badge) => badge.includes("!")), `the toolbar buttons show ${badges}`);
    await this.#composer.postAnyway();
    const posted = await this.#composer.isPosted();
    // Draft.js and Lexical join their paragraphs with one or two line ends, as they please.
    const plain = (text) => text.replace(/\n+/g, "\n");
    assert.equal(plain(posted.text), plain(this.#text));
    assert.equal(this.#stage.server.posts.length, before + 1, "it was posted more than once");
    return ways.join(", ");
  }

  async close() {
    await this.#composer?.close();
  }
}

function named([key, value]) {
  return key === "kind" ? value : key;
}
