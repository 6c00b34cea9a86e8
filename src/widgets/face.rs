//! The frame of every widget: whose it is above, how to go on below.

use super::Place;
use crate::browser::{clock, frame, history, page};
use crate::components::icon::{Icon, icon};
use crate::components::page::name_document;
use crate::texts::{shell, widgets as t};
use crate::ui::prelude::*;
use embed::Widget;

/// A widget's name.
pub fn title(place: Place) -> &'static str {
    let lang = place.site.lang();
    match place.widget {
        Widget::Subsidy => t::subsidy(lang),
        Widget::Levels => t::levels(lang),
        Widget::Courses => t::courses(lang),
        Widget::Malan => t::malan(lang),
        Widget::Honours => t::honours(lang),
        Widget::Loan => t::loan(lang),
    }
}

/// The widget. `link` is the address on the site that shows the same and more; `note` says how
/// sure the figures are.
pub fn face(place: Place, body: View, link: Memo<String>, note: View) -> View {
    let site = place.site;
    let lang = site.lang();
    let title = title(place);
    name_document(site, title);
    let switch = move |_| {
        site.prefs.switch_lang();
        clock::next_frame(|| page::focus("language"));
    };
    // A sandbox that lets no window open says nothing of it.
    let tried = RwSignal::new(false);
    let locked = frame::is_sandboxed();
    let address = move || {
        (locked && tried.get()).then(|| {
            let whole = move || format!("{}{}", history::origin(), link.get());
            view! {
                <label class="field-label" for="address">
                    {t::not_opened(lang)}
                </label>
                <input id="address" readonly=true prop:value=whole />
            }
        })
    };
    view! {
        <div class="widget">
            <div class="whose">
                <a class="brand" href="/" target="_blank" rel="noopener">
                    {icon(Icon::Flower)} {shell::site(lang)}
                </a>
                <h1>{title}</h1>
                <button
                    type="button"
                    id="language"
                    class="tool"
                    lang=lang.other().tag()
                    aria-label=shell::other_language_label(lang)
                    on:click=switch
                >
                    {shell::other_language(lang)}
                </button>
            </div>
            {body}
            <div class="on">
                <p class="row">
                    <a
                        class="button"
                        href=link
                        target="_blank"
                        rel="noopener"
                        on:click=move |_: web_sys::MouseEvent| tried.set(true)
                    >
                        {t::open(lang)} {icon(Icon::Right)}
                    </a>
                    <a class="button quiet" href="tel:12333" target="_self">
                        {icon(Icon::Phone)} {t::ask(lang)}
                    </a>
                </p>
                {address}
                {note}
                <p class="private">{icon(Icon::Lock)} <span>{t::private(lang)}</span></p>
            </div>
        </div>
    }
    .into_any()
}
