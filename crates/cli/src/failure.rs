//! Why a command did not do all it was asked to.

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The one error type that commands return.
#[derive(Debug)]
pub enum Failure {
    /// Faults or bad rows, which the command has already told: exit code 1.
    Faults,
    /// Wrong usage, or a file that can't be read or written: exit code 2.
    Trouble(String),
    /// Packs differ, and that was the question: exit code 3.
    Different,
}

impl Failure {
    /// Wrong usage, said in one sentence.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Trouble(message.into())
    }

    /// What went wrong with a file.
    pub fn file(path: &Path, error: impl Display) -> Self {
        let name = if path == Path::new("-") {
            "standard input".into()
        } else {
            path.to_string_lossy()
        };
        Self::Trouble(format!("{name}: {error}"))
    }

    /// A result that could not be written; a reader that went away (`| head`) is no trouble.
    pub fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Faults
        } else {
            Self::Trouble(format!("standard output: {error}"))
        }
    }

    /// Tells standard error what there is to tell and gives the exit code.
    pub fn report(self, colour: bool) -> ExitCode {
        match self {
            Self::Faults => ExitCode::from(1),
            Self::Different => ExitCode::from(3),
            Self::Trouble(message) => {
                let (red, plain) = if colour {
                    ("\x1b[1;31m", "\x1b[0m")
                } else {
                    ("", "")
                };
                eprintln!("{red}error{plain}: {message}");
                ExitCode::from(2)
            }
        }
    }
}
