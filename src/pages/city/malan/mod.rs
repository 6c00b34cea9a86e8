//! `/malan`: the start-up guide. Which course now, the road map with its days, what may be
//! claimed and borrowed, and two years of cash.
//!
//! What the visitor enters is kept on the device ([`crate::state::start_up`]); the day of
//! registration is an answer of the main rules and kept with those.

mod advice;
mod ask;
mod calendar;
mod cash;
mod chart;
mod courses;
mod dates;
mod fields;
mod figures;
mod flower;
mod form;
mod money;
mod next;
mod notes;
pub mod reasons;
mod road;
mod said;
mod sheet;
mod subsidies;
mod task;
mod view;

use crate::browser::storage;
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::routes::value_of;
use crate::state::answers;
use crate::state::case::Case;
use crate::state::shelf::{Part, with_books};
use crate::state::site::{Notice, Site};
use crate::state::start_up::{self, StartUp};
use crate::texts::malan as t;
use crate::ui::prelude::*;
use pack::guide::Guide;
use rules::date::Day;

/// The page.
pub fn malan(site: Site) -> impl IntoView {
    let lang = site.lang();
    let parts = [
        ("#courses", t::to_courses(lang)),
        ("#road", t::to_road(lang)),
        ("#money", t::to_money(lang)),
        ("#cash", t::to_cash(lang)),
    ];
    let parts = parts.map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
    view! {
        <div class="page malan">
            {page_title(site, t::title(lang))}
            <p class="lead no-print">{t::lead(lang)}</p>
            <p class="private no-print">{icon(Icon::Lock)} {t::kept(lang)}</p>
            <nav class="no-print" aria-label=t::parts(lang)>
                <ul class="tags">{parts}</ul>
            </nav>
            {with_books(
                site,
                &[Part::Malan],
                move |books| {
                    let guide = books.malan()?;
                    Some(with_pack(site, move |case| sections(case.of_all(), guide)).into_view())
                },
            )}
        </div>
    }
}

/// The page's state. A copy is a handle.
#[derive(Clone, Copy)]
struct Desk {
    /// The visitor seen through the main rules.
    case: Case,
    /// Courses and road map.
    guide: &'static Guide,
    /// What is kept on the device.
    kept: RwSignal<StartUp>,
    /// The days that are entered, by the road map's dates.
    dates: Memo<Vec<Option<Day>>>,
}

impl Desk {
    fn new(case: Case, guide: &'static Guide) -> Desk {
        let text = storage::get(start_up::KEPT);
        let kept = text.and_then(|text| StartUp::read(&text));
        let mut kept = kept.unwrap_or_default();
        // A link may carry answers; those that the visitor gave here before stay.
        let fragment = case.site.router.fragment.get_untracked();
        if let Some(text) = value_of(&fragment, "a")
            && kept.answers.is_empty()
        {
            kept.answers = answers::read(text);
        }
        let kept = RwSignal::new(kept);
        let dates = Memo::new(move |_| {
            let kept = kept.read();
            let day = |date: &pack::guide::Date| match &date.question {
                Some(id) => pack::slot_of(case.pack, id).and_then(|slot| case.answer(slot)),
                None => kept.day(&date.id),
            };
            guide.road.dates.iter().map(day).collect()
        });
        Desk {
            case,
            guide,
            kept,
            dates,
        }
    }

    /// Changes what is kept, and keeps it.
    fn change(self, change: impl FnOnce(&mut StartUp)) {
        self.kept.update(change);
        let kept = self.kept.read_untracked();
        if kept.is_blank() {
            storage::remove(start_up::KEPT);
        } else if !storage::set(start_up::KEPT, &kept.write()) {
            self.case.site.tell(Notice::StorageBlocked);
        }
    }

    /// Enters a day of the road map, or takes it out.
    fn set_day(self, date: &pack::guide::Date, day: Option<Day>) {
        let Some(id) = &date.question else {
            return self.change(|kept| kept.set_day(&date.id, day));
        };
        self.case.site.change_current(|now| match day {
            Some(day) => now.set(id, pack::facts::format_date(day)),
            None => now.answers.retain(|(known, _)| known != id),
        });
    }
}

/// One section for each thing that the page is for.
fn sections(case: Case, guide: &'static Guide) -> View {
    let desk = Desk::new(case, guide);
    let advice = advice::advice(desk);
    let stand = road::stand(desk);
    let found = money::found(desk);
    let view = view! {
        {courses::section(desk, advice)}
        {road::section(desk, stand)}
        {money::section(desk, found)}
        {cash::section(desk, found)}
        {notes::section(desk)}
        {move || sheet::sheet(desk, &stand.read())}
    };
    view.into_any()
}
