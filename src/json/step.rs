//! A step from a value to one of those that it holds.

/// The key of an object, or the place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Under this key.
    Key(String),
    /// The so manieth, from 0.
    Index(usize),
}

impl Step {
    /// All steps as text, such as `office.staff[2]`; empty for none.
    #[must_use]
    pub fn path(steps: &[Step]) -> String {
        let mut path = String::new();
        for step in steps {
            match step {
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => path.extend([".", key]),
                Step::Index(at) => path.push_str(&format!("[{at}]")),
            }
        }
        path
    }
}
