//! What follows from the current situation: evaluation, next questions. Derived, never kept.

use super::ahead;
use super::answers;
use super::rules_pack::Loaded;
use super::scope::Scope;
use super::site::Site;
use crate::browser::clock;
use crate::routes::Route;
use crate::ui::prelude::*;
use pack::Pack;
use rules::date::Day;
use rules::eval::{Answers, Evaluation, Evaluator, NextQuestion};
use rules::program::{Domain, Slot};
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// One evaluator per way in, made when first needed.
    static EVALUATORS: RefCell<Vec<(Scope, Evaluator<'static>)>> = const { RefCell::new(Vec::new()) };
}

/// Runs `then` with the evaluator of a scope. `None` only for a pack whose rules are damaged,
/// which is refused when it is loaded.
fn with_evaluator<T>(
    pack: &'static Pack,
    scope: Scope,
    then: impl FnOnce(&mut Evaluator<'static>) -> T,
) -> Option<T> {
    EVALUATORS.with_borrow_mut(|all| {
        let known = all.iter().position(|(known, _)| *known == scope);
        let index = match known {
            Some(index) => index,
            None => {
                // At most five small programs a visit.
                let program = Box::leak(Box::new(scope.program(pack)));
                all.push((scope, Evaluator::new(program).ok()?));
                all.len() - 1
            }
        };
        all.get_mut(index).map(|(_, evaluator)| then(evaluator))
    })
}

/// Forgets what was made of the rules: others take their place.
pub fn forget() {
    EVALUATORS.with_borrow_mut(Vec::clear);
    ahead::forget();
}

/// The current situation seen through the pack's rules. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Case {
    /// The state it is derived from.
    pub site: Site,
    /// The rules, questions and texts.
    pub pack: &'static Pack,
    /// The pack's content hash.
    pub hash: &'static str,
    /// The way in.
    pub scope: Memo<Scope>,
    /// The day of application.
    pub date: Memo<Day>,
    /// By slot.
    pub answers: Memo<Arc<Answers>>,
    /// All programmes' results; those outside of the scope have no rule.
    pub evaluation: Memo<Arc<Evaluation>>,
    /// The questions that can still change something, most useful first, without those skipped.
    pub open: Memo<Arc<Vec<NextQuestion>>>,
}

impl Case {
    /// Derives everything anew; belongs to the page that makes it.
    pub fn new(site: Site, loaded: &'static Loaded) -> Case {
        let situations = site.situations;
        let scope = Memo::new(move |_| situations.read().current().scope);
        Case::derive(site, &loaded.pack, &loaded.hash, scope)
    }

    /// The same situation, whatever the visitor's way in covers.
    pub fn of_all(self) -> Case {
        Case::derive(self.site, self.pack, self.hash, Memo::new(|_| Scope::All))
    }

    fn derive(site: Site, pack: &'static Pack, hash: &'static str, scope: Memo<Scope>) -> Case {
        let situations = site.situations;
        let date = Memo::new(move |_| {
            let chosen = situations.read().current().applied_on;
            chosen.unwrap_or_else(clock::today)
        });
        let answers = Memo::new(move |_| {
            Arc::new(answers::by_slot(pack, &situations.read().current().answers))
        });
        let evaluation = Memo::new(move |_| {
            let (scope, day, answers) = (scope.get(), date.get(), answers.get());
            if let Some(known) = ahead::find(scope, day, &answers) {
                return known.0;
            }
            let result = with_evaluator(pack, scope, |e| e.evaluate(day, &answers));
            Arc::new(result.unwrap_or_else(|| nothing(day)))
        });
        let open = Memo::new(move |_| {
            let (scope, day, answers) = (scope.get(), date.get(), answers.get());
            let evaluation = evaluation.get();
            let mut open = match ahead::find(scope, day, &answers) {
                Some(known) => known.1,
                None => with_evaluator(pack, scope, |e| {
                    e.next_questions(day, &answers, &evaluation)
                })
                .unwrap_or_default(),
            };
            let all = situations.read();
            let skipped = &all.current().skipped;
            open.retain(|next| {
                let fact = pack.program.facts.get(usize::from(next.slot));
                fact.is_some_and(|fact| !skipped.contains(&fact.id))
            });
            Arc::new(open)
        });
        Case {
            site,
            pack,
            hash,
            scope,
            date,
            answers,
            evaluation,
            open,
        }
    }

    /// Runs `then` with the evaluator, the day and the answers of now.
    pub fn ask<T: Default>(
        self,
        then: impl FnOnce(&mut Evaluator<'static>, Day, &Answers) -> T,
    ) -> T {
        let (day, answers) = (self.date.get(), self.answers.get());
        with_evaluator(self.pack, self.scope.get(), |e| then(e, day, &answers)).unwrap_or_default()
    }

    /// Works out, while the visitor reads a question, what each answer to it would give.
    pub fn think_ahead(self, slot: Slot) {
        ahead::forget();
        let index = usize::from(slot);
        let fact = self.pack.program.facts.get(index);
        let options = match fact.map(|fact| &fact.domain) {
            Some(Domain::Bool) => 2,
            Some(Domain::Options(options)) => (*options).min(ahead::MOST),
            // A number or a date has too many.
            _ => 0,
        };
        // What is known now: when the time has come the page may be gone.
        let (scope, day) = (self.scope.get_untracked(), self.date.get_untracked());
        let (pack, known) = (self.pack, self.answers.get_untracked());
        for value in 0..i64::from(options) {
            let wait = ahead::WAIT_MS + ahead::APART_MS * i32::try_from(value).unwrap_or(0);
            let known = Arc::clone(&known);
            clock::after(wait, move || {
                let mut answers = (*known).clone();
                let Some(place) = answers.values.get_mut(index) else {
                    return;
                };
                *place = Some(value);
                with_evaluator(pack, scope, |e| {
                    let evaluation = e.evaluate(day, &answers);
                    let next = e.next_questions(day, &answers, &evaluation);
                    ahead::keep(scope, day, answers, (Arc::new(evaluation), next));
                });
            });
        }
    }

    /// A question's id.
    pub fn id(self, slot: Slot) -> &'static str {
        let fact = self.pack.program.facts.get(usize::from(slot));
        fact.map_or("", |fact| fact.id.as_str())
    }

    /// Where a question is answered. From the result, the answer leads back to it.
    pub fn question_href(self, id: &str) -> String {
        let from_result = self.site.router.route.get_untracked() == Route::Result;
        let then = if from_result { "&then=result" } else { "" };
        format!("/check#q={id}{then}")
    }

    /// A programme's id.
    pub fn programme_id(self, programme: usize) -> &'static str {
        let code = self.pack.program.programmes.get(programme);
        code.map_or("", |code| code.id.as_str())
    }

    /// The answer to a question.
    pub fn answer(self, slot: Slot) -> Option<i64> {
        self.answers
            .read()
            .values
            .get(usize::from(slot))
            .copied()
            .flatten()
    }

    /// Whether the pack vouches for no figure on the day of application.
    pub fn out_of_date(self) -> bool {
        self.date.get() > self.pack.valid_until
    }
}

fn nothing(date: Day) -> Evaluation {
    Evaluation {
        date,
        outcomes: Vec::new(),
        best: rules::eval::Best {
            programmes: Vec::new(),
            min_fen: 0,
            max_fen: 0,
            left_out: Vec::new(),
        },
    }
}
