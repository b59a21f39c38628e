// What `./build.sh run` shows: the extension on a local copy of X's compose page.
//
// With a display it opens the browser and leaves it to you. Without one it types a post as a person would, prints
// what was flagged, applies a fix, and leaves pictures of all that under target/demo/.

import { mkdirSync } from "node:fs";
import { X_DIALOG } from "./harness/composer.mjs";
import { Stage } from "./harness/stage.mjs";

const ADDRESS = "https://x.com/compose/post";
const POST =
  "So proud of Marcus Bell for finishing chemo with us!\nGuaranteed pain-free implants, every time. DM me a pic of the rash.";
const PICTURES = "target/demo";

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await (hasDisplay ? openForAPerson() : showOnPaper());

async function openForAPerson() {
  const stage = new Stage();
  await stage.open("chromium", { headless: false });
  const page = (await stage.browser.browser.pages())[0] ?? (await stage.browser.browser.newPage());
  await page.goto(ADDRESS);
  console.log(`\nThe browser shows ${ADDRESS}, served from this machine. Type into the box, for example:\n`);
  console.log(`${indent(POST)}\n\nClose the browser to end.`);
  await new Promise((closed) => stage.browser.browser.once("disconnected", closed));
  await stage.close();
}

async function showOnPaper() {
  mkdirSync(PICTURES, { recursive: true });
  const stage = new Stage();
  try {
    console.log("\nThere is no display here, so this is the demo in words and pictures.");
    await stage.open("chromium");
    const composer = await stage.compose(ADDRESS, X_DIALOG);
    await composer.page.setViewport({ width: 1100, height: 720 });
    // So that no picture is taken while a panel fades in.
    await composer.page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    console.log(`\nTyping into X's compose box, key by key:\n\n${indent(POST)}`);
    await composer.type(POST);
    await composer.underlines.include("Marcus Bell");
    await composer.underlines.atLeast(3);
    const flagged = await composer.underlines.list();
    console.log(`\nUnderlined while typing:\n\n${indent(flagged.map(({ text }) => `“${text}”`).join("\n"))}`);
    await composer.page.screenshot({ path: `${PICTURES}/before.png` });

    for (const { text } of flagged) {
      const card = await composer.openCard(text);
      console.log(`\nThe card of “${text}”:\n\n${indent(inShort(card.name))}`);
      if (text === "Marcus Bell") await composer.page.screenshot({ path: `${PICTURES}/card.png` });
      await composer.closeCard();
    }

    await composer.openCard("Marcus Bell");
    const [fix] = (await composer.applyFix()).split("\n");
    await composer.underlines.lack("Marcus Bell");
    console.log(`\nAfter the fix “${fix}”:\n\n${indent(await composer.text())}`);
    await composer.page.screenshot({ path: `${PICTURES}/after.png` });
    console.log(`\nPictures: ${PICTURES}/before.png, ${PICTURES}/card.png, ${PICTURES}/after.png`);
  } finally {
    await stage.close();
  }
}

/** A card's words without its blank lines and its closing cross. */
function inShort(words) {
  return words
    .split("\n")
    .filter((line) => line !== "" && line !== "×")
    .join("\n");
}

function indent(text) {
  return text.replace(/^/gm, "    ");
}
