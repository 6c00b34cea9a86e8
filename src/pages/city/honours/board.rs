//! The board: filters, and the editions along a line of time with those who are looked for.

use super::Hall;
use super::desk::{Desk, people};
use super::edition::edition;
use super::filters;
use super::look::{GROUP, HONOUR, Look, OCCUPATION, Wanted, YEAR};
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::browse::Page;
use catalogue::model::Honour;

/// An edition with those of its people who are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place in the list.
    pub edition: usize,
    /// Their places.
    pub people: Vec<usize>,
    /// Whether it is the first of its year.
    pub begins_year: bool,
    /// Whether everybody of it is shown, so that what is missing can be told.
    pub whole: bool,
}

/// The section.
pub fn board(hall: Hall, desk: &'static Desk) -> View {
    let lang = hall.lang;
    let look = Look::start(hall.site, &desk.facets);
    let page = Memo::new(move |_| desk.find(&look.wanted.read(), None));
    let total = Memo::new(move |_| page.read().total as usize);
    let blocks = move || blocks(hall, desk, &look.wanted.read(), &page.read());
    let none = move || (total.get() == 0 && blocks().is_empty()).then(|| nothing(hall, look));
    let clear = move || {
        (!look.wanted.read().is_empty()).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| look.clear()>
                    {t::clear_all(lang)}
                </button>
            }
        })
    };
    view! {
        <section class="board">
            <h2>{t::board(lang)}</h2>
            {filters::search(hall, look)}
            {filters::honours(hall, desk, look, page)}
            {filters::years(hall, desk, look, page)}
            {filters::groups(hall, desk, look, page)}
            {filters::occupation(hall, desk, look)}
            <div class="status-line">
                <p role="status">{move || t::found(lang, total.get())}</p>
                {clear}
            </div>
            {none}
            <ol class="timeline-of-medals">{rows(blocks, move |block| edition(hall, block))}</ol>
        </section>
    }
}

/// The editions to show, newest first. One whose list is empty is shown only where nothing is
/// looked for that a list would be searched for.
fn blocks(hall: Hall, desk: &Desk, wanted: &Wanted, page: &Page) -> Vec<Block> {
    let found = people(page);
    let [honour, year] = [HONOUR, YEAR].map(|key| wanted.chosen.get(key).copied().flatten());
    let [group, occupation] =
        [GROUP, OCCUPATION].map(|key| wanted.chosen.get(key).copied().flatten());
    let whole = wanted.query.trim().is_empty() && group.is_none() && occupation.is_none();
    let year_id = year.and_then(|at| desk.facets.get(YEAR)?.values.get(usize::from(at)));
    let mut blocks: Vec<Block> = Vec::new();
    let mut last_year = None;
    for (at, edition) in hall.all.editions.iter().enumerate() {
        let of_edition = |person: &&usize| {
            let person = hall.all.people.get(**person);
            person.is_some_and(|it| usize::from(it.edition) == at)
        };
        let people: Vec<usize> = found.iter().filter(of_edition).copied().collect();
        let of_honour =
            honour.is_none_or(|it| Honour::ALL.get(usize::from(it)) == Some(&edition.honour));
        let of_year = year_id.is_none_or(|it| filters::year_id(edition.year) == it.id);
        if people.is_empty() && !(whole && of_honour && of_year) {
            continue;
        }
        blocks.push(Block {
            edition: at,
            people,
            begins_year: last_year != Some(edition.year),
            whole,
        });
        last_year = Some(edition.year);
    }
    blocks
}

fn nothing(hall: Hall, look: Look) -> impl IntoView {
    let lang = hall.lang;
    view! {
        <div class="card">
            <h3>{t::none_title(lang)}</h3>
            <p>{t::none_text(lang)}</p>
            <p class="row">
                <button type="button" class="button primary" on:click=move |_| look.clear()>
                    {t::clear_all(lang)}
                </button>
            </p>
        </div>
    }
}
