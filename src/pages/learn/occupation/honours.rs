//! People of this occupation on the board of honours.

use super::Shown;
use crate::components::icon::{Icon, icon};
use crate::state::shelf::{Part, once_here};
use crate::texts::honours as t;
use crate::ui::prelude::*;

/// A link to them, once it is known that there are some; the page does without it.
pub fn honours(shown: Shown) -> View {
    once_here(shown.site, &[Part::Honours], move |books| {
        let honours = books.honours()?;
        let code = &shown.it.code;
        let place = honours.occupations.iter().position(|it| it.code == *code)?;
        let of_it = |it: &&catalogue::model::Honouree| {
            it.occupation
                .is_some_and(|(at, _)| usize::from(at) == place)
        };
        let count = honours.people.iter().filter(of_it).count();
        Some(view! {
            <p class="row">
                <a class="button" href=format!("/honours#occupation={code}")>
                    {t::in_trade(shown.site.lang(), count)}
                    {icon(Icon::Right)}
                </a>
            </p>
        })
    })
}
