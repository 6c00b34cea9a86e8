//! Grants that are paid for a certificate, by the pack's own settings.

use super::Shown;
use crate::components::catalogue::Listed;
use crate::components::waiting::with_pack;
use crate::state::case::Case;
use crate::state::shelf::{Books, Part, with_books};
use crate::texts::occupation as t;
use crate::ui::prelude::*;

/// The section; only where the occupation has levels that one can be certified for.
pub fn grants(shown: Shown) -> Option<impl IntoView> {
    (!shown.it.levels().is_empty()).then(|| {
        with_books(shown.site, &[Part::Matching], move |books| {
            Some(
                with_pack(shown.site, move |case| {
                    listed(shown, books, case).into_view()
                })
                .into_view(),
            )
        })
    })
}

fn listed(shown: Shown, books: Books, case: Case) -> Option<View> {
    let lang = shown.site.lang();
    let ids = &books.matching()?.certificate.programmes;
    let items: Vec<_> = ids
        .iter()
        .filter_map(|id| Listed::of(case.pack, id))
        .map(|it| {
            let href = format!("/programmes/{}", it.code.id);
            view! { <li><a href=href>{lang.pick(&it.text.title)}</a></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t::grants(lang)}</h2>
                <ul class="links-list">{items}</ul>
                <p class="muted">{t::grants_note(lang)}</p>
                <p class="row">
                    <a class="button" href="/check">{t::grants_check(lang)}</a>
                </p>
            </section>
        }
    })
}
