//! Pages whose code is fetched when they are first shown, or a moment before.
//!
//! The first visit to `/check` carries the questions alone (docs/decisions/0007).
#![allow(
    unsafe_code,
    reason = "`wasm_split` declares what the build links between the parts of the code"
)]

use crate::browser::{clock, page, style, typed};
use crate::components::{elder, feedback, waiting};
use crate::pages;
use crate::routes::Route;
use crate::state::feedback::About;
use crate::state::site::Site;
use crate::ui::prelude::*;
use crate::widgets;
use leptos::task::spawn_local;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
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
    /// Start-up guide, honours, employers, shortage list, pillars, about; with a style sheet of its own.
    City,
    /// What stands beside a page: see [`Piece`]; with a style sheet of its own.
    Beside,
    /// What stands in a frame of another page; with a style sheet of its own.
    Widget,
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
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody asked.
    #[default]
    Away,
    /// On its way.
    Coming,
    /// Here.
    Here,
    /// It did not come.
    Failed,
}

/// How far each part is. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Parts([RwSignal<Arrival>; 7]);

impl Parts {
    /// None is here.
    pub fn new() -> Parts {
        Parts([(); 7].map(|()| RwSignal::new(Arrival::Away)))
    }

    fn of(self, part: Part) -> RwSignal<Arrival> {
        let [result, guide, learn, city, beside, widget, embed] = self.0;
        match part {
            Part::Result => result,
            Part::Guide => guide,
            Part::Learn => learn,
            Part::City => city,
            Part::Beside => beside,
            Part::Widget => widget,
            Part::Embed => embed,
        }
    }

    /// Fetches a part, unless it is here or on its way.
    pub fn fetch(self, part: Part) {
        let arrival = self.of(part);
        if matches!(arrival.get_untracked(), Arrival::Coming | Arrival::Here) {
            return;
        }
        arrival.set(Arrival::Coming);
        let styles = part.styles().iter().map(|name| style::fetch(name));
        let styles: Vec<_> = styles.collect();
        spawn_local(async move {
            let mut loaded = match part {
                Part::Result => load_result().await,
                Part::Guide => load_guide().await,
                Part::Learn => load_learn().await,
                Part::City => load_city().await,
                Part::Beside => load_beside().await,
                Part::Widget => load_widget().await,
                Part::Embed => load_embed().await,
            }
            .is_ok();
            for style in styles {
                loaded &= style.await;
            }
            arrival.set(match loaded {
                true => Arrival::Here,
                false => Arrival::Failed,
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
            Part::Widget => &["more", "widget"],
            Part::Embed => &["more", "embed"],
        }
    }
}

#[wasm_split(result, fallible, preload(load_result))]
fn result(site: Site) -> Result<View, SplitLoaderError> {
    Ok(pages::result::result(site).into_any())
}

#[wasm_split(guide, fallible, preload(load_guide))]
fn guide(site: Site, route: Route) -> Result<View, SplitLoaderError> {
    Ok(match route {
        Route::Loan => pages::loan::loan(site).into_any(),
        Route::Programmes => pages::programmes::programmes(site).into_any(),
        Route::Programme(id) => pages::programme::programme(site, id).into_any(),
        Route::Levels => pages::levels::levels(site).into_any(),
        _ => View::default(),
    })
}

#[wasm_split(learn, fallible, preload(load_learn))]
fn learn(site: Site, route: Route) -> Result<View, SplitLoaderError> {
    Ok(pages::learn::page(site, route))
}

#[wasm_split(city, fallible, preload(load_city))]
fn city(site: Site, route: Route) -> Result<View, SplitLoaderError> {
    Ok(pages::city::page(site, route))
}

#[wasm_split(widget, fallible, preload(load_widget))]
fn widget(site: Site, route: Route) -> Result<View, SplitLoaderError> {
    Ok(widgets::page(site, route))
}

#[wasm_split(embed, fallible, preload(load_embed))]
fn embed(site: Site, route: Route) -> Result<View, SplitLoaderError> {
    Ok(pages::embed::page(site, route))
}

#[wasm_split(beside, fallible, preload(load_beside))]
fn beside(site: Site, piece: Piece) -> Result<View, SplitLoaderError> {
    Ok(match piece {
        Piece::Fold => pages::home_fold::fold(site).into_any(),
        Piece::Pager => elder::pager(site).into_any(),
        Piece::Aloud => elder::aloud(site).into_any(),
        Piece::Feedback(about) => feedback::feedback(site, about).into_any(),
        Piece::Remarks => feedback::remarks(site).into_any(),
        Piece::Language => typed::switch_language(site),
    })
}

/// A piece of a page; nothing until its code is here, and nothing where it does not come.
pub fn piece(site: Site, piece: Piece) -> View {
    let arrival = site.parts.of(Part::Beside);
    site.parts.fetch(Part::Beside);
    let region = move || {
        let here = arrival.get() == Arrival::Here;
        here.then(|| at_once(beside(site, piece.clone())))
    };
    region.into_view()
}

/// Changes the language. What was typed is kept by code that comes now, if it is not here yet;
/// where it does not come, the language changes all the same.
pub fn switch_language(site: Site) {
    spawn_local(async move {
        match load_beside().await {
            Ok(()) => drop(beside(site, Piece::Language).await),
            Err(_) => site.prefs.switch_lang(),
        }
    });
}

/// A page of that part; says that it is being fetched until it is here, or that it did not come.
pub fn show(site: Site, part: Part, route: Route) -> View {
    let arrival = site.parts.of(part);
    let here_at_once = arrival.get_untracked() == Arrival::Here;
    site.parts.fetch(part);
    let region = move || match arrival.get() {
        Arrival::Away | Arrival::Coming => waiting::loading(site.lang()).into_any(),
        Arrival::Failed => waiting::failed_page(site, move || site.parts.fetch(part)).into_any(),
        Arrival::Here => {
            // A frame leaves the focus where it is: on the page around it.
            if !here_at_once && part != Part::Widget {
                // The router could not yet move the focus to the page's title.
                clock::next_frame(|| page::focus("title"));
            }
            match part {
                Part::Result => at_once(result(site)),
                Part::Guide => at_once(guide(site, route.clone())),
                Part::Learn => at_once(learn(site, route.clone())),
                Part::City => at_once(city(site, route.clone())),
                Part::Beside => View::default(),
                Part::Widget => at_once(widget(site, route.clone())),
                Part::Embed => at_once(embed(site, route.clone())),
            }
        }
    };
    region.into_view()
}

/// What a part that is here gives without waiting, made under the owner of now.
fn at_once(page: impl Future<Output = Result<View, SplitLoaderError>>) -> View {
    match pin!(page).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        _ => View::default(),
    }
}
