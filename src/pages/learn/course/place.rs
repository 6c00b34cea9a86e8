//! Where a course stands among the levels, and what else is offered near by.

use super::Shown;
use crate::components::amount::amount;
use crate::components::icon::{Icon, icon};
use crate::components::learn::course_words as words;
use crate::components::learn::offer::left_words;
use crate::components::learn::prices::{Pay, Prices};
use crate::format;
use crate::pages::learn::courses::score::fit_words;
use crate::state::case::Case;
use crate::state::shelf::Books;
use crate::texts::{course as t, course_facts, course_money};
use crate::ui::prelude::*;

/// Similar courses that are shown.
const SIMILAR: usize = 4;

/// The five levels, the highest on top: the course's own, whether each can be sat, and the
/// occupation's other courses.
pub fn ladder(
    case: Case,
    books: Books,
    shown: Shown,
    prices: Memo<Prices>,
    mine: Memo<bool>,
) -> impl IntoView {
    let lang = case.site.lang();
    let courses = books.courses();
    let range = courses.map_or(0..0, |it| it.of_occupation(shown.course.occupation));
    let list = courses.and_then(|it| it.list.get(range)).unwrap_or(&[]);
    let code = shown.occupation.map_or("", |it| it.code.as_str());
    let step = move |level: u8| {
        let here = level == shown.course.level;
        let others = list.iter().filter(|it| it.level == level).count();
        let fit = move || {
            let prices = prices.read();
            let standing = prices.standing(mine.get()).filter(|_| prices.told);
            standing.map(|it| fit_words(lang, it.fit(level)))
        };
        let link = match others {
            0 => t::none_there(lang).into_view(),
            n => {
                let href = format!("/courses#level={level}&occupation={code}");
                view! { <a class="tap" href=href>{t::others(lang, n)}</a> }
            }
        };
        view! {
            <li class=if here { "step held" } else { "step" }>
                <span class="name">
                    <strong>{words::level(lang, level)}</strong>
                    " "
                    {here.then(|| view! { <span class="here">{t::this_course(lang)}</span> })}
                </span>
                <span class="state">{link}</span>
                <span class="fit small">{fit}</span>
            </li>
        }
    };
    let basis = move || {
        prices.read().told.then(|| match mine.get() {
            true => t::standing_own(lang),
            false => t::standing_other(lang),
        })
    };
    let occupation = shown.occupation.map(|it| {
        view! {
            <p class="row">
                <a class="button" href=format!("/occupations/{}", it.code)>
                    {t::pathway(lang)} {icon(Icon::Right)}
                </a>
            </p>
        }
    });
    view! {
        <section class="card">
            <h2>{t::ladder(lang)}</h2>
            <ol class="ladder flat">{(1..=5).map(step).collect_view()}</ol>
            <p class="muted small">{basis}</p>
            {occupation}
        </section>
    }
}

/// Other courses of the occupation: of the same level first, then in the same district.
pub fn similar(case: Case, books: Books, shown: Shown, prices: Memo<Prices>) -> impl IntoView {
    let lang = case.site.lang();
    let today = case.date.get_untracked();
    let courses = books.courses();
    let range = courses.map_or(0..0, |it| it.of_occupation(shown.course.occupation));
    let mut others: Vec<Shown> = range
        .filter(|place| *place != shown.place)
        .filter_map(|place| Shown::at(books, place))
        .collect();
    let near = |it: &Shown| {
        let (one, other) = (it.course, shown.course);
        (one.level != other.level, one.district != other.district)
    };
    others.sort_by_key(near);
    others.truncate(SIMILAR);
    let card = move |it: Shown| {
        let course = it.course;
        let price = move || {
            let offer = prices.read().offer(it.place, course.price_yuan);
            let left = match offer.pay {
                Pay::Between(least, most) if most > 0 => {
                    Some(left_words(lang, offer.price_fen, least, most))
                }
                _ => None,
            };
            let left = left.map(|left| {
                view! { <span class="muted">" · " {course_money::left(lang)} " "</span> {left} }
            });
            view! { {amount(format::yuan(offer.price_fen))} {left} }
        };
        view! {
            <li class="card course">
                <h3>
                    <a href=format!("/courses/{}", course.id)>{words::zh(lang, &course.title)}</a>
                </h3>
                <p class="marks">
                    {course.sample.then(|| words::sample_badge(lang))}
                    <span class="badge kind">{words::level(lang, course.level)}</span>
                </p>
                <p>
                    {it.district.map(|it| words::zh(lang, &it.name))} " · "
                    {course_facts::hours(lang, course.hours)} " · "
                    {words::start(lang, course, today)}
                </p>
                <p>{words::slots(lang, course)}</p>
                <p>{price}</p>
            </li>
        }
    };
    let list = match others.is_empty() {
        true => view! { <p class="muted">{t::similar_none(lang)}</p> },
        false => {
            view! { <ul class="catalogue">{others.into_iter().map(card).collect_view()}</ul> }
        }
    };
    view! {
        <section class="similar">
            <h2>{t::similar(lang)}</h2>
            {list}
        </section>
    }
}
