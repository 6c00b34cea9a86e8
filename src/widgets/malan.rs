//! Which Malan Flower course now: the start-up guide's own questions, and the course with its
//! reasons.

use super::Place;
use super::asking::{Asking, asking, done};
use super::face::face;
use crate::browser::clock;
use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::components::waiting;
use crate::format;
use crate::pages::city::malan::reasons::reasons;
use crate::state::answers;
use crate::state::shelf::{self, Part};
use crate::texts::{malan as t, shell, widgets};
use crate::ui::prelude::*;
use leptos::task::spawn_local;
use pack::guide::{Course, Guide};
use pack::model::Evidence;
use rules::eval::{Answers, Evaluation, Evaluator, Outcome, Status};
use rules::program::Slot;
use std::cell::Cell;
use std::sync::Arc;

/// What the answers come to.
#[derive(Clone, Debug, PartialEq)]
struct Advice {
    answers: Answers,
    /// `None` where the guide is damaged, which is refused when it is read.
    evaluation: Option<Evaluation>,
    /// The questions that can still change something, most useful first.
    open: Vec<Slot>,
}

thread_local! {
    /// The guide, once it is here; a change of language makes the widget anew.
    static GUIDE: Cell<Option<&'static Guide>> = const { Cell::new(None) };
}

/// The widget. It fetches the guide by itself: the shelf knows how to read every part of the
/// catalogue, which is 32 kB more.
pub fn malan(place: Place) -> View {
    let site = place.site;
    let came = RwSignal::new(GUIDE.get().map(Ok));
    let fetch = move || {
        came.set(None);
        spawn_local(async move {
            let read = shelf::fetch(Part::Malan)
                .await
                .and_then(|bytes| shelf::read_guide(&bytes));
            let read = read.map(|guide| &*Box::leak(Box::new(guide)));
            GUIDE.set(read.ok());
            // In the other language the widget was made anew meanwhile, and asks for itself.
            if !came.is_gone() {
                came.set(Some(read));
            }
        });
    };
    if GUIDE.get().is_none() {
        fetch();
    }
    let region = move || match came.get() {
        None => waiting::loading(site.lang()).into_any(),
        Some(Ok(guide)) => with_guide(place, guide),
        Some(Err(failure)) => waiting::failed(site, failure, fetch).into_any(),
    };
    region.into_view()
}

fn with_guide(place: Place, guide: &'static Guide) -> View {
    let site = place.site;
    let lang = site.lang();
    let pack = &guide.pack;
    let advice = Memo::new(move |_| Arc::new(advice(guide, place)));
    let open = move || {
        let situations = site.situations.read();
        let skipped = &situations.current().skipped;
        let waits = |slot: &Slot| {
            let fact = pack.program.facts.get(usize::from(*slot));
            fact.is_some_and(|fact| !skipped.contains(&fact.id))
        };
        advice.read().open.iter().copied().find(waits)
    };
    let talk = Asking::new(site, pack, open);
    let question = move || match talk.asked.get() {
        Some(slot) => asking(place, talk, slot).into_any(),
        None => done(place, talk).into_any(),
    };
    let link = Memo::new(move |_| {
        let situations = site.situations.read();
        let given = &situations.current().answers;
        match given.is_empty() {
            true => "/malan".to_owned(),
            false => format!("/malan#a={}", answers::write(given)),
        }
    });
    let late = (clock::today() > pack.valid_until).then(|| {
        let until = format::day(lang, pack.valid_until);
        view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }
    });
    let body = view! {
        {late}
        {question}
        <div class="outcome" role="status">
            {move || found(place, guide, &advice.read())}
        </div>
    };
    let note = view! { <p class="small muted">{t::enrol(lang)}</p> };
    face(place, body, link, note.into_any())
}

fn advice(guide: &'static Guide, place: Place) -> Advice {
    let pack = &guide.pack;
    let situations = place.site.situations.read();
    let answers = answers::by_slot(pack, &situations.current().answers);
    let day = clock::today();
    let mut open = Vec::new();
    let evaluation = Evaluator::new(&pack.program).ok().map(|mut evaluator| {
        let evaluation = evaluator.evaluate(day, &answers);
        let next = evaluator.next_questions(day, &answers, &evaluation);
        open.extend(next.iter().map(|next| next.slot));
        evaluation
    });
    Advice {
        answers,
        evaluation,
        open,
    }
}

/// The courses that fit now; that none does; or that it is not known yet.
fn found(place: Place, guide: &'static Guide, advice: &Advice) -> View {
    let lang = place.site.lang();
    let outcome = |course: &Course| {
        let all = advice.evaluation.as_ref().map(|it| &it.outcomes);
        all.and_then(|all| all.get(usize::from(course.programme)))
    };
    let courses = || guide.road.courses.iter();
    let fit = courses().filter_map(|course| {
        let outcome = outcome(course).filter(|it| it.status == Status::Eligible)?;
        card(place, guide, advice, course, outcome)
    });
    let fit: Vec<View> = fit.collect();
    let open =
        courses().any(|course| outcome(course).is_some_and(|it| it.status == Status::Undetermined));
    match (fit.is_empty(), open) {
        (false, _) => fit.into_view(),
        (true, true) => view! { <p class="muted">{widgets::fits_none_yet(lang)}</p> },
        (true, false) => view! { <p>{t::none_fits(lang)}</p> },
    }
}

fn card(
    place: Place,
    guide: &'static Guide,
    advice: &Advice,
    course: &Course,
    outcome: &Outcome,
) -> Option<View> {
    let lang = place.site.lang();
    let text = guide.pack.programmes.get(usize::from(course.programme))?;
    let version = text.versions.get(outcome.version?)?;
    let source = guide.pack.sources.get(usize::from(version.source));
    let badge = source.filter(|it| it.evidence != Evidence::Official);
    let badge = badge.map(|it| evidence_badge(lang, it.evidence));
    let why = reasons(
        lang,
        &guide.pack,
        version,
        &outcome.conditions,
        &advice.answers,
    );
    Some(view! {
        <article class="fits">
            <h2>{lang.pick(&text.title)}</h2>
            <p class="line">
                <span class="badge jade">{icon(Icon::Check)} {t::fits_now(lang)}</span>
                {badge}
            </p>
            <p>{lang.pick(&text.summary)}</p>
            <details class="working">
                <summary>{icon(Icon::Down)} {t::reasons(lang)}</summary>
                {why}
            </details>
        </article>
    })
}
