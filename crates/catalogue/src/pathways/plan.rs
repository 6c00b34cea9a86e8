//! A plan: the ways that are worth showing, what they cost, and what would bring the goal nearer.

use super::engine::Engine;
use super::person::{Person, answer};
use super::search::{Conditions, Level, Route, State, Step, ways};
use super::{cost, what_if};
use crate::level::Levels;
use crate::matching::subsidy::{Grants, Subsidy};
use crate::matching::{Names, Settings, Trouble, subset};
use pack::Pack;
use rules::date::Day;
use rules::order::sort_few;
use rules::program::Slot;

/// A course for a level, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The level that it prepares for.
    pub level: Level,
    /// Its place in the list of courses.
    pub course: usize,
    /// Before any subsidy, in yuan.
    pub price_yuan: u32,
    /// Hours of teaching.
    pub hours: u16,
    /// Made up for demonstration.
    pub sample: bool,
}

/// What a plan is made from.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    /// Who goes the way; their answers about a trade are about the goal's occupation.
    pub person: Person,
    /// The level to reach.
    pub goal: Level,
    /// The levels that the occupation's standards have; `None` where there is no standard.
    pub offered: Option<Levels>,
    /// Whether the occupation is marked digital or green, where the table says.
    pub digital_or_green: Option<bool>,
    /// The cheapest course of each level, for levels that have one.
    pub offers: &'a [Offer],
}

/// Whether there is a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is.
    Found,
    /// The goal, or a higher level, is held already.
    Held,
    /// The occupation has no standard in hand, so its levels are not known.
    NoStandard,
    /// Its standards have no such level.
    NotOffered,
    /// By what is known, time alone leads to none of the conditions: an answer that is missing
    /// may, or one of the changes.
    NoWay,
}

/// What a plan takes for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// The person works in the trade, or a related one, without a break from this day on.
    WorksFrom(Day),
    /// Each level is sat, and its certificate issued, on the first day on which it may be sat:
    /// when assessments are held is not known.
    SatAtOnce,
    /// Where full years are known and no day, the next year is taken not to have begun.
    FullYears,
    /// The conditions stay as they are known now, beyond the last day that the pack answers for.
    RulesStay(Day),
}

/// A step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The level, its first day and the conditions.
    pub step: Step,
    /// The course whose price is counted.
    pub offer: Option<Offer>,
    /// What is paid for the certificate; `None` where no rule is known.
    pub subsidy: Option<Subsidy>,
    /// Whether the subsidy is that of the step's own day and counts in the way's cost. If not,
    /// it is what today's rules pay, for a day that the pack does not answer for.
    pub counted: bool,
}

/// What a way costs, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Prices of the steps' courses, in yuan. Fees of assessments are not known.
    pub price_yuan: u64,
    /// What is paid for the certificates for sure, in fen.
    pub subsidy_min_fen: i64,
    /// The most that is paid, in fen.
    pub subsidy_max_fen: i64,
    /// Whether every step has a course with a price.
    pub complete: bool,
    /// Whether a price is that of a course made up for demonstration.
    pub sample: bool,
}

impl Cost {
    /// The most that is left to pay, in fen; below zero where the subsidy is more than the price.
    pub fn at_most_fen(&self) -> i64 {
        let price = i64::try_from(self.price_yuan).unwrap_or(i64::MAX);
        price
            .saturating_mul(100)
            .saturating_sub(self.subsidy_min_fen)
    }
}

/// A way to the goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// In their order.
    pub steps: Vec<Planned>,
    /// The first day on which the goal may be sat.
    pub day: Day,
    /// The same, if the full years that are known without a day were nearly one more.
    pub not_before: Day,
    /// What it costs.
    pub cost: Cost,
}

/// A change that brings the goal nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearer {
    /// Its place in the settings' list, which says it in words.
    pub change: usize,
    /// The goal's first day after the change.
    pub day: Day,
    /// How many days sooner that is; `None` where there was no way before.
    pub sooner: Option<i64>,
}

/// What [`plan`] finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Whether there is a way.
    pub verdict: Verdict,
    /// Ways of which none is at least as quick, as short and as cheap as another; the quickest
    /// first.
    pub ways: Vec<Way>,
    /// The quickest.
    pub by_time: Option<usize>,
    /// The one that leaves the least to pay for sure, of those whose prices are all known.
    pub by_cost: Option<usize>,
    /// Changes that bring the goal nearer, those that do so most first.
    pub what_if: Vec<Nearer>,
    /// Unanswered questions that the conditions of the way may depend on, by slot.
    pub missing: Vec<Slot>,
    /// What is taken for granted.
    pub assumptions: Vec<Assumption>,
}

/// Finds the ways to a level.
///
/// # Errors
/// Settings that don't belong to the pack, or a pack that can't be run.
pub fn plan(pack: &Pack, settings: &Settings, input: &Input<'_>) -> Result<Plan, Trouble> {
    let names = Names::find(settings, pack)?;
    let mut found = Plan {
        verdict: Verdict::Found,
        ways: Vec::new(),
        by_time: None,
        by_cost: None,
        what_if: Vec::new(),
        missing: Vec::new(),
        assumptions: Vec::new(),
    };
    let held = names.held_level(answer(&input.person.answers, names.held));
    let levels = match (input.offered, held) {
        (_, Some(held)) if held != 0 && held <= input.goal => Err(Verdict::Held),
        (None, _) => Err(Verdict::NoStandard),
        (Some(offered), _) if !offered.has(input.goal) => Err(Verdict::NotOffered),
        (Some(offered), held) => Ok(through(offered, held.unwrap_or(0), input.goal)),
    };
    let levels = match levels {
        Ok(levels) => levels,
        Err(verdict) => {
            found.verdict = verdict;
            return Ok(found);
        }
    };
    let program = subset(&pack.program, &[names.levels]);
    let search = |person: &Person, early: bool| -> Result<Vec<Vec<Step>>, Trouble> {
        let mut engine = Engine::new(&program, &names, person, early)?;
        Ok(ways(&mut engine, start(person), &levels, input.goal))
    };
    let late = search(&input.person, false)?;
    let early = search(&input.person, true)?;
    let grants = subset(&pack.program, &names.grants);
    let mut grants = Grants::new(&grants, &names)?;
    for steps in late {
        let same = early.iter().find(|other| orders(other).eq(orders(&steps)));
        let day = last_day(&steps).unwrap_or(input.person.date);
        let not_before = same.and_then(|steps| last_day(steps)).unwrap_or(day);
        let steps = cost::planned(pack, input, &mut grants, steps);
        let cost = cost::total(&steps);
        found.ways.push(Way {
            steps,
            day,
            not_before,
            cost,
        });
    }
    choose(&mut found);
    let best = found.ways.first().map(|way| way.day);
    if best != Some(input.person.date) {
        found.what_if = what_if::nearer(&names, &input.person, best, &mut |person| {
            let ways = search(person, false)?;
            Ok(ways.iter().filter_map(|steps| last_day(steps)).min())
        })?;
    }
    let mut engine = Engine::new(&program, &names, &input.person, false)?;
    found.missing = engine.missing(&levels, |route| reads(pack, names.levels, route));
    found.assumptions = assumptions(pack, &names, input, &found);
    Ok(found)
}

/// The levels above what is held, up to the goal, lowest first.
fn through(offered: Levels, held: Level, goal: Level) -> Vec<Level> {
    let levels = offered.from_lowest();
    let levels = levels.filter(|level| *level >= goal && (held == 0 || *level < held));
    levels.collect()
}

fn start(person: &Person) -> State {
    State {
        day: person.date,
        obtained: None,
    }
}

fn orders(steps: &[Step]) -> impl Iterator<Item = Level> + '_ {
    steps.iter().map(|step| step.level)
}

fn last_day(steps: &[Step]) -> Option<Day> {
    steps.last().map(|step| step.day)
}

/// The questions that a condition reads.
fn reads(pack: &Pack, programme: usize, route: Route) -> Vec<Slot> {
    let texts = pack.programmes.get(programme);
    let version = texts.and_then(|it| it.versions.get(usize::from(route.version)));
    let facts = version.and_then(|it| it.route_facts.get(usize::from(route.index)));
    facts.cloned().unwrap_or_default()
}

/// Keeps the ways that are worth showing, the quickest first, and names the best.
fn choose(plan: &mut Plan) {
    let key = |way: &Way| (way.day, way.steps.len(), way.cost.at_most_fen());
    sort_few(&mut plan.ways, |a, b| key(a) < key(b));
    let mut kept: Vec<Way> = Vec::new();
    for way in plan.ways.drain(..) {
        // Those before it are at least as quick.
        let beaten = kept.iter().any(|other| {
            let known = other.cost.complete || !way.cost.complete;
            let cheaper = other.cost.at_most_fen() <= way.cost.at_most_fen();
            other.steps.len() <= way.steps.len() && known && (cheaper || !way.cost.complete)
        });
        if !beaten {
            kept.push(way);
        }
    }
    plan.ways = kept;
    let ways = || plan.ways.iter().enumerate();
    let priced = ways().filter(|(_, way)| way.cost.complete);
    plan.by_time = ways().map(|(at, _)| at).next();
    plan.by_cost = priced
        .min_by_key(|(at, way)| (way.cost.at_most_fen(), *at))
        .map(|(at, _)| at);
    if plan.ways.is_empty() {
        plan.verdict = Verdict::NoWay;
    }
}

fn assumptions(pack: &Pack, names: &Names, input: &Input<'_>, plan: &Plan) -> Vec<Assumption> {
    let mut all = Vec::new();
    let person = &input.person;
    let steps = || plan.ways.iter().flat_map(|way| &way.steps);
    let last = steps().map(|planned| planned.step.day).max();
    let Some(last) = last else { return all };
    let works = answer(&person.answers, names.working.0) == Some(names.working.1);
    if let Some(from) = person.works_from
        && (person.date < last || !works)
    {
        all.push(Assumption::WorksFrom(from));
    }
    all.push(Assumption::SatAtOnce);
    if plan.ways.iter().any(|way| way.not_before < way.day) {
        all.push(Assumption::FullYears);
    }
    if pack.valid_until < last {
        all.push(Assumption::RulesStay(pack.valid_until));
    }
    all
}

/// Conditions alone, for those who want the days of one state: the engine's answer.
///
/// # Errors
/// As [`plan`].
pub fn open_from(
    pack: &Pack,
    settings: &Settings,
    person: &Person,
    level: Level,
) -> Result<Vec<(Route, Day)>, Trouble> {
    let names = Names::find(settings, pack)?;
    let program = subset(&pack.program, &[names.levels]);
    let mut engine = Engine::new(&program, &names, person, false)?;
    Ok(engine.earliest(&start(person), level))
}
