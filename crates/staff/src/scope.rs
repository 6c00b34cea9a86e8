//! Which programmes are computed, and what decides them.

use crate::list::List;
use crate::view::{Settings, Why};
use pack::Pack;
use pack::model::Audience;
use rules::date::Day;
use rules::eval::{Answers, Evaluator, FactSet};
use rules::program::{Domain, Program, Programme, Version};
use rules::validate::Invalid;

/// The programmes that a list can be computed for: those for people who work or learn, with a
/// rule in force on the day. A firm's own programmes concern nobody in particular.
pub fn offered(pack: &Pack, day: Day) -> impl Iterator<Item = u16> {
    let all = (0u16..).zip(pack.program.programmes.iter().zip(&pack.programmes));
    all.filter(move |(_, (code, text))| {
        let mut audience = text.audience.iter();
        audience.any(|it| matches!(it, Audience::Worker | Audience::Student))
            && version_on(code, day).is_some()
    })
    .map(|(at, _)| at)
}

/// The version in force on a day, by its place.
pub(crate) fn version_on(programme: &Programme, day: Day) -> Option<(u16, &Version)> {
    let in_force = |version: &Version| {
        version.from.is_none_or(|from| from <= day)
            && version.until.is_none_or(|until| day <= until)
    };
    (0u16..)
        .zip(&programme.versions)
        .find(|(_, version)| in_force(version))
}

/// What is computed for a list.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The day of application.
    pub day: Day,
    /// The pack's rules with only the chosen programmes in force.
    pub program: Program,
    /// The chosen programmes by their places, each with that of its version.
    pub programmes: Vec<(u16, u16)>,
    /// What each of them depends on.
    pub reads: Vec<FactSet>,
    /// Programmes that are not computed, and why.
    pub left_out: Vec<(u16, Why)>,
}

impl Scope {
    /// For a list: of the programmes that were asked for those that have a rule, and about which
    /// somebody in the list has an answer.
    ///
    /// # Errors
    /// The pack's rules are not sound.
    pub fn new(pack: &Pack, settings: &Settings, list: &List) -> Result<Scope, Invalid> {
        let day = settings.day;
        let reads = reads(pack, day)?;
        let answered: FactSet = list.answered.iter().copied().collect();
        let mut scope = Scope {
            day,
            program: Program::default(),
            programmes: Vec::new(),
            reads: Vec::new(),
            left_out: Vec::new(),
        };
        let offered: Vec<u16> = offered(pack, day).collect();
        let mut asked = FactSet::EMPTY;
        for at in &settings.programmes {
            let code = pack.program.programmes.get(usize::from(*at));
            let Some((version, _)) = code.and_then(|code| version_on(code, day)) else {
                scope.left_out.push((*at, Why::NoRule));
                continue;
            };
            let facts = reads.get(usize::from(*at)).copied().unwrap_or_default();
            asked = asked.union(facts);
            match facts.meets(answered) {
                true => {
                    scope.programmes.push((*at, version));
                    scope.reads.push(facts);
                }
                false => scope.left_out.push((*at, Why::NoColumn)),
            }
        }
        for at in offered {
            let facts = reads.get(usize::from(at)).copied().unwrap_or_default();
            if !settings.programmes.contains(&at) && facts.without(asked).meets(answered) {
                scope.left_out.push((at, Why::NotAsked));
            }
        }
        let chosen = |at: u16| scope.programmes.iter().any(|(it, _)| *it == at);
        scope.program = pack.program.only(chosen);
        Ok(scope)
    }

    /// Answers of which everything is known that decides nothing here: what is then still open
    /// is open for a reason, and who has answered all of it is computed the quick way.
    pub fn blank(&self) -> Answers {
        let all = self
            .reads
            .iter()
            .copied()
            .fold(FactSet::EMPTY, FactSet::union);
        let values = (0..).zip(&self.program.facts).map(|(slot, fact)| {
            let any = match fact.domain {
                Domain::Bool | Domain::Options(_) => 0,
                Domain::Number { min, .. } | Domain::Date { min, .. } => min,
            };
            (!all.contains(slot)).then_some(any)
        });
        Answers {
            values: values.collect(),
        }
    }
}

/// By programme, the facts that can change its result on a day: those that do when nothing is
/// known, and those of its conditions.
fn reads(pack: &Pack, day: Day) -> Result<Vec<FactSet>, Invalid> {
    let nothing = Answers::none(&pack.program);
    let evaluation = Evaluator::new(&pack.program)?.evaluate(day, &nothing);
    let all = evaluation.outcomes.iter().zip(&pack.programmes);
    Ok(all
        .map(|(outcome, text)| {
            let version = outcome.version.and_then(|at| text.versions.get(at));
            let facts = version
                .into_iter()
                .flat_map(|version| version.condition_facts.iter().chain(&version.route_facts));
            facts
                .flatten()
                .copied()
                .collect::<FactSet>()
                .union(outcome.missing)
        })
        .collect())
}

/// The facts that can change the result of any of some programmes on a day.
pub(crate) fn reads_of(pack: &Pack, day: Day, programmes: &[u16]) -> FactSet {
    let reads = reads(pack, day).unwrap_or_default();
    let own = programmes
        .iter()
        .filter_map(|at| reads.get(usize::from(*at)));
    own.copied().fold(FactSet::EMPTY, FactSet::union)
}
