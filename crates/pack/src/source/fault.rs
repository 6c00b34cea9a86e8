//! What is wrong in a pack's files: where, why, and what to do about it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;

/// A file of a pack's source.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Relative to the pack's folder, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// A place in a file, in bytes, end exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: Arc<File>,
    /// The bytes.
    pub span: Range<usize>,
}

impl At {
    /// A place that never reaches past the file or into a character.
    pub fn new(file: &Arc<File>, span: Range<usize>) -> At {
        let text = &file.text;
        let floor = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor(span.start);
        At {
            file: file.clone(),
            span: start..floor(span.end).max(start),
        }
    }

    /// Line and column (in characters) of a byte, both from 1.
    fn line_column(&self, byte: usize) -> (usize, usize) {
        let before = self.file.text.get(..byte).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count();
        (before.matches('\n').count() + 1, column + 1)
    }

    /// The same place, up to the end of its first line.
    pub fn first_line(&self) -> At {
        let text = self.file.text.get(self.span.clone()).unwrap_or_default();
        let length = text.find(['\n', '\r']).unwrap_or(text.len());
        At::new(&self.file, self.span.start..self.span.start + length)
    }
}

/// Whether a pack with this fault can be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It can not.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// Another place that has to do with a fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Also {
    /// Path within the pack.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is there.
    pub label: String,
    #[serde(skip)]
    at: At,
}

/// Something wrong in a pack's files. Serializes for editors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Error or warning.
    pub severity: Severity,
    /// A stable name: `unknown-source`.
    pub code: &'static str,
    /// Path within the pack.
    pub file: String,
    /// Of the first character, from 1.
    pub line: usize,
    /// Of the first character, in characters, from 1.
    pub column: usize,
    /// Of the end, from 1.
    pub end_line: usize,
    /// Of the end (exclusive), in characters, from 1.
    pub end_column: usize,
    /// In bytes, end exclusive.
    pub span: (usize, usize),
    /// What is wrong.
    pub message: String,
    /// What stands at the place, in a few words; may be empty.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub also: Vec<Also>,
    #[serde(skip)]
    at: At,
}

impl Fault {
    /// A fault at a place.
    pub fn new(
        severity: Severity,
        code: &'static str,
        at: &At,
        message: impl Into<String>,
    ) -> Fault {
        let (line, column) = at.line_column(at.span.start);
        let (end_line, end_column) = at.line_column(at.span.end);
        Fault {
            severity,
            code,
            file: at.file.path.clone(),
            line,
            column,
            end_line,
            end_column,
            span: (at.span.start, at.span.end),
            message: message.into(),
            label: String::new(),
            help: None,
            also: Vec::new(),
            at: at.clone(),
        }
    }

    /// Adds what to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Fault {
        self.help = Some(help.into());
        self
    }

    /// Adds what stands at the place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Fault {
        self.label = label.into();
        self
    }

    /// Its file stands in a folder of the pack's.
    pub(crate) fn move_into(&mut self, folder: &str) {
        self.file = format!("{folder}/{}", self.file);
        for also in &mut self.also {
            also.file = format!("{folder}/{}", also.file);
        }
    }

    /// Adds another place.
    pub fn also(&mut self, at: &At, label: impl Into<String>) -> &mut Fault {
        let (line, column) = at.line_column(at.span.start);
        self.also.push(Also {
            file: at.file.path.clone(),
            line,
            column,
            label: label.into(),
            at: at.clone(),
        });
        self
    }

    /// The fault with the lines that it is about, as a compiler shows it.
    ///
    /// With `colour`, ANSI colours for a terminal.
    pub fn render(&self, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let primary = AnnotationKind::Primary.span(self.at.span.clone());
        let primary = if self.label.is_empty() {
            primary
        } else {
            primary.label(&self.label)
        };
        let (here, elsewhere): (Vec<_>, Vec<_>) = self
            .also
            .iter()
            .partition(|also| also.at.file == self.at.file);
        let context = here.iter().map(|also| {
            AnnotationKind::Context
                .span(also.at.span.clone())
                .label(&also.label)
        });
        let snippet = Snippet::source(&self.at.file.text)
            .path(&self.file)
            .annotation(primary)
            .annotations(context);
        let mut group: Group<'_> = level
            .primary_title(&self.message)
            .id(self.code)
            .element(snippet);
        for also in elsewhere {
            let there = AnnotationKind::Context
                .span(also.at.span.clone())
                .label(&also.label);
            group = group.element(
                Snippet::source(&also.at.file.text)
                    .path(&also.file)
                    .annotation(there),
            );
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
        text.push('\n');
        text
    }
}

/// All faults one after another, and a last line that counts them. Empty without faults.
pub fn render(faults: &[Fault], colour: bool) -> String {
    let mut text = String::new();
    for fault in faults {
        text.push_str(&fault.render(colour));
        text.push('\n');
    }
    let warnings = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Warning)
        .count();
    let counted = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    match (faults.len() - warnings, warnings) {
        (0, 0) => {}
        (errors, 0) => text.push_str(&format!("{}\n", counted(errors, "error"))),
        (0, warnings) => text.push_str(&format!("{}\n", counted(warnings, "warning"))),
        (errors, warnings) => {
            text.push_str(&format!(
                "{}, {}\n",
                counted(errors, "error"),
                counted(warnings, "warning")
            ));
        }
    }
    text
}

/// Collects faults.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Adds an error and gives it back for more words.
    pub fn error(&mut self, code: &'static str, at: &At, message: impl Into<String>) -> &mut Fault {
        self.add(Fault::new(Severity::Error, code, at, message))
    }

    /// Adds a warning and gives it back for more words.
    pub fn warning(
        &mut self,
        code: &'static str,
        at: &At,
        message: impl Into<String>,
    ) -> &mut Fault {
        self.add(Fault::new(Severity::Warning, code, at, message))
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "the element was pushed in the line above"
    )]
    fn add(&mut self, fault: Fault) -> &mut Fault {
        self.0.push(fault);
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// Is there an error among them?
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// All of them by file and place, each once.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.0.sort_by(|a, b| {
            (&a.file, a.span, a.severity, a.code).cmp(&(&b.file, b.span, b.severity, b.code))
        });
        self.0.dedup();
        self.0
    }
}

/// The candidate that is most like a misspelt name, if one is near enough.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    let near = candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate));
    near.filter(|(d, _)| *d <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours between two names.
#[expect(
    clippy::indexing_slicing,
    reason = "rows have b.len() + 1 entries and j runs to b.len()"
)]
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (row[j - 1] + 1).min(last[j] + 1).min(last[j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
