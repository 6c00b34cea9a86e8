//! Occupations by the first letter of their names' pinyin.

use super::look::Look;
use crate::components::learn::more::{STEP, more};
use crate::components::learn::occupation_row::occupation_link;
use crate::lang::Lang;
use crate::texts::occupations as t;
use crate::ui::prelude::*;
use catalogue::model::Occupations;
use catalogue::search::Lexicon;
use std::collections::BTreeMap;

/// What stands for names that begin with neither a letter nor a character that is read.
const OTHER: &str = "0";

/// Occupations by letter, made from the lexicon once: a character with several readings puts
/// its occupations under each of them.
pub struct Letters {
    /// For each letter the occupations' places, by syllable, then name.
    groups: BTreeMap<String, Vec<u16>>,
}

impl Letters {
    /// Groups all occupations.
    pub fn of(occupations: &Occupations, lexicon: &Lexicon) -> Letters {
        let mut all: BTreeMap<String, Vec<(String, &str, u16)>> = BTreeMap::new();
        for (at, occupation) in (0u16..).zip(&occupations.list) {
            for syllable in syllables(&occupation.name, lexicon) {
                let letter = syllable.chars().next().filter(char::is_ascii_alphabetic);
                let letter =
                    letter.map_or(OTHER.to_owned(), |it| it.to_ascii_uppercase().to_string());
                let row = (syllable, occupation.name.as_str(), at);
                all.entry(letter).or_default().push(row);
            }
        }
        let sorted = all.into_iter().map(|(letter, mut rows)| {
            rows.sort_unstable();
            let mut list: Vec<u16> = Vec::with_capacity(rows.len());
            for (_, _, at) in rows {
                // Two readings of one letter (都: dou, du) are one place.
                if !list.contains(&at) {
                    list.push(at);
                }
            }
            (letter, list)
        });
        Letters {
            groups: sorted.collect(),
        }
    }

    fn list(&self, letter: &str) -> Vec<u16> {
        self.groups.get(letter).cloned().unwrap_or_default()
    }
}

/// How the first character of a name is read, in every way.
fn syllables(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let Some(first) = name.chars().next() else {
        return Vec::new();
    };
    if first.is_ascii_alphanumeric() {
        return vec![first.to_ascii_lowercase().to_string()];
    }
    let spellings = lexicon.spellings(first);
    match spellings.is_empty() {
        true => vec![OTHER.to_owned()],
        false => spellings,
    }
}

/// Letters with counts, and the occupations of the one that is chosen.
pub fn by_letter(
    occupations: &'static Occupations,
    letters: StoredValue<Letters>,
    look: Look,
    lang: Lang,
) -> View {
    let chip = |(letter, count): (String, usize)| {
        let name = match letter.as_str() {
            OTHER => t::other_letter(lang).to_owned(),
            other => other.to_owned(),
        };
        let (this, that) = (letter.clone(), letter);
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (*look.letter.read() == this).to_string()
                on:click=move |_| {
                    look.shown.set(STEP);
                    look.letter.set(that.clone());
                }
            >
                {name} " " <span class="count">{count}</span>
            </button>
        }
    };
    let chips: Vec<_> = letters.with_value(|letters| {
        let groups = letters.groups.iter();
        groups
            .map(|(letter, list)| (letter.clone(), list.len()))
            .collect()
    });
    let list = Memo::new(move |_| {
        let letter = look.letter.get();
        letters.with_value(|letters| letters.list(&letter))
    });
    view! {
        <p class="help small">{t::letter_help(lang)}</p>
        <div class="chips letters" role="group" aria-label=t::letters(lang)>
            {chips.into_iter().map(chip).collect_view()}
        </div>
        <p class="muted" role="status">
            {move || match look.letter.read().is_empty() {
                true => t::choose_letter(lang).to_owned(),
                false => t::found(lang, list.read().len()),
            }}
        </p>
        {listed(occupations, list, look, lang)}
    }
}

/// The beginning of a list of occupations, with a button for more.
pub fn listed(
    occupations: &'static Occupations,
    list: Memo<Vec<u16>>,
    look: Look,
    lang: Lang,
) -> impl IntoView {
    let keys = move || {
        let list = list.read();
        list.iter().take(look.shown.get()).copied().collect()
    };
    let row = move |at: &u16| {
        let occupation = occupations.get(*at);
        let row = occupation.map(|it| view! { <li class="leaf">{occupation_link(lang, it)}</li> });
        row.into_view()
    };
    let total = Memo::new(move |_| list.read().len());
    view! {
        <ul class="leaves">{rows(keys, row)}</ul>
        {more(lang, total, look.shown)}
    }
}
