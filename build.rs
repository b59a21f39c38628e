//! Turns `rules/`, `identifiers/` and `lexicons/` into static tables before the engine is compiled.
//!
//! A malformed file stops the build; all faults of all files are printed together.
#![expect(clippy::expect_used, reason = "a build that cannot go on has to stop")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::exit;

use rule_format::{Compiled, Fault, PolicyBase};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=identifiers");
    println!("cargo::rerun-if-changed=lexicons");
    println!("cargo::rerun-if-changed=models");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    match PolicyBase::load(Path::new(&root)).and_then(|base| base.compile()) {
        Ok(compiled) => write(Path::new(&out), &compiled),
        Err(faults) => refuse(&faults),
    }
}

fn write(out: &Path, compiled: &Compiled) {
    fs::write(out.join("tables.rs"), compiled.rust_source()).expect("OUT_DIR can be written");
    fs::write(out.join("vocabulary.bin"), compiled.vocabulary()).expect("OUT_DIR can be written");
}

fn refuse(faults: &[Fault]) -> ! {
    for fault in faults {
        println!("cargo::error={fault}");
    }
    exit(1)
}
