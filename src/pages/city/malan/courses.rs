//! Which course now: the questions, the flower, and each course with its reasons.

use super::Desk;
use super::advice::{Advice, answer_words};
use super::ask::{Place, ask};
use super::flower;
use super::reasons::reasons;
use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::components::words;
use crate::texts::{check, malan as t};
use crate::ui::prelude::*;
use pack::guide::Course;
use pack::model::Evidence;
use rules::eval::Status;
use rules::program::Slot;
use std::sync::Arc;

/// The programme that says whether the plan names the visitor's group.
const NAMED_GROUP: &str = "named_group";

/// The section.
pub fn section(desk: Desk, advice: Memo<Arc<Advice>>) -> impl IntoView {
    let lang = desk.case.site.lang();
    // A question that the visitor wants to answer anew.
    let chosen = RwSignal::new(None::<Slot>);
    view! {
        <section id="courses" class="no-print" aria-labelledby="courses-title">
            <h2 id="courses-title">{t::courses(lang)}</h2>
            <p class="help">{t::courses_help(lang)}</p>
            <div class="sides">
                <div class="card">{questions(desk, advice, chosen)} {answers(desk, advice, chosen)}</div>
                {move || flower::flower(desk, &advice.read())}
            </div>
            <p class="sr-only" role="status">{move || flower::says(desk, &advice.read())}</p>
            <div class="cards">{move || found(desk, &advice.read())}</div>
            {move || others(desk, &advice.read())}
            <p class="muted small">{t::enrol(lang)}</p>
        </section>
    }
}

fn questions(
    desk: Desk,
    advice: Memo<Arc<Advice>>,
    chosen: RwSignal<Option<Slot>>,
) -> impl IntoView {
    let lang = desk.case.site.lang();
    let pack = &desk.guide.pack;
    let id = move |slot: Slot| {
        let fact = pack.program.facts.get(usize::from(slot));
        fact.map_or("", |fact| fact.id.as_str())
    };
    let asked = Memo::new(move |_| {
        let kept = desk.kept.read();
        let waits = |slot: &Slot| !kept.skipped.iter().any(|skipped| skipped == id(*slot));
        let advice = advice.read();
        let next = advice.open.iter().copied().find(waits);
        chosen.get().or(next)
    });
    let value = move |slot| advice.read().answer(slot);
    let on_answer = move |slot: Slot, value: Option<i64>| {
        chosen.set(None);
        desk.change(|kept| match value {
            Some(value) => kept.set(id(slot), pack::format_answer(pack, slot, value)),
            None => kept.skip(id(slot)),
        });
    };
    let done = move || {
        let left = !advice.read().open.is_empty();
        let note = left.then(|| t::skipped_note(lang));
        view! { <p class="muted">{t::all_done(lang)} {note}</p> }.into_any()
    };
    let place = Place {
        pack,
        heading: "course-ask",
        field: "course-answer",
    };
    ask(lang, place, asked, value, on_answer, done)
}

/// What was answered, each with a way to change it.
fn answers(desk: Desk, advice: Memo<Arc<Advice>>, chosen: RwSignal<Option<Slot>>) -> impl IntoView {
    let lang = desk.case.site.lang();
    let pack = &desk.guide.pack;
    let line = move |slot: Slot| {
        let advice = advice.read();
        let kept = desk.kept.read();
        let id = pack
            .program
            .facts
            .get(usize::from(slot))
            .map(|fact| &fact.id)?;
        let by_date = advice.by_date.get(usize::from(slot)) == Some(&true);
        let skipped = kept.skipped.contains(id);
        let (value, button) = match advice.answer(slot) {
            Some(value) => (answer_words(desk, slot, value), check::change(lang)),
            None if skipped => (check::skipped(lang).to_owned(), check::answer_it(lang)),
            None => return None,
        };
        let label = words::label(lang, pack, slot);
        let change = match by_date {
            true => view! { <span class="muted small">{t::from_date(lang)}</span> }.into_any(),
            false => view! {
                <button type="button" class="button quiet" on:click=move |_| chosen.set(Some(slot))>
                    {button}
                    <span class="sr-only">" " {label}</span>
                </button>
            }
            .into_any(),
        };
        Some(view! {
            <div class="answer">
                <dt>{label}</dt>
                <dd>
                    <span>{value}</span>
                    {change}
                </dd>
            </div>
        })
    };
    move || {
        let slots = (0u16..).take(pack.program.facts.len());
        let lines: Vec<_> = slots.filter_map(line).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <details class="working" open=true>
                    <summary>{icon(Icon::Down)} {t::your_answers(lang)}</summary>
                    <dl class="answers">{lines}</dl>
                </details>
            }
        })
    }
}

/// The courses that fit, and whether the plan names the visitor's group.
fn found(desk: Desk, advice: &Advice) -> View {
    let lang = desk.case.site.lang();
    let courses = desk.guide.road.courses.iter();
    let fit = courses.filter(|course| advice.status(course.programme) == Status::Eligible);
    let mut all = fit.map(|course| card(desk, advice, course)).collect_view();
    let codes = &desk.guide.pack.program.programmes;
    let answered = advice.answers.values.iter().any(Option::is_some);
    let open = desk.guide.road.courses.iter().any(|course| {
        matches!(
            advice.status(course.programme),
            Status::Eligible | Status::Undetermined
        )
    });
    if answered && !open {
        all.push(view! { <p class="card">{t::none_fits(lang)}</p> });
    }
    let group = codes.iter().position(|code| code.id == NAMED_GROUP);
    let group = group.and_then(|at| u16::try_from(at).ok());
    let named = match group.map(|at| advice.status(at)) {
        Some(Status::Eligible) => Some(t::group_yes(lang)),
        Some(Status::Ineligible) => Some(t::group_no(lang)),
        _ => None,
    };
    all.push(
        named
            .map(|text| view! { <p class="group-note">{icon(Icon::Info)} <span>{text}</span></p> }),
    );
    all
}

fn card(desk: Desk, advice: &Advice, course: &'static Course) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let text = desk
        .guide
        .pack
        .programmes
        .get(usize::from(course.programme))?;
    let id = format!("course-{}", id_of(desk, course));
    let next: Vec<&str> = course
        .next
        .iter()
        .filter_map(|at| desk.guide.road.courses.get(usize::from(*at)))
        .filter_map(|next| desk.guide.pack.programmes.get(usize::from(next.programme)))
        .map(|text| lang.pick(&text.title))
        .collect();
    let next = match next.is_empty() {
        true => t::after_this_none(lang).to_owned(),
        false => next.join(words::comma(lang)),
    };
    Some(view! {
        <article class="card fits" aria-labelledby=id.clone()>
            <header>
                <h3 id=id>{lang.pick(&text.title)}</h3>
                <span class="badge jade">{icon(Icon::Check)} {t::fits_now(lang)}</span>
            </header>
            <p>{lang.pick(&text.summary)}</p>
            <h4>{t::reasons(lang)}</h4>
            {why(desk, advice, course)}
            <h4>{t::figures(lang)}</h4>
            {figures(desk, course)}
            <h4>{t::after_this(lang)}</h4>
            <p>{next}</p>
        </article>
    })
}

fn id_of(desk: Desk, course: &Course) -> &'static str {
    let code = desk
        .guide
        .pack
        .program
        .programmes
        .get(usize::from(course.programme));
    code.map_or("", |code| code.id.as_str())
}

/// Each condition with the answers that it rests on.
fn why(desk: Desk, advice: &Advice, course: &Course) -> Option<View> {
    let lang = desk.case.site.lang();
    let at = usize::from(course.programme);
    let outcome = advice.evaluation.as_ref()?.outcomes.get(at)?;
    let text = desk
        .guide
        .pack
        .programmes
        .get(at)?
        .versions
        .get(outcome.version?)?;
    let (pack, truths) = (&desk.guide.pack, &outcome.conditions);
    Some(reasons(lang, pack, text, truths, &advice.answers).into_any())
}

/// Class hours; those of elsewhere are marked so.
fn figures(desk: Desk, course: &Course) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let text = desk
        .guide
        .pack
        .programmes
        .get(usize::from(course.programme))?;
    let own = text.versions.first().map(|version| version.source);
    let rows = text.amounts.iter().map(|row| {
        let elsewhere = Some(row.source) != own;
        let mark = elsewhere.then(|| {
            view! { " " <span class="evidence amber">{t::from_elsewhere(lang)}</span> }
        });
        let doubt = (row.evidence == Evidence::Unconfirmed)
            .then(|| view! { " " {evidence_badge(lang, row.evidence)} });
        view! {
            <li>
                <span>{lang.pick(&row.label)} {mark} {doubt}</span>
                <strong>{lang.pick(&row.value)}</strong>
            </li>
        }
    });
    let rows = rows.collect_view();
    Some(view! { <ul class="sums">{rows}</ul> })
}

/// The courses that do not fit now, or of which it is not known: each with what it asks for.
fn others(desk: Desk, advice: &Advice) -> Option<View> {
    let lang = desk.case.site.lang();
    let courses = desk.guide.road.courses.iter();
    let others = courses.filter(|course| advice.status(course.programme) != Status::Eligible);
    let others = others.filter_map(|course| {
        let text = desk
            .guide
            .pack
            .programmes
            .get(usize::from(course.programme))?;
        let (class, sign, word) = state(advice.status(course.programme));
        Some(view! {
            <li id=format!("course-{}", id_of(desk, course))>
                <p class="over-line">
                    <strong>{lang.pick(&text.title)}</strong>
                    " "
                    <span class=class>{icon(sign)} {word(lang)}</span>
                </p>
                <p>{lang.pick(&text.summary)}</p>
                {why(desk, advice, course)}
                {figures(desk, course)}
            </li>
        })
    });
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then(|| {
        view! {
            <details class="card working other-courses">
                <summary>{icon(Icon::Down)} {t::others(lang)}</summary>
                <ul>{others}</ul>
            </details>
        }
        .into_any()
    })
}

/// A course's state: its badge's class, icon and word.
fn state(status: Status) -> (&'static str, Icon, fn(crate::lang::Lang) -> &'static str) {
    match status {
        Status::Eligible => ("badge jade", Icon::Check, t::fits_now),
        Status::Undetermined => ("badge amber", Icon::Question, t::fits_open),
        Status::Ineligible => ("badge plain", Icon::Dash, t::fits_not),
        Status::NoRule => ("badge plain", Icon::Phone, t::fits_unknown),
    }
}
