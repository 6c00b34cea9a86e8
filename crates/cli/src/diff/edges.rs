//! The cases on either side of each changed threshold.
//!
//! One answer (or the day of application) of a sample person is moved through its whole
//! domain while the others stay. Where the two packs' results begin or cease to differ is
//! found exactly: every value of a small domain is tried; of a large one a grid, every
//! constant of either pack's rules and its neighbours, and by halving what lies between two
//! values of which the packs say different things.

use super::Compared;
use super::outcomes::{Gets, Move};
use super::side::Side;
use super::varied::{Code, Varied, programme, touched};
use pack::facts::{format_answer, format_date};
use pack::model::Text;
use rules::date::{Day, add_months, months_between};
use rules::eval::{Answers, Evaluator, Status};
use rules::program::{Op, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// A run of values of one answer for which two packs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub programme: String,
    /// The question's id; empty for the day of application.
    pub fact: String,
    pub label: Text,
    /// The first person whom it concerns, all other answers being theirs.
    pub person: String,
    /// How many of the people that were tried it concerns.
    pub people: usize,
    pub first: Case,
    pub last: Case,
    /// The nearest values outside the run, where both packs give the same.
    pub before: Option<Case>,
    pub after: Option<Case>,
}

/// A value and what each pack gives for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub value: String,
    pub label: Text,
    /// Full months from this day to the day of application, where that is what counts.
    pub months: Option<i64>,
    pub gets: [Gets; 2],
}

/// A domain of so many values is tried whole.
const SMALL: i64 = 256;
/// A larger one is looked at in so many places at first.
const GRID: i64 = 96;
/// People tried: whose result differs, who may claim by either pack, others.
const TRIED: [usize; 3] = [6, 4, 4];

/// All edges: programmes by id, questions in the new pack's order, values ascending.
pub(super) fn find(
    sides: &[Side<'_>; 2],
    date: Day,
    ids: &BTreeSet<&str>,
    people: &[Compared<'_>],
) -> Result<Vec<Edge>, String> {
    let mut edges = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let [Some(old), Some(new)] = sides.each_ref().map(|side| programme(side, id, date)) else {
            continue;
        };
        let codes = [&old, &new];
        let Some((facts, by_day)) = touched(sides, codes) else {
            continue;
        };
        let programs = codes.map(|it| &it.program);
        let [a, b] = programs.map(|it| Evaluator::new(it).map_err(|error| error.to_string()));
        let mut scan = Scan {
            sides,
            codes,
            evaluators: [a?, b?],
            date,
        };
        let mut varied: Vec<Varied> = facts
            .iter()
            .filter_map(|fact| Varied::question(sides, fact))
            .collect();
        varied.sort_by_key(|it| it.slots);
        varied.extend(by_day.then(|| Varied::day(date)));
        for it in &varied {
            let mut own: Vec<Edge> = Vec::new();
            for person in tried(index, people, codes, it) {
                for edge in scan.edges(id, it, person) {
                    let same = |other: &&mut Edge| {
                        (&other.first.value, &other.last.value)
                            == (&edge.first.value, &edge.last.value)
                    };
                    match own.iter_mut().find(same) {
                        Some(known) => known.people += 1,
                        None => own.push(edge),
                    }
                }
            }
            edges.extend(own);
        }
    }
    Ok(edges)
}

/// The people to try: complete in all that the programme reads besides what is moved.
fn tried<'p, 'a>(
    index: usize,
    people: &'p [Compared<'a>],
    codes: [&Code; 2],
    varied: &Varied,
) -> Vec<&'p Compared<'a>> {
    let complete = |it: &&Compared<'_>| {
        let [new, old] = varied.slots.map_or([None; 2], |it| it.map(Some));
        it.answers
            .iter()
            .zip(codes)
            .zip([old, new])
            .all(|((answers, code), moved)| {
                let known = |slot: &Slot| {
                    answers
                        .values
                        .get(usize::from(*slot))
                        .copied()
                        .flatten()
                        .is_some()
                };
                code.reads
                    .iter()
                    .all(|slot| Some(*slot) == moved || known(slot))
            })
    };
    let rank = |it: &&Compared<'_>| match it.gets.get(index) {
        Some([old, new]) if old.to(new) != Move::Unchanged => 0,
        Some(gets) if gets.iter().any(|it| it.status == Some(Status::Eligible)) => 1,
        _ => 2,
    };
    let own = |it: &&Compared<'_>| {
        let programmes = codes.iter().flat_map(|it| &it.program.programmes);
        it.person.programme.is_empty()
            || programmes
                .into_iter()
                .any(|code| code.id == it.person.programme)
    };
    let all: Vec<&Compared<'_>> = people.iter().filter(complete).filter(own).collect();
    let mut chosen = Vec::new();
    for (wanted, most) in TRIED.into_iter().enumerate() {
        chosen.extend(
            all.iter()
                .copied()
                .filter(|it| rank(it) == wanted)
                .take(most),
        );
    }
    chosen
}

struct Scan<'s, 'p> {
    sides: &'s [Side<'p>; 2],
    codes: [&'s Code; 2],
    evaluators: [Evaluator<'s>; 2],
    date: Day,
}

/// What both packs give for each value that was tried.
type Seen = BTreeMap<i64, [Gets; 2]>;

impl Scan<'_, '_> {
    fn edges(&mut self, id: &str, varied: &Varied, person: &Compared<'_>) -> Vec<Edge> {
        let [low, high] = varied.domain;
        let mut seen = Seen::new();
        let points: Vec<i64> = self.points(varied).into_iter().collect();
        for point in &points {
            let gets = self.gets(varied, person, *point);
            seen.insert(*point, gets);
        }
        for (from, to) in points.iter().zip(points.iter().skip(1)) {
            self.halve(varied, person, &mut seen, *from, *to);
        }
        let differs = |gets: &[Gets; 2]| {
            let [old, new] = gets;
            old.to(new) != Move::Unchanged
        };
        let all: Vec<(&i64, &[Gets; 2])> = seen.iter().collect();
        let mut edges = Vec::new();
        let same_run = |a: &(&i64, &[Gets; 2]), b: &(&i64, &[Gets; 2])| {
            let way = |[old, new]: &[Gets; 2]| old.to(new);
            way(a.1) == way(b.1) && varied.values.is_empty()
        };
        let mut at = 0;
        for run in all.chunk_by(same_run) {
            let (start, end) = (at, at + run.len());
            at = end;
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            // Where all values differ, this answer draws no line.
            let whole = all.iter().all(|it| differs(it.1)) || low > high;
            if !differs(first.1) || whole {
                continue;
            }
            let outside = |place: Option<usize>| {
                let (value, gets) = all.get(place?)?;
                (!differs(gets)).then(|| self.case(varied, **value, gets))
            };
            edges.push(Edge {
                programme: id.to_owned(),
                fact: varied.fact.clone(),
                label: varied.label.clone(),
                person: person.person.name.clone(),
                people: 1,
                first: self.case(varied, *first.0, first.1),
                last: self.case(varied, *last.0, last.1),
                before: outside(start.checked_sub(1)),
                after: outside(Some(end)),
            });
        }
        edges
    }

    /// Where to look at first.
    fn points(&self, varied: &Varied) -> BTreeSet<i64> {
        let [low, high] = varied.domain;
        if high - low < SMALL {
            return (low..=high).collect();
        }
        let step = (high - low) / GRID;
        let mut points: BTreeSet<i64> = (0..GRID).map(|it| low + it * step).chain([high]).collect();
        let mut near = |value: i64| {
            points.extend(
                (value.saturating_sub(1)..=value.saturating_add(1))
                    .filter(|it| (low..=high).contains(it)),
            )
        };
        for code in self.codes {
            let versions = code.program.programmes.iter().flat_map(|it| &it.versions);
            for version in versions {
                [version.from, version.until]
                    .into_iter()
                    .flatten()
                    .for_each(&mut near);
            }
            for op in &code.program.ops {
                let Op::Number(n) = *op else { continue };
                near(n);
                if varied.is_date && (1..=1200).contains(&n) {
                    near(add_months(self.date, -n));
                    near(add_months(self.date, n));
                }
            }
        }
        points
    }

    /// Looks between two values of which the packs say different things.
    fn halve(
        &mut self,
        varied: &Varied,
        person: &Compared<'_>,
        seen: &mut Seen,
        from: i64,
        to: i64,
    ) {
        let mut open = vec![(from, to)];
        while let Some((from, to)) = open.pop() {
            let middle = from + (to - from) / 2;
            if middle == from || said(seen.get(&from)) == said(seen.get(&to)) {
                continue;
            }
            let gets = self.gets(varied, person, middle);
            seen.insert(middle, gets);
            open.extend([(from, middle), (middle, to)]);
        }
    }

    fn gets(&mut self, varied: &Varied, person: &Compared<'_>, value: i64) -> [Gets; 2] {
        let kept = varied.as_kept(value);
        let mut gets = [Gets::default(), Gets::default()];
        for (n, gets) in gets.iter_mut().enumerate() {
            let (Some(evaluator), Some(answers), Some(code)) = (
                self.evaluators.get_mut(n),
                person.answers.get(n),
                self.codes.get(n),
            ) else {
                continue;
            };
            let mut answers: Answers = answers.clone();
            let mut date = self.date;
            match varied.slots {
                None => date = value,
                Some([new, old]) => {
                    let slot = if n == 0 { old } else { new };
                    if let Some(place) = answers.values.get_mut(usize::from(slot)) {
                        *place = kept.get(n).copied();
                    }
                }
            }
            let evaluation = evaluator.evaluate(date, &answers);
            if let (Some(programme), Some(outcome)) =
                (code.program.programmes.first(), evaluation.outcomes.first())
            {
                // A deadline moves with the answer: it would draw no line.
                *gets = Gets {
                    apply_by: None,
                    ..Gets::of(programme, outcome)
                };
            }
        }
        gets
    }

    fn case(&self, varied: &Varied, value: i64, gets: &[Gets; 2]) -> Case {
        let [_, is] = varied.as_kept(value);
        let [_, side] = self.sides;
        let slot = varied.slots.map(|[new, _]| new);
        let text = slot.map_or_else(
            || format_date(value),
            |slot| format_answer(side.pack, slot, is),
        );
        let question = slot.and_then(|it| side.pack.questions.get(usize::from(it)));
        let option = question.and_then(|it| it.options.get(usize::try_from(is).ok()?));
        let starts = |code: &&Code| {
            let window = code.version.as_ref().and_then(|it| it.window);
            let event = window.and_then(|it| code.program.facts.get(usize::from(it.event)));
            event.is_some_and(|it| it.id == varied.fact)
        };
        let counts = self.codes.iter().any(starts) && value <= self.date;
        Case {
            label: option.map_or_else(
                || Text {
                    zh: text.clone(),
                    en: text.clone(),
                },
                |it| it.label.clone(),
            ),
            value: text,
            months: counts.then(|| months_between(value, self.date)),
            gets: gets.clone(),
        }
    }
}

/// What tells two values apart: whether the packs differ, and what they say of the right.
fn said(gets: Option<&[Gets; 2]>) -> Option<(Move, [Option<Status>; 2])> {
    let [old, new] = gets?;
    Some((old.to(new), [old.status, new.status]))
}
