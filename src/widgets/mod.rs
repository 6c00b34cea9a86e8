//! What stands in a frame of another page: one file per widget.
//!
//! A widget keeps nothing, sends nothing, and works where storage, cookies and forms are blocked.
//! It is told what it is to look like by its address (`embed::Options`).

mod around;
mod asking;
mod courses;
mod face;
mod hand_over;
mod honours;
mod levels;
mod loan;
mod malan;
mod subsidy;

use crate::browser::clock;
use crate::components::page::name_document;
use crate::routes::Route;
use crate::state::site::Site;
use crate::texts::widgets as t;
use crate::ui::prelude::*;
use embed::{Options, Widget};

/// What a widget is made for. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Place {
    /// The state that it has to itself.
    pub site: Site,
    /// Which one.
    pub widget: Widget,
    /// What it is told.
    pub options: StoredValue<Options>,
    /// The origin of the page around it, once that has spoken: before, nothing can be handed over.
    pub host: RwSignal<Option<String>>,
}

/// What may be claimed.
pub fn claims(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Subsidy => Some(subsidy::subsidy(place).into_any()),
        _ => None,
    })
}

/// Which level one may sit.
pub fn levels(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Levels => Some(levels::levels(place).into_any()),
        _ => None,
    })
}

/// What a loan costs.
pub fn loan(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Loan => Some(loan::loan(place).into_any()),
        _ => None,
    })
}

/// What is looked up.
pub fn lists(site: Site, route: Route) -> View {
    page(site, route, |place| match place.widget {
        Widget::Courses => Some(courses::courses(place).into_any()),
        Widget::Malan => Some(malan::malan(place).into_any()),
        Widget::Honours => Some(honours::honours(place).into_any()),
        _ => None,
    })
}

/// The widget of a route, by one of the above: each is code of its own.
fn page(site: Site, route: Route, build: fn(Place) -> Option<View>) -> View {
    let Route::Widget(name) = route else {
        return View::default();
    };
    let Some(widget) = Widget::of_name(&name) else {
        return unknown(site, &name).into_any();
    };
    let asked = site.router.place();
    let options = Options::read(&asked.query, &asked.fragment);
    let place = Place {
        site,
        widget,
        options: StoredValue::new(options.clone()),
        host: around::host(),
    };
    around::follow(&options);
    let view = build(place).into_view();
    // What is above must be on the page before it can be measured.
    clock::after(0, around::tell_height);
    view
}

/// An address that is no widget's, in a frame that somebody sees.
fn unknown(site: Site, name: &str) -> impl IntoView {
    let lang = site.lang();
    name_document(site, t::unknown_title(lang));
    view! {
        <div class="widget">
            <h1>{t::unknown_title(lang)}</h1>
            <p>{t::unknown(lang, name)}</p>
            <p class="row">
                <a class="button" href="/" target="_blank" rel="noopener">
                    {t::open_site(lang)}
                </a>
            </p>
        </div>
    }
}
