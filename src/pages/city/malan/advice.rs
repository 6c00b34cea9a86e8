//! Which course fits: the guide's own small pack, run on the visitor's answers.

use super::Desk;
use crate::components::words;
use crate::state::answers;
use crate::ui::prelude::*;
use pack::guide::plan::own_answers;
use rules::eval::{Answers, Evaluation, Evaluator, Status};
use rules::order::sort_few;
use rules::program::Slot;
use std::sync::Arc;

/// What the answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// By slot; what days answer included.
    pub answers: Answers,
    /// By slot: answered by a day, not by the visitor.
    pub by_date: Vec<bool>,
    /// Of the guide's programmes; `None` where the guide is damaged, which is refused when it is
    /// read.
    pub evaluation: Option<Evaluation>,
    /// The questions that can still change something, in their author's order.
    pub open: Vec<Slot>,
}

impl Advice {
    /// Whether a course fits.
    pub fn status(&self, programme: u16) -> Status {
        let outcomes = self.evaluation.as_ref().map(|it| &it.outcomes);
        let outcome = outcomes.and_then(|all| all.get(usize::from(programme)));
        outcome.map_or(Status::NoRule, |outcome| outcome.status)
    }

    /// The answer to a question of the guide's.
    pub fn answer(&self, slot: Slot) -> Option<i64> {
        self.answers
            .values
            .get(usize::from(slot))
            .copied()
            .flatten()
    }
}

/// Works it out whenever an answer or a day changes.
pub fn advice(desk: Desk) -> Memo<Arc<Advice>> {
    Memo::new(move |_| {
        let pack = &desk.guide.pack;
        let kept = desk.kept.read();
        let told = answers::by_slot(pack, &kept.answers);
        let (dates, day) = (desk.dates.get(), desk.case.date.get());
        let answers = own_answers(desk.guide, &told, &dates, day);
        // What a day alone answers.
        let nothing = Answers {
            values: vec![None; pack.program.facts.len()],
        };
        let alone = own_answers(desk.guide, &nothing, &dates, day);
        let mut open = Vec::new();
        let evaluation = Evaluator::new(&pack.program).ok().map(|mut evaluator| {
            let evaluation = evaluator.evaluate(day, &answers);
            let next = evaluator.next_questions(day, &answers, &evaluation);
            open.extend(next.iter().map(|next| next.slot));
            evaluation
        });
        // All of them decide which courses fit and no money: they are asked as their author
        // would tell them.
        let order = |slot: &Slot| {
            let fact = pack.program.facts.get(usize::from(*slot));
            fact.map(|fact| fact.order)
        };
        sort_few(&mut open, |a, b| order(a) < order(b));
        Arc::new(Advice {
            by_date: alone.values.iter().map(Option::is_some).collect(),
            answers,
            evaluation,
            open,
        })
    })
}

/// An answer of the guide's own, in words.
pub fn answer_words(desk: Desk, slot: Slot, value: i64) -> String {
    words::answer(desk.case.site.lang(), &desk.guide.pack, slot, value)
}
