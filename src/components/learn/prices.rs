//! What courses cost the visitor: their price, the subsidy that applies, what is left, and the
//! order in which courses suit. Worked out by `catalogue::matching` from the visitor's answers.

use crate::state::case::Case;
use crate::state::shelf::Books;
use catalogue::matching::score::{Fit, Reason};
use catalogue::matching::subsidy::Subsidy;
use catalogue::matching::{Match, Paid, Ranked, Wish, rank};
use catalogue::model::Times;
use rules::eval::Status;

/// What the visitor has in mind, as far as a page knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mind {
    /// The occupation: the visitor's answers about a trade are taken to be about it.
    pub occupation: Option<u16>,
    /// The district.
    pub district: Option<u8>,
    /// The times.
    pub times: Option<Times>,
}

/// What is paid for a course's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pay {
    /// It leads to no certificate that grants are paid for.
    NotForIt,
    /// No rule is known for the day.
    NoRule,
    /// At least and at most, in fen.
    Between(i64, i64),
}

/// A course's price as it stands for the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The price, in fen.
    pub price_fen: i64,
    /// The subsidy.
    pub pay: Pay,
    /// It begins after the last day that the pack vouches for.
    pub after_rules: bool,
    /// Whether its level can be sat.
    pub fit: Fit,
    /// The id of the first unanswered question that the figures depend on.
    pub missing: Option<&'static str>,
}

/// All courses as they stand for the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    ranked: Option<Ranked>,
    /// For each course its place in the ranking.
    places: Vec<u32>,
    /// For each of the ranking's subsidies the first question to answer.
    missing: Vec<Option<&'static str>>,
    /// The pack vouches for no figure on the day.
    late: bool,
    /// The visitor has answered something.
    pub told: bool,
}

impl Prices {
    /// Works them out; a catalogue that does not fit the pack gives no figures.
    pub fn of(case: Case, books: Books, mind: Mind) -> Prices {
        let answers = case.answers.read();
        let wish = Wish {
            date: case.date.get(),
            answers: &answers,
            occupation: mind.occupation,
            level: None,
            district: mind.district,
            times: mind.times,
        };
        let ranked = books.matching().and_then(|settings| {
            let (occupations, courses) = (books.occupations()?, books.courses()?);
            rank(case.pack, settings, occupations, courses, &wish).ok()
        });
        let matches = ranked.as_ref().map_or(&[][..], |it| &it.matches);
        let mut places = vec![u32::MAX; matches.len()];
        for (place, one) in (0u32..).zip(matches) {
            if let Some(slot) = places.get_mut(one.course) {
                *slot = place;
            }
        }
        let subsidies = ranked.as_ref().map_or(&[][..], |it| &it.subsidies);
        let missing = subsidies.iter().map(|it| first_missing(case, it)).collect();
        Prices {
            places,
            missing,
            late: case.out_of_date(),
            told: !case.site.situations.read().current().answers.is_empty(),
            ranked,
        }
    }

    /// A course's place in the order in which courses suit, for each course.
    pub fn places(&self) -> &[u32] {
        &self.places
    }

    /// The ranking's row of a course.
    pub fn row(&self, course: usize) -> Option<&Match> {
        let place = self.places.get(course).copied()?;
        self.ranked.as_ref()?.matches.get(place as usize)
    }

    /// The subsidy of a course; `None` where nothing is paid or no rule is known.
    pub fn subsidy(&self, course: usize) -> Option<&Subsidy> {
        match self.row(course)?.paid {
            Paid::At(at) if !self.late => self.ranked.as_ref()?.subsidies.get(at),
            _ => None,
        }
    }

    /// Where the visitor stands in an occupation, `own` the one they have in mind.
    pub fn standing(&self, own: bool) -> Option<catalogue::matching::Standing> {
        let ranked = self.ranked.as_ref()?;
        Some(if own { ranked.own } else { ranked.other })
    }

    /// A course's price for the visitor.
    pub fn offer(&self, course: usize, price_yuan: u32) -> Offer {
        let row = self.row(course);
        let pay = match row.map(|it| it.paid) {
            Some(Paid::NotForIt) => Pay::NotForIt,
            _ => self
                .subsidy(course)
                .map_or(Pay::NoRule, |it| Pay::Between(it.min_fen, it.max_fen)),
        };
        let fit = row.and_then(|it| {
            it.parts.iter().find_map(|part| match part.reason {
                Reason::Level(fit) => Some(fit),
                _ => None,
            })
        });
        let missing = match row.map(|it| it.paid) {
            Some(Paid::At(at)) => self.missing.get(at).copied().flatten(),
            _ => None,
        };
        Offer {
            price_fen: i64::from(price_yuan) * 100,
            pay,
            after_rules: row.is_some_and(|it| it.after_rules),
            fit: fit.unwrap_or(Fit::Unknown),
            missing,
        }
    }

    /// What each course costs at most once the sure subsidy is paid, in whole yuan, rounded up.
    pub fn net_yuan(&self, prices: &[u32]) -> Vec<u32> {
        let net = prices.iter().enumerate().map(|(course, price)| {
            let sure = self.subsidy(course).map_or(0, |it| it.min_fen);
            let left = (i64::from(*price) * 100 - sure).max(0);
            u32::try_from((left + 99) / 100).unwrap_or(*price)
        });
        net.collect()
    }

    /// The programmes that may pay for a course: not those that are out of the question.
    pub fn grants(&self, course: usize) -> impl Iterator<Item = usize> {
        let grants = self.subsidy(course).map_or(&[][..], |it| &it.grants);
        grants
            .iter()
            .filter(|it| matches!(it.status, Status::Eligible | Status::Undetermined))
            .map(|it| it.programme)
    }
}

/// The first open question of a subsidy, by the pack's order.
fn first_missing(case: Case, subsidy: &Subsidy) -> Option<&'static str> {
    let order = |slot: u16| {
        let fact = case.pack.program.facts.get(usize::from(slot));
        fact.map(|fact| fact.order)
    };
    let first = subsidy.missing.iter().min_by_key(|slot| order(**slot))?;
    Some(case.id(*first))
}
