// Which part of a site an address belongs to: paths with `*`, as a description writes them, and browsers' patterns.

/** Whether a path fits one of the patterns, in which `*` stands for anything; no patterns, no condition. */
export function isOnPath(patterns: readonly string[] | undefined, address: Location): boolean {
  return patterns === undefined || patterns.some((pattern) => fits(pattern, address.pathname));
}

/** Whether an address fits one of the match patterns that browsers write for hosts, such as `https://*.a.example/*`. */
export function isAmong(patterns: readonly string[], address: Location): boolean {
  return patterns.some((pattern) => fits(pattern.replace("://*.", "://*"), address.href));
}

function fits(pattern: string, text: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}
