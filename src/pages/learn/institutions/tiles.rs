//! The districts as squares, each roughly where it lies.
//!
//! A grid of buttons and no drawing: no outline of the districts with a clear licence is at
//! hand, and a button brings its keyboard, its focus and its larger letters along.

use super::look::Look;
use crate::browser::page;
use crate::components::learn::han::han;
use crate::lang::Lang;
use crate::texts::institutions as t;
use crate::ui::prelude::*;
use catalogue::model::{District, InstitutionKind, Places};

/// Column and row of Shanghai's districts, from the upper left. A district that is not here
/// (of another city) takes the next free square.
const SQUARES: [(&str, u8, u8); 16] = [
    ("310151", 4, 1),
    ("310114", 2, 2),
    ("310113", 4, 2),
    ("310107", 2, 3),
    ("310106", 3, 3),
    ("310109", 4, 3),
    ("310110", 5, 3),
    ("310118", 1, 4),
    ("310105", 2, 4),
    ("310104", 3, 4),
    ("310101", 4, 4),
    ("310115", 5, 4),
    ("310117", 2, 5),
    ("310112", 3, 5),
    ("310116", 2, 6),
    ("310120", 4, 6),
];

/// The squares; one that is chosen again is given up.
pub fn tiles(places: &'static Places, look: Look, lang: Lang) -> impl IntoView {
    let tile = move |district: &'static District| {
        let code = district.code.as_str();
        let square = SQUARES.iter().find(|(it, ..)| *it == code);
        let at = |axis: fn(&(&str, u8, u8)) -> u8| {
            square.map_or_else(|| "auto".to_owned(), |square| axis(square).to_string())
        };
        let on = move || *look.district.read() == code;
        let toggle = move |_| {
            let next = if untrack(on) { "" } else { code };
            look.district.set(next.to_owned());
        };
        view! {
            <button
                type="button"
                class="tile"
                lang="zh-Hans"
                aria-pressed=move || on().to_string()
                style:gridColumnStart=at(|square| square.1)
                style:gridRowStart=at(|square| square.2)
                on:click=toggle
            >
                {short(&district.name)}
            </button>
        }
    };
    let chosen = move || {
        let code = look.district.get();
        let at = places.districts.iter().position(|it| it.code == code)?;
        let district = places.districts.get(at)?;
        let points = places.institutions.iter().filter(|it| {
            it.kind == InstitutionKind::ServicePoint && it.district.map(usize::from) == Some(at)
        });
        let go = |_| {
            page::show("points");
            page::focus("points");
        };
        // What was chosen before may hide the offices.
        let hidden = look
            .kind
            .get()
            .is_some_and(|kind| kind != InstitutionKind::ServicePoint);
        let hidden = hidden || !look.query.read().trim().is_empty();
        let button = (!hidden).then(|| {
            view! {
                <button type="button" class="button" on:click=go>
                    {t::show_points(lang)}
                </button>
            }
        });
        let told = t::chosen(lang, points.count());
        Some(view! { <span>{han(&district.name)} {told}</span> {button} })
    };
    view! {
        <section class="card">
            <h2 id="map">{t::map(lang)}</h2>
            <p class="help small">{t::map_help(lang)}</p>
            <div class="tiles" role="group" aria-labelledby="map">
                {places.districts.iter().map(tile).collect_view()}
            </div>
            <p class="row chosen" role="status">
                {chosen}
            </p>
        </section>
    }
}

/// `黄浦` of `黄浦区`, `浦东` of `浦东新区`.
fn short(name: &str) -> &str {
    let name = name.strip_suffix('区').unwrap_or(name);
    name.strip_suffix('新').unwrap_or(name)
}
