//! `/result`: the sum first, then each programme, then the best combination, then the link.
//!
//! A fragment `#v=…&a=…` carries a shared situation: it is opened beside the visitor's own
//! and taken out of the address. `#p=care_entry` leads to a programme's card.

use crate::browser::{clock, page, share};
use crate::components::amount::amount;
use crate::components::answers_panel::answers_panel;
use crate::components::ask_call::ask_call;
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::components::range_bar::{range_bar, totals};
use crate::components::share_box::share_box;
use crate::components::situations_panel::situations_panel;
use crate::components::sources::clause;
use crate::components::status_list::{ORDER, of_status};
use crate::components::waiting::with_pack;
use crate::components::words;
use crate::format;
use crate::later::{self, Piece};
use crate::pages::print_sheet::print_sheet;
use crate::pages::programme_card::{Entry, programme_card};
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::feedback::About;
use crate::state::share::Shared;
use crate::state::site::Site;
use crate::texts::{enquiry, result as t, shell};
use crate::ui::prelude::*;
use rules::eval::{Because, LeftOut, Status};

/// The page.
pub fn result(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page result">
            {page_title(site, t::title(lang))} {with_pack(site, |case| with_rules(case).into_any())}
        </div>
    }
}

fn with_rules(case: Case) -> impl IntoView {
    let router = case.site.router;
    let lang = case.site.lang();
    Effect::new(move |_| {
        let fragment = router.fragment.get();
        if router.route.get() != Route::Result {
            return;
        }
        if let Some(shared) = Shared::read(&fragment) {
            router.replace("/result");
            case.site.open_shared(shared, case.hash);
        } else if let Some(id) = value_of(&fragment, "p") {
            let id = format!("p-{id}");
            clock::next_frame(move || page::show(&id));
        }
    });
    view! {
        <p class="muted no-print">{move || t::intro(lang, format::day(lang, case.date.get()))}</p>
        {sum(case)}
        <p class="row no-print">
            <a class="button primary" href="/check">
                {icon(Icon::Pen)}
                {t::edit_answers(lang)}
            </a>
            <button type="button" class="button" on:click=|_| share::print()>
                {icon(Icon::Print)}
                {t::print(lang)}
            </button>
        </p>
        <div class="no-print stack">
            {move || best(case)} {move || groups(case)} {levels_link(case)} {opinion(case)}
            {ask_call(case.site, "/enquiry".to_owned(), enquiry::link(lang))}
            {share_box(lang, t::title(lang), Memo::new(move |_| link_of(case)))}
            <div class="two" data-screen=true>{answers_panel(case)} {situations_panel(case.site)}</div>
        </div>
        {move || print_sheet(case)}
    }
}

/// The sum, big.
fn sum(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let totals = totals(case);
    let words = move || {
        let now = totals.get();
        if case.out_of_date() {
            let until = format::day(lang, case.pack.valid_until);
            return view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }.into_any();
        }
        let told = !case.site.situations.read().current().answers.is_empty();
        let (label, note) = match (now.min_fen, now.max_fen) {
            (_, 0) => (t::sum_none(lang), None),
            (min, max) if min == max => (t::sum_sure(lang), None),
            _ if told => (t::sum_open(lang), Some(t::sum_open_note(lang))),
            _ => (t::sum_open(lang), Some(t::no_answers(lang))),
        };
        let figure = (now.max_fen > 0).then(|| format::yuan_span(now.min_fen, now.max_fen));
        view! {
            <p class="label">{label}</p>
            {figure.map(|figure| view! { <p class="big amount">{figure}</p> })}
            {note.map(|note| view! { <p class="muted">{note}</p> })}
        }
        .into_any()
    };
    view! {
        <section class="card hero no-print">
            <div role="status">{words}</div>
            {range_bar(case, totals)}
        </section>
    }
}

/// The programmes, by status.
fn groups(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let group = |status: Status| {
        let all = of_status(case, status);
        if all.is_empty() {
            return None;
        }
        let heading = match status {
            Status::Eligible => t::group_eligible(lang),
            Status::Undetermined => t::group_undetermined(lang),
            Status::Ineligible => t::group_ineligible(lang),
            Status::NoRule => t::group_no_rule(lang),
        };
        let evaluation = case.evaluation.get();
        let cards: Vec<_> = all
            .iter()
            .filter_map(|programme| {
                let outcome = evaluation.outcomes.get(*programme)?;
                Entry::new(case, *programme, outcome).map(programme_card)
            })
            .collect();
        // In elder mode what cannot be claimed is not worth a screen each.
        let together = matches!(status, Status::Ineligible | Status::NoRule) || all.len() > 8;
        Some(view! {
            <section data-screen=together>
                <h2>{heading} " · " {shell::programmes(lang, all.len())}</h2>
                <div class="cards">{cards}</div>
            </section>
        })
    };
    ORDER.map(group).into_iter().flatten().collect_view()
}

/// Levels are asked and shown on their own page.
fn levels_link(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    view! {
        <section class="card">
            <h2>{shell::nav_levels(lang)}</h2>
            <p class="help">{t::levels_help(lang)}</p>
            <p class="row">
                <a class="button" href="/levels">
                    {t::levels_go(lang)}
                    {icon(Icon::Right)}
                </a>
            </p>
        </section>
    }
}

/// Whether the visitor thinks that this is right, and what they said before.
fn opinion(case: Case) -> impl IntoView {
    let site = case.site;
    let about = About {
        page: "/result",
        item: String::new(),
    };
    view! {
        <section class="card" data-screen=true>
            <h2>{t::opinion(site.lang())}</h2>
            {later::piece(site, Piece::Feedback(about))}
            {later::piece(site, Piece::Remarks)}
        </section>
    }
}

/// What to take together, what that leaves out, and what leaving it out costs.
fn best(case: Case) -> Option<impl IntoView + use<>> {
    let lang = case.site.lang();
    let evaluation = case.evaluation.get();
    let best = &evaluation.best;
    if case.out_of_date() || best.left_out.is_empty() || best.programmes.is_empty() {
        return None;
    }
    let chosen = best.programmes.iter().map(|programme| {
        let programme = usize::from(*programme);
        let outcome = evaluation.outcomes.get(programme);
        let sum = outcome.and_then(|o| crate::components::amount::shown_text(lang, o));
        let title = words::title(case, lang, programme);
        view! {
            <li>
                <span>{title}</span>
                {sum.map(amount)}
            </li>
        }
    });
    let left_out = best.left_out.iter().map(|left| left_out_line(case, left));
    let intro = match best.programmes.len() {
        1 => t::best_one(lang),
        _ => t::best_text(lang),
    };
    Some(view! {
        <section class="card">
            <h2>{t::best_title(lang)}</h2>
            <p>{intro}</p>
            <ul class="sums">{chosen.collect_view()}</ul>
            {left_out.collect_view()}
        </section>
    })
}

/// Why a grant is not in the best combination.
pub fn left_out_line(case: Case, left: &LeftOut) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let title = words::title(case, lang, usize::from(left.programme));
    let (text, why) = match left.because {
        Because::Excluded { by } => {
            let groups = case
                .pack
                .program
                .exclusions
                .iter()
                .zip(&case.pack.exclusions);
            let mut groups =
                groups.filter(|(group, _)| group.contains(&left.programme) && group.contains(&by));
            let why = groups.next().map(|(_, text)| clause(lang, text).into_any());
            let by = words::title(case, lang, usize::from(by));
            (t::left_out_excluded(lang, title, by), why)
        }
        Because::Capped { cap } => {
            let why = case.pack.caps.get(usize::from(cap));
            let why = why.map(|text| lang.pick(text).into_any());
            (t::left_out_capped(lang, title), why)
        }
    };
    view! {
        <p>{text} " " {t::left_out_costs(lang, format::yuan(left.costs_fen))}</p>
        {why.map(|why| view! { <p class="muted">{why}</p> })}
    }
}

/// The link that carries this situation.
pub fn link_of(case: Case) -> String {
    let situations = case.site.situations.read();
    let now = situations.current();
    let shared = Shared {
        hash: case.hash.to_owned(),
        date: Some(case.date.get()),
        scope: now.scope,
        answers: now.answers.clone(),
    };
    let origin = crate::browser::history::origin();
    format!("{origin}/result#{}", shared.write())
}
