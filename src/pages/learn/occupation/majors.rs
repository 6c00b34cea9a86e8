//! The majors that lead to an occupation, by school level.

use super::Shown;
use crate::components::learn::han::han;
use crate::components::learn::more::more;
use crate::components::learn::table_sources::table_sources;
use crate::state::shelf::{Books, Part, with_books};
use crate::texts::{major, occupation as t};
use crate::ui::prelude::*;
use catalogue::model::{Major, MajorLevel, Table, source_of};

/// How many are shown at first.
const FIRST: usize = 10;

/// The section; the majors come with their own file.
pub fn majors(shown: Shown) -> impl IntoView {
    let lang = shown.site.lang();
    view! {
        <section class="card">
            <h2>{t::majors(lang)}</h2>
            {with_books(shown.site, &[Part::Occupations, Part::Majors], move |books| body(shown, books))}
        </section>
    }
}

fn body(shown: Shown, books: Books) -> Option<View> {
    let lang = shown.site.lang();
    let all = books.majors()?;
    let list: Vec<&'static Major> = all.of_occupation(shown.at).map(|(_, it)| it).collect();
    let source = source_of(&all.sources, Table::MajorOccupation);
    let count = list.len();
    if count == 0 {
        return Some(view! { <p>{t::majors_none(lang)}</p> });
    }
    let limit = RwSignal::new(FIRST);
    let total = Memo::new(move |_| count);
    let groups = [
        MajorLevel::VocationalSecondary,
        MajorLevel::VocationalAssociate,
        MajorLevel::VocationalBachelor,
        MajorLevel::Bachelor,
    ];
    let list = StoredValue::new(list);
    let listed = move || {
        let mut left = limit.get();
        let group = |level: &MajorLevel| {
            let of_level = list.with_value(|list| {
                let list = list.iter().filter(|it| it.level == *level);
                list.take(left).copied().collect::<Vec<_>>()
            });
            left -= of_level.len();
            let items: Vec<_> = of_level.into_iter().map(item).collect();
            (!items.is_empty()).then(|| {
                view! {
                    <h3>{major::school(lang, *level)}</h3>
                    <ul class="links-list">{items}</ul>
                }
            })
        };
        groups.iter().map(group).collect_view()
    };
    Some(view! {
        <p class="muted">{t::majors_total(lang, count)}</p>
        {listed}
        {more(lang, total, limit)}
        {table_sources(lang, source)}
    })
}

fn item(it: &'static Major) -> impl IntoView {
    view! {
        <li>
            <a class="major-link" href=format!("/majors/{}", it.code)>
                {han(&it.name)} <span class="code">{&it.code}</span>
            </a>
        </li>
    }
}
