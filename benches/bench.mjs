// What `./build.sh bench` prints: every promise about speed and size next to what was measured just now, here.

import { measureContentScript } from "./content_script.mjs";
import { measureEngine } from "./engine.mjs";
import { measureKeystrokes } from "./keystroke.mjs";
import { measureMemory } from "./memory.mjs";
import { measureNative } from "./native.mjs";
import { measurePeer } from "./peer.mjs";
import { measurePopup } from "./popup.mjs";
import { measureSizes } from "./sizes.mjs";
import { measureTyping } from "./typing.mjs";

const rows = [];
const ALL = [
  measureSizes,
  measureNative,
  measureEngine,
  measurePeer,
  measureContentScript,
  measureKeystrokes,
  measureTyping,
  measureMemory,
  measurePopup,
];
for (const measure of ALL) {
  for await (const row of measure()) {
    rows.push(row);
    console.error(`measured: ${row.what}`);
  }
}

const columns = ["what", "measured", "budget"];
const header = { what: "what", measured: "measured", budget: "budget" };
const width = Object.fromEntries(
  columns.map((column) => [column, Math.max(...[header, ...rows].map((row) => row[column].length))]),
);
const line = (row) => columns.map((column) => row[column].padEnd(width[column])).join("   ");
console.log(`\n${line(header)}\n${columns.map((column) => "-".repeat(width[column])).join("   ")}`);
for (const row of rows) console.log(line(row));
// The backgrounds that ran under Node hold their message channels open, as they must in a browser.
process.exit();
