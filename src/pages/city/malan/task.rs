//! One task of the road map: a tick, its days, what it is for, what it needs.

use super::road::Steps;
use super::{Desk, said};
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::sources::clause;
use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::texts::{check, malan as t, shell};
use crate::ui::prelude::*;
use pack::guide::plan::Step;
use pack::guide::{Page, Task};

/// The task.
pub fn task(desk: Desk, stand: Steps, at: usize, task: &'static Task) -> impl IntoView {
    let lang = desk.case.site.lang();
    let step = Memo::new(move |_| stand.read().get(at).cloned().unwrap_or_default());
    let done = Memo::new(move |_| step.read().done);
    let by_date = Memo::new(move |_| step.read().by_date);
    let closed = Memo::new(move |_| !step.read().blocked_by.is_empty() && !done.get());
    let tick = move |done: bool| desk.change(|kept| kept.tick(&task.id, done));
    let optional = task.optional.then(|| {
        view! { <span class="evidence plain">{t::optional(lang)}</span> }
    });
    let automatic = move || {
        by_date
            .get()
            .then(|| view! { <p class="muted small auto">{t::by_date(lang)}</p> })
    };
    view! {
        <li class="task" id=format!("task-{}", task.id) class:done=done class:closed=closed>
            <label class="tick-line">
                <input
                    type="checkbox"
                    prop:checked=done
                    disabled=by_date
                    on:change:target=move |event| tick(event.target().checked())
                />
                <span>
                    <strong>{lang.pick(&task.title)}</strong>
                    " "
                    {optional}
                </span>
            </label>
            {automatic}
            <p>{said::sentence(desk, &task.about)}</p>
            {move || days(desk, task, &step.read())}
            {links(desk, task)}
            {more(desk, task, step)}
        </li>
    }
}

/// What stands between now and the task: days, and what must come first.
fn days(desk: Desk, task: &'static Task, step: &Step) -> View {
    let lang = desk.case.site.lang();
    let today = desk.case.date.get();
    if step.done {
        return View::default();
    }
    let day = |day| format::day(lang, day);
    let mut all = View::default();
    if let (Some(from), Some(until), true) = (step.from, step.until, step.is_too_late()) {
        let text = t::too_late(lang, day(from), day(until));
        all.push(view! { <p class="doubt">{icon(Icon::Info)} <span>{text}</span></p> });
    } else {
        if let Some(from) = step.from.filter(|from| *from > today) {
            let text = match step.is_open {
                true => t::from_day_open(lang, day(from)),
                false => t::from_day(lang, day(from)),
            };
            all.push(view! { <p class="deadline">{icon(Icon::Clock)} <span>{text}</span></p> });
        }
        if let Some(until) = step.until {
            all.push(last_day(desk, step, until));
        }
    }
    let tasks = &desk.guide.road.tasks;
    let first: Vec<&str> = step
        .blocked_by
        .iter()
        .filter_map(|at| tasks.get(usize::from(*at)))
        .map(|task| lang.pick(&task.title))
        .collect();
    if !first.is_empty() {
        let text = t::first_do(lang, first.join(words::comma(lang)));
        all.push(view! { <p class="muted first-do">{text}</p> });
    }
    if step.until.is_none() && step.from.is_none() {
        all.push(needs(desk, task, step));
    }
    all
}

/// The last day, and how long it is until then.
fn last_day(desk: Desk, step: &Step, until: i64) -> View {
    let lang = desk.case.site.lang();
    let left = until - desk.case.date.get();
    if left < 0 {
        let text = t::over(lang, format::day(lang, until));
        return view! { <p class="doubt">{icon(Icon::Info)} <span>{text}</span></p> }.into_any();
    }
    let for_claim = step.until_for.and_then(|at| {
        let task = desk.guide.road.tasks.get(usize::from(at))?;
        Some(t::until_for(lang, lang.pick(&task.title)))
    });
    let class = if left <= 30 {
        "deadline near"
    } else {
        "deadline"
    };
    view! {
        <p class=class>
            {icon(Icon::Clock)}
            <span>
                {t::until_day(lang)} " " <strong>{format::day(lang, until)}</strong> {for_claim} " · "
                {shell::days_left(lang, left)}
            </span>
        </p>
    }
    .into_any()
}

/// The date that must be entered before the task's day is known.
fn needs(desk: Desk, task: &'static Task, step: &Step) -> Option<View> {
    let lang = desk.case.site.lang();
    let since = task.waits.as_ref().map(|wait| usize::from(wait.since));
    let claimed = || {
        let rule = window_of(desk, task)?;
        let dates = &desk.guide.road.dates;
        let event = desk.case.pack.program.facts.get(usize::from(rule.event))?;
        dates
            .iter()
            .position(|date| date.question.as_ref() == Some(&event.id))
    };
    let date = desk.guide.road.dates.get(since.or_else(claimed)?)?;
    let months = step.months.map(|months| t::wait_months(lang, months));
    let text = t::needs_date(lang, lang.pick(&date.label));
    Some(
        view! {
            <p class="muted">
                {months.map(|months| view! { <strong>{months}</strong> " · " })} {text} " "
                <a href="#dates">{t::date_fill(lang)}</a>
            </p>
        }
        .into_any(),
    )
}

/// The window of what the task applies for, as of the day of application.
fn window_of(desk: Desk, task: &Task) -> Option<rules::program::Window> {
    let listed = Listed::of(desk.case.pack, task.claims.as_ref()?)?;
    listed.rule_on(desk.case.date.get())?.0.window
}

/// Programmes that it is for, courses, and the page that helps.
fn links(desk: Desk, task: &'static Task) -> impl IntoView {
    let lang = desk.case.site.lang();
    let claims = task.claims.iter();
    let programmes = claims.chain(&task.unlocks).filter_map(|id| {
        let listed = Listed::of(desk.case.pack, id)?;
        let title = lang.pick(&listed.text.title);
        Some(view! { <li><a href=format!("/programmes/{id}")>{title}</a></li> })
    });
    let programmes: Vec<_> = programmes.collect();
    let courses = task.courses.iter().filter_map(|at| {
        let course = desk.guide.road.courses.get(usize::from(*at))?;
        Some(view! { <li><a href="#courses">{lang.pick(&course.short)}</a></li> })
    });
    let courses: Vec<_> = courses.collect();
    let page = task.page.map(|page| {
        let (href, words) = page_link(lang, page);
        view! { <p><a class="go" href=href>{words} {icon(Icon::Right)}</a></p> }
    });
    let list = |name: &'static str, items: Vec<_>| {
        (!items.is_empty()).then(|| {
            view! {
                <div class="for">
                    <span class="muted small">{name}</span>
                    <ul class="tags">{items}</ul>
                </div>
            }
        })
    };
    view! {
        {list(t::take(lang), courses)}
        {list(t::counts_for(lang), programmes)}
        {page}
    }
}

fn page_link(lang: Lang, page: Page) -> (&'static str, &'static str) {
    match page {
        Page::Check => ("/check#for=founder", t::page_check(lang)),
        Page::Loan => ("/loan", t::page_loan(lang)),
        Page::Courses => ("/courses", t::page_courses(lang)),
        Page::Employers => ("/employers", t::page_employers(lang)),
        Page::Money => ("#cash", t::page_money(lang)),
    }
}

/// How long, with which papers, where, and by which document.
fn more(desk: Desk, task: &'static Task, step: Memo<Step>) -> impl IntoView {
    let lang = desk.case.site.lang();
    let takes = move || {
        let step = step.read();
        let wait = step.months.map(|months| t::wait_months(lang, months));
        let window = window_of(desk, task).map(|window| t::window_months(lang, window.months));
        let known: Vec<String> = wait.into_iter().chain(window).collect();
        match known.is_empty() {
            true => t::takes_unknown(lang).to_owned(),
            false => known.join(words::semicolon(lang)),
        }
    };
    let claimed = task
        .claims
        .as_ref()
        .and_then(|id| Listed::of(desk.case.pack, id));
    let papers = task
        .papers
        .iter()
        .map(|it| said::sentence(desk, it))
        .collect_view();
    let offices = task
        .offices
        .iter()
        .map(|it| said::sentence(desk, it))
        .collect_view();
    let (papers, offices) = match claimed {
        None => (papers, offices),
        Some(listed) => {
            let all = listed.text.papers.iter();
            let papers = (
                papers,
                all.map(|it| clause(lang, &it.clause)).collect_view(),
            );
            let all = listed.text.channels.iter();
            let offices = (offices, all.map(|it| clause(lang, it)).collect_view());
            (papers.into_view(), offices.into_view())
        }
    };
    let has = |own: usize, of: fn(&pack::model::Programme) -> usize| {
        own + claimed.map_or(0, |listed| of(listed.text))
    };
    let papers = match has(task.papers.len(), |it| it.papers.len()) {
        0 => t::ask_hotline(lang).into_view(),
        _ => papers,
    };
    let offices = match has(task.offices.len(), |it| it.channels.len()) {
        0 => t::ask_hotline(lang).into_view(),
        _ => offices,
    };
    let row = |term: &'static str, value: View| {
        view! {
            <dt>{term}</dt>
            <dd>{value}</dd>
        }
    };
    let colon = check::colon(lang);
    view! {
        <details class="working">
            <summary>
                {icon(Icon::Down)} {t::more(lang)}
                <span class="sr-only">{colon} {lang.pick(&task.title)}</span>
            </summary>
            <dl class="needs">
                {row(t::takes(lang), takes.into_view())} {row(t::papers(lang), papers)}
                {row(t::offices(lang), offices)}
                {row(t::rests_on(lang), said::rests_on(desk, &task.about).into_view())}
            </dl>
        </details>
    }
}
