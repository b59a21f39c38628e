//! Words a user has said are fine, recognised without being kept: settings hold only a keyed digest of them.
//!
//! Somebody who reads the settings learns neither the words nor, without the key, whether a guess is right; the
//! key is drawn once per installation. Spacing and case do not matter, as they do not to the eye.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::case::lowered;
use super::config::Config;
use super::rule_code::RuleCode;

/// JavaScript keeps whole numbers exactly below 2^53, and settings pass through it.
const EXACT_IN_JAVASCRIPT: u64 = (1 << 53) - 1;

/// What is kept of words that were dismissed under a rule; below 2^53.
#[must_use]
pub fn digest(key: u64, rule: RuleCode, words: &str) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(key, key.rotate_left(32));
    hasher.write(&[rule.letter, rule.number]);
    for word in words.split_whitespace() {
        // The separator keeps "ab c" apart from "a bc".
        hasher.write(b" ");
        hasher.write(lowered(word).as_bytes());
    }
    hasher.finish() & EXACT_IN_JAVASCRIPT
}

impl Config {
    /// Whether the user has said that these words are fine under this rule.
    #[must_use]
    pub fn allows(&self, rule: RuleCode, words: &str) -> bool {
        let mut entries = self.allowed.iter().filter(|entry| entry.rule == rule).peekable();
        if entries.peek().is_none() {
            return false;
        }
        let digest = digest(self.allow_key, rule, words);
        entries.any(|entry| entry.digest == digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::AllowedWords;

    const P1: RuleCode = RuleCode { letter: b'P', number: 1 };
    const P2: RuleCode = RuleCode { letter: b'P', number: 2 };

    fn allowing(words: &str) -> Config {
        let allowed = vec![AllowedWords { rule: P1, digest: digest(7, P1, words) }];
        Config { allowed, allow_key: 7, ..Config::default() }
    }

    #[test]
    fn case_and_spacing_do_not_matter() {
        let config = allowing("Grace  CHAPEL");
        assert!(config.allows(P1, "grace chapel"));
        assert!(config.allows(P1, " Grace\nChapel "));
    }

    #[test]
    fn other_words_other_rules_and_other_keys_are_not_allowed() {
        let config = allowing("ab c");
        assert!(!config.allows(P1, "a bc"));
        assert!(!config.allows(P1, "abc"));
        assert!(!config.allows(P2, "ab c"));
        assert!(!Config { allow_key: 8, ..config }.allows(P1, "ab c"));
    }

    #[test]
    fn digests_survive_javascript() {
        for key in [0, 1, u64::MAX] {
            assert!(digest(key, P1, "Zoë 🩺") <= EXACT_IN_JAVASCRIPT);
        }
    }
}
