// What crosses the port between page and background, generated from the Rust types in src/protocol.
// Do not edit: change the Rust type and run `./build.sh types`.

/** The name content scripts give their port. */
export const PORT_NAME = "composer";

/** The longest draft that is checked, in UTF-16 code units. */
export const LONGEST_DRAFT = 100000;

/**
 * In whose name an account speaks.
 */
export type AccountKind = "practice" | "personal" | "unknown";

/**
 * An account as the page shows it.
 */
export type ActiveAccount = { 
/**
 * The site's id.
 */
site: string, 
/**
 * Handle, page name or opaque id; `null` when the page does not show one.
 */
handle: string | null, };

/**
 * Whether a fix may be applied unread.
 */
export type Applicability = "safe" | "needs-review";

/**
 * One thing that goes with the text.
 */
export type Attachment = { 
/**
 * What it is.
 */
kind: AttachmentKind, 
/**
 * The file's name, as the page shows it.
 */
name?: string, 
/**
 * Its description for people who cannot see it.
 */
alt?: string, };

/**
 * What an attachment is.
 */
export type AttachmentKind = "image" | "video" | "live" | "location" | "other";

/**
 * Who will see a draft once posted.
 */
export type Audience = "public" | "followers" | "group" | "direct";

/**
 * One button of the card: replaces the flagged words.
 */
export type CardFix = { 
/**
 * What the button says.
 */
title: string, 
/**
 * The new words, one line; empty to delete.
 */
replacement: string, 
/**
 * Whether a person must read the result before posting it.
 */
applicability: Applicability, };

/**
 * A finding as the page needs it.
 */
export type CheckedFinding = { 
/**
 * The rule; its words are in the catalog.
 */
rule: string, 
/**
 * How grave it is here.
 */
severity: Severity, 
/**
 * What could stand there instead, best first.
 */
fixes: Array<CardFix>, 
/**
 * Details that add up, where the rule counts several.
 */
evidence: Array<Utf16Span>, 
/**
 * First code unit.
 */
start: number, 
/**
 * One past the last code unit.
 */
end: number, };

/**
 * Whether a page is checking what is typed there.
 */
export type Checking = "checking" | "paused" | "not-checking-here" | "no-composer" | "engine-silent";

/**
 * Where a draft stands. Every part may be unknown; rules that need a part stay quiet without it.
 */
export type Context = { 
/**
 * The site's id, the file stem under `sites/`; `None` off any known site.
 */
site?: string, 
/**
 * What kind of text this is.
 */
surface: Surface, 
/**
 * In whose name it is posted.
 */
account: AccountKind, 
/**
 * Who will see it.
 */
audience: Audience, 
/**
 * Pictures, video or a live stream that go with the text.
 */
attachments: Array<Attachment>, 
/**
 * What the draft answers.
 */
replying_to?: ReplyingTo, };

/**
 * Why a draft was not checked.
 */
export type DeclineReason = "too-long" | "site-off";

/**
 * How far a dismissal reaches. "This time" never leaves the page, so it is not listed.
 */
export type DismissReach = "these-words";

/**
 * A group of rules: the folder under `rules/`.
 */
export type Family = "patient" | "advice" | "boundaries" | "recording" | "claims";

/**
 * What the popup or the background asks of a page, through `tabs.sendMessage`.
 */
export type PageAsk = { "kind": "describe" } | { "kind": "open-card" } | { "kind": "next-finding" };

/**
 * What a page tells the background without being asked, through `runtime.sendMessage`. Not answered.
 */
export type PageNotice = { "kind": "checking-changed", 
/**
 * How it is now.
 */
checking: Checking, };

/**
 * One message of the background.
 */
export type Reply = { "kind": "ready", 
/**
 * Every rule, for the card.
 */
catalog: Array<RuleCard>, 
/**
 * Longest draft that is checked, in UTF-16 code units.
 */
longestDraft: number, } | { "kind": "report", 
/**
 * The check it answers.
 */
id: number, 
/**
 * What was found, by place.
 */
findings: Array<CheckedFinding>, 
/**
 * Whether the draft may be posted.
 */
decision: SendDecision, 
/**
 * What the account is known to be.
 */
accountKind: AccountKind, } | { "kind": "declined", 
/**
 * The check it answers.
 */
id: number, 
/**
 * Why not.
 */
reason: DeclineReason, } | { "kind": "settings-changed" };

/**
 * What a draft answers.
 */
export type ReplyingTo = { 
/**
 * The words being answered.
 */
text: string, 
/**
 * The stars of a review, 1 to 5.
 */
rating?: number, };

/**
 * One message of a content script.
 */
export type Request = { "kind": "check", 
/**
 * Grows by one with every check of this port.
 */
id: number, 
/**
 * The whole draft.
 */
text: string, 
/**
 * Where it stands.
 */
context: Context, 
/**
 * From which account it would be posted.
 */
account: ActiveAccount, } | { "kind": "set-account", 
/**
 * The account.
 */
account: ActiveAccount, 
/**
 * What it is.
 */
accountKind: AccountKind, } | { "kind": "dismiss", 
/**
 * The rule that flagged them.
 */
rule: string, 
/**
 * The words; only a digest of them is kept.
 */
words: string, 
/**
 * How far the dismissal reaches.
 */
reach: DismissReach, };

/**
 * A rule as shown to people and to other programs.
 */
export type RuleCard = { 
/**
 * Its short name.
 */
code: string, 
/**
 * Its long name.
 */
id: string, 
/**
 * Its group.
 */
family: Family, 
/**
 * How grave it is before the context raises it.
 */
severity: Severity, 
/**
 * What is wrong, in one line.
 */
summary: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * Whose rule it is.
 */
sources: Array<SourceCard>, };

/**
 * Whether a draft may be posted.
 */
export type SendDecision = "allow" | "confirm" | "hold";

/**
 * How grave a finding is; greater is graver.
 */
export type Severity = "polish" | "rethink" | "fix" | "stop";

/**
 * A source as shown to people.
 */
export type SourceCard = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Who issued it.
 */
body: string, 
/**
 * When.
 */
date: string, 
/**
 * Where it can be read.
 */
url: string, };

/**
 * What kind of text a draft is.
 */
export type Surface = "post" | "reply" | "comment" | "message" | "review-reply" | "caption" | "live" | "profile";

/**
 * A half-open range of UTF-16 code units: what JavaScript's `String.slice` takes.
 */
export type Utf16Span = { 
/**
 * First code unit.
 */
start: number, 
/**
 * One past the last code unit.
 */
end: number, };

/**
 * How things stand in a page: the answer to [`PageAsk::Describe`].
 */
export type page-state = { "kind": "page-state", 
/**
 * The site's id.
 */
site: string, 
/**
 * Whether it is checking.
 */
checking: Checking, 
/**
 * The account a post would come from; `null` when no composer is open.
 */
account: ActiveAccount | null, 
/**
 * What that account is known to be.
 */
account_kind: AccountKind, 
/**
 * Open findings in all composers of the page.
 */
findings: number, };
