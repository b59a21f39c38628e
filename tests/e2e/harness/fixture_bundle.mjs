// Bundles each fixture page with the site's real editor package.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FIXTURES = new URL("../fixtures/", import.meta.url);

/** For every site `{page, script, style}`, as text. */
export async function buildFixtures(sites) {
  const bundles = await Promise.all(sites.map(async (site) => [site, await bundle(site)]));
  return Object.fromEntries(bundles);
}

async function bundle(site) {
  const folder = new URL(`${site}/`, FIXTURES);
  const built = await build({
    entryPoints: [fileURLToPath(new URL("app.jsx", folder))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
  return {
    script: built.outputFiles[0].text,
    page: await readFile(new URL("page.html", folder), "utf8"),
    style: await readFile(new URL("page.css", folder), "utf8"),
  };
}
