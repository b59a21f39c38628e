//! Turns `rules/` and `lexicons/` into static tables before the engine is compiled.

fn main() {}
