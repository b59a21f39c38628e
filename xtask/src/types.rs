//! Writes the TypeScript declarations of everything that crosses the port, and tests that they have not drifted.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chaperone::protocol::{
    DESK_NAME, DeskReply, DeskRequest, Diagnosis, LONGEST_DRAFT, LONGEST_RECORD, PORT_NAME, PageAsk,
    PageNotice, PageState, Reply, Request,
};
use chaperone::settings::LARGEST_IMPORT;
use chaperone::sites::Site;
use ts_rs::{Config, TS, TypeVisitor};

use super::error::Error;

const DECLARATIONS: &str = "extension/content/messages.ts";
const HEAD: &str = "// What crosses the port between page and background, generated from the Rust types in src/protocol and src/sites.\n\
                    // Do not edit: change the Rust type and run `./build.sh types`.\n";

/// Writes the declarations.
pub(crate) fn write(root: &Path) -> Result<(), Error> {
    let path = root.join(DECLARATIONS);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    fs::write(&path, declarations()).map_err(Error::file(&path))
}

fn declarations() -> String {
    let mut collected = Collected::default();
    collected.visit::<Request>();
    collected.visit::<Reply>();
    collected.visit::<PageAsk>();
    collected.visit::<PageState>();
    collected.visit::<Diagnosis>();
    collected.visit::<PageNotice>();
    collected.visit::<DeskRequest>();
    collected.visit::<DeskReply>();
    collected.visit::<Site>();

    let mut text = String::from(HEAD);
    let _ = write!(
        text,
        "\n/** The name content scripts give their port. */\nexport const PORT_NAME = \"{PORT_NAME}\";\n\
         \n/** The name that the extension's own pages give their port. */\nexport const DESK_NAME = \"{DESK_NAME}\";\n\
         \n/** The longest draft that is checked, in UTF-16 code units. */\nexport const LONGEST_DRAFT = {LONGEST_DRAFT};\n\
         \n/** The longest number of a consent's record, in characters. */\nexport const LONGEST_RECORD = {LONGEST_RECORD};\n\
         \n/** The largest file that is read as settings, in UTF-8 bytes. */\nexport const LARGEST_IMPORT = {LARGEST_IMPORT};\n"
    );
    for declaration in collected.declarations.values() {
        let _ = write!(text, "\n{declaration}\n");
    }
    text
}

/// Every type that a message mentions, sorted by name so that the file does not depend on the order of visits.
#[derive(Default)]
struct Collected {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Only a type of ours has a file of its own; numbers, strings and lists are TypeScript's.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = T::decl(&self.config);
            self.declarations.insert(T::ident(&self.config), format!("{docs}export {declaration}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declarations_say_what_the_types_say() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(DECLARATIONS);
        let committed = fs::read_to_string(path).unwrap();
        assert!(
            committed == declarations(),
            "{DECLARATIONS} is old; run `./build.sh types` and commit the result"
        );
    }
}
