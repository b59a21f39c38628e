// Bundles each fixture page with the site's real editor package.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const bundles = new Map();

/** The `{page, script, style}` of a fixture, as text; made when it is first asked for. */
export function fixtureBundle(name) {
  if (!bundles.has(name)) bundles.set(name, bundle(new URL(`${name}/`, FIXTURES)));
  return bundles.get(name);
}

async function bundle(folder) {
  const script = ["app.js", "app.jsx"].map((name) => fileURLToPath(new URL(name, folder))).find(existsSync);
  const built = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    alias: { "turbo-combine-reducers": fileURLToPath(new URL("kit/combine_reducers.js", FIXTURES)) },
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".html"));
  const texts = pages.map(async (name) => [name, await readFile(new URL(name, folder), "utf8")]);
  return {
    script: built.outputFiles[0].text,
    pages: Object.fromEntries(await Promise.all(texts)),
    style: await readFile(new URL("page.css", folder), "utf8"),
  };
}
