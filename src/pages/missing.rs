//! An address that names no page.

use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::shell as t;
use crate::ui::prelude::*;

/// Says so, and leads on.
pub fn missing(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page">
            {page_title(site, t::missing_title(lang))} <p>{t::missing_text(lang)}</p>
            <p class="row">
                <a class="button primary" href="/check">
                    {t::to_check(lang)}
                </a>
                <a class="button" href="/">
                    {t::to_home(lang)}
                </a>
            </p>
        </div>
    }
}
