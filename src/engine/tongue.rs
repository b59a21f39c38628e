//! In which language each paragraph is written.
//!
//! Frequent words tell, and words that only the terms of one language hold, half as much. Names, hashtags, addresses,
//! numbers and pictographs tell nothing. A few words tell nothing either, so that a short answer is never called
//! foreign: a paragraph counts as unsupported only when it clearly is another language.

use super::hints::Hint;
use super::language::Language;
use super::lex::{Token, TokenKind};
use super::tables::LANGUAGE_COUNT;
use super::token::Makeup;
use super::vocabulary::Vocabulary;
use super::words::WordId;

/// What a paragraph is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A language that is checked.
    Known(Language),
    /// One that is not.
    Unsupported,
}

impl Tongue {
    /// The language whose terms hold there beside those that hold everywhere.
    pub(crate) fn language(self) -> Language {
        match self {
            Tongue::Known(language) => language,
            Tongue::Unknown | Tongue::Unsupported => Language::MAIN,
        }
    }
}

/// A foreign language shows itself by so many words at least, so many of them its own, among so many.
const FEWEST_FOREIGN: u32 = 3;
const FEWEST_OWN: u32 = 2;
const FEWEST_WORDS: u32 = 4;
/// One word may be a name or an acronym: "SIN 046 454 286".
const FEWEST_TELLING: u32 = 2;
/// At least one word in so many must tell.
const MOST_SILENT: u32 = 5;
/// A foreign script shows itself by so many letters.
const FEWEST_LETTERS: u32 = 8;
/// A Chinese, Japanese or Korean letter says as much as so many of an alphabet.
const LETTERS_IN_A_SIGN: u32 = 3;

/// The tongue of every paragraph, in order; `words` holds each token's word in the vocabulary.
pub(crate) fn tongues(
    text: &str,
    tokens: &[Token],
    words: &[Option<WordId>],
    vocabulary: &Vocabulary,
) -> Vec<Tongue> {
    let mut tongues = Vec::new();
    let mut evidence = Evidence::default();
    for (token, word) in tokens.iter().zip(words) {
        match token.kind {
            TokenKind::Newline => {
                tongues.push(evidence.verdict());
                evidence = Evidence::default();
            }
            TokenKind::Word if !token.tagged => {
                evidence.words += 1;
                match token.makeup.has(Makeup::FOREIGN) {
                    true => evidence.take_letters(token.text(text), token.capital),
                    false => evidence.latin_letters += token.end - token.start,
                }
                // One letter is an initial, a unit or a mark as often as a word.
                if let Some(word) = word.filter(|_| token.end - token.start > 1) {
                    evidence.take_hint(vocabulary.hint(word));
                }
            }
            _ => {}
        }
    }
    tongues.push(evidence.verdict());
    tongues
}

/// What has been seen in one paragraph.
#[derive(Default)]
struct Evidence {
    words: u32,
    /// Words that tell, by language; last those of languages that are not supported.
    telling: [u32; LANGUAGE_COUNT + 1],
    /// The same, weighed.
    weight: [u32; LANGUAGE_COUNT + 1],
    /// Words that only languages have that are not supported.
    own_foreign: u32,
    latin_letters: u32,
    foreign_letters: u32,
}

impl Evidence {
    fn take_hint(&mut self, hint: Hint) {
        if hint.is_silent() {
            return;
        }
        self.own_foreign += u32::from(hint.is_foreign());
        for language in 0..=LANGUAGE_COUNT {
            self.add(language, hint.weight(language));
        }
    }

    fn add(&mut self, language: usize, weight: u32) {
        if let (Some(telling), Some(sum)) = (self.telling.get_mut(language), self.weight.get_mut(language)) {
            *telling += u32::from(weight > 0);
            *sum += weight;
        }
    }

    fn take_letters(&mut self, word: &str, capital: bool) {
        let mut is_strange = false;
        for c in word.chars().filter(|c| c.is_alphabetic()) {
            match c {
                '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => {
                    self.latin_letters += 1;
                    is_strange |= is_strange_latin(c);
                }
                // Styled letters: people write headings with them.
                '\u{2100}'..='\u{214f}' | '\u{ff00}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7ff}' => {
                    self.latin_letters += 1;
                }
                '\u{1100}'..='\u{11ff}'
                | '\u{2e80}'..='\u{d7ff}'
                | '\u{f900}'..='\u{faff}'
                | '\u{20000}'..='\u{3ffff}' => self.foreign_letters += LETTERS_IN_A_SIGN,
                _ => self.foreign_letters += 1,
            }
        }
        // A name keeps its letters in any language.
        if is_strange && !capital {
            self.own_foreign += 1;
            self.add(LANGUAGE_COUNT, 2);
        }
    }

    fn verdict(&self) -> Tongue {
        if self.foreign_letters >= FEWEST_LETTERS && self.foreign_letters > self.latin_letters {
            return Tongue::Unsupported;
        }
        let [known @ .., foreign] = &self.weight;
        let Some((language, weight)) = Language::all().zip(known).rev().max_by_key(|(_, weight)| **weight)
        else {
            return Tongue::Unknown;
        };
        let [.., foreign_words] = self.telling;
        let tells = |words: u32| words * MOST_SILENT >= self.words;
        if foreign > weight
            && foreign_words >= FEWEST_FOREIGN
            && self.own_foreign >= FEWEST_OWN
            && self.words >= FEWEST_WORDS
            && tells(foreign_words)
        {
            return Tongue::Unsupported;
        }
        let telling = self.telling.get(language.index()).copied().unwrap_or(0);
        let enough = language == Language::MAIN || (telling >= FEWEST_TELLING && tells(telling));
        let clear = *weight > 0 && weight >= foreign && enough;
        if clear { Tongue::Known(language) } else { Tongue::Unknown }
    }
}

/// A Latin letter that neither English nor Spanish has.
fn is_strange_latin(c: char) -> bool {
    !c.is_ascii() && !matches!(c, 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü' | 'ñ' | 'ª' | 'º' | '\u{2bc}')
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config, Context, Draft, Language};

    fn unsupported(text: &str) -> Vec<&str> {
        let report = Checker::new(Config::default()).check(&Draft { text, context: &Context::default() });
        report.unsupported.iter().map(|span| span.of(text)).collect()
    }

    fn language_of(text: &str) -> &'static str {
        let context = Context::default();
        let language: Language =
            Checker::new(Config::default()).language_of(&Draft { text, context: &context });
        language.code()
    }

    #[test]
    fn enough_of_another_language_is_unsupported() {
        for text in [
            "Merci d'avoir pris le temps de nous écrire, nous vous rappelons demain.",
            "bonjour, est-ce que vous etes ouverts lundi apres le marche",
            "Obrigado pelo comentário, você pode ligar para nós amanhã.",
            "Vielen Dank, wir sind morgen wieder für Sie da.",
            "Grazie mille, siamo aperti anche il sabato con gli altri medici.",
            "Maraming salamat po sa inyong lahat, bukas kami hanggang gabi.",
            "Cảm ơn quý vị đã gửi lời nhắn cho chúng tôi.",
            "Mèsi anpil, nou la pou ou chak jou.",
            "Dziękujemy, jutro jest otwarte, proszę do nas dzwonić.",
            "我们星期一开门，欢迎致电。",
            "月曜日は休診です",
            "월요일은 휴진입니다 감사합니다",
            "نحن مفتوحون يوم الاثنين",
            "Мы открыты по понедельникам",
        ] {
            assert_eq!(unsupported(text), [text]);
        }
    }

    #[test]
    fn little_text_and_what_is_no_language_stay_quiet() {
        for text in [
            "Got it",
            "Merci beaucoup!",
            "Voilà, c'est la vie",
            "#lundi #avec #nous #chez #vous",
            "@nous_avec https://example.fr/nous/avec/vous 🎉🎉",
            "Our crème brûlée fundraiser with Dr. Nguyễn Thị Ánh is back",
            "𝐖𝐞 𝐚𝐫𝐞 𝐡𝐢𝐫𝐢𝐧𝐠 𝐧𝐮𝐫𝐬𝐞𝐬 𝐧𝐨𝐰",
            "good one ¯\\_(ツ)_/¯",
            "Na 140, K 4.1, in the ER at 3, was on O2",
            "Tres señales de un derrame: cara caída, brazo débil, habla confusa.",
            "",
        ] {
            assert!(unsupported(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_paragraph_has_its_own_language() {
        let text =
            "We are open on Monday.\nWir sind am Montag nicht für Sie da.\n\nEstamos aquí para usted.\n";
        assert_eq!(unsupported(text), ["Wir sind am Montag nicht für Sie da."]);
    }

    #[test]
    fn a_draft_is_answered_in_its_main_language() {
        assert_eq!(language_of("Hola, estamos abiertos hoy hasta las ocho"), "es");
        assert_eq!(language_of("Mi casa es su casa, come by any time for our open house"), "en");
        assert_eq!(language_of("ok"), "en");
    }
}
