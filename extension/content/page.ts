// One page of a described site: keeps a session for each composer, answers the popup, and leaves when the
// extension does.

import { Accounts } from "./accounts";
import { isAmong } from "./address";
import { Chip } from "./chip";
import type { Composer } from "./composer";
import { diagnose } from "./diagnosis";
import { Highlights } from "./highlighter";
import { Layer } from "./layer";
import type { Checking, Diagnosis, OpenFinding, PageAsk, PageNotice, PageState, Site } from "./messages";
import { isExtensionAlive } from "./port";
import { SendGuard } from "./send_guard";
import { ComposerSession, type Surroundings } from "./session";
import { hasFocusItself, innermostFocus } from "./shadow";
import { type Sightings, Watcher } from "./watcher";

type Reply = (answer: PageState | Diagnosis) => void;

const PAUSED: readonly Checking[] = ["paused", "tab-paused"];

export class Page implements Sightings {
  /** What the popup calls it: the frames of a tab each have a script of their own. */
  readonly #name = crypto.randomUUID();
  readonly #site: Site;
  readonly #leaving = new AbortController();
  readonly #accounts: Accounts;
  readonly #sessions = new Map<HTMLElement, ComposerSession>();
  /** Accounts that the person did not want to be asked about now. */
  readonly #unasked = new Set<string>();
  #surroundings: Surroundings | null = null;
  /** Ends when the last composer goes. */
  #stay: AbortController | null = null;
  #unknownField: HTMLElement | null = null;
  #chip: { readonly handle: string; readonly view: Chip } | null = null;
  #told: Checking = "no-composer";

  constructor(site: Site) {
    this.#site = site;
    const { signal } = this.#leaving;
    this.#accounts = new Accounts(site, () => this.#refresh(), signal);
    const watcher = new Watcher(site, this, signal);
    new SendGuard(() => {
      if (!this.#isAlive()) return [];
      watcher.flush();
      return [...this.#sessions.values()];
    }, signal);
    const answer = (ask: PageAsk, _sender: unknown, reply: Reply) => this.#onAsk(ask, reply);
    chrome.runtime.onMessage.addListener(answer);
    signal.addEventListener("abort", () => {
      if (isExtensionAlive()) chrome.runtime.onMessage.removeListener(answer);
    });
  }

  /** Whether it still looks after its page. */
  get isThere(): boolean {
    return !this.#leaving.signal.aborted && isExtensionAlive();
  }

  onComposers(composers: readonly Composer[]): boolean {
    if (!this.#isAlive()) return false;
    const shown = new Map(composers.map((composer) => [composer.box, composer]));
    for (const [box, session] of this.#sessions) {
      const isShown = shown.get(box)?.isSameAs(session.composer) ?? false;
      if (isShown) session.steps.stop();
      else if (session.steps.standing(composers) === "over") this.#end(session);
    }
    for (const session of this.#sessions.values()) session.onPage();
    for (const composer of composers) if (!this.#sessions.has(composer.box)) this.#begin(composer);
    this.#tidy();
    return this.#sessions.size > 0;
  }

  /** While all that the page can show is awaited, nothing of ours is there either. */
  #tidy(): void {
    const sessions = [...this.#sessions.values()];
    const awaited = sessions.filter(({ steps }) => steps.isAwaited);
    for (const session of awaited) session.vanish();
    if (sessions.length === 0) this.#moveOut();
    const { layer, highlights } = this.#surroundings ?? {};
    if (awaited.length < sessions.length) {
      layer?.comeBack();
    } else {
      layer?.stepAside();
      highlights?.remove();
    }
    this.#tell();
  }

  #end(session: ComposerSession): void {
    session.end();
    this.#sessions.delete(session.composer.box);
  }

  onUnknownField(field: HTMLElement): void {
    this.#unknownField = field;
    this.#tell();
  }

  #refresh(): void {
    if (this.#isAlive()) for (const session of this.#sessions.values()) session.refresh();
  }

  #begin(composer: Composer): void {
    const editor = composer.editor();
    if (!editor) {
      this.#unknownField = composer.box;
      return;
    }
    this.#surroundings ??= this.#settleIn();
    this.#sessions.set(composer.box, new ComposerSession(composer, editor, this.#surroundings));
  }

  /** Made with the first composer: a page without one carries nothing of ours. */
  #settleIn(): Surroundings {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    return {
      layer: new Layer(() => this.#withinReach(), signal),
      highlights: new Highlights(signal),
      accounts: this.#accounts,
      onReport: (session) => this.#onReport(session),
      onInVain: (session) => {
        this.#end(session);
        this.#tidy();
      },
      onExtensionGone: () => this.#leave(),
    };
  }

  /** What nothing of ours may stand in front of: what belongs to the draft that is typed in, or to any. */
  #withinReach(): HTMLElement[] {
    const sessions = [...this.#sessions.values()];
    const typedIn = sessions.filter(({ editor }) => editor.hasFocus());
    return (typedIn.length > 0 ? typedIn : sessions).flatMap(({ composer }) => composer.withinReach());
  }

  /** Without a composer nothing of ours stays on the page. */
  #moveOut(): void {
    this.#closeChip();
    this.#stay?.abort();
    this.#stay = null;
    this.#surroundings = null;
  }

  /** While nothing is checked, nothing of ours is there; the next finding brings it back. */
  #hide(): void {
    this.#closeChip();
    this.#surroundings?.layer.remove();
    this.#surroundings?.highlights.remove();
  }

  #onReport(session: ComposerSession): void {
    const { handle } = session.account;
    const isNew = session.checking === "checking" && session.accountKind === "unknown" && handle !== null;
    if (isNew && !this.#unasked.has(handle)) this.#ask(session, handle);
    else if (this.#chip && handle === this.#chip.handle) this.#closeChip();
    if ([...this.#sessions.values()].every(({ checking }) => PAUSED.includes(checking))) this.#hide();
    this.#tell();
  }

  #ask(session: ComposerSession, handle: string): void {
    if (this.#chip?.handle === handle || !this.#surroundings) return;
    this.#closeChip();
    const { account } = session;
    const view = new Chip(
      handle,
      (accountKind) => {
        this.#unasked.add(handle);
        this.#closeChip();
        const open = [...this.#sessions.values()].find((other) => other.account.handle === handle);
        open?.tell({ kind: "set-account", account, accountKind });
      },
      () => {
        this.#unasked.add(handle);
        this.#closeChip();
      },
    );
    this.#surroundings.layer.addToTray(view.root);
    this.#chip = { handle, view };
  }

  #closeChip(): void {
    this.#chip?.view.remove();
    this.#chip = null;
  }

  #onAsk(ask: PageAsk, reply: Reply): void {
    switch (ask.kind) {
      case "describe":
        if (ask.heard.includes(this.#name)) break;
        // The popup is about to change settings; a closed line would miss it.
        for (const session of this.#sessions.values()) session.wake();
        reply(this.#state());
        break;
      case "leave":
        if (isAmong(ask.origins, location)) this.#leave();
        break;
      case "diagnose":
        if (ask.frame === this.#name) reply(this.#diagnosis());
        break;
      case "open-card":
        this.#meant()?.explainer.openAtCaret();
        break;
      case "next-finding":
        this.#meant()?.explainer.openNext();
        break;
      case "open-finding": {
        const session = [...this.#sessions.values()].find(({ name }) => name === ask.composer);
        session?.explainer.openListed(ask.rule, ask.start);
        break;
      }
    }
  }

  #state(): PageState {
    const sessions = [...this.#sessions.values()];
    const session = this.#inFocus();
    return {
      frame: this.#name,
      site: this.#site.id,
      site_name: this.#site.name,
      granted_host: this.#site.reach === "granted" ? location.hostname : null,
      checking: this.#checking(),
      focused: session?.editor.hasFocus() ?? false,
      account: session?.account ?? null,
      findings: sessions.flatMap(listed),
    };
  }

  /** It is about the field that no description fits, or about the box whose button is missing. */
  #diagnosis(): Diagnosis {
    const sessions = [...this.#sessions.values()];
    const session = sessions.find(({ doors }) => doors.areMissing) ?? this.#inFocus();
    const checking = this.#checking();
    const field = checking === "not-checking-here" ? this.#unknownField : session?.composer.box;
    const composers = sessions.map(({ composer }) => composer);
    return diagnose(this.#site, checking, field ?? null, composers);
  }

  #checking(): Checking {
    const session = this.#inFocus();
    if (session && !this.#isTypedInUnknown()) return session.checking;
    return this.#unknownField?.isConnected ? "not-checking-here" : "no-composer";
  }

  /** A box that we know does not speak for one that we do not. */
  #isTypedInUnknown(): boolean {
    const focused = innermostFocus();
    return focused !== null && (this.#unknownField?.contains(focused) ?? false);
  }

  /** The session that is typed in; without one, the last that was opened. */
  #inFocus(): ComposerSession | undefined {
    const sessions = [...this.#sessions.values()];
    return sessions.find(({ editor }) => editor.hasFocus()) ?? sessions.at(-1);
  }

  /** The session that a shortcut is for. Every frame hears of it; the one that the person is in goes on. */
  #meant(): ComposerSession | undefined {
    return hasFocusItself() ? this.#inFocus() : undefined;
  }

  #tell(): void {
    const checking = this.#checking();
    if (checking === this.#told || !isExtensionAlive()) return;
    this.#told = checking;
    const notice: PageNotice = { kind: "checking-changed", checking };
    // A background that is gone or starting has no badge to set.
    chrome.runtime.sendMessage(notice).catch(() => undefined);
  }

  /** Chromium does not tell a page's script that its extension is gone, so it is noticed at the next event. */
  #isAlive(): boolean {
    const isAlive = isExtensionAlive();
    if (!isAlive) this.#leave();
    return isAlive;
  }

  #leave(): void {
    for (const session of this.#sessions.values()) session.end();
    this.#sessions.clear();
    this.#moveOut();
    this.#leaving.abort();
  }
}

/** The open findings of one composer, as the popup lists them. */
function listed(session: ComposerSession): OpenFinding[] {
  const { findings, described, name: composer } = session;
  const inText = findings.list.map((finding) => {
    const { rule, severity, start } = finding;
    const words = findings.words(finding);
    return { composer, rule, severity, start, words, summary: session.rule(rule)?.summary ?? rule };
  });
  const beside = described.map(({ rule, severity, words, summary, place }) => {
    return { composer, rule, severity, start: null, words, summary: `${summary} ${place}` };
  });
  return [...inText, ...beside];
}
