// The map between an editor's text and its DOM, in a real browser: fixed shapes that editors make, and random trees
// in which every offset must come back from the DOM as it went in.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BROWSER_NAMES, Stage } from "./harness/stage.mjs";

const TREES = 700;

/** What editors make of lines: `[markup in short, the text a person sees]`. */
const SHAPES = [
  ["empty box", [], ""],
  ["empty paragraph", [["p", ["br"]]], ""],
  [
    "two paragraphs",
    [
      ["p", "a"],
      ["p", "b"],
    ],
    "a\nb",
  ],
  [
    "an empty line between",
    [
      ["p", "a"],
      ["p", ["br"]],
      ["p", "b"],
    ],
    "a\n\nb",
  ],
  [
    "an empty first line",
    [
      ["p", ["br"]],
      ["p", "b"],
    ],
    "\nb",
  ],
  [
    "an empty last line",
    [
      ["p", "a"],
      ["p", ["br"]],
    ],
    "a\n",
  ],
  ["a break inside a paragraph", [["p", "a", ["br"], "b"]], "a\nb"],
  ["two breaks inside a paragraph", [["p", "a", ["br"], ["br"], "b"]], "a\n\nb"],
  [
    "a closing break",
    [
      ["p", "a", ["br"]],
      ["p", "b"],
    ],
    "a\nb",
  ],
  ["a break and its filler", [["p", "a", ["br"], ["br"]]], "a\n"],
  ["text before a block", ["a", ["div", "b"]], "a\nb"],
  [
    "blocks in blocks",
    [
      ["div", ["div", ["span", "a"]]],
      ["div", ["div", "b"]],
    ],
    "a\nb",
  ],
  ["words split over spans", [["p", ["span", "@jor"], ["span", "dan"], " hi"]], "@jordan hi"],
  ["an emoji picture", [["p", "a", ["img"], "b"]], "a🎉b"],
  ["an entity among words", [["p", "a ", ["atom", "@jo", ["b", "rdan"]], " b"]], "a @jordan b"],
  ["words that are not displayed", [["p", "a", ["unseen", "b", ["b", "c"]], "d"]], "ad"],
  [
    "words that are invisible, and some of them not",
    [["p", "a", ["invisible", "b", ["visible", "c"]], "d"]],
    "acd",
  ],
  [
    "a block that is not displayed",
    [
      ["p", "a"],
      ["unseenBlock", "b"],
      ["p", "c"],
    ],
    "a\nc",
  ],
  ["words without a box of their own", [["p", "a", ["boxless", "b"], "c"]], "abc"],
  ["a placeholder over the words", [["p", ["placeholder", "Say something"], "a"]], "a"],
  ["a button of a block", [["p", ["handle", "Drag"], "a"]], "a"],
  [
    "a line held open by a character",
    [
      ["p", ["filler", "\ufeff", ["br"]]],
      ["p", "b"],
    ],
    "\nb",
  ],
];

for (const browser of BROWSER_NAMES) {
  describe(`text map (${browser})`, { timeout: 120_000 }, () => {
    const stage = new Stage();
    let page;
    before(async () => {
      await stage.open(browser);
      page = await stage.browser.browser.newPage();
      await page.evaluate(await bundle());
    });
    after(() => stage.close());

    for (const [name, shape, text] of SHAPES) {
      test(`${name} reads as ${JSON.stringify(text)}`, async () => {
        assert.deepEqual(await page.evaluate(readShape, shape), { text, faults: [] });
      });
    }

    test("every offset of a random tree comes back from the DOM as it went in", async () => {
      const seed = Math.trunc(Math.random() * 2 ** 31);
      const faults = await page.evaluate(tryTrees, seed, TREES);
      assert.deepEqual(faults, [], `seed ${seed}`);
    });
  });
}

/** The map as the page layer has it, and a builder of trees, as one script. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { TextMap } from "./text_map"; globalThis.TextMap = TextMap; (${install})();`,
      resolveDir: fileURLToPath(new URL("../../extension/content/", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  return outputFiles[0].text;
}

/** Runs in the page once. */
function install() {
  const IMAGE = "🎉";
  const FILLER = "\ufeff";
  const UNREAD = `[style="display: none"], [style="position: absolute"], [aria-hidden="true"]`;
  /** What is not just a tag: an entity that is deleted whole, and what Slate holds a line open with. */
  const MADE_OF = {
    img: { tag: "img", attributes: { alt: IMAGE } },
    atom: { tag: "span", attributes: { contenteditable: "false" } },
    unseen: { tag: "span", attributes: { style: "display: none" } },
    unseenBlock: { tag: "div", attributes: { style: "display: none" } },
    invisible: { tag: "span", attributes: { style: "visibility: hidden" } },
    visible: { tag: "b", attributes: { style: "visibility: visible" } },
    boxless: { tag: "span", attributes: { style: "display: contents" } },
    placeholder: { tag: "span", attributes: { contenteditable: "false", style: "position: absolute" } },
    handle: { tag: "span", attributes: { contenteditable: "false", "aria-hidden": "true" } },
    filler: { tag: "span", attributes: { "data-slate-zero-width": "n" } },
  };

  globalThis.grow = (parent, children) => {
    for (const child of children) {
      if (typeof child === "string") {
        parent.append(document.createTextNode(child));
      } else {
        const [kind, ...inner] = child;
        const element = document.createElement(MADE_OF[kind]?.tag ?? kind);
        for (const [name, value] of Object.entries(MADE_OF[kind]?.attributes ?? {})) {
          element.setAttribute(name, value);
        }
        parent.append(element);
        globalThis.grow(element, inner);
      }
    }
    return parent;
  };

  /** The text that a range covers, but for what stands in elements that are hidden or only decorate. */
  const seenIn = (range) => {
    const whole = range.cloneContents();
    for (const hidden of whole.querySelectorAll(UNREAD)) hidden.remove();
    // What stands in it may be seen all the same.
    for (const { childNodes } of whole.querySelectorAll('[style="visibility: hidden"]'))
      for (const text of [...childNodes]) if (text instanceof Text) text.remove();
    return whole.textContent;
  };

  /** What is wrong with the map of this tree. */
  globalThis.faultsOf = (root) => {
    const map = globalThis.TextMap.of(root);
    const faults = [];
    const isInsideImage = (offset) =>
      map.text.slice(offset - 1, offset + 1) === IMAGE && root.querySelector("img") !== null;
    for (let start = 0; start <= map.text.length; start += 1) {
      for (let end = start; end <= map.text.length; end += 1) {
        if (isInsideImage(start) || isInsideImage(end)) continue;
        const range = map.rangeOf(start, end);
        if (range === null) {
          if (map.text !== "") faults.push(`${start}..${end} has no range`);
          continue;
        }
        const back = [
          map.offsetOf(range.startContainer, range.startOffset),
          map.offsetOf(range.endContainer, range.endOffset),
        ];
        if (back[0] !== start || back[1] !== end) faults.push(`${start}..${end} came back as ${back}`);
        const words = map.text.slice(start, end).replaceAll("\n", "").replaceAll(IMAGE, "");
        const covered = seenIn(range).replaceAll(FILLER, "");
        if (covered !== words) faults.push(`${start}..${end} covers ${covered}, not ${words}`);
      }
    }
    return faults;
  };
}

/** Runs in the page. */
function readShape(shape) {
  const root = globalThis.grow(document.createElement("div"), shape);
  document.body.append(root);
  const { text } = globalThis.TextMap.of(root);
  const read = { text, faults: globalThis.faultsOf(root) };
  root.remove();
  return read;
}

/** Runs in the page: makes trees from a seed, and answers what is wrong with the first that fails. */
function tryTrees(seed, count) {
  let state = seed;
  // Small, repeatable and good enough to pick shapes: a linear congruential generator.
  const pick = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const words = ["a", "bc", "é", "👩🏽‍⚕️", "", "d e", "\u200b"];
  const tags = [
    "p",
    "div",
    "span",
    "b",
    "br",
    "br",
    "img",
    "li",
    "atom",
    "filler",
    "unseen",
    "handle",
    "boxless",
  ];
  const tree = (depth) =>
    Array.from({ length: pick(4) }, () => {
      if (pick(2) === 0 || depth === 0) return words[pick(words.length)];
      const tag = tags[pick(tags.length)];
      if (tag === "filler") return [tag, "\ufeff", ["br"]];
      return tag === "br" || tag === "img" ? [tag] : [tag, ...tree(depth - 1)];
    });
  for (let nth = 0; nth < count; nth += 1) {
    const shape = tree(4);
    const root = globalThis.grow(document.createElement("div"), shape);
    const host = document.createElement("div");
    // Every other editor stands in a shadow root.
    (nth % 2 === 0 ? host : host.attachShadow({ mode: "open" })).append(root);
    document.body.append(host);
    const faults = globalThis.faultsOf(root);
    host.remove();
    if (faults.length > 0) return [JSON.stringify(shape), ...faults.slice(0, 5)];
  }
  return [];
}
