// The texts that are measured: posts of every kind, written for this purpose, put together to any length.

import { readFileSync } from "node:fs";

const posts = (name) =>
  readFileSync(new URL(`texts/${name}.txt`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
const ORDINARY = posts("ordinary");
const FLAGGED = posts("flagged");

/** A draft of some length, one post in three to be flagged, different for every `turn`. */
export function draft(length, turn) {
  let text = "";
  for (let at = turn; text.length < length; at += 1) {
    const kind = at % 3 === 2 ? FLAGGED : ORDINARY;
    const gap = at % 5 === 4 ? "\n" : " ";
    text += kind[Math.floor(at * 0.61803 * kind.length) % kind.length] + gap;
  }
  return text.slice(0, length);
}

/** The same draft with one letter more at some place. */
export function edited(text, turn) {
  const at = (turn * 7919) % text.length;
  return `${text.slice(0, at)}e${text.slice(at)}`;
}
