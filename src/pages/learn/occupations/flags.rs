//! Occupations by what they are marked as.

use super::letters::listed;
use super::look::Look;
use crate::components::learn::more::STEP;
use crate::lang::Lang;
use crate::texts::occupations as t;
use crate::ui::prelude::*;
use catalogue::model::{Occupation, Occupations};

/// A mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flag {
    Digital,
    Green,
    Shortage,
    Standard,
}

impl Flag {
    const ALL: [Flag; 4] = [Flag::Digital, Flag::Green, Flag::Shortage, Flag::Standard];

    /// Its name in the address.
    fn tag(self) -> &'static str {
        match self {
            Flag::Digital => "digital",
            Flag::Green => "green",
            Flag::Shortage => "shortage",
            Flag::Standard => "standard",
        }
    }

    fn word(self, lang: Lang) -> &'static str {
        match self {
            Flag::Digital => t::flag_digital(lang),
            Flag::Green => t::flag_green(lang),
            Flag::Shortage => t::flag_shortage(lang),
            Flag::Standard => t::flag_standard(lang),
        }
    }

    fn of(self, occupation: &Occupation) -> bool {
        match self {
            Flag::Digital => occupation.digital == Some(true),
            Flag::Green => occupation.green == Some(true),
            Flag::Shortage => occupation.shortage.is_some(),
            Flag::Standard => !occupation.standards.is_empty(),
        }
    }
}

/// The flags with live counts, and the occupations that have all of those chosen.
pub fn by_flag(occupations: &'static Occupations, look: Look, lang: Lang) -> View {
    let chosen = Memo::new(move |_| {
        let flags = look.flags.read();
        let named = |flag: &Flag| flags.iter().any(|name| name == flag.tag());
        Flag::ALL.into_iter().filter(named).collect::<Vec<Flag>>()
    });
    let chip = |flag: Flag| {
        let on = move || chosen.read().contains(&flag);
        let count = move || {
            let chosen = chosen.read();
            let list = occupations.list.iter();
            let all = |it: &&Occupation| flag.of(it) && chosen.iter().all(|other| other.of(it));
            list.filter(all).count()
        };
        let toggle = move |_| {
            look.shown.set(STEP);
            let is_on = untrack(on);
            look.flags.update(|all| match is_on {
                true => all.retain(|name| name != flag.tag()),
                false => all.push(flag.tag().to_owned()),
            });
        };
        view! {
            <button type="button" class="chip" aria-pressed=move || on().to_string() on:click=toggle>
                {flag.word(lang)}
                " "
                <span class="count">{count}</span>
            </button>
        }
    };
    let list = Memo::new(move |_| {
        let chosen = chosen.read();
        if chosen.is_empty() {
            return Vec::new();
        }
        let all = (0u16..).zip(&occupations.list);
        let all = all.filter(|(_, it)| chosen.iter().all(|flag| flag.of(it)));
        all.map(|(at, _)| at).collect()
    });
    let label = move || {
        let chosen = chosen.read();
        let unknown = || {
            let list = occupations.list.iter();
            let unknown = list.filter(|it| it.digital.is_none() || it.green.is_none());
            view! { <p class="muted small">{t::unknown_marks(lang, unknown.count())}</p> }
        };
        let shortage = chosen.contains(&Flag::Shortage);
        let shortage = shortage.then(|| {
            view! {
                <p class="doubt">{t::shortage_label(lang)}</p>
                <p>
                    <a class="button" href="/shortage">
                        {t::shortage_list(lang)}
                    </a>
                </p>
            }
        });
        let marks = chosen.contains(&Flag::Digital) || chosen.contains(&Flag::Green);
        (shortage, marks.then(unknown))
    };
    view! {
        <p class="help small">{t::flag_help(lang)}</p>
        <div class="chips" role="group" aria-label=t::flags(lang)>
            {Flag::ALL.map(chip)}
        </div>
        <p class="muted" role="status">
            {move || match chosen.read().is_empty() {
                true => t::choose_flag(lang).to_owned(),
                false => t::found(lang, list.read().len()),
            }}
        </p>
        {label}
        {listed(occupations, list, look, lang)}
    }
}
