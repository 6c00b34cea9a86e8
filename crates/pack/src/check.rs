//! Do a pack's parts fit each other? What a reader checks before it trusts a pack.

use crate::model::{Clause, Pack, Programme};
use rules::date::Day;
use rules::program::{Domain, MAX_FACTS};

/// Days that a pack may name: the years 1900 to 2199.
const DAYS: core::ops::RangeInclusive<Day> = -25_567..=84_005;

/// Checks lengths, indices, ids and dates. Code registers are not looked at.
///
/// # Errors
/// Names the part that does not fit.
pub fn check(pack: &Pack) -> Result<(), &'static str> {
    let program = &pack.program;
    let facts = &program.facts;
    ensure(
        facts.len() <= MAX_FACTS && facts.len() == pack.questions.len(),
        "questions",
    )?;
    ensure(
        program.programmes.len() == pack.programmes.len(),
        "programmes",
    )?;
    ensure(program.caps.len() == pack.caps.len(), "caps")?;
    ensure(
        program.exclusions.len() == pack.exclusions.len(),
        "exclusions",
    )?;
    ensure(
        DAYS.contains(&pack.as_of) && DAYS.contains(&pack.valid_until),
        "dates",
    )?;
    ensure(pack.sources.len() <= usize::from(u16::MAX), "sources")?;

    for (index, (fact, question)) in facts.iter().zip(&pack.questions).enumerate() {
        let options = match fact.domain {
            Domain::Options(n) if n > 0 && n < 64 => usize::from(n),
            Domain::Bool => 0,
            Domain::Number { min, max, scale } if min <= max && scale <= 9 => 0,
            Domain::Date { min, max }
                if min <= max && DAYS.contains(&min) && DAYS.contains(&max) =>
            {
                0
            }
            _ => return Err("a question's values"),
        };
        ensure(question.options.len() == options, "a question's options")?;
        ensure(
            usize::from(question.group) < pack.groups.len(),
            "a question's group",
        )?;
        ensure(
            is_id(&fact.id) && !facts.iter().take(index).any(|f| f.id == fact.id),
            "a question's id",
        )?;
    }

    let ids = program
        .programmes
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.id < b.id));
    ensure(
        ids && program.programmes.iter().all(|p| is_id(&p.id)),
        "the programmes' ids",
    )?;
    for (code, text) in program.programmes.iter().zip(&pack.programmes) {
        programme(pack, code, text)?;
    }
    let known = |list: &Vec<u16>| {
        list.iter()
            .all(|p| usize::from(*p) < program.programmes.len())
            && list.windows(2).all(|pair| matches!(pair, [a, b] if a < b))
    };
    ensure(program.exclusions.iter().all(known), "exclusions")?;
    ensure(
        program.caps.iter().all(|cap| known(&cap.programmes)),
        "caps",
    )?;
    ensure(clauses(pack, &pack.exclusions), "sources")
}

fn programme(
    pack: &Pack,
    code: &rules::program::Programme,
    text: &Programme,
) -> Result<(), &'static str> {
    let slots = |list: &[Vec<u16>]| {
        list.iter()
            .flatten()
            .all(|slot| usize::from(*slot) < pack.questions.len())
    };
    ensure(code.versions.len() == text.versions.len(), "versions")?;
    ensure(
        clauses(pack, &text.channels)
            && clauses(pack, &text.notes)
            && clauses(pack, &text.schedule),
        "sources",
    )?;
    ensure(
        text.amounts
            .iter()
            .all(|row| known_source(pack, row.source)),
        "sources",
    )?;
    for paper in &text.papers {
        ensure(known_source(pack, paper.clause.source), "sources")?;
        for (slot, mask) in &paper.only_for {
            let all = match pack
                .program
                .facts
                .get(usize::from(*slot))
                .map(|fact| &fact.domain)
            {
                Some(Domain::Options(n)) => (1 << *n) - 1,
                Some(Domain::Bool) => 3,
                _ => return Err("papers"),
            };
            ensure(*mask != 0 && mask & !all == 0, "papers")?;
        }
    }
    for (code, text) in code.versions.iter().zip(&text.versions) {
        let parallel = code.conditions.len() == text.conditions.len()
            && code.conditions.len() == text.condition_facts.len()
            && code.routes.len() == text.routes.len()
            && code.routes.len() == text.route_facts.len()
            && code.steps.len() == text.steps.len()
            && code.amount.is_some() == text.amount.is_some();
        ensure(parallel, "a version's texts")?;
        ensure(
            slots(&text.condition_facts) && slots(&text.route_facts),
            "a version's questions",
        )?;
        let sources = known_source(pack, text.source)
            && clauses(pack, &text.conditions)
            && clauses(pack, &text.routes)
            && clauses(pack, &text.steps)
            && text
                .amount
                .iter()
                .all(|clause| known_source(pack, clause.source));
        ensure(sources, "sources")?;
        let window = code.window.is_none_or(|window| {
            let fact = pack.program.facts.get(usize::from(window.event));
            matches!(fact.map(|fact| &fact.domain), Some(Domain::Date { .. }))
        });
        ensure(window, "a version's window")?;
    }
    Ok(())
}

fn clauses(pack: &Pack, clauses: &[Clause]) -> bool {
    clauses
        .iter()
        .all(|clause| known_source(pack, clause.source))
}

fn known_source(pack: &Pack, source: u16) -> bool {
    usize::from(source) < pack.sources.len()
}

fn ensure(holds: bool, part: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(part) }
}

/// Is it an id: ASCII lower case letters, digits and `_`, a letter first?
pub(crate) fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
