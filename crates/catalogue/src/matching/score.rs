//! What a course is worth to a person: the sum of parts, each with its reason.

use super::settings::Weights;
use crate::model::{Course, Mode, Times};

/// A part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is for, and why there are so many points.
    pub reason: Reason,
    /// The points.
    pub points: u16,
    /// The most that there can be for it.
    pub most: u16,
}

/// What a part of a score is for, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// How near the course's occupation is to the one that one has in mind.
    Occupation(Near),
    /// Whether the course's level is one to sit now.
    Level(Fit),
    /// How much of the price the sure subsidy covers.
    Subsidy {
        /// The sure subsidy, in fen.
        sure_fen: i64,
        /// The price, in fen.
        price_fen: i64,
    },
    /// How much is left to pay at most.
    Price {
        /// In fen; 0 where the subsidy is more than the price.
        left_fen: i64,
    },
    /// Where the course is.
    District(Place),
    /// When its lessons are.
    Times(Free),
}

/// How near an occupation is to the one that one has in mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// It is that one.
    Same,
    /// Both are of one 小类.
    Group,
    /// It is another one.
    Other,
    /// None is in mind.
    NoWish,
}

/// Whether a level is one to sit now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The highest that can be sat and is not held.
    Next,
    /// It can be sat and is not held, but a higher one can be sat too, or it lies beyond the goal.
    Open,
    /// It, or a higher one, is held.
    Held,
    /// It depends on what is not answered.
    Unknown,
    /// It can't be sat yet.
    Closed,
    /// The course is for no level.
    NoLevel,
}

/// Where a course is, beside where one wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the district that one wants.
    Wanted,
    /// On line.
    Online,
    /// Elsewhere.
    Other,
    /// No district is wanted.
    NoWish,
}

/// When a course's lessons are, beside the times that one has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    /// All of them lie in those times.
    All,
    /// On line, at times of one's own.
    Own,
    /// Some of them do.
    Some,
    /// None does.
    None,
    /// They are not announced.
    Unknown,
    /// No times are wanted.
    NoWish,
}

/// The part for the occupation.
pub fn occupation(weights: &Weights, near: Near) -> Part {
    let points = match near {
        Near::Same => weights.occupation,
        Near::Group => weights.same_group,
        Near::Other | Near::NoWish => 0,
    };
    part(Reason::Occupation(near), points, weights.occupation)
}

/// The part for the level.
pub fn level(weights: &Weights, fit: Fit) -> Part {
    let points = match fit {
        Fit::Next => weights.level_next,
        Fit::Open => weights.level_open,
        Fit::Unknown => weights.level_unknown,
        Fit::Closed => weights.level_later,
        Fit::Held | Fit::NoLevel => 0,
    };
    part(Reason::Level(fit), points, weights.level_next)
}

/// The part for the subsidy: its share of the price, rounded down; all of a price of nothing.
pub fn subsidy(weights: &Weights, sure_fen: i64, price_fen: i64) -> Part {
    let covered = sure_fen.clamp(0, price_fen.max(0));
    let points = match price_fen {
        1.. => share(weights.subsidy, covered, price_fen),
        _ => weights.subsidy,
    };
    let reason = Reason::Subsidy {
        sure_fen,
        price_fen,
    };
    part(reason, points, weights.subsidy)
}

/// The part for what is left to pay at most: the nearer to nothing, the more; rounded down.
pub fn price(weights: &Weights, sure_fen: i64, price_fen: i64) -> Part {
    let left_fen = price_fen.saturating_sub(sure_fen).max(0);
    let none = i64::from(weights.price_none).saturating_mul(100);
    let points = match none {
        1.. => share(weights.price, none.saturating_sub(left_fen).max(0), none),
        _ => 0,
    };
    part(Reason::Price { left_fen }, points, weights.price)
}

/// The part for the place.
pub fn district(weights: &Weights, course: &Course, wanted: Option<u8>) -> Part {
    let place = match wanted {
        None => Place::NoWish,
        Some(_) if course.mode == Mode::Online => Place::Online,
        Some(wanted) if course.district == wanted => Place::Wanted,
        Some(_) => Place::Other,
    };
    let points = match place {
        Place::Wanted => weights.district,
        Place::Online => weights.online,
        Place::Other | Place::NoWish => 0,
    };
    part(Reason::District(place), points, weights.district)
}

/// The part for the times.
pub fn times(weights: &Weights, course: &Course, wanted: Option<Times>) -> Part {
    let free = match wanted {
        None => Free::NoWish,
        Some(_) if course.slots.is_empty() => match course.mode {
            Mode::Online => Free::Own,
            _ => Free::Unknown,
        },
        Some(wanted) => overlap(course.times(), wanted),
    };
    let points = match free {
        Free::All | Free::Own => weights.times,
        Free::Some => weights.times_part,
        Free::None | Free::Unknown | Free::NoWish => 0,
    };
    part(Reason::Times(free), points, weights.times)
}

fn overlap(of: Times, wanted: Times) -> Free {
    let pairs = [
        (of.weekday, wanted.weekday),
        (of.evening, wanted.evening),
        (of.weekend, wanted.weekend),
    ];
    let inside = pairs.iter().any(|(has, free)| *has && *free);
    let outside = pairs.iter().any(|(has, free)| *has && !*free);
    match (inside, outside) {
        (true, false) => Free::All,
        (true, true) => Free::Some,
        (false, _) => Free::None,
    }
}

/// `points * part / whole`, rounded down; `part` is at most `whole`.
fn share(points: u16, part: i64, whole: i64) -> u16 {
    let share = i128::from(points) * i128::from(part) / i128::from(whole);
    u16::try_from(share).unwrap_or(points)
}

fn part(reason: Reason, points: u16, most: u16) -> Part {
    Part {
        reason,
        points,
        most: most.max(points),
    }
}
