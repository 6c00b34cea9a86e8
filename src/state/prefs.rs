//! Language and colours: kept on the device, applied to the document.

use crate::browser::{page, storage};
use crate::lang::Lang;
use crate::routes::value_of;
use crate::ui::prelude::*;

const LANG: &str = "bazhu.lang";
const THEME: &str = "bazhu.theme";

/// What the visitor prefers.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The language; pages are built anew when it changes.
    pub lang: RwSignal<Lang>,
    /// Whether the page is dark now.
    pub dark: RwSignal<bool>,
}

impl Prefs {
    /// Reads them: from the address (`?lang=en`), then from the device; Chinese comes first.
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
        }
    }

    /// Changes to the other language.
    pub fn switch_lang(self) {
        let lang = self.lang.get_untracked().other();
        storage::set(LANG, lang.tag());
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
}
