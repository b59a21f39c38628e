// The extension as it is built, plus the description of a site that exists in the tests only: the workbench, where every
// editor can be tried without another site's marks around it.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./stage.mjs";

/** The editors there. `lines`: what is one line in the page; `gap`: what the model puts between two. */
export const EDITORS = [
  { name: "draft", box: ".public-DraftEditor-content", lines: "[data-block]" },
  { name: "lexical-rich", box: "#box", lines: "p", gap: "\n\n" },
  { name: "lexical-plain", box: "#box", line_break: "Shift+Enter" },
  { name: "tiptap", box: ".ProseMirror", lines: "p" },
  { name: "quill1", box: ".ql-editor", lines: "p" },
  { name: "quill2", box: ".ql-editor", lines: "p" },
  { name: "slate", box: "[data-slate-editor]", lines: "[data-slate-node=element]" },
  { name: "blocks", box: "#box", lines: "p", gap: "\n\n" },
  { name: "react-textarea", box: "textarea" },
  { name: "plain", box: "#box" },
];

const selector = (css) => [{ css }];
const composer = (id, more) => ({
  id,
  surface: "post",
  audience: [{ is: "public" }],
  dialog: "anywhere",
  scope: selector("body"),
  submit: selector("#post"),
  submit_keys: ["mod+enter"],
  ...more,
});

const BLOCKS = {
  boxes: selector(".block-editor-block-list__layout"),
  parts: selector('[contenteditable="true"]'),
};
const BOX = {
  boxes: selector('#box[contenteditable="true"], #box [contenteditable="true"], textarea, input'),
};
const ASKED = {
  surface: "comment",
  when_path: ["/*/asked"],
  replying_to: [{ from: "page", css: "title" }],
};

const WORKBENCH = {
  id: "workbench",
  name: "Workbench",
  composers: [
    composer("answer-in-blocks", { ...BLOCKS, ...ASKED }),
    composer("blocks", BLOCKS),
    composer("answer", { ...BOX, ...ASKED }),
    composer("box", BOX),
  ],
  attachments: [],
  account: [],
};

/** Lays it out; answers its folder and how to remove it. */
export function layOutWorkbench() {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-workbench-"));
  cpSync(DIST, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.content_scripts.push({
    matches: ["https://workbench.example/*"],
    js: ["sites/workbench.js", "content.js"],
    run_at: "document_start",
  });
  writeFileSync(path, JSON.stringify(manifest));
  writeFileSync(
    join(folder, "sites/workbench.js"),
    `globalThis.chaperoneSites = [${JSON.stringify(WORKBENCH)}];`,
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
