//! Examples with their expected places marked in the text.

/// A text and the byte ranges that « » marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text without marks.
    pub text: String,
    /// The marked ranges, in bytes of `text`.
    pub spans: Vec<(usize, usize)>,
}

impl Example {
    /// Reads the marks out of `marked`.
    ///
    /// # Errors
    /// Says which mark has no partner.
    pub fn parse(marked: &str) -> Result<Example, String> {
        let mut example = Example { text: String::with_capacity(marked.len()), spans: Vec::new() };
        let mut open = None;
        for c in marked.chars() {
            match c {
                '«' if open.is_some() => {
                    return Err("a « stands inside another; close the first with »".to_owned());
                }
                '«' => open = Some(example.text.len()),
                '»' => {
                    let start = open.take().ok_or("a » has no « before it")?;
                    if start == example.text.len() {
                        return Err(
                            "« and » stand around nothing; put them around the flagged words".to_owned()
                        );
                    }
                    example.spans.push((start, example.text.len()));
                }
                _ => example.text.push(c),
            }
        }
        match open {
            Some(_) => Err("a « has no » behind it".to_owned()),
            None => Ok(example),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_byte_ranges() {
        let example = Example::parse("Né «José» x «y»").unwrap();
        assert_eq!(example.text, "Né José x y");
        assert_eq!(example.spans, [(4, 9), (12, 13)]);
    }

    #[test]
    fn a_lonely_mark_is_a_fault() {
        assert!(Example::parse("a «b").is_err());
        assert!(Example::parse("a» b").is_err());
        assert!(Example::parse("«a «b»»").is_err());
        assert!(Example::parse("a «» b").is_err());
    }
}
