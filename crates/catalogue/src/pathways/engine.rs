//! The conditions of the levels, asked of the rules engine: the pack's own rules on a day to
//! come, with the answers that the person will then give.

use super::clock::Clock;
use super::person::{Person, most};
use super::search::{Conditions, Level, Route, State};
use crate::matching::Names;
use rules::date::{Day, LAST_DAY};
use rules::eval::{Evaluation, Evaluator, Outcome, Truth};
use rules::program::{Condition, Program, Slot, Version};
use rules::validate::Invalid;

/// A search for an exact truth need not be long: what it leaves open counts as open.
const EFFORT: u32 = 2_000;

/// A person before the conditions of a pack.
pub struct Engine<'a> {
    evaluator: Evaluator<'a>,
    names: &'a Names,
    person: &'a Person,
    /// Whether years that are known as full ones only count as nearly one more.
    early: bool,
    evaluation: Evaluation,
    /// The state that was looked at last, and what opens when.
    last: Option<(State, Vec<Opening>)>,
}

/// A condition that is met from some day on.
#[derive(Clone, Copy, Debug)]
struct Opening {
    level: Level,
    route: Route,
    day: Day,
}

impl<'a> Engine<'a> {
    /// `program`: the levels programme alone ([`crate::matching::subset`]).
    ///
    /// # Errors
    /// What is wrong with the program.
    pub fn new(
        program: &'a Program,
        names: &'a Names,
        person: &'a Person,
        early: bool,
    ) -> Result<Self, Invalid> {
        let mut evaluator = Evaluator::new(program)?;
        evaluator.set_effort(EFFORT);
        Ok(Self {
            evaluator,
            names,
            person,
            early,
            evaluation: Evaluation::default(),
            last: None,
        })
    }

    /// Unanswered questions, other than the clocks, that conditions of `levels` may still
    /// depend on, by slot.
    pub fn missing(&mut self, levels: &[Level], reads: impl Fn(Route) -> Vec<Slot>) -> Vec<Slot> {
        let state = State {
            day: self.person.date,
            obtained: None,
        };
        let clocks = self.person.clocks(self.names, &state, self.early);
        self.look(&state, state.day, &clocks, |_| None);
        let mut missing = Vec::new();
        for (level, route, truth) in self.truths() {
            if truth != Truth::Unknown || !levels.contains(&level) {
                continue;
            }
            for slot in reads(route) {
                let given = super::person::answer(&self.person.answers, slot).is_some();
                let known = given || self.person.since.iter().any(|(it, _)| *it == slot);
                if !known && !missing.contains(&slot) {
                    missing.push(slot);
                }
            }
        }
        rules::order::sort_few(&mut missing, |a, b| a < b);
        missing
    }

    /// Evaluates a day.
    fn look(
        &mut self,
        state: &State,
        day: Day,
        clocks: &[(Slot, Clock)],
        clock_at: impl Fn(&Clock) -> Option<i64>,
    ) {
        let obtained = state.obtained.map(|(level, _)| level);
        let facts = &self.evaluator.program().facts;
        let answers = self
            .person
            .answers_on(self.names, day, obtained, clocks, clock_at, facts);
        self.evaluator
            .evaluate_into(day, &answers, &mut self.evaluation);
    }

    /// The version and outcome of the day that was evaluated last.
    fn result(&self) -> Option<(u16, &'a Version, &Outcome)> {
        let outcome = self.evaluation.outcomes.first()?;
        let version = outcome.version?;
        let programme = self.evaluator.program().programmes.first()?;
        let code = programme.versions.get(version)?;
        Some((u16::try_from(version).ok()?, code, outcome))
    }

    /// Whether each condition is met; the version's own conditions must be too.
    fn truths(&self) -> Vec<(Level, Route, Truth)> {
        let Some((version, code, outcome)) = self.result() else {
            return Vec::new();
        };
        let all = outcome.conditions.iter();
        let all = all.fold(Truth::Yes, |all, truth| all.and(*truth));
        let truth = |((index, route), truth): ((u16, &Condition), &Truth)| {
            let name = Route { version, index };
            Some((route.level?, name, truth.and(all)))
        };
        let routes = (0u16..).zip(&code.routes).zip(&outcome.routes);
        routes.filter_map(truth).collect()
    }

    /// The next day after `day` on which an answer or the rules change.
    fn next(&self, day: Day, clocks: &[(Slot, Clock)]) -> Option<Day> {
        let program = self.evaluator.program();
        let years = clocks.iter().filter_map(|(slot, clock)| {
            let most = program.facts.get(usize::from(*slot)).map(most)?;
            clock.next_after(day).filter(|_| clock.at(day) < Some(most))
        });
        let work = self.person.works_from;
        let versions = program.programmes.iter().flat_map(|it| &it.versions);
        let bounds = versions.flat_map(|it| [it.from, it.until.map(|last| last + 1)]);
        let all = years.chain(work).chain(bounds.flatten());
        all.filter(|next| day < *next && *next <= LAST_DAY).min()
    }

    /// Looks at every day on which something changes, until every condition that time alone may
    /// still open is open.
    fn scan(&mut self, state: &State) -> Vec<Opening> {
        let clocks = self.person.clocks(self.names, state, self.early);
        let mut found: Vec<Opening> = Vec::new();
        let mut open: Vec<Route> = Vec::new();
        let mut rules = None;
        let mut day = state.day;
        loop {
            self.look(state, day, &clocks, |clock| clock.at(day));
            for (level, route, truth) in self.truths() {
                if truth == Truth::Yes && found.iter().all(|it| it.route != route) {
                    found.push(Opening { level, route, day });
                }
            }
            let version = self.result().map(|(version, ..)| version);
            let works = self.person.works_from.is_some_and(|from| from <= day);
            if rules != Some((version, works)) {
                rules = Some((version, works));
                self.look(state, day, &clocks, |clock| match clock {
                    Clock::Still(years) => Some(*years),
                    _ => None,
                });
                let may = self.truths().into_iter();
                let may = may.filter(|(.., truth)| *truth != Truth::No);
                open = may.map(|(_, route, _)| route).collect();
            }
            let waits = open
                .iter()
                .any(|route| found.iter().all(|it| it.route != *route));
            let next = self.next(day, &clocks);
            let later = self.changes_after(day);
            match next.filter(|_| waits || later) {
                Some(next) => day = next,
                None => return found,
            }
        }
    }

    /// Whether other rules or work begin after a day.
    fn changes_after(&self, day: Day) -> bool {
        let programmes = &self.evaluator.program().programmes;
        let mut versions = programmes.iter().flat_map(|it| &it.versions);
        self.person.works_from.is_some_and(|from| day < from)
            || versions.any(|it| it.from.is_some_and(|from| day < from))
    }
}

impl Conditions for Engine<'_> {
    fn earliest(&mut self, state: &State, level: Level) -> Vec<(Route, Day)> {
        if self.last.as_ref().is_none_or(|(last, _)| last != state) {
            let found = self.scan(state);
            self.last = Some((*state, found));
        }
        let found = self.last.iter().flat_map(|(_, found)| found);
        let found = found.filter(|it| it.level == level);
        found.map(|it| (it.route, it.day)).collect()
    }
}
