// What goes with a draft: pictures and clips, as far as the page shows them.

import type { Attachment, AttachmentKind, AttachmentSign, Composer as Description, Site } from "./messages";
import { closest, queryAll } from "./shadow";

const CONTROL = 'button, [role="button"]';

/** A composer as far as its attachments go. */
interface Attaching {
  readonly site: Site;
  readonly description: Description;
  readonly scope: Document | Element;
}

export function attachmentsIn({ site, description, scope }: Attaching): Attachment[] {
  const signs = description.attachments ?? site.attachments;
  const shown = signs.flatMap((sign) =>
    queryAll(scope, sign.css).flatMap((element) => attached(element, sign)),
  );
  const { always_attached: kind } = description;
  return shown.length === 0 && kind ? [{ kind }] : shown;
}

function attached(element: Element, { kind, name: place }: AttachmentSign): Attachment[] {
  if (element instanceof HTMLInputElement && element.type === "file") {
    return [...(element.files ?? [])].map((file) => ({ kind: kindOf(file) ?? kind, name: file.name }));
  }
  // The label of a button says what it does, not what is attached.
  const label = element.matches(CONTROL) ? null : element.getAttribute("aria-label");
  const alt = element.getAttribute("alt") ?? label;
  const name = place && nameAt(element, place);
  return [{ kind, ...(name && { name }), ...(alt && { alt }) }];
}

function nameAt(sign: Element, { around, css, attribute }: NonNullable<AttachmentSign["name"]>): string {
  const near = around === undefined ? sign : closest(sign, around);
  const shown = near && (css === undefined ? near : near.querySelector(css));
  return (attribute === undefined ? shown?.textContent : shown?.getAttribute(attribute))?.trim() ?? "";
}

function kindOf({ type }: File): AttachmentKind | null {
  if (type.startsWith("image/")) return "image";
  return type.startsWith("video/") ? "video" : null;
}
