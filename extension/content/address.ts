// Which site an address belongs to, by the match patterns that the manifest holds too.

import type { Site } from "./messages";

/** The site at an address; the browser injects us at described sites only, so there is one. */
export function siteAt(sites: readonly Site[], address: Location): Site | null {
  const url = `${address.origin}${address.pathname}`;
  return (
    sites.find((site) => site.matches.some((pattern) => fits(pattern.replace("://*.", "://*"), url))) ?? null
  );
}

/** Whether a path fits one of the patterns, in which `*` stands for anything; no patterns, no condition. */
export function isOnPath(patterns: readonly string[] | undefined, address: Location): boolean {
  return patterns === undefined || patterns.some((pattern) => fits(pattern, address.pathname));
}

function fits(pattern: string, text: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}
