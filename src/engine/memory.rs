//! What a checker keeps of one draft from one check to the next, so that an edit costs no more than it changed.

use super::config::Config;
use super::context::Context;
use super::described::Described;
use super::passages::Passages;
use super::rule::Surroundings;

/// The draft as it was checked last: keep one for each open composer and drop it with the composer.
///
/// Holds the draft's own words, and nothing of any draft before. What it says is used only as far as it still holds,
/// so that any memory gives the same report as none.
#[derive(Debug, Default)]
pub struct Memory {
    pub(crate) passages: Passages,
    pub(crate) around: Option<Around>,
}

/// What the draft was checked under.
#[derive(Debug)]
pub(crate) struct Around {
    config: Config,
    context: Context,
    /// What stands around the draft.
    pub(crate) surroundings: Surroundings,
    /// What was found in the descriptions of what is attached.
    described: Vec<Described>,
}

impl Memory {
    /// Forgets everything that does not hold under this configuration and in this context, and says what stands
    /// around the draft, and what was found there, which `look` finds out when it is not known.
    pub(crate) fn look_around(
        &mut self,
        config: &Config,
        context: &Context,
        look: impl FnOnce() -> (Surroundings, Vec<Described>),
    ) -> (Surroundings, Vec<Described>) {
        let is_same = |around: &&Around| around.config == *config && around.context == *context;
        if let Some(around) = self.around.as_ref().filter(is_same) {
            return (around.surroundings, around.described.clone());
        }
        self.passages = Passages::default();
        let (surroundings, described) = look();
        self.around = Some(Around {
            config: config.clone(),
            context: context.clone(),
            surroundings,
            described: described.clone(),
        });
        (surroundings, described)
    }
}
