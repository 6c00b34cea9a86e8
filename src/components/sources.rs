//! Sources and how they were read.

use super::badge::evidence_badge;
use crate::lang::Lang;
use crate::texts::result as t;
use crate::ui::prelude::*;
use pack::Pack;
use pack::model::Clause;
use std::collections::BTreeSet;

/// The list of sources, by index, each with its number, publisher, date and evidence.
pub fn source_list(
    lang: Lang,
    pack: &'static Pack,
    sources: &BTreeSet<u16>,
) -> impl IntoView + use<> {
    let item = |index: &u16| {
        let source = pack.sources.get(usize::from(*index))?;
        // Numbers of notices are Chinese in both languages.
        let number = (!source.number.is_empty())
            .then(|| view! { " " <span lang="zh-Hans">{&source.number}</span> });
        let by = lang.pick(&source.publisher);
        let date = source.date.as_str();
        let link = source.url.starts_with("https://").then(|| {
            view! {
                " "
                <a href=source.url.as_str() rel="noopener noreferrer">
                    {t::open_source(lang)}
                </a>
            }
        });
        Some(view! {
            <li>
                {lang.pick(&source.title)} {number} <span class="muted">" " {by} " " {date}</span> {link} " "
                {evidence_badge(lang, source.evidence)}
            </li>
        })
    };
    let items: Vec<_> = sources.iter().filter_map(item).collect();
    view! { <ul class="sources">{items}</ul> }
}

/// A sentence of the pack with its clause and, where it is not certain, a badge.
pub fn clause(lang: Lang, clause: &'static Clause) -> impl IntoView {
    let place = (!clause.clause.is_empty()).then(|| t::clause_of(lang, &clause.clause));
    let doubt = clause.evidence == pack::model::Evidence::Unconfirmed;
    view! {
        {lang.pick(&clause.text)} {place}
        {doubt.then(|| view! { " " {evidence_badge(lang, clause.evidence)} })}
    }
}
