// A compose box on the page that fits its site's description: what it is, what posts it, from whose account.

import { isOnPath } from "./address";
import type { ActiveAccount, Attachment, Context, Composer as Description, Selector, Site } from "./messages";
import { readFirst } from "./reader";

const DIALOG = '[role="dialog"], [role="alertdialog"], dialog[open]';

export class Composer {
  readonly site: Site;
  readonly description: Description;
  readonly box: HTMLElement;
  /** What belongs to this box: where its button, its media and the answered post are looked for. */
  readonly scope: Document | Element;

  private constructor(site: Site, description: Description, box: HTMLElement) {
    this.site = site;
    this.description = description;
    this.box = box;
    this.scope = scopeOf(description, box);
  }

  /** Every composer on the page, each box once, under the first description that fits. */
  static allOn(site: Site): Composer[] {
    const candidates = site.composers.flatMap((description) =>
      description.boxes.flatMap(({ css }) =>
        [...document.querySelectorAll<HTMLElement>(css)].map((box) => ({ description, box })),
      ),
    );
    if (candidates.length === 0) return [];
    const visible = candidates.filter(({ box }) => isVisible(box));
    const isDialogOpen = visible.some(({ box }) => box.closest(DIALOG));
    const found = new Map<HTMLElement, Composer>();
    for (const { description, box } of visible) {
      if (found.has(box)) continue;
      const composer = new Composer(site, description, box);
      if (composer.#fits(isDialogOpen)) found.set(box, composer);
    }
    return [...found.values()];
  }

  /** Whether the page still shows it as the same kind of composer. */
  isSameAs(other: Composer): boolean {
    return this.box === other.box && this.description === other.description && this.scope === other.scope;
  }

  /** Everything about the draft but its words. */
  context(): Context {
    const { description } = this;
    const audience =
      description.audience.find((entry) => isOnPath(entry.when_path, location))?.is ?? "public";
    const answered = description.replying_to && readFirst(description.replying_to, this);
    const stars = description.rating && /[1-5]/.exec(readFirst(description.rating, this) ?? "")?.[0];
    return {
      site: this.site.id,
      surface: description.surface,
      account: "unknown",
      audience,
      attachments: this.#attachments(),
      ...(answered && { replying_to: { text: answered, ...(stars && { rating: Number(stars) }) } }),
    };
  }

  /** In whose name it would be posted, as shown right now: a switch of account happens without a new page. */
  account(): ActiveAccount {
    const handle = readFirst(this.site.account, this)?.replace(/^@/, "") || null;
    return { site: this.site.id, handle };
  }

  /** The control that posts this draft, if an event's path goes through one. */
  submitControlIn(path: readonly EventTarget[]): HTMLElement | null {
    for (const node of path) {
      if (node instanceof HTMLElement && this.#isSubmitControl(node)) return node;
    }
    return null;
  }

  /** A control that would post this draft if it were clicked now. */
  readySubmitControl(): HTMLElement | null {
    for (const { css } of this.description.submit) {
      for (const control of this.scope.querySelectorAll<HTMLElement>(css)) {
        if (this.#isSubmitControl(control) && isVisible(control) && isEnabled(control)) return control;
      }
    }
    return null;
  }

  #isSubmitControl(element: HTMLElement): boolean {
    return (
      this.scope.contains(element) &&
      this.description.submit.some(
        ({ css, text }) => element.matches(css) && (text?.includes(element.textContent.trim()) ?? true),
      )
    );
  }

  #attachments(): Attachment[] {
    const signs = this.description.attachments ?? this.site.attachments;
    return signs.flatMap(({ css, kind }) =>
      [...this.scope.querySelectorAll(css)].map((element) => {
        const alt = element.getAttribute("alt") ?? element.getAttribute("aria-label");
        return alt ? { kind, alt } : { kind };
      }),
    );
  }

  #fits(isDialogOpen: boolean): boolean {
    const { dialog, when_path, when_scope_has } = this.description;
    const isInDialog = this.box.closest(DIALOG) !== null;
    if (!isInDialog && (dialog === "dialog-only" || (dialog === "dialog-first" && isDialogOpen)))
      return false;
    if (!isOnPath(when_path, location)) return false;
    return when_scope_has?.some(({ css }) => this.scope.querySelector(css)) ?? true;
  }
}

/** A text field that people write in, known to us or not. */
export function isTextField(target: EventTarget | undefined): target is HTMLElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

function scopeOf(description: Description, box: HTMLElement): Document | Element {
  const nearest = ({ css }: Selector) => box.parentElement?.closest(css);
  return description.scope.map(nearest).find((ancestor) => ancestor) ?? document;
}

/** Sites keep twins of their boxes: 0x0, hidden, or behind a dialog and out of reach. */
function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && !element.closest('[aria-hidden="true"], [inert]');
}

function isEnabled(control: HTMLElement): boolean {
  return !control.matches(':disabled, [aria-disabled="true"]');
}
