//! Compiles the crate to WebAssembly, makes its JavaScript glue and lets binaryen make both smaller and faster.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use super::error::Error;

/// Where the finished `chaperone.js` and `chaperone_bg.wasm` are left.
pub(crate) const GLUE: &str = "target/glue";

const COMPILED: &str = "target/wasm32-unknown-unknown/wasm/chaperone.wasm";

/// What rustc's target turns on by itself; binaryen has to be told, because wasm-bindgen drops the section that says so.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Leaves the finished module and its glue under [`GLUE`].
pub(crate) fn build(root: &Path) -> Result<(), Error> {
    run(
        "cargo",
        Command::new("cargo").current_dir(root).env("CARGO_ENCODED_RUSTFLAGS", flags(root)?).args([
            "build",
            "--package=chaperone",
            "--lib",
            "--target=wasm32-unknown-unknown",
            "--profile=wasm",
        ]),
    )?;

    let glue = root.join(GLUE);
    let mut bindgen = Bindgen::new();
    bindgen.input_path(root.join(COMPILED)).typescript(false).remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&glue))
        .map_err(|error| Error::Glue(format!("{error:#}")))?;

    optimize(root, &glue.join("chaperone_bg.wasm"))
}

/// Functions are copied into their callers only when they are short: what the optimizer would inline beyond
/// that is most of what level 2 adds to the size, and gains next to no time. See docs/decisions/0012 and 0016.
const INLINE_LITTLE: &str = "-Cllvm-args=-inline-threshold=25";

/// A panic names its source file. It must not name folders of the machine that builds: the same
/// source has to give the same module everywhere.
fn flags(root: &Path) -> Result<String, Error> {
    let here = root.canonicalize().map_err(Error::file(root))?;
    let remaps = [(cargo_home(), "/cargo"), (Some(here), "/chaperone")];
    let remaps = remaps
        .into_iter()
        .filter_map(|(from, to)| from.map(|from| format!("--remap-path-prefix={}={to}", from.display())));
    let flags = remaps.chain([INLINE_LITTLE.to_owned()]);
    // How cargo wants several flags in one variable.
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Where cargo keeps the sources of the packages.
fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

fn optimize(root: &Path, module: &Path) -> Result<(), Error> {
    let optimized = module.with_extension("optimized");
    run(
        "node_modules/.bin/wasm-opt",
        Command::new(root.join("node_modules/.bin/wasm-opt"))
            .arg("-O3")
            // It cuts the data at every few zeros. Zeros pack well, and the places where pieces begin do not.
            .arg("--skip-pass=memory-packing")
            .args(WASM_FEATURES)
            .arg(module)
            .arg("--output")
            .arg(&optimized),
    )?;
    fs::rename(&optimized, module).map_err(Error::file(&optimized))
}

fn run(program: &'static str, command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| Error::Start(program, error))?;
    if status.success() { Ok(()) } else { Err(Error::Program(program, status)) }
}
