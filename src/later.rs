//! Pages whose code is fetched when they are first shown, or a moment before.
//!
//! The first visit to `/check` carries the questions alone (docs/decisions/0007). A part's code
//! gives one function: what was fetched once is called without waiting from then on.
//!
//! To add a part: a variant of [`Part`] with its style sheets, a function with `wasm_split`, a line
//! in [`Part::code`]. Each part divides the code that parts share into more files, and costs the
//! first visit some hundred bytes: better a page more in a part.
#![allow(
    unsafe_code,
    reason = "`wasm_split` declares what the build links between the parts of the code"
)]

use crate::browser::{clock, page, style, typed};
use crate::components::{elder, feedback, news, waiting};
use crate::pages;
use crate::routes::Route;
use crate::state::feedback::About;
use crate::state::site::Site;
use crate::state::watch;
use crate::ui::prelude::*;
use crate::widgets;
use leptos::task::spawn_local;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Which code comes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The result and its print-out: fetched as soon as the questions are on screen.
    Result,
    /// What one reads or looks up beside the questions. Its style sheet is shared by all that follow.
    Guide,
    /// Occupations, courses, pathways, institutions; with a style sheet of its own.
    Learn,
    /// Start-up guide, honours, employers, shortage list, pillars, about; asking for a call, the
    /// operator's page; with a style sheet of its own.
    City,
    /// What stands beside a page: see [`Piece`]; with a style sheet of its own.
    Beside,
    /// What may be claimed, in a frame of another page; with a style sheet of its own, as the two
    /// that follow.
    Widget,
    /// Levels, in such a frame.
    WidgetLevels,
    /// The loan, in such a frame.
    WidgetLoan,
    /// The start-up course, in such a frame. What lists the catalogue there is a program of its
    /// own: `src/lists.rs`.
    WidgetMalan,
    /// For those who run that page: the builder and the check; with a style sheet of its own.
    Embed,
}

/// A piece of a page whose code comes by itself, so that the page need not wait for it.
#[derive(Clone)]
pub enum Piece {
    /// Home below the fold.
    Fold,
    /// Elder mode: the way to the next screen.
    Pager,
    /// Elder mode: reads the screen aloud.
    Aloud,
    /// Asks whether a result is right.
    Feedback(About),
    /// The remarks that this device keeps, to be seen and deleted.
    Remarks,
    /// Nothing to see: changes the language, and keeps what was typed.
    Language,
    /// News above every page, and all that goes on beside it ([`crate::state::watch`]).
    News,
    /// How old the data are, below every page.
    Age,
    /// Nothing to see: forgets what is held of the visitor.
    Forget,
}

/// A part that is here: what shows its pages, or its pieces.
#[derive(Clone, Copy)]
pub enum Code {
    /// Shows a page.
    Pages(fn(Site, Route) -> View),
    /// Shows a piece.
    Pieces(fn(Site, Piece) -> View),
}

type Loaded = Result<Code, SplitLoaderError>;

/// How far a part is.
#[derive(Clone, Copy)]
enum Arrival {
    /// Nobody asked.
    Away,
    /// On its way.
    Coming,
    /// Here.
    Here(Code),
    /// It did not come.
    Failed,
}

/// How far each part is. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Parts([RwSignal<Arrival>; 10]);

impl Parts {
    /// None is here.
    pub fn new() -> Parts {
        Parts([(); 10].map(|()| RwSignal::new(Arrival::Away)))
    }

    fn of(self, part: Part) -> RwSignal<Arrival> {
        let [
            result,
            guide,
            learn,
            city,
            beside,
            widget,
            levels,
            of_loan,
            of_malan,
            embed,
        ] = self.0;
        match part {
            Part::Result => result,
            Part::Guide => guide,
            Part::Learn => learn,
            Part::City => city,
            Part::Beside => beside,
            Part::Widget => widget,
            Part::WidgetLevels => levels,
            Part::WidgetLoan => of_loan,
            Part::WidgetMalan => of_malan,
            Part::Embed => embed,
        }
    }

    /// Fetches a part, unless it is here or on its way.
    pub fn fetch(self, part: Part) {
        let arrival = self.of(part);
        if matches!(arrival.get_untracked(), Arrival::Coming | Arrival::Here(_)) {
            return;
        }
        arrival.set(Arrival::Coming);
        let styles = part.styles().iter().map(|name| style::fetch(name));
        let styles: Vec<_> = styles.collect();
        let code = part.code();
        spawn_local(async move {
            let loaded = code.await;
            let mut dressed = true;
            for style in styles {
                dressed &= style.await;
            }
            arrival.set(match loaded {
                Ok(code) if dressed => Arrival::Here(code),
                _ => Arrival::Failed,
            });
        });
    }
}

impl Part {
    /// The style sheets that it needs beside the first one: folders of `style/`.
    fn styles(self) -> &'static [&'static str] {
        match self {
            Part::Result => &[],
            Part::Guide => &["more"],
            Part::Learn => &["more", "learn"],
            Part::City => &["more", "city"],
            Part::Beside => &["beside"],
            Part::Widget | Part::WidgetLevels | Part::WidgetLoan | Part::WidgetMalan => {
                &["more", "widget"]
            }
            Part::Embed => &["more", "embed"],
        }
    }

    /// Fetches its code.
    fn code(self) -> Pin<Box<dyn Future<Output = Loaded>>> {
        match self {
            Part::Result => Box::pin(result()),
            Part::Guide => Box::pin(guide()),
            Part::Learn => Box::pin(learn()),
            Part::City => Box::pin(city()),
            Part::Beside => Box::pin(beside()),
            Part::Widget => Box::pin(widget()),
            Part::WidgetLevels => Box::pin(widget_levels()),
            Part::WidgetLoan => Box::pin(widget_loan()),
            Part::WidgetMalan => Box::pin(widget_malan()),
            Part::Embed => Box::pin(embed()),
        }
    }
}

#[wasm_split(result, fallible)]
fn result() -> Loaded {
    Ok(Code::Pages(|site, _| {
        pages::result::result(site).into_any()
    }))
}

#[wasm_split(guide, fallible)]
fn guide() -> Loaded {
    Ok(Code::Pages(|site, route| match route {
        Route::Loan => pages::loan::loan(site).into_any(),
        Route::Programmes => pages::programmes::programmes(site).into_any(),
        Route::Programme(id) => pages::programme::programme(site, id).into_any(),
        Route::Levels => pages::levels::levels(site).into_any(),
        _ => View::default(),
    }))
}

#[wasm_split(learn, fallible)]
fn learn() -> Loaded {
    Ok(Code::Pages(pages::learn::page))
}

#[wasm_split(city, fallible)]
fn city() -> Loaded {
    Ok(Code::Pages(pages::city::page))
}

#[wasm_split(widget, fallible)]
fn widget() -> Loaded {
    Ok(Code::Pages(widgets::claims))
}

#[wasm_split(widget_levels, fallible)]
fn widget_levels() -> Loaded {
    Ok(Code::Pages(widgets::levels))
}

#[wasm_split(widget_loan, fallible)]
fn widget_loan() -> Loaded {
    Ok(Code::Pages(widgets::loan))
}

#[wasm_split(widget_malan, fallible)]
fn widget_malan() -> Loaded {
    Ok(Code::Pages(widgets::malan))
}

#[wasm_split(embed, fallible)]
fn embed() -> Loaded {
    Ok(Code::Pages(pages::embed::page))
}

#[wasm_split(beside, fallible)]
fn beside() -> Loaded {
    Ok(Code::Pieces(|site, piece| match piece {
        Piece::Fold => pages::home_fold::fold(site).into_any(),
        Piece::Pager => elder::pager(site).into_any(),
        Piece::Aloud => elder::aloud(site).into_any(),
        Piece::Feedback(about) => feedback::feedback(site, about).into_any(),
        Piece::Remarks => feedback::remarks(site).into_any(),
        Piece::Language => typed::switch_language(site),
        Piece::News => {
            watch::start(site);
            news::news(site)
        }
        Piece::Age => news::age(site),
        Piece::Forget => {
            watch::clear();
            View::default()
        }
    }))
}

/// A piece of a page; nothing until its code is here, and nothing where it does not come.
pub fn piece(site: Site, piece: Piece) -> View {
    site.parts.fetch(Part::Beside);
    standing(site, piece)
}

/// As [`piece`], for what can wait until the code comes for another reason, or the page is idle.
pub fn standing(site: Site, piece: Piece) -> View {
    let arrival = site.parts.of(Part::Beside);
    let region = move || match arrival.get() {
        Arrival::Here(Code::Pieces(pieces)) => pieces(site, piece.clone()),
        _ => View::default(),
    };
    region.into_view()
}

/// When the first page has been there for so long, in milliseconds, what goes on beside it begins.
const IDLE_MS: i32 = 6_000;

/// Fetches what goes on beside every page, when the first one is idle.
pub fn fetch_when_idle(site: Site) {
    clock::after(IDLE_MS, move || site.parts.fetch(Part::Beside));
}

/// Forgets what the code beside the page holds of the visitor.
pub fn forget(site: Site) {
    if let Arrival::Here(Code::Pieces(pieces)) = site.parts.of(Part::Beside).get_untracked() {
        pieces(site, Piece::Forget);
    }
}

/// Changes the language. What was typed is kept by code that comes now, if it is not here yet;
/// where it does not come, the language changes all the same.
pub fn switch_language(site: Site) {
    let code = Part::Beside.code();
    spawn_local(async move {
        match code.await {
            Ok(Code::Pieces(pieces)) => drop(pieces(site, Piece::Language)),
            _ => site.prefs.switch_lang(),
        }
    });
}

/// A page of that part; says that it is being fetched until it is here, or that it did not come.
pub fn show(site: Site, part: Part, route: Route) -> View {
    let arrival = site.parts.of(part);
    let here_at_once = matches!(arrival.get_untracked(), Arrival::Here(_));
    site.parts.fetch(part);
    let region = move || match arrival.get() {
        Arrival::Away | Arrival::Coming => waiting::loading(site.lang()).into_any(),
        Arrival::Failed => waiting::failed_page(site, move || site.parts.fetch(part)).into_any(),
        Arrival::Here(Code::Pages(pages)) => {
            // A frame leaves the focus where it is: on the page around it.
            if !here_at_once && !route.is_framed() {
                // The router could not yet move the focus to the page's title.
                clock::next_frame(|| page::focus("title"));
            }
            pages(site, route.clone())
        }
        Arrival::Here(Code::Pieces(_)) => View::default(),
    };
    region.into_view()
}
