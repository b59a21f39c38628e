// What an organization has set: such settings are shown, and cannot be changed.

import type { SettingsReply } from "./desk";
import { message } from "./page";

/** Whether the organization has set what stands at this path, or all of what holds it. */
export function isLocked({ locks }: SettingsReply, path: string): boolean {
  return locks.some((lock) => path === lock || path.startsWith(`${lock}.`));
}

/** Whether it has set whose account this is. */
export function isAccountLocked(reply: SettingsReply, site: string, handle: string | null): boolean {
  const name = (handle ?? "").trim().replace(/^@+/, "").toLowerCase();
  return isLocked(reply, `accounts.${site}/${name}`);
}

export function lockNote(): HTMLElement {
  const note = document.createElement("span");
  note.className = "lock";
  note.textContent = message("options_locked");
  return note;
}
