//! How an edition, a person and what they won are called.

use crate::components::learn::han::han;
use crate::lang::Lang;
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::{Award, Edition, Honour, Honouree, Honours, Source, Total, TradeGroup};
use pack::model::Evidence;

/// `第44届世界技能大赛`.
pub fn edition_title(lang: Lang, edition: &Edition) -> String {
    let name = lang.pick(&edition.name);
    t::edition(lang, name, edition.honour, edition.year.is_some())
}

/// A name, or that it is not in hand.
pub fn name(lang: Lang, person: &Honouree) -> View {
    match person.name.is_empty() {
        true => view! { <span class="no-name">{t::name_unknown(lang)}</span> },
        false => han(&person.name).into_view(),
    }
}

/// The medal that stands for somebody: a class of the style sheet.
pub fn metal(all: &Honours, person: &Honouree) -> &'static str {
    let honour = all.edition_of(person).map(|it| it.honour);
    match (person.award, honour) {
        (Some(Award::Gold), _) => "gold",
        (Some(Award::Silver), _) => "silver",
        (Some(Award::Bronze), _) => "bronze",
        (Some(Award::Competitor), _) => "ring",
        (None, Some(Honour::ChinaSkillsAward)) => "gold",
        _ => "enamel",
    }
}

/// What they won and in which trade: `金牌 · 花艺`. Says nothing that the source does not.
pub fn won(lang: Lang, person: &Honouree) -> View {
    let award = person.award.map(|it| t::award(lang, it));
    // Trades are Chinese in both languages; in English the group says what they are about.
    let group = (lang == Lang::En && person.group != TradeGroup::Unknown)
        .then(|| t::group(lang, person.group));
    let mut view = View::default();
    let mut parts = 0;
    for part in [award, group].into_iter().flatten() {
        if parts > 0 {
            view.push(" · ");
        }
        view.push(part);
        parts += 1;
    }
    if !person.trade.is_empty() {
        if parts > 0 {
            view.push(" · ");
        }
        view.push(han(&person.trade));
    }
    view
}

/// That an entry is not confirmed; nothing where it is as sure as its source.
pub fn doubt(lang: Lang, person: &Honouree) -> Option<View> {
    let doubtful = person.evidence == Evidence::Unconfirmed;
    doubtful.then(|| view! { <span class="evidence amber">{t::unconfirmed(lang)}</span> })
}

/// The source of a place among the honours'.
pub fn source(all: &'static Honours, at: u16) -> Option<&'static Source> {
    all.sources.get(usize::from(at))
}

/// How a figure is known; official where its source is.
pub fn evidence(all: &'static Honours, figure: &Total) -> Evidence {
    source(all, figure.source).map_or(Evidence::Unconfirmed, |it| it.evidence)
}

/// A figure with separators: `1,385`.
pub fn number(value: u32) -> String {
    crate::format::number(value.into(), 0)
}
