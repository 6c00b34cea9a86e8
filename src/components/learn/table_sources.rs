//! Where tables of the catalogue come from and how sure that is.

use crate::components::badge::evidence_badge;
use crate::lang::Lang;
use crate::ui::prelude::*;
use catalogue::model::Source;

/// Sources of tables: title, publisher, date, how they were read, and what to know with them.
pub fn table_sources(
    lang: Lang,
    sources: impl IntoIterator<Item = &'static Source>,
) -> impl IntoView {
    let item = |source: &'static Source| {
        let by = lang.pick(&source.publisher);
        let note = lang.pick(&source.note);
        let note = (!note.is_empty()).then(|| view! { <p class="muted">{note}</p> });
        view! {
            <li>
                {lang.pick(&source.title)}
                <span class="muted">" " {by} " " {source.date.as_str()}</span>
                " "
                {evidence_badge(lang, source.evidence)}
                {note}
            </li>
        }
    };
    let items: Vec<_> = sources.into_iter().map(item).collect();
    view! { <ul class="sources">{items}</ul> }
}
