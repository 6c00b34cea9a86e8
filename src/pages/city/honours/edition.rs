//! An edition on the line of time: what it was, its figures, its people, what is missing.

use super::Hall;
use super::board::Block;
use super::filters::year_id;
use super::medal::medal;
use crate::components::badge::evidence_badge;
use crate::components::honour_words::{self, doubt, edition_title, metal, name, number, won};
use crate::components::learn::han::han;
use crate::format;
use crate::texts::honours as t;
use crate::ui::prelude::*;
use catalogue::model::{Award, Count, Edition, Honouree, Scope, Total};
use pack::model::Evidence;

/// The medals of a total, in their order, with their classes.
pub const MEDALS: [(Count, &str); 4] = [
    (Count::Gold, "gold"),
    (Count::Silver, "silver"),
    (Count::Bronze, "bronze"),
    (Count::Medallion, "enamel"),
];

/// The edition's place on the line.
pub fn edition(hall: Hall, block: &Block) -> View {
    let shown = hall.all.editions.get(block.edition);
    shown.map(|it| item(hall, block, it)).into_view()
}

fn item(hall: Hall, block: &Block, edition: &'static Edition) -> View {
    let lang = hall.lang;
    let words = match edition.year {
        Some(_) => year_id(edition.year),
        None => t::no_year(lang).to_owned(),
    };
    let mark = match (edition.year, block.begins_year) {
        (None, true) => "year-mark words",
        (None, false) => "year-mark words again",
        (Some(_), true) => "year-mark",
        // Seen in elder mode, where an edition stands by itself.
        (Some(_), false) => "year-mark again",
    };
    let place = lang.pick(&edition.place);
    let place = (!place.is_empty()).then(|| place.to_owned());
    let days = edition
        .days
        .map(|(first, last)| format!("{} – {}", format::day(lang, first), format::day(lang, last)));
    let about: Vec<String> = place
        .into_iter()
        .chain(days)
        .chain(about(hall, block.edition))
        .collect();
    let about = (!about.is_empty()).then(|| view! { <p class="about">{about.join(" · ")}</p> });
    let people = block.people.iter();
    let people: Vec<&'static Honouree> = people.filter_map(|at| hall.all.people.get(*at)).collect();
    // Names alone need less room.
    let names = people
        .iter()
        .all(|it| it.trade.is_empty() && it.org.is_empty());
    let class = if names { "medals names" } else { "medals" };
    let cards = people.iter().map(|it| view! { <li>{card(hall, it)}</li> });
    let cards = cards.collect_view();
    let people = (!people.is_empty()).then(|| view! { <ul class=class>{cards}</ul> });
    // The newest competition's own results may not be in hand: that stands where they would.
    let unknown =
        (edition.honour.has_medals() && missing(hall, block.edition).is_none()).then(|| {
            view! {
                <p class="tally">
                    <span class="team">{t::shanghai_team(lang)}</span>
                    <span>{t::results_unknown(lang)}</span>
                </p>
            }
        });
    let notes = block.whole.then(|| notes(hall, block.edition, edition));
    view! {
        <li class="edition" data-screen="true">
            <p class=mark>{words}</p>
            <h3>{edition_title(lang, edition)}</h3>
            {about}
            {tally(hall, block.edition, Scope::Shanghai)}
            {unknown}
            {tally(hall, block.edition, Scope::China)}
            {people}
            {notes}
        </li>
    }
}

/// A person as a link to their page.
pub fn card(hall: Hall, person: &'static Honouree) -> View {
    let lang = hall.lang;
    let org =
        (!person.org.is_empty()).then(|| view! { <span class="org">{han(&person.org)}</span> });
    view! {
        <a class="honouree" href=format!("/honours/{}", person.id)>
            {medal(metal(hall.all, person), person.group)}
            <span class="who">
                <strong>{name(lang, person)}</strong>
                <span class="won">{won(lang, person)}</span>
                {org}
                {doubt(lang, person)}
            </span>
        </a>
    }
}

fn figure(hall: Hall, edition: usize, scope: Scope, measure: Count) -> Option<&'static Total> {
    hall.all.figure(edition, scope, measure)
}

/// How large it was, and how many of Shanghai took part or were named.
fn about(hall: Hall, edition: usize) -> Vec<String> {
    let lang = hall.lang;
    let value = |scope, measure| figure(hall, edition, scope, measure).map(|it| it.value);
    let shanghai = |measure| value(Scope::Shanghai, measure).or(value(Scope::District, measure));
    let event = |measure| value(Scope::Event, measure);
    let yuan = |value: u32| format::yuan(i64::from(value) * 100);
    // One phrase for both: `上海 8 名选手、7 个项目`.
    let own = [
        shanghai(Count::Competitors).map(|n| t::competitors(lang, number(n))),
        shanghai(Count::Skills).map(|n| t::skills(lang, n)),
    ];
    let own: Vec<String> = own.into_iter().flatten().collect();
    let of_shanghai =
        (!own.is_empty()).then(|| t::of_shanghai(lang, own.join(t::words_comma(lang))));
    let words = [
        event(Count::Skills).map(|n| t::skills(lang, n)),
        event(Count::Countries).map(|n| t::countries(lang, n)),
        event(Count::Competitors).map(|n| t::competitors(lang, number(n))),
        of_shanghai,
        shanghai(Count::ChiefTechnicians).map(|n| t::chiefs(lang, n)),
        shanghai(Count::Studios).map(|n| t::studios(lang, n)),
        shanghai(Count::StudiosNew).map(|n| t::studios_new(lang, n)),
        shanghai(Count::StudiosTopUp).map(|n| t::studios_topup(lang, n)),
        shanghai(Count::ChiefGrantYuan).map(|n| t::chief_grant(lang, yuan(n))),
        shanghai(Count::StudioGrantYuan).map(|n| t::studio_grant(lang, yuan(n))),
        shanghai(Count::Named).map(|n| t::named(lang, n)),
        shanghai(Count::Batches).map(|n| t::batches(lang, n)),
        shanghai(Count::Total).map(|n| t::total(lang, n)),
    ];
    words.into_iter().flatten().collect()
}

/// Medals in a line: a dot, a word, a number each. Nothing where no total is in hand.
fn tally(hall: Hall, edition: usize, scope: Scope) -> Option<View> {
    let lang = hall.lang;
    let part = |(measure, class): (Count, &'static str)| {
        let figure = figure(hall, edition, scope, measure)?;
        Some(view! {
            <span class="part">
                <svg class="dots" width="12" height="12" aria-hidden="true">
                    <circle class=class cx="6" cy="6" r="4"></circle>
                </svg>
                " "
                {t::medal_short(lang, measure)}
                " "
                <strong>{number(figure.value)}</strong>
            </span>
        })
    };
    let mut parts: Vec<View> = MEDALS.into_iter().filter_map(part).collect();
    if figure(hall, edition, scope, Count::AlbertVidal).is_some() {
        parts.push(view! { <span class="part">{t::albert_vidal(lang)}</span> });
    }
    let team = match scope {
        Scope::China => t::china_team(lang),
        _ => t::shanghai_team(lang),
    };
    (!parts.is_empty()).then(|| {
        view! {
            <p class="tally">
                <span class="team">{team}</span>
                {parts}
            </p>
        }
    })
}

/// What is not in hand, what to know with the figures, and China's medals.
fn notes(hall: Hall, at: usize, edition: &'static Edition) -> View {
    let lang = hall.lang;
    let mut lines: Vec<View> = Vec::new();
    let mut line = |text: &str| lines.push(view! { <li>{text}</li> });
    let has_list = hall.all.of_edition(at).next().is_some();
    let missing = missing(hall, at);
    match missing {
        Some(n) if n > 0 && has_list => line(&t::missing(lang, n)),
        Some(n) if n > 0 => line(t::none_listed(lang)),
        _ => {}
    }
    if edition.complete == Some(false) && lang.pick(&edition.note).is_empty() {
        line(t::partly(lang));
    }
    if !lang.pick(&edition.note).is_empty() {
        line(lang.pick(&edition.note));
    }
    let of_shanghai = hall
        .all
        .figures
        .iter()
        .filter(|it| usize::from(it.edition) == at);
    for figure in of_shanghai.filter(|it| it.counted) {
        line(lang.pick(&figure.note));
    }
    let cumulative = figure(hall, at, Scope::Shanghai, Count::Cumulative);
    let cumulative = cumulative.map(|figure| {
        let evidence = honour_words::evidence(hall.all, figure);
        let badge = (evidence == Evidence::Unconfirmed).then(|| evidence_badge(lang, evidence));
        view! { <li>{t::cumulative(lang, figure.value)} " " {badge}</li> }
    });
    let source = honour_words::source(hall.all, edition.source);
    let source = source.map(|it| {
        view! {
            <li class="from">
                {t::from(lang)}
                {lang.pick(&it.title)}
                " "
                {it.date.as_str()}
                " "
                {evidence_badge(lang, it.evidence)}
            </li>
        }
    });
    view! {
        <ul class="notes small">{lines} {cumulative} {source}</ul>
    }
}

/// How many results of the total the list lacks; `None` where no total is in hand.
fn missing(hall: Hall, edition: usize) -> Option<u32> {
    let awards = [Award::Gold, Award::Silver, Award::Bronze, Award::Medallion];
    let mut total = None;
    for award in awards {
        let figure = award
            .measure()
            .and_then(|it| figure(hall, edition, Scope::Shanghai, it));
        if let Some(figure) = figure {
            let listed = u32::try_from(hall.all.results(edition, award)).unwrap_or(u32::MAX);
            total = Some(total.unwrap_or(0) + figure.value.saturating_sub(listed));
        }
    }
    total
}
