//! What one person may claim, as the JSON object that `eval` prints.

use crate::json;
use pack::Pack;
use pack::facts::{format_answer, format_date};
use rules::date::Day;
use rules::eval::{
    Answers, Because, Best, Evaluation, Evaluator, FactSet, Hint, NextQuestion, Outcome, Range,
    Status, Truth,
};
use rules::program::{Domain, Programme, Slot, Unit};

/// Evaluates people one after the other and writes their results.
pub struct Reporter<'p> {
    pack: &'p Pack,
    hash: String,
    date: Day,
    /// By programme: is it shown?
    shown: Vec<bool>,
    /// All slots, in the order in which questions are asked where nothing else decides.
    asked: Vec<Slot>,
    evaluator: Evaluator<'p>,
}

impl<'p> Reporter<'p> {
    /// Reports the programmes with `shown`, or all if it is empty.
    ///
    /// # Errors
    /// The pack's rules are not sound.
    pub fn new(pack: &'p Pack, hash: String, date: Day, shown: &[String]) -> Result<Self, String> {
        let evaluator = Evaluator::new(&pack.program).map_err(|error| error.to_string())?;
        let shown = pack
            .program
            .programmes
            .iter()
            .map(|it| shown.is_empty() || shown.contains(&it.id))
            .collect();
        let mut asked: Vec<Slot> = (0..).take(pack.questions.len()).collect();
        asked.sort_by_key(|slot| {
            pack.questions
                .get(usize::from(*slot))
                .map(|question| question.order)
        });
        Ok(Self {
            pack,
            hash,
            date,
            shown,
            asked,
            evaluator,
        })
    }

    /// Appends one person's results: one line of JSON without a line end.
    pub fn report(&mut self, out: &mut String, answers: &Answers) {
        let evaluation = self.evaluator.evaluate(self.date, answers);
        let next = self
            .evaluator
            .next_questions(self.date, answers, &evaluation);
        out.push('{');
        json::key(out, "pack");
        out.push('{');
        for (name, text) in [
            ("id", &self.pack.id),
            ("version", &self.pack.version),
            ("hash", &self.hash),
        ] {
            json::key(out, name);
            json::string(out, text);
        }
        out.push('}');
        json::key(out, "date");
        json::string(out, &format_date(self.date));
        json::key(out, "programmes");
        out.push('[');
        for index in 0..self.pack.program.programmes.len() {
            if self.shown.get(index).copied().unwrap_or(false) {
                json::comma(out);
                self.programme(out, index, answers, &evaluation, &next);
            }
        }
        out.push(']');
        json::key(out, "best");
        self.best(out, &evaluation.best);
        out.push('}');
    }

    fn programme(
        &mut self,
        out: &mut String,
        index: usize,
        answers: &Answers,
        evaluation: &Evaluation,
        next: &[NextQuestion],
    ) {
        let pack = self.pack;
        let (Some(programme), Some(outcome)) = (
            pack.program.programmes.get(index),
            evaluation.outcomes.get(index),
        ) else {
            return;
        };
        out.push('{');
        json::key(out, "id");
        json::string(out, &programme.id);
        json::key(out, "version");
        match outcome
            .version
            .and_then(|version| programme.versions.get(version))
        {
            Some(version) => json::string(out, &version.id),
            None => out.push_str("null"),
        }
        json::key(out, "status");
        json::string(out, status(outcome.status));
        json::key(out, "amount");
        json::amount(out, outcome.amount.as_ref());
        json::key(out, "conditions");
        conditions(out, programme, outcome);
        json::key(out, "missing");
        json::array(
            out,
            self.missing(index, &outcome.missing, next),
            |out, slot| json::string(out, self.question(slot)),
        );
        json::key(out, "apply_by");
        match outcome.apply_by {
            Some(day) => json::string(out, &format_date(day)),
            None => out.push_str("null"),
        }
        json::key(out, "hints");
        let hints = match outcome.status {
            Status::Ineligible => {
                pack::hints(self.pack, &mut self.evaluator, self.date, answers, index)
            }
            _ => Vec::new(),
        };
        json::array(out, &hints, |out, hint| self.hint(out, hint));
        out.push('}');
    }

    /// The questions that one programme still needs, most useful first.
    fn missing(&self, programme: usize, missing: &FactSet, next: &[NextQuestion]) -> Vec<Slot> {
        let concerns = |it: &&NextQuestion| {
            it.programmes
                .iter()
                .any(|index| usize::from(*index) == programme)
        };
        let mut slots: Vec<Slot> = next
            .iter()
            .filter(concerns)
            .map(|it| it.slot)
            .filter(|it| missing.contains(*it))
            .collect();
        let rest: Vec<Slot> = self
            .asked
            .iter()
            .copied()
            .filter(|it| missing.contains(*it) && !slots.contains(it))
            .collect();
        slots.extend(rest);
        slots
    }

    fn hint(&self, out: &mut String, hint: &Hint) {
        out.push('{');
        json::key(out, "changes");
        json::array(out, &hint.changes, |out, change| {
            out.push_str("{\"fact\":");
            json::string(out, self.question(change.slot));
            json::key(out, "from");
            self.answer(out, change.slot, change.from);
            json::key(out, "to");
            self.answer(out, change.slot, change.to);
            out.push('}');
        });
        json::key(out, "status");
        json::string(out, status(hint.status));
        json::key(out, "amount");
        json::amount(out, hint.amount.as_ref());
        out.push('}');
    }

    fn best(&self, out: &mut String, best: &Best) {
        out.push_str("{\"programmes\":");
        json::array(out, &best.programmes, |out, index| {
            json::string(out, self.programme_id(*index))
        });
        json::key(out, "amount");
        json::amount(
            out,
            Some(&Range {
                min: best.min_fen,
                max: best.max_fen,
                scale: 2,
                unit: Unit::Yuan,
            }),
        );
        json::key(out, "left_out");
        json::array(out, &best.left_out, |out, it| {
            out.push_str("{\"id\":");
            json::string(out, self.programme_id(it.programme));
            let (because, by) = match it.because {
                Because::Excluded { by } => ("excluded", self.programme_id(by)),
                Because::Capped { cap } => (
                    "capped",
                    self.pack
                        .program
                        .caps
                        .get(usize::from(cap))
                        .map_or("", |cap| cap.id.as_str()),
                ),
            };
            json::key(out, "because");
            json::string(out, because);
            json::key(out, "by");
            json::string(out, by);
            out.push('}');
        });
        out.push('}');
    }

    fn answer(&self, out: &mut String, slot: Slot, value: i64) {
        let text = format_answer(self.pack, slot, value);
        match self
            .pack
            .program
            .facts
            .get(usize::from(slot))
            .map(|fact| &fact.domain)
        {
            Some(Domain::Bool | Domain::Number { .. }) => out.push_str(&text),
            _ => json::string(out, &text),
        }
    }

    fn question(&self, slot: Slot) -> &'p str {
        self.pack
            .program
            .facts
            .get(usize::from(slot))
            .map_or("", |fact| fact.id.as_str())
    }

    fn programme_id(&self, index: u16) -> &'p str {
        self.pack
            .program
            .programmes
            .get(usize::from(index))
            .map_or("", |it| it.id.as_str())
    }
}

fn conditions(out: &mut String, programme: &Programme, outcome: &Outcome) {
    out.push('[');
    if let Some(version) = outcome
        .version
        .and_then(|version| programme.versions.get(version))
    {
        let conditions = version.conditions.iter().zip(&outcome.conditions);
        for (condition, holds) in conditions.chain(version.routes.iter().zip(&outcome.routes)) {
            json::comma(out);
            out.push_str("{\"id\":");
            json::string(out, &condition.id);
            json::key(out, "holds");
            json::string(out, truth(*holds));
            out.push('}');
        }
    }
    out.push(']');
}

/// The word for a status.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Eligible => "eligible",
        Status::Ineligible => "ineligible",
        Status::Undetermined => "undetermined",
        Status::NoRule => "no_rule",
    }
}

fn truth(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}
