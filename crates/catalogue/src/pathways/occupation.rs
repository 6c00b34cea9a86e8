//! What a plan takes from the catalogue.

use super::plan::Offer;
use crate::level::Levels;
use crate::matching::Settings;
use crate::model::{Certificate, Courses, Occupation};

/// The levels that an occupation's standards have; `None` where no standard is in hand, or none
/// of those in hand says its levels. Grades alone (初级, 中级, 高级) are no levels.
pub fn offered(occupation: &Occupation) -> Option<Levels> {
    let mut standards = occupation.standards.iter();
    let known = standards.any(|it| !it.ranks.is_empty());
    known.then(|| occupation.levels())
}

/// The edition of an occupation's newest standard with levels, if it counts other years than
/// the pack's conditions: the plan's days are then not those of the standard.
pub fn counts_other_years(settings: &Settings, occupation: &Occupation) -> Option<u16> {
    let mut standards = occupation.standards.iter();
    let newest = standards.find(|it| !it.ladder().is_empty())?;
    let years = settings.other_years;
    newest
        .edition
        .filter(|year| (years.from..=years.until).contains(year))
}

/// The cheapest course of each level of an occupation, of those that lead to its certificate.
pub fn offers(courses: &Courses, occupation: u16) -> Vec<Offer> {
    let range = courses.of_occupation(occupation);
    let mut offers: Vec<Offer> = Vec::new();
    for (course, it) in courses.list.iter().enumerate() {
        let ours = range.contains(&course) && it.certificate == Certificate::Level;
        if !ours || it.level == 0 {
            continue;
        }
        let offer = Offer {
            level: it.level,
            course,
            price_yuan: it.price_yuan,
            hours: it.hours,
            sample: it.sample,
        };
        match offers.iter_mut().find(|known| known.level == it.level) {
            Some(known) if known.price_yuan <= offer.price_yuan => {}
            Some(known) => *known = offer,
            None => offers.push(offer),
        }
    }
    offers
}
