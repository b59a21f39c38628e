// A compose box on the page that fits its site's description: what it is, what posts it, from whose account.

import { isOnPath } from "./address";
import { attachmentsIn } from "./attachments";
import { type Editor, editorIn } from "./editors/editor";
import { Parts } from "./editors/parts";
import type { Context, Composer as Description, Doors, Site, SubmitControl } from "./messages";
import { readFirst, visible } from "./reader";
import { closest, contains, matches, nearest, queryAll } from "./shadow";

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

  /**
   * Every composer on the page, each box once, under the first description that fits. `entered` hears of each shadow
   * root that boxes were looked for in.
   */
  static allOn(site: Site, entered?: (shadow: ShadowRoot) => void): Composer[] {
    const candidates = site.composers.flatMap((description) =>
      description.boxes.flatMap(({ css }) =>
        queryAll<HTMLElement>(document, css, entered).map((box) => ({ description, box })),
      ),
    );
    if (candidates.length === 0) return [];
    const visible = candidates.filter(({ box }) => isVisible(box));
    const isDialogOpen = visible.some(({ box }) => closest(box, DIALOG));
    const found = new Map<HTMLElement, Composer>();
    for (const { description, box } of visible) {
      if (found.has(box)) continue;
      const composer = new Composer(site, description, box);
      if (composer.#fits(isDialogOpen)) found.set(box, composer);
    }
    const all = [...found.values()];
    const isPart = ({ box }: Composer) =>
      all.some((whole) => whole.description.parts && whole.box !== box && contains(whole.box, box));
    return all.filter((composer) => !isPart(composer));
  }

  /** Whether the page still shows it as the same kind of composer. */
  isSameAs(other: Composer): boolean {
    return this.box === other.box && this.description === other.description && this.scope === other.scope;
  }

  /** Whether the person sees the box; a second step may have put it aside. */
  get isShown(): boolean {
    return this.box.isConnected && isVisible(this.box);
  }

  /** Whether the page still shows what surrounds the box. */
  get isScopeShown(): boolean {
    return this.scope instanceof HTMLElement && this.scope.isConnected && showsAnything(this.scope);
  }

  /** Whether its dialog has given way to another one, which posts what was typed in the first. */
  get hasNextDialog(): boolean {
    return this.description.submit.some(({ css }) =>
      queryAll<HTMLElement>(document, css).some(
        (control) => this.#isSubmitControl(control) && isVisible(control),
      ),
    );
  }

  /** What it is typed in; `null` where no editor that we know shows. */
  editor(): Editor | null {
    const { parts, editor } = this.description;
    if (parts) return new Parts(this.box, parts.map(({ css }) => css).join());
    return editorIn(this.box, editor);
  }

  /** Everything about the draft but its words. */
  context(): Context {
    const { description } = this;
    const audience =
      description.audience.find((entry) => isOnPath(entry.when_path, location))?.is ?? "public";
    const text = description.replying_to && readFirst(description.replying_to, this);
    const author = description.author && readFirst(description.author, this);
    const stars = description.rating && /[1-5]/.exec(readFirst(description.rating, this) ?? "")?.[0];
    const rating = stars && { rating: Number(stars) };
    return {
      site: this.site.id,
      surface: description.surface,
      account: "unknown",
      audience,
      attachments: attachmentsIn(this),
      consent: [],
      // Many reviews are stars without a word.
      ...((text || rating) && { replying_to: { text: text ?? "", ...(author && { author }), ...rating } }),
    };
  }

  /** The control that posts this draft, if an event's path goes through one. */
  submitControlIn(path: readonly EventTarget[]): HTMLElement | null {
    return elementsOf(path).find((element) => this.#isSubmitControl(element)) ?? null;
  }

  /** Whether an event's path goes through a control that leads on or puts the draft aside, and posts nothing yet. */
  leadsOnIn(path: readonly EventTarget[]): boolean {
    return elementsOf(path).some((element) => this.#isOneOf(element, this.description.leads_on));
  }

  /** The control that would post this draft if it were clicked now; of several, as in chats side by side, its own. */
  readySubmitControl(): HTMLElement | null {
    const ready = this.#submitControls().filter((control) => isVisible(control) && isEnabled(control));
    return nearest(this.box, ready);
  }

  /** What the person needs to write and to post: the box, and the control that posts it as soon as it can be pressed. */
  withinReach(): HTMLElement[] {
    const control = nearest(this.box, this.#submitControls().filter(isVisible));
    return [...(this.isShown ? [this.box] : []), ...(control ? [control] : [])];
  }

  /** What shows of the controls that post it; one that cannot be pressed yet counts too. */
  doors(): Doors {
    const { submit, submit_optional, leads_on = [] } = this.description;
    return {
      expected: submit.length > 0 && !submit_optional,
      posts: this.#submitControls().some(showsAnything),
      leads_on: this.#controls(leads_on).some(showsAnything),
    };
  }

  #submitControls(): HTMLElement[] {
    return this.#controls(this.description.submit).filter((control) => !this.isNotPosting(control));
  }

  #controls(controls: readonly SubmitControl[]): HTMLElement[] {
    const place = this.#isSetAside ? document : this.scope;
    return controls
      .flatMap((control) => controlsIn(place, control))
      .filter((element) => this.#isOneOf(element, controls));
  }

  #isSubmitControl(element: HTMLElement): boolean {
    return this.#isOneOf(element, this.description.submit) && !this.isNotPosting(element);
  }

  /** Whether an element is known to post nothing, whatever it looks like. */
  isNotPosting(element: HTMLElement): boolean {
    const { leads_on = [], not_posting = [] } = this.description;
    return this.#isOneOf(element, [...leads_on, ...not_posting]);
  }

  #isOneOf(element: HTMLElement, controls: readonly SubmitControl[] = []): boolean {
    const isOne = controls.some((control) => matches(element, control.css) && says(element, control));
    const isInNextDialog = () => this.#isSetAside && closest(element, DIALOG) !== null;
    return isOne && (contains(this.scope, element) || isInNextDialog());
  }

  /** Whether the dialog that it stands in is not to be seen, because the next one has taken its place. */
  get #isSetAside(): boolean {
    return this.scope instanceof HTMLElement && this.scope.matches(DIALOG) && !this.isScopeShown;
  }

  #fits(isDialogOpen: boolean): boolean {
    const { dialog, when_path, when_scope_has } = this.description;
    const isInDialog = closest(this.box, DIALOG) !== null;
    if (!isInDialog && (dialog === "dialog-only" || (dialog === "dialog-first" && isDialogOpen)))
      return false;
    if (!isOnPath(when_path, location)) return false;
    return when_scope_has?.some(({ css }) => queryAll(this.scope, css).length > 0) ?? true;
  }
}

/** A text field that people write in, known to us or not. */
export function isTextField(target: EventTarget | undefined): target is HTMLElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** The controls of one kind that a place holds, seen or not. */
export function controlsIn(place: ParentNode, control: SubmitControl): HTMLElement[] {
  return queryAll<HTMLElement>(place, control.css).filter((element) => says(element, control));
}

function says(element: HTMLElement, { text }: SubmitControl): boolean {
  return text?.includes(visible(element.textContent)) ?? true;
}

function elementsOf(path: readonly EventTarget[]): HTMLElement[] {
  return path.filter((node) => node instanceof HTMLElement);
}

function scopeOf({ scope }: Description, box: HTMLElement): Document | Element {
  for (const { css } of scope) {
    const found = closest(box, css);
    if (found) return found;
  }
  return document;
}

/** Sites keep twins of their boxes: 0x0, hidden, or behind a dialog and out of reach. */
export function isVisible(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && !closest(element, '[aria-hidden="true"], [inert]');
}

/** An element without a box of its own, or without an area, shows what its children show. */
function showsAnything(element: HTMLElement): boolean {
  if (isVisible(element)) return true;
  const isGone = getComputedStyle(element).display !== "contents" && !element.checkVisibility();
  return (
    !isGone && [...element.children].some((child) => child instanceof HTMLElement && showsAnything(child))
  );
}

function isEnabled(control: HTMLElement): boolean {
  return !control.matches(':disabled, [aria-disabled="true"]');
}
