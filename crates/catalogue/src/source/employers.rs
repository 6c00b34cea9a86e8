//! `wages.csv` and `district_rounds.csv`.

use super::sources::{Cited, text};
use super::table::{Files, Unique, table};
use super::words::{FUNDED, STATISTICS, WORKERS};
use crate::model::{Employers, Funded, Places, Round, Source, Statistic, Wage, Workers};
use pack::source::Faults;
use std::collections::HashMap;

const WAGES: &[&str] = &[
    "id",
    "workers",
    "statistic",
    "industry_zh",
    "industry_en",
    "yuan_a_year",
    "growth_permille",
    "year",
    "source",
];
const ROUNDS: &[&str] = &[
    "id",
    "district",
    "year",
    "funded",
    "count",
    "yuan_each",
    "notices",
    "source",
];

/// Nobody's pay is more: a hundred million.
const MOST: u32 = 100_000_000;

/// Pay and rounds, in the order of the files.
pub(crate) fn read(
    files: &Files,
    places: &Places,
    all: &[Source],
    faults: &mut Faults,
) -> Employers {
    let mut cited = Cited::of(all);
    let mut employers = Employers::default();
    let mut ids = Unique::new("the figure");
    for row in table(files, "wages", WAGES, faults) {
        let id = row.name("id", faults);
        let wage = Wage {
            workers: row.required_word("workers", &WORKERS, Workers::Skilled, faults),
            statistic: row.required_word("statistic", &STATISTICS, Statistic::Average, faults),
            industry: text(&row, "industry_zh", "industry_en", false, faults),
            yuan: row.required("yuan_a_year", 1..=MOST, faults),
            growth_permille: row
                .number("growth_permille", 0..=5_000, faults)
                .and_then(|it| u16::try_from(it).ok()),
            year: u16::try_from(row.required("year", 1990..=2100, faults)).unwrap_or(0),
            source: cited.place(&row, faults),
            id,
        };
        if ids.add(&wage.id, row.at("id"), faults) {
            employers.wages.push(wage);
        }
    }
    let codes = places.districts.iter().map(|it| it.code.clone());
    let codes: HashMap<String, u8> = codes.zip(0..=u8::MAX).collect();
    let mut ids = Unique::new("the round");
    for row in table(files, "district_rounds", ROUNDS, faults) {
        let id = row.name("id", faults);
        let district = row.text("district", faults);
        row.reference("district", &codes, "districts", faults);
        let round = Round {
            district,
            year: u16::try_from(row.required("year", 1990..=2100, faults)).unwrap_or(0),
            funded: row.required_word("funded", &FUNDED, Funded::ChiefTechnician, faults),
            count: u16::try_from(row.required("count", 1..=10_000, faults)).unwrap_or(0),
            yuan: row.required("yuan_each", 1..=MOST, faults),
            notices: row.text("notices", faults),
            source: cited.place(&row, faults),
            id,
        };
        if ids.add(&round.id, row.at("id"), faults) {
            employers.rounds.push(round);
        }
    }
    employers.sources = cited.list();
    employers
}
