//! Halves of surrogate pairs: JavaScript's strings may hold them, Rust's may not.

use std::borrow::Cow;

/// How JSON escapes a code unit: a backslash, "u" and four hexadecimal digits.
const LENGTH: usize = 6;

/// JSON with U+FFFD for each escaped half of a surrogate pair that stands without the other. `JSON.stringify` escapes
/// no others; files may hold escaped pairs, which stay.
pub(super) fn mended(json: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut kept = json;
    let mut rest = json;
    while let Some((_, escaped)) = rest.find('\\').map(|at| rest.split_at(at)) {
        let (is_alone, length) = match (half(escaped), half(escaped.get(LENGTH..).unwrap_or_default())) {
            (None, _) => (false, 2),
            (Some(Half::High), Some(Half::Low)) => (false, 2 * LENGTH),
            (Some(_), _) => (true, LENGTH),
        };
        let Some(behind) = escaped.get(length..) else { break };
        if is_alone {
            mended.push_str(kept.get(..kept.len() - escaped.len()).unwrap_or_default());
            mended.push(char::REPLACEMENT_CHARACTER);
            kept = behind;
        }
        rest = behind;
    }
    if mended.is_empty() {
        return Cow::Borrowed(json);
    }
    mended.push_str(kept);
    Cow::Owned(mended)
}

enum Half {
    High,
    Low,
}

/// The half that an escape stands for.
fn half(escaped: &str) -> Option<Half> {
    match escaped.as_bytes() {
        [b'\\', b'u', b'd' | b'D', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', _, _, ..] => Some(Half::High),
        [b'\\', b'u', b'd' | b'D', b'c'..=b'f' | b'C'..=b'F', _, _, ..] => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_alone_become_one_character_of_one_unit() {
        for (json, read) in [
            (r#""a""#, r#""a""#),
            (r#""\ud83e\udd81 \n""#, r#""\ud83e\udd81 \n""#),
            (r#""\ud83e""#, "\"\u{fffd}\""),
            (r#""é\uD83E\uD83E\uDD81\udd81x\"""#, "\"é\u{fffd}\\uD83E\\uDD81\u{fffd}x\\\"\""),
            (r#""\\ud83e""#, r#""\\ud83e""#),
            (r#""\\\ud83e""#, "\"\\\\\u{fffd}\""),
            (r#""\ud8"#, r#""\ud8"#),
            ("\"\\é", "\"\\é"),
        ] {
            assert_eq!(mended(json), read, "{json}");
        }
    }
}
