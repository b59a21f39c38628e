// Opens the card and the dialog at the post button for one composer, and carries out what is chosen there.

import { Card } from "./card";
import type { Selected } from "./editors/editor";
import type { Findings } from "./findings";
import type { Layer, Panel } from "./layer";
import type { CardFix, CheckedFinding, Decision, DismissalReach, Reply, Subject } from "./messages";
import type { Painter } from "./painter";
import { type Question, SendDialog } from "./send_dialog";
import type { ComposerSession } from "./session";

/** A click a little beside the letters still means them. */
const SLACK_PX = 3;
/** A press that ends farther from where it began selects. */
const DRAG_PX = 6;

export class Explainer {
  readonly #session: ComposerSession;
  readonly #layer: Layer;
  readonly #painter: Painter;
  /** What "this time" was said of: a rule and the words it flagged. Never leaves the page. */
  readonly #dismissed = new Set<string>();
  /** What was dismissed for longer, until the settings know of it: from then on it is theirs, and can be taken back. */
  readonly #dismissedUntilStored = new Set<string>();
  /** Where on the screen the pointer went down last. */
  #pressedAt = { x: 0, y: 0 };
  #card: Card | null = null;
  #dialog: SendDialog | null = null;
  /** What was selected in the editor before a panel of ours took the focus. */
  #selected: Selected | null = null;
  /** The reason that is being written down, and which question about it is the newest. */
  #reason = { words: "", number: 0 };

  constructor(session: ComposerSession, layer: Layer, painter: Painter) {
    this.#session = session;
    this.#layer = layer;
    this.#painter = painter;
  }

  undismissed(findings: Findings): Findings {
    if (this.#dismissed.size + this.#dismissedUntilStored.size === 0) return findings;
    return findings.without((finding) => {
      const key = keyOf(finding, findings);
      return this.#dismissed.has(key) || this.#dismissedUntilStored.has(key);
    });
  }

  onSettingsChanged(): void {
    this.#dismissedUntilStored.clear();
  }

  /** The pointer goes down somewhere on the page; a card closes when the person turns to something else. */
  onPressBegin(event: PointerEvent): void {
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    const isHere = event.composedPath().includes(this.#session.editor.root);
    if (this.#card && !isHere && !this.#layer.isOurs(event.target)) this.#layer.closePanel("leave-focus");
  }

  onPress(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    // Words that are selected with the pointer are not asked about.
    if (Math.hypot(x - this.#pressedAt.x, y - this.#pressedAt.y) > DRAG_PX) return;
    const isHit = ({ left, right, top, bottom }: DOMRect) =>
      left - SLACK_PX <= x && x <= right + SLACK_PX && top - SLACK_PX <= y && y <= bottom + SLACK_PX;
    const hit = this.#session.findings
      .without((finding) => !this.#painter.rects(finding).some(isHit))
      .gravest();
    if (hit) this.#open(hit);
    else this.close();
  }

  /** Opens the card at the caret, or the gravest one, for the keyboard; if that is open, leads on to the chips. */
  openAtCaret(): void {
    const { findings, editor } = this.#session;
    const selected = editor.selected();
    const finding = (selected && findings.at(selected.caret)) ?? findings.gravest();
    if (finding && !this.#card) this.#openForKeyboard(finding);
    else this.#layer.visitTray(() => editor.focus(selected));
  }

  /** Opens the card behind the open one, or behind the caret, for the keyboard. */
  openNext(): void {
    const { findings, editor } = this.#session;
    const finding = findings.after(this.#card?.finding.start ?? editor.selected()?.caret ?? -1);
    if (finding) this.#openForKeyboard(finding);
  }

  /** Opens the card of a finding that was listed elsewhere, for the keyboard, or leads to the note beside the text. */
  openListed(rule: string, start: number | null): void {
    const { editor } = this.#session;
    if (start === null) {
      const selected = editor.selected();
      this.#layer.visitTray(() => editor.focus(selected));
      return;
    }
    const { list } = this.#session.findings;
    const finding = list.find((listed) => listed.rule === rule && listed.start === start);
    if (!finding) return;
    editor.root.scrollIntoView({ block: "center" });
    this.#openForKeyboard(finding);
  }

  /** Keeps the post back until the person decides. */
  ask(question: Question, onPostAnyway: () => void): void {
    const asks: readonly string[] = question === "hold" ? ["stop"] : ["stop", "fix"];
    const findings = this.#session.allFindings.without(({ severity }) => !asks.includes(severity));
    const beside = this.#session.described.filter(({ severity }) => asks.includes(severity));
    const inText = findings.list.map((finding) => ({
      words: findings.words(finding),
      summary: this.#session.rule(finding.rule)?.summary ?? finding.rule,
    }));
    const subjects = [...findings.list, ...beside];
    const leaveFor = (act: () => void) => () => {
      this.#layer.closePanel("back-to-editor");
      act();
    };
    const { isHeated, chips } = this.#session;
    const { coolOff } = chips;
    const dialog = new SendDialog(question, [...inText, ...beside], {
      onFix: () => this.#fixFirst(findings),
      onPostAnyway: (reason) => {
        if (reason) this.#record({ kind: "overridden", reason }, subjects);
        leaveFor(onPostAnyway)();
      },
      onReasonWritten: (words) => {
        this.#reason = { words, number: this.#reason.number + 1 };
        this.#session.tell({ kind: "check-reason", number: this.#reason.number, text: words });
      },
      onWait: isHeated && !coolOff.isRunning ? leaveFor(() => coolOff.start()) : null,
      onLeave: leaveFor(() => undefined),
      onClose: (focus) => this.#closed(focus),
    });
    if (question === "hold") this.#record({ kind: "held" }, subjects);
    this.#show(dialog);
    this.#dialog = dialog;
    this.#layer.focusFirst(dialog.root);
  }

  onReasonChecked({ number, problem }: Extract<Reply, { kind: "reason-checked" }>): void {
    if (number !== this.#reason.number) return;
    const rule = problem && this.#session.rule(problem.rule);
    const words = problem ? this.#reason.words.slice(problem.start, problem.end) : "";
    this.#dialog?.flagReason(rule ? { words, summary: rule.summary } : null);
  }

  /** Keeps the card beside its words while they move, and closes it when they are gone. */
  follow(shown: Findings): void {
    const card = this.#card;
    if (!card) return;
    const { rule, start, end } = card.finding;
    const same = shown.list.find(
      (finding) => finding.rule === rule && finding.start === start && finding.end === end,
    );
    if (same) card.place(this.#painter.rects(same));
    else this.close();
  }

  close(): void {
    if (this.#layer.panel && (this.#layer.panel === this.#card || this.#layer.panel === this.#dialog)) {
      this.#layer.closePanel("leave-focus");
    }
  }

  #open(finding: CheckedFinding): void {
    const { findings } = this.#session;
    const words = findings.words(finding);
    const besides = {
      evidence: findings.evidence(finding),
      also: finding.also.flatMap((code) => this.#session.rule(code)?.summary ?? []),
    };
    const card = new Card(finding, this.#session.rule(finding.rule), words, besides, {
      onFix: (fix) => this.#apply(finding, fix, words),
      onDismiss: (reach) => this.#dismiss(finding, reach, findings),
      onConsent: () => this.#session.chips.consent.open(),
      onLeave: () => this.#layer.closePanel("back-to-editor"),
      onClose: (focus) => this.#closed(focus),
    });
    this.#show(card);
    this.#card = card;
    card.place(this.#painter.rects(finding));
  }

  #show(panel: Panel): void {
    const before = this.#selected;
    this.#layer.closePanel("leave-focus");
    // Pressing the post button has taken the focus out of the editor; only the selection still knows the place.
    this.#selected = this.#session.editor.selected() ?? before;
    this.#layer.open(panel);
  }

  #openForKeyboard(finding: CheckedFinding): void {
    const { editor } = this.#session;
    const start = editor.rangeOf(finding.start, finding.end)?.startContainer.parentElement ?? editor.root;
    start.scrollIntoView({ block: "nearest" });
    this.#open(finding);
    if (this.#card) this.#layer.focusFirst(this.#card.root);
  }

  #fixFirst(findings: Findings): void {
    // A box that a second step has hidden shows no words that could be fixed.
    const finding = this.#session.composer.isShown ? findings.gravest() : null;
    const fix = finding?.fixes[0];
    // A fix that has to be read again is chosen on the card, where the words it would write are shown.
    if (!finding) this.#layer.closePanel("back-to-editor");
    else if (fix?.applicability === "safe" && findings.list.length === 1)
      this.#apply(finding, fix, findings.words(finding));
    else this.#openForKeyboard(finding);
  }

  /** Puts the fix where the words stand now: the person may have typed on since they were shown. */
  #apply({ rule, start, end }: CheckedFinding, fix: CardFix, words: string): void {
    this.#layer.closePanel("leave-focus");
    const { writer, allFindings: findings } = this.#session;
    const isThere = findings.list.some(
      (finding) =>
        finding.rule === rule &&
        finding.start === start &&
        finding.end === end &&
        findings.words(finding) === words,
    );
    void writer.put(findings.text, isThere ? { start, end } : null, fix.replacement);
  }

  #dismiss(finding: CheckedFinding, reach: DismissalReach, findings: Findings): void {
    const dismissed = reach === "this-time" ? this.#dismissed : this.#dismissedUntilStored;
    dismissed.add(keyOf(finding, findings));
    this.#record({ kind: "dismissed", reach }, [finding]);
    if (reach !== "this-time") {
      const { site } = this.#session.composer;
      const words = findings.words(finding);
      this.#session.tell({ kind: "dismiss", rule: finding.rule, words, site: site.id, reach });
    }
    this.#layer.closePanel("back-to-editor");
    this.#session.repaint();
  }

  /** Tells the background what was decided about which rules, and nothing of the words. */
  #record(decision: Decision, about: readonly Subject[]): void {
    const subjects = about.map(({ rule, severity }) => ({ rule, severity }));
    this.#session.tell({
      kind: "decided",
      account: this.#session.account,
      decision,
      subjects,
      authorization: null,
    });
  }

  #closed(focus: "back-to-editor" | "leave-focus"): void {
    this.#card = null;
    this.#dialog = null;
    if (focus === "back-to-editor") this.#session.editor.focus(this.#selected);
    this.#selected = null;
  }
}

function keyOf(finding: CheckedFinding, findings: Findings): string {
  return `${finding.rule} ${findings.words(finding)}`;
}
