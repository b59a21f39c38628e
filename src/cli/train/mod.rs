//! `chaperone train`: learns the models under `models/` anew from the texts under `training/`, and says what each is worth.
//!
//! Every step is plain arithmetic in a fixed order, so that the same texts and words give the same model everywhere.

mod cross_validation;
mod examples;
mod regression;
mod subject;

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

use super::arguments::TrainArguments;
use super::error::CliError;
use super::outcome::Outcome;
use crate::engine::{Checker, MODEL_BUCKETS};
use cross_validation::CrossValidation;
use examples::Examples;
use regression::Regression;
use subject::{SUBJECTS, Subject};

/// Weights are kept as whole numbers up to this one.
const GREATEST_WEIGHT: f64 = 31.0;
/// A line of the file holds so many weights.
const WEIGHTS_A_LINE: usize = 64;

/// A weight is off when it differs by more than this.
const DRIFT: u8 = 2;
/// One weight in so many of those that are not zero may be off.
const TOLERATED_ONE_IN: usize = 100;

/// Writes each model, then prints what it is worth; with `--check` compares it with the one that is there.
pub(super) fn run(
    checker: Checker,
    arguments: &TrainArguments,
    out: &mut impl Write,
) -> Result<Outcome, CliError> {
    let training = arguments.root.join("training");
    let is_there = |subject: &&Subject| training.join(subject.model).is_dir();
    let mut subjects = Vec::new();
    for subject in SUBJECTS.iter().filter(is_there) {
        subjects.push((subject, Examples::read(&training, subject, &checker)?));
    }
    let mut outcome = Outcome::Clean;
    for (subject, examples) in &subjects {
        let file = arguments.root.join("models").join(subject.model).with_extension("toml");
        let learned = model_file(subject.model, &Regression::learn(examples.rows()));
        if arguments.check {
            outcome = outcome.max(compare(&file, &learned, out)?);
        } else {
            fs::write(&file, learned)
                .map_err(|source| CliError::WriteFile { name: name_of(&file), source })?;
            writeln!(out, "written to {}", file.display())?;
        }
    }
    if !arguments.check {
        let rules = checker.without_models();
        for (subject, examples) in &subjects {
            CrossValidation::of(subject, examples, &rules).print(out)?;
        }
    }
    Ok(outcome)
}

/// A word list may change without a training each time, so weights may drift a little before it counts.
fn compare(file: &Path, learned: &str, out: &mut impl Write) -> Result<Outcome, CliError> {
    let there = fs::read_to_string(file).map_err(|source| CliError::Read { name: name_of(file), source })?;
    let (there, learned) = (weights(&there), weights(learned));
    let is_off = |(there, learned): &(i8, i8)| there.abs_diff(*learned) > DRIFT;
    let off = there.iter().copied().zip(learned.iter().copied()).filter(is_off).count();
    let used = learned.iter().filter(|weight| **weight != 0).count();
    let file = file.display();
    if there == learned {
        writeln!(out, "{file} is what its texts teach, digit by digit")?;
    } else if there.len() == learned.len() && off * TOLERATED_ONE_IN <= used {
        writeln!(out, "{file} is what its texts teach but for {off} weights; train anew when convenient")?;
    } else {
        writeln!(out, "{file} is not what its texts teach, {off} weights are off; run `chaperone train`")?;
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Clean)
}

/// The weights of a model file.
fn weights(file: &str) -> Vec<i8> {
    let is_hexadecimal = |line: &&str| line.len() == 2 * WEIGHTS_A_LINE;
    let digits: Vec<u8> = file.lines().filter(is_hexadecimal).flat_map(str::bytes).collect();
    let weight = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok().map(u8::cast_signed)
    };
    digits.chunks(2).filter_map(weight).collect()
}

fn model_file(name: &str, regression: &Regression) -> String {
    let greatest = regression.weights.iter().fold(0.0_f64, |greatest, weight| greatest.max(weight.abs()));
    let unit = if greatest > 0.0 { greatest / GREATEST_WEIGHT } else { 1.0 };
    let mut text = format!(
        "# Made by `chaperone train` from training/{name}/; docs/decisions/0006 tells how. Do not edit.\n\
         bias = {:.4}\nunit = {unit:.6}\n\
         # Two hexadecimal digits for each bucket of hashed features.\nweights = \"\"\"\n",
        regression.bias
    );
    for line in regression.weights.chunks(WEIGHTS_A_LINE) {
        for weight in line {
            #[expect(clippy::cast_possible_truncation, reason = "it is between -31 and 31")]
            let weight = (weight / unit).round() as i8;
            let _ = write!(text, "{weight:02x}");
        }
        text.push('\n');
    }
    text.push_str("\"\"\"\n");
    text
}

/// The bucket of a feature.
fn bucket(hash: u32) -> usize {
    hash as usize & (MODEL_BUCKETS - 1)
}

fn name_of(file: &Path) -> String {
    file.display().to_string()
}
