//! The command line's entry point; everything it does is in [`chaperone::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    chaperone::cli::run()
}
