//! What a change of a pack means: rules, people, and the cases on either side of each edge.

mod changes;
mod edges;
mod html;
mod json;
mod outcomes;
mod people;
mod side;
mod text;
mod texts;
mod varied;
mod words;

pub use html::page;
pub use json::object;
pub use people::{Dropped, Person, of_folder, of_list};
pub use text::text;

use changes::Change;
use edges::Edge;
use outcomes::{Best, Gets, Move};
use pack::Pack;
use pack::model::Text;
use pack::source::Written;
use rules::date::Day;
use rules::eval::{Answers, Evaluator};
use side::{Meanings, Side};
use std::collections::BTreeSet;

/// A pack to compare.
pub struct Input {
    /// As given.
    pub path: String,
    pub pack: Pack,
    pub hash: String,
    /// Expressions as written; empty for a compact pack.
    pub written: Vec<Written>,
}

/// All that differs between two packs.
pub struct Report<'p> {
    pub packs: [&'p Input; 2],
    pub date: Day,
    pub people: usize,
    /// By pack.
    pub dropped: [Vec<Dropped>; 2],
    pub changes: Vec<Change>,
    /// How many people only gain, only lose, do both; whose ranges alone move; for whom
    /// something else changes; for whom nothing does.
    pub verdicts: [usize; 6],
    /// Programmes by id; only those with a result that differs.
    pub programmes: Vec<ProgrammeMoves>,
    pub best: Vec<Group<Best>>,
    pub edges: Vec<Edge>,
}

/// A programme's results that differ.
pub struct ProgrammeMoves {
    pub id: String,
    pub title: Text,
    pub groups: Vec<Group<Gets>>,
    pub unchanged: usize,
}

/// People who come from the same result to the same other one.
pub struct Group<T> {
    pub way: Move,
    pub old: T,
    pub new: T,
    pub people: Vec<String>,
}

/// A person's answers and results by both packs.
struct Compared<'a> {
    person: &'a Person,
    answers: [Answers; 2],
    /// By programme, in the order of `ids`.
    gets: Vec<[Gets; 2]>,
}

impl Report<'_> {
    /// Whether the packs are the same to the last byte.
    fn same_files(&self) -> bool {
        let [old, new] = self.packs;
        old.hash == new.hash
    }

    /// Whether anything differs at all.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.programmes.is_empty() && self.best.is_empty()
    }
}

/// Compares two packs by people on a day.
///
/// # Errors
/// A pack's rules are not sound.
pub fn compare<'p>(
    packs: [&'p Input; 2],
    date: Day,
    people: &[Person],
) -> Result<Report<'p>, String> {
    let mut meanings = Meanings::default();
    let sides = packs.map(|it| Side::new(&it.pack, it.written.clone(), &mut meanings));
    let [old, new] = &sides;
    let ids: BTreeSet<&str> = packs
        .iter()
        .flat_map(|it| &it.pack.program.programmes)
        .map(|it| it.id.as_str())
        .collect();
    let [a, b] = packs.map(|it| {
        Evaluator::new(&it.pack.program).map_err(|error| format!("{}: {error}", it.path))
    });
    let mut evaluators = [a?, b?];
    let mut dropped = [Vec::new(), Vec::new()];
    let mut verdicts = [0; 6];
    let mut best: Vec<Group<Best>> = Vec::new();
    let mut programmes: Vec<ProgrammeMoves> = ids
        .iter()
        .map(|id| ProgrammeMoves {
            id: (*id).to_owned(),
            title: [new, old]
                .iter()
                .find_map(|it| it.programme(id))
                .map(|it| it.2.title.clone())
                .unwrap_or_default(),
            groups: Vec::new(),
            unchanged: 0,
        })
        .collect();
    let mut compared = Vec::with_capacity(people.len());
    for person in people {
        let mut answers = packs
            .iter()
            .zip(&mut dropped)
            .map(|(it, dropped)| people::answers(&it.pack, person, dropped));
        let answers = [answers.next(), answers.next()].map(Option::unwrap_or_default);
        let mut each = evaluators
            .iter_mut()
            .zip(&answers)
            .map(|(it, answers)| it.evaluate(date, answers));
        let evaluations = [each.next(), each.next()].map(Option::unwrap_or_default);
        let mut ways = BTreeSet::new();
        let mut all = Vec::with_capacity(ids.len());
        for (id, moves) in ids.iter().zip(&mut programmes) {
            let mut each = sides.iter().zip(&evaluations).map(|(side, evaluation)| {
                let (place, code, _) = side.programme(id)?;
                evaluation
                    .outcomes
                    .get(place)
                    .map(|outcome| Gets::of(code, outcome))
            });
            let gets = [each.next(), each.next()].map(|it| it.flatten().unwrap_or_default());
            let [was, is] = &gets;
            match was.to(is) {
                Move::Unchanged => moves.unchanged += 1,
                way => {
                    ways.insert(way);
                    add(
                        &mut moves.groups,
                        way,
                        was.clone(),
                        is.clone(),
                        &person.name,
                    );
                }
            }
            all.push(gets);
        }
        let [was, is] = &evaluations;
        let (was, is) = (Best::of(&packs[0].pack, was), Best::of(&packs[1].pack, is));
        let way = was.to(&is);
        if way != Move::Unchanged {
            ways.insert(way);
            add(&mut best, way, was, is, &person.name);
        }
        if let Some(count) = verdicts.get_mut(verdict(&ways)) {
            *count += 1;
        }
        compared.push(Compared {
            person,
            answers,
            gets: all,
        });
    }
    let edges = edges::find(&sides, date, &ids, &compared)?;
    best.sort_by_key(|it| it.way);
    programmes.retain_mut(|it| {
        it.groups.sort_by_key(|it| it.way);
        !it.groups.is_empty()
    });
    dropped
        .iter_mut()
        .for_each(|it| it.sort_by(|a, b| a.question.cmp(&b.question)));
    Ok(Report {
        packs,
        date,
        people: people.len(),
        dropped,
        changes: changes::changes(old, new),
        verdicts,
        programmes,
        best,
        edges,
    })
}

fn add<T: PartialEq>(groups: &mut Vec<Group<T>>, way: Move, old: T, new: T, name: &str) {
    let found = groups.iter_mut().find(|it| it.old == old && it.new == new);
    match found {
        Some(group) => group.people.push(name.to_owned()),
        None => groups.push(Group {
            way,
            old,
            new,
            people: vec![name.to_owned()],
        }),
    }
}

/// The place of a person among the verdicts, by the ways in which their results move.
fn verdict(ways: &BTreeSet<Move>) -> usize {
    match (ways.contains(&Move::Gained), ways.contains(&Move::Lost)) {
        (true, false) => 0,
        (false, true) => 1,
        (true, true) => 2,
        _ if ways.contains(&Move::Widened) || ways.contains(&Move::Narrowed) => 3,
        _ if !ways.is_empty() => 4,
        _ => 5,
    }
}
