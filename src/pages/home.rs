//! `/`: what is here, and three ways in. Its top is also painted by index.html.

use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::shell as t;
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
    view! {
        <div class="page">
            {page_title(site, t::tagline(lang))} <p class="lead">{t::promise(lang)}</p>
            <ul class="ways">{ways.map(way).collect_view()}</ul>
            <p class="private">{icon(Icon::Lock)} {t::private(lang)}</p>
            <p>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)} {t::hotline_call(lang)}
                </a>
            </p>
        </div>
    }
}
