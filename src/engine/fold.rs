//! One spelling for words that people write many ways: case, diacritics, curly apostrophes, look-alike digits and
//! invisible characters are folded away before a word is looked up.
//!
//! Shared with `rule_format` by path, so that lexicons and drafts are folded by the same code.

use super::case::lower;

/// The longest folded word that a vocabulary can hold, in bytes.
pub(crate) const LONGEST_WORD: usize = 32;

/// A word in its folded spelling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded {
    bytes: [u8; LONGEST_WORD],
    len: usize,
    hash: Hash,
}

impl Folded {
    /// The folded spelling of `word`; `None` when it is too long to be in any vocabulary.
    #[inline]
    pub(crate) fn of(word: &str) -> Option<Folded> {
        if !word.is_ascii() {
            return Folded::of_any(word);
        }
        let mut folded = Folded { bytes: [0; LONGEST_WORD], len: word.len(), hash: Hash::default() };
        for (slot, byte) in folded.bytes.get_mut(..word.len())?.iter_mut().zip(word.bytes()) {
            *slot = byte.to_ascii_lowercase();
            folded.hash.take(*slot);
        }
        Some(folded)
    }

    fn of_any(word: &str) -> Option<Folded> {
        let mut folded = Folded { bytes: [0; LONGEST_WORD], len: 0, hash: Hash::default() };
        for c in word.chars() {
            folded.push(c)?;
        }
        Some(folded)
    }

    fn push(&mut self, c: char) -> Option<()> {
        if is_invisible(c) || is_combining_mark(c) {
            return Some(());
        }
        if let Some(plain) = plain_letters(c) {
            for byte in plain.bytes() {
                self.push_byte(byte)?;
            }
            return Some(());
        }
        if let Some(digit) = digit_value(c) {
            return self.push_byte(b'0' + digit);
        }
        if let Some(letter) = latin_likeness(c) {
            return self.push_byte(letter);
        }
        let mut buffer = [0; 4];
        for byte in lower(c).encode_utf8(&mut buffer).bytes() {
            self.push_byte(byte)?;
        }
        Some(())
    }

    fn push_byte(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = byte;
        self.len += 1;
        self.hash.take(byte);
        Some(())
    }

    /// The hash of the folded spelling.
    #[inline]
    pub(crate) fn hash(&self) -> u32 {
        self.hash.mixed()
    }

    /// The folded spelling as UTF-8 bytes.
    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

/// Characters that take no room on screen: zero-width spaces and joiners, soft hyphens, direction marks, variation
/// selectors. They are part of the word they stand in and change nothing about it.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Accents written as characters of their own.
pub(crate) fn is_combining_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}')
        // The strokes of Indian scripts that join consonants or dot them; they stand inside words.
        || matches!(c, '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}'
            | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}' | '\u{d4d}')
}

/// The value of a decimal digit in any of the scripts that people write numbers in.
pub(crate) fn digit_value(c: char) -> Option<u8> {
    // Arabic, Persian, the scripts of India, Thai, full width.
    const ZEROS: [char; 13] = [
        '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
        '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ff10}',
    ];
    if c.is_ascii() {
        return u8::try_from(c).ok().filter(u8::is_ascii_digit).map(|digit| digit - b'0');
    }
    let mathematical = ('\u{1d7ce}'..='\u{1d7ff}').contains(&c);
    if mathematical {
        return u8::try_from((u32::from(c) - 0x1d7ce) % 10).ok();
    }
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        u8::try_from(value).ok().filter(|value| *value < 10)
    })
}

/// The Latin letter that a full-width or Cyrillic one looks like: what is read the same is the same.
fn latin_likeness(c: char) -> Option<u8> {
    let letter = match c {
        '\u{ff21}'..='\u{ff3a}' => u8::try_from(u32::from(c) - 0xff21).ok()? + b'a',
        '\u{ff41}'..='\u{ff5a}' => u8::try_from(u32::from(c) - 0xff41).ok()? + b'a',
        'А' | 'а' => b'a',
        'В' => b'b',
        'Е' | 'е' => b'e',
        'І' | 'і' => b'i',
        'Ј' | 'ј' => b'j',
        'К' | 'к' => b'k',
        'М' | 'м' => b'm',
        'Н' => b'h',
        'О' | 'о' => b'o',
        'Р' | 'р' => b'p',
        'С' | 'с' => b'c',
        'Ѕ' | 'ѕ' => b's',
        'Т' | 'т' => b't',
        'У' | 'у' => b'y',
        'Х' | 'х' => b'x',
        _ => return None,
    };
    Some(letter)
}

/// The unaccented spelling of a Latin letter, or the plain form of a typographic apostrophe.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{2032}' | '\u{ff07}' | '`' | '\u{b4}' => "'",
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ả'..='ặ' | 'Ạ' | 'ạ' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => "e",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

/// The hash by which vocabularies are ordered, as far as a word has been read (FNV-1a, spread by a final mix).
#[derive(Clone, Copy, Debug)]
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Hash(0x811c_9dc5)
    }
}

impl Hash {
    #[inline]
    fn take(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }

    #[inline]
    fn mixed(self) -> u32 {
        let hash = (self.0 ^ (self.0 >> 15)).wrapping_mul(0x2c1b_3c6d);
        hash ^ (hash >> 13)
    }
}

/// The hash of a folded spelling.
#[inline]
pub(crate) fn hash(folded: &[u8]) -> u32 {
    let mut hash = Hash::default();
    folded.iter().for_each(|byte| hash.take(*byte));
    hash.mixed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        String::from_utf8(Folded::of(word).unwrap().as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn accents_case_and_invisible_marks_do_not_count() {
        assert_eq!(folded("José"), "jose");
        assert_eq!(folded("Jose\u{301}"), "jose");
        assert_eq!(folded("NGUYỄN"), "nguyen");
        assert_eq!(folded("Łukasz"), "lukasz");
        assert_eq!(folded("don’t"), "don't");
        assert_eq!(folded("pa\u{200b}tient"), "patient");
        assert_eq!(folded("Straße"), "strasse");
    }

    #[test]
    fn digits_of_other_scripts_are_digits() {
        assert_eq!(folded("１２３"), "123");
        assert_eq!(folded("𝟒𝟓"), "45");
        assert_eq!(folded("২৪৬"), "246");
    }

    #[test]
    fn a_word_longer_than_any_term_is_no_word() {
        assert!(Folded::of(&"a".repeat(LONGEST_WORD)).is_some());
        assert!(Folded::of(&"a".repeat(LONGEST_WORD + 1)).is_none());
        assert!(Folded::of(&"é".repeat(LONGEST_WORD + 1)).is_none());
    }
}
