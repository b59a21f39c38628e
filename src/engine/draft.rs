//! A text on its way to being posted.

use super::context::Context;

/// The words and where they stand: all that a check looks at.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'t> {
    /// What was typed.
    pub text: &'t str,
    /// Where it stands.
    pub context: &'t Context,
}
