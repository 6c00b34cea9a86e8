//! The search against every choice of days.

use catalogue::pathways::search::{Conditions, Level, Route, State, ways};
use proptest::prelude::*;
use rules::date::Day;
use std::collections::BTreeSet;

/// The days that brute force looks at; a condition asks for fewer.
const DAYS: Day = 48;

/// A condition of the kinds that the real ones have.
#[derive(Clone, Copy, Debug)]
struct Condition {
    level: Level,
    /// The certificates of which the highest held must be one; bit 0: none, bit n: level n.
    held: u8,
    /// Days since that certificate.
    since: Day,
    /// Days since the start, whatever is held.
    at: Day,
}

impl Condition {
    fn holds(&self, day: Day, held: Level, since: Day) -> bool {
        let counted = held == 0 || day - since >= self.since;
        self.held >> held & 1 == 1 && counted && day >= self.at
    }
}

/// What the person has at the start, and all conditions.
#[derive(Clone, Debug)]
struct World {
    held: Level,
    /// Not after day 0.
    since: Day,
    conditions: Vec<Condition>,
}

impl Conditions for World {
    fn earliest(&mut self, state: &State, level: Level) -> Vec<(Route, Day)> {
        let (held, since) = state.obtained.unwrap_or((self.held, self.since));
        let routes = (0u16..).zip(&self.conditions);
        routes
            .filter(|(_, condition)| condition.level == level)
            .filter_map(|(index, condition)| {
                let day = (state.day..DAYS).find(|day| condition.holds(*day, held, since))?;
                Some((Route { version: 0, index }, day))
            })
            .collect()
    }
}

/// The levels above what is held and not above the goal, lowest first.
fn through(held: Level, goal: Level) -> Vec<Level> {
    (goal..=5)
        .rev()
        .filter(|level| held == 0 || *level < held)
        .collect()
}

/// Every certificate that can be held on any day: by each day, all pairs of level and day of
/// issue, whoever waits as long as they like.
fn reachable(world: &World, offered: u8) -> Vec<(Day, Level, Day)> {
    let mut held = BTreeSet::from([(world.held, world.since)]);
    let mut obtained = Vec::new();
    for day in 0..DAYS {
        // Several on one day: go on until nothing is new.
        loop {
            let mut new = Vec::new();
            for &(now, since) in &held {
                for level in 1..=5u8 {
                    let better = now == 0 || level < now;
                    let open = world
                        .conditions
                        .iter()
                        .any(|it| it.level == level && it.holds(day, now, since));
                    if better && open && offered >> level & 1 == 1 && !held.contains(&(level, day))
                    {
                        new.push((level, day));
                    }
                }
            }
            if new.is_empty() {
                break;
            }
            for (level, day) in new {
                if held.insert((level, day)) {
                    obtained.push((day, level, day));
                }
            }
        }
    }
    obtained
}

/// The least that the goal costs: by state the least cost so far, over all days.
fn cheapest(world: &World, offered: u8, goal: Level, cost: &[i64; 6]) -> Option<i64> {
    let mut least = vec![((world.held, world.since), 0i64)];
    for day in 0..DAYS {
        let mut place = 0;
        while let Some(&((now, since), spent)) = least.get(place) {
            place += 1;
            for level in 1..=5u8 {
                let better = now == 0 || level < now;
                let open = world
                    .conditions
                    .iter()
                    .any(|it| it.level == level && it.holds(day, now, since));
                if !better || !open || offered >> level & 1 == 0 {
                    continue;
                }
                let sum = spent + cost[usize::from(level)];
                match least.iter().position(|(state, _)| *state == (level, day)) {
                    Some(at) if least[at].1 <= sum => {}
                    Some(at) => {
                        least[at].1 = sum;
                        place = place.min(at);
                    }
                    None => least.push(((level, day), sum)),
                }
            }
        }
    }
    let goals = least.iter().filter(|((level, _), _)| *level == goal);
    goals.map(|(_, cost)| *cost).min()
}

fn condition() -> impl Strategy<Value = Condition> {
    let held = prop_oneof![3 => (0u8..6).prop_map(|bit| 1 << bit), 1 => Just(0b11_1111u8), 1 => any::<u8>()];
    (1u8..6, held, 0i64..12, 0i64..20).prop_map(|(level, held, since, at)| Condition {
        level,
        held,
        since,
        at,
    })
}

fn world() -> impl Strategy<Value = World> {
    let conditions = prop::collection::vec(condition(), 1..14);
    (0u8..6, -15i64..=0, conditions).prop_map(|(held, since, conditions)| World {
        held,
        since,
        conditions,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_choice_of_days_is_quicker(world in world(), offered in 0u8..64, goal in 1u8..6) {
        prop_assume!(world.held == 0 || goal < world.held);
        let offered = offered | 1 << goal;
        let levels: Vec<Level> = through(world.held, goal)
            .into_iter()
            .filter(|level| offered >> level & 1 == 1)
            .collect();
        let start = State { day: 0, obtained: None };
        let found = ways(&mut world.clone(), start, &levels, goal);
        let quickest = found.iter().filter_map(|steps| Some(steps.last()?.day)).min();
        let reached = reachable(&world, offered);
        let first = reached.iter().filter(|(_, level, _)| *level == goal).map(|(day, ..)| *day).min();
        prop_assert_eq!(quickest, first);
    }

    #[test]
    fn no_choice_of_days_is_cheaper(
        world in world(),
        offered in 0u8..64,
        goal in 1u8..6,
        cost in prop::array::uniform6(-3i64..10),
    ) {
        prop_assume!(world.held == 0 || goal < world.held);
        let offered = offered | 1 << goal;
        let start = State { day: 0, obtained: None };
        let levels: Vec<Level> = through(world.held, goal)
            .into_iter()
            .filter(|level| offered >> level & 1 == 1)
            .collect();
        let found = ways(&mut world.clone(), start, &levels, goal);
        let sum = |steps: &Vec<catalogue::pathways::search::Step>| -> i64 {
            steps.iter().map(|step| cost[usize::from(step.level)]).sum()
        };
        prop_assert_eq!(found.iter().map(sum).min(), cheapest(&world, offered, goal, &cost));
    }

    #[test]
    fn every_step_can_be_taken(world in world(), goal in 1u8..6) {
        prop_assume!(world.held == 0 || goal < world.held);
        let start = State { day: 0, obtained: None };
        let found = ways(&mut world.clone(), start, &through(world.held, goal), goal);
        let mut orders = BTreeSet::new();
        for steps in &found {
            let (mut held, mut since, mut day) = (world.held, world.since, 0);
            for step in steps {
                prop_assert!(step.day >= day && (held == 0 || step.level < held));
                prop_assert!(step.met().next().is_some());
                for route in step.met() {
                    let condition = world.conditions[usize::from(route.index)];
                    prop_assert_eq!(condition.level, step.level);
                    prop_assert!(condition.holds(step.day, held, since));
                }
                (held, since, day) = (step.level, step.day, step.day);
            }
            prop_assert_eq!(held, goal);
            let order: Vec<Level> = steps.iter().map(|step| step.level).collect();
            prop_assert!(orders.insert(order), "an order comes once");
        }
    }
}
