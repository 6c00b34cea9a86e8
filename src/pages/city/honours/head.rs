//! The three figures below the page's title.

use super::Hall;
use crate::components::badge::evidence_badge;
use crate::components::honour_words::{evidence, number};
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::{Count, Honour, Scope, Total};
use pack::model::Evidence;

/// Gold medals, holders of the highest award, craftsmen: each with the span that it covers.
pub fn figures(hall: Hall) -> impl IntoView {
    let figures = [gold(hall), holders(hall), craftsmen(hall)];
    view! { <ul class="hall-figures">{figures}</ul> }
}

fn item(hall: Hall, value: u32, label: &'static str, of: String, figure: &Total) -> View {
    // Press reports are the rule on this page, and its list of sources says so.
    let evidence = evidence(hall.all, figure);
    let badge = (evidence == Evidence::Unconfirmed).then(|| evidence_badge(hall.lang, evidence));
    view! {
        <li>
            <strong class="big">{number(value)}</strong>
            <span>{label}</span>
            <span class="of">{of}</span>
            {badge}
        </li>
    }
}

/// All of Shanghai's gold medals at the world's competitions whose total is in hand.
fn gold(hall: Hall) -> Option<View> {
    let (count, first, last) = gold_medals(hall)?;
    let of = t::stat_gold_of(hall.lang, first, last);
    let figure = find(hall, Honour::WorldSkills, Count::Gold)?;
    Some(item(hall, count, t::stat_gold(hall.lang), of, figure))
}

/// Their sum, and the first and the last edition of which it is known.
pub fn gold_medals(hall: Hall) -> Option<(u32, &'static str, &'static str)> {
    let editions = hall.all.editions.iter().enumerate();
    let known: Vec<_> = editions
        .filter(|(_, it)| it.honour == Honour::WorldSkills)
        .filter_map(|(at, it)| Some((it, hall.all.figure(at, Scope::Shanghai, Count::Gold)?)))
        .collect();
    let (last, first) = (known.first()?, known.last()?);
    let sum = known.iter().map(|(_, figure)| figure.value).sum();
    let name = |it: &'static catalogue::model::Edition| hall.lang.pick(&it.name);
    Some((sum, name(first.0), name(last.0)))
}

fn holders(hall: Hall) -> Option<View> {
    let figure = find(hall, Honour::ChinaSkillsAward, Count::Cumulative)?;
    let edition = hall.all.editions.get(usize::from(figure.edition))?;
    let of = t::stat_holders_of(hall.lang, hall.lang.pick(&edition.name));
    let label = t::stat_holders(hall.lang);
    Some(item(hall, figure.value, label, of, figure))
}

fn craftsmen(hall: Hall) -> Option<View> {
    let figure = find(hall, Honour::ShanghaiCraftsman, Count::Total)?;
    let batches = find(hall, Honour::ShanghaiCraftsman, Count::Batches)?;
    let edition = hall.all.editions.get(usize::from(figure.edition))?;
    let of = t::stat_craftsmen_of(hall.lang, edition.year?, batches.value);
    let label = t::stat_craftsmen(hall.lang);
    Some(item(hall, figure.value, label, of, figure))
}

/// Shanghai's newest figure of an honour.
fn find(hall: Hall, honour: Honour, measure: Count) -> Option<&'static Total> {
    let editions = hall.all.editions.iter().enumerate();
    let mut of_honour = editions.filter(|(_, it)| it.honour == honour);
    of_honour.find_map(|(at, _)| hall.all.figure(at, Scope::Shanghai, measure))
}
