// The page docs/sites.md: what the last test run saw on every surface of every site. A section a site, so that a run
// over one site writes its section and leaves the others.

import { readFileSync, writeFileSync } from "node:fs";
import { BROWSER_NAMES } from "./stage.mjs";

const PAGE = new URL("../../../docs/sites.md", import.meta.url);
const CELLS = ["found", "read", "painted", "fixed", "guarded", "account", "parent", "media"];
const HEAD = `# Sites

Made by the browser tests (\`tests/e2e/surfaces.test.mjs\`) from what they saw; do not edit. Every cell is an assertion on
a local page with the site's own marks, the editor that the site uses, its host name and a policy as strict as its own.
It says nothing about the live site of today: sites move. "–" stands where a site has no such thing; the reason is below
the table.

| column | what was asserted |
|---|---|
| found | the compose box is recognized, as this kind of text |
| read | the text is read exactly as it was typed, over lines, an emoji and a mention |
| painted | the flagged words are underlined |
| fixed | one click replaces exactly the flagged words, one undo brings them back |
| guarded | these ways of posting are held, nothing goes out, and with a reason it is posted once, unchanged |
| account | who is posting is known |
| parent | of what is being answered, this is known |
| media | of what is attached, this is known |
`;

/** Collects the cells of a run. */
export class SitesPage {
  #fixtures;
  #cells = new Map();

  constructor(fixtures) {
    this.#fixtures = fixtures;
  }

  note(browser, site, surface, cell, value) {
    this.#cells.set(`${browser} ${site} ${surface.name} ${cell}`, value);
  }

  /** Writes the page, and fails if it said something else before or if a cell is missing. */
  write() {
    const before = readFileSync(PAGE, { encoding: "utf8", flag: "a+" });
    const sections = new Map(
      before
        .split(/^(?=## )/m)
        .slice(1)
        .map((text) => [/^## (.*)$/m.exec(text)[1], text]),
    );
    for (const fixture of this.#fixtures) sections.set(fixture.site, this.#section(fixture));
    const sorted = [...sections].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
    const page = [`${HEAD}\n`, ...sorted].join("");
    if (page === before) return;
    writeFileSync(PAGE, page);
    throw new Error(
      "docs/sites.md was out of date and has been written anew; read what changed and commit it",
    );
  }

  #section({ site, surfaces }) {
    const rows = surfaces.flatMap((surface) =>
      BROWSER_NAMES.map((browser) => {
        const cells = CELLS.map((cell) => this.#cell(browser, site, surface, cell));
        return `| ${surface.name} | ${browser} | ${cells.join(" | ")} |`;
      }),
    );
    const reasons = surfaces.flatMap((surface) =>
      Object.entries(surface).flatMap(([key, value]) =>
        value?.none ? [`- ${surface.name}, ${key}: ${value.none}`] : [],
      ),
    );
    const titles = ["surface", "browser", ...CELLS];
    const table = [`| ${titles.join(" | ")} |`, `|${"---|".repeat(titles.length)}`, ...rows].join("\n");
    const notes = reasons.length > 0 ? `\n\n${reasons.join("\n")}` : "";
    return `## ${site}\n\n${table}${notes}\n\n`;
  }

  #cell(browser, site, surface, cell) {
    if (surface[cell]?.none) return "–";
    const value = this.#cells.get(`${browser} ${site} ${surface.name} ${cell}`);
    if (value === undefined) throw new Error(`${site}: ${surface.name}: "${cell}" failed in ${browser}`);
    return value;
  }
}
