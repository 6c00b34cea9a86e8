//! What every widget is made from, and the page that shows one.

use super::around;
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

/// The widget of a route; `build` makes those whose code is here.
pub fn page(site: Site, route: Route, build: fn(Place) -> Option<View>) -> View {
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
    let view = build(place).unwrap_or_else(|| unknown(site, &name).into_any());
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
