//! Which level one can sit, and what the next one still needs.

use super::Place;
use super::asking::{Asking, asking, done};
use super::face::face;
use super::hand_over::{Result, hand_over};
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::ladder::ladder;
use crate::components::level_ways::{LEVELS, Levels};
use crate::components::waiting::with_pack;
use crate::format;
use crate::pages::levels::asked_slots;
use crate::state::case::Case;
use crate::state::rules_pack::{self, Progress};
use crate::state::share::Shared;
use crate::texts::{levels as t, result, shell, widgets};
use crate::ui::prelude::*;
use rules::eval::Truth;
use rules::program::{Kind, Slot, Unit};
use std::sync::Arc;

/// The widget.
pub fn levels(place: Place) -> View {
    if !matches!(place.site.pack.get_untracked(), Progress::Ready(_)) {
        rules_pack::load(place.site);
    }
    with_pack(place.site, move |case| {
        let case = case.of_all();
        let kind = |listed: &Listed| listed.code.kind == Kind::Levels;
        match Listed::all(case.pack).find(kind) {
            Some(listed) => with_rules(place, case, listed),
            None => View::default(),
        }
    })
}

fn with_rules(place: Place, case: Case, listed: Listed) -> View {
    let lang = place.site.lang();
    let slots = StoredValue::new(asked_slots(listed));
    let now = move || {
        let evaluation = case.evaluation.read();
        let outcome = evaluation.outcomes.get(listed.index)?.clone();
        let version = outcome.version?;
        Some(Levels {
            case,
            index: listed.index,
            code: listed.code.versions.get(version)?,
            text: listed.text.versions.get(version)?,
            outcome: Arc::new(outcome),
        })
    };
    let open = move || {
        let missing = now()?.outcome.missing;
        let situations = case.site.situations.read();
        let skipped = &situations.current().skipped;
        let ask =
            |slot: &Slot| missing.contains(*slot) && !skipped.iter().any(|id| id == case.id(*slot));
        slots.with_value(|all| all.iter().copied().find(ask))
    };
    let talk = Asking::new(place.site, case.pack, open);
    let question = move || match talk.asked.get() {
        Some(slot) => asking(place, talk, slot).into_any(),
        None => done(place, talk).into_any(),
    };
    let answer = move || match now() {
        Some(levels) => summary(&levels).into_any(),
        None => view! { <p class="doubt">{result::no_rule_text(lang)}</p> }.into_any(),
    };
    let drawing = move || now().map(|levels| ladder(&levels));
    let drawing = view! {
        <details class="working">
            <summary>{icon(Icon::Down)} {t::ladder(lang)}</summary>
            {drawing}
        </details>
    };
    let handed = Memo::new(move |_| now().map_or_else(Result::default, |it| handed(&it)));
    // Nobody vouches for the rules after the pack's last day: nothing is handed over by them.
    let vouched = !untrack(move || case.out_of_date());
    let link = Memo::new(move |_| {
        let situations = case.site.situations.read();
        let now = situations.current();
        let shared = Shared {
            hash: case.hash.to_owned(),
            date: Some(case.date.get()),
            scope: now.scope,
            answers: now.answers.clone(),
        };
        match now.is_blank() {
            true => "/levels".to_owned(),
            false => format!("/levels#{}", shared.write()),
        }
    });
    let checked = widgets::checked(lang, format::day(lang, case.pack.as_of));
    let note = view! {
        <p class="small muted">
            {checked} " " {widgets::guide(lang)}
        </p>
    };
    let body = view! {
        {question}
        <div class="outcome" role="status">
            {answer}
        </div>
        {drawing}
        {vouched.then(|| hand_over(place, handed))}
    };
    face(place, body, link, note.into_any())
}

/// The highest level that is open, large, and what the next one needs.
fn summary(levels: &Levels) -> impl IntoView + use<> {
    let lang = levels.case.site.lang();
    let open = LEVELS
        .into_iter()
        .any(|level| levels.truth(level) == Truth::Unknown);
    let case = levels.case;
    let late = case.out_of_date().then(|| {
        let until = format::day(lang, case.pack.valid_until);
        view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }
    });
    let (label, figure) = match (levels.gain(), open, levels.best()) {
        (Some(best), ..) => (t::now(lang), Some(t::level(lang, best))),
        _ if levels.held() == Some(Some(1)) => (t::now_top(lang), None),
        (None, true, _) => (t::now_open(lang), None),
        (None, false, Some(_)) => (t::now_higher(lang), None),
        (None, false, None) => match levels.held().flatten() {
            Some(_) => (t::now_higher(lang), None),
            None => (t::now_none(lang), None),
        },
    };
    let soon = levels.years_to_next().filter(|_| !open);
    let soon = soon.map(|(level, years)| {
        let years = format::figure(lang, years, 0, Unit::Years);
        view! { <p class="soon">{t::next_in(lang, t::level(lang, level), years)}</p> }
    });
    view! {
        {late}
        <p class="label">{label}</p>
        {figure.map(|figure| view! { <p class="big">{figure}</p> })}
        {soon}
    }
}

/// What may be handed over: the levels that are open now.
fn handed(levels: &Levels) -> Result {
    let lang = levels.case.site.lang();
    let open = LEVELS
        .into_iter()
        .filter(|level| levels.truth(*level) == Truth::Yes);
    let open: Vec<u8> = open.collect();
    let ids: Vec<String> = open.iter().map(u8::to_string).collect();
    let names: Vec<String> = open.iter().map(|level| t::level(lang, *level)).collect();
    let words = match names.is_empty() {
        true => widgets::no_level(lang).to_owned(),
        false => widgets::level_is(lang, names.join(crate::components::words::comma(lang))),
    };
    let mut result = Result::default();
    result.add("levels", format!("[{}]", ids.join(",")), words);
    result
}
