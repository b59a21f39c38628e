//! The `chaperone` command line: the engine as a filter, a reference book and a measuring bench.
//!
//! One file per command. Commands write to whatever they are given and return an [`Outcome`]; only [`run`] knows
//! the process. Nothing here is part of the extension.

mod arguments;
mod audit;
mod check;
mod check_lines;
mod draft_line;
mod error;
mod eval;
mod explain;
mod fault_of;
mod flagged;
mod input;
mod jsonl_reader;
mod list_rules;
mod outcome;
mod proportion;
mod rules_page;
mod signals;
mod train;
mod underline;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::engine::Checker;
use arguments::{Arguments, Command, RuleListing};
use error::CliError;
use outcome::Outcome;

/// Runs the command that the process was called with.
#[must_use]
pub fn run() -> ExitCode {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done = carry_out(Arguments::parse(), &mut out)
        .and_then(|outcome| out.flush().map_err(CliError::Write).map(|()| outcome));
    match done {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            if !error.is_closed_output() {
                report(&error);
            }
            Outcome::Failure.into()
        }
    }
}

fn carry_out(arguments: Arguments, out: &mut impl Write) -> Result<Outcome, CliError> {
    let config = arguments.config()?;
    match arguments.command {
        Command::Check(check) => {
            let checker = Checker::new(config);
            match check.jsonl {
                true => check_lines::run(&checker, &check.file, out),
                false => check::run(&checker, &check.file, &check.context(), out),
            }
        }
        Command::Explain { rule } => explain::run(&rule, out),
        Command::Rules(listing) => match listing.form() {
            RuleListing::Table => list_rules::table(out),
            RuleListing::Json => list_rules::json(out),
            RuleListing::Markdown => rules_page::run(out),
        },
        Command::Signals { text } => signals::run(&Checker::new(config), &text, out),
        Command::Train(train) => train::run(Checker::new(config), &train, out),
        Command::Eval(eval) => eval::run(&Checker::new(config), &eval, out),
        Command::Audit(audit) => audit::run(&Checker::new(config), &audit, out),
    }
}

/// Says on standard error what went wrong; when that is closed as well, the exit code has to do.
fn report(error: &CliError) {
    let _ = writeln!(io::stderr(), "chaperone: {error}");
}
