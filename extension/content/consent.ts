// What the person has said of the consent to show what is attached to one draft: asks for it with a quiet chip, and
// keeps it for as long as this composer has something attached.

import type { Announcer } from "./announcer";
import { ConsentForm } from "./consent_form";
import { button, element, mark } from "./element";
import type { Layer } from "./layer";
import type { ConsentDoubt, ConsentRefusal, Consent as Said } from "./messages";
import type { ComposerSession } from "./session";
import { say, sayDoubt } from "./words";

const NOTHING: Said = {
  authorization: null,
  identity_hidden: false,
  everyone_agreed: false,
  educational: false,
};

export class Consent {
  readonly #session: ComposerSession;
  readonly #layer: Layer;
  readonly #announcer: Announcer;
  #said = NOTHING;
  /** What speaks against the authorization that is named, which the person has seen. */
  #doubt: ConsentDoubt | null = null;
  #form: ConsentForm | null = null;
  #chip: HTMLElement | null = null;
  #isAsked = false;
  #isDeclined = false;

  constructor(session: ComposerSession, layer: Layer, announcer: Announcer) {
    this.#session = session;
    this.#layer = layer;
    this.#announcer = announcer;
  }

  /** All that has been said, as the verdict depends on it. */
  get key(): string {
    return JSON.stringify(this.#said);
  }

  /** The checker says whether it has to be asked for. */
  onAsked(isAsked: boolean): void {
    if (isAsked && !this.#isAsked) this.#announcer.say(say("consent_heard"));
    this.#isAsked = isAsked;
    this.#draw();
  }

  /** With the last attachment goes what was said of it: the next one shows somebody else. */
  onAttached(isAttached: boolean): void {
    if (isAttached) return;
    this.#isDeclined = false;
    if (this.#said !== NOTHING) this.#take(NOTHING, "untold");
  }

  /** The practice's list has been looked at, before anything is noted. */
  onDoubted(doubt: ConsentDoubt | null): void {
    this.#doubt = doubt;
    if (doubt) this.#form?.warn(doubt);
    else if (this.#form) this.#note(this.#form.said);
  }

  /** The checker has looked at what was said. */
  onReply(refusal: ConsentRefusal | null): void {
    const form = this.#form;
    if (!form) return;
    if (refusal) {
      form.refuse(refusal);
      return;
    }
    this.#layer.closePanel("back-to-editor");
    this.#take(form.said, "told");
    const { authorization } = form.said;
    const decision = { kind: "consent-given" } as const;
    this.#session.tell({
      kind: "decided",
      account: this.#session.account,
      decision,
      subjects: [],
      authorization,
    });
    this.#session.refresh();
  }

  /** Opens the form. */
  open(): void {
    const { editor } = this.#session;
    const selected = editor.selected();
    const form = new ConsentForm(this.#said, {
      onSave: (said, warned) => {
        if (said.authorization && warned === "not-warned")
          this.#session.tell({ kind: "check-consent", consent: said });
        else this.#note(said);
      },
      onLeave: () => this.#layer.closePanel("back-to-editor"),
      onClose: (focus) => {
        this.#form = null;
        if (focus === "back-to-editor") editor.focus(selected);
      },
    });
    this.#layer.open(form);
    this.#form = form;
    this.#layer.focusFirst(form.root);
  }

  clear(): void {
    if (this.#form) this.#layer.closePanel("leave-focus");
    this.#isAsked = false;
    this.#draw();
  }

  #note(said: Said): void {
    if (!said.authorization) this.#doubt = null;
    this.#session.keep({ kind: "consent-given", consent: said });
  }

  #take(said: Said, background: "told" | "untold"): void {
    const isNothing = JSON.stringify(said) === JSON.stringify(NOTHING);
    this.#said = isNothing ? NOTHING : said;
    if (background === "untold") this.#session.keep({ kind: "consent-given", consent: said });
    this.#draw();
  }

  #draw(): void {
    const isSaid = this.#said !== NOTHING;
    const isWanted = this.#isAsked && (isSaid || !this.#isDeclined);
    const text = isWanted ? this.#words(isSaid) : "";
    if (text === (this.#chip?.getAttribute("aria-label") ?? "")) return;
    const before = this.#chip;
    this.#chip = isWanted ? this.#drawn(text, isSaid) : null;
    this.#layer.swapInTray(before, this.#chip);
  }

  #words(isSaid: boolean): string {
    const { authorization } = this.#said;
    if (authorization) {
      const kept = say("consent_kept", authorization.record, authorization.expires);
      return this.#doubt ? `${kept}. ${sayDoubt(this.#doubt)}` : kept;
    }
    return isSaid ? say("consent_said") : say("consent_asked");
  }

  #drawn(text: string, isSaid: boolean): HTMLElement {
    const label = isSaid ? say("consent_change") : say("consent_open");
    const chip = element(
      "div",
      { class: "panel", role: "group", "aria-label": text },
      mark(),
      element("span", { class: "text" }, text),
      button({ "data-first": "" }, label, () => this.open()),
    );
    if (!isSaid) {
      const decline = button({ class: "close", "aria-label": say("close") }, "×", () => {
        this.#isDeclined = true;
        this.#draw();
      });
      chip.append(decline);
    }
    return chip;
  }
}
