//! Which versions one looks at, and the licence.

use crate::format;
use crate::state::case::Case;
use crate::texts::{about as t, shell};
use crate::ui::prelude::*;

/// The section.
pub fn versions(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let pack = case.pack;
    let rows = [
        (t::version_site(lang), env!("CARGO_PKG_VERSION").to_owned()),
        (
            t::version_rules(lang),
            format!("{} ({})", pack.version, case.hash),
        ),
        (t::version_checked(lang), format::day(lang, pack.as_of)),
        (t::version_until(lang), format::day(lang, pack.valid_until)),
        (
            t::version_formats(lang),
            t::formats(
                lang,
                pack::FORMAT,
                catalogue::compact::FORMAT,
                pack::changes::FORMAT,
            ),
        ),
    ];
    let row = |(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <section class="card" id="versions">
            <h2>{t::versions(lang)}</h2>
            <dl class="versions-of">{rows.map(row)}</dl>
            <p>{t::licence(lang)}</p>
            <p class="row">
                <a class="button" href="/plain/index.html">
                    {shell::plain_texts(lang)}
                </a>
            </p>
        </section>
    }
}
