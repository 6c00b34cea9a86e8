//! Evaluates a chunk of people.

use super::Done;
use super::chunks::{Chunk, MAX_LINE};
use super::csv::Columns;
use super::sheet::{Sheet, push_whole, push_yuan};
use pack::Pack;
use report::facts;
use report::result::Reporter;
use rules::date::Day;
use rules::eval::{Answers, Evaluation, Evaluator, Status};
use sheets::push_text;

/// How people are written.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    /// A CSV with these columns.
    Csv(&'a Columns<'a>),
    /// A JSON object a line.
    Ndjson,
}

/// How results are written.
pub enum Output<'a> {
    /// The `eval` object a line.
    Json(Box<Reporter<'a>>),
    /// Every programme in a row.
    Sheet(Sheet<'a>, Box<Evaluator<'a>>),
    /// Only sums.
    Totals(Box<Sums<'a>>),
}

/// Sums alone.
pub struct Sums<'a> {
    evaluator: Evaluator<'a>,
    /// A person's answers if all are known; kept to save the allocation.
    answers: Vec<i64>,
    /// By programme; kept to save the allocation.
    figures: Vec<Option<i64>>,
}

impl<'a> Sums<'a> {
    /// Sums by an evaluator.
    pub fn new(evaluator: Evaluator<'a>) -> Self {
        let figures = vec![None; evaluator.program().programmes.len()];
        Self {
            evaluator,
            answers: Vec::new(),
            figures,
        }
    }

    /// The smallest and the largest best sum in fen, and how many programmes are certain.
    fn of(
        &mut self,
        date: Day,
        answers: &Answers,
        evaluation: &mut Evaluation,
    ) -> ([i64; 2], usize) {
        self.answers.clear();
        self.answers
            .extend(answers.values.iter().copied().flatten());
        // The quick way takes complete answers only, and refuses others.
        if let Ok(best) = self
            .evaluator
            .totals(date, &self.answers, &mut self.figures)
        {
            return ([best; 2], self.figures.iter().flatten().count());
        }
        self.evaluator.evaluate_into(date, answers, evaluation);
        let eligible = evaluation
            .outcomes
            .iter()
            .filter(|it| it.status == Status::Eligible)
            .count();
        ([evaluation.best.min_fen, evaluation.best.max_fen], eligible)
    }
}

/// One thread's tools.
pub struct Worker<'a> {
    /// The rules.
    pub pack: &'a Pack,
    /// The day of application.
    pub date: Day,
    /// What comes in.
    pub input: Input<'a>,
    /// What goes out.
    pub output: Output<'a>,
    /// The person at hand; kept to save the allocation.
    pub answers: Answers,
    /// The person's name or number; kept to save the allocation.
    pub id: String,
    /// A line of JSON; kept to save the allocation.
    pub line: String,
    /// A person's results; kept to save the allocations.
    pub evaluation: Evaluation,
}

impl Worker<'_> {
    /// Evaluates the people of a chunk, one a line; an empty line is no person.
    pub fn work(&mut self, chunk: &Chunk) -> Done {
        let mut done = Done {
            bytes: chunk.bytes.len() as u64,
            ..Done::default()
        };
        let mut rest = chunk.bytes.as_slice();
        let mut number = chunk.first_line;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest);
            let (line, after) = match end {
                Some(end) => (
                    rest.get(..end).unwrap_or_default(),
                    rest.get(end + 1..).unwrap_or_default(),
                ),
                None => (rest, &[][..]),
            };
            rest = after;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if !line.is_empty() {
                match self.read(line) {
                    Ok(()) => {
                        self.write(&mut done.output, number);
                        done.people += 1;
                    }
                    Err(message) => done.bad.push((number, message)),
                }
            }
            number += 1;
        }
        done
    }

    fn read(&mut self, line: &[u8]) -> Result<(), String> {
        if line.len() > MAX_LINE {
            return Err("the line is longer than 1 MiB".to_owned());
        }
        let line = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
        match self.input {
            Input::Csv(columns) => columns.row(line, &mut self.answers, &mut self.id),
            Input::Ndjson => {
                facts::read_json(self.pack, line, &mut self.answers, Some(&mut self.id))
                    .map_err(|error| error.to_string())
            }
        }
    }

    fn write(&mut self, out: &mut Vec<u8>, number: u64) {
        match &mut self.output {
            Output::Json(reporter) => {
                self.line.clear();
                reporter.report(&mut self.line, &self.answers);
                self.line.push('\n');
                out.extend(self.line.as_bytes());
            }
            Output::Sheet(sheet, evaluator) => {
                evaluator.evaluate_into(self.date, &self.answers, &mut self.evaluation);
                if has_id(self.input) {
                    sheet.row(out, &self.id, &self.evaluation)
                } else {
                    sheet.row(out, &number.to_string(), &self.evaluation)
                }
            }
            Output::Totals(sums) => {
                if has_id(self.input) {
                    push_text(out, &self.id);
                } else {
                    push_whole(out, i64::try_from(number).unwrap_or(i64::MAX));
                }
                let (best, eligible) = sums.of(self.date, &self.answers, &mut self.evaluation);
                for fen in best {
                    out.push(b',');
                    push_yuan(out, fen);
                }
                out.push(b',');
                push_whole(out, eligible as i64);
                out.push(b'\n');
            }
        }
    }
}

/// Is there a name for each person? A JSON object may always have one.
pub fn has_id(input: Input) -> bool {
    match input {
        Input::Csv(columns) => columns.has_id(),
        Input::Ndjson => true,
    }
}
