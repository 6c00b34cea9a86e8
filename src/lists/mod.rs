//! These widgets, and how they begin.
#![warn(dead_code, unused_imports)]

mod courses;
mod honours;
pub mod texts;

use crate::browser::{page, style};
use crate::components::waiting;
use crate::state::site::Site;
use crate::ui;
use crate::ui::prelude::*;
use crate::widgets::place;
use embed::Widget;
use leptos::task::spawn_local;

/// As `xtask/src/frames.rs` preloads them.
const STYLES: [&str; 2] = ["more", "widget"];

/// Takes the place of what the page painted.
pub fn start() {
    if let Some(root) = page::take_over() {
        ui::mount(root, program);
    }
}

fn program() -> View {
    let site = Site::without_pack();
    // Whether the style sheets are here; `None` while they are on their way.
    let dressed = RwSignal::new(None::<bool>);
    let fetch = move || {
        dressed.set(None);
        let styles = STYLES.map(style::fetch);
        spawn_local(async move {
            let mut all = true;
            for style in styles {
                all &= style.await;
            }
            dressed.set(Some(all));
        });
    };
    fetch();
    let frame = move || {
        // A widget is built in one language: changing it builds it anew.
        site.prefs.lang.track();
        let shown = match dressed.get() {
            None => waiting::loading(site.lang()).into_any(),
            Some(false) => waiting::failed_page(site, fetch).into_any(),
            Some(true) => widget(site),
        };
        view! { <main id="main">{shown}</main> }
    };
    frame.into_view()
}

fn widget(site: Site) -> View {
    let route = site.router.route.get_untracked();
    place::page(site, route, |place| match place.widget {
        Widget::Courses => Some(courses::courses(place)),
        Widget::Honours => Some(honours::honours(place)),
        _ => None,
    })
}
