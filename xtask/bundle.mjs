// Bundles the content script and the extension's pages, and lays each description of sites/ beside it as a script of its own: a page gets the
// one description that is about it, and adding a site is adding one file.

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SITES = "target/sites";
/** For whoever repairs a description, and for the manifest; of no use in the page. */
const NOT_SHIPPED = new Set(["why", "examples", "matches", "frames", "reach"]);

const OPTIONS = {
  bundle: true,
  minify: true,
  target: ["chrome121", "firefox128"],
  charset: "utf8",
  logLevel: "warning",
};

await build({
  ...OPTIONS,
  entryPoints: ["extension/content/main.ts"],
  outfile: "target/content.js",
  format: "iife",
});

/** A page is a folder with a script of its own name in it. */
const pages = (await readdir("extension")).map((name) => `extension/${name}/${name}.ts`).filter(existsSync);
await rm("target/pages", { recursive: true, force: true });
await build({
  ...OPTIONS,
  entryPoints: pages,
  outdir: "target/pages",
  outbase: "extension",
  format: "esm",
});

await rm(SITES, { recursive: true, force: true });
await mkdir(SITES, { recursive: true });
for (const name of await readdir("sites")) {
  if (!name.endsWith(".json")) continue;
  const described = JSON.parse(await readFile(`sites/${name}`, "utf8"), (key, value) =>
    NOT_SHIPPED.has(key) ? undefined : value,
  );
  const script = `(globalThis.chaperoneSites ??= []).push(${JSON.stringify(described)});\n`;
  await writeFile(`${SITES}/${name.replace(/json$/, "js")}`, script);
}
