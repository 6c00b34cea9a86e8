//! The people by whom two packs are compared.

use crate::commands::read_text;
use crate::failure::Failure;
use pack::Pack;
use pack::facts::{format_date, parse_answer, slot_of};
use report::facts::Entries;
use rules::date::Day;
use rules::eval::Answers;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A person: a name, and answers as text by question id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// The programme whose worked case this is; empty for a person of a list.
    pub programme: String,
    pub facts: BTreeMap<String, String>,
}

/// An answer that one pack can't take, and how many people gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub question: String,
    /// Empty: the pack has no such question; else what it allows.
    pub because: String,
    pub people: usize,
}

/// The worked cases of a source folder: cases with the same answers are one person, called
/// after the case of the day that is asked for, if there is one.
pub fn of_folder(dir: &Path, date: Day, people: &mut Vec<Person>) -> Result<(), Failure> {
    let folder = dir.join("cases");
    let Ok(entries) = fs::read_dir(&folder) else {
        return Ok(());
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "csv"));
    paths.sort();
    let mut cases = Vec::new();
    let date = format_date(date);
    for path in paths {
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        let programme = stem.unwrap_or_default();
        for (_, row) in rows(&path, &read_text(&path)?)? {
            let row = row.map_err(|error| Failure::file(&path, error))?;
            let on_the_day = row.get("date") == Some(&date);
            let name = row.get("name").cloned().unwrap_or_default();
            let is_fact = |id: &str| id != "name" && id != "date" && !id.starts_with("expect_");
            let person = Person {
                name: format!("{programme}: {name}"),
                programme: programme.clone(),
                facts: row.into_iter().filter(|(id, _)| is_fact(id)).collect(),
            };
            cases.push((!on_the_day, person));
        }
    }
    // Stable: within the day's cases and the others, files and lines keep their order.
    cases.sort_by_key(|(other_day, _)| *other_day);
    let mut seen: BTreeSet<_> = people.iter().map(|it| it.facts.clone()).collect();
    for (_, person) in cases {
        if seen.insert(person.facts.clone()) {
            people.push(person);
        }
    }
    Ok(())
}

/// The people of a list; how many of its rows could not be read, which are told.
pub fn of_list(path: &Path, packs: [&Pack; 2]) -> Result<(Vec<Person>, usize), Failure> {
    let text = read_text(path)?;
    let rows = match path.extension().and_then(|it| it.to_str()) {
        Some("csv") => rows(path, &text)?,
        Some("ndjson" | "jsonl") => lines(&text),
        _ => {
            return Err(Failure::file(
                path,
                "people are a `.csv`, `.ndjson` or `.jsonl` file",
            ));
        }
    };
    let (mut people, mut bad) = (Vec::new(), 0);
    for (line, row) in rows {
        match row.and_then(|row| person(line, row, packs)) {
            Ok(person) => people.push(person),
            Err(error) => {
                eprintln!("{}:{line}: {error}", path.display());
                bad += 1;
            }
        }
    }
    Ok((people, bad))
}

type Row = Result<BTreeMap<String, String>, String>;

/// The rows of a table by column; empty cells are left out.
fn rows(path: &Path, text: &str) -> Result<Vec<(u64, Row)>, Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader
        .headers()
        .map_err(|error| Failure::file(path, error))?
        .clone();
    let mut seen = BTreeSet::new();
    if let Some(twice) = header.iter().find(|name| !seen.insert(*name)) {
        let message = format!("the header has the column `{twice}` twice");
        return Err(Failure::file(path, message));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Failure::file(path, error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = if record.len() == header.len() {
            let cells = header.iter().zip(&record);
            let cells = cells.filter(|(_, cell)| !cell.is_empty());
            Ok(cells
                .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                .collect())
        } else {
            let (cells, columns) = (record.len(), header.len());
            Err(format!("the row has {cells} cells, the header {columns}"))
        };
        rows.push((line, row));
    }
    Ok(rows)
}

fn lines(text: &str) -> Vec<(u64, Row)> {
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| (number, object(line))).collect()
}

fn object(line: &str) -> Row {
    let Entries(entries) =
        serde_json::from_str(line).map_err(|error| format!("not a JSON object: {error}"))?;
    let mut row = BTreeMap::new();
    for (id, value) in entries {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            _ => return Err(format!("`{id}` is neither a text nor a number nor a truth")),
        };
        if row.insert(id.clone(), text).is_some() {
            return Err(format!("`{id}` is answered twice"));
        }
    }
    Ok(row)
}

/// Checks that each answer is one to a question of either pack.
fn person(line: u64, row: BTreeMap<String, String>, packs: [&Pack; 2]) -> Result<Person, String> {
    let mut name = format!("line {line}");
    let mut facts = BTreeMap::new();
    for (id, text) in row {
        let asked = packs.map(|pack| slot_of(pack, &id).map(|slot| (pack, slot)));
        let asked: Vec<_> = asked.into_iter().flatten().collect();
        if asked.is_empty() {
            if id != "id" && id != "name" {
                return Err(format!("neither pack has a question `{id}`"));
            }
            name = text;
            continue;
        }
        let text = match text.as_str() {
            "TRUE" | "True" => "true".to_owned(),
            "FALSE" | "False" => "false".to_owned(),
            _ => text,
        };
        let mut read = asked
            .iter()
            .map(|(pack, slot)| parse_answer(pack, *slot, &text));
        if let Some(Err(error)) = read.next()
            && !read.any(|it| it.is_ok())
        {
            return Err(error.to_string());
        }
        facts.insert(id, text);
    }
    Ok(Person {
        name,
        programme: String::new(),
        facts,
    })
}

/// A person's answers to a pack's questions. What the pack can't take is counted in `dropped`.
pub fn answers(pack: &Pack, person: &Person, dropped: &mut Vec<Dropped>) -> Answers {
    let mut answers = Answers::none(&pack.program);
    for (id, text) in &person.facts {
        let because = match slot_of(pack, id).map(|slot| (slot, parse_answer(pack, slot, text))) {
            Some((slot, Ok(value))) => {
                if let Some(place) = answers.values.get_mut(usize::from(slot)) {
                    *place = Some(value);
                }
                continue;
            }
            Some((_, Err(error))) => error.allowed.to_string(),
            None => String::new(),
        };
        match dropped.iter_mut().find(|it| it.question == *id) {
            Some(it) => it.people += 1,
            None => dropped.push(Dropped {
                question: id.clone(),
                because,
                people: 1,
            }),
        }
    }
    answers
}
