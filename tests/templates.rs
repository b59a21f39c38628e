//! Every safe template is offered where it is meant for, and is safe there by the checker's own rules.

#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;

use chaperone::engine::{
    AccountKind, Audience, Checker, Config, Context, Draft, Language, Locale, OfficeProfile, ReplyingTo,
    Surface, rule, templates,
};
use rule_format::{PolicyBase, TemplateFile};
use serde::de::DeserializeOwned;

const SURFACES: [&str; 8] =
    ["post", "reply", "comment", "message", "review-reply", "caption", "live", "profile"];
const ACCOUNTS: [&str; 3] = ["practice", "personal", "unknown"];

fn known<T: DeserializeOwned>(name: &str) -> T {
    toml::Value::from(name).try_into().unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn offices() -> [OfficeProfile; 2] {
    let filled = OfficeProfile {
        practice: "Maple Street Dental".to_owned(),
        phone: "(555) 014-2270".to_owned(),
        contact: "Jordan Reyes".to_owned(),
        ..OfficeProfile::default()
    };
    [OfficeProfile::default(), filled]
}

fn checkers() -> Vec<Checker> {
    let locales = [Locale::Us, Locale::Uk, Locale::Au];
    let config = |locale, office| Config { locale, office, ..Config::default() };
    locales
        .into_iter()
        .flat_map(|locale| offices().map(|office| Checker::new(config(locale, office))))
        .collect()
}

/// Every context that the template's own `when` allows, answering each of its `answers`.
fn contexts(template: &TemplateFile) -> Vec<Context> {
    let or_all = |given: &[String], all: &[&str]| -> Vec<String> {
        if given.is_empty() { all.iter().map(|name| (*name).to_owned()).collect() } else { given.to_vec() }
    };
    let ratings: Vec<Option<u8>> = match template.ratings.as_slice() {
        [] => vec![None, Some(1), Some(5)],
        // A review that shows no stars may be one of these.
        ratings if template.when.surface == ["review-reply"] => {
            ratings.iter().copied().map(Some).chain([None]).collect()
        }
        ratings => ratings.iter().copied().map(Some).collect(),
    };
    let mut contexts = Vec::new();
    for surface in or_all(&template.when.surface, &SURFACES) {
        for account in or_all(&template.when.account, &ACCOUNTS) {
            for audience in [Audience::Public, Audience::Direct] {
                for (text, rating) in
                    template.answers.iter().flat_map(|text| ratings.iter().map(move |rating| (text, *rating)))
                {
                    contexts.push(Context {
                        surface: known::<Surface>(&surface),
                        account: known::<AccountKind>(&account),
                        audience,
                        replying_to: Some(ReplyingTo { text: text.clone(), rating, ..ReplyingTo::default() }),
                        ..Context::default()
                    });
                }
            }
        }
    }
    contexts
}

#[test]
fn the_checker_finds_nothing_in_a_safe_template_wherever_it_is_offered() {
    let base =
        PolicyBase::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the build has checked the rules");
    let mut faults = BTreeSet::new();
    for checker in checkers() {
        for file in &base.templates {
            let template =
                templates().iter().find(|template| template.code == file.code).expect("it was compiled");
            for context in contexts(file) {
                if !checker.templates_for(&context).iter().any(|offered| offered.code == file.code) {
                    faults.insert(format!("{} is not offered in {context:?}", file.code));
                }
                for language in file.text.keys() {
                    let language = Language::from_code(language).expect("it is a language");
                    let text = checker.config().fill(template.text(language), language);
                    assert!(!text.contains('{'), "{text}");
                    let report = checker.check(&Draft { text: &text, context: &context });
                    for finding in &report.findings {
                        let code = rule(finding.rule).expect("it is in the catalog").code;
                        let words = finding.span.of(&text);
                        faults.insert(format!(
                            "{} {}: {code} flags {words:?} as {:?} by {:?}",
                            file.code,
                            language.code(),
                            context.surface,
                            context.account
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The codes of the answers that a text calls for, whatever else the place would offer.
fn called_for_by(text: &str, account: AccountKind) -> Vec<&'static str> {
    let checker = Checker::new(Config::default());
    let parent = ReplyingTo { text: text.to_owned(), ..ReplyingTo::default() };
    let context =
        Context { surface: Surface::Comment, account, replying_to: Some(parent), ..Context::default() };
    let offered = checker.templates_for(&context);
    offered.iter().filter(|template| template.is_called_for()).map(|template| template.code).collect()
}

#[test]
fn health_questions_call_for_an_answer() {
    for text in [
        "My throat has been on fire for three days and it hurts to swallow. What should I take?",
        "anyone know why my jaw clicks when I chew",
        "should i get the shingles vaccine at 52",
        "I think I'm having a reaction to amoxicillin, what now",
        "Why does my knee hurt when it rains?",
        "What can I give my 2 year old for an ear infection",
        "Me duele la garganta desde el lunes, ¿qué puedo tomar?",
    ] {
        assert_eq!(called_for_by(text, AccountKind::Practice), ["T4"], "{text}");
        assert_eq!(called_for_by(text, AccountKind::Personal), ["T4", "T6"], "{text}");
    }
}

#[test]
fn ordinary_words_call_for_no_answer() {
    for text in [
        "Flu shots are in! Book yours today.",
        "Three facts about diabetes you may not know",
        "New study: walking 20 minutes a day lowers blood pressure.",
        "Measles cases rise in three counties, officials say",
        "World Diabetes Day is on Friday. Wear blue!",
        "Our waiting room has a fish tank now",
        "Do you take Delta Dental?",
        "Are you open on Saturday?",
        "Who is going to the health fair?",
        "Love this team so much!",
        "Mañana abrimos a las ocho",
    ] {
        for account in [AccountKind::Practice, AccountKind::Personal] {
            assert_eq!(called_for_by(text, account), [""; 0], "{text}");
        }
    }
}

#[test]
fn a_crisis_is_answered_first() {
    let checker = Checker::new(Config::default());
    let parent =
        ReplyingTo { text: "My rash itches and I want to kill myself".to_owned(), ..ReplyingTo::default() };
    let context = Context { surface: Surface::Reply, replying_to: Some(parent), ..Context::default() };
    let offered: Vec<&str> = checker.templates_for(&context).iter().map(|template| template.code).collect();
    assert_eq!(offered.first(), Some(&"T5"), "{offered:?}");
}

#[test]
fn emergency_lines_are_the_country_s_own() {
    let line =
        |locale| Config { locale, ..Config::default() }.fill("{emergency} {crisis_line}", Language::MAIN);
    assert_eq!(line(Locale::Us), "911 988");
    assert_eq!(line(Locale::Uk), "999 116 123");
    assert_eq!(line(Locale::Au), "000 13 11 14");
}
