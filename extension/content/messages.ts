// What crosses the port between page and background, generated from the Rust types in src/protocol and src/sites.
// Do not edit: change the Rust type and run `./build.sh types`.

/** The name content scripts give their port. */
export const PORT_NAME = "composer";

/** The name that the extension's own pages give their port. */
export const DESK_NAME = "desk";

/** The longest draft that is checked, in UTF-16 code units. */
export const LONGEST_DRAFT = 100000;

/** The longest number of a consent's record, in characters. */
export const LONGEST_RECORD = 40;

/** The largest file that is read as settings, in UTF-8 bytes. */
export const LARGEST_IMPORT = 2000000;

/**
 * In whose name an account speaks.
 */
export type AccountKind = "practice" | "personal" | "unknown";

/**
 * What the user has said of accounts, each once.
 */
export type Accounts = Array<KnownAccount>;

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
 * What shows that something is attached to the draft. A file input counts once for each file that was chosen in it,
 * with the file's name and kind.
 */
export type AttachmentSign = { 
/**
 * One element each attachment, inside the composer's scope. Its `alt` or `aria-label` is the description.
 */
css: string, 
/**
 * What is attached.
 */
kind: AttachmentKind, 
/**
 * Where the file's name stands.
 */
name?: FileName, };

/**
 * Who will see a draft once posted.
 */
export type Audience = "public" | "followers" | "group" | "direct";

/**
 * The record of a written authorization.
 */
export type Authorization = { 
/**
 * Its number in the practice's own files; never a name.
 */
record: string, 
/**
 * The last day on which it is valid, as `2027-03-31`.
 */
expires: string, };

/**
 * From which end a reader tries the elements it finds.
 */
export type Begin = "first" | "last" | "only";

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
 * One change.
 */
export type Change = { "kind": "office", 
/**
 * Which.
 */
field: OfficeField, 
/**
 * All that stands in it; of a list, an entry a line.
 */
typed: string, } | { "kind": "account", 
/**
 * The site's id.
 */
site: string, 
/**
 * Handle, page name or opaque id; `null` stands for a page that shows none.
 */
handle: string | null, 
/**
 * Whose; "unknown" forgets it.
 */
accountKind: AccountKind, } | { "kind": "rule-switch", 
/**
 * The rule.
 */
rule: string, 
/**
 * Whether it shall be.
 */
switched: Switch, } | { "kind": "rule-severity", 
/**
 * The rule.
 */
rule: string, 
/**
 * How grave; `null` for what the policy base says.
 */
severity: Severity | null, } | { "kind": "locale", 
/**
 * Which country's.
 */
locale: Locale, } | { "kind": "add-phrase", 
/**
 * They.
 */
phrase: OwnPhrase, } | { "kind": "remove-phrase", 
/**
 * The words.
 */
phrase: string, 
/**
 * What became of them.
 */
treated: Treatment, } | { "kind": "undismiss-words", 
/**
 * The rule that was dismissed.
 */
rule: string, 
/**
 * The digest of the words.
 */
digest: number, } | { "kind": "undismiss-rule", 
/**
 * The rule.
 */
rule: string, 
/**
 * The site's id.
 */
site: string, } | { "kind": "reset" } | { "kind": "site", 
/**
 * The site's id.
 */
site: string, 
/**
 * Whether what is written there is checked.
 */
switched: Switch, } | { "kind": "records", 
/**
 * Whether new ones are made.
 */
switched: Switch, } | { "kind": "record-days", 
/**
 * From 1 to 3653; what is less or more is taken for these.
 */
days: number, };

/**
 * Where something may be shown.
 */
export type Channel = "social-media" | "website" | "print" | "press" | "teaching";

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
 * Details that add up, where the rule counts several, or the words that a model weighed.
 */
evidence: Array<Utf16Span>, 
/**
 * What else is wrong with the same words: rules of other families.
 */
also: string[], 
/**
 * Whether it may go once something is said of the consent to show what is attached.
 */
consent: boolean, 
/**
 * What the practice says of words that it flags on its own account.
 */
message: string | null, 
/**
 * How far it may be dismissed beyond this once.
 */
dismissible: Array<DismissReach>, 
/**
 * Whether it waits for the end of the sentence being typed, or a pause, before it is shown.
 */
waits: boolean, 
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
export type Checking = "checking" | "paused" | "tab-paused" | "not-checking-here" | "no-composer" | "engine-silent";

/**
 * A kind of compose box. Which editor runs in it is seen from the editor's own marks, not from the site.
 */
export type Composer = { 
/**
 * Its short name, unique on the site.
 */
id: string, 
/**
 * What kind of text it makes.
 */
surface: Surface, 
/**
 * Who will see it: the first entry whose condition holds.
 */
audience: Array<WhichAudience>, 
/**
 * The element that is typed in. Boxes without a visible area never count.
 */
boxes: Array<Selector>, 
/**
 * Where one draft is typed in several elements, as in a thread: those elements, inside the box. Their texts are
 * judged together, in the page's order.
 */
parts?: Array<Selector>, 
/**
 * The editor that runs in the box, where its own marks are missing; without it, it is seen from its marks.
 */
editor?: EditorKind, 
/**
 * How it stands to dialogs.
 */
dialog: DialogRule, 
/**
 * The composer as a whole: the box's nearest ancestor that fits the first fitting entry. Submit controls,
 * attachments and the answered post are looked for inside it; without one, in the whole page.
 */
scope: Array<Selector>, 
/**
 * Only on these paths (`*` stands for anything); without it, on all.
 */
when_path?: Array<string>, 
/**
 * Only if the scope holds one of these; without it, always.
 */
when_scope_has?: Array<Selector>, 
/**
 * What posts it by click.
 */
submit: Array<SubmitControl>, 
/**
 * Whether the page may do without such a control, so that it says nothing when none is there.
 */
submit_optional?: boolean, 
/**
 * What stands in place of a control that posts and posts nothing yet: it leads on to a second step, or puts the
 * draft aside for a later time. It is not held up; what was found so far is shown.
 */
leads_on?: Array<SubmitControl>, 
/**
 * Which controls fit `submit` and neither post nor lead on: they cancel, go back, or save a draft.
 */
not_posting?: Array<SubmitControl>, 
/**
 * What posts it by key.
 */
submit_keys: Array<SubmitKey>, 
/**
 * What shows that something is attached; without it, the site's own signs.
 */
attachments?: Array<AttachmentSign>, 
/**
 * What every draft of this kind comes with, such as an upload's video, whether the page shows it or not.
 */
always_attached?: AttachmentKind, 
/**
 * The words being answered.
 */
replying_to?: Array<Reader>, 
/**
 * Who wrote the words being answered.
 */
author?: Array<Reader>, 
/**
 * The stars of the review being answered; the first digit counts.
 */
rating?: Array<Reader>, 
/**
 * The most characters the site takes from an ordinary account; without it, the site's limit is unknown.
 */
longest?: number, };

/**
 * All that has been said; nothing by default.
 */
export type Consent = { 
/**
 * Where the written authorization is kept; `null` where there is none.
 */
authorization: Authorization | null, 
/**
 * Nobody can be recognized.
 */
identity_hidden: boolean, 
/**
 * Everybody else who can be seen or heard has agreed.
 */
everyone_agreed: boolean, 
/**
 * It teaches something.
 */
educational: boolean, };

/**
 * What speaks against relying on an authorization.
 */
export type ConsentDoubt = "unknown" | "revoked" | "expired" | "other-channel" | "other-purpose" | "ends-soon";

/**
 * An authorization as somebody typed it.
 */
export type ConsentEntry = { 
/**
 * The number or code on the form.
 */
id: string, 
/**
 * Where it may be used.
 */
channel: Channel, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * Its last day, such as `2027-01-31`; empty when the form names none.
 */
expires: string, };

/**
 * Why an entry is refused.
 */
export type ConsentFault = "no-id" | "not-an-id" | "name" | "twice" | "not-a-day" | "full";

/**
 * One thing that can be said of the consent to show what is attached.
 */
export type ConsentPart = "authorization" | "identity-hidden" | "everyone-agreed" | "educational";

/**
 * An authorization: where and for what it may be used, and until when. Nothing in it says whose it is.
 */
export type ConsentRecord = { 
/**
 * The number or code on the form.
 */
id: string, 
/**
 * Where it may be used.
 */
channel: Channel, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * Its last day; `null` when the form names none.
 */
expires: string | null, 
/**
 * Since when it has been revoked.
 */
revoked: string | null, };

/**
 * Why an authorization was not taken.
 */
export type ConsentRefusal = "no-number" | "holds-name" | "no-date";

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
 * What has been said of the consent to show what is attached; empty when nothing has.
 */
consent: Array<ConsentPart>, 
/**
 * What the draft answers.
 */
replying_to?: ReplyingTo, };

/**
 * What was decided.
 */
export type Decision = { "kind": "held" } | { "kind": "overridden", 
/**
 * The kind of reason that was given; the reason's own words are never kept.
 */
reason: OverrideReason, } | { "kind": "dismissed", 
/**
 * How far.
 */
reach: DismissalReach, } | { "kind": "consent-given" };

/**
 * One decision about one rule. Every part comes from a closed list or is checked to be a plain id.
 */
export type DecisionRecord = { 
/**
 * When, to the minute.
 */
at: Minute, 
/**
 * The site's id.
 */
site: string, 
/**
 * Whose account it was.
 */
account_kind: AccountKind, 
/**
 * The rule that spoke; `null` where none did.
 */
rule: string | null, 
/**
 * How grave it was there.
 */
severity: Severity | null, 
/**
 * What was decided.
 */
decision: Decision, 
/**
 * The id of the authorization that was named.
 */
consent: string | null, 
/**
 * Until when that authorization was said to be valid.
 */
expires: string | null, };

/**
 * Why a draft was not checked.
 */
export type DeclineReason = "too-long" | "site-off" | "tab-paused";

/**
 * A patient who is given away in the description of what is attached.
 */
export type DescribedFinding = { 
/**
 * The rule; its words are in the catalog.
 */
rule: string, 
/**
 * How grave it is here.
 */
severity: Severity, 
/**
 * Which attachment of the check's context, by its place there.
 */
attachment: number, 
/**
 * Where it is described.
 */
part: Description, 
/**
 * Where the flagged words begin there, in UTF-16 code units.
 */
start: number, 
/**
 * Where they end.
 */
end: number, };

/**
 * A text that describes an attachment.
 */
export type Description = "name" | "alt";

/**
 * One message of the background to a page of the extension.
 */
export type DeskReply = { "kind": "ready", 
/**
 * Every rule.
 */
catalog: Array<RuleCard>, 
/**
 * What may be decided of each.
 */
ranges: Array<RuleRange>, } | { "kind": "settings", 
/**
 * All of them, as they count: what the organization has set, too.
 */
settings: StoredSettings, 
/**
 * What of them cannot be used.
 */
faults: Array<Fault>, 
/**
 * The paths of those that only the organization can change.
 */
locks: Array<string>, 
/**
 * What is wrong with the organization's policy.
 */
policyFaults: Array<Fault>, 
/**
 * How far the office's phone number is.
 */
phone: PhoneEntry, 
/**
 * What was wrong with settings that had to be set aside, until the person has read it.
 */
notice: string | null, } | { "kind": "done", 
/**
 * The request it answers.
 */
id: number, } | { "kind": "refused", 
/**
 * The request it answers.
 */
id: number, 
/**
 * Why not, all of it.
 */
faults: Array<Fault>, } | { "kind": "failed", 
/**
 * The request it answers.
 */
id: number, 
/**
 * Whether its store is full.
 */
isFull: boolean, } | { "kind": "exported", 
/**
 * The request it answers.
 */
id: number, 
/**
 * The file's text.
 */
text: string, } | { "kind": "judged", 
/**
 * The request it answers.
 */
id: number, 
/**
 * What keeps them from it; places are those of the phrase.
 */
faults: Array<Fault>, } | { "kind": "tried", 
/**
 * The request it answers.
 */
id: number, 
/**
 * What was found, by place.
 */
findings: Array<CheckedFinding>, 
/**
 * Whether it might be posted.
 */
decision: SendDecision, } | { "kind": "tab", 
/**
 * The request it answers.
 */
id: number, 
/**
 * Whether the person has paused the tab.
 */
isPaused: boolean, 
/**
 * Whether a draft in it is checked and may go out unheld, as nothing that posts it is recognized.
 */
isUnguarded: boolean, 
/**
 * The active account, then every other that was answered for or seen since the browser started.
 */
accounts: Array<KnownAccount>, } | { "kind": "reworded", 
/**
 * The request it answers.
 */
id: number, 
/**
 * How.
 */
rewording: Rewording, } | { "kind": "records", 
/**
 * The request it answers.
 */
id: number, 
/**
 * What it is.
 */
answer: RecordsAnswer, } | { "kind": "unreadable" };

/**
 * One message of a page of the extension.
 */
export type DeskRequest = { "kind": "change", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * What to change.
 */
change: Change, } | { "kind": "import", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * The file's text.
 */
text: string, } | { "kind": "export", 
/**
 * Grows by one with every question of this port.
 */
id: number, } | { "kind": "judge-phrase", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * The words.
 */
phrase: OwnPhrase, } | { "kind": "try", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * The text.
 */
text: string, 
/**
 * Where it is meant to stand.
 */
context: Context, } | { "kind": "look-at-tab", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * The browser's number of the tab.
 */
tab: number, 
/**
 * The id of its site; `null` where no page answers.
 */
site: string | null, 
/**
 * The account that a post would come from; `null` when no composer is open.
 */
account: ActiveAccount | null, } | { "kind": "switch-tab", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * The browser's number of the tab.
 */
tab: number, 
/**
 * Whether what is written there is checked.
 */
switched: Switch, } | { "kind": "reword", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * What would be said.
 */
text: string, 
/**
 * What to look for, and what to say instead.
 */
lists: Array<WordList>, } | { "kind": "records", 
/**
 * Grows by one with every question of this port.
 */
id: number, 
/**
 * What.
 */
ask: RecordsAsk, } | { "kind": "close-notice" };

/**
 * What a page answers to [`super::PageAsk::Diagnose`].
 */
export type Diagnosis = { 
/**
 * The site's id.
 */
site: string, 
/**
 * The page's path; every part that could be somebody's name or number is a `*`.
 */
path: string, 
/**
 * Whether it is checking.
 */
checking: Checking, 
/**
 * The field in question and what surrounds it, outermost first: tags, roles and the names of attributes. Empty
 * when there is none.
 */
field: Array<string>, 
/**
 * Every selector that was tried.
 */
lookups: Array<Lookup>, };

/**
 * How a composer stands to dialogs.
 */
export type DialogRule = "anywhere" | "dialog-first" | "dialog-only";

/**
 * How far a dismissal reaches. "This time" never leaves the page, so it is not listed.
 */
export type DismissReach = "these-words" | "this-rule-on-this-site";

/**
 * How far a dismissal reaches.
 */
export type DismissalReach = "this-time" | "these-words" | "this-rule-on-this-site";

/**
 * All that was dismissed, and the key without which the digests say nothing.
 */
export type Dismissed = { 
/**
 * Drawn with the first dismissal.
 */
key: string | null, 
/**
 * Words, each under one rule.
 */
words: Array<DismissedWords>, 
/**
 * Rules, each on one site.
 */
sites: Array<DismissedRule>, };

/**
 * A rule that says nothing on a site.
 */
export type DismissedRule = { 
/**
 * The rule that was dismissed.
 */
rule: string, 
/**
 * The site's id.
 */
site: string, 
/**
 * The day, such as `2026-03-31`.
 */
day: string, };

/**
 * Words that are fine under a rule, wherever they stand.
 */
export type DismissedWords = { 
/**
 * The rule that was dismissed.
 */
rule: string, 
/**
 * Digest of the folded words; below 2^53, so that JavaScript keeps it exactly.
 */
digest: number, 
/**
 * The day, such as `2026-03-31`; empty for what an older release kept.
 */
day: string, };

/**
 * What a composer shows, once typing has paused and its page has settled, of the controls that its site's description
 * names.
 */
export type Doors = { 
/**
 * Whether one should be there: the description names what posts by click, and no page does without.
 */
expected: boolean, 
/**
 * Whether one is there that posts.
 */
posts: boolean, 
/**
 * Whether one is there that leads on to another step, or puts the draft aside for later.
 */
leads_on: boolean, };

/**
 * A kind of editor, named after the library that most sites use for it.
 */
export type EditorKind = "draft" | "lexical" | "prosemirror" | "quill" | "slate" | "plain";

/**
 * What records are exported as.
 */
export type ExportFormat = "csv" | "json";

/**
 * A group of rules: the folder under `rules/`.
 */
export type Family = "patient" | "advice" | "boundaries" | "recording" | "claims" | "own";

/**
 * One thing that is wrong.
 */
export type Fault = { 
/**
 * Where, such as `office.staff[2]`; empty when it is the whole.
 */
path: string, 
/**
 * What.
 */
problem: Problem, 
/**
 * What exactly, where that can be said: the entry it repeats, the version, the reader's own words.
 */
detail: string, };

/**
 * Where the page shows the name of an attached file.
 */
export type FileName = { 
/**
 * The nearest ancestor of the sign that holds the name; without it, the sign itself.
 */
around?: string, 
/**
 * The element that shows the name, inside that; without it, that one.
 */
css?: string, 
/**
 * Which attribute; without it, the text.
 */
attribute?: string, };

/**
 * One account and whose it is.
 */
export type KnownAccount = { 
/**
 * The site's id.
 */
site: string, 
/**
 * Handle, page name or opaque id; `null` stands for a page that shows none.
 */
handle: string | null, 
/**
 * Whose account it is.
 */
account_kind: AccountKind, };

/**
 * An authorization as it stands today.
 */
export type ListedConsent = { 
/**
 * The authorization.
 */
consent: ConsentRecord, 
/**
 * What speaks against relying on it; `null` when nothing does.
 */
doubt: ConsentDoubt | null, };

/**
 * Whose law and number formats apply.
 */
export type Locale = "us" | "uk" | "au";

/**
 * One selector of the description and what it found.
 */
export type Lookup = { 
/**
 * Its place in the description, such as `composers[0].boxes[1]`.
 */
key: string, 
/**
 * The selector, and the words that an element must say, where there are such.
 */
css: string, 
/**
 * How many elements fit it.
 */
hits: number, 
/**
 * How many of those can be seen.
 */
visible: number, };

/**
 * A minute of universal time, counted from the beginning of 1970.
 */
export type Minute = number;

/**
 * A field of the office's profile.
 */
export type OfficeField = "practice" | "phone" | "contact" | "phones" | "contacts" | "hours" | "portal" | "address" | "staff";

/**
 * The practice. All parts may be empty.
 */
export type OfficeProfile = { 
/**
 * The practice's name.
 */
practice: string, 
/**
 * The number that patients should call; fills `{office_phone}`.
 */
phone: string, 
/**
 * Whom to ask for; fills `{contact}`.
 */
contact: string, 
/**
 * Further numbers of the practice.
 */
phones: Array<string>, 
/**
 * Mail and web addresses of the practice, and whatever else of its own it writes in posts.
 */
contacts: Array<string>, 
/**
 * When it is open.
 */
hours: string, 
/**
 * Where patients log in.
 */
portal: string, 
/**
 * Where it is.
 */
address: string, 
/**
 * People who work here; never taken for patients.
 */
staff: Array<string>, };

/**
 * One open finding, as the popup lists it. The popup shows the words and keeps nothing.
 */
export type OpenFinding = { 
/**
 * In which composer, by a name that its page has drawn for it.
 */
composer: string, 
/**
 * The rule.
 */
rule: string, 
/**
 * How grave it is here.
 */
severity: Severity, 
/**
 * Where its words begin, in UTF-16 code units; `null` where they describe what is attached.
 */
start: number | null, 
/**
 * The flagged words.
 */
words: string, 
/**
 * What is wrong with them.
 */
summary: string, };

/**
 * The kinds of reason for posting what was held.
 */
export type OverrideReason = "permission" | "not-a-patient" | "mistaken" | "other";

/**
 * One of them.
 */
export type OwnPhrase = { 
/**
 * The words; case, accents and spacing do not matter.
 */
phrase: string, 
/**
 * What becomes of them.
 */
treated: Treatment, 
/**
 * How grave it is to write them, where they are flagged.
 */
severity: Severity, 
/**
 * Why; may be empty.
 */
message: string, };

/**
 * What the popup or the background asks of a page, through `tabs.sendMessage`.
 */
export type PageAsk = { "kind": "describe", 
/**
 * The [`PageState::frame`]s that have answered.
 */
heard: Array<string>, } | { "kind": "open-card" } | { "kind": "next-finding" } | { "kind": "leave", 
/**
 * Match patterns.
 */
origins: Array<string>, } | { "kind": "diagnose", 
/**
 * The [`PageState::frame`] that is meant.
 */
frame: string, } | { "kind": "open-finding", 
/**
 * The finding's [`OpenFinding::composer`].
 */
composer: string, 
/**
 * Its rule.
 */
rule: string, 
/**
 * Its [`OpenFinding::start`].
 */
start: number | null, };

/**
 * What a page tells the background without being asked, through `runtime.sendMessage`. Not answered.
 */
export type PageNotice = { "kind": "checking-changed", 
/**
 * How it is now.
 */
checking: Checking, };

/**
 * How things stand in a page, or in a frame of it: the answer to [`PageAsk::Describe`].
 */
export type PageState = { 
/**
 * A name that this page or frame has drawn for itself.
 */
frame: string, 
/**
 * The site's id.
 */
site: string, 
/**
 * What people call the site.
 */
site_name: string, 
/**
 * The host, where it runs only because the person has allowed that; `null` on a site of the manifest.
 */
granted_host: string | null, 
/**
 * Whether it is checking.
 */
checking: Checking, 
/**
 * Whether what is typed now goes into a composer of it.
 */
focused: boolean, 
/**
 * The account a post would come from; `null` when no composer is open.
 */
account: ActiveAccount | null, 
/**
 * Open findings in all composers of the page, by composer and place.
 */
findings: Array<OpenFinding>, };

/**
 * How far a typed phone number is.
 */
export type PhoneEntry = "empty" | "usable" | "too-short";

/**
 * Where a reader looks.
 */
export type Place = "box" | "scope" | "around" | "page" | "cookie" | "address";

/**
 * Kinds of fault.
 */
export type Problem = "too-large" | "not-json" | "not-settings" | "newer-version" | "misplaced" | "too-many" | "no-phone" | "no-address" | "no-day" | "empty" | "too-long" | "too-short" | "repeated" | "contradiction" | "unknown-rule" | "never-hidden" | "not-milder" | "no-key" | "locked";

/**
 * What something may be shown for.
 */
export type Purpose = "education" | "marketing" | "testimonial" | "fundraising" | "training";

/**
 * Where a description runs.
 */
export type Reach = "listed" | "granted";

/**
 * One way to read a text. Of a list of readers, the first that finds something counts.
 *
 * It goes to a place, there perhaps to the elements of a selector, takes the text or an attribute, and cuts out
 * what stands between `after` and `until`. A reader whose `after` is not there found nothing.
 */
export type Reader = { 
/**
 * Where to look.
 */
from: Place, 
/**
 * Which elements there; the first that yields something counts. Needed for `scope`, `page` and `around`.
 */
css?: string, 
/**
 * For `around`: which elements inside that ancestor. Whatever belongs to the composer itself never counts.
 */
inside?: string, 
/**
 * Which of the elements counts first; without it, the page's first one.
 */
begin?: Begin, 
/**
 * Which attribute; without it, the text.
 */
attribute?: string, 
/**
 * Keep only what follows this.
 */
after?: string, 
/**
 * Keep only what precedes this, if it occurs.
 */
until?: string, };

/**
 * What was found in the words of a reason.
 */
export type ReasonProblem = { 
/**
 * The gravest rule that speaks.
 */
rule: string, 
/**
 * First code unit.
 */
start: number, 
/**
 * One past the last code unit.
 */
end: number, };

/**
 * How records are kept. Off unless somebody switches it on.
 */
export type RecordKeeping = { 
/**
 * Whether new records are made.
 */
switched: Switch, 
/**
 * For how many days they are kept, from 1 to 3653.
 */
days: number, };

/**
 * The answer to a wish.
 */
export type RecordsAnswer = { "kind": "records", 
/**
 * Oldest first.
 */
records: Array<DecisionRecord>, 
/**
 * When there are so many, the oldest go.
 */
most: number, } | { "kind": "exported", 
/**
 * The whole file.
 */
text: string, } | { "kind": "consents", 
/**
 * In the order in which they were listed.
 */
consents: Array<ListedConsent>, } | { "kind": "refused", 
/**
 * What is wrong with it.
 */
fault: ConsentFault, } | { "kind": "doubt", 
/**
 * What speaks against it; `null` when nothing does.
 */
doubt: ConsentDoubt | null, } | { "kind": "failed" };

/**
 * One wish. Each says how things shall be, so that asking twice does no harm.
 */
export type RecordsAsk = { "kind": "list" } | { "kind": "export", 
/**
 * In which form.
 */
format: ExportFormat, } | { "kind": "delete" } | { "kind": "list-consents" } | { "kind": "add-consent", 
/**
 * As it was typed.
 */
entry: ConsentEntry, } | { "kind": "revoke-consent", 
/**
 * Its id.
 */
consent: string, } | { "kind": "remove-consent", 
/**
 * Its id.
 */
consent: string, } | { "kind": "check-consent", 
/**
 * Its id.
 */
consent: string, 
/**
 * Where something would be shown.
 */
channel: Channel, 
/**
 * What for.
 */
purpose: Purpose, };

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
 * Patients who are given away in the names and descriptions of what is attached, in order.
 */
described: Array<DescribedFinding>, 
/**
 * Whether the draft may be posted.
 */
decision: SendDecision, 
/**
 * Whether it is an answer written in anger, for which the person is offered ten minutes to cool off.
 */
heated: boolean, 
/**
 * Paragraphs in languages that are not checked, by place.
 */
unsupported: Array<Utf16Span>, 
/**
 * Whether somebody may be shown in what is attached, whose consent has to be asked for.
 */
asksConsent: boolean, 
/**
 * What could be answered safely, most urgent first; only while nothing is written.
 */
answers: Array<SafeAnswer>, 
/**
 * What the account is known to be.
 */
accountKind: AccountKind, } | { "kind": "consent-doubted", 
/**
 * By the practice's own list; `null` when nothing does, or none are listed.
 */
doubt: ConsentDoubt | null, } | { "kind": "consent", 
/**
 * Why it was not taken; `null` when it was.
 */
refused: ConsentRefusal | null, } | { "kind": "declined", 
/**
 * The check it answers.
 */
id: number, 
/**
 * Why not.
 */
reason: DeclineReason, } | { "kind": "reason-checked", 
/**
 * The question it answers.
 */
number: number, 
/**
 * What should not be said there either; `null` when nothing was found.
 */
problem: ReasonProblem | null, } | { "kind": "settings-changed" };

/**
 * What a draft answers.
 */
export type ReplyingTo = { 
/**
 * The words being answered.
 */
text: string, 
/**
 * Who wrote them, as the page shows the name; `None` where it does not.
 */
author?: string, 
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
account: ActiveAccount, 
/**
 * How it is being typed; `null` once the person pauses or leaves.
 */
typing: TypingState | null, 
/**
 * What shows of the controls that post it; `null` until that is known.
 */
doors: Doors | null, } | { "kind": "set-account", 
/**
 * The account.
 */
account: ActiveAccount, 
/**
 * What it is.
 */
accountKind: AccountKind, } | { "kind": "consent-given", 
/**
 * All that is true.
 */
consent: Consent, } | { "kind": "check-consent", 
/**
 * All that is going to be said.
 */
consent: Consent, } | { "kind": "dismiss", 
/**
 * The rule that flagged them.
 */
rule: string, 
/**
 * The words; only a digest of them is kept.
 */
words: string, 
/**
 * The id of the site that they stand on.
 */
site: string, 
/**
 * How far the dismissal reaches.
 */
reach: DismissReach, } | { "kind": "decided", 
/**
 * From which account it would have been posted; its handle is not recorded.
 */
account: ActiveAccount, 
/**
 * What.
 */
decision: Decision, 
/**
 * The rules that spoke.
 */
subjects: Array<Subject>, 
/**
 * The written authorization that was named; only a plain number is recorded.
 */
authorization: Authorization | null, } | { "kind": "check-reason", 
/**
 * Grows by one with every such question of this port.
 */
number: number, 
/**
 * The words.
 */
text: string, };

/**
 * What a text becomes.
 */
export type Rewording = { 
/**
 * What could be said better, by place; no two overlap.
 */
suggestions: Array<Suggestion>, 
/**
 * The text with every suggestion carried out.
 */
rewritten: string, 
/**
 * Whether it asks the patient to say it back in their own words.
 */
asks_back: boolean, };

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
 * What was decided; a part that is left out stays with the policy base.
 */
export type RuleChoice = { 
/**
 * Whether the rule is in use.
 */
switched?: Switch, 
/**
 * How grave it is.
 */
severity?: Severity, };

/**
 * What may be decided of a rule.
 */
export type RuleRange = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Whether it may be switched off, or dismissed on a site.
 */
maySwitchOff: boolean, 
/**
 * How grave it may be made, gravest first; the policy base's own severity is among them.
 */
severities: Array<Severity>, };

/**
 * A whole answer that is safe where the draft stands.
 */
export type SafeAnswer = { 
/**
 * What it is for, in a few words.
 */
title: string, 
/**
 * The answer, one line.
 */
text: string, 
/**
 * Whether it helps somebody who may be in danger.
 */
urgent: boolean, };

/**
 * A selector and its reason.
 */
export type Selector = { 
/**
 * The selector. Prefers role, aria and data-testid; class names that a build hashes are never used.
 */
css: string, };

/**
 * Whether a draft may be posted.
 */
export type SendDecision = "allow" | "confirm" | "hold";

/**
 * How grave a finding is; greater is graver.
 */
export type Severity = "polish" | "rethink" | "fix" | "stop";

/**
 * A finding that is underlined.
 */
export type ShownFinding = { 
/**
 * Its rule.
 */
rule: string, 
/**
 * Where its words begin, in UTF-16 code units.
 */
start: number, 
/**
 * Where they end.
 */
end: number, };

/**
 * A site's description: one file of `sites/`.
 */
export type Site = { 
/**
 * Its short name, the file's stem; what settings and contexts call it.
 */
id: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * Where it runs: at `matches`, or wherever the person has allowed it.
 */
reach?: Reach, 
/**
 * What a page must show to be this site, for software that runs on many hosts; without it, any page is.
 */
signs?: Array<Selector>, 
/**
 * Kinds of compose box. For each box the first entry that fits it counts.
 */
composers: Array<Composer>, 
/**
 * What shows, inside a composer's scope, that something is attached.
 */
attachments: Array<AttachmentSign>, 
/**
 * Where the active account is shown, best first: what the composer itself shows goes before the page's frame,
 * which lags behind a switch of account.
 */
account: Array<Reader>, 
/**
 * What a person presses to switch to another account: what the frame shows is in doubt from then on, until it
 * shows another one, or still the same after a while.
 */
account_switch?: Array<Selector>, };

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
 * All settings of an installation. Every key but `version` may be left out.
 *
 * A part that is empty or `None` has not been set: there an organization's suggestion counts (see [`super::Managed`]).
 */
export type StoredSettings = { 
/**
 * The shape's version; [`CURRENT_VERSION`] once read.
 */
version: number, 
/**
 * The practice, as typed; [`StoredSettings::resolve`] leaves out what cannot be used.
 */
office: OfficeProfile, 
/**
 * What the user has said of accounts.
 */
accounts: Accounts, 
/**
 * What was decided of rules, by their codes.
 */
rules: { [key in string]: RuleChoice }, 
/**
 * Words that the practice flags or allows on its own account.
 */
words: Array<OwnPhrase>, 
/**
 * What the user has said is fine.
 */
dismissed: Dismissed, 
/**
 * Whose law applies.
 */
locale: Locale | null, 
/**
 * Ids of sites on which nothing is checked.
 */
sites_off: Array<string>, 
/**
 * Whether records of decisions are kept.
 */
records: RecordKeeping, };

/**
 * A rule that spoke, for which a record is made.
 */
export type Subject = { 
/**
 * The rule.
 */
rule: string, 
/**
 * How grave it was there.
 */
severity: Severity, };

/**
 * A control that posts the draft.
 */
export type SubmitControl = { 
/**
 * The selector, inside the composer's scope.
 */
css: string, 
/**
 * Where the selector alone is too wide: the control's whole text is one of these.
 */
text?: Array<string>, };

/**
 * A key that posts.
 */
export type SubmitKey = "mod+enter" | "enter";

/**
 * One thing that could be said better.
 */
export type Suggestion = { 
/**
 * What is the matter.
 */
kind: SuggestionKind, 
/**
 * What to put exactly there; empty to leave the words out.
 */
plain: string, 
/**
 * First code unit.
 */
start: number, 
/**
 * One past the last code unit.
 */
end: number, };

/**
 * What could be said better.
 */
export type SuggestionKind = "jargon" | "blame" | "closed-question" | "recording-refused";

/**
 * What kind of text a draft is.
 */
export type Surface = "post" | "reply" | "comment" | "message" | "review-reply" | "caption" | "live" | "profile";

/**
 * Whether something is in use.
 */
export type Switch = "on" | "off";

/**
 * What becomes of words of the practice's own choice.
 */
export type Treatment = "flag" | "allow";

/**
 * What the page knows of a draft that is being typed.
 */
export type TypingState = { 
/**
 * Where the newest edit ends, in UTF-16 code units.
 */
at: number, 
/**
 * What is underlined, by place in the draft as it stands now.
 */
shown: Array<ShownFinding>, };

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
 * An audience and when it holds.
 */
export type WhichAudience = { 
/**
 * Who will see it.
 */
is: Audience, 
/**
 * Only on these paths; without it, always.
 */
when_path?: Array<string>, };

/**
 * One file of `coach/`. The coach's page carries them, so that only who opens it loads them.
 */
export type WordList = { 
/**
 * What is the matter with its words.
 */
kind: SuggestionKind, 
/**
 * All of it.
 */
entries: string, };
