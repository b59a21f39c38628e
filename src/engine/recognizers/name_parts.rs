//! What single words are in a name, and how far a run of them reaches.

use crate::engine::lex::TokenKind;
use crate::engine::phrases::possessor;
use crate::engine::reading::Reading;
use crate::engine::tables::kind;

/// No name has more words than this.
const LONGEST_NAME: u32 = 6;

/// An initial has at most so many bytes: a letter in a hashtag, with a curly apostrophe and its "s".
const LONGEST_INITIAL: u32 = 9;

/// What a single word may be in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A given name and nothing else.
    Given,
    /// A given name and an ordinary word.
    AmbiguousGiven,
    /// A surname and nothing else.
    Surname,
    /// A surname and an ordinary word.
    AmbiguousSurname,
    /// One capital.
    Initial,
    /// No name that is known.
    Unknown,
}

/// Reads words as parts of names.
pub(super) struct Parts<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
}

impl Parts<'_, '_> {
    pub(super) fn part(&self, at: u32) -> Part {
        let Some(token) = self.reading.token(at).filter(|token| token.kind == TokenKind::Word) else {
            return Part::Unknown;
        };
        if token.capital && token.end - token.start <= LONGEST_INITIAL {
            let word = possessor(self.reading.word(at)).unwrap_or(self.reading.word(at));
            if word != "I" && word.trim_start_matches('#').chars().count() == 1 {
                return Part::Initial;
            }
        }
        // A name in a hashtag is a campaign, a team or a joke.
        if token.tagged {
            return Part::Unknown;
        }
        let has = |kind| self.reading.end_of(at, kind) == Some(at + 1);
        if has(kind::GIVEN_NAMES_AMBIGUOUS) {
            Part::AmbiguousGiven
        } else if has(kind::GIVEN_NAMES) {
            Part::Given
        } else if has(kind::SURNAMES) {
            Part::Surname
        } else if has(kind::SURNAMES_AMBIGUOUS) {
            Part::AmbiguousSurname
        } else {
            Part::Unknown
        }
    }

    /// The end of a name in small letters that fills in a form: "brannoch, t", "marlene voss".
    pub(super) fn small_run_end(&self, at: u32) -> u32 {
        let is_name = |at: u32| {
            let known = matches!(self.part(at), Part::Given | Part::Surname);
            self.is_small_initial(at) || known || (!self.is_ordinary(at) && self.is_word(at))
        };
        let next = at + 1 + u32::from(self.reading.word(at + 1) == ",");
        if is_name(next) && self.shares_sentence(next) { next + 1 } else { at + 1 }
    }

    fn is_word(&self, at: u32) -> bool {
        self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// "tessa m": a letter for a surname, and no word.
    pub(super) fn is_small_initial(&self, at: u32) -> bool {
        let word = self.reading.word(at);
        word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'i'))
    }

    pub(super) fn is_given(&self, at: u32) -> bool {
        self.is_capital(at) && matches!(self.part(at), Part::Given | Part::AmbiguousGiven)
    }

    /// "Smith, John": the word at `at` may be a surname, and a given name alone stands behind the comma.
    pub(super) fn is_turned_around(&self, at: u32) -> bool {
        let given = at + 2;
        let shouted = self.is_acronym(at);
        let surname = match self.part(at) {
            Part::Surname => true,
            Part::Given => shouted,
            Part::AmbiguousSurname => shouted || !self.is_common(at),
            Part::Unknown => {
                let others = [kind::SHOUTING, kind::SENTENCE, kind::FIRST_WORD];
                self.reading.means_only(&others, at)
            }
            _ => false,
        };
        let one_letter = || shouted && self.part(given) == Part::Initial;
        let follows = self.reading.place(given).sentence == self.reading.place(at).sentence;
        let listed = matches!(self.reading.word(given + 1), "," | "and" | "&")
            && self.is_capital(given + 2)
            && self.part(at) != Part::Surname
            && !shouted;
        surname && follows && !listed && (self.is_given(given) || one_letter())
    }

    /// The end of a run of name words that begins at `at`: "Lena Shah", "Maria J. Lopez", "Jan van der Berg".
    pub(super) fn run_end(&self, at: u32) -> u32 {
        let place = self.reading.place(at).clause;
        let mut end = at;
        let mut has_surname = false;
        while end < at + LONGEST_NAME && self.reading.place(end).clause == place {
            if end > at && self.begins_particles(end) {
                end += 1;
                has_surname = false;
                continue;
            }
            if !self.is_capital(end) || (end > at && !self.continues(end, has_surname)) {
                break;
            }
            let part = self.part(end);
            has_surname |= end > at && matches!(part, Part::Surname | Part::Unknown);
            let is_last = possessor(self.reading.word(end)).is_some();
            end += 1;
            if part == Part::Initial && self.reading.word(end) == "." && self.shares_sentence(end) {
                end += 1;
            }
            if is_last {
                break;
            }
        }
        end
    }

    /// A capitalized word that goes on a name; a word that means something else does not.
    fn continues(&self, at: u32, has_surname: bool) -> bool {
        let joined = self.reading.token(at).is_some_and(|token| token.glued);
        match self.part(at) {
            Part::Unknown => {
                joined || (!has_surname && !self.is_ordinary(at) && !self.is_shouted_after_plain(at))
            }
            Part::AmbiguousGiven | Part::AmbiguousSurname => joined || (!self.is_common(at) && !has_surname),
            Part::Given | Part::Surname | Part::Initial => true,
        }
    }

    /// "Marcus ACL": capitals behind a name that has none.
    fn is_shouted_after_plain(&self, at: u32) -> bool {
        self.is_acronym(at) && !at.checked_sub(1).is_some_and(|before| self.is_acronym(before))
    }

    /// All capitals, as in "GERD" and in "MARCUS".
    pub(super) fn is_acronym(&self, at: u32) -> bool {
        let word = self.reading.word(at);
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// "de la" before "Cruz".
    fn begins_particles(&self, at: u32) -> bool {
        let particle = |at: u32| self.reading.has(at, kind::NAME_PARTICLES) && !self.is_capital(at);
        let last = if particle(at + 1) { at + 1 } else { at };
        particle(at) && self.is_capital(last + 1) && self.shares_sentence(last + 1)
    }

    fn shares_sentence(&self, at: u32) -> bool {
        self.reading.place(at).sentence == self.reading.place(at.saturating_sub(1)).sentence
    }

    /// The name word that follows, past an initial's dot and "van der".
    pub(super) fn follower(&self, at: u32) -> Option<u32> {
        let dotted = self.part(at) == Part::Initial && self.reading.word(at + 1) == ".";
        let mut next = if dotted { at + 2 } else { at + 1 };
        while self.begins_particles(next) {
            next += 1;
        }
        let follows =
            self.is_capital(next) && self.reading.place(next).clause == self.reading.place(at).clause;
        follows.then_some(next)
    }

    /// Whether the words from `first` to `end` are more than one given name.
    pub(super) fn is_full(&self, first: u32, end: u32) -> bool {
        (first..end).filter(|at| self.part(*at) != Part::Unknown || self.is_capital(*at)).count() > 1
    }

    /// A word that some list or rule knows as something else than a name.
    pub(super) fn is_ordinary(&self, at: u32) -> bool {
        !self.reading.means_only(&[], at)
    }

    pub(super) fn is_common(&self, at: u32) -> bool {
        self.reading.has(at, kind::FREQUENT_WORDS) || self.reading.has(at, kind::MONTHS)
    }

    fn is_capital(&self, at: u32) -> bool {
        self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }
}
