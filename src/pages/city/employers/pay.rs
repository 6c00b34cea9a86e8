//! What skilled workers earn, as published: figures, not rules, with their year and source; and
//! what a firm may do with them.

use crate::components::bars::{bar, marks};
use crate::components::icon::{Icon, icon};
use crate::components::learn::table_sources::table_sources;
use crate::drawing::Axis;
use crate::format;
use crate::lang::Lang;
use crate::state::shelf::{Books, Part, with_books};
use crate::state::site::Site;
use crate::texts::{employers as t, learn, programmes};
use crate::ui::prelude::*;
use catalogue::model::{Employers, Statistic, Wage};
use pack::facts::format_decimal;

/// In the order in which they are shown.
const STATISTICS: [Statistic; 3] = [Statistic::Average, Statistic::Median, Statistic::Upper];

/// The section.
pub fn pay(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <section id="pay">
            <h2>{t::pay(lang)}</h2>
            {with_books(site, &[Part::Employers], move |books| figures(lang, books))}
            <div class="card">
                <h3>{t::pay_ideas(lang)}</h3>
                <ul class="plain-list">
                    <li>{t::idea_compare(lang)}</li>
                    <li>{t::idea_allowances(lang)}</li>
                    <li>{t::idea_ladder(lang)}</li>
                </ul>
                <p class="row">
                    <a class="button" href="/levels">
                        {t::to_levels(lang)}
                    </a>
                    <a class="button" href="/pathways">
                        {t::to_pathways(lang)}
                    </a>
                </p>
            </div>
        </section>
    }
}

fn figures(lang: Lang, books: Books) -> Option<View> {
    let all: &'static Employers = books.employers()?;
    let year = all.wages.iter().map(|it| it.year).max()?;
    // One scale for all: bars of different charts can be compared.
    let axis = Axis::of(all.wages.iter().map(|it| it.yuan).max()?);
    let charts: Vec<_> = STATISTICS
        .into_iter()
        .map(|statistic| chart(lang, all, statistic, axis))
        .collect();
    let cited = all.wages.iter().map(|it| usize::from(it.source));
    let mut cited: Vec<usize> = cited.collect();
    cited.sort_unstable();
    cited.dedup();
    let sources = cited.into_iter().filter_map(|at| all.sources.get(at));
    Some(
        view! {
            <p class="lead">{t::pay_lead(lang, year)}</p>
            <div class="card">
                <h3>{t::pay_figures(lang, year)}</h3>
                <p class="doubt">{icon(Icon::Info)} {t::pay_is_not(lang)}</p>
                <div class="drawings">{charts}</div>
                <details class="working">
                    <summary>{icon(Icon::Down)} {programmes::as_table(lang)}</summary>
                    {table(lang, all)}
                </details>
                <details class="working">
                    <summary>{icon(Icon::Down)} {learn::sources(lang)}</summary>
                    {table_sources(lang, sources)}
                </details>
            </div>
        }
        .into_any(),
    )
}

/// Whose pay, in which industry.
fn label(lang: Lang, it: &Wage) -> String {
    let who = t::workers(lang, it.workers);
    match lang.pick(&it.industry) {
        "" => who.to_owned(),
        industry => format!("{industry} · {who}"),
    }
}

fn growth(lang: Lang, it: &Wage) -> Option<String> {
    let permille = it.growth_permille?;
    Some(t::growth(lang, format_decimal(permille.into(), 1)))
}

fn chart(lang: Lang, all: &'static Employers, statistic: Statistic, axis: Axis) -> impl IntoView {
    let rows: Vec<_> = all
        .wages
        .iter()
        .filter(|it| it.statistic == statistic)
        .map(|it| {
            let growth = growth(lang, it);
            view! {
                <li>
                    <p class="count-line">
                        <span>{label(lang, it)}</span>
                        <strong class="amount">{format::yuan(i64::from(it.yuan) * 100)}</strong>
                    </p>
                    {bar(axis, it.yuan)}
                    {growth.map(|text| view! { <p class="muted small">{text}</p> })}
                </li>
            }
        })
        .collect();
    view! {
        <figure class="drawn">
            <h4>{t::statistic(lang, statistic)}</h4>
            <p class="muted small">{t::pay_unit(lang)}</p>
            <ul class="counts">{rows}</ul>
            {marks(axis)}
        </figure>
    }
}

fn table(lang: Lang, all: &'static Employers) -> impl IntoView {
    let rows: Vec<_> = all
        .wages
        .iter()
        .map(|it| {
            view! {
                <tr>
                    <th scope="row">
                        <span class="muted">{t::statistic(lang, it.statistic)}</span>
                        " · "
                        {label(lang, it)}
                    </th>
                    <td>{format::yuan(i64::from(it.yuan) * 100)}</td>
                    <td>{growth(lang, it)}</td>
                    <td>{it.year}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::pay(lang)>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{programmes::col_what(lang)}</th>
                        <th scope="col">{t::col_figure(lang)}</th>
                        <th scope="col">{t::col_growth(lang)}</th>
                        <th scope="col">{t::col_year(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
