// A diagnosis as lines that a person can read before sending them to whoever repairs the site's description. In English
// everywhere, as its reader is not the one who copies it.

import type { Diagnosis } from "../content/messages";

/** `isUnguarded`: what is checked there may be posted unheld. */
export function linesOf({ site, path, checking, field, lookups }: Diagnosis, isUnguarded: boolean): string {
  const found = lookups.map(
    ({ key, css, hits, visible }) =>
      `${hits > 0 ? "hit " : "MISS"} ${key} ${hits} (${visible} visible) ${css}`,
  );
  return [
    "Chaperone diagnosis. It holds no text of yours and none of the page.",
    `extension ${chrome.runtime.getManifest().version}`,
    `browser ${browserOf(navigator.userAgent)}`,
    `site ${site}`,
    `path ${path}`,
    `state ${checking}${isUnguarded ? ", not guarded" : ""}`,
    `field ${field.join(" > ") || "none"}`,
    ...found,
    "",
  ].join("\n");
}

/** Name and version; the rest of the line says nothing that would help. */
function browserOf(userAgent: string): string {
  return (
    /(?:Firefox|Edg|OPR)\/[\d.]+/.exec(userAgent)?.[0] ?? /Chrome\/[\d.]+/.exec(userAgent)?.[0] ?? "unknown"
  );
}
