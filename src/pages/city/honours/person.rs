//! `/honours/:id`: one person, what they won, and where their trade leads.

use super::Hall;
use super::edition::card;
use super::emblems::emblem;
use super::filters::year_id;
use super::medal::{crowned, rosette};
use super::paths::way;
use crate::browser::history;
use crate::components::badge::{evidence_badge, evidence_sentence};
use crate::components::honour_words::{self, doubt, edition_title, metal, source};
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::late::late_page;
use crate::components::page::page_title;
use crate::state::shelf::{Books, Part};
use crate::state::site::Site;
use crate::texts::{honours as t, levels as l};
use crate::ui::prelude::*;
use catalogue::model::{Edition, Honouree, TradeGroup, TradeOccupation};
use pack::model::Evidence;

/// How many others are shown beside somebody.
const OTHERS: usize = 6;

/// The page.
pub fn person(site: Site, id: String) -> impl IntoView {
    view! {
        <div class="page honours person">
            {late_page(site, &[Part::Honours], move |books| found(site, books, &id))}
        </div>
    }
}

fn found(site: Site, books: Books, id: &str) -> Option<View> {
    let hall = Hall {
        site,
        lang: site.lang(),
        all: books.honours()?,
    };
    let person = hall.all.find(id).and_then(|at| hall.all.people.get(at));
    let edition = person.and_then(|it| hall.all.edition_of(it));
    Some(match (person, edition) {
        (Some(person), Some(edition)) => whole(hall, person, edition),
        _ if hall.all.is_withdrawn(id) => {
            nobody(hall, t::gone_title(hall.lang), t::gone_text(hall.lang))
        }
        _ => nobody(
            hall,
            t::unknown_title(hall.lang),
            t::unknown_text(hall.lang),
        ),
    })
}

/// Taken down, or never there.
fn nobody(hall: Hall, title: &'static str, text: &'static str) -> View {
    let lang = hall.lang;
    view! {
        {page_title(hall.site, title)}
        <p class="lead">{text}</p>
        <p class="row">
            <a class="button primary" href="/honours">{t::back(lang)}</a>
        </p>
    }
}

fn whole(hall: Hall, person: &'static Honouree, edition: &'static Edition) -> View {
    let lang = hall.lang;
    let title = edition_title(lang, edition);
    let name = match person.name.is_empty() {
        true => page_title(hall.site, t::name_unknown(lang)).into_view(),
        false => view! { <div lang="zh-Hans">{page_title(hall.site, &person.name)}</div> },
    };
    let won = person.award.map(|it| t::award(lang, it));
    let honour = format!("/honours#honour={}", edition.honour.tag());
    let year = format!("{honour}&year={}", year_id(edition.year));
    view! {
        <nav class="trail" aria-label=t::crumb(lang)>
            <ol>
                <li><a href="/honours">{t::title(lang)}</a></li>
                <li><a href=honour>{t::honour(lang, edition.honour)}</a></li>
                <li><a href=year>{lang.pick(&edition.name)}</a></li>
            </ol>
        </nav>
        <div class="hall-head of-person">
            {rosette()}
            {crowned(metal(hall.all, person), person.group)}
            <div>
                {name}
                <p class="title">{title}</p>
                {won.map(|won| view! { <p class="prize">{won}</p> })}
                {doubt(lang, person)}
            </div>
        </div>
        <div class="two">
            {facts(hall, person, edition)}
            {trade(hall, person)}
        </div>
        <section class="card">
            <h2>{t::path(lang)}</h2>
            <p class="muted">{t::path_lead(lang)}</p>
            {way(hall, edition.honour)}
            <p class="row">
                <a class="button" href="/levels">{t::to_levels(lang)}</a>
            </p>
        </section>
        {others(hall, person, edition)}
    }
}

/// What the source says, line by line; what it does not say is said.
fn facts(hall: Hall, person: &'static Honouree, edition: &'static Edition) -> impl IntoView {
    let lang = hall.lang;
    let line = |term: &'static str, value: View| {
        view! { <div><dt>{term}</dt><dd>{value}</dd></div> }
    };
    let words = |text: &'static str| match text.is_empty() {
        true => view! { <span class="muted">{t::not_said(lang)}</span> },
        false => han(text).into_view(),
    };
    let year = match edition.year {
        Some(year) => year.to_string(),
        None => t::year_none(lang, lang.pick(&edition.name)),
    };
    let place = lang.pick(&edition.place);
    let place = (!place.is_empty()).then(|| line(t::fact_place(lang), place.into_view()));
    let award = person
        .award
        .map(|it| line(t::fact_award(lang), t::award(lang, it).into_view()));
    // An honour that is no competition's has no award besides itself.
    let award = award.or_else(|| {
        let unsaid = edition.honour == catalogue::model::Honour::ChiefOrStudio;
        unsaid.then(|| line(t::fact_award(lang), words("")))
    });
    let cited = source(hall.all, person.source).map(|it| {
        let note = lang.pick(&it.note);
        let note = (!note.is_empty()).then(|| view! { <p class="muted small">{note}</p> });
        // Of what is not confirmed the badge says as much as the sentence.
        let doubtful = person.evidence == Evidence::Unconfirmed;
        let sentence = evidence_sentence(lang, person.evidence).filter(|_| !doubtful);
        let sentence = sentence.map(|text| view! { <p class="muted small">{text}</p> });
        view! {
            {lang.pick(&it.title)}
            " "
            {it.date.as_str()}
            " "
            {evidence_badge(lang, person.evidence)}
            {sentence}
            {note}
        }
    });
    view! {
        <section class="card">
            <h2>{t::facts(lang)}</h2>
            <dl class="facts-list">
                {line(t::fact_honour(lang), t::honour(lang, edition.honour).into_view())}
                {line(t::fact_edition(lang), lang.pick(&edition.name).into_view())}
                {line(t::fact_year(lang), year.into_view())}
                {place}
                {award}
                {team(hall, person).map(|value| line(t::fact_team(lang), value))}
                {line(t::fact_trade(lang), words(&person.trade))}
                {line(t::fact_org(lang), words(&person.org))}
                {cited.map(|value| line(t::fact_source(lang), value))}
            </dl>
        </section>
    }
}

/// Those with whom the result was won.
fn team(hall: Hall, person: &'static Honouree) -> Option<View> {
    let lang = hall.lang;
    person.team?;
    let of_team = |it: &&Honouree| it.team == person.team && it.id != person.id;
    let others: Vec<View> = hall
        .all
        .people
        .iter()
        .filter(of_team)
        .map(|it| view! { " " <a href=format!("/honours/{}", it.id)>{honour_words::name(lang, it)}</a> })
        .collect();
    Some(match others.is_empty() {
        true => t::team_alone(lang).into_view(),
        false => view! { {t::team_with(lang)} {others} },
    })
}

/// The occupation that the trade is, its levels, and the ways on.
fn trade(hall: Hall, person: &'static Honouree) -> impl IntoView {
    let lang = hall.lang;
    let joined = person.occupation.and_then(|(at, link)| {
        let occupation = hall.all.occupations.get(usize::from(at))?;
        Some((occupation, link))
    });
    let body = match joined {
        Some((it, link)) => view! {
            <p class="occupation-name">
                <strong>{han(&it.name)}</strong>
                " "
                <span class="muted code">{&it.code}</span>
            </p>
            <p class="muted small">{t::link(lang, link)}</p>
            {levels(hall, it)}
            <p class="row">
                <a class="button primary" href=format!("/occupations/{}", it.code)>
                    {t::to_occupation(lang)}
                </a>
                {(!it.levels.is_empty())
                    .then(|| {
                        view! {
                            <a class="button" href=format!("/pathways#o={}", it.code)>
                                {t::to_pathways(lang)}
                            </a>
                        }
                    })}
                <a class="button" href=format!("/courses#occupation={}", it.code)>
                    {t::to_courses(lang)}
                </a>
            </p>
        },
        None if person.trade.is_empty() => view! { <p>{t::no_trade(lang)}</p> },
        None => {
            let href = format!("/occupations#q={}", history::encode(&person.trade));
            view! {
                <p>{t::no_occupation(lang)}</p>
                <p class="row">
                    <a class="button" href=href>{t::to_search(lang)}</a>
                </p>
            }
        }
    };
    view! {
        <section class="card trade">
            <h2>{t::trade(lang)}</h2>
            <p class="group-line">{emblem(person.group)} {t::group(lang, person.group)}</p>
            {body}
        </section>
    }
}

/// Levels 5 to 1, those of the occupation's standards filled.
fn levels(hall: Hall, occupation: &'static TradeOccupation) -> View {
    let lang = hall.lang;
    if occupation.levels.is_empty() {
        return view! { <p>{t::levels_none(lang)}</p> };
    }
    let names = [
        (5, l::nth_5(lang)),
        (4, l::nth_4(lang)),
        (3, l::nth_3(lang)),
        (2, l::nth_2(lang)),
        (1, l::nth_1(lang)),
    ];
    let step = |(level, name): (u8, &'static str)| {
        let has = occupation.levels.has(level);
        let class = if has { "has" } else { "not" };
        let state = if has {
            crate::texts::occupation::has_level(lang)
        } else {
            crate::texts::occupation::no_level(lang)
        };
        view! { <li class=class>{name} <span class="sr-only">{state}</span> {icon(if has { Icon::Check } else { Icon::Dash })}</li> }
    };
    view! {
        <p class="small">{t::levels_of(lang)}</p>
        <ol class="level-steps">{names.map(step)}</ol>
    }
}

/// Others of the trade, or of the edition where there is none; and the way to all of them.
fn others(hall: Hall, person: &'static Honouree, edition: &'static Edition) -> Option<View> {
    let lang = hall.lang;
    let is_other = |it: &&Honouree| it.id != person.id;
    let same_trade =
        |it: &&Honouree| it.group == person.group && person.group != TradeGroup::Unknown;
    let people = || hall.all.people.iter().filter(is_other);
    let of_trade: Vec<&'static Honouree> = people().filter(same_trade).take(OTHERS).collect();
    let (title, list) = match of_trade.is_empty() {
        false => (t::same_trade(lang), of_trade),
        true => {
            let same = people().filter(|it| it.edition == person.edition);
            (t::same_edition(lang), same.take(OTHERS).collect())
        }
    };
    let honour = edition.honour.tag();
    let href = format!("/honours#honour={honour}&year={}", year_id(edition.year));
    (!list.is_empty()).then(|| {
        let items: Vec<View> = list
            .into_iter()
            .map(|it| view! { <li>{card(hall, it)}</li> })
            .collect();
        view! {
            <section>
                <h2>{title}</h2>
                <ul class="medals">{items}</ul>
                <p class="row">
                    <a class="button" href=href>{t::all_of_edition(lang)}</a>
                    <a class="button" href="/honours">{t::back(lang)}</a>
                </p>
            </section>
        }
    })
}
