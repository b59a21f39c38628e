//! Small letters for large ones: what the build reads by, and the table that `engine::case` reads by.

/// A character as a small letter, the first where Unicode has several.
pub(crate) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Large letters beyond ASCII with the same distance to their small ones, every one or every second character.
pub(crate) struct LetterRun {
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) stride: u32,
    pub(crate) to_lower: i64,
}

/// All of them, in order.
pub(crate) fn letter_runs() -> Vec<LetterRun> {
    let large = ('\u{80}'..=char::MAX).filter(|c| lower(*c) != *c);
    let mut runs: Vec<LetterRun> = Vec::new();
    for c in large {
        let (number, to_lower) = (u32::from(c), i64::from(u32::from(lower(c))) - i64::from(u32::from(c)));
        if let Some(run) = runs.last_mut().filter(|run| run.to_lower == to_lower) {
            let stride = number - run.last;
            if stride == run.stride || run.first == run.last && stride <= 2 {
                (run.last, run.stride) = (number, stride);
                continue;
            }
        }
        runs.push(LetterRun { first: number, last: number, stride: 1, to_lower });
    }
    runs
}
