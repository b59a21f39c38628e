// Reads one short text off the page, as a site's description says where.

import type { Reader } from "./messages";
import { closest, contains, queryAll } from "./shadow";
import { TextMap } from "./text_map";

/** Where a composer stands, for readers that look there. */
export interface Surroundings {
  readonly box: HTMLElement;
  readonly scope: Document | Element;
}

/** Longer texts are somebody's essay or a script; what is answered needs no more than this. */
const LONGEST = 4000;

/** What the first reader that finds something finds. */
export function readFirst(readers: readonly Reader[], around: Surroundings): string | null {
  for (const reader of readers) {
    for (const source of sources(reader, around)) {
      const text = cut(source, reader);
      if (text !== "") return text.slice(0, LONGEST);
    }
  }
  return null;
}

function* sources(reader: Reader, { box, scope }: Surroundings): Generator<string> {
  if (reader.from === "cookie") yield document.cookie;
  else if (reader.from === "address") yield location.href;
  else {
    const found = [...elements(reader, box, scope)];
    if (reader.begin === "last") found.reverse();
    if (reader.begin === "only" && found.length > 1) return;
    for (const element of found) yield textOf(element, reader, scope);
  }
}

function elements(reader: Reader, box: HTMLElement, scope: Document | Element): Iterable<Element> {
  const css = reader.css ?? "*";
  switch (reader.from) {
    case "box":
      return [box];
    case "around": {
      const ancestor = closest(box, css);
      if (!ancestor || reader.inside === undefined) return ancestor ? [ancestor] : [];
      return queryAll(ancestor, reader.inside).filter((element) => !contains(scope, element));
    }
    case "scope":
      return queryAll(scope, css);
    default:
      return queryAll(document, css);
  }
}

function textOf(element: Element, { from, attribute }: Reader, scope: Document | Element): string {
  if (attribute !== undefined) return element.getAttribute(attribute) ?? "";
  return from === "around" ? textBeside(element, scope) : TextMap.of(element).text;
}

/** The text of an element that surrounds the composer, without the composer's own: what is answered, not the answer. */
function textBeside(element: Element, scope: Document | Element): string {
  const ours = (node: Node) => (node === scope ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, ours);
  const texts: string[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode.data);
  }
  return texts.join(" ");
}

function cut(source: string, { after, until }: Reader): string {
  let text = source;
  if (after !== undefined) {
    const at = text.indexOf(after);
    if (at < 0) return "";
    text = text.slice(at + after.length);
  }
  const end = until === undefined ? -1 : text.indexOf(until);
  if (end >= 0) text = text.slice(0, end);
  return visible(text);
}

/** Without what nobody sees: sites put zero-width characters into their labels. */
export function visible(text: string): string {
  return text.replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "").trim();
}
