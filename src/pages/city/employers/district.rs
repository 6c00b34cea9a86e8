//! What a small firm can ask its district for: what public sources say, and whom to ask.

use crate::components::icon::{Icon, icon};
use crate::components::learn::table_sources::table_sources;
use crate::format;
use crate::lang::Lang;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::{employers as t, learn, shell};
use crate::ui::prelude::*;
use catalogue::model::{Employers, Places, Round};

/// The section.
pub fn district(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <section id="district">
            <h2>{t::district(lang)}</h2>
            <p class="lead">{t::district_lead(lang)}</p>
            <div class="card">
                <h3>{t::platform(lang)}</h3>
                <p>{t::platform_text(lang)}</p>
                <p>{t::visits(lang)}</p>
                <p class="row">
                    <a class="button" href="/pillars#services">
                        {t::article(lang)}
                    </a>
                    <a class="button" href="tel:12333">
                        {icon(Icon::Phone)}
                        {shell::hotline_call(lang)}
                    </a>
                </p>
            </div>
            {with_books(site, &[Part::Employers, Part::Places], move |books| known(lang, books))}
        </section>
    }
}

fn known(lang: Lang, books: Books) -> Option<View> {
    let (all, places) = (books.employers()?, books.places()?);
    let rounds: Vec<_> = all
        .rounds
        .iter()
        .map(|it| view! { <li>{round(lang, places, it)}</li> })
        .collect();
    let offices: Vec<_> = places
        .districts
        .iter()
        .map(|it| {
            let href = format!("/institutions#district={}", it.code);
            view! {
                <li>
                    <a href=href lang="zh-Hans">
                        {it.name.as_str()}
                    </a>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <div class="card">
                <h3>{t::rounds(lang)}</h3>
                <ul class="plain-list">{rounds}</ul>
                <p class="muted small">{t::rounds_only(lang)}</p>
                <details class="working">
                    <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
                    {table_sources(lang, cited(all))}
                </details>
            </div>
            <div class="card">
                <h3>{t::offices(lang)}</h3>
                <p>{t::offices_text(lang)}</p>
                <ul class="tags">{offices}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The sources of the rounds.
fn cited(all: &'static Employers) -> impl Iterator<Item = &'static catalogue::model::Source> {
    let mut cited: Vec<usize> = all.rounds.iter().map(|it| usize::from(it.source)).collect();
    cited.sort_unstable();
    cited.dedup();
    cited.into_iter().filter_map(|at| all.sources.get(at))
}

fn round(lang: Lang, places: &'static Places, it: &'static Round) -> impl IntoView {
    let district = places
        .districts
        .iter()
        .find(|place| place.code == it.district);
    let name = district.map_or(it.district.as_str(), |place| place.name.as_str());
    let text = t::round_text(
        lang,
        name,
        it.year,
        format::number(it.count.into(), 0),
        t::funded(lang, it.funded),
        format::yuan(i64::from(it.yuan) * 100),
    );
    view! {
        {text}
        " "
        <span class="muted small" lang="zh-Hans">
            {it.notices.as_str()}
        </span>
    }
}
