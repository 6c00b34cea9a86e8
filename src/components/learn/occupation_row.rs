//! An occupation in a list.

use super::han::han;
use crate::lang::Lang;
use crate::texts::learn as t;
use crate::ui::prelude::*;
use catalogue::model::Occupation;

/// Its name and code as a link, and what it is marked as.
pub fn occupation_link(lang: Lang, occupation: &Occupation) -> impl IntoView + use<> {
    view! {
        <a class="occupation-link" href=format!("/occupations/{}", occupation.code)>
            <span class="name">{han(&occupation.name)}</span>
            <span class="code">{&occupation.code}</span>
        </a>
        {marks(lang, occupation)}
    }
}

/// Levels, digital, green, shortage: what is known and worth a word in a list.
fn marks(lang: Lang, occupation: &Occupation) -> Option<impl IntoView + use<>> {
    let levels: Vec<u8> = occupation.levels().from_lowest().collect();
    let levels = match levels.as_slice() {
        [] => None,
        [one] => Some(t::one_level(lang, *one)),
        [low, .., high] => Some(t::levels(lang, *low, *high)),
    };
    let mut words = Vec::new();
    words.extend(levels);
    let flags = [
        (occupation.digital == Some(true), t::digital(lang)),
        (occupation.green == Some(true), t::green(lang)),
        (occupation.shortage.is_some(), t::shortage(lang)),
    ];
    words.extend(
        flags
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, word)| (*word).to_owned()),
    );
    let badge = |word: &String| view! { <span class="badge kind">{word}</span> };
    let badges: Vec<_> = words.iter().map(badge).collect();
    (!badges.is_empty()).then(|| view! { <span class="marks">{badges}</span> })
}
