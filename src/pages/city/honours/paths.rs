//! How one gets to an honour: levels, funding, rewards, settlement, as far as rules and reports in
//! hand state them.

use super::Hall;
use crate::components::badge::evidence_badge;
use crate::components::catalogue::Listed;
use crate::components::honour_words::{edition_title, evidence, source};
use crate::components::icon::{Icon, icon};
use crate::components::waiting::with_pack;
use crate::format;
use crate::lang::Lang;
use crate::texts::{honours as t, levels as l};
use crate::ui::prelude::*;
use catalogue::model::{Count, Honour, Scope, Total};

/// Programmes that an honour leads to, or that pay for it, by their ids in the pack.
const SETTLEMENT: [&str; 1] = ["talent_settlement"];
const STUDIO: [&str; 1] = ["master_studio"];
const FUNDED: [&str; 2] = ["chief_technician", "master_studio"];

/// The section on the board's page.
pub fn paths(hall: Hall) -> impl IntoView {
    let lang = hall.lang;
    let card = |(title, honour): (String, Honour)| {
        view! {
            <li class="card">
                <h3>{title}</h3>
                {way(hall, honour)}
            </li>
        }
    };
    let name = |honour| t::honour(lang, honour).to_owned();
    // What is in hand of the two titles is the same.
    let (award, expert) = (Honour::ChinaSkillsAward, Honour::NationalExpert);
    let cards = [
        (name(Honour::WorldSkills), Honour::WorldSkills),
        (t::both(lang, &name(award), &name(expert)), award),
        (
            name(Honour::NationalCompetition),
            Honour::NationalCompetition,
        ),
        (name(Honour::ChiefOrStudio), Honour::ChiefOrStudio),
    ];
    view! {
        <section class="ways-up">
            <h2>{t::path(lang)}</h2>
            <p class="muted">{t::path_lead(lang)}</p>
            {road(lang)}
            <ul class="way-cards">{cards.map(card)}</ul>
        </section>
    }
}

/// The eight levels as steps.
fn road(lang: Lang) -> impl IntoView {
    let steps = [
        ("", l::apprentice(lang)),
        (l::nth_5(lang), l::level_5(lang)),
        (l::nth_4(lang), l::level_4(lang)),
        (l::nth_3(lang), l::level_3(lang)),
        (l::nth_2(lang), l::level_2(lang)),
        (l::nth_1(lang), l::level_1(lang)),
        ("", l::special(lang)),
        ("", l::chief(lang)),
    ];
    let step = |(nth, name): (&'static str, &'static str)| {
        let nth = (!nth.is_empty()).then(|| view! { <span class="nth">{nth}</span> });
        view! { <li><strong>{name}</strong> {nth}</li> }
    };
    view! {
        <h3>{t::road(lang)}</h3>
        <ol class="road">{steps.map(step)}</ol>
        <p class="muted small">{t::road_note(lang)}</p>
        <p class="row">
            <a class="button" href="/levels">{t::to_levels(lang)}</a>
            <a class="button" href="/pathways">{t::to_pathways(lang)}</a>
        </p>
    }
}

/// What is known of the way to one honour: rewards, funding, and what it opens.
pub fn way(hall: Hall, honour: Honour) -> View {
    let lang = hall.lang;
    let top = (t::settle_top(lang), &SETTLEMENT[..]);
    let prize = (t::settle_prize(lang), &SETTLEMENT[..]);
    let leads = (t::leads_studio(lang), &STUDIO[..]);
    let funded = (t::funded_by(lang), &FUNDED[..]);
    let ways = match honour {
        Honour::WorldSkills => vec![top],
        Honour::ChinaSkillsAward | Honour::NationalExpert => vec![top, leads],
        Honour::NationalCompetition => vec![prize],
        Honour::ChiefOrStudio => vec![funded],
        Honour::ShanghaiCraftsman => Vec::new(),
    };
    let ways: Vec<View> = ways
        .iter()
        .map(|(words, ids)| view! { <p>{*words}</p> {programmes(hall, ids)} })
        .collect();
    view! {
        {rewards(hall, honour)}
        {grants(hall, honour)}
        {ways}
    }
}

/// Programmes of the pack, each with its own sentence and how it is known.
fn programmes(hall: Hall, ids: &'static [&'static str]) -> View {
    with_pack(hall.site, move |case| {
        let lang = hall.lang;
        let item = |listed: Listed| {
            let today = case.date.get();
            let evidence = listed.evidence(listed.rule_on(today));
            view! {
                <li>
                    <a href=format!("/programmes/{}", listed.code.id)>
                        {lang.pick(&listed.text.title)}
                        " "
                        {icon(Icon::Right)}
                    </a>
                    <p class="muted small">
                        {lang.pick(&listed.text.summary)}
                        " "
                        {evidence_badge(lang, evidence)}
                    </p>
                </li>
            }
        };
        let found = ids.iter().filter_map(|id| Listed::of(case.pack, id));
        let items: Vec<View> = found.map(item).collect();
        view! { <ul class="programmes-of">{items}</ul> }
    })
}

/// The rewards that the press told of an edition.
fn rewards(hall: Hall, honour: Honour) -> Option<View> {
    let lang = hall.lang;
    let (at, edition) = with(hall, honour, Count::RewardGoldYuan)?;
    let kinds = [
        (Count::RewardGoldYuan, t::reward_gold(lang)),
        (Count::RewardMedallionYuan, t::reward_medallion(lang)),
        (Count::RewardOtherYuan, t::reward_other(lang)),
    ];
    let found = kinds.into_iter().filter_map(|(measure, words)| {
        Some((words, hall.all.figure(at, Scope::Shanghai, measure)?))
    });
    let found: Vec<(&'static str, &'static Total)> = found.collect();
    Some(view! {
        <p class="subhead">{t::reward_of(lang, &edition_title(lang, edition))}</p>
        {sums(hall, &found)}
        <p class="muted small">{t::reward_later(lang)}</p>
    })
}

/// What a round paid for each technician and each studio.
fn grants(hall: Hall, honour: Honour) -> Vec<View> {
    let lang = hall.lang;
    let editions = hall.all.editions.iter().enumerate();
    let of_honour = editions.filter(|(_, it)| it.honour == honour);
    let round = |(at, edition): (usize, &'static catalogue::model::Edition)| {
        let kinds = [
            (Count::ChiefGrantYuan, t::chief_each(lang)),
            (Count::StudioGrantYuan, t::studio_each(lang)),
        ];
        let figure = |measure| {
            let scopes = [Scope::Shanghai, Scope::District];
            scopes
                .into_iter()
                .find_map(|scope| hall.all.figure(at, scope, measure))
        };
        let found: Vec<(&'static str, &'static Total)> = kinds
            .into_iter()
            .filter_map(|(measure, words)| Some((words, figure(measure)?)))
            .collect();
        if found.is_empty() {
            return None;
        }
        let place = lang.pick(&edition.place);
        let title = match place.is_empty() {
            true => t::grants_of(lang, edition.year?),
            false => t::grants_of_place(lang, edition.year?, place),
        };
        Some(view! {
            <p class="subhead">{title}</p>
            {sums(hall, &found)}
        })
    };
    of_honour.filter_map(round).collect()
}

/// The newest edition of an honour that has a figure of Shanghai's.
fn with(
    hall: Hall,
    honour: Honour,
    measure: Count,
) -> Option<(usize, &'static catalogue::model::Edition)> {
    let mut editions = hall.all.editions.iter().enumerate();
    editions.find(|(at, it)| {
        it.honour == honour && hall.all.figure(*at, Scope::Shanghai, measure).is_some()
    })
}

/// Sums of money, each with whom it is for, its note, and where it stands.
fn sums(hall: Hall, figures: &[(&'static str, &'static Total)]) -> View {
    let lang = hall.lang;
    let item = |(words, figure): &(&'static str, &'static Total)| {
        let note = lang.pick(&figure.note);
        let note = (!note.is_empty()).then(|| view! { <span class="muted small">{note}</span> });
        view! {
            <li>
                <span>{*words}</span>
                <span class="amount">{format::yuan(i64::from(figure.value) * 100)}</span>
                {note}
            </li>
        }
    };
    let source = figures.first().and_then(|(_, it)| {
        let known = evidence(hall.all, it);
        let source = source(hall.all, it.source)?;
        Some(view! {
            <p class="muted small">
                {t::from(lang)}
                {lang.pick(&source.title)}
                " "
                {source.date.as_str()}
                " "
                {evidence_badge(lang, known)}
            </p>
        })
    });
    view! {
        <ul class="sums-of">{figures.iter().map(item).collect_view()}</ul>
        {source}
    }
}
