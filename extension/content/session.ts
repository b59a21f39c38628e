// One composer under check: reads it as it changes, asks the checker, shows the findings. Disposing of the session
// takes away every trace of it.

import type { Accounts } from "./accounts";
import { Announcer } from "./announcer";
import { Chips } from "./chips";
import type { Composer } from "./composer";
import { type Described, inWords } from "./described";
import { DoorWatch } from "./doors";
import { Edit } from "./edit";
import type { Editor } from "./editors/editor";
import { Textarea } from "./editors/textarea";
import { Explainer } from "./explainer";
import { Findings } from "./findings";
import { Highlighter, type Highlights } from "./highlighter";
import { type Draft, Judgment, type Verdict } from "./judgment";
import type { Layer } from "./layer";
import type { AccountKind, ActiveAccount, Attachment, Checking, RuleCard } from "./messages";
import { LONGEST_DRAFT, type Reply } from "./messages";
import { Overlay } from "./overlay";
import type { Painter } from "./painter";
import { type Check, type Listener, Port } from "./port";
import { ruleInOwnLanguage } from "./rule_words";
import { Steps } from "./steps";
import { Typing } from "./typing";
import { Writer } from "./writer";

/** What a session needs of its page, and tells it. */
export interface Surroundings {
  readonly layer: Layer;
  readonly highlights: Highlights;
  readonly accounts: Accounts;
  onReport(session: ComposerSession): void;
  onInVain(session: ComposerSession): void;
  onExtensionGone(): void;
}

export class ComposerSession implements Listener {
  /** What the popup calls it; frames of one page do not know of each other. */
  readonly name = crypto.randomUUID();
  readonly composer: Composer;
  readonly editor: Editor;
  readonly chips: Chips;
  readonly explainer: Explainer;
  readonly writer = new Writer(this);
  readonly doors: DoorWatch;
  readonly steps: Steps;
  readonly #around: Surroundings;
  readonly #port: Port;
  readonly #painter: Painter;
  readonly #announcer: Announcer;
  readonly #judgment = new Judgment();
  readonly #typing = new Typing(() => this.settle());
  readonly #ended = new AbortController();
  #draft: Draft = { text: "", key: "", isEmpty: true };
  /** What goes with it. */
  #attachments: readonly Attachment[] = [];
  /** What was asked about it; `null` where that was nothing. */
  #asked: Omit<Check, "typing" | "doors"> | null = null;
  #account: ActiveAccount;
  #accountKind: AccountKind = "unknown";
  #findings = new Findings("", []);
  #described: readonly Described[] = [];
  #catalog: readonly RuleCard[] = [];
  #checking: Checking = "checking";
  #isHeated = false;
  #frame: number | null = null;

  constructor(composer: Composer, editor: Editor, around: Surroundings) {
    this.composer = composer;
    this.editor = editor;
    this.#around = around;
    this.#account = around.accounts.of(composer);
    this.#painter =
      editor instanceof Textarea
        ? new Overlay(editor.root, around.layer)
        : new Highlighter(editor, around.highlights);
    this.#announcer = new Announcer(around.layer);
    this.chips = new Chips(this, around.layer, this.#announcer);
    this.explainer = new Explainer(this, around.layer, this.#painter);
    this.#port = new Port(this);
    this.doors = new DoorWatch(composer, () => this.#ask());
    this.steps = new Steps(composer, () => around.onInVain(this));
    this.#listen();
    this.refresh();
  }

  get account(): ActiveAccount {
    return this.#account;
  }

  get accountKind(): AccountKind {
    return this.#accountKind;
  }

  get checking(): Checking {
    return this.#checking;
  }

  /** The findings that are shown: not those that were dismissed, nor those that wait for the end of a sentence. */
  get findings(): Findings {
    return this.explainer.undismissed(this.#findings).without((finding) => finding.waits);
  }

  /** All findings: neither a dismissal nor waiting lets a post go. */
  get allFindings(): Findings {
    return this.#findings;
  }

  /** What was found in the descriptions of what is attached. */
  get described(): readonly Described[] {
    return this.#described;
  }

  /** Whether it is an answer written in anger. */
  get isHeated(): boolean {
    return this.#isHeated;
  }

  get isEnded(): boolean {
    return this.#ended.signal.aborted;
  }

  rule(code: string): RuleCard | undefined {
    return this.#catalog.find((rule) => rule.code === code);
  }

  /** Reads the composer and asks about it if anything has changed since it was last asked about. */
  refresh(): void {
    if (this.isEnded || (this.steps.haveBegun && !this.composer.isShown)) return;
    const text = this.editor.read();
    const context = this.composer.context();
    this.#account = this.#around.accounts.of(this.composer);
    this.chips.consent.onAttached(context.attachments.length > 0);
    const key = JSON.stringify([context, this.#account, this.chips.consent.key]);
    if (text === this.#draft.text && key === this.#draft.key) {
      this.#paintSoon();
      return;
    }
    if (text !== this.#draft.text) this.#onEdit(text);
    this.#attachments = context.attachments;
    const isDescribed = context.attachments.some(({ name, alt }) => name || alt);
    this.#draft = { text, key, isEmpty: text.trim() === "" && !isDescribed };
    this.#paintSoon();
    const isTooLong = text.length > LONGEST_DRAFT;
    this.#asked = isTooLong ? null : { text, context, account: this.#account };
    if (isTooLong) this.#decline("too_long", LONGEST_DRAFT);
    else this.#ask();
  }

  #ask(): void {
    if (!this.#asked) return;
    this.#port.check({ ...this.#asked, typing: this.#typing.state, doors: this.doors.seen });
  }

  /** Something came or went on the page. */
  onPage(): void {
    this.doors.onPage();
    this.refresh();
  }

  /** The person has paused, left or wants to post: nothing waits any longer. */
  settle(): void {
    if (this.#typing.state === null) return;
    this.#typing.stop();
    this.#findings = this.#findings.revealed();
    this.#typing.onShown(this.#findings.list);
    // The background counts what is shown, for the badge. The verdict is the same, so it stays.
    this.#draft = { ...this.#draft, key: "" };
    this.refresh();
  }

  /** Asks anew although the draft is the same: settings may have changed. */
  recheck(): void {
    this.#judgment.reopen();
    this.#draft = { ...this.#draft, key: "" };
    this.refresh();
  }

  /** Opens the line to the background if it has been closed meanwhile, and asks what was missed. */
  wake(): void {
    if (this.#port.isOpen || this.isEnded) return;
    this.#port.open();
    this.recheck();
  }

  /** The verdict on the draft as it stands; `null` when it has to be asked for, which has then begun. */
  verdict(): Verdict | null {
    this.refresh();
    if (this.#judgment.isFree(this.#draft)) return "allow";
    if (!this.#port.isOpen && this.#checking === "checking") this.recheck();
    return this.#judgment.on(this.#draft);
  }

  /** Resolves when the draft has been judged, or when it is clear that it will not be. */
  async judged(): Promise<void> {
    if (this.isEnded || this.verdict() !== null) return;
    await this.#judgment.next();
  }

  /** The person goes on to a second step: what was found is shown, and the text that it has now counts there. */
  leadOn(): void {
    this.steps.leadOn();
    this.doors.onNextStep();
    this.settle();
  }

  /** The draft as it was asked about last. */
  get draft(): Draft {
    return this.#draft;
  }

  /** The person has given a reason for posting this draft. */
  release(draft: Draft): void {
    this.#judgment.release(draft);
  }

  /** Tells the background, and tells it again should it start anew. */
  keep(...request: Parameters<Port["keep"]>): void {
    this.#port.keep(...request);
  }

  tell(...request: Parameters<Port["tell"]>): void {
    this.#port.tell(...request);
  }

  onReply(reply: Reply): void {
    switch (reply.kind) {
      case "ready":
        this.#catalog = reply.catalog.map(ruleInOwnLanguage);
        break;
      case "report":
        this.#checking = "checking";
        this.#accountKind = reply.accountKind;
        this.#isHeated = reply.heated;
        this.#findings = new Findings(this.#draft.text, reply.findings);
        this.#described = inWords(reply.described, this.#attachments, (code) => this.rule(code));
        this.#typing.onShown(reply.findings.filter(({ waits }) => !waits));
        this.chips.onReport(reply);
        this.#settle(reply.decision);
        break;
      case "consent-doubted":
        this.chips.consent.onDoubted(reply.doubt);
        break;
      case "consent":
        this.chips.consent.onReply(reply.refused);
        break;
      case "declined":
        if (reply.reason === "too-long") this.#decline("too_long", LONGEST_DRAFT);
        else this.#pause(reply.reason === "tab-paused" ? "tab-paused" : "paused");
        break;
      case "reason-checked":
        this.explainer.onReasonChecked(reply);
        break;
      case "settings-changed":
        this.explainer.onSettingsChanged();
        this.recheck();
        break;
    }
  }

  onSilence(): void {
    this.#checking = "engine-silent";
    this.chips.notes.show("not_checked");
    this.#settle("unchecked");
  }

  onGone(): void {
    this.#around.onExtensionGone();
  }

  /** Paints at the next frame: editors replace their text nodes up to then. */
  #paintSoon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    this.#frame = null;
    if (this.steps.isAwaited) return;
    const shown = this.findings;
    this.#painter.paint(shown);
    this.explainer.follow(shown);
  }

  /** Nothing of it is to be seen for now. */
  vanish(): void {
    this.explainer.close();
    this.#painter.clear();
  }

  repaint(): void {
    this.#paintSoon();
  }

  end(): void {
    if (this.isEnded) return;
    this.#ended.abort();
    this.#typing.stop();
    this.doors.stop();
    this.steps.stop();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.explainer.close();
    this.#painter.clear();
    this.chips.clear();
    this.#announcer.remove();
    this.#port.close();
    this.#judgment.wake();
  }

  /** A press may come between a report and its frame; it means what the person sees, so that is painted first. */
  #onPress(event: MouseEvent): void {
    if (this.#frame !== null) {
      cancelAnimationFrame(this.#frame);
      this.#paint();
    }
    this.explainer.onPress(event);
  }

  #onEdit(text: string): void {
    const edit = new Edit(this.#draft.text, text);
    this.#findings = this.#findings.movedBy(edit, text);
    this.#typing.onEdit(edit, this.editor.hasFocus() ? "person" : "page");
    this.#judgment.onEdit();
    this.doors.onEdit(text);
    this.chips.onEdit(text);
  }

  #listen(): void {
    const { signal } = this.#ended;
    const { root } = this.editor;
    this.editor.listen(signal);
    const refresh = () => this.refresh();
    const observer = new MutationObserver(refresh);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    signal.addEventListener("abort", () => observer.disconnect());
    for (const type of ["input", "change", "focusin"]) root.addEventListener(type, refresh, { signal });
    const come = () => {
      this.chips.onCome();
      this.doors.onCome();
    };
    root.addEventListener("focusin", come, { signal });
    root.addEventListener("focusout", (event) => this.#onLeave(event), { signal });
    // Not the click: there is none where the editor draws its text anew under a button that is held down, as Draft.js
    // does when a press ends the composing of a word.
    root.addEventListener("mouseup", (event) => this.#onPress(event), { signal });
    const pressed = (event: PointerEvent) => this.explainer.onPressBegin(event);
    window.addEventListener("pointerdown", pressed, { capture: true, passive: true, signal });
    const moved = () => {
      if (this.#painter instanceof Overlay) this.#paintSoon();
      else this.explainer.follow(this.findings);
    };
    for (const type of ["scroll", "resize", "transitionend", "animationend"]) {
      window.addEventListener(type, moved, { capture: true, passive: true, signal });
    }
    // A soft keyboard or a pinch changes what is seen of the page, and neither scrolls nor resizes the window.
    for (const type of ["scroll", "resize"]) visualViewport?.addEventListener(type, moved, { signal });
    window.addEventListener("focus", () => this.wake(), { signal });
  }

  /** The offer stays while the person reaches for it with the keyboard. */
  #onLeave({ relatedTarget }: FocusEvent): void {
    this.settle();
    if (!this.#around.layer.isOurs(relatedTarget)) this.chips.onLeave();
  }

  #decline(note: "too_long", limit: number): void {
    this.#findings = new Findings(this.#draft.text, []);
    this.#described = [];
    this.#checking = "checking";
    this.chips.notes.show(note, limit);
    this.#settle("unchecked");
  }

  #pause(checking: "paused" | "tab-paused"): void {
    this.#findings = new Findings(this.#draft.text, []);
    this.#described = [];
    this.chips.onPause();
    this.#checking = checking;
    this.#settle("allow");
  }

  #settle(verdict: Verdict): void {
    this.#judgment.pass(this.#draft, verdict);
    if (this.#checking === "checking") this.#announcer.announce(this.findings);
    else this.#announcer.hush();
    this.#paintSoon();
    this.#around.onReport(this);
  }
}
