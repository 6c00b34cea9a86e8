//! Proves that a compact form can be run for any answers: hostile forms give an error.
//!
//! What [`validate`] lets pass cannot make the evaluator panic, overflow, divide by zero
//! or run without bound.

mod groups;
mod invalid;
mod operations;

pub use invalid::Invalid;

use crate::date::{FIRST_DAY, LAST_DAY};
use crate::program::{
    Condition, Domain, Figure, Kind, MAX_FACTS, Program, Programme, Reg, Unit, Version,
};
use operations::Registers;
use std::collections::BTreeSet;

/// The most programmes.
pub const MAX_PROGRAMMES: usize = 256;
/// The most versions of all programmes together.
pub const MAX_VERSIONS: usize = 4096;
/// The most operations (a register's number has 16 bits).
pub const MAX_OPS: usize = 1 << 16;
/// The most conditions of a version, and the most routes.
pub const MAX_CONDITIONS: usize = 64;
/// The most steps of a version.
pub const MAX_STEPS: usize = 256;
/// The most entries of all tables together.
pub const MAX_TABLE_ENTRIES: usize = 1 << 18;
/// The most operations that all versions reach, shared ones counted for each that reaches them.
pub const MAX_REACHED: usize = 1 << 21;
/// The most exclusions, and the most caps.
pub const MAX_GROUPS: usize = 256;
/// The most grants that exclusions and caps join to one choice, unless one exclusion holds them all.
pub const MAX_JOINED: usize = 24;
/// The most decimal places of a figure.
pub const MAX_SCALE: u8 = 12;
/// The largest grant, in fen: ten trillion yuan.
pub const MAX_FEN: i64 = 1_000_000_000_000_000;

/// Checks everything about a program that running it relies on.
///
/// # Errors
///
/// The first thing found to be wrong.
pub fn validate(program: &Program) -> Result<(), Invalid> {
    sets_of(program).map(|_| ())
}

/// Validates, and says of each register whether it holds a set.
pub(crate) fn sets_of(program: &Program) -> Result<Vec<bool>, Invalid> {
    let versions = program
        .programmes
        .iter()
        .map(|programme| programme.versions.len())
        .sum();
    at_most("facts", program.facts.len(), MAX_FACTS)?;
    at_most("operations", program.ops.len(), MAX_OPS)?;
    at_most("programmes", program.programmes.len(), MAX_PROGRAMMES)?;
    at_most("versions", versions, MAX_VERSIONS)?;
    facts(program)?;
    let registers = operations::check(program, &readable(program)?)?;
    for programme in &program.programmes {
        versions_of(program, programme, &registers)?;
    }
    groups::check(program)?;
    Ok(registers.sets())
}

fn at_most(what: &'static str, count: usize, limit: usize) -> Result<(), Invalid> {
    match count <= limit {
        true => Ok(()),
        false => Err(Invalid::TooMany { what, count, limit }),
    }
}

/// No id stands twice.
fn unique<'a>(what: &'static str, ids: impl Iterator<Item = &'a String>) -> Result<(), Invalid> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(Invalid::Ids {
                what,
                id: id.clone(),
            });
        }
    }
    Ok(())
}

fn facts(program: &Program) -> Result<(), Invalid> {
    unique("facts", program.facts.iter().map(|fact| &fact.id))?;
    for (fact, slot) in program.facts.iter().zip(0..) {
        let good = match fact.domain {
            Domain::Bool => true,
            Domain::Options(options) => (1..=63).contains(&options),
            Domain::Number { min, max, scale } => {
                i64::MIN < min && min <= max && scale <= MAX_SCALE
            }
            Domain::Date { min, max } => FIRST_DAY <= min && min <= max && max <= LAST_DAY,
        };
        if !good {
            return Err(Invalid::FactDomain { slot });
        }
    }
    Ok(())
}

/// Which registers each operation may read besides the shared ones: from here up to itself.
///
/// Each operation is shared or belongs to at most one version.
fn readable(program: &Program) -> Result<Vec<u16>, Invalid> {
    let mut readable = vec![None; program.ops.len()];
    readable
        .iter_mut()
        .take(usize::from(program.shared))
        .for_each(|start| *start = Some(0));
    for programme in &program.programmes {
        for version in &programme.versions {
            let (start, end) = version.ops;
            let own = readable.get_mut(usize::from(start)..usize::from(end));
            let free = own.filter(|own| start >= program.shared && own.iter().all(Option::is_none));
            let Some(free) = free else {
                let (programme, version) = (programme.id.clone(), version.id.clone());
                return Err(Invalid::Operations { programme, version });
            };
            free.fill(Some(start));
        }
    }
    if usize::from(program.shared) > program.ops.len() {
        return Err(Invalid::TooMany {
            what: "shared operations",
            count: usize::from(program.shared),
            limit: program.ops.len(),
        });
    }
    // An operation of nobody's is not run; it may read shared registers.
    Ok(readable
        .into_iter()
        .map(|start| start.unwrap_or(u16::MAX))
        .collect())
}

fn versions_of(
    program: &Program,
    programme: &Programme,
    registers: &Registers,
) -> Result<(), Invalid> {
    unique(
        "versions",
        programme.versions.iter().map(|version| &version.id),
    )?;
    let named = |version: &Version| (programme.id.clone(), version.id.clone());
    let mut ended = None;
    for (place, version) in programme.versions.iter().enumerate() {
        let from = version.from.unwrap_or(i64::MIN);
        let until = version.until.unwrap_or(i64::MAX);
        if from > until || (place > 0 && ended.is_none_or(|ended| from <= ended)) {
            let (programme, version) = named(version);
            return Err(Invalid::Period { programme, version });
        }
        ended = version.until;
        if place + 1 < programme.versions.len() && ended.is_none() {
            let (programme, version) = named(version);
            return Err(Invalid::Period { programme, version });
        }
        version_of(program, programme, version, registers)?;
    }
    Ok(())
}

fn version_of(
    program: &Program,
    programme: &Programme,
    version: &Version,
    registers: &Registers,
) -> Result<(), Invalid> {
    at_most(
        "conditions of a version",
        version.conditions.len(),
        MAX_CONDITIONS,
    )?;
    at_most("routes of a version", version.routes.len(), MAX_CONDITIONS)?;
    at_most("steps of a version", version.steps.len(), MAX_STEPS)?;
    unique(
        "conditions",
        version.conditions.iter().map(|condition| &condition.id),
    )?;
    unique("routes", version.routes.iter().map(|route| &route.id))?;
    unique("steps", version.steps.iter().map(|step| &step.id))?;
    let (start, end) = version.ops;
    let own = |reg: Reg| reg < program.shared || (start..end).contains(&reg);
    let reading = |what: String| Invalid::Reading {
        programme: programme.id.clone(),
        version: version.id.clone(),
        what,
    };
    let truth = |condition: &Condition| own(condition.reg) && registers.is_truth(condition.reg);
    for condition in version.conditions.iter().chain(&version.routes) {
        if !truth(condition) {
            return Err(reading(format!("condition `{}`", condition.id)));
        }
    }
    for step in &version.steps {
        if !own(step.figure.reg) {
            return Err(reading(format!("step `{}`", step.id)));
        }
    }
    for figure in version.amount.iter().chain(&version.due_now) {
        if !own(figure.reg) || registers.number(figure.reg).is_none() {
            return Err(reading("the amount".to_owned()));
        }
    }
    let scales = version
        .steps
        .iter()
        .map(|step| step.figure)
        .chain(version.amount)
        .chain(version.due_now);
    let grant = version.amount.filter(|_| programme.kind == Kind::Grant);
    if scales.clone().any(|figure| figure.scale > MAX_SCALE)
        || grant.is_some_and(|f| !is_money(f, registers))
    {
        let (programme, version) = (programme.id.clone(), version.id.clone());
        return Err(Invalid::Figure { programme, version });
    }
    let event = version
        .window
        .map(|window| program.facts.get(usize::from(window.event)));
    match event {
        None => Ok(()),
        Some(Some(fact)) if matches!(fact.domain, Domain::Date { .. }) => Ok(()),
        Some(_) => Err(Invalid::Window {
            programme: programme.id.clone(),
            version: version.id.clone(),
        }),
    }
}

/// Whether a grant's amount is money in whole fen, and not absurdly much.
fn is_money(figure: Figure, registers: &Registers) -> bool {
    let Some((low, high)) = registers.number(figure.reg) else {
        return false;
    };
    let to_fen = match figure.scale {
        0 => 100,
        1 => 10,
        2 => 1,
        _ => return false,
    };
    figure.unit == Unit::Yuan && low >= -MAX_FEN / to_fen && high <= MAX_FEN / to_fen
}
