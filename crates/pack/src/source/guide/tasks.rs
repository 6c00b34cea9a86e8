//! The road map as the app wants it: looked up, checked, its tasks in order.

use super::look_up::{find, programmes, questions, said};
use super::raw::{RawCourse, RawDate, RawRoad, RawTask, RawWait};
use crate::guide::plan::{counted, months_of};
use crate::guide::{Course, Date, Road, Said, Stage, Task, Wait, order};
use crate::model::Pack;
use crate::source::fault::Faults;
use crate::source::node::Str;
use crate::source::questions::unique;
use crate::source::raw::Cited;
use rules::eval::Evaluator;
use rules::program::{Domain, Slot, Unit};

/// What ids mean, for everything that names them.
struct Known<'a> {
    own: &'a Pack,
    main: &'a Pack,
    stages: Vec<&'a str>,
    courses: Vec<&'a str>,
    dates: Vec<&'a str>,
    tasks: Vec<&'a str>,
}

pub(super) fn road(raw: RawRoad, own: &Pack, main: &Pack, faults: &mut Faults) -> Road {
    fn each<'a, T>(
        all: &'a [T],
        id: fn(&T) -> &Str,
        what: &str,
        faults: &mut Faults,
    ) -> Vec<&'a str> {
        let ids: Vec<&Str> = all.iter().map(id).collect();
        for (at, id) in ids.iter().enumerate() {
            unique(id, ids.iter().take(at).copied(), what, faults);
        }
        ids.into_iter().map(|id| id.value.as_str()).collect()
    }
    let known = Known {
        own,
        main,
        stages: each(&raw.stages, |(id, _)| id, "stage", faults),
        courses: each(&raw.courses, |course| &course.id, "course", faults),
        dates: each(&raw.dates, |date| &date.id, "date", faults),
        tasks: each(&raw.tasks, |task| &task.id, "task", faults),
    };
    let lists = [&known.stages, &known.courses, &known.dates];
    if let Some(last) = lists
        .iter()
        .find(|list| list.len() > 255)
        .and(raw.tasks.last())
    {
        let message = "a road map has at most 255 stages, courses and dates";
        faults.error("too-many", &last.id.at, message);
    }
    let courses = raw.courses.iter().map(|it| known.course(it, faults));
    let courses = courses.collect();
    let dates: Vec<Date> = raw.dates.iter().map(|it| known.date(it, faults)).collect();
    let tasks = raw.tasks.iter().map(|it| known.task(it, &dates, faults));
    let tasks: Vec<Task> = tasks.collect();
    let notes = raw.notes.iter().map(|it| known.said(it, faults)).collect();
    let tasks = in_order(&raw.tasks, tasks, &known, faults);
    let stages = raw.stages.into_iter().map(|(id, title)| Stage {
        id: id.value,
        title,
    });
    Road {
        stages: stages.collect(),
        courses,
        dates,
        tasks,
        notes,
    }
}

impl Known<'_> {
    fn course(&self, raw: &RawCourse, faults: &mut Faults) -> Course {
        let programme = find(&raw.id, &programmes(self.own), "programme", faults);
        Course {
            programme: small(programme),
            short: raw.short.clone(),
            stage: small(find(&raw.stage, &self.stages, "stage", faults)),
            next: self.courses(&raw.next, faults),
        }
    }

    fn courses(&self, ids: &[Str], faults: &mut Faults) -> Vec<u8> {
        let found = ids
            .iter()
            .filter_map(|id| find(id, &self.courses, "course", faults));
        found.map(|at| small(Some(at))).collect()
    }

    fn date(&self, raw: &RawDate, faults: &mut Faults) -> Date {
        let (main, own) = (questions(self.main), questions(self.own));
        let day = |domain: &Domain, _| matches!(domain, Domain::Date { .. });
        let months = |domain: &Domain, unit| {
            matches!(domain, Domain::Number { scale: 0, .. }) && unit == Unit::Months
        };
        let yes = |domain: &Domain, _| *domain == Domain::Bool;
        if let Some(id) = &raw.question {
            asks(id, self.main, &main, day, "for a day", faults);
        }
        for id in &raw.counts {
            asks(
                id,
                self.main,
                &main,
                months,
                "for a number of months",
                faults,
            );
        }
        for id in &raw.own_counts {
            asks(id, self.own, &own, months, "for a number of months", faults);
        }
        for id in &raw.own_yes {
            asks(id, self.own, &own, yes, "for yes or no", faults);
        }
        let ids = |ids: &[Str]| ids.iter().map(|id| id.value.clone()).collect();
        Date {
            id: raw.id.value.clone(),
            label: raw.label.clone(),
            help: raw.help.clone(),
            question: raw.question.as_ref().map(|id| id.value.clone()),
            counts: ids(&raw.counts),
            own_counts: ids(&raw.own_counts),
            own_yes: ids(&raw.own_yes),
        }
    }

    /// A task; `after` is filled in when the order is known.
    fn task(&self, raw: &RawTask, dates: &[Date], faults: &mut Faults) -> Task {
        let names = programmes(self.main);
        for id in raw.unlocks.iter().chain(&raw.claims) {
            find(id, &names, "programme", faults);
        }
        if let Some(id) = &raw.claims {
            self.window(id, dates, faults);
        }
        let date = raw.date.as_ref();
        Task {
            id: raw.id.value.clone(),
            stage: small(find(&raw.stage, &self.stages, "stage", faults)),
            title: raw.title.clone(),
            about: self.said(&raw.about, faults),
            after: Vec::new(),
            optional: raw.optional,
            date: date
                .and_then(|id| find(id, &self.dates, "date", faults))
                .map(|at| small(Some(at))),
            courses: self.courses(&raw.courses, faults),
            unlocks: raw.unlocks.iter().map(|id| id.value.clone()).collect(),
            claims: raw.claims.as_ref().map(|id| id.value.clone()),
            waits: raw
                .waits
                .as_ref()
                .and_then(|wait| self.wait(wait, dates, faults)),
            papers: raw.papers.iter().map(|it| self.said(it, faults)).collect(),
            offices: raw.offices.iter().map(|it| self.said(it, faults)).collect(),
            page: raw.page,
        }
    }

    /// A claim's window must count from a date that one can enter.
    fn window(&self, id: &Str, dates: &[Date], faults: &mut Faults) {
        let programmes = &self.main.program.programmes;
        let Some(code) = programmes.iter().find(|code| code.id == id.value) else {
            return;
        };
        for window in code.versions.iter().filter_map(|version| version.window) {
            let event = self.main.program.facts.get(usize::from(window.event));
            let event = event.map(|fact| fact.id.as_str()).unwrap_or_default();
            if !dates
                .iter()
                .any(|date| date.question.as_deref() == Some(event))
            {
                let message = format!(
                    "the window of `{}` counts from `{event}`, which is no date here",
                    id.value
                );
                let help = format!("add a date with `question = \"{event}\"`");
                faults.error("no-date", &id.at, message).help(help);
                return;
            }
        }
    }

    fn wait(&self, raw: &RawWait, dates: &[Date], faults: &mut Faults) -> Option<Wait> {
        let names = programmes(self.main);
        let programme = find(&raw.programme, &names, "programme", faults)?;
        let code = self.main.program.programmes.get(programme)?;
        let conditions = code.versions.iter().flat_map(|version| &version.conditions);
        let conditions: Vec<&str> = conditions.map(|it| it.id.as_str()).collect();
        find(&raw.condition, &conditions, "condition", faults)?;
        let wait = |since| Wait {
            programme: raw.programme.value.clone(),
            condition: raw.condition.value.clone(),
            since,
        };
        let mut evaluator = Evaluator::new(&self.main.program).ok()?;
        let mut since = None;
        for (number, version) in code.versions.iter().enumerate() {
            let place = version
                .conditions
                .iter()
                .position(|it| it.id == raw.condition.value);
            let Some(place) = place else { continue };
            let day = version.from.or(version.until).unwrap_or(self.main.as_of);
            let date = counted(self.main, programme, number, place)
                .and_then(|slot| self.counted_from(slot, dates))
                .filter(|date| months_of(self.main, &mut evaluator, &wait(*date), day).is_some());
            if date.is_none() {
                let message = format!(
                    "the condition `{}` asks for no months that count from a date here",
                    raw.condition.value
                );
                let fault = faults.error("no-months", &raw.condition.at, message);
                fault.help("it must ask for a number of months and for nothing else, and a date must name its question in `counts`");
                return None;
            }
            since = date;
        }
        since.map(wait)
    }

    /// The date from which a number of months counts.
    fn counted_from(&self, slot: Slot, dates: &[Date]) -> Option<u8> {
        let fact = self.main.program.facts.get(usize::from(slot))?;
        let date = dates
            .iter()
            .position(|date| date.counts.contains(&fact.id))?;
        Some(small(Some(date)))
    }

    fn said(&self, cited: &Cited, faults: &mut Faults) -> Said {
        said(cited, self.own, self.main, faults)
    }
}

/// A question must be there and ask for the right kind of thing.
fn asks(
    id: &Str,
    pack: &Pack,
    known: &[&str],
    fits: impl Fn(&Domain, Unit) -> bool,
    what: &str,
    faults: &mut Faults,
) {
    let Some(at) = find(id, known, "question", faults) else {
        return;
    };
    let domain = pack.program.facts.get(at).map(|fact| &fact.domain);
    let unit = pack.questions.get(at).map_or(Unit::None, |it| it.unit);
    if !domain.is_some_and(|domain| fits(domain, unit)) {
        let message = format!("`{}` does not ask {what}", id.value);
        faults.error("wrong-type", &id.at, message);
    }
}

/// The tasks with what must come before them, in an order in which it does.
fn in_order(
    raw: &[RawTask],
    tasks: Vec<Task>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Vec<Task> {
    let stage = |at: usize| tasks.get(at).map_or(0, |task| task.stage);
    let mut after: Vec<Vec<usize>> = Vec::new();
    for (at, task) in raw.iter().enumerate() {
        let before = task.after.iter().filter_map(|id| {
            let before = find(id, &known.tasks, "task", faults)?;
            let told = |at: usize| {
                let stage = raw.get(at).map(|task| task.stage.value.as_str());
                stage.is_some_and(|stage| known.stages.contains(&stage))
            };
            if told(before) && told(at) && stage(before) > stage(at) {
                let message = format!(
                    "`{}` belongs to a later stage than `{}`",
                    id.value, task.id.value
                );
                faults.error("later-stage", &id.at, message);
            }
            Some(before)
        });
        after.push(before.collect());
    }
    // Stage by stage; within a stage as written.
    let mut by_stage: Vec<usize> = (0..tasks.len()).collect();
    by_stage.sort_by_key(|at| stage(*at));
    let place = |of: usize| by_stage.iter().position(|at| *at == of);
    let sorted = by_stage.iter().map(|at| {
        let before = after.get(*at).into_iter().flatten();
        before.filter_map(|before| place(*before)).collect()
    });
    let sorted: Vec<Vec<usize>> = sorted.collect();
    let at = |place: &usize| by_stage.get(*place).copied();
    let order: Vec<usize> = match order(&sorted) {
        Ok(order) => order.iter().filter_map(at).collect(),
        Err(cycle) => {
            let cycle: Vec<usize> = cycle.iter().filter_map(at).collect();
            report(raw, &cycle, faults);
            return Vec::new();
        }
    };
    let new_place = |of: &usize| order.iter().position(|at| at == of);
    let mut tasks: Vec<Option<Task>> = tasks.into_iter().map(Some).collect();
    let ordered = order.iter().filter_map(|at| {
        let mut task = tasks.get_mut(*at)?.take()?;
        let before = after.get(*at).into_iter().flatten().filter_map(new_place);
        task.after = before
            .map(|at| u16::try_from(at).unwrap_or(u16::MAX))
            .collect();
        task.after.sort_unstable();
        task.after.dedup();
        Some(task)
    });
    ordered.collect()
}

/// Tasks that wait for each other: each `after` of the circle is shown.
fn report(raw: &[RawTask], cycle: &[usize], faults: &mut Faults) {
    let id = |at: &usize| raw.get(*at).map_or("", |task| task.id.value.as_str());
    let next = cycle.iter().cycle().skip(1);
    let edges = cycle.iter().zip(next).filter_map(|(at, before)| {
        let after = &raw.get(*at)?.after;
        let edge = after.iter().find(|it| it.value == id(before))?;
        Some((edge, format!("`{}` comes after `{}`", id(at), id(before))))
    });
    let edges: Vec<_> = edges.collect();
    let Some(((first, label), rest)) = edges.split_first() else {
        return;
    };
    let message = match rest.is_empty() {
        true => format!("the task `{}` comes after itself", first.value),
        false => "these tasks come after each other: none can be first".to_owned(),
    };
    let fault = faults.error("cycle", &first.at, message);
    fault.label(label);
    for (edge, label) in rest {
        fault.also(&edge.at, label);
    }
    fault.help("take out one `after` of the circle");
}

/// A place in a list that is never long. What was not found is a fault already.
fn small<T: TryFrom<usize> + Default>(at: Option<usize>) -> T {
    at.and_then(|at| T::try_from(at).ok()).unwrap_or_default()
}
