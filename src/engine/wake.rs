//! Which matchers the signals of a passage wake.
//!
//! Every word wakes two or three, and nearly none of them finds anything, because something else that it needs does not
//! stand in the sentence. What kinds a sentence holds is known, so that this is told without looking at its words.

use super::arms::Armed;
use super::matcher::{Matcher, MatcherKind, Pattern, Scope, Step, Trigger};
use super::ranked::ranked;
use super::reading::Reading;
use super::rule::Rule;
use super::signal::{KindSet, PhraseSet, Signal, SignalKind};
use super::signals::order;
use super::tables::{RULES, TRIGGERS, WAKING, WAKING_PHRASES};

/// A matcher with the signal that wakes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Woken<'r> {
    pub(crate) trigger: Trigger,
    pub(crate) rule: &'static Rule,
    pub(crate) matcher: &'static Matcher,
    pub(crate) signal: &'r Signal,
}

/// All that may find something in this context, by place of what wakes them, and then as the rules stand.
pub(crate) fn woken<'r>(reading: &'r Reading<'_>, armed: &Armed<'_>) -> Vec<Woken<'r>> {
    let mut all = Vec::new();
    for sentence in (0..).take(reading.places.sentence_count()) {
        let held =
            Held { kinds: reading.in_sentence(sentence), phrases: reading.phrases_in_sentence(sentence) };
        let mut wake = |kind: SignalKind| {
            let triggers = TRIGGERS.get(usize::from(kind.0)).copied().unwrap_or_default();
            for trigger in triggers.iter().filter(|trigger| armed.looks(**trigger)) {
                let Some(rule) = RULES.get(usize::from(trigger.rule)) else { continue };
                let Some(matcher) = rule.matchers.get(usize::from(trigger.matcher)) else { continue };
                if held.suffices(matcher, trigger.pattern) {
                    let signals = reading.kind_in_sentence(kind, sentence);
                    all.extend(signals.map(|signal| Woken { trigger: *trigger, rule, matcher, signal }));
                }
            }
        };
        held.kinds.each_shared(&WAKING, &mut wake);
        held.phrases.each_shared(&WAKING_PHRASES, wake);
    }
    // Those of one signal stand in the order of the rules, and this leaves them so.
    ranked(all, |woken| u128::from(order(woken.signal)))
}

/// What a sentence holds.
struct Held<'r> {
    kinds: &'r KindSet,
    phrases: &'r PhraseSet,
}

impl Held<'_> {
    /// Whether a matcher that is woken in the sentence may find something: `false` only where it surely does not.
    fn suffices(&self, matcher: &Matcher, pattern: u16) -> bool {
        match &matcher.how {
            MatcherKind::Pattern(patterns) => {
                patterns.get(usize::from(pattern)).is_some_and(|pattern| self.suffices_for(pattern))
            }
            MatcherKind::Near { of, and } => {
                let is_wide = matches!(matcher.within, Scope::Paragraph | Scope::Draft);
                is_wide || self.kinds.contains_any(of) && (and.is_empty() || self.kinds.contains_any(and))
            }
            // These look further than a sentence, or keep count of who woke them.
            MatcherKind::Score { .. }
            | MatcherKind::Missing { .. }
            | MatcherKind::Model
            | MatcherKind::Detector(_) => true,
        }
    }

    fn suffices_for(&self, pattern: &Pattern) -> bool {
        pattern.steps.iter().all(|step| match step {
            Step::Signals(kinds) => self.kinds.contains_any(kinds),
            Step::Phrase(phrase) => self.phrases.contains(*phrase),
            Step::Gap(_) | Step::SentenceStart | Step::SentenceEnd | Step::FlagStart | Step::FlagEnd => true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::arms::Arms;
    use crate::engine::config::Config;
    use crate::engine::context::Context;
    use crate::engine::rule::Surroundings;
    use crate::engine::vocabulary::Vocabulary;

    /// The rules with a pattern that a text wakes.
    fn woken_patterns(text: &str) -> Vec<&'static str> {
        let (config, context) = (Config::default(), Context::default());
        let around =
            Surroundings { answered: KindSet::EMPTY, attached: KindSet::EMPTY, answers_review: false };
        let arms = Arms::new(&config, true);
        let reading = Reading::new(text.into(), &Vocabulary::load());
        let woken = woken(&reading, &arms.under(&context, &config, around));
        let patterns = woken.iter().filter(|it| matches!(it.matcher.how, MatcherKind::Pattern(_)));
        patterns.map(|it| it.rule.id).collect()
    }

    #[test]
    fn a_pattern_is_woken_only_where_all_that_it_needs_stands_in_the_sentence() {
        let advice = "You should take ibuprofen for your back";
        assert!(!woken_patterns(advice).is_empty());
        let torn = advice.replace(' ', ".\n");
        assert!(woken_patterns(&torn).len() < woken_patterns(advice).len());
    }

    #[test]
    fn what_is_woken_comes_by_place() {
        let reading = Reading::new("You should rest. You should take ibuprofen.".into(), &Vocabulary::load());
        let (config, context) = (Config::default(), Context::default());
        let around =
            Surroundings { answered: KindSet::EMPTY, attached: KindSet::EMPTY, answers_review: false };
        let arms = Arms::new(&config, true);
        let woken = woken(&reading, &arms.under(&context, &config, around));
        assert!(woken.is_sorted_by_key(|it| (order(it.signal), it.trigger.rule, it.trigger.matcher)));
    }
}
