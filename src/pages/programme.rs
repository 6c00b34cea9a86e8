//! `/programmes/:id`: one programme's rule in plain words, as of a day that one may choose.
//!
//! The day stands in the fragment (`#on=2025-06-01`). A day without a rule shows none: another
//! day's rule never takes its place.

use crate::browser::clock;
use crate::components::amount::{amount, shown_text};
use crate::components::ask_call::ask_call;
use crate::components::badge::{evidence_badge, status_badge};
use crate::components::catalogue::Listed;
use crate::components::field::date_form;
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::rule_text::{rule_text, source_section, standing_text};
use crate::components::timeline::{Span, timeline};
use crate::components::waiting::with_pack;
use crate::format;
use crate::lang::Lang;
use crate::later::{self, Piece};
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::feedback::About;
use crate::state::scope::Scope;
use crate::state::site::Site;
use crate::texts::{employers, enquiry, programmes as t, result, shell};
use crate::ui::prelude::*;
use pack::model::Audience;
use rules::date::Day;
use rules::eval::Status;
use rules::program::Kind;

/// The page.
pub fn programme(site: Site, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    view! {
        <div class="page rule">
            {with_pack(site, move |case| id.with_value(|id| of_id(case, id)))}
        </div>
    }
}

fn of_id(case: Case, id: &str) -> AnyView {
    match Listed::of(case.pack, id) {
        Some(listed) => known(case, listed).into_any(),
        None => unknown(case.site, id).into_any(),
    }
}

/// An id that the pack does not have.
fn unknown(site: Site, id: &str) -> impl IntoView + use<> {
    let lang = site.lang();
    // What stands in an address may be anything; a few letters are enough to recognise it.
    let id: String = id.chars().take(40).collect();
    view! {
        {page_title(site, t::unknown_title(lang))}
        <p>{t::unknown_text(lang, &id)}</p>
        <p class="row">
            <a class="button primary" href="/programmes">
                {t::to_all(lang)}
            </a>
            <a class="button" href="tel:12333">
                {icon(Icon::Phone)}
                {shell::hotline_call(lang)}
            </a>
        </p>
    }
}

fn known(case: Case, listed: Listed) -> impl IntoView {
    let site = case.site;
    let lang = site.lang();
    let today = clock::today();
    // Still this page while the next one is being built.
    let shown = Memo::new(move |before: Option<&Day>| {
        let fragment = site.router.fragment.get();
        match site.router.route.get_untracked() {
            Route::Programme(_) => value_of(&fragment, "on")
                .and_then(pack::facts::parse_date)
                .unwrap_or(today),
            _ => before.copied().unwrap_or(today),
        }
    });
    let about = About {
        page: "/programmes",
        item: listed.code.id.clone(),
    };
    let marks = move || {
        let rule = listed.rule_on(shown.get());
        view! {
            <p class="marks">
                <span class="badge kind">{listed.kind(lang)}</span>
                {evidence_badge(lang, listed.evidence(rule))}
            </p>
        }
    };
    view! {
        {page_title(site, lang.pick(&listed.text.title))}
        {marks}
        <p class="lead">{lang.pick(&listed.text.summary)}</p>
        {yours(case.of_all(), case.scope, listed)}
        {(!listed.code.versions.is_empty()).then(|| day_chooser(case, listed, shown, today))}
        {move || on_day(case, listed, shown.get(), today)}
        {standing_text(lang, listed)}
        {move || {
            timeline(lang, listed, today, shown.get())
                .map(|drawing| {
                    view! {
                        <section class="card">
                            <h2>{t::timeline(lang)}</h2>
                            {drawing}
                        </section>
                    }
                })
        }}
        {source_section(lang, listed)}
        {ask_call(site, format!("/enquiry#programme={}", listed.code.id), enquiry::link(lang))}
        <section class="card no-print" data-screen=true>
            <h2>{result::opinion(lang)}</h2>
            {later::piece(site, Piece::Feedback(about))}
        </section>
    }
}

/// What the visitor's answers say, and the way to answer more.
fn yours(case: Case, scope: Memo<Scope>, listed: Listed) -> impl IntoView {
    let lang = case.site.lang();
    let status = move || {
        let told = !case.site.situations.read().current().answers.is_empty();
        let evaluation = case.evaluation.get();
        let outcome = evaluation.outcomes.get(listed.index)?;
        let rule = outcome.status != Status::NoRule;
        if !told || listed.code.versions.is_empty() {
            let text = match (listed.code.versions.is_empty(), rule) {
                (true, _) => t::only_guide(lang).to_owned(),
                (false, true) => t::yours_none(lang).to_owned(),
                (false, false) => t::no_rule(lang, format::day(lang, case.date.get())),
            };
            return Some(view! { <p class="muted">{text}</p> }.into_any());
        }
        let sum = (!case.out_of_date()).then(|| shown_text(lang, outcome));
        Some(
            view! {
                <p>{t::yours_on(lang, format::day(lang, case.date.get()))}</p>
                <p class="marks">
                    {status_badge(lang, outcome.status)} {sum.flatten().map(amount)}
                </p>
            }
            .into_any(),
        )
    };
    let ways = move || {
        let told = !case.site.situations.read().current().answers.is_empty();
        let evaluation = case.evaluation.get();
        let outcome = evaluation.outcomes.get(listed.index)?;
        // The way in widens where it does not cover this programme.
        let covered = scope.get().covers(&listed.text.audience);
        let widen = move |_| {
            if !covered {
                case.site.change_current(|now| now.scope = Scope::All);
            }
        };
        let open = outcome.missing.iter().min_by_key(|slot| {
            let fact = case.pack.program.facts.get(usize::from(*slot));
            fact.map(|fact| fact.order)
        });
        let test = open
            .filter(|_| outcome.status != Status::NoRule)
            .map(|slot| {
                let id = case.id(slot);
                let href = match (covered, first_scope(listed)) {
                    (true, _) => format!("/check#q={id}"),
                    (false, scope) => format!("/check#for={}&q={id}", scope.tag()),
                };
                view! {
                    <a class="button primary" href=href>
                        {t::test(lang)}
                    </a>
                }
            });
        let result = (told && outcome.status != Status::NoRule).then(|| {
            let href = format!("/result#p={}", listed.code.id);
            view! {
                <a class="button" href=href on:click=widen>
                    {t::to_result(lang)}
                </a>
            }
        });
        let other = match listed.code.kind {
            Kind::Levels => Some(("/levels", t::to_levels(lang))),
            Kind::LoanLimit => Some(("/loan", t::to_loan(lang))),
            Kind::EmployerFloor => {
                Some(("/employers#apprenticeship", employers::to_employers(lang)))
            }
            _ if pays_for_courses(listed) => Some(("/employers", employers::for_staff(lang))),
            _ => None,
        };
        let other = other.map(|(href, text)| {
            view! {
                <a class="button" href=href>
                    {text}
                </a>
            }
        });
        let courses = pays_for_courses(listed).then(|| {
            view! {
                <a class="button" href=format!("/courses#grant={}", listed.code.id)>
                    {t::to_courses(lang)}
                </a>
            }
        });
        let guide = listed.text.audience.contains(&Audience::Founder).then(|| {
            view! {
                <a class="button" href="/malan">
                    {t::to_guide(lang)}
                </a>
            }
        });
        Some(view! { <p class="row">{test} {result} {other} {courses} {guide}</p> })
    };
    view! {
        <section class="card yours">
            <h2>{t::yours(lang)}</h2>
            {status}
            {ways}
        </section>
    }
}

/// Whether it is a grant that goes by the level of a certificate: courses lead to those.
fn pays_for_courses(listed: Listed) -> bool {
    let level = pack::slot_of(listed.pack, "certificate_level");
    let reads = |facts: &Vec<u16>| level.is_some_and(|level| facts.contains(&level));
    let mut versions = listed.text.versions.iter();
    listed.code.kind == Kind::Grant
        && versions.any(|version| version.condition_facts.iter().any(reads))
}

/// The way in that leads to a programme.
fn first_scope(listed: Listed) -> Scope {
    let covers = |scope: &Scope| scope.covers(&listed.text.audience);
    let mut ways = Scope::EVERY.into_iter().skip(1);
    ways.find(covers).unwrap_or_default()
}

/// The day whose rule is shown, and another one to choose.
fn day_chooser(case: Case, listed: Listed, shown: Memo<Day>, today: Day) -> impl IntoView {
    let lang = case.site.lang();
    let problem = RwSignal::new(None);
    let set = Callback::new(move |(day,): (i64,)| {
        let id = &listed.code.id;
        let on = pack::facts::format_date(day);
        case.site.router.replace(&match day == today {
            true => format!("/programmes/{id}"),
            false => format!("/programmes/{id}#on={on}"),
        });
    });
    let back = move || {
        (shown.get() != today).then(|| {
            view! {
                <button type="button" class="button quiet" on:click=move |_| set.run((today,))>
                    {t::back_to_today(lang)}
                </button>
            }
        })
    };
    let day = move || {
        let day = format::day(lang, shown.get());
        match shown.get() == today {
            true => format!("{day} · {}", t::today(lang)),
            false => day,
        }
    };
    view! {
        <details class="date chooser">
            <summary>
                {t::date(lang)} <span class="value">{day}</span>
                <span class="link">{t::other_date(lang)}</span>
            </summary>
            {move || {
                let value = Some(shown.get());
                date_form(lang, "on", t::date(lang).to_owned(), value, problem, t::show_date(lang), set)
            }}
            {back}
        </details>
    }
}

/// The rule of the day, or that there is none, and why.
fn on_day(case: Case, listed: Listed, day: Day, today: Day) -> AnyView {
    let lang = case.site.lang();
    let late = day > case.pack.valid_until;
    let doubt = late.then(|| {
        let until = format::day(lang, case.pack.valid_until);
        view! { <p class="doubt">{icon(Icon::Info)} {shell::out_of_date(lang, until)}</p> }
    });
    match listed.rule_on(day) {
        Some(rule) => view! {
            {doubt}
            {rule_text(case, listed, rule, day, late)}
        }
        .into_any(),
        None => no_rule(lang, listed, day, today).into_any(),
    }
}

fn no_rule(lang: Lang, listed: Listed, day: Day, today: Day) -> impl IntoView + use<> {
    let why = match listed.gap_on(day) {
        Some(gap) => lang.pick(&gap.text),
        None => t::no_rule_why(lang),
    };
    let spans: Vec<_> = Span::all(lang, listed)
        .into_iter()
        .filter(|span| span.gap.is_none())
        .filter_map(|span| {
            let on = match span.holds(today) {
                true => today,
                false => span.from.or(span.until)?,
            };
            let href = format!("#on={}", pack::facts::format_date(on));
            Some(view! {
                <li>
                    <a href=href>{span.words(lang)}</a>
                </li>
            })
        })
        .collect();
    let spans = (!spans.is_empty()).then(|| {
        view! {
            <p>{t::known_spans(lang)}</p>
            <ul class="tags">{spans}</ul>
        }
    });
    let heading = match listed.code.versions.is_empty() {
        true => t::gap(lang).to_owned(),
        false => t::no_rule(lang, format::day(lang, day)),
    };
    view! {
        <section class="card no-rule" role="status">
            <h2>{icon(Icon::Dash)} " " {heading}</h2>
            <p>{why}</p>
            {spans}
            <p>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}
