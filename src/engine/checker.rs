//! The front door of the engine.

use super::config::Config;
use super::context::Context;
use super::details;
use super::draft::Draft;
use super::finding::{Edit, Finding, Fix};
use super::gate;
use super::matcher::{Matcher, MatcherKind, Scope, Trigger};
use super::matchers::{self, Match};
use super::reading::Reading;
use super::recognizers::{Identifiers, Office, recognize};
use super::report::Report;
use super::resolve::resolve;
use super::rule::{FixTemplate, Raise, Rule, RuleIndex, Severity, Surroundings};
use super::signal::{KindSet, Signal};
use super::span::Span;
use super::tables::{RULES, TEMPLATES, TRIGGERS, kind};
use super::template::SafeTemplate;
use super::vocabulary::Vocabulary;

/// Checks drafts under one configuration; make it once and keep it.
#[derive(Debug)]
pub struct Checker {
    config: Config,
    enabled: Vec<bool>,
    office: Office,
    identifiers: Identifiers,
    vocabulary: Vocabulary,
}

impl Checker {
    /// A checker for this configuration. Unpacks the vocabulary, which takes about a millisecond.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Checker {
            enabled: RULES.iter().map(|rule| !config.disabled.contains(&rule.code)).collect(),
            office: Office::new(&config.office),
            identifiers: Identifiers::default(),
            vocabulary: Vocabulary::load(),
            config,
        }
    }

    /// The configuration it checks under.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Finds what is wrong with a draft. Cannot fail; takes time linear in the text.
    #[must_use]
    pub fn check(&self, draft: &Draft<'_>) -> Report {
        let reading = self.read(draft.text);
        let around = self.surroundings(draft.context);
        let mut run =
            Run { checker: self, draft, reading: &reading, around, scored: Vec::new(), found: Vec::new() };
        for signal in reading.signals() {
            for trigger in TRIGGERS.get(usize::from(signal.kind.0)).copied().unwrap_or(&[]) {
                run.try_matcher(*trigger, signal);
            }
        }
        let findings = resolve(run.found, RULES);
        Report { decision: gate::decide(&findings), findings }
    }

    /// What the engine recognizes in a text, by place: for people who write rules.
    ///
    /// Signals of literal phrases, which have no name, are left out.
    #[must_use]
    pub fn signals(&self, text: &str) -> Vec<(Span, &'static str)> {
        let reading = self.read(text);
        let named = |signal: &Signal| Some((reading.span(signal.first, signal.end), signal.kind.name()?));
        reading.signals().iter().filter_map(named).collect()
    }

    /// The safe answers for a place, most urgent first.
    #[must_use]
    pub fn templates_for(&self, context: &Context) -> Vec<&'static SafeTemplate> {
        let around = self.surroundings(context);
        let fits = |template: &&SafeTemplate| {
            template.fits_rating(context) && template.when.holds(context, self.config.locale, &around)
        };
        TEMPLATES.iter().filter(fits).collect()
    }

    fn surroundings(&self, context: &Context) -> Surroundings {
        let present = |text: &str| *self.read(text).present();
        let answered = context.replying_to.as_ref().map_or(KindSet::EMPTY, |parent| present(&parent.text));
        let described: Vec<&str> = context
            .attachments
            .iter()
            .flat_map(|a| a.name.iter().chain(&a.alt))
            .map(String::as_str)
            .collect();
        let attached = if described.is_empty() { KindSet::EMPTY } else { present(&described.join("\n")) };
        let answers_review =
            context.answers_rating() || (context.may_answer_review() && tells_of_care(&answered));
        Surroundings { answered, attached, answers_review }
    }

    fn read<'t>(&self, text: &'t str) -> Reading<'t> {
        let mut reading = Reading::new(text, &self.vocabulary);
        recognize(&mut reading, &self.identifiers, &self.office);
        reading
    }
}

/// Whether a text tells of the writer's own care, as a review does, and does not only ask.
fn tells_of_care(text: &KindSet) -> bool {
    let own = text.contains(kind::FIRST_PERSON) || text.contains(kind::OWN_STORY);
    let care =
        [kind::CARE_REVIEW, kind::VISIT_CUE, kind::CARE_EVENT, kind::PROCEDURES, kind::CLINICIAN_TITLES];
    text.contains(kind::CARE_REVIEW) || (own && text.contains(kind::PAST_VERB) && text.contains_any(&care))
}

/// So many anchors of a score are tried in one scope.
const MOST_ANCHORS: u8 = 5;

/// A scope in which a score has looked.
struct Scored {
    trigger: Trigger,
    scope: u32,
    /// Anchors that may still be tried.
    left: u8,
}

/// One check under way.
struct Run<'c, 'd, 't> {
    checker: &'c Checker,
    draft: &'d Draft<'t>,
    reading: &'d Reading<'t>,
    around: Surroundings,
    scored: Vec<Scored>,
    found: Vec<Finding>,
}

impl Run<'_, '_, '_> {
    fn try_matcher(&mut self, trigger: Trigger, signal: &Signal) {
        let Some(rule) = RULES.get(usize::from(trigger.rule)) else { return };
        let Some(matcher) = rule.matchers.get(usize::from(trigger.matcher)) else { return };
        let enabled = self.checker.enabled.get(usize::from(trigger.rule)).copied().unwrap_or(false);
        let holds = |when: &super::rule::When| {
            when.holds(self.draft.context, self.checker.config.locale, &self.around)
        };
        if !enabled || !holds(&rule.when) || !holds(&matcher.when) || self.is_scored(trigger, matcher, signal)
        {
            return;
        }
        let Some(found) = matchers::find(matcher, trigger.pattern, signal, self.reading) else { return };
        let span = self.reading.span(found.first, found.end);
        let words = span.of(self.draft.text);
        if span.is_empty() || self.checker.config.allows(rule.code, words) {
            return;
        }
        let severity = self.severity(rule, matcher, &found);
        if !found.evidence.is_empty() {
            self.close_score(trigger);
        }
        self.found.push(Finding {
            rule: RuleIndex(trigger.rule),
            span,
            severity,
            fixes: self.fixes(rule, &found, span),
            evidence: found.evidence.iter().map(|it| self.reading.span(it.first, it.end)).collect(),
        });
    }

    /// A score looks at a whole scope, so its first anchors there speak for all; this keeps it linear.
    fn is_scored(&mut self, trigger: Trigger, matcher: &Matcher, signal: &Signal) -> bool {
        let Some(scope) = self.scope_of_score(matcher, signal) else { return false };
        // Signals come in order of place, so the same scope can only be among the last few.
        let same = |it: &&mut Scored| it.trigger == trigger && it.scope == scope;
        if let Some(scored) = self.scored.iter_mut().rev().take(64).find(same) {
            scored.left = scored.left.saturating_sub(1);
            return scored.left == 0;
        }
        self.scored.push(Scored { trigger, scope, left: MOST_ANCHORS });
        false
    }

    /// One finding speaks for its scope.
    fn close_score(&mut self, trigger: Trigger) {
        if let Some(scored) = self.scored.iter_mut().rev().find(|it| it.trigger == trigger) {
            scored.left = 0;
        }
    }

    fn scope_of_score(&self, matcher: &Matcher, signal: &Signal) -> Option<u32> {
        let place = self.reading.place(signal.first);
        matches!(matcher.how, MatcherKind::Score { .. }).then(|| match matcher.within {
            Scope::Clause => place.clause,
            Scope::Sentence | Scope::Words(_) => place.sentence,
            Scope::Paragraph => place.paragraph,
            Scope::Draft => 0,
        })
    }

    fn severity(&self, rule: &Rule, matcher: &Matcher, found: &Match) -> Severity {
        let own = matcher.severity.unwrap_or(rule.severity);
        let sentence = self.reading.in_sentence(self.reading.place(found.first).sentence);
        let raises = |raise: &Raise| {
            raise.when.holds(self.draft.context, self.checker.config.locale, &self.around)
                && (raise.with.is_empty() || sentence.contains_any(raise.with))
        };
        if found.graver || rule.raises.iter().any(raises) { own.raised() } else { own }
    }

    fn fixes(&self, rule: &Rule, found: &Match, span: Span) -> Vec<Fix> {
        let whole = rule.fixes.iter().map(|template| self.fix(template, span));
        whole.chain(details::fixes(rule.details, &found.evidence, span, self.reading)).collect()
    }

    fn fix(&self, template: &FixTemplate, span: Span) -> Fix {
        let mut replacement = self.checker.config.fill(template.replace);
        // Flagged words end before the mark of their sentence; a fix that brings its own would double it.
        let behind = self.draft.text.get(span.end as usize..).unwrap_or_default();
        if replacement.ends_with('.') && behind.starts_with(['.', '!', '?']) {
            replacement.pop();
        }
        let edit = Edit { span, replacement };
        Fix { title: template.title.to_owned(), edit, applicability: template.applicability }
    }
}
