//! The build steps that need Rust: `build.sh` is the only caller.

mod dist;
mod error;
mod files;
mod manifest;
mod package;
mod store;
#[cfg(feature = "types")]
mod types;
mod wasm;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use error::Error;

const USAGE: &str =
    "use `xtask wasm`, `xtask dist`, `xtask package` or, built with `--features types`, `xtask types`";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words, Path::new(".")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "a build step tells its terminal why it failed")]
            {
                eprintln!("xtask: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str], root: &Path) -> Result<(), Error> {
    match words {
        ["wasm"] => wasm::build(root),
        ["dist"] => dist::assemble(root),
        ["package"] => package::make(root),
        #[cfg(feature = "types")]
        ["types"] => types::write(root),
        _ => Err(Error::Usage(USAGE)),
    }
}
