//! What honours are filtered by.

use super::facet::{Column, Facet, NONE, Value};
use crate::model::{Honour, Honouree, Honours, TradeGroup};

/// The id of the value for entries whose year is not known.
pub const NO_YEAR: &str = "unknown";

/// The facets of honours: `honour`, `year` (oldest first, before all the entries whose year is
/// not known), `group`, `occupation`.
pub fn honour_facets(honours: &Honours) -> Vec<Facet> {
    let people = &honours.people;
    let edition = |person: &Honouree| honours.edition_of(person);
    // Every year of an edition, whether it names somebody or not.
    let mut years: Vec<Option<u16>> = honours.editions.iter().map(|it| it.year).collect();
    years.sort_unstable();
    years.dedup();
    let place = |at: Option<usize>| at.and_then(|at| u16::try_from(at).ok()).unwrap_or(NONE);
    let one = |of: &dyn Fn(&Honouree) -> Option<usize>| {
        Column::One(people.iter().map(|person| place(of(person))).collect())
    };
    vec![
        Facet {
            key: "honour",
            values: Honour::ALL.map(|it| Value::plain(it.tag())).to_vec(),
            column: one(&|person| {
                let honour = edition(person)?.honour;
                Honour::ALL.iter().position(|it| *it == honour)
            }),
        },
        Facet {
            key: "year",
            values: years
                .iter()
                .map(|year| match year {
                    Some(year) => Value::plain(&year.to_string()),
                    None => Value::plain(NO_YEAR),
                })
                .collect(),
            column: one(&|person| years.binary_search(&edition(person)?.year).ok()),
        },
        Facet {
            key: "group",
            values: TradeGroup::ALL.map(|(tag, _)| Value::plain(tag)).to_vec(),
            column: one(&|person| {
                let mut groups = TradeGroup::ALL.iter();
                groups.position(|(_, it)| *it == person.group)
            }),
        },
        Facet {
            key: "occupation",
            values: honours
                .occupations
                .iter()
                .map(|it| Value {
                    id: it.code.clone(),
                    name: it.name.clone(),
                })
                .collect(),
            column: one(&|person| person.occupation.map(|(at, _)| usize::from(at))),
        },
    ]
}
