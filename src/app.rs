//! The frame, and which page an address shows.

use crate::browser::page;
use crate::components::shell;
use crate::later::{self, Part, Piece};
use crate::pages;
use crate::routes::Route;
use crate::state::site::Site;
use crate::ui;
use crate::ui::prelude::*;

/// Takes the place of the shell that index.html painted.
pub fn start() {
    if let Some(root) = page::take_over() {
        ui::mount(root, app);
    }
}

fn app() -> View {
    let site = Site::start();
    later::fetch_when_idle(site);
    let frame = move || {
        // A page is built in one language: changing it builds the page anew.
        site.prefs.lang.track();
        let route = site.router.route.get_untracked();
        if route.is_framed() {
            let part = match &route {
                Route::Widget(name) if name == "subsidy" => Part::Widget,
                Route::Widget(name) if name == "levels" => Part::WidgetLevels,
                Route::Widget(name) if name == "loan" => Part::WidgetLoan,
                _ => Part::WidgetMalan,
            };
            return view! { <main id="main">{later::show(site, part, route)}</main> }.into_any();
        }
        view! {
            {shell::header(site)}
            <main id="main" tabindex="-1">{shell::notices(site)} {later::standing(site, Piece::News)} {move || show(site, site.router.route.get())}</main>
            {shell::elder(site)}
            {shell::footer(site)}
        }
        .into_any()
    };
    frame.into_view()
}

/// The table of pages.
fn show(site: Site, route: Route) -> View {
    match route {
        Route::Home => pages::home::home(site).into_any(),
        Route::Check => pages::check::check(site).into_any(),
        Route::Result => later::show(site, Part::Result, route),
        Route::Loan | Route::Programmes | Route::Programme(_) | Route::Levels => {
            later::show(site, Part::Guide, route)
        }
        Route::Courses
        | Route::Compare
        | Route::Course(_)
        | Route::Occupations
        | Route::Occupation(_)
        | Route::Major(_)
        | Route::Pathways
        | Route::Institutions => later::show(site, Part::Learn, route),
        Route::Malan
        | Route::Honours
        | Route::Honour(_)
        | Route::Employers
        | Route::Shortage
        | Route::Pillars
        | Route::About
        | Route::WhatsNew
        | Route::Enquiry
        | Route::Receipt(_)
        | Route::Operator => later::show(site, Part::City, route),
        Route::Embed | Route::EmbedCheck => later::show(site, Part::Embed, route),
        // A frame is a document of its own: the router leads to none.
        Route::Missing | Route::Widget(_) => pages::missing::missing(site).into_any(),
    }
}
