//! What can go wrong in a task, as a sentence for the person at the terminal.

use std::fmt;

/// A task's failure: what is wrong and, where we know it, what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong: one sentence, lower case, no full stop.
    pub what: String,
    /// What to do: one sentence, or empty.
    pub help: String,
}

/// What a task gives back.
pub type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    /// A fault that speaks for itself.
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            help: String::new(),
        }
    }

    /// The same fault with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if !self.help.is_empty() {
            write!(f, "\n  what to do: {}", self.help)?;
        }
        Ok(())
    }
}

/// Names the file that an input or output error is about.
pub trait AtPath<T> {
    /// Turns an I/O error into a [`Fault`] that says what was being done and to which file.
    fn at(self, doing: &str, path: &std::path::Path) -> Outcome<T>;
}

impl<T> AtPath<T> for std::io::Result<T> {
    fn at(self, doing: &str, path: &std::path::Path) -> Outcome<T> {
        self.map_err(|e| Fault::new(format!("cannot {doing} `{}`: {e}", path.display())))
    }
}
