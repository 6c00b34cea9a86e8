//! `functions.csv`: a row for each level of a standard, its functions as `name=weight|name`.

use super::occupations::{edition, ranks};
use super::table::{Files, Row, Unique, table};
use super::{Codes, sources};
use crate::model::{Function, Functions, LevelFunctions, OccupationFunctions, Source, Table};
use pack::source::Faults;
use std::collections::BTreeMap;

const COLUMNS: &[&str] = &["code", "name", "edition", "occupation", "rank", "functions"];

/// The functions of occupations. Rows without an occupation are checked and left out.
pub(crate) fn read(files: &Files, codes: &Codes, all: &[Source], faults: &mut Faults) -> Functions {
    let mut unique = Unique::new("the rank");
    let mut names: BTreeMap<String, u16> = BTreeMap::new();
    // By occupation: edition and levels with names and weights.
    type Levels = Vec<(crate::Rank, Vec<(String, Option<u8>)>)>;
    let mut by_occupation: BTreeMap<u16, (Option<u16>, Levels)> = BTreeMap::new();
    for row in table(files, "functions", COLUMNS, faults) {
        let code = row.text("code", faults);
        let rank = match ranks(&row, "rank", faults).as_slice() {
            [rank] => *rank,
            _ => {
                faults.error("word", &row.at("rank"), "a row is for one rank");
                continue;
            }
        };
        let key = format!("{} of {code}", row.opt("rank"));
        unique.add(&key, row.at("rank"), faults);
        let edition = edition(&row, faults);
        row.text("functions", faults);
        let functions = functions(&row, faults);
        let Some(at) = row.reference("occupation", codes, "occupations", faults) else {
            continue;
        };
        for (name, _) in &functions {
            names.entry(name.clone()).or_insert(0);
        }
        let (_, levels) = by_occupation.entry(at).or_insert((edition, Vec::new()));
        if levels.iter().any(|(it, _)| *it == rank) {
            let message = "another row has this rank of the occupation";
            faults.error("duplicate", &row.at("occupation"), message);
        } else {
            levels.push((rank, functions));
        }
    }
    for (number, place) in names.values_mut().zip(0..=u16::MAX) {
        *number = place;
    }
    let list = by_occupation
        .into_iter()
        .map(|(occupation, (edition, mut levels))| {
            levels.sort_by_key(|(rank, _)| *rank);
            let levels = levels.into_iter().map(|(rank, functions)| LevelFunctions {
                rank,
                functions: functions
                    .iter()
                    .filter_map(|(name, weight)| {
                        let name = *names.get(name)?;
                        Some(Function {
                            name,
                            weight: *weight,
                        })
                    })
                    .collect(),
            });
            OccupationFunctions {
                occupation,
                edition,
                levels: levels.collect(),
            }
        });
    let list = list.collect();
    Functions {
        list,
        names: names.into_keys().collect(),
        sources: sources::of(all, &[Table::Functions]),
    }
}

fn functions(row: &Row, faults: &mut Faults) -> Vec<(String, Option<u8>)> {
    let mut functions = Vec::new();
    for part in row.list("functions") {
        let (name, weight) = match part.split_once('=') {
            None => (part, None),
            Some((name, weight)) => match weight.parse() {
                Ok(percent @ 0..=100) => (name, Some(percent)),
                _ => {
                    let message = format!("`{weight}` is not a weight in percent");
                    faults.error("number", &row.at("functions"), message);
                    (name, None)
                }
            },
        };
        if name.is_empty() {
            faults.error("empty", &row.at("functions"), "a function has no name");
        }
        functions.push((name.to_owned(), weight));
    }
    functions
}
