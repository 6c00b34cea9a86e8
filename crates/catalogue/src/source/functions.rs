//! `functions.csv`: a row for each level of a standard, its functions as `name=weight|name`.

use super::occupations::{edition, ranks};
use super::table::{Files, Row, Unique, table};
use super::{Codes, sources};
use crate::model::{Function, Functions, LevelFunctions, OccupationFunctions, Source, Table};
use pack::source::Faults;
use std::collections::{BTreeMap, HashMap};

const COLUMNS: &[&str] = &["code", "name", "edition", "occupation", "rank", "functions"];

/// The functions of occupations. Rows without an occupation are checked and left out.
pub(crate) fn read(files: &Files, codes: &Codes, all: &[Source], faults: &mut Faults) -> Functions {
    let mut unique = Unique::new("the rank");
    let mut names = Names::default();
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
        let (_, levels) = by_occupation.entry(at).or_insert((edition, Vec::new()));
        if levels.iter().any(|(it, _)| *it == rank) {
            let message = "another row has this rank of the occupation";
            faults.error("duplicate", &row.at("occupation"), message);
        } else {
            levels.push((rank, functions));
        }
    }
    let mut all = Functions {
        sources: sources::of(all, &[Table::Functions]),
        ..Functions::default()
    };
    for (occupation, (edition, mut levels)) in by_occupation {
        levels.sort_by_key(|(rank, _)| *rank);
        let levels = levels.into_iter().map(|(rank, functions)| LevelFunctions {
            rank,
            functions: functions
                .into_iter()
                .map(|(name, weight)| Function {
                    name: names.place(name),
                    weight,
                })
                .collect(),
        });
        all.list.push(OccupationFunctions {
            occupation,
            edition,
            levels: levels.collect(),
        });
    }
    all.names = names.names;
    all
}

/// Names in the order of their first use, so that those of an occupation stand together.
#[derive(Default)]
struct Names {
    places: HashMap<String, u16>,
    names: Vec<String>,
}

impl Names {
    fn place(&mut self, name: String) -> u16 {
        let next = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        *self.places.entry(name).or_insert_with_key(|name| {
            self.names.push(name.clone());
            next
        })
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
