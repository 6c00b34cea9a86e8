//! The list: what it is, and its entries, each with its occupation.

use super::look::Look;
use crate::browser::history;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::occupation_index::occupation_index;
use crate::lang::Lang;
use crate::state::shelf::Books;
use crate::state::site::Site;
use crate::texts::{learn, shell, shortage as t};
use crate::ui::prelude::*;
use catalogue::browse::{Ask, Sort, browse};
use catalogue::model::{Group, Occupation, Occupations, ShortageEntry, ShortageList};
use catalogue::search::{Index, Scratch};

/// The longest search that the box takes.
const MAX_LETTERS: &str = "40";

/// The group of entries that name no occupation, as addresses call it.
const NOWHERE: &str = "none";

/// What the list is, and the list.
pub fn sections(site: Site, look: Look, books: Books) -> Option<View> {
    let lang = site.lang();
    let shelf = Shelf {
        list: books.shortage()?,
        occupations: books.occupations()?,
        index: occupation_index(books.occupations()?, books.lexicon()?),
    };
    let entries = shelf.list.entries.len();
    Some(view! {
        <section class="card amber-edge">
            <h2>{t::what(lang)}</h2>
            <ul class="plain-list">
                <li>{t::what_old(lang)}</li>
                <li>{t::what_part(lang, entries)}</li>
                <li>{t::what_for(lang)}</li>
            </ul>
            <p class="row">
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
        <section class="card" id="list">
            <h2>{t::list(lang)}</h2>
            {search_box(lang, look)}
            {chips(lang, look, shelf)}
            {entries_of(lang, look, shelf)}
            <p class="said-here">{icon(Icon::Info)} <span>{t::not_an_answer(lang)}</span></p>
        </section>
    })
}

/// The list and what is needed to show and search it.
#[derive(Clone, Copy)]
struct Shelf {
    list: &'static ShortageList,
    occupations: &'static Occupations,
    index: &'static Index,
}

impl Shelf {
    fn occupation(self, entry: &ShortageEntry) -> Option<&'static Occupation> {
        self.occupations.get(entry.occupation?)
    }

    /// The 大类 of an entry.
    fn major(self, entry: &ShortageEntry) -> Option<&'static Group> {
        let [major, ..] = self.occupations.tree.above(self.occupation(entry)?)?;
        Some(major)
    }

    /// Whether an entry belongs to a group; the empty name is that of all.
    fn in_group(self, entry: &ShortageEntry, group: &str) -> bool {
        match (group, self.major(entry)) {
            ("", _) => true,
            (NOWHERE, major) => major.is_none(),
            (code, Some(major)) => major.code == code,
            _ => false,
        }
    }

    /// Places of the entries that a search finds, best first; all of them for an empty one.
    fn find(self, text: &str) -> Vec<usize> {
        let all = || self.list.entries.iter().enumerate();
        let text = text.trim();
        if text.is_empty() {
            return all().map(|(at, _)| at).collect();
        }
        let mut found: Vec<usize> = Vec::new();
        let by_words = |(_, it): &(usize, &ShortageEntry)| {
            it.seq.to_string() == text || (it.occupation.is_none() && it.name.contains(text))
        };
        found.extend(all().filter(by_words).map(|(at, _)| at));
        let ask = Ask {
            text,
            filters: &[],
            sort: Sort::Relevance,
            offset: 0,
            limit: usize::MAX,
        };
        let page = browse(self.index, &[], &mut Scratch::default(), &ask);
        for listed in page.listed {
            let at = all().find(|(_, it)| it.occupation.map(u32::from) == Some(listed.document));
            found.extend(at.map(|(at, _)| at).filter(|at| !found.contains(at)));
        }
        found
    }
}

fn search_box(lang: Lang, look: Look) -> impl IntoView {
    let stay = |event: web_sys::SubmitEvent| event.prevent_default();
    // What is typed, with its spaces.
    let text = RwSignal::new(look.place.with_untracked(|place| place.find.clone()));
    let find = move |typed: String| {
        text.set(typed.clone());
        look.go(|place| place.find = typed);
    };
    view! {
        <form class="search" role="search" on:submit=stay>
            <label class="field-label" for="find">
                {t::search(lang)}
            </label>
            <span class="with-button">
                <input
                    id="find"
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=MAX_LETTERS
                    aria-describedby="find-help"
                    prop:value=text
                    on:input:target=move |event| find(event.target().value())
                />
                <button type="button" class="button" on:click=move |_| find(String::new())>
                    {t::clear(lang)}
                </button>
            </span>
            <p id="find-help" class="help small">
                {t::search_help(lang)}
            </p>
        </form>
    }
}

/// All, each 大类 that the list has, and the entries without an occupation; with counts.
fn chips(lang: Lang, look: Look, shelf: Shelf) -> impl IntoView {
    let mut groups: Vec<(&'static str, View)> = vec![("", t::all(lang).into_view())];
    for entry in &shelf.list.entries {
        if let Some(major) = shelf.major(entry)
            && !groups.iter().any(|(code, _)| *code == major.code)
        {
            groups.push((major.code.as_str(), han(&major.name).into_view()));
        }
    }
    groups.push((NOWHERE, t::no_occupation(lang).into_view()));
    let chip = |(code, name): (&'static str, View)| {
        let entries = shelf.list.entries.iter();
        let count = entries.filter(|it| shelf.in_group(it, code)).count();
        let on = move || (look.place.read().group == code).to_string();
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=on
                on:click=move |_| look.go(|place| place.group = code.to_owned())
            >
                {name}
                " "
                <span class="count">{count}</span>
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t::groups(lang)>
            {groups.into_iter().map(chip).collect_view()}
        </div>
    }
}

/// A row of the list as it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// An entry, by place.
    Entry(usize),
    /// Numbers that are not in hand; to the end where there is no last one.
    Missing(u16, Option<u16>),
}

fn entries_of(lang: Lang, look: Look, shelf: Shelf) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let place = look.place.read();
        let whole = place.find.trim().is_empty() && place.group.is_empty();
        let gaps = shelf.list.missing();
        let mut lines = Vec::new();
        for at in shelf.find(&place.find) {
            let Some(entry) = shelf.list.entries.get(at) else {
                continue;
            };
            if !shelf.in_group(entry, &place.group) {
                continue;
            }
            lines.push(Line::Entry(at));
            let gap = gaps
                .iter()
                .find(|(from, _)| *from == entry.seq.saturating_add(1));
            lines.extend(
                gap.filter(|_| whole)
                    .map(|(from, until)| Line::Missing(*from, Some(*until))),
            );
        }
        let last = shelf.list.entries.last().filter(|_| whole);
        lines.extend(last.map(|last| Line::Missing(last.seq, None)));
        lines
    });
    let count = move || {
        let lines = lines.read();
        lines
            .iter()
            .filter(|it| matches!(it, Line::Entry(_)))
            .count()
    };
    let none = move || {
        let query = look.place.read().find.trim().to_owned();
        (count() == 0 && !query.is_empty()).then(|| {
            view! {
                <p class="muted">{t::none_found(lang, &query)}</p>
            }
        })
    };
    let row = move |line: &Line| match *line {
        Line::Missing(last, None) => {
            view! { <li class="not-here">{t::missing_after(lang, last)}</li> }.into_any()
        }
        Line::Missing(from, Some(until)) => {
            view! { <li class="not-here">{t::missing(lang, from, until)}</li> }.into_any()
        }
        Line::Entry(at) => match shelf.list.entries.get(at) {
            Some(entry) => entry_row(lang, shelf, entry).into_any(),
            None => View::default(),
        },
    };
    view! {
        <p class="muted" role="status">
            {move || t::found(lang, count())}
        </p>
        {none}
        <ul class="entries">{rows(move || (*lines.read()).clone(), row)}</ul>
    }
}

fn entry_row(lang: Lang, shelf: Shelf, entry: &'static ShortageEntry) -> impl IntoView {
    let Some(occupation) = shelf.occupation(entry) else {
        // Where an entry gives two names, the last is the shorter one.
        let name = entry.name.rsplit('/').next().unwrap_or(&entry.name);
        return view! {
            <li class="entry">
                <span class="seq">{t::entry(lang, entry.seq)}</span>
                <div>
                    <strong>{han(&entry.name)}</strong>
                    <p class="muted small">{t::nowhere(lang)}</p>
                    <a class="small" href=format!("/occupations#q={}", history::encode(name))>
                        {t::look_up(lang, name)}
                    </a>
                </div>
            </li>
        };
    };
    let levels: Vec<u8> = occupation.levels().from_lowest().collect();
    let levels = match levels.as_slice() {
        [] => None,
        [one] => Some(learn::one_level(lang, *one)),
        [low, .., high] => Some(learn::levels(lang, *low, *high)),
    };
    let group = shelf
        .occupations
        .tree
        .minors
        .get(usize::from(occupation.minor));
    let group = group.map(|it| view! { <span class="muted small">{han(&it.name)}</span> });
    view! {
        <li class="entry">
            <span class="seq">{t::entry(lang, entry.seq)}</span>
            <div>
                <a href=format!("/occupations/{}", occupation.code)>
                    <span class="name">{han(&entry.name)}</span>
                    <span class="code">{&occupation.code}</span>
                </a>
                <p class="under">
                    {group} {levels.map(|text| view! { <span class="badge kind">{text}</span> })}
                </p>
            </div>
        </li>
    }
}
