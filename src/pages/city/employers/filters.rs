//! Whom to show: by result, programme, last day, and name.

use super::desk::Desk;
use super::results::title;
use crate::components::typed::{plain_number, text_field};
use crate::lang::Lang;
use crate::texts::{employers as t, result};
use crate::ui::prelude::*;
use pack::Pack;
use staff::view::{Filter, Standing, Summary};

/// Nobody asks further ahead than ten years.
const MOST_DAYS: u32 = 3_650;

/// The fields; each narrows at once.
pub fn filters(lang: Lang, pack: &'static Pack, desk: Desk, summary: &Summary) -> impl IntoView {
    let programmes: Vec<u16> = summary.programmes.iter().map(|it| it.programme).collect();
    let standings = [
        (None, t::any_standing(lang)),
        (Some(Standing::Eligible), result::status_eligible(lang)),
        (
            Some(Standing::Undetermined),
            result::status_undetermined(lang),
        ),
        (Some(Standing::Ineligible), result::status_ineligible(lang)),
    ];
    let standing = standings.map(|(value, word)| {
        chip(
            desk,
            word,
            move |it| it.standing == value,
            move |it| it.standing = value,
        )
    });
    let all = chip(
        desk,
        t::any_programme(lang),
        |it| it.programme.is_none(),
        |it| it.programme = None,
    );
    let programme: Vec<_> = programmes
        .into_iter()
        .map(|at| {
            let own = Some(at);
            let word = title(lang, pack, at);
            chip(
                desk,
                word,
                move |it| it.programme == own,
                move |it| it.programme = own,
            )
        })
        .collect();
    view! {
        <div class="staff-filters">
            <div role="group" aria-label=t::filter_standing(lang)>
                <p class="field-label" aria-hidden="true">
                    {t::filter_standing(lang)}
                </p>
                <div class="chips">{standing}</div>
            </div>
            <div role="group" aria-label=t::filter_programme(lang)>
                <p class="field-label" aria-hidden="true">
                    {t::filter_programme(lang)}
                </p>
                <div class="chips">{all} {programme}</div>
            </div>
            <div class="fields">
                <div>{within(lang, desk)}</div>
                {(summary.named).then(|| search(lang, desk))}
            </div>
        </div>
    }
}

fn chip(
    desk: Desk,
    word: &'static str,
    is: impl Fn(&Filter) -> bool + 'static,
    change: impl Fn(&mut Filter) + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || is(&desk.filter.read()).to_string()
            on:click=move |_| {
                desk.narrow(|filter| {
                    change(filter);
                    filter.count = super::desk::STEP;
                })
            }
        >
            {word}
        </button>
    }
}

/// A number of days; what is no number narrows nothing and says so.
fn within(lang: Lang, desk: Desk) -> impl IntoView {
    let kept = desk.filter.get_untracked().within;
    let text = RwSignal::new(kept.map_or_else(String::new, |days| days.to_string()));
    let days = Memo::new(move |_| {
        let digits: String = text.get().chars().filter_map(plain_number).collect();
        match digits.is_empty() {
            true => Ok(None),
            false => digits
                .parse()
                .ok()
                .filter(|days| (1..=MOST_DAYS).contains(days))
                .map(Some)
                .ok_or(()),
        }
    });
    Effect::new(move |_: Option<()>| {
        if let Ok(days) = days.get() {
            desk.narrow(|filter| {
                filter.within = days;
                filter.count = super::desk::STEP;
            });
        }
    });
    let problem = Memo::new(move |_| days.get().is_err().then(|| t::need_days(lang).to_owned()));
    text_field(
        "staff-within",
        t::filter_within(lang),
        t::within_help(lang),
        crate::format::unit_word(lang, rules::program::Unit::Days, false),
        text,
        problem,
    )
}

fn search(lang: Lang, desk: Desk) -> impl IntoView {
    let text = desk.filter.get_untracked().text;
    let find = move |text: String| {
        desk.narrow(|filter| {
            filter.text = text;
            filter.count = super::desk::STEP;
        });
    };
    view! {
        <div>
            <label class="field-label" for="staff-search">
                {t::search(lang)}
            </label>
            <p id="staff-search-help" class="help small">
                {t::search_help(lang)}
            </p>
            <input
                id="staff-search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                maxlength="60"
                aria-describedby="staff-search-help"
                prop:value=text
                on:input:target=move |event| find(event.target().value())
            />
        </div>
    }
}
