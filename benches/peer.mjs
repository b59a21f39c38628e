// The comparable peer: harper.js, a grammar checker in WebAssembly, on the same texts in the same run.

import { LocalLinter } from "harper.js";
import { binaryInlined as binary } from "harper.js/binaryInlined";
import { draft } from "./drafts.mjs";
import { inMs, spread } from "./statistics.mjs";

/** Its start and its checks; it has no way of checking again after an edit. */
export async function* measurePeer() {
  const began = performance.now();
  const linter = new LocalLinter({ binary });
  await linter.lint(draft(280, 0));
  yield { what: "harper.js: start to first report", measured: inMs(performance.now() - began), budget: "-" };
  const runs = [
    ["a post of 280 characters", 280, 60],
    ["60,000 characters", 60_000, 3],
  ];
  for (const [name, length, count] of runs) {
    const samples = [];
    for (let turn = 0; turn < count; turn += 1) {
      const text = draft(length, turn * 11);
      const start = performance.now();
      await linter.lint(text);
      samples.push(performance.now() - start);
    }
    yield { what: `harper.js: ${name}`, measured: spread(samples), budget: "-" };
  }
}
