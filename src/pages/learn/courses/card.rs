//! A course of the list.

use super::room::Room;
use super::score::score;
use super::wanted::Order;
use crate::browser::{clock, page};
use crate::components::learn::course_words as words;
use crate::components::learn::offer::offer_lines;
use crate::components::learn::prices::Offer;
use crate::lang::Lang;
use crate::texts::{course_facts, courses as t};
use crate::ui::prelude::*;
use catalogue::browse::Listed;
use catalogue::matching::Match as Ranking;
use catalogue::model::Course;
use catalogue::search::{How, Match, split_query};

/// All that a card shows: one that did not change keeps its place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    course: usize,
    offer: Offer,
    told: bool,
    why: Vec<Why>,
    compared: bool,
    full: bool,
    ranking: Option<Ranking>,
}

/// How a word of the search was found, where it does not stand there as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Why {
    how: How,
    typed: String,
    term: u32,
    synonym: Option<u32>,
}

/// The cards that are shown now.
pub fn keys(room: Room) -> Vec<Key> {
    let (found, prices) = (room.found.read(), room.prices.read());
    let wanted = room.wanted.read();
    let Some(courses) = room.books.courses() else {
        return Vec::new();
    };
    let typed: Vec<String> = match found.listed.is_empty() {
        true => Vec::new(),
        false => split_query(&wanted.query).0,
    };
    let full = room.basket.is_full();
    let key = |listed: &Listed| {
        let place = listed.document as usize;
        let course = courses.list.get(place)?;
        let row = prices.row(place);
        let compared = room.basket.has(&course.id);
        Some(Key {
            course: place,
            offer: prices.offer(place, course.price_yuan),
            told: prices.told,
            why: listed
                .matched
                .iter()
                .filter_map(|one| why(one, &typed))
                .collect(),
            compared,
            full: full && !compared,
            ranking: row.filter(|_| wanted.order == Order::Fit).cloned(),
        })
    };
    let stage = room.stage.get();
    found.listed.iter().take(stage).filter_map(key).collect()
}

/// Nothing is said of what stands there as typed.
fn why(one: &Match, typed: &[String]) -> Option<Why> {
    match one.how {
        How::Exact | How::Prefix | How::Inside => None,
        how => Some(Why {
            how,
            typed: typed
                .get(usize::from(one.word))
                .cloned()
                .unwrap_or_default(),
            term: one.term,
            synonym: one.synonym,
        }),
    }
}

/// A card.
pub fn card(room: Room, key: &Key) -> View {
    let lang = room.lang();
    let courses = room.books.courses();
    let Some(course) = courses.and_then(|it| it.list.get(key.course)) else {
        return View::default();
    };
    let occupation = room.books.occupations();
    let occupation = occupation.and_then(|it| it.get(course.occupation));
    let places = room.books.places();
    let district = places.and_then(|it| it.districts.get(usize::from(course.district)));
    let provider = places.and_then(|it| it.institutions.get(usize::from(course.institution)));
    let name = |text: Option<&str>| words::zh(lang, text.unwrap_or(""));
    let today = room.case.date.get_untracked();
    let whys: Vec<View> = key.why.iter().map(|why| why_view(room, why)).collect();
    let whys = (!whys.is_empty()).then(|| view! { <p class="why-match small">{whys}</p> });
    let sample = course.sample.then(|| words::sample_badge(lang));
    let mine = room
        .wanted
        .with_untracked(|it| it.only("occupation").is_some());
    let mark = if mine { "#mine=1" } else { "" };
    view! {
        <li class="card course">
            <h2>
                <a id=format!("course-{}", key.course) href=format!("/courses/{}{mark}", course.id)>
                    {words::zh(lang, &course.title)}
                </a>
            </h2>
            {whys}
            <p class="marks">
                {sample} <span class="badge kind">{words::level(lang, course.level)}</span>
                <span>{name(occupation.map(|it| it.name.as_str()))}</span>
            </p>
            <p>
                {name(district.map(|it| it.name.as_str()))} " · "
                {name(provider.map(|it| it.name.as_str()))} " · "
                {course_facts::hours(lang, course.hours)} " · " {words::mode(lang, course.mode)}
            </p>
            <p>{words::start(lang, course, today)} " · " {words::slots(lang, course)}</p>
            {offer_lines(lang, key.offer, key.told, room.case.pack.valid_until)}
            {key.ranking.as_ref().map(|row| score(lang, row))}
            {compare_button(room, course, key.compared, key.full)}
        </li>
    }
}

fn compare_button(
    room: Room,
    course: &Course,
    compared: bool,
    full: bool,
) -> impl IntoView + use<> {
    let lang = room.lang();
    let id = course.id.clone();
    let name = format!("compare-{id}");
    let focus = name.clone();
    let words = match (compared, full) {
        (true, _) => t::compare_remove(lang),
        (false, true) => t::compare_full(lang),
        (false, false) => t::compare_add(lang),
    };
    let toggle = move |_| {
        room.basket.toggle(&id);
        // The card was made anew: the focus stays where it was.
        let focus = focus.clone();
        clock::next_frame(move || page::focus(&focus));
    };
    view! {
        <button
            type="button"
            class="button quiet compare-button"
            id=name
            aria-pressed=compared.to_string()
            disabled=full
            on:click=toggle
        >
            {words}
            <span class="sr-only">" " {words::zh(lang, &course.title)}</span>
        </button>
    }
}

/// `拼音 diangong → 电工`
fn why_view(room: Room, why: &Why) -> View {
    let lang = room.lang();
    let how = how_words(lang, why.how);
    let typed: String = why.typed.chars().take(24).collect();
    let synonym = why.synonym.filter(|term| room.index.text(*term) != typed);
    let synonym = synonym.map(|term| {
        view! { {words::zh(lang, room.index.text(term))} " " {t::why_arrow(lang)} " " }
    });
    view! {
        <span class="reason">
            {how} " " <bdi>{typed}</bdi> " " {t::why_arrow(lang)} " " {synonym}
            {words::zh(lang, room.index.text(why.term))}
        </span>
    }
}

fn how_words(lang: Lang, how: How) -> &'static str {
    match how {
        How::Pinyin => t::why_pinyin(lang),
        How::Initials => t::why_initials(lang),
        How::Mixed => t::why_mixed(lang),
        How::Traditional => t::why_traditional(lang),
        How::Typo => t::why_typo(lang),
        _ => t::why_synonym(lang),
    }
}
