//! What a device is called in a network: hardware addresses and internet addresses of version 6. Both are unmistakable.

use super::signal;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// Six pairs of hexadecimal digits with five marks between them.
const HARDWARE_LENGTH: usize = 17;
const VERSION_6_GROUPS: usize = 8;
/// An address of version 6 has at least two colons; a time of day with one is none.
const FEWEST_COLONS: usize = 2;
/// Behind the first pair of a hardware address the others stand close, whatever joins them.
const FEWEST_GLUED: u32 = 5;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let all = reading.inventory;
    if !all.has_mark(b":") && all.glued() < FEWEST_GLUED {
        return;
    }
    let mut end = 0;
    for run in reading.tokens.chunk_by(|_, next| next.glued) {
        let at = end;
        end += u32::try_from(run.len()).unwrap_or(0);
        if run.len() > 2 {
            let first = past_brackets(reading, at, end);
            let last = before_brackets(reading, first, end);
            if is_address(text_of(reading, first, last)) {
                found.push(signal(kind::IDENTIFIER, first, last));
            }
        }
    }
}

fn past_brackets(reading: &Reading<'_>, at: u32, end: u32) -> u32 {
    (at..end).find(|at| !matches!(reading.word(*at), "[" | "(" | "'" | "\"")).unwrap_or(end)
}

/// Without the mark that ends a sentence and the like.
fn before_brackets(reading: &Reading<'_>, first: u32, end: u32) -> u32 {
    let is_mark = |at: u32| matches!(reading.word(at), "]" | ")" | "'" | "\"" | "." | "," | ";" | "!" | "?");
    (first..end).rev().find(|at| !is_mark(*at)).map_or(first, |last| last + 1)
}

fn text_of<'t>(reading: &'t Reading<'_>, first: u32, end: u32) -> &'t str {
    let start = reading.token(first).map_or(0, |token| token.start as usize);
    let stop =
        end.checked_sub(1).and_then(|last| reading.token(last)).map_or(start, |last| last.end as usize);
    reading.text.get(start..stop).unwrap_or_default()
}

fn is_address(text: &str) -> bool {
    is_hardware(text) || is_version_6(text)
}

/// Eight groups of up to four hexadecimal digits, or fewer with one gap: "2001:db8::1".
fn is_version_6(text: &str) -> bool {
    let groups = text.split(':').filter(|group| !group.is_empty()).count();
    let gaps = text.matches("::").count();
    let is_group = |group: &str| group.len() <= 4 && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.matches(':').count() >= FEWEST_COLONS
        && text.split(':').all(is_group)
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && match gaps {
            0 => groups == VERSION_6_GROUPS,
            gaps => gaps == 1 && groups < VERSION_6_GROUPS,
        }
}

/// "00:1B:44:11:3A:B7", with hyphens too; digits alone may be a date and a time.
fn is_hardware(text: &str) -> bool {
    let is_of = |mark: char| {
        let pairs = text.split(mark);
        text.len() == HARDWARE_LENGTH
            && pairs.clone().count() == 6
            && pairs.clone().any(|pair| !text.starts_with(pair))
            && pairs.clone().all(|pair| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    is_of(':') || is_of('-')
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_of_devices_are_told_from_times_and_words() {
        for address in ["00:1b:44:11:3a:B7", "3C-5A-B4-88-1F-02", "2001:db8::1", "fe80::1ff:fe23:4567:890a"] {
            assert!(is_address(address), "{address}");
        }
        for other in ["12:30:45", "std::fmt", "a::b::c", "::", "00:1b:44:11:3a", "add:be:ef"] {
            assert!(!is_address(other), "{other}");
        }
    }
}
