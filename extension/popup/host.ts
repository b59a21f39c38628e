// Hosts beyond those of the manifest: the person allows them here, one at a time, and takes them back.

import type { Tab } from "./tab";

/** The host that could be allowed: where no page answers, and only over TLS. */
export function hostToAllow({ page, url }: Tab): string | null {
  if (page || url === null) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" ? hostname : null;
}

/** Lets the browser ask the person. The background hears of the answer and does the rest, with or without a popup. */
export function allow(host: string): Promise<boolean> {
  return chrome.permissions.request(permissionFor(host));
}

export function takeBack(host: string): Promise<boolean> {
  return chrome.permissions.remove(permissionFor(host));
}

function permissionFor(host: string): chrome.permissions.Permissions {
  return { origins: [`https://${host}/*`] };
}
