//! `/courses/compare`: up to three courses side by side.
//!
//! The fragment names them (`#c=S1893,S1897`); without it those that were put together on this
//! device. Both follow what is added and removed.

use super::course::Shown;
use super::courses::PARTS;
use crate::browser::{clock, history, page, share};
use crate::components::icon::{Icon, icon};
use crate::components::learn::basket::{self, Basket};
use crate::components::learn::course_words::{self as words, sample_badge, sample_note};
use crate::components::learn::offer::{left_words, subsidy_words};
use crate::components::learn::prices::{Mind, Offer, Pay, Prices};
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::format;
use crate::lang::Lang;
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::shelf::{Books, with_books};
use crate::state::site::Site;
use crate::texts::{compare as t, course, course_facts, course_money};
use crate::ui::prelude::*;
use catalogue::matching::score::Fit;
use catalogue::model::{Certificate, Mode, Slot};
use leptos::task::spawn_local;

/// The page.
pub fn compare(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page compare">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_books(
                site,
                PARTS,
                move |books| Some(with_pack(site, move |case| table(case, books).into_any()).into_any()),
            )}
        </div>
    }
}

fn table(case: Case, books: Books) -> impl IntoView {
    let site = case.site;
    let lang = site.lang();
    let basket = Basket::open();
    let named = |fragment: &str| value_of(fragment, "c").map(basket::read);
    if let Some(ids) = named(&site.router.fragment.get_untracked()) {
        basket.set(ids);
    }
    // A link to this page with other courses is followed.
    Effect::new(move |before: Option<String>| {
        let fragment = site.router.fragment.get();
        let here = site.router.route.get_untracked() == Route::Compare;
        if here
            && before.is_some_and(|before| before != fragment)
            && let Some(ids) = named(&fragment)
            && untrack(|| basket.ids()) != ids
        {
            basket.set(ids);
        }
        fragment
    });
    // The address follows what is added and removed.
    Effect::new(move |_: Option<()>| {
        let ids = basket.ids();
        let now = match ids.is_empty() {
            true => String::new(),
            false => format!("c={}", basket::write(&ids)),
        };
        let old = site.router.fragment.get_untracked();
        if site.router.route.get_untracked() == Route::Compare && old != now {
            let mark = if now.is_empty() { "" } else { "#" };
            let href = format!("/courses/compare{mark}{now}");
            clock::next_frame(move || site.router.replace(&href));
        }
    });
    let prices = Memo::new(move |_| Prices::of(case, books, Mind::default()));
    move || {
        let ids = basket.ids();
        let mut shown = Vec::new();
        let mut unknown = Vec::new();
        for id in &ids {
            match Shown::of(books, id) {
                Some(one) => shown.push(one),
                None => unknown.push(id.clone()),
            }
        }
        let unknown = (!unknown.is_empty()).then(|| {
            let list = unknown.join(crate::components::words::comma(lang));
            view! { <p class="doubt" role="status">{t::unknown(lang, list)}</p> }
        });
        let sample = shown.iter().any(|it| it.course.sample);
        let few = match shown.len() {
            0 => Some(t::nothing(lang)),
            1 => Some(t::one(lang)),
            _ => None,
        };
        let body = (!shown.is_empty()).then(|| side_by_side(case, basket, &prices.read(), &shown));
        let clashes = (shown.len() > 1).then(|| clashes(lang, &shown));
        let add = (shown.len() < basket::MOST).then(|| {
            view! {
                <a class="button primary" href="/courses">
                    {t::add(lang)}
                </a>
            }
        });
        view! {
            {unknown}
            {sample.then(|| sample_note(lang))}
            {few.map(|text| view! { <p>{text}</p> })}
            {clashes}
            {body}
            <p class="row">{add} {(!ids.is_empty()).then(|| copy(lang))}</p>
        }
    }
}

/// A button that copies the address: it names the courses.
fn copy(lang: Lang) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let place = history::here();
        let link = format!("{}{}#{}", history::origin(), place.path, place.fragment);
        spawn_local(async move {
            said.set(match share::copy(&link).await {
                true => t::copied(lang),
                false => t::copy_failed(lang),
            });
        });
    };
    view! {
        <button type="button" class="button" on:click=copy>
            {icon(Icon::Share)}
            {t::copy(lang)}
        </button>
        <span role="status">{said}</span>
    }
}

/// A row of the table: its name, and for each course the words and how they are shown.
struct Row {
    name: &'static str,
    cells: Vec<String>,
    chinese: bool,
}

/// The table: a course is a column, what differs is marked.
fn side_by_side(case: Case, basket: Basket, prices: &Prices, shown: &[Shown]) -> View {
    let lang = case.site.lang();
    let head = shown.iter().map(|one| {
        let id = one.course.id.as_str();
        let remove = move |_| {
            basket.toggle(id);
            clock::next_frame(|| page::focus("title"));
        };
        view! {
            <th scope="col" role="columnheader">
                <a href=format!("/courses/{id}")>{words::zh(lang, &one.course.title)}</a>
                {one.course.sample.then(|| sample_badge(lang))}
                <button type="button" class="button quiet" on:click=remove>
                    {t::remove(lang)}
                    <span class="sr-only">" " {words::zh(lang, &one.course.title)}</span>
                </button>
            </th>
        }
    });
    let row = |row: &Row| {
        let differs = row.cells.windows(2).any(|pair| pair.first() != pair.last());
        let cell = |text: &String| {
            let text = match row.chinese {
                true => words::zh(lang, text),
                false => text.into_view(),
            };
            view! { <td role="cell">{text}</td> }
        };
        let mark =
            differs.then(|| view! { " " <span class="badge amber">{t::differs(lang)}</span> });
        view! {
            <tr role="row" class=differs.then_some("differs")>
                <th scope="row" role="rowheader">
                    {row.name}
                    {mark}
                </th>
                {row.cells.iter().map(cell).collect_view()}
            </tr>
        }
    };
    let count = format!("compared of-{}", shown.len());
    view! {
        <table class=count role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        {t::item(lang)}
                    </th>
                    {head.collect_view()}
                </tr>
            </thead>
            <tbody role="rowgroup">{lines(case, prices, shown).iter().map(row).collect_view()}</tbody>
        </table>
        <p class="help small">{course_money::first_pay(lang)}</p>
    }
}

/// What is compared.
fn lines(case: Case, prices: &Prices, shown: &[Shown]) -> Vec<Row> {
    let lang = case.site.lang();
    let today = case.date.get_untracked();
    let line = |name: &'static str, chinese: bool, cell: &dyn Fn(&Shown) -> String| Row {
        name,
        chinese,
        cells: shown.iter().map(cell).collect(),
    };
    let offer = |it: &Shown| prices.offer(it.place, it.course.price_yuan);
    let paid = |it: &Shown| match offer(it).pay {
        Pay::Between(least, most) => Some((least, most)),
        Pay::NotForIt | Pay::NoRule => None,
    };
    let name = |text: Option<&String>| text.cloned().unwrap_or_default();
    vec![
        line(course::occupation(lang), true, &|it| {
            name(it.occupation.map(|it| &it.name))
        }),
        line(course::level(lang), false, &|it| {
            words::level(lang, it.course.level)
        }),
        line(t::row_price(lang), false, &|it| {
            format::yuan(offer(it).price_fen)
        }),
        line(t::row_subsidy(lang), false, &|it| match paid(it) {
            Some((least, most)) => subsidy_words(lang, least, most)
                .unwrap_or_else(|| course_money::nothing(lang).to_owned()),
            None => why_none(lang, offer(it)).to_owned(),
        }),
        line(t::row_left(lang), false, &|it| match paid(it) {
            Some((least, most)) => left_words(lang, offer(it).price_fen, least, most),
            None => "–".to_owned(),
        }),
        line(t::row_notes(lang), false, &|it| {
            notes(case, prices.told, offer(it))
        }),
        line(course::district(lang), true, &|it| {
            name(it.district.map(|it| &it.name))
        }),
        line(course::provider(lang), true, &|it| {
            name(it.provider.map(|it| &it.name))
        }),
        line(course::hours(lang), false, &|it| {
            course_facts::hours(lang, it.course.hours)
        }),
        line(course::mode(lang), false, &|it| {
            words::mode(lang, it.course.mode).to_owned()
        }),
        line(t::row_start(lang), false, &|it| {
            words::start(lang, it.course, today)
        }),
        line(t::row_times(lang), false, &|it| {
            words::slots(lang, it.course)
        }),
        line(
            course::certificate(lang),
            false,
            &|it| match it.course.certificate {
                Certificate::Level => course_facts::certificate_level(lang).to_owned(),
                Certificate::Completion => course_facts::certificate_completion(lang).to_owned(),
            },
        ),
    ]
}

fn why_none(lang: Lang, offer: Offer) -> &'static str {
    match offer.pay {
        Pay::NotForIt => course_money::not_for_it(lang),
        Pay::NoRule | Pay::Between(..) => course_money::no_rule(lang),
    }
}

/// What one must know with the figures.
fn notes(case: Case, told: bool, offer: Offer) -> String {
    let lang = case.site.lang();
    let fit = match offer.fit {
        Fit::Closed if told => Some(course_money::closed(lang).to_owned()),
        Fit::Held => Some(course_money::held(lang).to_owned()),
        _ => None,
    };
    let paid = matches!(offer.pay, Pay::Between(_, 1..));
    let late = (paid && offer.after_rules)
        .then(|| course_money::after_rules(lang, format::day(lang, case.pack.valid_until)));
    let notes: Vec<String> = [fit, late].into_iter().flatten().collect();
    match notes.is_empty() {
        true => t::none(lang).to_owned(),
        false => notes.join(crate::components::words::semicolon(lang)),
    }
}

/// Pairs of courses that one can't take in the same weeks, in words.
fn clashes(lang: Lang, shown: &[Shown]) -> impl IntoView + use<> {
    let mut items: Vec<View> = Vec::new();
    for (at, one) in shown.iter().enumerate() {
        for other in shown.iter().skip(at + 1) {
            let overlaps: Vec<View> = pairs(one, other)
                .map(|(a, b)| view! { <li>{clash_words(lang, a, b)}</li> })
                .collect();
            if !overlaps.is_empty() {
                let pair = t::clash_pair(lang, &one.course.title, &other.course.title);
                items.push(view! {
                    <li>
                        {words::zh(lang, &pair)} <ul class="plain-list">{overlaps}</ul>
                    </li>
                });
            }
        }
    }
    let open: Vec<&str> = shown
        .iter()
        .filter(|it| it.course.slots.is_empty() && it.course.mode != Mode::Online)
        .map(|it| it.course.title.as_str())
        .collect();
    let open = (!open.is_empty()).then(|| {
        let list = open.join(crate::components::words::comma(lang));
        view! { <p class="muted">{t::clash_unknown(lang, list)}</p> }
    });
    let body = match items.is_empty() {
        true => view! { <p>{icon(Icon::Check)} " " {t::no_clash(lang)}</p> },
        false => view! {
            <ul class="clashes">{items}</ul>
            <p class="muted small">{t::clash_note(lang)}</p>
        },
    };
    view! {
        <section class="card clash-card">
            <h2>{t::clashes(lang)}</h2>
            {body}
            {open}
        </section>
    }
}

/// The lessons of two courses that clash.
fn pairs<'a>(one: &Shown, other: &Shown) -> impl Iterator<Item = (&'a Slot, &'a Slot)> + use<'a> {
    let (one, other) = (&one.course.slots, &other.course.slots);
    one.iter().flat_map(move |a| {
        let clash = move |b: &&Slot| a.clashes(b);
        other.iter().filter(clash).map(move |b| (a, b))
    })
}

/// `周六 09:00–16:00 与 09:00–12:00 重叠（09:00–12:00）`
fn clash_words(lang: Lang, a: &Slot, b: &Slot) -> String {
    let day = course_facts::weekday_name(lang, a.weekday);
    let both = words::span(a.from.max(b.from), a.to.min(b.to));
    t::clash(
        lang,
        day,
        words::span(a.from, a.to),
        words::span(b.from, b.to),
        both,
    )
}
