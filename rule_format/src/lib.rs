//! The format of `rules/`, `identifiers/` and `lexicons/`: reads them, finds every fault, and compiles them to static tables.
//!
//! `build.rs` calls [`PolicyBase::load`], [`PolicyBase::compile`] and [`Compiled::rust_source`]; the tests read the
//! same files for their examples, which never reach the compiled program.

mod case;
mod compile;
mod compile_identifier;
mod emit;
mod example;
mod fault;
mod identifier_file;
mod language_file;
mod lexicon;
mod model_file;
mod pattern;
mod placeholder;
mod policy_base;
mod rule_file;
mod template_file;
mod term_tree;

#[path = "../../src/engine/fold.rs"]
#[allow(dead_code, reason = "the build needs a part of it; the engine needs it all")]
mod fold;
#[path = "../../src/engine/lex.rs"]
#[allow(dead_code, reason = "the build needs a part of it; the engine needs it all")]
mod lex;
#[path = "../../src/engine/recognized.rs"]
mod recognized;
#[path = "../../src/engine/token.rs"]
#[allow(dead_code, reason = "the build needs a part of it; the engine needs it all")]
mod token;

pub use compile::Compiled;
pub use example::Example;
pub use fault::Fault;
pub use identifier_file::IdentifierFile;
pub use language_file::LanguageFile;
pub use lexicon::Lexicon;
pub use model_file::{BUCKETS, ModelFile};
pub use policy_base::{PolicyBase, SourceEntry};
pub use rule_file::{FixFile, MatchFile, RaiseFile, RuleFile, ShouldMatch, ShouldNotMatch, WhenFile};
pub use template_file::{TemplateFile, TemplatesFile};
