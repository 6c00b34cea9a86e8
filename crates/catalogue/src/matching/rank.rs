//! Courses in the order in which they suit a person.

use super::levels::{Standing, standing};
use super::score::{self, Fit, Near, Part};
use super::settings::Settings;
use super::subsidy::{Certificate, Grants, Subsidy};
use super::{Names, Trouble, subset};
use crate::model::{self, Course, Courses, Occupation, Occupations, Times};
use crate::pathways::search::Level;
use pack::Pack;
use rules::date::Day;
use rules::eval::Answers;
use rules::order::sort_many;

/// What courses are ranked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The day.
    pub date: Day,
    /// What is known of the person.
    pub answers: &'a Answers,
    /// The occupation that one has in mind: the answers about a trade are about this one.
    pub occupation: Option<u16>,
    /// The level that one wants to reach in it.
    pub level: Option<Level>,
    /// The district in which one wants to learn.
    pub district: Option<u8>,
    /// The times that one has.
    pub times: Option<Times>,
}

/// What is known of a course's subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
    /// The course leads to no certificate of a level, which the grants are for.
    NotForIt,
    /// No rule is known for the day.
    NoRule,
    /// This one of [`Ranked::subsidies`].
    At(usize),
}

/// A course and what it is worth to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its place in the list of courses.
    pub course: usize,
    /// The sum of the parts' points.
    pub score: u32,
    /// Every part, also those without points.
    pub parts: [Part; 6],
    /// The price, in fen.
    pub price_fen: i64,
    /// The subsidy.
    pub paid: Paid,
    /// What is left to pay: at least and at most, in fen; below zero where the subsidy is more
    /// than the price. It is paid first and the subsidy comes after the certificate. `None`
    /// where no rule is known.
    pub left_fen: Option<(i64, i64)>,
    /// The course's next beginning lies after the last day that the pack answers for: the
    /// subsidy is that of today's rules, which may have changed by then.
    pub after_rules: bool,
}

/// Courses in order, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// All courses.
    pub matches: Vec<Match>,
    /// What is paid for the certificates that they lead to; matches share them.
    pub subsidies: Vec<Subsidy>,
    /// Where the person stands in the occupation that they have in mind.
    pub own: Standing,
    /// Where they stand in any other, by what the settings assume.
    pub other: Standing,
}

/// Ranks all courses. Equal scores go by what is left to pay at most, then by the list's order.
///
/// # Errors
/// Settings that don't belong to the pack, or a pack that can't be run.
pub fn rank(
    pack: &Pack,
    settings: &Settings,
    occupations: &Occupations,
    courses: &Courses,
    wish: &Wish<'_>,
) -> Result<Ranked, Trouble> {
    let names = Names::find(settings, pack)?;
    let levels = subset(&pack.program, &[names.levels]);
    let stands = |own: bool| standing(&levels, &names, wish.date, wish.answers, own, wish.level);
    let (own, other) = (stands(true)?, stands(false)?);
    let program = subset(&pack.program, &names.grants);
    let mut shared = Shared {
        grants: Grants::new(&program, &names)?,
        wish,
        known: Vec::new(),
        subsidies: Vec::new(),
    };
    let mut matches = Vec::with_capacity(courses.list.len());
    let wanted = wish.occupation.and_then(|at| occupations.get(at));
    for (place, course) in courses.list.iter().enumerate() {
        let occupation = occupations.get(course.occupation);
        let stands = match wish.occupation == Some(course.occupation) {
            true => &own,
            false => &other,
        };
        let fit = stands.fit(course.level);
        let paid = shared.paid(course, occupation, fit == Fit::Held);
        let (least, most) = shared.range(paid);
        let price_fen = i64::from(course.price_yuan) * 100;
        let weights = &settings.weights;
        let near = near(wish.occupation, wanted, course, occupation);
        let parts = [
            score::occupation(weights, near),
            score::level(weights, fit),
            score::subsidy(weights, least, price_fen),
            score::price(weights, least, price_fen),
            score::district(weights, course, wish.district),
            score::times(weights, course, wish.times),
        ];
        let next = course.starts_on.iter().find(|day| wish.date <= **day);
        matches.push(Match {
            course: place,
            score: parts.iter().map(|part| u32::from(part.points)).sum(),
            parts,
            price_fen,
            paid,
            left_fen: (paid != Paid::NoRule).then_some((price_fen - most, price_fen - least)),
            after_rules: next.is_some_and(|day| pack.valid_until < *day),
        });
    }
    let left = |it: &Match| it.left_fen.map_or(it.price_fen, |(_, most)| most);
    sort_many(&mut matches, |a, b| {
        (b.score, left(a), a.course) < (a.score, left(b), b.course)
    });
    Ok(Ranked {
        matches,
        subsidies: shared.subsidies,
        own,
        other,
    })
}

/// Whether an occupation is marked digital or green; `None` where the table does not say.
pub fn digital_or_green(occupation: &Occupation) -> Option<bool> {
    match (occupation.digital, occupation.green) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

fn near(
    wanted: Option<u16>,
    wanted_row: Option<&Occupation>,
    course: &Course,
    row: Option<&Occupation>,
) -> Near {
    let Some(wanted) = wanted else {
        return Near::NoWish;
    };
    let group = |row: Option<&Occupation>| row.map(|it| it.minor);
    match wanted == course.occupation {
        true => Near::Same,
        false if group(row).is_some() && group(row) == group(wanted_row) => Near::Group,
        false => Near::Other,
    }
}

/// What a subsidy depends on: the level, how its occupation is marked, whether it is held.
type Key = (Level, Option<bool>, bool);

/// Subsidies by what they depend on: few, for many courses.
struct Shared<'a> {
    grants: Grants<'a>,
    wish: &'a Wish<'a>,
    known: Vec<(Key, Paid)>,
    subsidies: Vec<Subsidy>,
}

impl Shared<'_> {
    fn paid(&mut self, course: &Course, occupation: Option<&Occupation>, held: bool) -> Paid {
        if course.level == 0 || course.certificate != model::Certificate::Level {
            return Paid::NotForIt;
        }
        let marked = occupation.and_then(digital_or_green);
        let key = (course.level, marked, held);
        let mut known = self.known.iter();
        if let Some((_, paid)) = known.find(|(known, _)| *known == key) {
            return *paid;
        }
        let certificate = Certificate {
            level: course.level,
            day: self.wish.date,
            digital_or_green: marked,
            first: true,
            held,
        };
        let paid = match self.grants.of(self.wish.answers, &certificate) {
            None => Paid::NoRule,
            Some(subsidy) => {
                self.subsidies.push(subsidy);
                Paid::At(self.subsidies.len() - 1)
            }
        };
        self.known.push((key, paid));
        paid
    }

    /// The least and the most that is paid, in fen.
    fn range(&self, paid: Paid) -> (i64, i64) {
        match paid {
            Paid::At(at) => {
                let subsidy = self.subsidies.get(at);
                subsidy.map_or((0, 0), |it| (it.min_fen, it.max_fen))
            }
            Paid::NotForIt | Paid::NoRule => (0, 0),
        }
    }
}
