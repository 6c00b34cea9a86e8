//! The levels as a ladder, and the standards that have them.

use super::Shown;
use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::texts::occupation as t;
use crate::ui::prelude::*;
use catalogue::Rank;
use catalogue::model::{Link, Standard, Table, source_of};

/// Levels 1 to 5 from the top, or the grades where the standards have grades alone.
pub fn ladder(shown: Shown) -> impl IntoView {
    let lang = shown.site.lang();
    let it = shown.it;
    let levels = it.levels();
    let grades = [Rank::Senior, Rank::Middle, Rank::Junior];
    let of_grades = |it: &&Standard| it.ladder().is_empty();
    let has_grade = |rank: &Rank| {
        let mut standards = it.standards.iter().filter(of_grades);
        standards.any(|standard| standard.ranks.contains(rank))
    };
    let rung = |(rank, has): (Rank, bool)| {
        let (class, sign, word) = match has {
            true => ("rung has", Icon::Check, t::has_level(lang)),
            false => ("rung", Icon::Dash, t::no_level(lang)),
        };
        view! {
            <li class=class>
                <strong>{t::rank(lang, rank)}</strong>
                <span class="state">{icon(sign)} " " {word}</span>
            </li>
        }
    };
    let skill = [
        Rank::Level1,
        Rank::Level2,
        Rank::Level3,
        Rank::Level4,
        Rank::Level5,
    ];
    let skill = (!levels.is_empty()).then(|| {
        let rungs = skill.map(|rank| rung((rank, rank.level().is_some_and(|it| levels.has(it)))));
        view! { <ol class="rungs">{rungs}</ol> }
    });
    let technical = grades.iter().any(has_grade).then(|| {
        let rungs = grades.map(|rank| rung((rank, has_grade(&rank))));
        view! {
            <ol class="rungs grades">{rungs}</ol>
            <p class="muted small">{t::grades_note(lang)}</p>
        }
    });
    let none = (skill.is_none() && technical.is_none()).then(|| match it.standards.is_empty() {
        true => t::no_standard(lang),
        false => t::no_levels(lang),
    });
    view! {
        <section class="card">
            <h2>{t::levels(lang)}</h2>
            {skill}
            {technical}
            {none.map(|text| view! { <p>{text}</p> })}
        </section>
    }
}

/// The standards, newest first, and why each stands here.
pub fn standards(shown: Shown) -> Option<impl IntoView> {
    let lang = shown.site.lang();
    let it = shown.it;
    let item = |standard: &Standard| {
        let name = match standard.name.is_empty() {
            true => &it.name,
            false => &standard.name,
        };
        let edition = match standard.edition {
            Some(year) => t::edition(lang, year),
            None => t::no_edition(lang).to_owned(),
        };
        let ranks: Vec<String> = standard
            .ranks
            .iter()
            .map(|rank| t::rank(lang, *rank))
            .collect();
        let ranks = match ranks.is_empty() {
            true => t::levels_not_said(lang).to_owned(),
            false => ranks.join(crate::components::words::comma(lang)),
        };
        let link = match standard.link {
            Link::Both => Some(t::link_both(lang)),
            Link::Code => Some(t::link_code(lang)),
            Link::Name => Some(t::link_name(lang)),
            Link::None => None,
        };
        let other = !standard.code.is_empty() && standard.code != it.code;
        let own = other.then(|| view! { <br /> {t::own_code(lang, &standard.code)} });
        view! {
            <li>
                <strong>{han(name)}</strong>
                " "
                <span>{edition}</span>
                <p>{ranks}</p>
                <p class="muted small">{link} {own}</p>
            </li>
        }
    };
    let items: Vec<_> = it.standards.iter().map(item).collect();
    let source = source_of(&shown.all.sources, Table::Standards);
    (!items.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t::standards(lang)}</h2>
                <ul class="standards">{items}</ul>
                <p>{source.map(|source| evidence_badge(lang, source.evidence))}</p>
            </section>
        }
    })
}
