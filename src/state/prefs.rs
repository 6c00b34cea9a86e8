//! Language, colours and elder mode: kept on the device, applied to the document.
//!
//! The address may ask for a language or for elder mode (`?lang=en&elder=1`): that holds for the
//! visit and is carried on from page to page, but not kept. A choice by a button is kept; where
//! the device does not let us, the address carries it on in the same way.

use crate::browser::{history, page, storage};
use crate::lang::Lang;
use crate::routes::value_of;
use crate::ui::prelude::*;

/// What [`crate::state::site::Site::clear`] leaves: it says nothing about anybody.
pub const KEPT: [&str; 3] = [LANG, THEME, ELDER];

const LANG: &str = "bazhu.lang";
const THEME: &str = "bazhu.theme";
const ELDER: &str = "bazhu.elder";

/// What the visitor prefers.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The language; pages are built anew when it changes.
    pub lang: RwSignal<Lang>,
    /// Whether the page is dark now.
    pub dark: RwSignal<bool>,
    /// Whether elder mode is on (docs/elder-mode.md).
    pub elder: RwSignal<bool>,
}

impl Prefs {
    /// Reads them: from the address, then from the device; Chinese comes first.
    pub fn read(query: &str) -> Prefs {
        let asked = value_of(query, "lang").and_then(Lang::of_tag);
        let kept = || storage::get(LANG).and_then(|tag| Lang::of_tag(&tag));
        let lang = asked.or_else(kept).unwrap_or_default();
        page::set_root("lang", lang.tag());
        let dark = match storage::get(THEME).as_deref() {
            Some("dark") => true,
            Some("light") => false,
            _ => page::matches("(prefers-color-scheme: dark)"),
        };
        Prefs {
            lang: RwSignal::new(lang),
            dark: RwSignal::new(dark),
            // index.html looked at the address and at the device before the first paint.
            elder: RwSignal::new(page::has_root("data-elder")),
        }
    }

    /// Changes to the other language.
    pub fn switch_lang(self) {
        let lang = self.lang.get_untracked().other();
        self.keep(lang, self.elder.get_untracked());
        page::set_root("lang", lang.tag());
        self.lang.set(lang);
    }

    /// Changes between light and dark.
    pub fn switch_theme(self) {
        let dark = !self.dark.get_untracked();
        let theme = if dark { "dark" } else { "light" };
        storage::set(THEME, theme);
        page::set_root("data-theme", theme);
        self.dark.set(dark);
    }

    /// Turns elder mode on or off.
    pub fn switch_elder(self) {
        let elder = !self.elder.get_untracked();
        self.keep(self.lang.get_untracked(), elder);
        match elder {
            true => page::set_root("data-elder", ""),
            false => page::unset_root("data-elder"),
        }
        self.elder.set(elder);
    }

    /// Keeps what is chosen on the device; in the address where the device does not let us.
    fn keep(self, lang: Lang, elder: bool) {
        let (lang, elder) = (lang.tag(), if elder { "1" } else { "0" });
        let kept = storage::set(LANG, lang) && storage::set(ELDER, elder);
        history::carry(&match kept {
            true => String::new(),
            false => format!("?lang={lang}&elder={elder}"),
        });
    }
}
