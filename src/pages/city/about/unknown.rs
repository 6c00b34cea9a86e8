//! What is not known, as the pack says it: days without a rule, what is not confirmed.

use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::about as t;
use crate::ui::prelude::*;
use pack::model::Evidence;
use rules::date::Day;
use rules::program::Kind;

/// The section.
pub fn unknown(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let today = crate::browser::clock::today();
    let general = [
        t::gap_list(lang),
        t::gap_apprentice(lang),
        t::gap_malan(lang),
        t::gap_pay(lang),
        t::gap_courses(lang),
    ];
    let general = general.map(|text| view! { <li>{text}</li> });
    let programmes: Vec<_> = Listed::all(case.pack)
        .filter_map(|listed| {
            let lines = lines(lang, listed, today);
            let lines: Vec<_> = lines.iter().map(|line| view! { <li>{line}</li> }).collect();
            (!lines.is_empty()).then(|| {
                view! {
                    <li>
                        <a href=format!("/programmes/{}", listed.code.id)>
                            {lang.pick(&listed.text.title)}
                        </a>
                        <ul class="plain-list small">{lines}</ul>
                    </li>
                }
            })
        })
        .collect();
    view! {
        <section class="card" id="unknown">
            <h2>{t::unknown(lang)}</h2>
            <p>{t::unknown_lead(lang, format::day(lang, case.pack.as_of))}</p>
            <h3>{t::unknown_general(lang)}</h3>
            <ul class="plain-list">{general}</ul>
            <details class="working">
                <summary>
                    {icon(Icon::Down)}
                    {t::by_programme(lang)}
                    " "
                    {format!("({})", programmes.len())}
                </summary>
                <ul class="unknown-of">{programmes}</ul>
            </details>
        </section>
    }
}

/// What is not known of a programme, each once.
fn lines(lang: Lang, listed: Listed, today: Day) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !lines.contains(&text) {
            lines.push(text);
        }
    };
    let text = listed.text;
    match (text.versions.is_empty(), listed.rule_on(today)) {
        // Levels are conditions only; a guide has not even those.
        (true, _) if listed.code.kind != Kind::Levels => add(t::only_guide(lang).to_owned()),
        (false, None) => add(t::no_rule_today(lang).to_owned()),
        _ => {}
    }
    for gap in &text.gaps {
        add(lang.pick(&gap.text).to_owned());
    }
    for (code, words) in listed.rules() {
        let days = [
            (code.from, words.from_evidence),
            (code.until, words.until_evidence),
        ];
        for (day, evidence) in days {
            if let Some(day) = day.filter(|_| evidence == Evidence::Unconfirmed) {
                add(t::day_unconfirmed(lang, format::day(lang, day)));
            }
        }
    }
    let doubtful = |note: &&pack::model::Clause| note.evidence == Evidence::Unconfirmed;
    for note in text.notes.iter().filter(doubtful) {
        add(lang.pick(&note.text).to_owned());
    }
    for row in &text.amounts {
        if row.evidence == Evidence::Unconfirmed {
            let (label, value) = (lang.pick(&row.label), lang.pick(&row.value));
            add(format!(
                "{label}{}{value}",
                crate::texts::check::colon(lang)
            ));
        }
    }
    // A document of which it is not certain that it still holds.
    for (_, words) in listed.rules() {
        let source = listed.pack.sources.get(usize::from(words.source));
        if let Some(source) = source.filter(|it| it.evidence == Evidence::Unconfirmed) {
            add(lang.pick(&source.title).to_owned());
        }
    }
    lines
}
