//! What courses are filtered and sorted by.

use super::facet::{Column, Facet, NONE, Value};
use super::occupations::{group_values, yes_no};
use super::others::district_values;
use crate::model::{Course, Courses, Mode, Occupation, Occupations, Places};
use rules::date::{self, Day};

/// Upper bounds of the bands of prices, in yuan: nothing to pay, up to 500, …, above 5,000.
const BANDS: [u32; 5] = [0, 500, 1000, 2000, 5000];

/// The facets of courses, in the order in which a page shows them: `district`, `level`,
/// `group`, `mode`, `times`, `price`, `month`, `shortage`, `digital`, `green`.
///
/// `net_yuan` is each course's price after the subsidy that applies to whoever looks; before
/// that is known, its price.
pub fn course_facets(
    courses: &Courses,
    occupations: &Occupations,
    places: &Places,
    net_yuan: &[u32],
) -> Vec<Facet> {
    let list = &courses.list;
    let one = |key, values, value: &dyn Fn(&Course) -> u16| Facet {
        key,
        values,
        column: Column::One(list.iter().map(value).collect()),
    };
    let of = |course: &Course| occupations.get(course.occupation);
    let flag = |key, value: &dyn Fn(&Occupation) -> Option<bool>| {
        one(
            key,
            yes_no(),
            &|course: &Course| match of(course).and_then(value) {
                Some(true) => 0,
                Some(false) => 1,
                None => NONE,
            },
        )
    };
    vec![
        one("district", district_values(places), &|course| {
            u16::from(course.district)
        }),
        // Value 0 is for no level.
        one(
            "level",
            ["0", "1", "2", "3", "4", "5"].map(Value::plain).to_vec(),
            &|course| u16::from(course.level),
        ),
        one("group", group_values(&occupations.tree), &|course| {
            of(course)
                .and_then(|it| occupations.tree.minors.get(usize::from(it.minor)))
                .map_or(NONE, |minor| minor.parent)
        }),
        one(
            "mode",
            ["classroom", "online", "blended"]
                .map(Value::plain)
                .to_vec(),
            &|course| match course.mode {
                Mode::Classroom => 0,
                Mode::Online => 1,
                Mode::Blended => 2,
            },
        ),
        Facet {
            key: "times",
            values: ["weekday", "evening", "weekend"].map(Value::plain).to_vec(),
            column: Column::Many(list.iter().map(times).collect()),
        },
        Facet {
            key: "price",
            values: BANDS
                .iter()
                .map(|bound| Value::plain(&bound.to_string()))
                .chain([Value::plain("more")])
                .collect(),
            column: Column::Number {
                numbers: net_yuan.to_vec(),
                bounds: BANDS.to_vec(),
            },
        },
        months(list),
        flag("shortage", &|it| Some(it.shortage.is_some())),
        flag("digital", &|it| it.digital),
        flag("green", &|it| it.green),
    ]
}

/// The numbers that courses are sorted by beside their relevance, by name: `price` (the same
/// `net_yuan` as in [`course_facets`]), `start` (the first day that is not before `today`),
/// `hours`.
pub fn course_sorts(
    courses: &Courses,
    net_yuan: &[u32],
    today: Day,
) -> [(&'static str, Vec<u32>); 3] {
    let start = |course: &Course| {
        let next = course.starts_on.iter().find(|day| **day >= today);
        // Days of this century are positive; an older one sorts as the first of all.
        next.map_or(u32::MAX, |day| u32::try_from(*day).unwrap_or(0))
    };
    [
        ("price", net_yuan.to_vec()),
        ("start", courses.list.iter().map(start).collect()),
        (
            "hours",
            courses.list.iter().map(|it| u32::from(it.hours)).collect(),
        ),
    ]
}

fn times(course: &Course) -> u32 {
    let times = course.times();
    u32::from(times.weekday) | u32::from(times.evening) << 1 | u32::from(times.weekend) << 2
}

/// The months in which courses begin, the first 32 that occur: `2027-03`.
fn months(list: &[Course]) -> Facet {
    let month = |day: &Day| {
        let (year, month, _) = date::to_ymd(*day);
        (year, month)
    };
    let mut all: Vec<_> = list
        .iter()
        .flat_map(|course| course.starts_on.iter().map(month))
        .collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(32);
    let bits = |course: &Course| {
        course
            .starts_on
            .iter()
            .filter_map(|day| all.binary_search(&month(day)).ok())
            .fold(0, |bits, at| bits | 1 << at)
    };
    Facet {
        key: "month",
        column: Column::Many(list.iter().map(bits).collect()),
        values: all
            .iter()
            .map(|(year, month)| Value::plain(&format!("{year}-{month:02}")))
            .collect(),
    }
}
