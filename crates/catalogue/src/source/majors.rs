//! `majors.csv` and `major_occupation.csv`.

use super::table::{Files, Unique, table};
use super::words::MAJOR_LEVELS;
use super::{Codes, sources};
use crate::model::{Major, MajorLevel, Majors, Source, Table};
use pack::source::Faults;

/// Majors with their occupations.
pub(crate) fn read(files: &Files, codes: &Codes, all: &[Source], faults: &mut Faults) -> Majors {
    let mut majors = Majors {
        sources: sources::of(all, &[Table::Majors, Table::MajorOccupation]),
        ..Majors::default()
    };
    let columns = &["code", "name", "level", "category"];
    let rows = table(files, "majors", columns, faults);
    let mut categories: Vec<&str> = rows.iter().map(|row| row.opt("category")).collect();
    categories.sort_unstable();
    categories.dedup();
    let mut ids = Unique::new("the major");
    for row in &rows {
        let code = row.name("code", faults);
        row.text("category", faults);
        if !ids.add(&code, row.at("code"), faults) {
            continue;
        }
        let category = categories.binary_search(&row.opt("category")).ok();
        majors.list.push(Major {
            code,
            name: row.name("name", faults),
            level: row.required_word("level", &MAJOR_LEVELS, MajorLevel::Bachelor, faults),
            category: category.and_then(|at| u16::try_from(at).ok()).unwrap_or(0),
            occupations: Vec::new(),
        });
    }
    majors.categories = categories.into_iter().map(str::to_owned).collect();
    majors.list.sort_by(|a, b| a.code.cmp(&b.code));
    let by_code: Codes = majors
        .list
        .iter()
        .map(|it| it.code.clone())
        .zip(0..=u16::MAX)
        .collect();
    for row in table(files, "major_occupation", &["major", "occupation"], faults) {
        row.text("major", faults);
        row.text("occupation", faults);
        let major = row.reference("major", &by_code, "majors", faults);
        let occupation = row.reference("occupation", codes, "occupations", faults);
        let (Some(major), Some(occupation)) = (major, occupation) else {
            continue;
        };
        let Some(major) = majors.list.get_mut(usize::from(major)) else {
            continue;
        };
        match major.occupations.binary_search(&occupation) {
            Ok(_) => {
                let message = "this link is there twice";
                faults.error("duplicate", &row.at("occupation"), message);
            }
            Err(at) => major.occupations.insert(at, occupation),
        }
    }
    majors
}
