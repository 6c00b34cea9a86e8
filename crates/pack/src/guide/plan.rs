//! A road map for one person: what is done, what can be done now, and by when.

use super::months::{full_months, last_since};
use super::{Guide, Task, Wait, put};
use crate::facts::slot_of;
use crate::model::Pack;
use rules::date::{Day, add_months};
use rules::eval::{Answers, Evaluator, Truth};
use rules::program::{Domain, Slot, Version};

/// No condition waits longer than ten years.
const MOST_MONTHS: i64 = 120;

/// What a person told of their progress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// By [`super::Road::dates`].
    pub dates: Vec<Option<Day>>,
    /// By [`super::Road::tasks`]: ticked as done.
    pub ticked: Vec<bool>,
}

/// A task as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Done by a tick, or because its day has come.
    pub done: bool,
    /// Not by a tick: because its day has come.
    pub by_date: bool,
    /// The tasks that must be done before it and are not, by index.
    pub blocked_by: Vec<u16>,
    /// How many months it waits for, as the programme's condition asks.
    pub months: Option<i64>,
    /// The first day on which it can be done, as far as dates are entered.
    pub from: Option<Day>,
    /// Whether a date is still to be entered that may put the first day off.
    pub is_open: bool,
    /// The last day on which it can be done.
    pub until: Option<Day>,
    /// The claim that `until` is for, by index, where it is another task than this.
    pub until_for: Option<u16>,
    /// How many months its window has, of which `until` is the end.
    pub window_months: Option<u16>,
}

impl Step {
    /// Whether the last day is before the first: the entered dates leave no time.
    pub fn is_too_late(&self) -> bool {
        self.from
            .zip(self.until)
            .is_some_and(|(from, until)| until < from)
    }
}

/// Where every task stands on a day, by [`super::Road::tasks`].
///
/// Windows and months are those of the versions of the main pack's programmes that cover the
/// day; where none does, there is no date. A task that waits for months is done when they have
/// passed: that what is counted went on without a break is the person's to know.
pub fn steps(guide: &Guide, main: &Pack, progress: &Progress, today: Day) -> Vec<Step> {
    let tasks = &guide.road.tasks;
    let mut evaluator = Evaluator::new(&main.program).ok();
    let mut steps: Vec<Step> = Vec::with_capacity(tasks.len());
    for (at, task) in tasks.iter().enumerate() {
        let date = |date: u8| progress.dates.get(usize::from(date)).copied().flatten();
        let mut step = Step::default();
        let mut from = None;
        for before in &task.after {
            let before = steps.get(usize::from(*before));
            from = from.max(before.and_then(|before| before.from));
            step.is_open |= before.is_some_and(|before| before.is_open && !before.done);
        }
        if let Some(wait) = &task.waits {
            step.months = evaluator
                .as_mut()
                .and_then(|evaluator| months_of(main, evaluator, wait, today));
            let since = date(wait.since);
            let full = since
                .zip(step.months)
                .map(|(since, months)| add_months(since, months));
            from = from.max(full);
            step.is_open |= full.is_none();
            // Until a date is entered one may tick it.
            step.by_date = full.is_some_and(|full| full <= today);
        }
        if let Some((until, months)) = window(guide, main, task, progress, today) {
            step.until = Some(until);
            step.window_months = Some(months);
        }
        let come = task
            .date
            .and_then(date)
            .is_some_and(|entered| entered <= today);
        step.by_date |= come;
        step.done = step.by_date || progress.ticked.get(at) == Some(&true);
        step.from = from;
        let open = |before: &&u16| {
            let before = steps.get(usize::from(**before));
            before.is_some_and(|before| !before.done)
        };
        step.blocked_by = task.after.iter().filter(open).copied().collect();
        steps.push(step);
    }
    latest_beginnings(guide, progress, &mut steps);
    steps
}

/// How many months a condition asks for on a day: the least answer with which it holds, whatever
/// else is answered. `None` where no version covers the day or no answer is enough.
pub fn months_of(main: &Pack, evaluator: &mut Evaluator<'_>, wait: &Wait, day: Day) -> Option<i64> {
    let programme = programme(main, &wait.programme)?;
    let number = version_on(main, programme, day)?;
    let code = main.program.programmes.get(programme)?;
    let conditions = &code.versions.get(number)?.conditions;
    let condition = conditions.iter().position(|it| it.id == wait.condition)?;
    let slot = counted(main, programme, number, condition)?;
    let mut answers = Answers {
        values: vec![None; main.program.facts.len()],
    };
    (0..=MOST_MONTHS).find(|months| {
        if let Some(place) = answers.values.get_mut(usize::from(slot)) {
            *place = Some(*months);
        }
        let evaluation = evaluator.evaluate(day, &answers);
        let outcome = evaluation.outcomes.get(programme);
        outcome.is_some_and(|outcome| outcome.conditions.get(condition) == Some(&Truth::Yes))
    })
}

/// The number of months that a condition reads, if that is all it reads.
pub(crate) fn counted(
    main: &Pack,
    programme: usize,
    version: usize,
    condition: usize,
) -> Option<Slot> {
    let text = main.programmes.get(programme)?.versions.get(version)?;
    let facts = text.condition_facts.get(condition)?;
    let &[slot] = facts.as_slice() else {
        return None;
    };
    let domain = &main.program.facts.get(usize::from(slot))?.domain;
    let unit = main.questions.get(usize::from(slot))?.unit;
    let months = matches!(domain, Domain::Number { scale: 0, .. });
    (months && unit == rules::program::Unit::Months).then_some(slot)
}

/// The place of a programme.
pub(crate) fn programme(main: &Pack, id: &str) -> Option<usize> {
    main.program.programmes.iter().position(|it| it.id == id)
}

/// The version of a programme that covers a day.
fn version_on(main: &Pack, programme: usize, day: Day) -> Option<usize> {
    let covers = |version: &Version| {
        version.from.is_none_or(|from| from <= day) && version.until.is_none_or(|end| day <= end)
    };
    let code = main.program.programmes.get(programme)?;
    code.versions.iter().position(covers)
}

/// The last day of a claim's window, and its months, once its day is entered.
fn window(
    guide: &Guide,
    main: &Pack,
    task: &Task,
    progress: &Progress,
    today: Day,
) -> Option<(Day, u16)> {
    let programme = programme(main, task.claims.as_deref()?)?;
    let version = version_on(main, programme, today)?;
    let code = main.program.programmes.get(programme)?;
    let window = code.versions.get(version)?.window?;
    let asks = |date: &super::Date| {
        let question = date.question.as_deref();
        question.and_then(|id| slot_of(main, id)) == Some(window.event)
    };
    let date = guide.road.dates.iter().position(asks)?;
    let event = progress.dates.get(date).copied().flatten()?;
    let months = window.months;
    Some((add_months(event, i64::from(months)), months))
}

/// The last day to begin something whose months must be full when a claim's window ends: for
/// each task that is a date's doing, while that date is open.
fn latest_beginnings(guide: &Guide, progress: &Progress, steps: &mut [Step]) {
    let tasks = &guide.road.tasks;
    let mut latest: Vec<(usize, Day, u16)> = Vec::new();
    for (claim, (task, step)) in tasks.iter().zip(steps.iter()).enumerate() {
        let Some(until) = step.until.filter(|_| !step.done) else {
            continue;
        };
        for before in &task.after {
            let wait = tasks
                .get(usize::from(*before))
                .and_then(|it| it.waits.as_ref());
            let months = steps.get(usize::from(*before)).and_then(|it| it.months);
            let Some((wait, months)) = wait.zip(months) else {
                continue;
            };
            let entered = progress.dates.get(usize::from(wait.since));
            if entered.copied().flatten().is_some() {
                continue;
            }
            let begin = tasks.iter().position(|it| it.date == Some(wait.since));
            let claim = u16::try_from(claim).unwrap_or(u16::MAX);
            latest.extend(begin.map(|begin| (begin, last_since(months, until), claim)));
        }
    }
    for (begin, day, claim) in latest {
        let Some(step) = steps.get_mut(begin).filter(|step| !step.done) else {
            continue;
        };
        if step.until.is_none_or(|until| day < until) {
            step.until = Some(day);
            step.until_for = Some(claim);
        }
    }
}

/// What the entered dates answer of the guide's own questions on a day; a person's own answers
/// give way to them.
pub fn own_answers(guide: &Guide, told: &Answers, dates: &[Option<Day>], day: Day) -> Answers {
    let mut answers = told.clone();
    answers.values.resize(guide.pack.program.facts.len(), None);
    let mut set = |id: &str, value: i64| put(&guide.pack, &mut answers, id, value);
    for (date, since) in guide.road.dates.iter().zip(dates) {
        // A day that is only planned has changed nothing yet.
        let Some(since) = since.filter(|since| *since <= day) else {
            continue;
        };
        date.own_yes.iter().for_each(|id| set(id, 1));
        let months = full_months(since, day);
        date.own_counts.iter().for_each(|id| set(id, months));
    }
    answers
}
