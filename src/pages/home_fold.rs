//! Home below the fold: what is new, honours, pillars, and who else finds something here. Its
//! code comes once the top of the page is there.

use crate::components::icon::{Icon, icon};
use crate::components::newest_change::newest_change;
use crate::state::changes::if_changes;
use crate::state::site::Site;
use crate::texts::{home as t, shell};
use crate::ui::prelude::*;

/// The lower half of the page.
pub fn fold(site: Site) -> impl IntoView {
    let lang = site.lang();
    let doors = [
        ("/malan", Icon::Startup, t::malan(lang), t::malan_note(lang)),
        (
            "/employers",
            Icon::Work,
            t::employers(lang),
            t::employers_note(lang),
        ),
        (
            "/shortage",
            Icon::Search,
            t::shortage(lang),
            t::shortage_note(lang),
        ),
    ];
    let door = |(href, sign, name, note)| {
        view! {
            <li>
                <a class="door" href=href>
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
        <section class="fold">
            <h2>{t::others(lang)}</h2>
            <ul class="doors">{doors.map(door).collect_view()}</ul>
        </section>
        <section class="fold strip">
            <span class="seal">{icon(Icon::Flower)}</span>
            <h2>{shell::nav_honours(lang)}</h2>
            <p>{t::honours_note(lang)}</p>
            <a class="button" href="/honours">
                {t::honours_go(lang)}
                {icon(Icon::Right)}
            </a>
        </section>
        <section class="fold two">
            <div class="card">
                <h2>{shell::nav_pillars(lang)}</h2>
                {pillars()}
                <p>{t::pillars_note(lang)}</p>
                <a class="button" href="/pillars">
                    {t::pillars_go(lang)}
                    {icon(Icon::Right)}
                </a>
            </div>
            {if_changes(move |_| {
                view! {
                    <div class="card">
                        <h2>{shell::nav_whats_new(lang)}</h2>
                        {newest_change(site)}
                    </div>
                }
            })}
        </section>
    }
}

/// Eight pillars, as a mark. They stand for no figures, so they are of one height.
fn pillars() -> impl IntoView {
    let pillar = |n: i32| {
        let x = 8 + n * 24;
        view! { <rect x=x y="10" width="12" height="34"></rect> }
    };
    let pillars: Vec<View> = (0..8).map(|n| pillar(n).into_view()).collect();
    view! {
        <svg class="pillars-mark" viewBox="0 0 196 52" aria-hidden="true">
            <path d="M2 8L98 0L194 8zM2 46h192v5H2z"></path>
            {pillars}
        </svg>
    }
}
