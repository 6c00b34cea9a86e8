//! The accessibility statement.

use crate::format;
use crate::lang::Lang;
use crate::texts::about as t;
use crate::ui::prelude::*;
use rules::date::from_ymd;

/// The section.
pub fn access(lang: Lang) -> impl IntoView {
    let list = |items: &[&'static str]| {
        let items = items.iter().map(|text| view! { <li>{*text}</li> });
        view! { <ul class="plain-list">{items.collect_view()}</ul> }
    };
    let done = [
        t::access_axe(lang),
        t::access_size(lang),
        t::access_keys(lang),
        t::access_look(lang),
    ];
    let limits = [
        t::access_limit_reader(lang),
        t::access_limit_names(lang),
        t::access_limit_script(lang),
    ];
    // The day on which this statement was last gone through.
    let written = from_ymd(2026, 11, 27).map(|day| format::day(lang, day));
    view! {
        <section class="card" id="access">
            <h2>{t::access(lang)}</h2>
            <p>{t::access_aim(lang)}</p>
            <h3>{t::access_done(lang)}</h3>
            {list(&done)}
            <h3>{t::access_limits(lang)}</h3>
            {list(&limits)}
            <p class="muted">{t::access_date(lang, written.unwrap_or_default())}</p>
        </section>
    }
}
