//! Conditions that can never hold, or always do.
//!
//! First over all worlds at once, as the evaluator does with nothing answered: what
//! it says then is proved. It may be too cautious (it does not see that `x < 2` and
//! `x > 3` contradict each other), so single worlds are tried until the condition
//! has been seen both true and false: all worlds where they are few enough (a proof
//! again), else those at the bounds of everything that the rule compares with (a warning).

use super::fault::Faults;
use super::raw::{RawCondition, RawProgramme, RawVersion};
use crate::model::{Pack, VersionText};
use rules::date::{Day, add_months};
use rules::eval::{Answers, Evaluator, Truth};
use rules::program::{Domain, Op, Program};

/// The most worlds that are tried for one condition on one day.
const WORLDS: usize = 4096;

/// Reports conditions and routes whose truth no answer changes.
pub(crate) fn conditions(pack: &Pack, raw: &[RawProgramme], faults: &mut Faults) {
    for (index, programme) in raw.iter().enumerate() {
        let texts = pack.programmes.get(index).map(|texts| &texts.versions);
        for (number, (version, texts)) in programme
            .versions
            .iter()
            .zip(texts.into_iter().flatten())
            .enumerate()
        {
            if let Some(probe) = probe(&pack.program, index, number) {
                check_version(pack, &probe, version, texts, faults);
            }
        }
    }
}

/// The program with one version of one programme only.
fn probe(program: &Program, programme: usize, version: usize) -> Option<Program> {
    let mut only = program.programmes.get(programme)?.clone();
    let version = only.versions.get(version)?.clone();
    let (start, end) = version.ops;
    only.versions = vec![version];
    let mut probe = program.clone();
    for (place, op) in probe.ops.iter_mut().enumerate() {
        if place >= usize::from(program.shared)
            && !(usize::from(start)..usize::from(end)).contains(&place)
        {
            *op = Op::Number(0);
        }
    }
    probe.programmes = vec![only];
    probe.exclusions.clear();
    probe.caps.clear();
    Some(probe)
}

/// What is known of a condition's truth.
enum Seen {
    Both,
    Only { truth: bool, proved: bool },
}

fn check_version(
    pack: &Pack,
    probe: &Program,
    version: &RawVersion,
    texts: &VersionText,
    faults: &mut Faults,
) {
    let Ok(mut evaluator) = Evaluator::new(probe) else {
        return;
    };
    let first = version
        .from
        .unwrap_or_else(|| pack.as_of.min(version.until.unwrap_or(pack.as_of)));
    let last = version.until.unwrap_or_else(|| pack.valid_until.max(first));
    let days = [first, first + (last - first) / 2, last];
    let rules = [
        (&version.conditions, &texts.condition_facts, false),
        (&version.routes, &texts.route_facts, true),
    ];
    for (conditions, facts, routes) in rules {
        for (place, (condition, facts)) in conditions.iter().zip(facts).enumerate() {
            let mut truth = |day: Day, answers: &Answers| {
                let mut evaluation = evaluator.evaluate(day, answers);
                let outcome = evaluation.outcomes.pop()?;
                let list = if routes {
                    outcome.routes
                } else {
                    outcome.conditions
                };
                list.get(place).copied()
            };
            if let Seen::Only { truth, proved } = look(probe, &days, facts, &mut truth) {
                report(condition, truth, proved, faults);
            }
        }
    }
}

fn look(
    probe: &Program,
    days: &[Day],
    facts: &[u16],
    truth: &mut dyn FnMut(Day, &Answers) -> Option<Truth>,
) -> Seen {
    let unknown = Answers {
        values: vec![None; probe.facts.len()],
    };
    let truths: Vec<_> = days.iter().map(|day| truth(*day, &unknown)).collect();
    for (all, holds) in [(Truth::Yes, true), (Truth::No, false)] {
        if truths.iter().all(|truth| *truth == Some(all)) {
            return Seen::Only {
                truth: holds,
                proved: true,
            };
        }
    }
    let mut seen = [
        truths.contains(&Some(Truth::No)),
        truths.contains(&Some(Truth::Yes)),
    ];
    let mut proved = true;
    for day in days {
        // Every value where the worlds are few enough, else those at the bounds.
        let every = |all: bool| {
            facts
                .iter()
                .map(|slot| candidates(probe, *slot, *day, all))
                .collect()
        };
        let count = |values: &[(Vec<i64>, bool)]| {
            let sizes = values.iter().map(|(values, _)| values.len());
            sizes.fold(1usize, usize::saturating_mul)
        };
        let mut values: Vec<(Vec<i64>, bool)> = every(true);
        if count(&values) > WORLDS {
            values = every(false);
        }
        let worlds = count(&values);
        proved &= worlds <= WORLDS && values.iter().all(|(_, whole)| *whole);
        for world in 0..worlds.min(WORLDS) {
            // Beyond the limit: a stride coprime to most sizes visits worlds far apart.
            let mut rest = if worlds <= WORLDS {
                world
            } else {
                world.wrapping_mul(0x9e37_79b1)
            };
            let mut answers = unknown.clone();
            for (slot, (values, _)) in facts.iter().zip(&values) {
                let value = values.get(rest % values.len().max(1)).copied();
                rest /= values.len().max(1);
                if let Some(place) = answers.values.get_mut(usize::from(*slot)) {
                    *place = value;
                }
            }
            match truth(*day, &answers) {
                Some(Truth::Yes) => seen = [seen[0], true],
                Some(Truth::No) => seen = [true, seen[1]],
                _ => {}
            }
            if seen == [true, true] {
                return Seen::Both;
            }
        }
    }
    Seen::Only {
        truth: seen[1],
        proved,
    }
}

/// Values of a fact worth trying (`all`: every one, where they are not too many), and
/// whether they are all that there are.
fn candidates(probe: &Program, slot: u16, day: Day, all: bool) -> (Vec<i64>, bool) {
    let Some(fact) = probe.facts.get(usize::from(slot)) else {
        return (vec![0], false);
    };
    let (min, max, dates) = match fact.domain {
        Domain::Bool => return (vec![0, 1], true),
        Domain::Options(n) => return ((0..i64::from(n)).collect(), true),
        Domain::Number { min, max, .. } => (min, max, false),
        Domain::Date { min, max } => (min, max, true),
    };
    if max.saturating_sub(min) < if all { 1024 } else { 16 } {
        return ((min..=max).collect(), true);
    }
    let mut values = vec![min, max];
    let mut around = |value: i64| values.extend([value - 1, value, value + 1]);
    for op in &probe.ops {
        match op {
            Op::Number(value) if *value != 0 => {
                around(*value);
                if dates && (1..=240).contains(value) {
                    around(add_months(day, -value));
                }
            }
            _ => {}
        }
    }
    if dates {
        around(day);
    }
    values.retain(|value| (min..=max).contains(value));
    values.sort_unstable();
    values.dedup();
    (values, false)
}

fn report(condition: &RawCondition, truth: bool, proved: bool, faults: &mut Faults) {
    let id = &condition.id.value;
    let at = &condition.expression.at;
    let (code, what) = match truth {
        true => ("always", "always holds"),
        false => ("never", "can never hold"),
    };
    let help = "compare it with the bounds and options of its questions in questions.toml";
    if proved {
        faults
            .error(code, at, format!("`{id}` {what}, whatever is answered"))
            .help(help);
    } else {
        let message = format!("`{id}` {what}, as far as tried with answers at every bound");
        faults.warning(code, at, message).help(help);
    }
}
