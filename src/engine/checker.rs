//! The front door of the engine.

use super::config::Config;
use super::draft::Draft;
use super::gate;
use super::report::Report;

/// Checks drafts under one configuration; make it once and keep it.
#[derive(Debug)]
pub struct Checker {
    config: Config,
}

impl Checker {
    /// A checker for this configuration.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Checker { config }
    }

    /// The configuration it checks under.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Finds what is wrong with a draft. Cannot fail.
    #[must_use]
    pub fn check(&self, _draft: &Draft<'_>) -> Report {
        let findings = Vec::new();
        Report { decision: gate::decide(&findings), findings }
    }
}
