//! Why a search found a record.

use super::han::han;
use crate::lang::Lang;
use crate::texts::learn as t;
use crate::ui::prelude::*;
use catalogue::search::{How, Index, Match};

/// For each word that was typed: the text that it was found in, and how.
pub fn why(lang: Lang, index: &Index, matched: &[Match]) -> impl IntoView + use<> {
    let reason = |it: &Match| {
        let field = index.fields().get(usize::from(it.field));
        let field = t::field(lang, field.map_or("", |field| field.name.as_str()));
        let text = han(index.text(it.term));
        let how = match (it.synonym, it.how) {
            (Some(word), How::Typo) => {
                let word = han(index.text(word));
                view! { {t::how_synonym(lang)} "“" {word} "”" {t::comma(lang)} {t::how_typo(lang)} }
            }
            (Some(word), _) => {
                let word = han(index.text(word));
                view! { {t::how_synonym(lang)} "“" {word} "”" }
            }
            (None, how) => t::how(lang, how).into_view(),
        };
        view! { <span class="reason">{field} "“" {text} "”" {t::colon(lang)} {how}</span> }
    };
    let reasons: Vec<_> = matched.iter().map(reason).collect();
    (!reasons.is_empty()).then(|| view! { <p class="why-found muted small">{reasons}</p> })
}
