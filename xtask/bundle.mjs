// Bundles the content script, and lays each description of sites/ beside it as a script of its own: a page gets the
// one description that is about it, and adding a site is adding one file.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const SITES = "target/sites";
/** For whoever repairs a description, and for the manifest; of no use in the page. */
const NOT_SHIPPED = new Set(["why", "examples", "matches", "frames", "reach"]);

await build({
  entryPoints: ["extension/content/main.ts"],
  outfile: "target/content.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome121", "firefox128"],
  charset: "utf8",
  logLevel: "warning",
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
