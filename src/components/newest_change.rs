//! The newest entry of the change log, in a few lines.

use super::icon::{Icon, icon};
use crate::format;
use crate::state::changes::if_changes;
use crate::state::site::Site;
use crate::texts::whats_new as t;
use crate::ui::prelude::*;

/// The day, the text, and the way to all of them; nothing until the log is here, or where it
/// does not come. The heading is the caller's.
pub fn newest_change(site: Site) -> View {
    let lang = site.lang();
    if_changes(move |changes| {
        let Some(newest) = changes.list.first() else {
            return View::default();
        };
        let star = newest
            .starred
            .then(|| view! { <span class="badge amber">{t::starred(lang)}</span> });
        view! {
            <p class="marks">
                <span class="muted">{format::day(lang, newest.date)}</span>
                {star}
            </p>
            <p>{lang.pick(&newest.text)}</p>
            <p class="row">
                <a class="button" href="/whats-new">
                    {t::see_all(lang)}
                    {icon(Icon::Right)}
                </a>
            </p>
        }
    })
}
