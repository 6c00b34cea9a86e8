//! A course's price, the subsidy and what is left, in a few lines.

use super::prices::{Offer, Pay};
use crate::components::amount::amount;
use crate::format;
use crate::lang::Lang;
use crate::texts::course_money as t;
use crate::ui::prelude::*;
use catalogue::matching::score::Fit;
use rules::date::Day;

/// The subsidy in words; `None` where none is paid.
pub fn subsidy_words(lang: Lang, least: i64, most: i64) -> Option<String> {
    match (least, most) {
        (_, ..=0) => None,
        (..=0, most) => Some(t::up_to(lang, format::yuan(most))),
        (least, most) => Some(format::yuan_span(least, most)),
    }
}

/// What is left of a price after a subsidy of at least and at most so much. It is not capped at
/// the price: below zero the subsidy is more.
pub fn left_words(lang: Lang, price: i64, least: i64, most: i64) -> String {
    let (low, high) = (price - most, price - least);
    match (low, high) {
        (0.., _) => format::yuan_span(low, high),
        (_, ..0) => t::more(lang, format::yuan_span(-high, -low)),
        _ => t::left_or_more(lang, format::yuan(high), format::yuan(-low)),
    }
}

/// The lines for a card: price, subsidy, what is left, and what one must know with them.
pub fn offer_lines(lang: Lang, offer: Offer, told: bool, valid_until: Day) -> View {
    let price = format::yuan(offer.price_fen);
    let figures = match offer.pay {
        Pay::Between(least, most) => subsidy_words(lang, least, most).map(|subsidy| {
            let left = left_words(lang, offer.price_fen, least, most);
            view! {
                <div>
                    <dt>{t::subsidy(lang)}</dt>
                    <dd>{amount(subsidy)}</dd>
                </div>
                <div class="left">
                    <dt>{t::left(lang)}</dt>
                    <dd class="sum">{left}</dd>
                </div>
            }
        }),
        Pay::NotForIt | Pay::NoRule => None,
    };
    let why_none = match (&figures, offer.pay) {
        (Some(_), _) => None,
        (None, Pay::NotForIt) => Some(t::not_for_it(lang)),
        (None, Pay::NoRule) => Some(t::no_rule(lang)),
        (None, Pay::Between(..)) => Some(t::nothing(lang)),
    };
    let late = (figures.is_some() && offer.after_rules)
        .then(|| t::after_rules(lang, format::day(lang, valid_until)));
    let fit = match offer.fit {
        Fit::Closed if told => Some(t::closed(lang)),
        Fit::Held => Some(t::held(lang)),
        _ => None,
    };
    let ask = offer.missing.filter(|_| figures.is_some()).map(|id| {
        let words = match told {
            true => t::answer(lang),
            false => t::answer_first(lang),
        };
        view! { <a class="ask" href=format!("/check#q={id}")>{words}</a> }
    });
    let note = |text: String| view! { <li>{text}</li> };
    let notes = [why_none.map(str::to_owned), fit.map(str::to_owned), late];
    let notes: Vec<View> = notes.into_iter().flatten().map(note).collect();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="plain-list small">{notes}</ul> });
    view! {
        <dl class="offer">
            <div>
                <dt>{t::price(lang)}</dt>
                <dd>{amount(price)}</dd>
            </div>
            {figures}
        </dl>
        {notes}
        {ask}
    }
}
