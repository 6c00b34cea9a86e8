//! Flags, how sure the entry is, work types, daily words.

use super::Shown;
use crate::components::badge::evidence_badge;
use crate::components::learn::han::han;
use crate::texts::occupation as t;
use crate::ui::prelude::*;
use catalogue::model::{Confidence, Table, source_of};

/// What the classification and the old shortage list say of it.
pub fn summary(shown: Shown) -> impl IntoView {
    let lang = shown.site.lang();
    let it = shown.it;
    let known = |flag: Option<bool>| match flag {
        Some(true) => view! { <strong>{t::yes(lang)}</strong> },
        Some(false) => t::no(lang).into_view(),
        None => t::not_said(lang).into_view(),
    };
    let evidence = |table| {
        let source = source_of(&shown.all.sources, table);
        source.map(|source| evidence_badge(lang, source.evidence))
    };
    let shortage = match it.shortage {
        Some(seq) => view! {
            <strong>{t::shortage_yes(lang, seq)}</strong>
            " "
            {evidence(Table::Shortage)}
            <p class="muted small">
                {t::shortage_note(lang)} <a href="/shortage">{t::shortage_list(lang)}</a>
            </p>
        },
        None => t::shortage_no(lang).into_view(),
    };
    let confidence = match it.confidence {
        Confidence::Both => t::confidence_both(lang),
        Confidence::One => t::confidence_one(lang),
    };
    let types: Vec<_> = it
        .work_types
        .iter()
        .map(|name| view! { <li>{name}</li> })
        .collect();
    let types = (!types.is_empty()).then(|| {
        view! {
            <h3>{t::work_types(lang)}</h3>
            <ul class="words" lang="zh-Hans">{types}</ul>
            <p class="muted small">{t::work_types_note(lang)}</p>
        }
    });
    let synonyms = it.synonyms.join("、");
    let synonyms = (!synonyms.is_empty())
        .then(|| view! { <div><dt>{t::synonyms(lang)}</dt><dd>{han(&synonyms)}</dd></div> });
    view! {
        <section class="card">
            <h2>{t::facts(lang)}</h2>
            <dl class="facts-list">
                <div><dt>{t::digital(lang)}</dt><dd>{known(it.digital)}</dd></div>
                <div><dt>{t::green(lang)}</dt><dd>{known(it.green)}</dd></div>
                <div><dt>{t::shortage(lang)}</dt><dd>{shortage}</dd></div>
                {synonyms}
                <div>
                    <dt>{t::confidence(lang)}</dt>
                    <dd>{confidence} " " {evidence(Table::Occupations)}</dd>
                </div>
            </dl>
            {types}
        </section>
    }
}
