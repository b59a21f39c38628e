//! Which matchers look in which context.
//!
//! Most look in every context and are known once, when a checker is made; the others are asked when a signal would wake
//! one, and once for each check.

use std::cell::Cell;

use super::config::Config;
use super::context::Context;
use super::matcher::{Matcher, MatcherKind, Trigger};
use super::rule::{Rule, Surroundings, When};
use super::tables::RULES;

/// The matchers that look under one configuration.
#[derive(Debug)]
pub(crate) struct Arms {
    /// Rule by rule, as many for each as the longest has.
    looks: Vec<Looks>,
    most_matchers: usize,
    /// Each pair once: rules that look in the same contexts are asked about once for all.
    whens: Vec<[&'static When; 2]>,
}

/// When a matcher looks.
#[derive(Clone, Copy, Debug)]
enum Looks {
    Never,
    Always,
    /// In the contexts with this number.
    Sometimes(u16),
}

impl Arms {
    /// Of the rules that are not disabled; of the models only when they are asked.
    pub(crate) fn new(config: &Config, asks_models: bool) -> Arms {
        let most_matchers = RULES.iter().map(|rule| rule.matchers.len()).max().unwrap_or(0);
        let mut whens = Vec::new();
        let mut looks_of = |rule: &'static Rule, matcher: &'static Matcher| {
            if config.disabled.contains(&rule.code)
                || !asks_models && matches!(matcher.how, MatcherKind::Model)
            {
                return Looks::Never;
            }
            let both = [&rule.when, &matcher.when];
            if both.iter().all(|when| when.is_always()) {
                return Looks::Always;
            }
            let number = whens.iter().position(|known| *known == both).unwrap_or_else(|| {
                whens.push(both);
                whens.len() - 1
            });
            u16::try_from(number).map_or(Looks::Never, Looks::Sometimes)
        };
        let mut looks = Vec::with_capacity(RULES.len() * most_matchers);
        for rule in RULES {
            let end = looks.len() + most_matchers;
            looks.extend(rule.matchers.iter().map(|matcher| looks_of(rule, matcher)));
            looks.resize(end, Looks::Never);
        }
        Arms { looks, most_matchers, whens }
    }

    /// Those of them that look in this context.
    pub(crate) fn under<'c>(
        &'c self,
        context: &'c Context,
        config: &'c Config,
        around: Surroundings,
    ) -> Armed<'c> {
        Armed { arms: self, context, config, around, told: vec![Cell::new(None); self.whens.len()] }
    }
}

/// The matchers that look in one context.
#[derive(Debug)]
pub(crate) struct Armed<'c> {
    arms: &'c Arms,
    context: &'c Context,
    config: &'c Config,
    around: Surroundings,
    /// What is known of each of the contexts that are not always given.
    told: Vec<Cell<Option<bool>>>,
}

impl Armed<'_> {
    /// Whether the matcher that is to be woken looks at all.
    #[inline]
    pub(crate) fn looks(&self, trigger: Trigger) -> bool {
        let at = usize::from(trigger.rule) * self.arms.most_matchers + usize::from(trigger.matcher);
        match self.arms.looks.get(at) {
            Some(Looks::Always) => true,
            Some(Looks::Sometimes(number)) => self.holds(usize::from(*number)),
            _ => false,
        }
    }

    fn holds(&self, number: usize) -> bool {
        let (Some(told), Some(whens)) = (self.told.get(number), self.arms.whens.get(number)) else {
            return false;
        };
        told.get().unwrap_or_else(|| {
            let holds = whens.iter().all(|when| when.holds(self.context, self.config.locale, &self.around));
            told.set(Some(holds));
            holds
        })
    }
}
