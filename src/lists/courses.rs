//! Courses of a district, by words of their titles; the next to begin first.
//!
//! The site's own search knows pinyin, slips and what a course costs after subsidies; it is past
//! what a frame should download, and one tap away.

use crate::browser::{clock, history};
use crate::components::amount::amount;
use crate::components::learn::course_words as words;
use crate::format;
use crate::lists::texts as t;
use crate::state::shelf::{Books, Part, with_books};
use crate::texts::course_facts;
use crate::ui::prelude::*;
use crate::widgets::Place;
use crate::widgets::face::face;
use catalogue::model::{Course, Courses, Places};
use rules::date::Day;

/// So many courses are shown.
const MOST: usize = 4;

/// What is looked for. A copy is a handle.
#[derive(Clone, Copy)]
struct Wanted {
    words: RwSignal<String>,
    /// A district's code; empty for all.
    district: RwSignal<String>,
}

/// The widget.
pub fn courses(place: Place) -> View {
    let lang = place.site.lang();
    let district = place.options.with_value(|it| it.district.clone());
    let wanted = Wanted {
        words: RwSignal::new(String::new()),
        district: RwSignal::new(district.unwrap_or_default()),
    };
    let link = Memo::new(move |_| {
        let (words, district) = (wanted.words.get(), wanted.district.get());
        let mut parts = Vec::new();
        if !words.trim().is_empty() {
            parts.push(format!("q={}", history::encode(words.trim())));
        }
        if !district.is_empty() {
            parts.push(format!("district={district}"));
        }
        match parts.is_empty() {
            true => "/courses".to_owned(),
            false => format!("/courses#{}", parts.join("&")),
        }
    });
    let list = with_books(place.site, &[Part::Courses, Part::Places], move |books| {
        open(place, wanted, books)
    });
    let note = view! { <p class="small muted">{t::courses_order(lang)}</p> };
    face(place, list, link, note.into_any())
}

fn open(place: Place, wanted: Wanted, books: Books) -> Option<View> {
    let (courses, places) = (books.courses()?, books.places()?);
    let known = |code: &String| places.districts.iter().any(|it| it.code == *code);
    // A district that the catalogue does not have would show nothing at all.
    if !wanted.district.with_untracked(known) {
        wanted.district.set(String::new());
    }
    let lang = place.site.lang();
    let today = clock::today();
    let found = Memo::new(move |_| {
        let words = wanted.words.get();
        find(courses, places, &words, &wanted.district.get(), today)
    });
    let count = move || match found.read().len() {
        0 => t::found_none(lang).to_owned(),
        count => t::found(lang, format::number(i64::try_from(count).unwrap_or(0), 0)),
    };
    let list = move || {
        let found = found.read();
        let shown = found
            .iter()
            .take(MOST)
            .filter_map(|at| courses.list.get(*at));
        shown
            .map(|course| card(place, places, course, today))
            .collect_view()
    };
    Some(view! {
        {fields(place, wanted, places)}
        <p class="small" role="status">
            {count}
        </p>
        <ul class="status-list">{list}</ul>
    })
}

fn fields(place: Place, wanted: Wanted, places: &'static Places) -> impl IntoView {
    let lang = place.site.lang();
    let option = |code: &str, name: View| {
        let selected = wanted.district.with_untracked(|it| it == code);
        view! {
            <option value=code selected=selected>
                {name}
            </option>
        }
        .into_any()
    };
    let mut options = option("", t::any_district(lang).into_view());
    for district in &places.districts {
        options.push(option(&district.code, words::zh(lang, &district.name)));
    }
    view! {
        <label class="field-label" for="words">
            {t::course_words(lang)}
        </label>
        <p id="words-help" class="help small">
            {t::course_words_help(lang)}
        </p>
        <input
            id="words"
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            maxlength="40"
            aria-describedby="words-help"
            prop:value=wanted.words.get_untracked()
            on:input:target=move |event| wanted.words.set(event.target().value())
        />
        <label class="field-label" for="district">
            {t::district(lang)}
        </label>
        <select
            id="district"
            on:change:target=move |event| wanted.district.set(event.target().value())
        >
            {options}
        </select>
    }
}

/// The places of the courses that have all words in their title or provider's name, by next
/// beginning; those that have begun come last.
fn find(courses: &Courses, places: &Places, words: &str, district: &str, today: Day) -> Vec<usize> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let fits = |course: &Course| {
        let there = places.districts.get(usize::from(course.district));
        let provider = places.institutions.get(usize::from(course.institution));
        let provider = provider.map_or("", |it| it.name.as_str());
        let title = course.title.to_lowercase();
        let has = |word: &String| title.contains(word) || provider.contains(word.as_str());
        (district.is_empty() || there.is_some_and(|it| it.code == district))
            && words.iter().all(has)
    };
    let all = courses.list.iter().enumerate();
    let mut found: Vec<(Day, usize)> = all
        .filter(|(_, course)| fits(course))
        .map(|(at, course)| (words::next_start(course, today).unwrap_or(Day::MAX), at))
        .collect();
    rules::order::sort_many(&mut found, |a, b| a < b);
    found.into_iter().map(|(_, at)| at).collect()
}

fn card(place: Place, places: &Places, course: &Course, today: Day) -> View {
    let lang = place.site.lang();
    let there = places.districts.get(usize::from(course.district));
    let provider = places.institutions.get(usize::from(course.institution));
    let name = |text: Option<&str>| words::zh(lang, text.unwrap_or(""));
    let sample = course.sample.then(|| words::sample_badge(lang));
    let price = format::yuan(i64::from(course.price_yuan).saturating_mul(100));
    view! {
        <li>
            <a href=format!("/courses/{}", course.id) target="_blank" rel="noopener">
                {words::zh(lang, &course.title)}
            </a>
            <span class="line">
                {sample} <span class="badge kind">{words::level(lang, course.level)}</span>
                {amount(price)}
            </span>
            <span class="small muted">
                {name(there.map(|it| it.name.as_str()))} " · "
                {name(provider.map(|it| it.name.as_str()))} " · "
                {course_facts::hours(lang, course.hours)} " · " {words::start(lang, course, today)}
            </span>
        </li>
    }
    .into_any()
}
