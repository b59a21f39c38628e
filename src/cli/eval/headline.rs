//! The few figures that decide whether a busy practice would keep the checker on, and what they are to be.

use std::io::{self, Write};

use super::judged::Judged;
use super::row::{Label, Strength};
use super::table::Table;
use crate::cli::proportion::Proportion;
use crate::engine::{Family, Severity};

/// What a figure is to be.
#[derive(Clone, Copy)]
enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Target {
    fn name(self) -> String {
        let percent = |share: f64| format!("{} %", (share * 1000.0).round() / 10.0);
        match self {
            Target::AtLeast(share) => format!("≥ {}", percent(share)),
            Target::AtMost(share) => format!("≤ {}", percent(share)),
        }
    }

    fn verdict(self, share: f64) -> &'static str {
        let is_met = match self {
            Target::AtLeast(least) => share >= least,
            Target::AtMost(most) => share <= most,
        };
        if is_met { "met" } else { "missed" }
    }
}

/// One figure.
struct Measure {
    name: String,
    figure: Proportion,
    target: Option<Target>,
}

/// Writes the figures of all rows that people agree about.
pub(super) fn write(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    let clear: Vec<&Judged> = judged.iter().filter(|judged| !judged.row.borderline).collect();
    let mut table = Table::new(&["measure", "target", "", "figure", "per 1,000"]);
    let all = labels(&clear).into_iter().chain(identifiers(&clear)).chain(negatives(&clear));
    for Measure { name, figure, target } in all {
        let Some(share) = figure.share() else { continue };
        let wanted = target.map(Target::name).unwrap_or_default();
        let verdict = target.map_or("", |target| target.verdict(share)).to_owned();
        let is_alarm = matches!(target, Some(Target::AtMost(_)));
        let per_thousand = if is_alarm { format!("{:.1}", share * 1000.0) } else { String::new() };
        table.push(vec![name, wanted, verdict, figure.to_string(), per_thousand]);
    }
    writeln!(out, "{} rows, {} of them clear", judged.len(), clear.len())?;
    table.write("Headline, borderline rows left out", out)
}

fn labels(clear: &[&Judged]) -> Vec<Measure> {
    use Severity::{Fix, Rethink};
    let certain = |row: &Judged| row.discloses(&[Strength::Explicit, Strength::ConfirmsPatient]);
    let story = |row: &Judged| row.discloses(&[Strength::Narrative, Strength::NarrativeTimely]);
    let measure = |name: &str, target, counts: &dyn Fn(&Judged) -> bool, least| Measure {
        name: name.to_owned(),
        figure: Proportion::of(clear.iter().filter(|row| counts(row)), |row| row.flagged_at(least)),
        target,
    };
    vec![
        measure(
            "advice, Rethink or above",
            Some(Target::AtLeast(0.85)),
            &|row| row.is(Label::Advice),
            Rethink,
        ),
        measure(
            "disclosure explicit or confirming, Fix or above",
            Some(Target::AtLeast(0.95)),
            &certain,
            Fix,
        ),
        measure("  the same, found in the wild", None, &|row| certain(row) && !row.row.illustrative, Fix),
        measure("disclosure narrative, Rethink or above", Some(Target::AtLeast(0.80)), &story, Rethink),
        measure(
            "ordinary, anything visible",
            Some(Target::AtMost(0.01)),
            &|row| row.is(Label::Ordinary),
            Rethink,
        ),
        measure("ordinary, Fix or Stop", Some(Target::AtMost(0.002)), &|row| row.is(Label::Ordinary), Fix),
        measure(
            "education, anything visible",
            Some(Target::AtMost(0.04)),
            &|row| row.is(Label::Education),
            Rethink,
        ),
        measure("redirect, Fix or Stop", Some(Target::AtMost(0.02)), &|row| row.is(Label::Redirect), Fix),
        measure("recording, Rethink or above", None, &|row| row.is(Label::Recording), Rethink),
        measure("recording as it should be, Fix or Stop", None, &|row| row.is(Label::RecordingOk), Fix),
    ]
}

fn identifiers(clear: &[&Judged]) -> Vec<Measure> {
    let found_in = |rows: Vec<&&Judged>| {
        let spans = rows.into_iter().flat_map(|row| row.protected().map(move |span| (row, span)));
        Proportion::of(spans, |(row, span)| row.finds(span))
    };
    strata(clear)
        .into_iter()
        .map(|stratum| Measure {
            name: format!("identifiers found, {stratum}"),
            figure: found_in(in_stratum(clear, |name| name == stratum)),
            target: (stratum == "clinical_phi").then_some(Target::AtLeast(0.90)),
        })
        .collect()
}

fn negatives(clear: &[&Judged]) -> Vec<Measure> {
    let flagged = |rows: Vec<&&Judged>| Proportion::of(rows, |row| row.shows(Family::Patient));
    let measure = |name: &str, target, belongs: &dyn Fn(&str) -> bool| Measure {
        name: format!("{name} flagged as patient information"),
        figure: flagged(in_stratum(clear, belongs)),
        target,
    };
    let is_clinical = |stratum: &str| stratum == "hard_negative_clinical";
    let mut measures = vec![
        measure("clinical hard negatives", Some(Target::AtMost(0.03)), &is_clinical),
        measure("other hard negatives", Some(Target::AtMost(0.01)), &|stratum| {
            stratum.starts_with("hard_negative") && !is_clinical(stratum)
        }),
        measure("social_ner texts", Some(Target::AtMost(0.02)), &|stratum| stratum == "social_ner"),
        measure("id_unit_negative texts", None, &|stratum| stratum == "id_unit_negative"),
    ];
    let without = in_stratum(clear, |stratum| stratum == "clinical_phi");
    let without = without.into_iter().filter(|row| row.protected().next().is_none());
    measures.push(Measure {
        name: "clinical_phi texts without identifiers flagged as patient information".to_owned(),
        figure: flagged(without.collect()),
        target: None,
    });
    measures
}

fn strata<'j>(clear: &[&'j Judged]) -> Vec<&'j str> {
    let mut strata: Vec<&str> = clear.iter().filter_map(|row| row.row.stratum.as_deref()).collect();
    strata.sort_unstable();
    strata.dedup();
    strata
}

fn in_stratum<'c, 'j>(clear: &'c [&'j Judged], belongs: impl Fn(&str) -> bool) -> Vec<&'c &'j Judged> {
    clear.iter().filter(|row| row.row.stratum.as_deref().is_some_and(&belongs)).collect()
}
