//! Medals as drawings with words on them, and the same figures as a table.

use super::Hall;
use super::edition::MEDALS;
use super::head::gold_medals;
use crate::components::badge::evidence_badge;
use crate::components::honour_words::{edition_title, number, source};
use crate::format;
use crate::lang::Lang;
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::{Count, Edition, Honour, Scope};

/// Sizes in pixels: a disc and its distance from the next, a bar and its distance.
const RADIUS: u32 = 12;
const PITCH: u32 = 27;
const BAR: u32 = 16;
const ROW: u32 = 26;
/// Below the ground: the edition's name and its year.
const FOOT: u32 = 44;

/// The section.
pub fn medals(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    view! {
        <section class="card charts">
            <h2>{t::medals(lang)}</h2>
            <div class="two">
                <div>
                    <h3>{t::medals_ws(lang)}</h3>
                    {discs(hall)}
                </div>
                <div>
                    <h3>{t::medals_nc(lang)}</h3>
                    {bars(hall)}
                </div>
            </div>
            <details class="working">
                <summary>{t::as_table(lang)}</summary>
                {table(hall)}
            </details>
        </section>
    }
}

/// One kind of medal that Shanghai won at an edition, and how many.
#[derive(Clone, Copy)]
struct Won {
    measure: Count,
    class: &'static str,
    count: u32,
}

/// An edition with Shanghai's medals that are in hand; none where nothing is.
struct Drawn {
    edition: &'static Edition,
    won: Vec<Won>,
}

/// The editions of an honour, oldest first.
fn drawn(hall: Hall, honour: Honour) -> Vec<Drawn> {
    let won = |edition: usize| {
        let of = |(measure, class): (Count, &'static str)| {
            let figure = hall.all.figure(edition, Scope::Shanghai, measure)?;
            let count = figure.value;
            Some(Won {
                measure,
                class,
                count,
            })
        };
        MEDALS.into_iter().filter_map(of).collect()
    };
    let editions = hall.all.editions.iter().enumerate().rev();
    let of_honour = editions.filter(|(_, it)| it.honour == honour);
    of_honour
        .map(|(at, edition)| Drawn {
            edition,
            won: won(at),
        })
        .collect()
}

/// One disc for each medal, from the ground up, with its word on it.
fn discs(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    let all = drawn(hall, Honour::WorldSkills);
    let heights = all
        .iter()
        .map(|it| it.won.iter().map(|won| won.count).sum());
    let most: u32 = heights.max().unwrap_or(0);
    let ground = most.max(1) * PITCH + 8;
    let count = i64::try_from(all.len()).unwrap_or(1).max(1);
    let column = |(nth, it): (i64, &Drawn)| {
        let x = format::share((2 * nth + 1) * 500 / count);
        let open = it.won.is_empty().then(|| open_disc(lang, &x, ground));
        view! {
            <g>
                {stack(lang, &x, ground, &it.won)}
                {open}
                <text x=x.clone() y=ground + 18 text-anchor="middle">
                    {lang.pick(&it.edition.name)}
                </text>
                <text class="axis-text" x=x y=ground + 36 text-anchor="middle">
                    {it.edition.year.map(|year| year.to_string())}
                </text>
            </g>
        }
    };
    let says = gold_medals(hall).map(|(n, first, last)| t::medals_ws_says(lang, n, first, last));
    let open = all.iter().find(|it| it.won.is_empty());
    let open = open.map(|it| t::medals_open(lang, lang.pick(&it.edition.name)));
    let says = [says, open].map(Option::unwrap_or_default).concat();
    view! {
        <svg class="chart" width="100%" height=ground + FOOT role="img" aria-label=says.clone()>
            <line x1="0" x2="100%" y1=ground y2=ground></line>
            {(0i64..).zip(&all).map(column).collect_view()}
        </svg>
        <p class="muted small">{says}</p>
    }
}

/// The discs of an edition, gold first.
fn stack(lang: Lang, x: &str, ground: u32, won: &[Won]) -> View {
    let each = won.iter().flat_map(|it| (0..it.count).map(move |_| *it));
    let disc = |(nth, it): (u32, Won)| {
        let y = ground - nth * PITCH - PITCH / 2;
        // One letter: 金, G.
        let letter: String = t::medal_short(lang, it.measure).chars().take(1).collect();
        view! {
            <g class="disc">
                <circle class=it.class cx=x cy=y r=RADIUS></circle>
                <text class=format!("on-{}", it.class) x=x y=y + 4 text-anchor="middle">
                    {letter}
                </text>
            </g>
        }
    };
    (0u32..).zip(each).map(disc).collect_view()
}

/// The place of medals that are not in hand.
fn open_disc(lang: Lang, x: &str, ground: u32) -> View {
    let y = ground - PITCH / 2;
    view! {
        <g class="disc">
            <circle class="open" cx=x cy=y r=RADIUS></circle>
            <text class="axis-text" x=x y=y - 18 text-anchor="middle">
                {t::pending(lang)}
            </text>
        </g>
    }
}

/// One bar for each kind of medal; all editions have the same scale.
fn bars(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    let all = drawn(hall, Honour::NationalCompetition);
    let counts = all.iter().flat_map(|it| it.won.iter().map(|won| won.count));
    let most = i64::from(counts.max().unwrap_or(1).max(1));
    let bar = |(nth, it): (u32, &Won)| {
        let y = nth * ROW;
        // Three quarters of the width are the largest figure's; its words stand behind it.
        let width = format::share(i64::from(it.count) * 750 / most);
        view! {
            <g>
                <rect class=it.class x="0" y=y width=width.clone() height=BAR rx="3"></rect>
                <text x=width dx="8" y=y + 13>
                    {t::medal_short(lang, it.measure)}
                    " "
                    {number(it.count)}
                </text>
            </g>
        }
    };
    let one = |it: &Drawn| {
        let height = u32::try_from(it.won.len()).unwrap_or(0) * ROW;
        let name = lang.pick(&it.edition.name);
        let year = it.edition.year.map(|year| year.to_string());
        let place = [Some(lang.pick(&it.edition.place)), year.as_deref()];
        let place: String = place
            .into_iter()
            .flatten()
            .map(|it| format!(" · {it}"))
            .collect();
        // Read out in place of the bars: `第二届 · 天津 · 2023 · 金 10 · 银 10 …`.
        let words = it.won.iter().map(|won| {
            format!(
                " · {} {}",
                t::medal_short(lang, won.measure),
                number(won.count)
            )
        });
        let says = format!("{name}{place}{}", words.collect::<String>());
        view! {
            <p class="of-bars"><strong>{name}</strong> {place}</p>
            <svg class="chart bars" width="100%" height=height role="img" aria-label=says>
                {(0u32..).zip(&it.won).map(bar).collect_view()}
            </svg>
        }
    };
    view! {
        {all.iter().map(one).collect_view()}
        <p class="muted small">{t::medals_nc_says(lang)}</p>
    }
}

/// Every total of medals, whoever's: Shanghai's and China's.
fn table(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    let medals = MEDALS.map(|(measure, _)| measure);
    let measures = [medals.as_slice(), &[Count::Competitors, Count::Skills]].concat();
    let row = |(at, edition): (usize, &'static Edition), scope: Scope| {
        let figure = |measure| hall.all.figure(at, scope, measure);
        let first = medals.iter().find_map(|it| figure(*it));
        // Shanghai's row stays where nothing is in hand: that is worth saying.
        if first.is_none() && scope == Scope::China {
            return None;
        }
        let team = match scope {
            Scope::China => t::china_team(lang),
            _ => t::shanghai_team(lang),
        };
        let cell = |measure: &Count| {
            let text = figure(*measure).map_or_else(|| "—".to_owned(), |it| number(it.value));
            view! { <td>{text}</td> }
        };
        let at = first.map_or(edition.source, |it| it.source);
        let source = source(hall.all, at).map(|it| {
            view! {
                {lang.pick(&it.title)}
                " "
                {it.date.as_str()}
                " "
                {evidence_badge(lang, it.evidence)}
            }
        });
        Some(view! {
            <tr>
                <th scope="row">{edition_title(lang, edition)}</th>
                <td class="words">{team}</td>
                {measures.iter().map(cell).collect_view()}
                <td class="words">{source}</td>
            </tr>
        })
    };
    let editions = hall.all.editions.iter().enumerate();
    let with_medals = editions.filter(|(_, it)| it.honour.has_medals());
    let rows: Vec<View> = with_medals
        .flat_map(|edition| [Scope::Shanghai, Scope::China].map(|scope| row(edition, scope)))
        .flatten()
        .collect();
    let head = [t::col_edition(lang), t::col_team(lang)];
    let head = head
        .into_iter()
        .chain(medals.map(|it| t::medal_short(lang, it)));
    let head = head.chain([
        t::col_competitors(lang),
        t::col_skills(lang),
        t::col_source(lang),
    ]);
    let head = head.map(|words| view! { <th scope="col">{words}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::medals(lang)>
            <table class="figures">
                <caption class="sr-only">{t::medals(lang)}</caption>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="muted small">{t::dash_note(lang)}</p>
    }
}
