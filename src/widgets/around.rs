//! The page around the widget: its colours, its origin, the room that it gives.

use crate::browser::{frame, page};
use crate::ui::prelude::*;
use embed::colour::{Colour, Ground, Palette};
use embed::{Options, Theme};
use std::cell::{Cell, RefCell};

thread_local! {
    static AROUND: RefCell<Around> = RefCell::default();
    /// Tells the widget that is shown now; a change of language makes it anew.
    static HOST: Cell<Option<RwSignal<Option<String>>>> = const { Cell::new(None) };
    /// What is listened to is so once.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    static MEASURED: Cell<bool> = const { Cell::new(false) };
}

/// What is known of it.
#[derive(Clone, Debug, Default)]
struct Around {
    /// Its origin, as the browser says it with its first message.
    origin: Option<String>,
    /// Its colours, as it says them itself.
    theme: Option<Theme>,
    /// What the address says.
    asked: Theme,
    accent: Option<Colour>,
}

/// The page's origin, once it has spoken.
pub fn host() -> RwSignal<Option<String>> {
    let origin = AROUND.with_borrow(|around| around.origin.clone());
    let host = RwSignal::new(origin);
    HOST.set(Some(host));
    host
}

/// Has the colours that the address asks for, and follows the page around and the device.
pub fn follow(options: &Options) {
    AROUND.with_borrow_mut(|around| {
        around.asked = options.theme;
        around.accent = options.accent;
    });
    paint();
    if LISTENS.replace(true) {
        return;
    }
    frame::on_scheme(paint);
    frame::on_told(|told| {
        let news = AROUND.with_borrow_mut(|around| {
            around.theme = Theme::of_tag(&told.theme).or(around.theme);
            let news = around.origin.is_none();
            around.origin.get_or_insert(told.origin);
            news.then(|| around.origin.clone())
        });
        paint();
        if let (Some(origin), Some(host)) = (news, HOST.get()) {
            host.set(origin);
        }
    });
}

/// Tells the page how much room the widget needs, from now on.
pub fn tell_height() {
    if !MEASURED.replace(true) {
        frame::tell_height();
    }
}

/// Sets the colours of now.
fn paint() {
    let around = AROUND.with_borrow(Clone::clone);
    let theme = match (around.theme, around.asked) {
        (Some(told), _) if told != Theme::Auto => told,
        (_, Theme::Auto) => match page::matches("(prefers-color-scheme: dark)") {
            true => Theme::Dark,
            false => Theme::Light,
        },
        (_, asked) => asked,
    };
    page::set_root("data-theme", theme.tag());
    let token = |name| Colour::read(&frame::token(name));
    let (Some(accent), Some(paper), Some(card)) =
        (around.accent, token("--paper"), token("--card"))
    else {
        return;
    };
    let palette = Palette::of(accent, Ground { paper, card });
    for (name, colour) in [
        ("--iris", palette.main),
        ("--iris-mist", palette.mist),
        ("--iris-deep", palette.deep),
        ("--on-iris", palette.on_main),
    ] {
        frame::set_token(name, &colour.to_string());
    }
}
