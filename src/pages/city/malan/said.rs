//! Sentences of the road map, and the documents that they rest on.

use super::Desk;
use crate::components::badge::evidence_badge;
use crate::texts::{malan as t, result};
use crate::ui::prelude::*;
use pack::guide::Said;
use pack::model::{Evidence, Source};

/// The document that a sentence rests on: of the guide's pack, or of the main one.
pub fn source(desk: Desk, said: &Said) -> Option<&'static Source> {
    let mut all = desk
        .guide
        .pack
        .sources
        .iter()
        .chain(&desk.case.pack.sources);
    all.find(|source| source.id == said.source)
}

/// A sentence; with a badge where it is not sure.
pub fn sentence(desk: Desk, said: &'static Said) -> impl IntoView {
    let lang = desk.case.site.lang();
    let doubt = said.evidence == Evidence::Unconfirmed;
    view! {
        {lang.pick(&said.text)}
        {doubt.then(|| view! { " " {evidence_badge(lang, said.evidence)} })}
    }
}

/// What a sentence rests on: its document, the place within, how it was read.
pub fn rests_on(desk: Desk, said: &'static Said) -> impl IntoView {
    let lang = desk.case.site.lang();
    let Some(source) = source(desk, said) else {
        return t::advice(lang).into_view();
    };
    let number = (!source.number.is_empty())
        .then(|| view! { " " <span lang="zh-Hans">{&source.number}</span> });
    let place = (!said.clause.is_empty()).then(|| result::clause_of(lang, &said.clause));
    view! {
        {lang.pick(&source.title)}
        {number}
        {place}
        " "
        {evidence_badge(lang, said.evidence)}
    }
    .into_view()
}
