// Which part of a site an address belongs to: paths with `*`, as a description writes them.

/** Whether a path fits one of the patterns, in which `*` stands for anything; no patterns, no condition. */
export function isOnPath(patterns: readonly string[] | undefined, address: Location): boolean {
  return patterns === undefined || patterns.some((pattern) => fits(pattern, address.pathname));
}

function fits(pattern: string, text: string): boolean {
  const literal = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}
