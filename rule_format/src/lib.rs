//! The format of the rule files.
