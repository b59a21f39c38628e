// Bundles the content script, with every description of sites/ inside it: adding a site is adding one file.
import { readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";

/** For whoever repairs a selector; of no use in the page. */
const NOT_SHIPPED = new Set(["why", "examples"]);

const sites = {
  name: "sites",
  setup(bundle) {
    bundle.onResolve({ filter: /^chaperone:sites$/ }, () => ({ path: "sites", namespace: "sites" }));
    bundle.onLoad({ filter: /.*/, namespace: "sites" }, async () => {
      const names = (await readdir("sites")).filter((name) => name.endsWith(".json")).sort();
      const texts = await Promise.all(names.map((name) => readFile(`sites/${name}`, "utf8")));
      const described = texts.map((text) =>
        JSON.parse(text, (key, value) => (NOT_SHIPPED.has(key) ? undefined : value)),
      );
      return { contents: JSON.stringify(described), loader: "json", watchDirs: ["sites"] };
    });
  },
};

await build({
  entryPoints: ["extension/content/main.ts"],
  outfile: "target/content.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome121", "firefox128"],
  charset: "utf8",
  logLevel: "warning",
  plugins: [sites],
});
