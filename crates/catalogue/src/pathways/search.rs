//! The exact search: every order of levels that leads to the goal, each step on the first day
//! on which one of its conditions is met.
//!
//! There are five levels, so at most sixteen orders: all are walked. Taking each step as soon
//! as it can be taken is the quickest wherever waiting before a step makes no later condition
//! hold earlier, which is so for years that only grow; the tests compare with every choice of
//! days.

use rules::date::Day;
use rules::order::sort_few;

/// A level of skill: 5 (junior) to 1 (senior technician). A smaller number is higher.
pub type Level = u8;

/// A condition's name: its place in the levels programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Index of the programme's version.
    pub version: u16,
    /// Index of the condition among the version's routes.
    pub index: u16,
}

/// Where a person stands on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The day.
    pub day: Day,
    /// The highest certificate obtained on the way and its day; `None` while what the person
    /// had at the start still counts.
    pub obtained: Option<(Level, Day)>,
}

/// What decides when a level may be sat.
pub trait Conditions {
    /// Every condition of `level` that is met on some day from `state.day` on while nothing
    /// but time passes, with the first such day.
    fn earliest(&mut self, state: &State, level: Level) -> Vec<(Route, Day)>;
}

/// A level on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The level that is sat.
    pub level: Level,
    /// The first day on which it may be sat.
    pub day: Day,
    /// The conditions that lead there and the first day of each, the soonest first; those of
    /// `day` are met, the others would be met later.
    pub routes: Vec<(Route, Day)>,
}

impl Step {
    /// The conditions that are met on the step's day.
    pub fn met(&self) -> impl Iterator<Item = Route> + '_ {
        let met = self.routes.iter().filter(|(_, day)| *day <= self.day);
        met.map(|(route, _)| *route)
    }
}

/// Every way from `start` to `goal` through levels of `through`, in no order that matters.
///
/// `through`: the levels that may be steps before the goal, above what is held (smaller
/// numbers) and below the goal, lowest first; others are passed over.
pub fn ways(
    conditions: &mut dyn Conditions,
    start: State,
    through: &[Level],
    goal: Level,
) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    let mut walk = Walk {
        conditions,
        goal,
        taken: Vec::new(),
        found: &mut found,
    };
    walk.on(start, through);
    found
}

struct Walk<'a> {
    conditions: &'a mut dyn Conditions,
    goal: Level,
    taken: Vec<Step>,
    found: &'a mut Vec<Vec<Step>>,
}

impl Walk<'_> {
    /// Goes on from a state through some of the levels that are left.
    fn on(&mut self, state: State, left: &[Level]) {
        if let Some(last) = self.step(&state, self.goal) {
            let mut steps = self.taken.clone();
            steps.push(last);
            self.found.push(steps);
        }
        for (place, &level) in left.iter().enumerate() {
            if level <= self.goal {
                continue;
            }
            let Some(step) = self.step(&state, level) else {
                continue;
            };
            let next = State {
                day: step.day,
                obtained: Some((level, step.day)),
            };
            self.taken.push(step);
            self.on(next, left.get(place + 1..).unwrap_or_default());
            self.taken.pop();
        }
    }

    /// The step to a level, if it is ever open.
    fn step(&mut self, state: &State, level: Level) -> Option<Step> {
        let mut routes = self.conditions.earliest(state, level);
        sort_few(&mut routes, |a, b| (a.1, a.0) < (b.1, b.0));
        let (_, day) = *routes.first()?;
        Some(Step { level, day, routes })
    }
}
