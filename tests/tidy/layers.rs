//! Who may use whom: the layer diagram of `ARCHITECTURE.md`, enforced.

use crate::tree::SourceFile;
use crate::violation::Violation;

/// Each module of the crate and the modules below it that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("json", &[]),
    ("coach", &["engine"]),
    ("records", &["engine"]),
    ("settings", &["engine", "json"]),
    ("sites", &["engine"]),
    ("protocol", &["coach", "engine", "records", "settings", "sites"]),
    ("cli", &["engine", "settings", "sites"]),
    ("browser", &["engine", "json", "protocol", "records", "settings", "sites"]),
    ("background", &["browser", "coach", "engine", "protocol", "records", "settings", "sites"]),
];

/// The modules that only exist in a browser.
const WASM_ONLY: &[&str] = &["browser", "background"];

/// The crates that only exist in a browser.
const WASM_CRATES: &[&str] =
    &["wasm_bindgen", "wasm_bindgen_futures", "web_sys", "js_sys", "console_error_panic_hook"];

/// What a pure function has no use for.
const WORLDLY: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Instant::",
    "thread_local!",
    "static mut",
    "println!",
    "eprintln!",
    "log::",
    "tracing::",
    "rand::",
];

/// A module only uses the modules that its layer allows.
pub(crate) fn imports(file: &SourceFile) -> Vec<Violation> {
    let Some((module, depth)) = module_of(file) else { return Vec::new() };
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
        let what = format!("the module {module} has no layer");
        return vec![Violation::new(
            file,
            1,
            what,
            "give it one in tests/tidy/layers.rs and ARCHITECTURE.md",
        )];
    };
    let mut violations = Vec::new();
    for (number, line) in file.code_lines() {
        for used in used_modules(line) {
            if used != module && LAYERS.iter().any(|(name, _)| *name == used) && !allowed.contains(&used) {
                let what = format!("{module} uses {used}");
                violations.push(Violation::new(
                    file,
                    number,
                    what,
                    "pass in what it needs, or move the code down",
                ));
            }
        }
        if line.contains(&"super::".repeat(depth + 1)) {
            let what = format!("climbs out of {module} with super::");
            violations.push(Violation::new(file, number, what, "write crate:: and the module's name"));
        }
    }
    violations
}

/// The engine does no input or output and reads neither clock nor chance.
pub(crate) fn engine_purity(file: &SourceFile) -> Vec<Violation> {
    if !file.is_in("src/engine") {
        return Vec::new();
    }
    let lines = file.code_lines().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines
        .filter_map(|(number, line)| {
            let found = WORLDLY.iter().find(|name| starts_a_word(line, name))?;
            let what = format!("the engine uses {found}");
            Some(Violation::new(
                file,
                number,
                what,
                "take the value as an argument; check is a pure function",
            ))
        })
        .collect()
}

/// Browser crates appear only where the native build does not look.
pub(crate) fn browser_crates(file: &SourceFile) -> Vec<Violation> {
    match file.path.as_str() {
        "Cargo.toml" => dependencies_outside_wasm32(file),
        "src/lib.rs" => modules_outside_wasm32(file),
        _ => match module_of(file) {
            Some((module, _)) if !WASM_ONLY.contains(&module) => mentions(file, module),
            _ => Vec::new(),
        },
    }
}

fn mentions(file: &SourceFile, module: &str) -> Vec<Violation> {
    let found = file.code_lines().filter_map(|(number, line)| {
        let name = WASM_CRATES.iter().find(|name| starts_a_word(line, &format!("{name}::")))?;
        let what = format!("{module} uses {name}");
        Some(Violation::new(file, number, what, "only src/browser and src/background know a browser"))
    });
    found.collect()
}

fn dependencies_outside_wasm32(file: &SourceFile) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut section = "";
    for (number, line) in file.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let key = line.split(['=', '.']).next().unwrap_or("").trim().replace('-', "_");
        let is_wasm = section.contains("target_arch = \"wasm32\"") && !section.contains("not(");
        if WASM_CRATES.contains(&key.as_str()) && section.contains("dependencies") && !is_wasm {
            let what = format!("{key} is a dependency of the native build");
            let remedy = "move it under [target.'cfg(target_arch = \"wasm32\")'.dependencies]";
            violations.push(Violation::new(file, number, what, remedy));
        }
    }
    violations
}

fn modules_outside_wasm32(file: &SourceFile) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut is_attributed = false;
    let mut is_item_wasm32 = false;
    for (number, line) in file.code_lines() {
        if line.starts_with("#[") {
            is_attributed |= line.contains("(target_arch = \"wasm32\")") && !line.contains("not(");
            continue;
        }
        // What is indented stands in the item above it and shares its fate.
        if !line.is_empty() && !line.starts_with([' ', '}']) {
            is_item_wasm32 = is_attributed;
            is_attributed = false;
        }
        let is_for_wasm32 = WASM_ONLY.iter().any(|module| line.ends_with(&format!("mod {module};")))
            || WASM_CRATES.iter().any(|name| starts_a_word(line, &format!("{name}::")));
        if is_for_wasm32 && !is_item_wasm32 {
            let what = format!("\"{}\" is part of the native build", line.trim());
            violations.push(Violation::new(
                file,
                number,
                what,
                "put #[cfg(target_arch = \"wasm32\")] above it",
            ));
        }
    }
    violations
}

/// The crate's module that a file belongs to, and how many levels below the crate's root it stands.
fn module_of(file: &SourceFile) -> Option<(&str, usize)> {
    let path = file.path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let module = path.split('/').next()?;
    let depth = path.split('/').count();
    (!matches!(module, "lib" | "bin")).then_some((module, depth - 1))
}

fn used_modules(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next())
}

/// Whether `name` stands in the line and is not the tail of a longer name.
pub(crate) fn starts_a_word(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planted(path: &str, text: &str) -> SourceFile {
        SourceFile::planted(path, text)
    }

    #[test]
    fn an_import_from_above_is_found() {
        assert_eq!(
            imports(&planted("src/engine/checker.rs", "use crate::settings::StoredSettings;")).len(),
            1
        );
        assert_eq!(
            imports(&planted("src/settings/mod.rs", "fn f(p: crate::background::Background) {}")).len(),
            1
        );
        assert_eq!(imports(&planted("src/engine/checker.rs", "use super::super::settings;")).len(), 1);
        assert_eq!(imports(&planted("src/engine/mod.rs", "use super::settings;")).len(), 1);
        assert_eq!(imports(&planted("src/newcomer/mod.rs", "")).len(), 1);
        assert_eq!(imports(&planted("src/engine/matchers/near.rs", "use super::super::signal;")), []);
        assert_eq!(imports(&planted("src/settings/mod.rs", "use crate::engine::Config;")), []);
    }

    #[test]
    fn a_clock_in_the_engine_is_found() {
        assert_eq!(engine_purity(&planted("src/engine/checker.rs", "use std::time::Duration;")).len(), 1);
        assert_eq!(engine_purity(&planted("src/engine/checker.rs", "    println!(\"hm\");")).len(), 1);
        assert_eq!(engine_purity(&planted("src/cli/check.rs", "use std::io::Write;")), []);
        assert_eq!(engine_purity(&planted("src/engine/checker.rs", "let operand::X = y;")), []);
    }

    #[test]
    fn a_browser_crate_outside_wasm32_is_found() {
        assert_eq!(browser_crates(&planted("src/engine/span.rs", "use js_sys::Array;")).len(), 1);
        assert_eq!(browser_crates(&planted("src/background/mod.rs", "use js_sys::Array;")), []);
        assert_eq!(browser_crates(&planted("Cargo.toml", "[dependencies]\nweb-sys = \"0.3\"")).len(), 1);
        let in_its_place = "[target.'cfg(target_arch = \"wasm32\")'.dependencies]\nweb-sys = \"0.3\"";
        assert_eq!(browser_crates(&planted("Cargo.toml", in_its_place)), []);
        assert_eq!(browser_crates(&planted("src/lib.rs", "mod background;")).len(), 1);
        let in_its_place = "#[cfg(target_arch = \"wasm32\")]\nmod page {\n    use js_sys::Array;\n}\n";
        assert_eq!(browser_crates(&planted("src/lib.rs", in_its_place)), []);
        let behind_it = format!("{in_its_place}\nmod page {{\n    use js_sys::Array;\n}}\n");
        assert_eq!(browser_crates(&planted("src/lib.rs", &behind_it)).len(), 1);
        let natively = "#[cfg(not(target_arch = \"wasm32\"))]\nmod background;";
        assert_eq!(browser_crates(&planted("src/lib.rs", natively)).len(), 1);
    }
}
