//! Undoes what Facebook's and Instagram's exports do to text: each UTF-8 byte is written as a character of its own.

/// The text that was meant; text that cannot have come about this way is left as it is.
pub(super) fn repaired(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn bytes_written_as_characters_become_text_again() {
        assert_eq!(repaired("Caf\u{c3}\u{a9} \u{f0}\u{9f}\u{98}\u{82}".to_owned()), "Café 😂");
        assert_eq!(repaired("plain".to_owned()), "plain");
    }

    #[test]
    fn text_that_was_right_stays() {
        assert_eq!(repaired("Café".to_owned()), "Café");
        assert_eq!(repaired("naïve 😂".to_owned()), "naïve 😂");
    }
}
