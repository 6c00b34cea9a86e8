//! The catalogue's parts: each fetched when a page first needs it, checked, kept for the visit.

use super::rules_pack::Failure;
use super::site::Site;
use crate::browser::{fetch, page};
use crate::components::waiting;
use crate::ui::prelude::*;
use catalogue::compact::{self, Read, ReadError};
use catalogue::matching::Settings;
use catalogue::model::{
    Courses, Employers, Functions, Honours, Majors, Occupations, Pillars, Places, ShortageList,
    Sources,
};
use catalogue::search::Lexicon;
use leptos::task::spawn_local;
use pack::guide::{self, Guide};
use std::cell::RefCell;

/// After so long the visitor is told, and offered another way.
const PATIENCE_MS: i32 = 30_000;

/// A part of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Occupations and their standards.
    Occupations,
    /// Districts, streets, institutions.
    Places,
    /// Courses.
    Courses,
    /// Majors and the occupations that they lead to.
    Majors,
    /// What each level tests.
    Functions,
    /// The list of occupations in short supply.
    Shortage,
    /// Four tasks and eight measures.
    Pillars,
    /// Where all of the catalogue comes from.
    Sources,
    /// Honours.
    Honours,
    /// What an employer looks up.
    Employers,
    /// What search needs: pinyin, traditional characters.
    Lexicon,
    /// Weights and assumptions for ranking and pathways.
    Matching,
    /// The start-up guide.
    Malan,
}

impl Part {
    const ALL: usize = 13;
    const EVERY: [Part; Part::ALL] = [
        Part::Occupations,
        Part::Places,
        Part::Courses,
        Part::Majors,
        Part::Functions,
        Part::Shortage,
        Part::Pillars,
        Part::Sources,
        Part::Honours,
        Part::Employers,
        Part::Lexicon,
        Part::Matching,
        Part::Malan,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Part::Occupations => "occupations",
            Part::Places => "places",
            Part::Courses => "courses",
            Part::Majors => "majors",
            Part::Functions => "functions",
            Part::Shortage => "shortage",
            Part::Pillars => "pillars",
            Part::Sources => "sources",
            Part::Honours => "honours",
            Part::Employers => "employers",
            Part::Lexicon => "lexicon",
            Part::Matching => "matching",
            Part::Malan => Guide::NAME,
        }
    }
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Progress {
    #[default]
    Away,
    Coming,
    Here,
    Failed(Failure),
}

/// The parts that are here. Each lives as long as the visit.
#[derive(Clone, Copy, Default)]
pub struct Books {
    occupations: Option<&'static Read<Occupations>>,
    places: Option<&'static Read<Places>>,
    courses: Option<&'static Read<Courses>>,
    majors: Option<&'static Read<Majors>>,
    functions: Option<&'static Read<Functions>>,
    shortage: Option<&'static Read<ShortageList>>,
    pillars: Option<&'static Read<Pillars>>,
    sources: Option<&'static Read<Sources>>,
    honours: Option<&'static Read<Honours>>,
    employers: Option<&'static Read<Employers>>,
    lexicon: Option<&'static Lexicon>,
    matching: Option<&'static Settings>,
    malan: Option<&'static Guide>,
}

impl Books {
    /// `None`: the page did not ask for it.
    pub fn occupations(&self) -> Option<&'static Occupations> {
        self.occupations.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn places(&self) -> Option<&'static Places> {
        self.places.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn courses(&self) -> Option<&'static Courses> {
        self.courses.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn majors(&self) -> Option<&'static Majors> {
        self.majors.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn functions(&self) -> Option<&'static Functions> {
        self.functions.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn shortage(&self) -> Option<&'static ShortageList> {
        self.shortage.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn pillars(&self) -> Option<&'static Pillars> {
        self.pillars.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn sources(&self) -> Option<&'static Sources> {
        self.sources.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn honours(&self) -> Option<&'static Honours> {
        self.honours.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn employers(&self) -> Option<&'static Employers> {
        self.employers.map(|read| &read.part)
    }

    /// `None`: the page did not ask for it.
    pub fn lexicon(&self) -> Option<&'static Lexicon> {
        self.lexicon
    }

    /// `None`: the page did not ask for it.
    pub fn matching(&self) -> Option<&'static Settings> {
        self.matching
    }

    /// `None`: the page did not ask for it.
    pub fn malan(&self) -> Option<&'static Guide> {
        self.malan
    }

    /// Reads a part.
    ///
    /// # Errors
    /// Damaged, or of another format.
    pub fn take(&mut self, part: Part, bytes: &[u8]) -> Result<(), Failure> {
        fn read<P: compact::Part>(bytes: &[u8]) -> Result<Option<&'static Read<P>>, Failure> {
            // Read once a visit: pages and indexes borrow from it.
            let read = compact::read_part::<P>(bytes).map_err(failure)?;
            Ok(Some(Box::leak(Box::new(read))))
        }
        match part {
            Part::Occupations => self.occupations = read(bytes)?,
            Part::Places => self.places = read(bytes)?,
            Part::Courses => self.courses = read(bytes)?,
            Part::Majors => self.majors = read(bytes)?,
            Part::Functions => self.functions = read(bytes)?,
            Part::Shortage => self.shortage = read(bytes)?,
            Part::Pillars => self.pillars = read(bytes)?,
            Part::Sources => self.sources = read(bytes)?,
            Part::Honours => self.honours = read(bytes)?,
            Part::Employers => self.employers = read(bytes)?,
            Part::Lexicon => {
                let lexicon = Lexicon::read(bytes).map_err(|_| Failure::Damaged)?;
                self.lexicon = Some(Box::leak(Box::new(lexicon)));
            }
            Part::Matching => {
                let settings = Settings::read(bytes).map_err(failure)?;
                self.matching = Some(Box::leak(Box::new(settings)));
            }
            Part::Malan => {
                let guide = read_guide(bytes)?;
                self.malan = Some(Box::leak(Box::new(guide)));
            }
        }
        Ok(())
    }

    /// Whether what is here was made together: a part names records of another by their places.
    pub fn fit(&self) -> bool {
        let occupations = self.occupations.map(|read| read.hash);
        let places = self.places.map(|read| read.hash);
        let with = |hashes: &[Option<pack::Hash>], fits: &dyn Fn(&[pack::Hash]) -> bool| {
            let all: Option<Vec<_>> = hashes.iter().copied().collect();
            all.is_none_or(|all| fits(&all))
        };
        let courses = self
            .courses
            .is_none_or(|read| with(&[occupations, places], &|all| read.fits(all).is_ok()));
        let majors = self
            .majors
            .is_none_or(|read| with(&[occupations], &|all| read.fits(all).is_ok()));
        let functions = self
            .functions
            .is_none_or(|read| with(&[occupations], &|all| read.fits(all).is_ok()));
        let shortage = self
            .shortage
            .is_none_or(|read| with(&[occupations], &|all| read.fits(all).is_ok()));
        courses && majors && functions && shortage
    }
}

/// Reads the start-up guide.
///
/// # Errors
/// Damaged, or of another format.
pub fn read_guide(bytes: &[u8]) -> Result<Guide, Failure> {
    guide::read(bytes).map_err(|error| match error {
        pack::ReadError::Format { .. } => Failure::Newer,
        _ => Failure::Damaged,
    })
}

fn failure(error: ReadError) -> Failure {
    match error {
        ReadError::Format { found } if found > compact::FORMAT => Failure::Newer,
        _ => Failure::Damaged,
    }
}

#[derive(Default)]
struct State {
    books: Books,
    progress: [Progress; Part::ALL],
    /// Grows when other books take the place of all that were here.
    edition: u32,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

fn progress(part: Part) -> Progress {
    STATE.with_borrow(|state| {
        state
            .progress
            .get(part as usize)
            .copied()
            .unwrap_or_default()
    })
}

fn set_progress(part: Part, now: Progress) {
    STATE.with_borrow_mut(|state| {
        if let Some(place) = state.progress.get_mut(part as usize) {
            *place = now;
        }
    });
}

/// The parts that are here.
pub fn in_use() -> Vec<Part> {
    let here = |part: &Part| progress(*part) == Progress::Here;
    Part::EVERY.into_iter().filter(here).collect()
}

/// Puts other books, made together, in the place of all that are here. A part that is here and
/// not among them is fetched anew, by the address that the page names now.
pub fn renew(site: Site, books: Books) {
    let before = in_use();
    let has = |part| match part {
        Part::Occupations => books.occupations.is_some(),
        Part::Places => books.places.is_some(),
        Part::Courses => books.courses.is_some(),
        Part::Majors => books.majors.is_some(),
        Part::Functions => books.functions.is_some(),
        Part::Shortage => books.shortage.is_some(),
        Part::Pillars => books.pillars.is_some(),
        Part::Sources => books.sources.is_some(),
        Part::Honours => books.honours.is_some(),
        Part::Employers => books.employers.is_some(),
        Part::Malan => books.malan.is_some(),
        Part::Lexicon => books.lexicon.is_some(),
        Part::Matching => books.matching.is_some(),
    };
    STATE.with_borrow_mut(|state| {
        state.books = books;
        state.edition += 1;
    });
    for part in Part::EVERY {
        let now = if has(part) {
            Progress::Here
        } else {
            Progress::Away
        };
        set_progress(part, now);
    }
    fetch_all(site, &before);
    site.shelf.update(|ticks| *ticks = ticks.wrapping_add(1));
}

/// Fetches the parts that are neither here nor on their way.
fn fetch_all(site: Site, parts: &[Part]) {
    for &part in parts {
        if matches!(progress(part), Progress::Here | Progress::Coming) {
            continue;
        }
        set_progress(part, Progress::Coming);
        let edition = STATE.with_borrow(|state| state.edition);
        spawn_local(async move {
            let fetched = fetch(part).await;
            if STATE.with_borrow(|state| state.edition) != edition {
                // Of a catalogue that is no longer in use.
                return;
            }
            let taken = fetched
                .and_then(|bytes| STATE.with_borrow_mut(|state| state.books.take(part, &bytes)));
            let now = match taken {
                Ok(()) => Progress::Here,
                Err(failure) => Progress::Failed(failure),
            };
            set_progress(part, now);
            site.shelf.update(|ticks| *ticks = ticks.wrapping_add(1));
        });
    }
}

/// Fetches a part.
///
/// # Errors
/// It did not come, or the page names none.
pub async fn fetch(part: Part) -> Result<Vec<u8>, Failure> {
    let url = page::named("catalogue", &format!(".{}.", part.name())).ok_or(Failure::Damaged)?;
    fetch::bytes(&url, PATIENCE_MS)
        .await
        .map_err(Failure::Fetch)
}

/// Shows `then` once these parts are here; until then that they are being fetched, or why not.
pub fn with_books(
    site: Site,
    parts: &'static [Part],
    then: impl Fn(Books) -> Option<View> + 'static,
) -> View {
    // One copy of the code for all pages.
    shown(site, parts, Box::new(then))
}

/// What `then` shows, once these parts are here; nothing before, and nothing if they do not come:
/// for what a page does without.
pub fn once_here(
    site: Site,
    parts: &'static [Part],
    then: impl Fn(Books) -> Option<View> + 'static,
) -> View {
    fetch_all(site, parts);
    let region = move || {
        site.shelf.track();
        let here = parts.iter().all(|part| progress(*part) == Progress::Here);
        let books = STATE.with_borrow(|state| state.books);
        (here && books.fit()).then(|| then(books)).flatten()
    };
    region.into_view()
}

fn shown(site: Site, parts: &'static [Part], then: Box<dyn Fn(Books) -> Option<View>>) -> View {
    fetch_all(site, parts);
    let failed = move || {
        parts.iter().find_map(|part| match progress(*part) {
            Progress::Failed(failure) => Some(failure),
            _ => None,
        })
    };
    // What is to be shown; made anew only when that changes.
    let state = Memo::new(move |_| {
        site.shelf.track();
        let now = match failed() {
            Some(failure) => Progress::Failed(failure),
            None if parts.iter().all(|part| progress(*part) == Progress::Here) => Progress::Here,
            None => Progress::Coming,
        };
        (STATE.with_borrow(|state| state.edition), now)
    });
    let region = move || match state.get().1 {
        Progress::Failed(failure) => {
            let again = move || {
                fetch_all(site, parts);
                site.shelf.update(|ticks| *ticks = ticks.wrapping_add(1));
            };
            waiting::failed(site, failure, again).into_any()
        }
        Progress::Here => {
            let books = STATE.with_borrow(|state| state.books);
            let shown = books.fit().then(|| then(books)).flatten();
            // Parts of different days: the page must be loaded anew.
            shown.unwrap_or_else(|| waiting::failed(site, Failure::Newer, || ()).into_any())
        }
        Progress::Away | Progress::Coming => waiting::loading(site.lang()).into_any(),
    };
    region.into_view()
}
