//! The levels of 我能考几级: which are open, and the ways to those that are not.

use super::words;
use crate::format;
use crate::state::case::Case;
use crate::texts::levels as t;
use pack::model::Clause;
use rules::eval::{Answers, ChangeTo, Hint, Outcome, Status, Truth};
use rules::order::sort_few;
use rules::program::{Change, Slot, Version};
use std::sync::Arc;

/// The facts that getting a certificate changes.
const HELD: &str = "held_level";
const YEARS_SINCE: [&str; 2] = ["years_since_certificate", "years_since_certificate_issued"];
/// How long studies take is not for us to say.
const STUDIES: &str = "graduation";

/// The levels that are sat under conditions, lowest first.
pub const LEVELS: [u8; 5] = [5, 4, 3, 2, 1];

/// The programme of the levels with its result.
#[derive(Clone)]
pub struct Levels {
    /// The situation, seen through all programmes.
    pub case: Case,
    /// Its place in the pack.
    pub index: usize,
    /// The version of the day.
    pub code: &'static Version,
    /// Its texts.
    pub text: &'static pack::model::VersionText,
    /// The result.
    pub outcome: Arc<Outcome>,
}

/// A way to a level that is closed.
pub struct Way {
    /// The level to sit first, which is open now.
    pub first: Option<u8>,
    /// The condition that the way meets.
    pub clause: &'static Clause,
    /// What has to change.
    pub changes: Vec<ChangeTo>,
    /// Years until then, as far as they only have to pass.
    pub years: i64,
    /// Whether it leads there only with some answer that is not given yet.
    pub maybe: bool,
    /// Whether something has to be done whose length is not known.
    studies: bool,
}

impl Levels {
    /// Whether a level is open: by any of its conditions.
    pub fn truth(&self, level: u8) -> Truth {
        let routes = self.code.routes.iter().zip(&self.outcome.routes);
        routes
            .filter(|(route, _)| route.level == Some(level))
            .fold(Truth::No, |all, (_, truth)| all.or(*truth))
    }

    /// The highest level that is surely open.
    pub fn best(&self) -> Option<u8> {
        LEVELS
            .into_iter()
            .rev()
            .find(|level| self.truth(*level) == Truth::Yes)
    }

    /// The level of the certificate that the visitor holds: `None` not told, `Some(None)` none.
    pub fn held(&self) -> Option<Option<u8>> {
        let slot = pack::slot_of(self.case.pack, HELD)?;
        let option = usize::try_from(self.case.answer(slot)?).ok()?;
        let question = self.case.pack.questions.get(usize::from(slot))?;
        let id = &question.options.get(option)?.id;
        Some(
            id.strip_prefix("level_")
                .and_then(|level| level.parse().ok()),
        )
    }

    /// The highest open level, if the visitor does not hold it or a higher one.
    pub fn gain(&self) -> Option<u8> {
        let held = self.held().flatten();
        self.best()
            .filter(|best| held.is_none_or(|held| *best < held))
    }

    /// The level above both what is held and what is open.
    pub fn next(&self) -> Option<u8> {
        let top = [self.best(), self.held().flatten()]
            .into_iter()
            .flatten()
            .min();
        top.map_or(Some(5), |top| top.checked_sub(1))
            .filter(|level| *level > 0)
    }

    /// The years that still have to pass before the next level, where that is all.
    pub fn years_to_next(&self) -> Option<(u8, i64)> {
        let next = self.next()?;
        let ways = self.ways();
        let (_, ways) = ways.iter().find(|(level, _)| *level == next)?;
        let sure = ways.iter().find(|way| !way.studies && !way.maybe)?;
        Some((next, sure.years)).filter(|(_, years)| *years > 0)
    }

    /// The ways to every closed level, the soonest first.
    pub fn ways(&self) -> Vec<(u8, Vec<Way>)> {
        let hints = self.route_hints(None);
        // What is held is known, and what can be sat is more.
        let after = self.gain().filter(|_| self.held().is_some());
        let afterwards = after.and_then(|best| self.with_certificate(best));
        let later = afterwards
            .as_ref()
            .map(|answers| self.route_hints(Some(answers)));
        let closed = LEVELS
            .into_iter()
            .filter(|level| self.truth(*level) == Truth::No);
        closed
            .map(|level| {
                let now = hints.iter().filter_map(|(route, hints)| {
                    self.way(level, *route, best_of(self, hints), None)
                });
                let mut ways: Vec<Way> = now.collect();
                if let (Some(first), Some(later)) = (after, &later)
                    && level + 1 == first
                {
                    let then = later.iter().filter_map(|(route, hints)| {
                        let reads = self.text.route_facts.get(*route)?;
                        let held = pack::slot_of(self.case.pack, HELD)?;
                        let way = self.way(level, *route, best_of(self, hints), Some(first));
                        way.filter(|_| reads.contains(&held))
                    });
                    ways.extend(then);
                    ways.extend(self.opened_by(level, first, afterwards.as_ref()));
                }
                let rank = |way: &Way| {
                    let first = way.first.is_some();
                    (way.studies, way.maybe, way.years, first, way.changes.len())
                };
                sort_few(&mut ways, |a, b| rank(a) < rank(b));
                (level, ways)
            })
            .collect()
    }

    /// The conditions of `level` that the certificate of `first` meets at once.
    fn opened_by(&self, level: u8, first: u8, answers: Option<&Answers>) -> Vec<Way> {
        let Some(answers) = answers else {
            return Vec::new();
        };
        let evaluation = self.case.ask(|evaluator, day, _| {
            let mut all = evaluator.evaluate(day, answers).outcomes;
            (self.index < all.len()).then(|| all.swap_remove(self.index))
        });
        let routes = evaluation.map_or_else(Vec::new, |outcome| outcome.routes);
        let routes = routes.iter().zip(&self.outcome.routes).enumerate();
        routes
            .filter(|(_, (then, now))| **then == Truth::Yes && **now == Truth::No)
            .filter_map(|(route, _)| {
                let nothing = Some((Vec::new(), false));
                self.way(level, route, nothing, Some(first))
            })
            .collect()
    }

    /// The answers of someone who has just got the certificate of a level.
    fn with_certificate(&self, level: u8) -> Option<Answers> {
        let pack = self.case.pack;
        let mut answers = Answers::clone(&self.case.answers.get());
        let mut set = |id: &str, text: &str| {
            let slot = pack::slot_of(pack, id)?;
            let value = pack::parse_answer(pack, slot, text).ok()?;
            *answers.values.get_mut(usize::from(slot))? = Some(value);
            Some(())
        };
        set(HELD, &format!("level_{level}"))?;
        for id in YEARS_SINCE {
            set(id, "0")?;
        }
        Some(answers)
    }

    fn route_hints(&self, answers: Option<&Answers>) -> Vec<(usize, Vec<Hint>)> {
        self.case.ask(|evaluator, day, now| {
            evaluator.route_hints(day, answers.unwrap_or(now), self.index)
        })
    }

    /// A way through a condition, if it leads to `level` and there is one: what has to change,
    /// and whether other answers count too.
    fn way(
        &self,
        level: u8,
        route: usize,
        found: Option<(Vec<ChangeTo>, bool)>,
        first: Option<u8>,
    ) -> Option<Way> {
        let (changes, maybe) = found?;
        if self.code.routes.get(route)?.level != Some(level) {
            return None;
        }
        let (years, studies) = self.time(&changes);
        Some(Way {
            first,
            clause: self.text.routes.get(route)?,
            changes,
            years,
            maybe,
            studies,
        })
    }

    /// How long changes take: years that pass run side by side.
    fn time(&self, changes: &[ChangeTo]) -> (i64, bool) {
        let waits = changes.iter().filter(|change| self.waits(change.slot));
        let years = waits.map(|change| change.to - change.from).max();
        let studies = changes
            .iter()
            .any(|change| self.case.id(change.slot) == STUDIES);
        (years.unwrap_or(0), studies)
    }

    fn waits(&self, slot: Slot) -> bool {
        let fact = self.case.pack.program.facts.get(usize::from(slot));
        fact.is_some_and(|fact| fact.change == Change::WaitUp)
    }

    /// A way in words.
    pub fn words(&self, way: &Way) -> String {
        let lang = self.case.site.lang();
        let parts: Vec<String> = way
            .changes
            .iter()
            .map(|change| {
                let label = words::label(lang, self.case.pack, change.slot);
                let to = words::answer(lang, self.case.pack, change.slot, change.to);
                match self.waits(change.slot) {
                    true if change.from == 0 => t::way_reach(lang, label, to),
                    true => {
                        let unit = rules::program::Unit::Years;
                        let more = format::figure(lang, change.to - change.from, 0, unit);
                        t::way_wait(lang, label, more, to)
                    }
                    false => t::way_do(lang, label, to),
                }
            })
            .collect();
        let rest = match parts.is_empty() {
            true => t::way_at_once(lang).to_owned(),
            false => parts.join(t::way_join(lang)),
        };
        match way.first {
            Some(first) => t::way_first(lang, t::level(lang, first)) + &rest,
            None => rest,
        }
    }
}

/// The quickest of several sets of changes.
fn best_of(levels: &Levels, hints: &[Hint]) -> Option<(Vec<ChangeTo>, bool)> {
    let maybe = |hint: &Hint| hint.status != Status::Eligible;
    let best = hints.iter().min_by_key(|hint| {
        let (years, studies) = levels.time(&hint.changes);
        (studies, maybe(hint), years, hint.changes.len())
    });
    best.map(|hint| (hint.changes.clone(), maybe(hint)))
}
