// What a user downloads.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const FILES = [
  ["checker (WebAssembly)", "dist/chaperone_bg.wasm", "600 KB gzip"],
  ["content script", "dist/content.js", "25 KB gzip"],
];

/** One row a file. */
export function* measureSizes() {
  for (const [name, path, budget] of FILES) {
    const bytes = readFileSync(path);
    const packed = gzipSync(bytes, { level: 9 });
    yield { what: `size of the ${name}`, measured: `${inKb(bytes)}, ${inKb(packed)} gzip`, budget };
  }
}

function inKb(bytes) {
  return `${(bytes.length / 1024).toFixed(1)} KB`;
}
