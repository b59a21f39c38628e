// Bundles the content script and the extension's pages, and lays each description of sites/ beside it as a script of its own: a page gets the
// one description that is about it, and adding a site is adding one file.

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { minify } from "terser";

const SITES = "target/sites";
/** For whoever repairs a description, and for the manifest; of no use in the page. */
const NOT_SHIPPED = new Set(["why", "examples", "matches", "frames"]);

const OPTIONS = {
  bundle: true,
  minify: true,
  target: ["chrome121", "firefox128"],
  charset: "utf8",
  loader: { ".txt": "text" },
  logLevel: "warning",
};

const described = [];
for (const name of (await readdir("sites")).filter((name) => name.endsWith(".json"))) {
  const text = await readFile(`sites/${name}`, "utf8");
  described.push(JSON.parse(text, (key, value) => (NOT_SHIPPED.has(key) ? undefined : value)));
}

/** A style sheet that a script imports is its text, as short as it can be said. */
const STYLE_AS_TEXT = {
  name: "style-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
        target: OPTIONS.target,
      });
      return { contents: code, loader: "text" };
    });
  },
};

const CONTENT = "target/content.js";
await build({
  ...OPTIONS,
  entryPoints: ["extension/content/main.ts"],
  outfile: CONTENT,
  format: "iife",
  plugins: [STYLE_AS_TEXT],
});
// Every page of a described site reads this one: a second minifier looks further than one expression, and takes 3 % off.
const { code } = await minify(await readFile(CONTENT, "utf8"), {
  ecma: 2022,
  compress: { passes: 3, ecma: 2022, unsafe_arrows: true, keep_fargs: false, pure_getters: true },
});
await writeFile(CONTENT, code);

/** A page is a folder with a script and a style of its own name in it; each is one file, so that a page opens with few reads. */
const pages = (await readdir("extension"))
  .flatMap((name) => [`extension/${name}/${name}.ts`, `extension/${name}/${name}.css`])
  .filter(existsSync);
const named = described
  .filter((site) => site.id !== "generic")
  .map(({ id, name }) => [id, name])
  .sort(([, one], [, other]) => one.localeCompare(other, "en"));
await rm("target/pages", { recursive: true, force: true });
await build({
  ...OPTIONS,
  entryPoints: pages,
  outdir: "target/pages",
  outbase: "extension",
  format: "esm",
  define: { DESCRIBED_SITES: JSON.stringify(named) },
});

await rm(SITES, { recursive: true, force: true });
await mkdir(SITES, { recursive: true });
const isGranted = ({ reach }) => reach === "granted";
for (const site of described.filter((site) => !isGranted(site))) {
  await writeFile(`${SITES}/${site.id}.js`, scriptOf([site]));
}
// On an allowed host any of them may be the one; what has no signs fits every page, so it stands last.
const granted = described.filter(isGranted).sort((one, other) => Number(!one.signs) - Number(!other.signs));
await writeFile(`${SITES}/granted.js`, scriptOf(granted));

/** A script runs once in a page, but more than once where a host is taken back and allowed again. */
function scriptOf(sites) {
  return `globalThis.chaperoneSites = ${JSON.stringify(sites)};\n`;
}
