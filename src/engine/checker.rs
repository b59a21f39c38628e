//! The front door of the engine.

use super::arms::Arms;
use super::config::Config;
use super::consent;
use super::context::Context;
use super::described::{self, Described};
use super::draft::Draft;
use super::features;
use super::finding::Finding;
use super::fixes::Fixes;
use super::gate;
use super::judge::Judge;
use super::language::Language;
use super::memory::Memory;
use super::own_words::OwnWords;
use super::passages::Passages;
use super::reader::Reader;
use super::report::Report;
use super::rule::Surroundings;
use super::signal::KindSet;
use super::span::Span;
use super::tables::{TEMPLATES, kind};
use super::template::SafeTemplate;

/// Checks drafts under one configuration; make it once and keep it.
#[derive(Debug)]
pub struct Checker {
    config: Config,
    arms: Arms,
    fixes: Fixes,
    own_words: OwnWords,
    pub(super) reader: Reader,
    asks_models: bool,
}

impl Checker {
    /// A checker for this configuration. Unpacks the vocabulary, which takes about a millisecond.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Checker {
            arms: Arms::new(&config, true),
            fixes: Fixes::new(),
            own_words: OwnWords::new(&config),
            reader: Reader::new(&config.office),
            asks_models: true,
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
        let (around, described) = self.look_around(draft.context);
        self.report(&mut Passages::default(), draft, around, described)
    }

    /// The same report as [`Checker::check`], sooner when `memory` knows most of the draft from the last time.
    ///
    /// Takes the time of the passages that changed, of about a thousand bytes each, and a little for every other.
    pub fn check_again(&self, memory: &mut Memory, draft: &Draft<'_>) -> Report {
        let look = || self.look_around(draft.context);
        let (around, described) = memory.look_around(&self.config, draft.context, look);
        self.report(&mut memory.passages, draft, around, described)
    }

    fn report(
        &self,
        passages: &mut Passages,
        draft: &Draft<'_>,
        around: Surroundings,
        described: Vec<Described>,
    ) -> Report {
        let findings = self.findings(passages, draft, around);
        let heated = passages.are_heated() && gate::is_answer(draft.context);
        let unsupported = passages.unsupported();
        let present = || passages.present();
        let asks_consent = consent::is_asked_for(draft.context, &around, &findings, present);
        let decision = gate::decide(&findings, &described);
        Report { decision, heated, asks_consent, findings, described, unsupported }
    }

    fn findings(&self, passages: &mut Passages, draft: &Draft<'_>, around: Surroundings) -> Vec<Finding> {
        passages.renew(draft.text, &self.reader);
        let armed = self.arms.under(draft.context, &self.config, around);
        let judge = Judge::new(&self.config, armed, self.asks_models, &self.fixes, draft.context, around)
            .with_own_words(&self.own_words);
        passages.judge(&judge)
    }

    /// What the engine recognizes in a text, by place: for people who write rules.
    ///
    /// Signals of literal phrases, which have no name, are left out.
    #[must_use]
    pub fn signals(&self, text: &str) -> Vec<(Span, &'static str)> {
        let passages = self.read(text);
        passages.signals().filter_map(|(span, signal)| Some((span, signal.kind.name()?))).collect()
    }

    /// The same checker without what was learned from examples: for measuring what that is worth.
    #[must_use]
    pub fn without_models(self) -> Self {
        Checker { arms: Arms::new(&self.config, false), asks_models: false, ..self }
    }

    /// What a model would see of each sentence, as hashes: for training one.
    #[must_use]
    pub fn features(&self, text: &str) -> Vec<Vec<u32>> {
        let passages = self.read(text);
        passages.readings().flat_map(features::of_sentences).collect()
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

    /// The language to answer in: the draft's, or while nothing tells it, that of the text it answers.
    #[must_use]
    pub fn language_of(&self, draft: &Draft<'_>) -> Language {
        let answered = draft.context.replying_to.as_ref().map_or("", |parent| &parent.text);
        [draft.text, answered].into_iter().find_map(|text| self.read(text).language()).unwrap_or_default()
    }

    /// All that a check needs to know of a context, whatever is written there.
    fn look_around(&self, context: &Context) -> (Surroundings, Vec<Described>) {
        let around = self.surroundings(context);
        let judge = |text: &str| self.findings(&mut Passages::default(), &Draft { text, context }, around);
        (around, described::look_through(context, judge))
    }

    fn surroundings(&self, context: &Context) -> Surroundings {
        let present = |text: &str| self.read(text).present();
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

    fn read(&self, text: &str) -> Passages {
        let mut passages = Passages::default();
        passages.renew(text, &self.reader);
        passages
    }
}

/// Whether a text tells of the writer's own care, as a review does, and does not only ask.
fn tells_of_care(text: &KindSet) -> bool {
    let own = text.contains_any(&[kind::FIRST_PERSON, kind::OWN_STORY, kind::OWN_EXPERIENCE]);
    let care = text.contains_any(&[
        kind::VISIT_CUE,
        kind::CARE_EVENT,
        kind::CARE_SETTINGS,
        kind::CARE_SCENE,
        kind::PROCEDURES,
        kind::TESTS,
        kind::CONDITIONS,
        kind::CLINICIAN_TITLES,
        kind::SPECIALTIES,
    ]);
    let asks_only = text.contains(kind::QUESTION) && !text.contains(kind::PAST_VERB);
    text.contains(kind::CARE_REVIEW) || (own && care && !asks_only)
}
