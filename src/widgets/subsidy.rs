//! What may be claimed: the way in, question by question, then the sum and each programme.
//!
//! With `programme` it is about that one alone.

use super::Place;
use super::asking::{Asking, asking};
use super::face::face;
use super::hand_over::{Result, hand_over};
use crate::browser::{clock, page};
use crate::components::amount::amount;
use crate::components::badge::{evidence_sentence, status_badge, weaker};
use crate::components::icon::{Icon, icon};
use crate::components::range_bar::{range_bar, sum_text, totals};
use crate::components::status_list::{ORDER, of_status};
use crate::components::waiting::with_pack;
use crate::components::words;
use crate::format;
use crate::pages::programme_card::Entry;
use crate::state::case::Case;
use crate::state::rules_pack;
use crate::state::rules_pack::Progress;
use crate::state::scope::Scope;
use crate::state::share::Shared;
use crate::texts::{check, result as t, shell, widgets};
use crate::ui::prelude::*;
use pack::model::Evidence;
use rules::eval::Status;
use rules::program::{Kind, Slot};

/// So many programmes are listed; the others are on the site.
const MOST: usize = 6;

/// How far one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Choosing the way in.
    Whom,
    /// Answering.
    Ask,
    /// Reading the result.
    Read,
}

/// The widget's state. A copy is a handle.
#[derive(Clone, Copy)]
struct Talk {
    place: Place,
    case: Case,
    /// The one programme that it is about.
    only: Option<usize>,
    step: RwSignal<Step>,
    asking: Asking,
}

/// The widget.
pub fn subsidy(place: Place) -> View {
    if !matches!(place.site.pack.get_untracked(), Progress::Ready(_)) {
        rules_pack::load(place.site);
    }
    with_pack(place.site, move |case| with_rules(place, case))
}

fn with_rules(place: Place, case: Case) -> View {
    let lang = place.site.lang();
    let asked = place.options.with_value(|it| it.programme.clone());
    let programmes = case.pack.program.programmes.iter();
    // Levels are no programme to claim from.
    let mut programmes = programmes.map(|code| (code.kind != Kind::Levels).then_some(&code.id));
    let only = asked
        .as_ref()
        .and_then(|id| programmes.position(|it| it == Some(id)));
    let told = case
        .site
        .situations
        .with_untracked(|all| !all.current().is_blank());
    let first = match (only, told) {
        (None, false) => Step::Whom,
        _ => Step::Ask,
    };
    let talk = Talk {
        place,
        case,
        only,
        step: RwSignal::new(first),
        asking: Asking::new(place.site, case.pack, move || next_question(case, only)),
    };
    let unknown = asked.filter(|_| only.is_none()).map(|id| {
        view! { <p class="doubt">{widgets::no_programme(lang, &id)}</p> }
    });
    let body = move || match talk.step.get() {
        Step::Whom => whom(talk).into_any(),
        Step::Ask => ask(talk).into_any(),
        Step::Read => read(talk).into_any(),
    };
    let about = only.map(|programme| {
        view! { <p class="over">{words::title(case, lang, programme)}</p> }
    });
    let body = view! {
        {unknown}
        {about}
        {body}
    };
    let link = Memo::new(move |_| link(case));
    face(place, body, link, note(talk))
}

/// What to ask next: of one programme, or what narrows most.
fn next_question(case: Case, only: Option<usize>) -> Option<Slot> {
    let programmes = &case.pack.program.programmes;
    let wanted = |index: &u16| {
        let index = usize::from(*index);
        let levels = programmes
            .get(index)
            .is_none_or(|code| code.kind == Kind::Levels);
        !levels && only.is_none_or(|only| only == index)
    };
    let open = case.open.get();
    let mut wanted = open
        .iter()
        .filter(|next| next.programmes.iter().any(wanted));
    wanted.next().map(|next| next.slot)
}

/// The same answers on the site.
fn link(case: Case) -> String {
    let situations = case.site.situations.read();
    let now = situations.current();
    if now.is_blank() {
        return format!("/check#for={}", now.scope.tag());
    }
    let shared = Shared {
        hash: case.hash.to_owned(),
        date: Some(case.date.get()),
        scope: now.scope,
        answers: now.answers.clone(),
    };
    format!("/result#{}", shared.write())
}

fn whom(talk: Talk) -> impl IntoView {
    let lang = talk.place.site.lang();
    let ways = [
        (Scope::Worker, shell::way_work_note(lang)),
        (Scope::Student, shell::way_study_note(lang)),
        (Scope::Founder, shell::way_startup_note(lang)),
        (Scope::Employer, widgets::employer_note(lang)),
    ];
    let way = |(scope, note): (Scope, &'static str)| {
        let choose = move |_| {
            talk.case.site.change_current(|now| now.scope = scope);
            go(talk, Step::Ask);
        };
        view! {
            <li>
                <button type="button" class="choice" on:click=choose>
                    <span>
                        <strong>{words::scope(lang, scope)}</strong> <small>{note}</small>
                    </span>
                    {icon(Icon::Right)}
                </button>
            </li>
        }
    };
    view! {
        <h2 id="ask" tabindex="-1">
            {widgets::for_whom(lang)}
        </h2>
        <ul class="choices">{ways.map(way).collect_view()}</ul>
    }
}

/// Shows another step; reading goes on at its heading.
fn go(talk: Talk, step: Step) {
    talk.step.set(step);
    clock::next_frame(|| page::focus("ask"));
}

fn ask(talk: Talk) -> impl IntoView {
    let lang = talk.place.site.lang();
    let question = move || match talk.asking.asked.get() {
        Some(slot) => asking(talk.place, talk.asking, slot).into_any(),
        None => view! {
            <h2 id="ask" tabindex="-1">
                {widgets::all_answered(lang)}
            </h2>
        }
        .into_any(),
    };
    view! {
        {question}
        <div class="now">
            <p role="status">
                <span class="muted small">{check::range_now(lang)}</span>
                <strong class="amount">{move || so_far(talk)}</strong>
            </p>
            <button type="button" class="button primary" on:click=move |_| go(talk, Step::Read)>
                {check::to_result(lang)}
            </button>
        </div>
    }
}

/// The sum of now, in a few characters.
fn so_far(talk: Talk) -> String {
    let lang = talk.place.site.lang();
    let Some(only) = talk.only else {
        return sum_text(talk.case, totals(talk.case).get());
    };
    let evaluation = talk.case.evaluation.read();
    let entry = evaluation.outcomes.get(only);
    let entry = entry.and_then(|outcome| Entry::new(talk.case, only, outcome));
    let sum = entry.and_then(|entry| entry.sum());
    sum.unwrap_or_else(|| check::range_none(lang).to_owned())
}

/// The programmes of the result, best first.
fn listed(talk: Talk) -> Vec<usize> {
    match talk.only {
        Some(only) => vec![only],
        None => ORDER
            .into_iter()
            .take(2)
            .flat_map(|status| of_status(talk.case, status))
            .collect(),
    }
}

fn read(talk: Talk) -> impl IntoView {
    let (case, lang) = (talk.case, talk.place.site.lang());
    let sum = move || match talk.only {
        Some(_) => View::default(),
        None => whole(talk).into_any(),
    };
    let list = move || {
        let all = listed(talk);
        let rest = all.len().saturating_sub(MOST);
        let evaluation = case.evaluation.read();
        let lines = all.iter().take(MOST).filter_map(|programme| {
            let outcome = evaluation.outcomes.get(*programme)?;
            Some(line(Entry::new(case, *programme, outcome)?))
        });
        let lines = lines.collect_view();
        let none = all
            .is_empty()
            .then(|| view! { <p>{widgets::claims_none(lang)}</p> });
        let more = (rest > 0).then(|| view! { <p class="small">{widgets::more(lang, rest)}</p> });
        view! {
            {none}
            <ul class="status-list">{lines}</ul>
            {more}
        }
    };
    let open = move || talk.asking.asked.get().is_some();
    let again = move || match open() {
        true => widgets::go_on(lang),
        false => t::edit_answers(lang),
    };
    let go_on = move |_| {
        if untrack(open) {
            go(talk, Step::Ask);
        } else {
            talk.asking.last();
            talk.step.set(Step::Ask);
        }
    };
    let anew = move |_| {
        let scope = case.scope.get_untracked();
        case.site.clear();
        case.site.change_current(|now| now.scope = scope);
        go(
            talk,
            if talk.only.is_some() {
                Step::Ask
            } else {
                Step::Whom
            },
        );
    };
    view! {
        <h2 id="ask" tabindex="-1">
            {t::title(lang)}
        </h2>
        {sum}
        {list}
        <p class="row">
            <button type="button" class="button" on:click=go_on>
                {icon(Icon::Pen)}
                {again}
            </button>
            <button type="button" class="button quiet" on:click=anew>
                {widgets::to_start(lang)}
            </button>
        </p>
        {hand_over(talk.place, Memo::new(move |_| result(talk)))}
    }
}

/// The sum of all, large.
fn whole(talk: Talk) -> impl IntoView {
    let (case, lang) = (talk.case, talk.place.site.lang());
    let totals = totals(case);
    let words = move || {
        let now = totals.get();
        if case.out_of_date() {
            let until = format::day(lang, case.pack.valid_until);
            return view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }.into_any();
        }
        let label = match (now.min_fen, now.max_fen) {
            (_, 0) => t::sum_none(lang),
            (min, max) if min == max => t::sum_sure(lang),
            _ => t::sum_open(lang),
        };
        let figure = (now.max_fen > 0).then(|| format::yuan_span(now.min_fen, now.max_fen));
        view! {
            <p class="label">{label}</p>
            {figure.map(|figure| view! { <p class="big amount">{figure}</p> })}
        }
        .into_any()
    };
    view! {
        <div role="status">{words}</div>
        {range_bar(case, totals)}
    }
}

/// A programme with its status, amount and last day.
fn line(entry: Entry<'_>) -> View {
    let (case, lang) = (entry.case, entry.case.site.lang());
    let id = case.programme_id(entry.programme);
    let outcome = entry.outcome;
    let today = case.date.get();
    let until = outcome.apply_by.filter(|day| *day >= today);
    let until = until.map(|day| {
        view! {
            <span class="small">
                {t::apply_by(lang)} " " {format::day(lang, day)}
            </span>
        }
    });
    let doubt = evidence_sentence(lang, entry.evidence()).filter(|_| {
        // The note below the widget says it of all; here only what is less sure than that.
        entry.evidence() == Evidence::Unconfirmed
    });
    view! {
        <li>
            <a href=format!("/programmes/{id}") target="_blank" rel="noopener">
                {words::title(case, lang, entry.programme)}
            </a>
            <span class="line">
                {status_badge(lang, outcome.status)} {entry.sum().map(amount)}
            </span>
            {until}
            {doubt.map(|text| view! { <span class="small doubt">{text}</span> })}
        </li>
    }
    .into_any()
}

/// What may be handed over.
fn result(talk: Talk) -> Result {
    let (case, lang) = (talk.case, talk.place.site.lang());
    let evaluation = case.evaluation.read();
    let mut result = Result::default();
    let day = pack::facts::format_date(case.date.get());
    result.fields.push(("date", format!("\"{day}\"")));
    if talk.only.is_none() && !case.out_of_date() {
        let (min, max) = (evaluation.best.min_fen, evaluation.best.max_fen);
        result.fields.push(("minFen", min.to_string()));
        let words = widgets::sum_is(lang, format::yuan_span(min, max));
        result.add("maxFen", max.to_string(), words);
    }
    let mut programmes = Vec::new();
    for programme in listed(talk) {
        let outcome = evaluation.outcomes.get(programme);
        let Some(entry) = outcome.and_then(|it| Entry::new(case, programme, it)) else {
            continue;
        };
        let id = case.programme_id(programme);
        let status = match entry.outcome.status {
            Status::Eligible => "eligible",
            Status::Undetermined => "undetermined",
            Status::Ineligible => "ineligible",
            Status::NoRule => "no_rule",
        };
        let amount = amount_field(&entry).unwrap_or_default();
        programmes.push(format!(
            "{{\"id\":\"{id}\",\"status\":\"{status}\"{amount}}}"
        ));
        let mut words = widgets::programme_is(lang, words::title(case, lang, programme), id);
        if let Some(sum) = entry.sum() {
            words = format!("{words} {sum}");
        }
        result.words.push(words);
    }
    result
        .fields
        .push(("programmes", format!("[{}]", programmes.join(","))));
    result
}

/// A grant's amount in fen.
fn amount_field(entry: &Entry<'_>) -> Option<String> {
    let range = crate::components::amount::shown(entry.outcome)?;
    let hidden = entry.case.out_of_date();
    if range.unit != rules::program::Unit::Yuan || hidden {
        return None;
    }
    // Of yuan with two places at most.
    let places = u32::from(2u8.checked_sub(range.scale)?);
    let fen = |mantissa: i64| mantissa.checked_mul(10i64.checked_pow(places)?);
    let (min, max) = (fen(range.min)?, fen(range.max)?);
    Some(format!(",\"minFen\":{min},\"maxFen\":{max}"))
}

/// How sure the figures are, and when they were checked.
fn note(talk: Talk) -> View {
    let (case, lang) = (talk.case, talk.place.site.lang());
    let doubt = move || {
        let evaluation = case.evaluation.read();
        let evidence = listed(talk).into_iter().filter_map(|programme| {
            let outcome = evaluation.outcomes.get(programme)?;
            Some(Entry::new(case, programme, outcome)?.evidence())
        });
        let weakest = evidence.fold(Evidence::Official, weaker);
        let press = matches!(weakest, Evidence::Press | Evidence::Unconfirmed);
        press.then(|| widgets::press(lang))
    };
    let checked = widgets::checked(lang, format::day(lang, case.pack.as_of));
    view! {
        <p class="small muted">
            {doubt} " " {checked} " " {widgets::guide(lang)}
        </p>
    }
    .into_any()
}
