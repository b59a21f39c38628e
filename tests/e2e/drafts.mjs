// The drafts that several tests type, and what they are known to be flagged for.

/** Names a patient next to their care: held until it is fixed. */
export const NAMED_PATIENT = "So proud of Marcus Bell for finishing chemo with us!";
export const PATIENT = "Marcus Bell";

/** The same among lines, emoji and a mention, which the editors split over many nodes. */
export const LINES = `Big day 🎉👩🏽‍⚕️ thanks @lakeviewdental\nSo proud of Marcus Bell for finishing chemo with us!\nSee you all at the fair ❤️`;

/** Nothing to flag. */
export const HARMLESS = "Our office is closed on Monday for the holiday.";

/** Fine from the practice's account, not from a personal one. */
export const OFFICE_BUSINESS = "Accepting new patients, DM me to book.";

/** Asks for what belongs into an examination room: the fix sends people to the office. */
export const INVITATION = "DM me a pic of the rash";
