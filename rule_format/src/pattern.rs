//! The pattern notation: words, `(alternatives|)`, `{signals}`, `{optional}?`, gaps `..3`, sentence ends `^` `$`,
//! and « » around the words to flag.

use crate::lexicon::unfold;

/// One step of a pattern, signals still by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PatternStep {
    /// One of these signals.
    Signals(Vec<String>),
    /// One of these literal phrases, folded.
    Phrases(Vec<Vec<String>>),
    /// Up to so many words of any kind.
    Gap(u8),
    /// The sentence begins here.
    SentenceStart,
    /// The sentence ends here.
    SentenceEnd,
    /// The flagged words begin here.
    FlagStart,
    /// The flagged words end here.
    FlagEnd,
}

/// Reads a pattern; optional steps unfold, so that one text may give several patterns.
pub(crate) fn parse(text: &str) -> Result<Vec<Vec<PatternStep>>, String> {
    let mut variants = vec![Vec::new()];
    let mut literal = String::new();
    for word in split(text)? {
        let step = match word.as_str() {
            "^" => PatternStep::SentenceStart,
            "$" => PatternStep::SentenceEnd,
            "«" => PatternStep::FlagStart,
            "»" => PatternStep::FlagEnd,
            gap if gap.starts_with("..") => PatternStep::Gap(
                gap.trim_start_matches('.')
                    .parse()
                    .map_err(|_| format!("gap \"{gap}\" is not of the form ..3"))?,
            ),
            signal if signal.starts_with('{') => {
                flush(&mut literal, &mut variants)?;
                let optional = signal.ends_with('?');
                let names = signal
                    .trim_end_matches('?')
                    .trim_matches(['{', '}'])
                    .split('|')
                    .map(str::to_owned)
                    .collect();
                append(&mut variants, PatternStep::Signals(names), optional);
                continue;
            }
            literal_word => {
                if !literal.is_empty() {
                    literal.push(' ');
                }
                literal.push_str(literal_word);
                continue;
            }
        };
        flush(&mut literal, &mut variants)?;
        append(&mut variants, step, false);
    }
    flush(&mut literal, &mut variants)?;
    for variant in &variants {
        let marks =
            variant.iter().filter(|s| matches!(s, PatternStep::FlagStart | PatternStep::FlagEnd)).count();
        if marks != 0 && marks != 2 {
            return Err("needs either both « and » or neither".to_owned());
        }
        let at = |mark: &PatternStep| variant.iter().position(|step| step == mark);
        if at(&PatternStep::FlagStart) > at(&PatternStep::FlagEnd) {
            return Err("has its » before its «".to_owned());
        }
        if !variant.iter().any(|s| matches!(s, PatternStep::Signals(_) | PatternStep::Phrases(_))) {
            return Err("holds nothing to look for".to_owned());
        }
    }
    Ok(variants)
}

fn append(variants: &mut Vec<Vec<PatternStep>>, step: PatternStep, optional: bool) {
    let without = if optional { variants.clone() } else { Vec::new() };
    for variant in variants.iter_mut() {
        variant.push(step.clone());
    }
    variants.extend(without);
}

fn flush(literal: &mut String, variants: &mut Vec<Vec<PatternStep>>) -> Result<(), String> {
    if literal.is_empty() {
        return Ok(());
    }
    let (empty, phrases): (Vec<_>, Vec<_>) = unfold(literal)?.into_iter().partition(Vec::is_empty);
    literal.clear();
    if !phrases.is_empty() {
        append(variants, PatternStep::Phrases(phrases), !empty.is_empty());
    }
    Ok(())
}

/// Splits at spaces outside of ( ) and { }, and sets « » apart.
fn split(text: &str) -> Result<Vec<String>, String> {
    let mut words = vec![String::new()];
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.checked_sub(1).ok_or_else(|| format!("a {c} has no partner"))?,
            _ => {}
        }
        match c {
            ' ' if depth == 0 => words.push(String::new()),
            '«' | '»' => words.extend([c.to_string(), String::new()]),
            _ => {
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
        }
    }
    if depth > 0 {
        return Err("a ( or { is not closed".to_owned());
    }
    words.retain(|word| !word.is_empty());
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_signals_gaps_and_marks() {
        let variants = parse("^ «thank you» ..2 {a|b}? for").unwrap();
        assert_eq!(variants.len(), 2);
        assert_eq!(variants[0].len(), 7);
        assert_eq!(variants[1].len(), 6);
        assert_eq!(variants[0][5], PatternStep::Signals(vec!["a".into(), "b".into()]));
    }

    #[test]
    fn optional_words_unfold() {
        assert_eq!(parse("{a} (now|) {b}").unwrap().len(), 2);
    }

    #[test]
    fn faults_are_named() {
        for bad in ["«a b", "a» b «c", "..x a", "{a", "..3"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
