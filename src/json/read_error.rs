//! Why a value could not be read, and where in it.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::step::Step;

/// What is wrong at which place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    /// The innermost first.
    steps: Vec<Step>,
    problem: String,
}

impl ReadError {
    /// The way to the place; none when it is the whole.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        self.0.steps.iter().rev().cloned().collect()
    }

    /// The same as text, such as `accounts[2].site`.
    #[must_use]
    pub fn path(&self) -> String {
        Step::path(&self.steps())
    }

    /// What is wrong there.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.0.problem
    }

    /// The same, seen from what holds the value.
    pub(super) fn within(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }
}

impl Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = self.problem();
        if self.0.steps.is_empty() { f.write_str(problem) } else { write!(f, "{}: {problem}", self.path()) }
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: Display>(problem: T) -> Self {
        ReadError(Box::new(Parts { steps: Vec::new(), problem: problem.to_string() }))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid type: {}, expected {expected}", Found(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid value: {}, expected {expected}", Found(found)))
    }
}

/// What was found. Fractions are not repeated: the code that writes them is as large as this whole module.
struct Found<'f>(Unexpected<'f>);

impl Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unexpected::Bool(value) => write!(f, "boolean `{value}`"),
            Unexpected::Unsigned(number) => write!(f, "integer `{number}`"),
            Unexpected::Signed(number) => write!(f, "integer `{number}`"),
            Unexpected::Float(_) => f.write_str("a number with a fraction"),
            Unexpected::Str(text) => write!(f, "string {text:?}"),
            Unexpected::Unit => f.write_str("null"),
            Unexpected::Seq => f.write_str("a list"),
            _ => f.write_str("an object"),
        }
    }
}
