//! Tries the rules on a passage.

use super::arms::Armed;
use super::config::Config;
use super::context::Context;
use super::details;
use super::escalation::Escalation;
use super::finding::{Finding, Fix};
use super::fixes::Fixes;
use super::matcher::{Matcher, MatcherKind, Scope, Trigger};
use super::matchers::{self, Match, Opinions};
use super::outside::Outside;
use super::own_words::{OWN_WORDS, OwnWords};
use super::reading::Reading;
use super::resolve::resolve;
use super::rule::{Raise, Rule, RuleIndex, Severity, Surroundings};
use super::signal::{KindSet, Signal, SignalKind};
use super::span::Span;
use super::tables::RULES;
use super::view::View;
use super::wake::{Woken, woken};

/// What was found in a passage; places are those of the passage's own text.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// The findings that stay, by place.
    pub(crate) findings: Vec<Finding>,
    /// Details of theirs that lie outside of the passage.
    pub(crate) distant: Vec<Distant>,
    /// The kinds that were asked for outside of the passage.
    pub(crate) asked: KindSet,
    /// Whether a rule found anger, even if another rule has the graver objection to the same words.
    pub(crate) heated: bool,
}

/// A detail of a finding that lies in another passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Distant {
    /// The finding's place among those of the passage.
    pub(crate) finding: usize,
    /// What it is: the first of these.
    pub(crate) of: &'static [SignalKind],
    /// Where it is.
    pub(crate) side: Side,
    /// How far to look for it.
    pub(crate) scope: Scope,
}

/// A side of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
}

/// The rules under one configuration, in one context.
#[derive(Debug)]
pub(crate) struct Judge<'c> {
    config: &'c Config,
    fixes: &'c Fixes,
    own_words: Option<&'c OwnWords>,
    context: &'c Context,
    around: Surroundings,
    escalation: Escalation,
    armed: Armed<'c>,
    asks_models: bool,
}

impl<'c> Judge<'c> {
    /// Whoever judges drafts in this context.
    pub(crate) fn new(
        config: &'c Config,
        armed: Armed<'c>,
        asks_models: bool,
        fixes: &'c Fixes,
        context: &'c Context,
        around: Surroundings,
    ) -> Self {
        let escalation = Escalation::of(context);
        Judge { config, fixes, own_words: None, context, around, escalation, armed, asks_models }
    }

    /// The same with the practice's own words.
    pub(crate) fn with_own_words(self, own_words: &'c OwnWords) -> Self {
        Judge { own_words: Some(own_words), ..self }
    }

    /// Finds what is wrong with a passage.
    pub(crate) fn judge(&self, reading: &Reading<'_>, outside: &Outside) -> Judged {
        let view = View::new(reading, outside);
        let mut run = Run {
            judge: self,
            view: &view,
            scored: Vec::new(),
            opinions: Opinions::default(),
            found: Vec::new(),
        };
        for woken in woken(reading, &self.armed) {
            run.try_matcher(&woken);
        }
        run.mind_own_words();
        let heated =
            |found: &Found| RULES.get(usize::from(found.finding.rule.0)).is_some_and(|rule| rule.heated);
        let heated = run.found.iter().any(heated);
        let found = resolve(run.found, RULES);
        let mut judged = Judged { asked: view.into_asked(), heated, ..Judged::default() };
        for (at, mut found) in found.into_iter().enumerate() {
            found.finding.fixes = self.fixes(&found, reading);
            let place = |(of, side, scope)| Distant { finding: at, of, side, scope };
            judged.distant.extend(found.distant.into_iter().map(place));
            judged.findings.push(found.finding);
        }
        judged
    }

    /// What to write instead of what has been found.
    fn fixes(&self, found: &Found, reading: &Reading<'_>) -> Vec<Fix> {
        let Finding { rule: index, span, .. } = found.finding;
        let Some(rule) = RULES.get(usize::from(index.0)) else { return Vec::new() };
        let behind = reading.text.get(span.end as usize..).unwrap_or_default();
        let language = reading.tongue(reading.place(found.first).paragraph).language();
        let mut fixes = self.fixes.of(index, language, span, behind, self.config);
        fixes.extend(details::fixes(rule.details, &found.evidence, span, reading));
        fixes
    }
}

/// A finding before it is known whether it stays.
#[derive(Debug)]
pub(crate) struct Found {
    /// The finding, with the details that lie in its passage and, once it is known to stay, its fixes.
    pub(crate) finding: Finding,
    /// Its first token.
    first: u32,
    evidence: Vec<Signal>,
    distant: Vec<(&'static [SignalKind], Side, Scope)>,
}

/// So many anchors of a score are tried in one scope.
const MOST_ANCHORS: u8 = 5;

/// A scope in which a score or a model has looked.
struct Scored {
    trigger: Trigger,
    scope: u32,
    /// Anchors that may still be tried.
    left: u8,
}

/// One passage under way.
struct Run<'j, 'c> {
    judge: &'j Judge<'c>,
    view: &'j View<'j>,
    scored: Vec<Scored>,
    opinions: Opinions,
    found: Vec<Found>,
}

impl Run<'_, '_> {
    fn try_matcher(&mut self, woken: &Woken<'_>) {
        let Woken { trigger, rule, matcher, signal } = *woken;
        if self.is_scored(trigger, matcher, signal) {
            return;
        }
        let reading = self.view.reading;
        let found = matchers::find(matcher, trigger.pattern, signal, self.view);
        let confirmed = |found| match self.judge.asks_models {
            true => matchers::confirmed(matcher, found, reading, &mut self.opinions),
            false => Some(found),
        };
        let Some(found) = found.and_then(confirmed) else { return };
        let span = reading.span(found.first, found.end);
        let severity = self.severity(rule, matcher, &found);
        if span.is_empty() || self.is_dismissed(rule, severity, span) {
            return;
        }
        if !found.evidence.is_empty() {
            self.close_score(trigger);
        }
        let finding = Finding {
            rule: RuleIndex(trigger.rule),
            span,
            severity,
            fixes: Vec::new(),
            evidence: found.evidence.iter().map(|it| reading.span(it.first, it.end)).collect(),
            also: Vec::new(),
            message: None,
            waits: false,
        };
        let distant = found.distant.iter().map(|(of, side)| (*of, *side, matcher.within)).collect();
        self.found.push(Found { finding, first: found.first, evidence: found.evidence, distant });
    }

    /// Whether somebody has said that this is fine, here or everywhere. What must be fixed is never fine for good.
    fn is_dismissed(&self, rule: &Rule, severity: Severity, span: Span) -> bool {
        let Judge { config, context, .. } = self.judge;
        let is_silenced = || {
            config
                .silenced
                .iter()
                .any(|one| one.rule == rule.code && Some(&one.site) == context.site.as_ref())
        };
        severity < Severity::Stop
            && (is_silenced() || config.allows(rule.code, span.of(&self.view.reading.text)))
    }

    /// Adds what the practice flags on its own account and takes away what it allows.
    fn mind_own_words(&mut self) {
        let Some(own_words) = self.judge.own_words else { return };
        let reading = self.view.reading;
        for finding in own_words.findings(reading) {
            if !self.is_dismissed(&OWN_WORDS, finding.severity, finding.span) {
                self.found.push(Found { finding, first: 0, evidence: Vec::new(), distant: Vec::new() });
            }
        }
        let permitted = own_words.permitted(reading);
        let covers = |span: Span| {
            permitted.iter().any(|allowed| allowed.start <= span.start && span.end <= allowed.end)
        };
        self.found
            .retain(|Found { finding, .. }| finding.severity == Severity::Stop || !covers(finding.span));
    }

    /// Scores and models look at a whole scope, so its first anchors there speak for all; this keeps them linear.
    fn is_scored(&mut self, trigger: Trigger, matcher: &Matcher, signal: &Signal) -> bool {
        let (anchor, tries) = match matcher.how {
            MatcherKind::Score { anchor, .. } => (anchor, MOST_ANCHORS),
            MatcherKind::Model => (&[][..], 1),
            _ => return false,
        };
        let place = self.view.reading.place(signal.first);
        let scope = match matcher.within {
            Scope::Clause => place.clause,
            Scope::Sentence | Scope::Words(_) => place.sentence,
            Scope::Paragraph => place.paragraph,
            Scope::Draft => 0,
        };
        // Signals come in order of place, so the same scope can only be among the last few.
        let same = |it: &&mut Scored| it.trigger == trigger && it.scope == scope;
        if let Some(scored) = self.scored.iter_mut().rev().take(64).find(same) {
            scored.left = scored.left.saturating_sub(1);
            return scored.left == 0;
        }
        let spoken_for = self.view.holds_before(matcher.within, signal.first, anchor);
        self.scored.push(Scored { trigger, scope, left: if spoken_for { 0 } else { tries } });
        spoken_for
    }

    /// One finding speaks for its scope.
    fn close_score(&mut self, trigger: Trigger) {
        if let Some(scored) = self.scored.iter_mut().rev().find(|it| it.trigger == trigger) {
            scored.left = 0;
        }
    }

    fn severity(&self, rule: &Rule, matcher: &Matcher, found: &Match) -> Severity {
        let own = matcher.severity.unwrap_or(rule.severity);
        let chosen = self.judge.config.severities.iter().find(|(code, _)| *code == rule.code);
        let own = chosen.map_or(own, |(_, chosen)| own.moved(rule.severity, *chosen));
        let reading = self.view.reading;
        let sentence = reading.in_sentence(reading.place(found.first).sentence);
        let Judge { context, config, around, escalation, .. } = self.judge;
        let raises = |raise: &Raise| {
            raise.when.holds(context, config.locale, around)
                && (raise.with.is_empty() || sentence.contains_any(raise.with))
        };
        let told = if found.graver { own.raised() } else { own };
        let here = rule.raises.iter().any(raises) || escalation.raises(rule, matcher, self.view);
        if here { told.raised() } else { told }
    }
}
