//! The people, one by one: what each may claim, until when, and what stands in the way.

use super::desk::{Desk, STEP};
use super::filters::filters;
use super::results::title;
use crate::components::badge::status_badge;
use crate::components::icon::{Icon, icon};
use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{employers as t, shell};
use crate::ui::prelude::*;
use pack::Pack;
use pack::model::Clause;
use rules::eval::{Range, Status};
use rules::program::Kind;
use staff::view::{Figure, OutcomeView, PersonView, Standing};

/// Filters, the people that pass, and a button for more.
pub fn people(case: Case, desk: Desk) -> impl IntoView {
    let lang = case.site.lang();
    let pack = case.pack;
    let Some(summary) = desk.summary.get_untracked() else {
        return ().into_any();
    };
    if summary.programmes.is_empty() || summary.people == 0 {
        return ().into_any();
    }
    let late = summary.day > pack.valid_until;
    let day = summary.day;
    let found = move || {
        let page = desk.page.read();
        let total = format::number(page.total.into(), 0);
        match late {
            true => t::count(lang, total),
            false => {
                let sum = format::yuan_span(page.best.min, page.best.max);
                format!("{} · {} {sum}", t::count(lang, total), t::best_of(lang))
            }
        }
    };
    let shown = move || desk.page.read().people.clone();
    let row = move |it: &PersonView| person(lang, pack, it, day, late).into_any();
    let none = move || {
        (desk.page.read().total == 0).then(|| view! { <p class="card muted">{t::nobody(lang)}</p> })
    };
    let more = move || {
        let page = desk.page.read();
        let shown = u32::try_from(page.people.len()).unwrap_or(u32::MAX);
        let left = page.total.saturating_sub(shown);
        (left > 0).then(|| {
            view! {
                <p class="row">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| desk.narrow(|filter| filter.count += STEP)
                    >
                        {t::more(lang, left.min(STEP), left)}
                    </button>
                </p>
            }
        })
    };
    view! {
        <div class="card people">
            <h3>{t::who(lang)}</h3>
            {filters(lang, pack, desk, &summary)}
            <p class="found" role="status">
                {found}
            </p>
            {none}
            <ul class="persons">{rows(shown, row)}</ul>
            {more}
        </div>
    }
    .into_any()
}

/// One person.
fn person(
    lang: Lang,
    pack: &'static Pack,
    it: &PersonView,
    day: i64,
    late: bool,
) -> impl IntoView + use<> {
    let name = match (it.name.is_empty(), it.id.is_empty()) {
        (true, true) => t::line_no(lang, it.line),
        (true, false) => it.id.clone(),
        (false, _) => it.name.clone(),
    };
    let id = (!it.name.is_empty() && !it.id.is_empty())
        .then(|| view! { <span class="muted small">{it.id.as_str()}</span> });
    let line = (!it.name.is_empty() || !it.id.is_empty())
        .then(|| view! { <span class="muted small">{t::line_no(lang, it.line)}</span> });
    let best = (!late && it.best.max > 0).then(|| {
        view! {
            <span class="best">
                <span class="muted small">{t::best_of(lang)}</span>
                <span class="amount">{format::yuan_span(it.best.min, it.best.max)}</span>
            </span>
        }
    });
    let outcomes: Vec<_> = it
        .outcomes
        .iter()
        .map(|outcome| one(lang, pack, it, outcome, day, late))
        .collect();
    view! {
        <li class="person">
            <p class="who">
                <strong>{name}</strong> {id} {line} {best}
            </p>
            <ul class="outcomes">{outcomes}</ul>
        </li>
    }
}

/// A person's result for one programme.
fn one(
    lang: Lang,
    pack: &'static Pack,
    person: &PersonView,
    it: &OutcomeView,
    day: i64,
    late: bool,
) -> impl IntoView + use<> {
    let status = match it.standing {
        Standing::Eligible => Status::Eligible,
        Standing::Undetermined => Status::Undetermined,
        Standing::Ineligible => Status::Ineligible,
    };
    let shown = |figure: Figure| {
        format::range(
            lang,
            &Range {
                min: figure.span.min,
                max: figure.span.max,
                scale: figure.scale,
                unit: figure.unit,
            },
        )
    };
    let alive = it.standing != Standing::Ineligible;
    let amount = it.amount.filter(|_| alive && !late).map(|figure| {
        view! { <span class="amount">{shown(figure)}</span> }
    });
    let due = it.due.filter(|_| alive && !late).map(|figure| {
        view! { <span class="muted small">{t::due_now(lang, shown(figure))}</span> }
    });
    let last = it.apply_by.map(|last| deadline(lang, last, day, alive));
    let lines = reasons(lang, pack, person, it).into_iter();
    let lines: Vec<_> = lines
        .map(|(label, text)| {
            view! {
                <p class="reason small">
                    <span class="muted">{label}</span>
                    " "
                    {text}
                </p>
            }
        })
        .collect();
    view! {
        <li>
            <p class="line">
                {status_badge(lang, status)}
                <span class="of">{title(lang, pack, it.programme)}</span>
                {amount}
                {due}
                {last}
            </p>
            {lines}
        </li>
    }
}

/// The last day, and how far off it is; near only for who may still claim.
fn deadline(lang: Lang, last: i64, day: i64, alive: bool) -> impl IntoView {
    let left = last - day;
    let text = match left >= 0 {
        true => t::apply_by(lang, format::day(lang, last), shell::days_left(lang, left)),
        false => t::passed(lang, format::day(lang, last)),
    };
    let class = match alive && (0..=30).contains(&left) {
        true => "small last near",
        false => "small last muted",
    };
    view! { <span class=class>{icon(Icon::Clock)} " " {text}</span> }
}

/// What stands in the way, what is open, what else to know: each with its label.
fn reasons(
    lang: Lang,
    pack: &'static Pack,
    person: &PersonView,
    it: &OutcomeView,
) -> Vec<(&'static str, String)> {
    let index = usize::from(it.programme);
    let texts = pack.programmes.get(index);
    let version = texts.and_then(|text| text.versions.get(usize::from(it.version)));
    let mut lines = Vec::new();
    let between = words::semicolon(lang);
    if let Some(version) = version {
        let clauses = |places: &[u16]| clauses(lang, &version.conditions, places, between);
        let mut failed = clauses(&it.failed);
        let ways = !version.routes.is_empty() && it.routes.is_empty();
        if ways && it.failed.is_empty() && it.standing == Standing::Ineligible {
            failed = t::no_way(lang).to_owned();
        }
        // What is refused for good does not hang on it.
        let open = match it.standing {
            Standing::Undetermined => clauses(&it.open),
            Standing::Eligible | Standing::Ineligible => String::new(),
        };
        for (label, text) in [(t::reasons(lang), failed), (t::unclear(lang), open)] {
            if !text.is_empty() {
                lines.push((label, text));
            }
        }
    }
    let missing: Vec<&str> = it
        .missing
        .iter()
        .map(|slot| words::label(lang, pack, *slot))
        .collect();
    if !missing.is_empty() {
        lines.push((t::missing(lang), missing.join(words::comma(lang))));
    }
    if let Some(levels) = levels(pack, it) {
        lines.push(("", t::levels_open(lang, levels.join(words::comma(lang)))));
    }
    if let Some((_, by)) = person.left_out.iter().find(|(at, _)| *at == it.programme) {
        lines.push((
            "",
            match by {
                Some(by) => t::left_out(lang, title(lang, pack, *by)),
                None => t::left_out_cap(lang).to_owned(),
            },
        ));
    }
    lines
}

fn clauses(lang: Lang, all: &'static [Clause], places: &[u16], between: &str) -> String {
    let texts = places.iter().filter_map(|at| all.get(usize::from(*at)));
    let texts: Vec<&str> = texts.map(|clause| lang.pick(&clause.text)).collect();
    texts.join(between)
}

/// The levels that can be sat, where that is what the programme says.
fn levels(pack: &'static Pack, it: &OutcomeView) -> Option<Vec<String>> {
    let code = pack.program.programmes.get(usize::from(it.programme))?;
    let version = code.versions.get(usize::from(it.version))?;
    if code.kind != Kind::Levels || it.routes.is_empty() {
        return None;
    }
    let routes = it
        .routes
        .iter()
        .filter_map(|at| version.routes.get(usize::from(*at)));
    let mut levels: Vec<u8> = routes.filter_map(|route| route.level).collect();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    levels.dedup();
    Some(levels.iter().map(u8::to_string).collect())
}
