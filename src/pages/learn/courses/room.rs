//! What the parts of the page share: what is looked for, prices, what was found.

use super::desk::{self, Desk};
use super::wanted::{KEYS, Wanted};
use crate::browser::{clock, page};
use crate::components::learn::basket::Basket;
use crate::components::learn::course_words;
use crate::components::learn::prices::{Mind, Prices};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::state::shelf::Books;
use crate::texts::{course_facts, courses as t};
use crate::ui::prelude::*;
use catalogue::browse::{Page, Value};
use catalogue::search::Index;
use std::cell::Cell;

/// Cards that a phone shows below the search box, and those that a wider screen shows.
const IN_SIGHT: [usize; 2] = [2, 4];
/// After so long without a letter the others follow.
const PAUSE_MS: i32 = 120;

thread_local! {
    /// Counts what is typed.
    static LETTERS: Cell<u32> = const { Cell::new(0) };
}

/// A copy is a handle.
#[derive(Clone, Copy)]
pub struct Room {
    /// The visitor's situation and the rules.
    pub case: Case,
    /// The catalogue.
    pub books: Books,
    /// The index of courses.
    pub index: &'static Index,
    /// What is looked for.
    pub wanted: RwSignal<Wanted>,
    /// The filters and the order alone: does not change with what is typed.
    pub picked: Memo<Wanted>,
    /// The facet that is unfolded.
    pub open: RwSignal<Option<&'static str>>,
    /// So many cards are made at once; more when nothing is typed for a moment.
    pub stage: RwSignal<usize>,
    /// What courses cost the visitor.
    pub prices: Memo<Prices>,
    /// Facets and orders.
    pub desk: Memo<Option<Desk>>,
    /// What was found.
    pub found: Memo<Page>,
    /// The courses to compare.
    pub basket: Basket,
}

impl Room {
    /// Opens it with what an address says. `None` where a part of the catalogue is missing.
    pub fn open(case: Case, books: Books, fragment: &str) -> Option<Room> {
        let index = desk::index(books)?;
        let wanted = RwSignal::new(Wanted::read(fragment));
        let picked = Memo::new(move |_| Wanted {
            query: String::new(),
            pages: 1,
            ..(*wanted.read()).clone()
        });
        let open = RwSignal::new(None);
        let mind: Memo<Mind> = Memo::new(move |_| desk::mind(books, &picked.read()));
        let prices = Memo::new(move |_| Prices::of(case, books, mind.get()));
        let desk = Memo::new(move |_| Desk::of(case, books, &prices.read()));
        let found = Memo::new(move |_| {
            let wanted = wanted.read();
            let desk = desk.read();
            match desk.as_ref() {
                Some(desk) => desk.find(index, &wanted, open.get()),
                None => nothing(),
            }
        });
        Some(Room {
            case,
            books,
            index,
            wanted,
            picked,
            open,
            stage: RwSignal::new(usize::MAX),
            prices,
            desk,
            found,
            basket: Basket::open(),
        })
    }

    /// The page's language.
    pub fn lang(self) -> Lang {
        self.case.site.lang()
    }

    /// Changes what is looked for; the list begins anew.
    pub fn change(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(|wanted| {
            wanted.pages = 1;
            change(wanted);
        });
    }

    /// Changes the words: the cards in sight come first.
    pub fn type_in(self, text: String) {
        let [phone, wide] = IN_SIGHT;
        let is_wide = page::matches("(min-width: 768px)");
        self.stage.set(if is_wide { wide } else { phone });
        let letter = LETTERS.get().wrapping_add(1);
        LETTERS.set(letter);
        clock::after(PAUSE_MS, move || {
            // A letter that came later makes its own pause.
            if LETTERS.get() == letter {
                self.stage.set(usize::MAX);
            }
        });
        self.change(|wanted| wanted.query = text);
    }

    /// A value's word.
    pub fn word(self, key: &str, value: &Value) -> String {
        let lang = self.lang();
        let id = value.id.as_str();
        match (key, id) {
            ("level", id) => course_words::level(lang, id.parse().unwrap_or(0)),
            ("times", "weekday") => course_facts::weekday(lang).to_owned(),
            ("times", "evening") => course_facts::evening(lang).to_owned(),
            ("times", _) => course_facts::weekend(lang).to_owned(),
            ("mode", "classroom") => course_facts::classroom(lang).to_owned(),
            ("mode", "online") => course_facts::online(lang).to_owned(),
            ("mode", _) => course_facts::blended(lang).to_owned(),
            ("price", "0") => t::band_0(lang).to_owned(),
            ("price", "more") => t::band_over(lang, "5,000"),
            ("price", to) => t::band(lang, &format::number(to.parse().unwrap_or(0), 0)),
            ("month", id) => course_words::month(lang, id),
            ("shortage" | "digital" | "green", "yes") => label(lang, key).to_owned(),
            ("shortage" | "digital" | "green", _) => {
                format!("{}{}", t::no(lang), label(lang, key))
            }
            ("grant", id) => {
                let programmes = &self.case.pack.program.programmes;
                let at = programmes.iter().position(|it| it.id == id);
                let title = at.map(|at| crate::components::words::title(self.case, lang, at));
                title.unwrap_or(id).to_owned()
            }
            _ => value.name.clone(),
        }
    }

    /// A value's word, its language marked.
    pub fn word_view(self, key: &str, value: &Value) -> View {
        let word = self.word(key, value);
        match value.name.is_empty() {
            true => word.into_view(),
            false => course_words::zh(self.lang(), &word),
        }
    }

    /// How many courses choosing a value would leave.
    pub fn count(self, key: &str, value: usize) -> u32 {
        let desk = self.desk.read();
        let facet = desk.as_ref().as_ref().and_then(|desk| desk.facet(key));
        let found = self.found.read();
        let counts = facet.and_then(|(at, _)| found.counts.get(at));
        counts
            .and_then(|counts| counts.get(value))
            .copied()
            .unwrap_or(0)
    }

    /// What is chosen: facet, value and its word, in the bar's order.
    pub fn chosen(self) -> Vec<(&'static str, Value)> {
        let desk = self.desk.read();
        let wanted = self.picked.read();
        let Some(desk) = desk.as_ref() else {
            return Vec::new();
        };
        let of = |key: &'static str| {
            let facet = desk.facet(key).map(|(_, facet)| facet);
            let values = wanted.of(key).iter().filter_map(move |id| {
                let value = facet?.values.iter().find(|it| it.id == *id)?;
                Some((key, value.clone()))
            });
            values.collect::<Vec<_>>()
        };
        KEYS.into_iter().flat_map(of).collect()
    }
}

/// A facet's name.
pub fn label(lang: Lang, key: &str) -> &'static str {
    match key {
        "district" => t::district(lang),
        "level" => t::level(lang),
        "times" => t::times(lang),
        "price" => t::price(lang),
        "month" => t::month(lang),
        "mode" => t::mode(lang),
        "group" => t::group(lang),
        "shortage" => t::shortage(lang),
        "digital" => t::digital(lang),
        "green" => t::green(lang),
        "grant" => t::grant(lang),
        _ => t::occupation(lang),
    }
}

fn nothing() -> Page {
    Page {
        total: 0,
        listed: Vec::new(),
        counts: Vec::new(),
        without: Vec::new(),
        cut: false,
    }
}
