// What was looked for on a page and how often it was there, for whoever repairs the site's description. No text of the
// page goes in: of the address only words that belong to the site, of elements only tags, roles and attribute names.

import { type Composer, controlsIn, isVisible } from "./composer";
import type { Checking, Diagnosis, Lookup, Site } from "./messages";
import { closest, queryAll } from "./shadow";

/** Parts of addresses that are nobody's name. */
const ROUTES = new Set(
  (
    "channel channels comment comments community compose create dashboard edit events feed groups home inbox live " +
    "messages new pages photos post posts profile reel reels reply review reviews search share status stories studio " +
    "upload video videos watch web"
  ).split(" "),
);
const ANCESTORS = 6;

/** `open` are the composers that the page shows: what posts one of them is looked for where its guard looks for it. */
export function diagnose(
  site: Site,
  checking: Checking,
  field: HTMLElement | null,
  open: readonly Composer[],
): Diagnosis {
  const lookups = site.composers.flatMap((composer, nth) => {
    const key = (name: string, at: number) => `composers[${nth}].${name}[${at}]`;
    const boxes = composer.boxes.map(({ css }, at) => lookUp(key("boxes", at), css, queryAll(document, css)));
    const places = open.filter(({ description }) => description === composer).map(({ scope }) => scope);
    const controls = (["submit", "leads_on"] as const).flatMap((name) =>
      (composer[name] ?? []).map((control, at) => {
        const found = (places.length > 0 ? places : [document]).flatMap((place) =>
          controlsIn(place, control),
        );
        const words = (control.text ?? []).map((word) => ` "${word}"`).join("");
        return lookUp(key(name, at), control.css + words, [...new Set(found)]);
      }),
    );
    const around = composer.scope.map(({ css }, at) => {
      const found = field && closest(field, css);
      return lookUp(key("scope", at), css, found ? [found] : []);
    });
    return [...boxes, ...controls, ...around];
  });
  return { site: site.id, path: pathPattern(site), checking, field: field ? outline(field) : [], lookups };
}

function lookUp(key: string, css: string, found: readonly Element[]): Lookup {
  const visible = found.filter((element) => element instanceof HTMLElement && isVisible(element));
  return { key, css, hits: found.length, visible: visible.length };
}

function pathPattern(site: Site): string {
  const described = site.composers.flatMap(({ when_path }) => when_path ?? []);
  const known = new Set(described.flatMap((path) => path.split("/")));
  return location.pathname
    .split("/")
    .map((part) => (part === "" || known.has(part) || ROUTES.has(part) ? part : "*"))
    .join("/");
}

/** A field and what surrounds it, outermost first. */
function outline(field: HTMLElement): string[] {
  const lines: string[] = [];
  for (let at: Element | null = field; at && lines.length < ANCESTORS; at = at.parentElement) {
    const role = at.getAttribute("role");
    const names = at
      .getAttributeNames()
      .filter((name) => name !== "role" && name !== "class" && name !== "style");
    lines.unshift(
      at.localName + (role ? `[role="${role}"]` : "") + names.map((name) => `[${name}]`).join(""),
    );
  }
  return lines;
}
