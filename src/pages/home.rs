//! `/`: what is here, and three ways in. Its top is also painted by index.html.

use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::search_box::search_box;
use crate::later::{self, Piece};
use crate::pages::programmes::fragment;
use crate::state::scope::Scope;
use crate::state::site::Site;
use crate::texts::{home as more, shell as t};
use crate::ui::prelude::*;

/// The home page.
pub fn home(site: Site) -> impl IntoView {
    let lang = site.lang();
    let ways = [
        (
            "/check#for=worker",
            Icon::Work,
            t::way_work(lang),
            t::way_work_note(lang),
        ),
        (
            "/check#for=student",
            Icon::Study,
            t::way_study(lang),
            t::way_study_note(lang),
        ),
        (
            "/check#for=founder",
            Icon::Startup,
            t::way_startup(lang),
            t::way_startup_note(lang),
        ),
    ];
    let way = |(href, sign, name, note)| {
        view! {
            <li>
                <a class="way" href=href>
                    <span class="sign">{icon(sign)}</span>
                    <span>
                        <strong>{name}</strong>
                        <small>{note}</small>
                    </span>
                </a>
            </li>
        }
    };
    let links = [
        ("/levels", more::levels(lang), more::levels_note(lang)),
        ("/courses", more::courses(lang), more::courses_note(lang)),
        ("/loan", more::loan(lang), more::loan_note(lang)),
        ("/programmes", more::all(lang), more::all_note(lang)),
    ];
    let link = |(href, name, note)| {
        view! {
            <li>
                <a href=href>
                    <strong>{name} {icon(Icon::Right)}</strong>
                    <small>{note}</small>
                </a>
            </li>
        }
    };
    // Below what index.html paints, so that nothing moves when the app takes its place.
    let query = RwSignal::new(String::new());
    let on_search = Callback::new(move |()| {
        let fragment = fragment(Scope::All, &query.get_untracked());
        site.router.go(&format!("/programmes{fragment}"));
    });
    view! {
        <div class="page home">
            {page_title(site, t::tagline(lang))} <p class="lead">{t::promise(lang)}</p>
            <ul class="ways">{ways.map(way).collect_view()}</ul>
            <p class="private">{icon(Icon::Lock)} {t::private(lang)}</p>
            {search_box(lang, query, on_search)}
            <h2>{more::more(lang)}</h2>
            <ul class="more">{links.map(link).collect_view()}</ul>
            <p class="row">
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {t::hotline_call(lang)}
                </a>
                <span class="muted small">{t::hotline_note(lang)}</span>
            </p>
            {later::piece(site, Piece::Fold)}
        </div>
    }
}
