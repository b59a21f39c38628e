//! Country packs: what is law in one country only is flagged there only.

use chaperone::engine::{
    AccountKind, Checker, Config, Context, Draft, Language, Locale, Severity, Surface, rule, templates,
};

fn found(locale: Locale, surface: Surface, text: &str) -> Vec<(String, Severity)> {
    let checker = Checker::new(Config { locale, ..Config::default() });
    let context = Context { account: AccountKind::Practice, surface, ..Context::default() };
    let report = checker.check(&Draft { text, context: &context });
    let leading = report.findings.iter().map(|finding| (finding.rule, finding.severity));
    let merged = report.findings.iter().flat_map(|finding| &finding.also);
    leading
        .chain(merged.map(|also| (also.rule, also.severity)))
        .filter_map(|(index, severity)| Some((rule(index)?.code.to_string(), severity)))
        .collect()
}

fn flags(locale: Locale, text: &str, code: &str) -> bool {
    found(locale, Surface::Post, text).iter().any(|(found, _)| found == code)
}

/// The Committee of Advertising Practice, rule 12.12; the therapeutic goods law.
#[test]
fn a_prescription_medicine_may_not_even_be_named_in_the_united_kingdom_and_australia() {
    for text in
        ["Dysport with our lovely nurse every Saturday", "New at the clinic: Botox", "#botox day on Friday"]
    {
        assert!(flags(Locale::Uk, text, "C2"), "uk: {text}");
        assert!(flags(Locale::Au, text, "C2"), "au: {text}");
    }
    for text in ["Dysport with our lovely nurse every Saturday", "New at the clinic: Botox"] {
        assert!(!flags(Locale::Us, text, "C2"), "us: {text}");
    }
    for text in ["Book a consultation about lines", "Skin consultations on Saturdays"] {
        assert!(found(Locale::Uk, Surface::Post, text).is_empty(), "uk: {text}");
    }
}

/// The National Law of Australia, section 133.
#[test]
fn a_testimonial_on_care_may_not_be_used_in_australia_whatever_the_consent() {
    let text = "Shared with permission: \"the rhinoplasty gave me my life back\"";
    assert!(flags(Locale::Au, text, "P8"));
    let service = "Rated 4.8 on Google: friendly staff and easy parking";
    assert!(found(Locale::Au, Surface::Post, service).is_empty());
}

/// The guidelines for advertising cosmetic procedures, in force since September 2025.
#[test]
fn cosmetic_care_may_not_be_played_down_in_australia() {
    for text in [
        "A gentle and simple rhinoplasty to start the year",
        "Be the best version of yourself with fillers",
        "Quick and easy liposuction in your lunch hour",
    ] {
        assert!(flags(Locale::Au, text, "C1"), "{text}");
    }
    let balanced = "Liposuction carries risks, among them infection and scarring. Ask us at a consultation.";
    assert!(!flags(Locale::Au, balanced, "C1"));
}

#[test]
fn a_price_beside_a_drug_is_promotion_everywhere() {
    for locale in [Locale::Us, Locale::Uk, Locale::Au] {
        assert!(flags(locale, "Mounjaro for $199 a month", "C2"), "{locale:?}");
    }
}

#[test]
fn the_safe_answers_name_the_country_s_own_lines() {
    let crisis = |locale| {
        let config = Config { locale, ..Config::default() };
        let template = templates().iter().find(|template| template.code == "T5");
        template
            .map(|template| config.fill(template.text(Language::MAIN), Language::MAIN))
            .unwrap_or_default()
    };
    assert!(crisis(Locale::Us).contains("call or text 988 now, or 911"), "{}", crisis(Locale::Us));
    assert!(crisis(Locale::Uk).contains("call Samaritans on 116 123 now, or 999"), "{}", crisis(Locale::Uk));
    assert!(crisis(Locale::Au).contains("call Lifeline on 13 11 14 now, or 000"), "{}", crisis(Locale::Au));
}
