//! Settings whose ids have been found in a pack.

use super::settings::{Answer, Assume, Settings};
use pack::{Pack, parse_answer, slot_of};
use rules::order::sort_few;
use rules::program::Slot;

/// An id of the settings that the pack does not have, or an answer that it does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotInPack {
    /// The id, or `question = answer`.
    pub id: String,
}

impl core::fmt::Display for NotInPack {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "the pack has no `{}`", self.id)
    }
}

impl core::error::Error for NotInPack {}

/// A question and an answer to it.
pub type Fact = (Slot, i64);

/// The settings' ids as places in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Index of the levels programme.
    pub levels: usize,
    /// The highest certificate held.
    pub held: Slot,
    /// By level (index 0: none held): the answer that says it.
    pub held_answers: [i64; 6],
    /// Works in the trade.
    pub working: Fact,
    /// Does not, and is not going to.
    pub not_working: Fact,
    /// Clocks that run while one works.
    pub worked: Vec<Slot>,
    /// Clocks that always run.
    pub calendar: Vec<Slot>,
    /// Clocks that a new certificate sets to 0.
    pub restart: Vec<Slot>,
    /// Questions about the trade.
    pub trade: Vec<Slot>,
    /// What is assumed of a course of another trade; parallel to the settings' list.
    pub other_trade: Vec<Fact>,
    /// Indices of the grants for a certificate, ascending.
    pub grants: Vec<usize>,
    /// The certificate's level.
    pub level: Slot,
    /// Its day of issue.
    pub issued_on: Slot,
    /// Whether its occupation is digital or green.
    pub digital_or_green: Slot,
    /// Questions about a certificate that one has.
    pub forget: Vec<Slot>,
    /// Questions whose answers a claim or a new year changes.
    pub first_only: Vec<Slot>,
    /// What is assumed of a certificate; parallel to the settings' list.
    pub assume: Vec<Fact>,
    /// Whether that is not assumed of a level that is held; parallel too.
    pub above_held: Vec<bool>,
    /// Parallel to the settings' list.
    pub what_if: Vec<Change>,
}

/// A change that might bring a goal nearer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Answers that become so.
    pub set: Vec<Fact>,
    /// A clock that shows one year more.
    pub more: Option<Slot>,
    /// Not for a person who answers one of these.
    pub not_with: Vec<Fact>,
}

impl Names {
    /// Finds the settings' ids in a pack.
    ///
    /// # Errors
    /// The first that is not there.
    pub fn find(settings: &Settings, pack: &Pack) -> Result<Self, NotInPack> {
        let it = Lookup { pack };
        let mut held_answers = [0; 6];
        for (level, answer) in held_answers.iter_mut().enumerate() {
            let value = match level {
                0 => "none".to_owned(),
                level => format!("level_{level}"),
            };
            *answer = it.fact(&settings.held, &value)?.1;
        }
        let certificate = &settings.certificate;
        let grants = certificate.programmes.iter().map(|id| it.programme(id));
        let mut grants = grants.collect::<Result<Vec<_>, _>>()?;
        sort_few(&mut grants, |a, b| a < b);
        let assumed = |list: &[Assume]| -> Result<Vec<Fact>, NotInPack> {
            let list = list.iter();
            list.map(|one| it.fact(&one.fact, &one.value)).collect()
        };
        let what_if = settings.what_if.iter().map(|change| {
            Ok(Change {
                set: it.facts(&change.set)?,
                more: change.more.as_ref().map(|id| it.slot(id)).transpose()?,
                not_with: it.facts(&change.not_with)?,
            })
        });
        Ok(Self {
            levels: it.programme(&settings.levels)?,
            held: it.slot(&settings.held)?,
            held_answers,
            working: it.fact(&settings.working.fact, &settings.working.value)?,
            not_working: it.fact(&settings.not_working.fact, &settings.not_working.value)?,
            worked: it.slots(&settings.clocks.worked)?,
            calendar: it.slots(&settings.clocks.calendar)?,
            restart: it.slots(&settings.clocks.restart)?,
            trade: it.slots(&settings.trade)?,
            other_trade: assumed(&settings.other_trade)?,
            grants,
            level: it.slot(&certificate.level)?,
            issued_on: it.slot(&certificate.issued_on)?,
            digital_or_green: it.slot(&certificate.digital_or_green)?,
            forget: it.slots(&certificate.forget)?,
            first_only: it.slots(&certificate.first_only)?,
            assume: assumed(&certificate.assume)?,
            above_held: certificate.assume.iter().map(|it| it.above_held).collect(),
            what_if: what_if.collect::<Result<_, _>>()?,
        })
    }

    /// The level that an answer to the held level says: `Some(0)` none, `None` not answered.
    pub fn held_level(&self, answer: Option<i64>) -> Option<u8> {
        let answer = answer?;
        let mut levels = (0u8..).zip(self.held_answers);
        let found = levels.find(|(_, it)| *it == answer);
        found.map(|(level, _)| level)
    }

    /// Whether a question counts full years.
    pub fn is_clock(&self, slot: Slot) -> bool {
        self.worked.contains(&slot) || self.calendar.contains(&slot)
    }
}

struct Lookup<'p> {
    pack: &'p Pack,
}

impl Lookup<'_> {
    fn slot(&self, id: &str) -> Result<Slot, NotInPack> {
        slot_of(self.pack, id).ok_or_else(|| NotInPack { id: id.to_owned() })
    }

    fn slots(&self, ids: &[String]) -> Result<Vec<Slot>, NotInPack> {
        ids.iter().map(|id| self.slot(id)).collect()
    }

    fn facts(&self, answers: &[Answer]) -> Result<Vec<Fact>, NotInPack> {
        let answers = answers.iter();
        answers.map(|it| self.fact(&it.fact, &it.value)).collect()
    }

    fn fact(&self, fact: &str, value: &str) -> Result<Fact, NotInPack> {
        let slot = self.slot(fact)?;
        let missing = |_| NotInPack {
            id: format!("{fact} = {value}"),
        };
        Ok((slot, parse_answer(self.pack, slot, value).map_err(missing)?))
    }

    fn programme(&self, id: &str) -> Result<usize, NotInPack> {
        let mut programmes = self.pack.program.programmes.iter();
        let at = programmes.position(|it| it.id == id);
        at.ok_or_else(|| NotInPack { id: id.to_owned() })
    }
}
