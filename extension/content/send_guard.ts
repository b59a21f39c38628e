// Stands between the person and the site's post button: lets a checked post through untouched, asks about one that
// must not simply go, and waits when the newest words have not been judged yet.
//
// It listens on the window in the capture phase from before the page's first script, so it comes first. There are
// three doors: the submit control, the submit keys, and a form's submit event. Only a person's own events are
// guarded; what the guard lets go later it sends by a click or a key of its own, exactly once.

import type { SubmitKey } from "./messages";
import { PATIENCE_MS } from "./port";
import type { Question } from "./send_dialog";
import type { ComposerSession } from "./session";
import { contains, nearest, treeOf } from "./shadow";

/** An attempt to post: the composers whose text would go, and how to repeat it. */
interface Attempt {
  readonly sessions: readonly ComposerSession[];
  readonly replay: () => void;
}

/** A composer, and the control that was pressed, which may post it. */
interface Claim {
  readonly session: ComposerSession;
  readonly control: HTMLElement;
}

/** What surrounds a click must not get through before it, but decides nothing by itself. */
type Moment = "beginning" | "surrounding" | "decisive";

/** For so long the second half of a double click on our button is none on the site's button behind it. */
const DOUBLE_CLICK_MS = 500;

export class SendGuard {
  readonly #sessions: () => readonly ComposerSession[];
  #isReplaying = false;
  #isAsking = false;
  #replayedAt = Number.NEGATIVE_INFINITY;

  constructor(sessions: () => readonly ComposerSession[], signal: AbortSignal) {
    this.#sessions = sessions;
    const options = { capture: true, passive: false, signal };
    window.addEventListener("pointerdown", (event) => this.#onPress(event, "beginning"), options);
    // A touch that is prevented at its beginning would bring no click, and so no question.
    for (const type of ["touchstart", "pointerup", "mouseup", "touchend"]) {
      window.addEventListener(type, (event) => this.#onPress(event, "surrounding"), {
        capture: true,
        signal,
      });
    }
    window.addEventListener("click", (event) => this.#onPress(event, "decisive"), options);
    window.addEventListener("keydown", (event) => this.#onKey(event, "decisive"), options);
    // Some pages post when the key comes up again.
    window.addEventListener("keyup", (event) => this.#onKey(event, "surrounding"), options);
    window.addEventListener("submit", (event) => this.#onSubmit(event), options);
  }

  #onPress(event: Event, moment: Moment): void {
    if (!event.isTrusted || this.#isReplaying) return;
    const attempt = this.#attemptThroughControl(event);
    if (attempt && this.#isSecondHalf(event)) block(event);
    else if (attempt) this.#guard(event, attempt, moment);
    else if (moment === "decisive") this.#leadOn(event);
  }

  #onKey(event: KeyboardEvent, moment: Moment): void {
    if (!event.isTrusted || this.#isReplaying || event.isComposing || event.keyCode === 229) return;
    const target = event.composedPath()[0];
    const session = this.#sessions().find(({ editor }) => target instanceof Node && editor.holds(target));
    if (session) {
      if (isSubmitKey(event, session)) this.#guard(event, this.#attemptByKey(session, event), moment);
    } else if (isPressKey(event) && !isNativeButton(target)) {
      const attempt = this.#attemptThroughControl(event);
      if (attempt) this.#guard(event, attempt, moment);
    }
  }

  #onSubmit(event: SubmitEvent): void {
    if (!event.isTrusted || this.#isReplaying) return;
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const { submitter } = event;
    const sessions = this.#sessions().filter(
      ({ composer }) =>
        isFieldOf(form, composer.box) &&
        !(submitter instanceof HTMLElement && composer.isNotPosting(submitter)),
    );
    const replay = () => form.requestSubmit(submitter instanceof HTMLElement ? submitter : null);
    if (sessions.length > 0) this.#guard(event, { sessions, replay }, "decisive");
  }

  #guard(event: Event, attempt: Attempt, moment: Moment): void {
    const verdicts = attempt.sessions.map((session) => session.verdict());
    if (moment === "decisive") for (const session of attempt.sessions) session.settle();
    if (!this.#isAsking && !verdicts.includes(null) && !questionFor(attempt)) {
      if (moment === "decisive") onLetGo(attempt);
      return;
    }
    if (moment === "surrounding") event.stopImmediatePropagation();
    else block(event);
    if (moment !== "decisive" || this.#isAsking) return;
    if (verdicts.includes("hold") || !verdicts.includes(null)) this.#question(attempt);
    else this.#askFirst(attempt);
  }

  async #askFirst(attempt: Attempt): Promise<void> {
    this.#isAsking = true;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const patience = new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    let { sessions } = attempt;
    for (;;) {
      await Promise.race([Promise.all(sessions.map((session) => session.judged())), patience]);
      // The page may have put another box in the place of one: what stands there now would go out.
      const now = this.#successorsOf(sessions);
      if (!sessions.some(({ isEnded }) => isEnded)) break;
      sessions = now;
      if (signal.aborted) break;
    }
    this.#isAsking = false;
    // A composer that is gone meanwhile has taken its draft along.
    if (sessions.length > 0) this.#settle({ ...attempt, sessions });
  }

  /** The same composers as they stand now. */
  #successorsOf(sessions: readonly ComposerSession[]): readonly ComposerSession[] {
    const isInPlaceOf = (old: ComposerSession, session: ComposerSession) =>
      old === session ||
      (old.isEnded &&
        old.composer.description === session.composer.description &&
        (old.composer.scope === session.composer.scope || !old.composer.scope.isConnected));
    return this.#sessions().filter((session) => sessions.some((old) => isInPlaceOf(old, session)));
  }

  /** Asks the person where that is due, and else lets the attempt go, judged or not. */
  #settle(attempt: Attempt): void {
    if (this.#question(attempt)) return;
    onLetGo(attempt);
    this.#replay(attempt);
  }

  /** Asks the person about the gravest of the drafts that must not simply go; answers whether there was one. */
  #question(attempt: Attempt): boolean {
    const found = questionFor(attempt);
    if (!found) return false;
    const { session, question } = found;
    const asked = session.draft;
    session.explainer.ask(question, () => {
      session.release(asked);
      // Another part of a thread may have a problem of its own, and the page may have changed the words under the
      // question: each is asked about in its turn.
      if (attempt.sessions.some((one) => one.verdict() === null)) this.#askFirst(attempt);
      else this.#settle(attempt);
    });
    return true;
  }

  /** A control that leads on posts nothing yet, so it is not held up; what was found is shown. */
  #leadOn(event: Event): void {
    const path = event.composedPath();
    for (const session of this.#sessions()) if (session.composer.leadsOnIn(path)) session.leadOn();
  }

  #replay(attempt: Attempt): void {
    this.#isReplaying = true;
    try {
      attempt.replay();
    } finally {
      this.#isReplaying = false;
      this.#replayedAt = performance.now();
    }
  }

  #isSecondHalf(event: Event): boolean {
    const isDouble = event instanceof MouseEvent && event.type === "click" && event.detail > 1;
    return isDouble && performance.now() - this.#replayedAt < DOUBLE_CLICK_MS;
  }

  #attemptThroughControl(event: Event): Attempt | null {
    const path = event.composedPath();
    const claims = this.#sessions().flatMap((session) => {
      const control = session.composer.submitControlIn(path);
      return control ? [{ session, control }] : [];
    });
    const through = ownClaims(claims);
    const [first] = through;
    if (!first || first.control.matches(':disabled, [aria-disabled="true"]')) return null;
    const replay = () => {
      // While the person was deciding, the page may have drawn its button anew.
      const control = first.control.isConnected ? first.control : first.session.composer.readySubmitControl();
      control?.click();
    };
    return { sessions: through.map(({ session }) => session), replay };
  }

  /** A thread is posted as a whole, from whichever part the keys are pressed in. */
  #attemptByKey(session: ComposerSession, event: KeyboardEvent): Attempt {
    const control = session.composer.readySubmitControl();
    const [target] = event.composedPath();
    const sessions = this.#sessions().filter(
      (other) => other === session || (control && other.composer.readySubmitControl() === control),
    );
    const replay = () => {
      if (control?.isConnected && isDescribed(event, session)) control.click();
      else (target as Node).dispatchEvent(new KeyboardEvent("keydown", event));
    };
    return { sessions, replay };
  }
}

/**
 * Of drafts that share their surroundings, as chats side by side do, those that the control posts: it is the nearest one
 * for each part of a thread, and for a chat that has its own it is not.
 */
function ownClaims(claims: readonly Claim[]): readonly Claim[] {
  const [first] = claims;
  if (!first || claims.length === 1) return claims;
  const owned = claims.map((claim) => ({ claim, own: claim.session.composer.readySubmitControl() }));
  const isPressed = owned.some(({ claim, own }) => own === claim.control);
  // A second control of a draft is nobody's nearest; it posts what its neighbor posts.
  const box = nearest(
    first.control,
    claims.map(({ session }) => session.composer.box),
  );
  const neighbor = owned.find(({ claim }) => claim.session.composer.box === box)?.own;
  return owned
    .filter(({ claim, own }) => own === (isPressed ? claim.control : neighbor))
    .map(({ claim }) => claim);
}

function questionFor({ sessions }: Attempt): { session: ComposerSession; question: Question } | null {
  for (const question of ["hold", "confirm"] as const) {
    const session = sessions.find((one) => one.verdict() === question);
    if (session) return { session, question };
  }
  return null;
}

function isSubmitKey(event: KeyboardEvent, session: ComposerSession): boolean {
  const { root } = session.editor;
  if (event.key !== "Enter") return false;
  // Many pages post on it without saying so.
  if (chord(event) === "mod+enter") return true;
  // While a list of names is open, Enter chooses from it.
  const chosen = root.getAttribute("aria-activedescendant");
  const isChoosing = (chosen && treeOf(root).getElementById(chosen)) || root.ariaExpanded === "true";
  return !event.shiftKey && !isChoosing && isDescribed(event, session);
}

/** Only then a click on the control is the same: where the page knows nothing of the keys, it would post. */
function isDescribed(event: KeyboardEvent, { composer }: ComposerSession): boolean {
  return composer.description.submit_keys.includes(chord(event));
}

function chord(event: KeyboardEvent): SubmitKey {
  return event.ctrlKey || event.metaKey ? "mod+enter" : "enter";
}

/** A field belongs to its form wherever it stands. */
function isFieldOf(form: HTMLFormElement, box: HTMLElement): boolean {
  return contains(form, box) || [...form.elements].includes(box);
}

function block(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isPressKey(event: KeyboardEvent): boolean {
  return event.key === "Enter" || event.key === " ";
}

/** A real button turns the key into a click, which is guarded; a `div` that plays a button acts on the key itself. */
function isNativeButton(target: EventTarget | undefined): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLInputElement;
}

function onLetGo({ sessions }: Attempt): void {
  for (const session of sessions) {
    session.steps.onPosted();
    if (session.verdict() === "allow") session.chips.notes.hide("not_checked");
    else session.chips.notes.show("not_checked");
  }
}
