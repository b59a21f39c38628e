//! Which matchers look in which context.
//!
//! Most look in every context and are known once, when a checker is made; the others are asked for each check.

use super::config::Config;
use super::context::Context;
use super::matcher::{Matcher, MatcherKind, Trigger};
use super::rule::{Rule, Surroundings, When};
use super::tables::RULES;

/// The matchers that look under one configuration.
#[derive(Debug)]
pub(crate) struct Arms {
    always: Armed,
    sometimes: Vec<(usize, [&'static When; 2])>,
}

impl Arms {
    /// Of the rules that are not disabled; of the models only when they are asked.
    pub(crate) fn new(config: &Config, asks_models: bool) -> Arms {
        let most_matchers = RULES.iter().map(|rule| rule.matchers.len()).max().unwrap_or(0);
        let mut arms = Arms {
            always: Armed { looks: vec![false; RULES.len() * most_matchers], most_matchers },
            sometimes: Vec::new(),
        };
        for (number, rule) in
            RULES.iter().enumerate().filter(|(_, rule)| !config.disabled.contains(&rule.code))
        {
            let asked = |matcher: &Matcher| asks_models || !matches!(matcher.how, MatcherKind::Model);
            for (at, matcher) in rule.matchers.iter().enumerate().filter(|(_, matcher)| asked(matcher)) {
                arms.add(number * most_matchers + at, rule, matcher);
            }
        }
        arms
    }

    fn add(&mut self, slot: usize, rule: &'static Rule, matcher: &'static Matcher) {
        let whens = [&rule.when, &matcher.when];
        if !whens.iter().all(|when| when.is_always()) {
            self.sometimes.push((slot, whens));
        } else if let Some(looks) = self.always.looks.get_mut(slot) {
            *looks = true;
        }
    }

    /// Those of them that look in this context.
    pub(crate) fn under(&self, context: &Context, config: &Config, around: &Surroundings) -> Armed {
        let mut armed = self.always.clone();
        for (slot, whens) in &self.sometimes {
            if let Some(looks) = armed.looks.get_mut(*slot) {
                *looks = whens.iter().all(|when| when.holds(context, config.locale, around));
            }
        }
        armed
    }
}

/// Which matchers look, rule by rule; as many for each as the longest has.
#[derive(Clone, Debug)]
pub(crate) struct Armed {
    looks: Vec<bool>,
    most_matchers: usize,
}

impl Armed {
    /// Whether the matcher that is to be woken looks at all.
    #[inline]
    pub(crate) fn looks(&self, trigger: Trigger) -> bool {
        let at = usize::from(trigger.rule) * self.most_matchers + usize::from(trigger.matcher);
        self.looks.get(at).copied().unwrap_or(false)
    }
}
