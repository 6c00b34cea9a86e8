//! What a course costs the visitor, with the working, what is assumed, and what is not answered.

use super::Shown;
use crate::components::amount::amount;
use crate::components::badge::status_badge;
use crate::components::icon::{Icon, icon};
use crate::components::learn::offer::offer_lines;
use crate::components::learn::prices::Prices;
use crate::components::words;
use crate::format;
use crate::later::{self, Piece};
use crate::state::case::Case;
use crate::state::feedback::About;
use crate::state::shelf::Books;
use crate::texts::{course as t, course_money, shell};
use crate::ui::prelude::*;
use catalogue::matching::subsidy::{Assumed, Grant, Subsidy, Why};
use rules::eval::Status;

/// The section.
pub fn money(
    case: Case,
    books: Books,
    shown: Shown,
    prices: Memo<Prices>,
    mine: Memo<bool>,
) -> impl IntoView {
    let lang = case.site.lang();
    let until = case.pack.valid_until;
    let about = About {
        page: "/courses",
        item: shown.course.id.clone(),
    };
    let body = move || {
        let prices = prices.read();
        let offer = prices.offer(shown.place, shown.course.price_yuan);
        let working = prices
            .subsidy(shown.place)
            .map(|subsidy| working(case, books, subsidy));
        let late = case.out_of_date().then(|| {
            let until = format::day(lang, until);
            view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }
        });
        view! {
            {late}
            {offer_lines(lang, offer, prices.told, until)}
            {working}
        }
    };
    view! {
        <section class="card money">
            <h2>{t::money(lang)}</h2>
            {whose(case, books, shown, mine)}
            {body}
            <p class="help small">{course_money::first_pay(lang)}</p>
            {later::piece(case.site, Piece::Feedback(about))}
        </section>
    }
}

/// Whether the visitor's answers about a trade are about this one; asked where there are any.
fn whose(case: Case, books: Books, shown: Shown, mine: Memo<bool>) -> impl IntoView {
    let lang = case.site.lang();
    let router = case.site.router;
    let asked = Memo::new(move |_| {
        let situations = case.site.situations.read();
        let answers = &situations.current().answers;
        let trade = books.matching().map_or(&[][..], |it| &it.trade);
        answers.iter().any(|(id, _)| trade.contains(id))
    });
    let chip = move |yes: bool, words: &'static str| {
        let href = match yes {
            true => format!("/courses/{}#mine=1", shown.course.id),
            false => format!("/courses/{}", shown.course.id),
        };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (mine.get() == yes).to_string()
                on:click=move |_| router.replace(&href)
            >
                {words}
            </button>
        }
    };
    move || {
        asked.get().then(|| {
            view! {
                <div role="group" aria-labelledby="mine">
                    <p id="mine">{t::mine_ask(lang)}</p>
                    <div class="chips">{chip(true, t::mine_yes(lang))} {chip(false, t::mine_no(lang))}</div>
                </div>
            }
        })
    }
}

/// Grant by grant, what is assumed, what is not answered.
fn working(case: Case, books: Books, subsidy: &Subsidy) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let grants = subsidy.grants.iter().map(|it| grant(case, it));
    let total = (subsidy.max_fen > 0).then(|| {
        let sum = format::yuan_span(subsidy.min_fen, subsidy.max_fen);
        view! {
            <div class="total">
                <dt>{t::best(lang)}</dt>
                <dd>{amount(sum)}</dd>
            </div>
        }
    });
    let assumed = subsidy.assumed.iter();
    let assumed = assumed.filter_map(|it| Some(view! { <li>{assumption(case, books, it)?}</li> }));
    let assumed: Vec<View> = assumed.collect();
    let missing = subsidy.missing.iter().map(|slot| {
        let label = words::label(lang, case.pack, *slot);
        view! {
            <li>
                <a href=format!("/check#q={}", case.id(*slot))>{label}</a>
            </li>
        }
    });
    let missing: Vec<View> = missing.collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <h3>{t::missing(lang)}</h3>
            <ul class="tags">{missing}</ul>
        }
    });
    view! {
        <details class="working">
            <summary>{icon(Icon::Down)} {t::working(lang)}</summary>
            <p class="muted small">{t::on_day(lang, format::day(lang, subsidy.day))}</p>
            <h3>{t::grants(lang)}</h3>
            <dl class="steps">{grants.collect_view()} {total}</dl>
            <h3>{t::assumed(lang)}</h3>
            <ul class="plain-list assumed">{assumed}</ul>
            {missing}
        </details>
    }
}

/// A grant: a link to its rule, whether it may be claimed, and what it pays.
fn grant(case: Case, grant: &Grant) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let href = format!("/programmes/{}", case.programme_id(grant.programme));
    let paid = matches!(grant.status, Status::Eligible | Status::Undetermined);
    let sum = (paid && grant.max_fen > 0).then(|| {
        let counted = match grant.chosen {
            true => t::chosen(lang),
            false => t::not_chosen(lang),
        };
        view! {
            {amount(format::yuan_span(grant.min_fen, grant.max_fen))} " "
            <span class="muted small">{counted}</span>
        }
    });
    view! {
        <div>
            <dt>
                <a class="grant" href=href>
                    {words::title(case, lang, grant.programme)}
                </a>
            </dt>
            <dd>{status_badge(lang, grant.status)} " " {sum}</dd>
        </div>
    }
}

/// An answer that is not the visitor's own, in words.
fn assumption(case: Case, books: Books, assumed: &Assumed) -> Option<String> {
    let lang = case.site.lang();
    let label = words::label(lang, case.pack, assumed.slot);
    let value = words::answer(lang, case.pack, assumed.slot, assumed.value);
    Some(match assumed.why {
        Why::Assumed(at) => {
            let list = &books.matching()?.certificate.assume;
            lang.pick(&list.get(at)?.text).to_owned()
        }
        Why::Course => t::by_course(lang, label, value),
        Why::Occupation => t::by_table(lang, label, value),
    })
}
