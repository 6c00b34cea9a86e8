//! The frame around all pages: header, notices, footer. Its shape is also painted by
//! index.html before the app is there; change both together.

use super::icon::{Icon, icon};
use super::words;
use crate::browser::{clock, page};
use crate::format;
use crate::routes::Route;
use crate::state::rules_pack::Progress;
use crate::state::site::{Notice, Site};
use crate::texts::shell as t;
use crate::ui::prelude::*;

/// Name, menu, language, colours.
pub fn header(site: Site) -> impl IntoView {
    let lang = site.lang();
    let prefs = site.prefs;
    let switch_lang = move |_| {
        prefs.switch_lang();
        clock::next_frame(|| page::focus("language"));
    };
    let theme = move || match prefs.dark.get() {
        true => (Icon::Sun, t::to_light(lang)),
        false => (Icon::Moon, t::to_dark(lang)),
    };
    view! {
        <a class="skip" href="#main">{t::skip_to_content(lang)}</a>
        <header class="top">
            <div class="bar">
                <a class="brand" href="/">{icon(Icon::Flower)} {t::site(lang)}</a>
                <nav class="wide" aria-label=t::main_pages(lang)>{menu_links(site, MAIN)}</nav>
                <span class="tools">
                    <button
                        id="language"
                        class="tool"
                        lang=lang.other().tag()
                        aria-label=t::other_language_label(lang)
                        on:click=switch_lang
                    >
                        {t::other_language(lang)}
                    </button>
                    <button class="tool" aria-label=move || theme().1 on:click=move |_| prefs.switch_theme()>
                        {move || icon(theme().0)}
                    </button>
                    <details class="menu">
                        <summary class="tool">{icon(Icon::Menu)} {t::menu(lang)}</summary>
                        <nav aria-label=t::main_menu(lang)>{menu_links(site, usize::MAX)}</nav>
                    </details>
                </span>
            </div>
        </header>
    }
}

/// How many pages of the menu stand in the bar itself where it is wide.
const MAIN: usize = 5;

fn menu_links(site: Site, most: usize) -> impl IntoView {
    let lang = site.lang();
    let route = site.router.route;
    let links = [
        ("/check", t::nav_check(lang), Route::Check),
        ("/result", t::nav_result(lang), Route::Result),
        ("/programmes", t::nav_programmes(lang), Route::Programmes),
        ("/courses", t::nav_courses(lang), Route::Courses),
        ("/occupations", t::nav_occupations(lang), Route::Occupations),
        ("/levels", t::nav_levels(lang), Route::Levels),
        ("/pathways", t::nav_pathways(lang), Route::Pathways),
        (
            "/institutions",
            t::nav_institutions(lang),
            Route::Institutions,
        ),
        ("/loan", t::nav_loan(lang), Route::Loan),
    ];
    let item = |(href, text, page)| {
        let current = move || (route.get() == page).then_some("page");
        view! { <li><a href=href aria-current=current>{text}</a></li> }
    };
    view! { <ul>{links.into_iter().take(most).map(item).collect_view()}</ul> }
}

/// What happened without the visitor's doing, each once.
pub fn notices(site: Site) -> impl IntoView {
    let lang = site.lang();
    let close = move |_| site.notices.set(Vec::new());
    move || {
        let all = site.notices.get();
        (!all.is_empty()).then(|| {
            let lines = all.iter().flat_map(|notice| lines_of(site, notice));
            view! {
                <section class="notice" aria-label=t::notice_title(lang)>
                    <div role="status">{lines.map(|line| view! { <p>{line}</p> }).collect_view()}</div>
                    <button class="button" on:click=close>{t::close(lang)}</button>
                </section>
            }
        })
    }
}

fn lines_of(site: Site, notice: &Notice) -> Vec<String> {
    let lang = site.lang();
    match notice {
        Notice::StorageBlocked => vec![t::storage_blocked(lang).to_owned()],
        Notice::Full => vec![t::full(lang).to_owned()],
        Notice::Dropped(answers) => {
            let Progress::Ready(loaded) = site.pack.get_untracked() else {
                return Vec::new();
            };
            let names: Vec<&str> = answers
                .iter()
                .map(|(id, _)| words::label_of(lang, &loaded.pack, id))
                .collect();
            vec![t::dropped(lang, names.join(words::comma(lang)))]
        }
        Notice::Opened {
            had_own,
            other_pack,
        } => {
            let first = match had_own {
                true => t::opened_beside(lang),
                false => t::opened(lang),
            };
            let second = other_pack.then(|| t::opened_other_pack(lang).to_owned());
            [Some(first.to_owned()), second]
                .into_iter()
                .flatten()
                .collect()
        }
    }
}

/// Help, plain texts, how old the data are.
pub fn footer(site: Site) -> impl IntoView {
    let lang = site.lang();
    let data = move || match site.pack.get() {
        Progress::Ready(loaded) => {
            let pack = &loaded.pack;
            let hash = loaded.hash.get(..8).unwrap_or_default();
            let day = format::day(lang, pack.as_of);
            Some(view! {
                <p>
                    {t::as_of(lang, day)} " · " {t::pack_version(lang, &pack.version, hash)}
                </p>
            })
        }
        _ => None,
    };
    view! {
        <footer class="foot">
            <p class="private">{icon(Icon::Lock)} {t::private(lang)}</p>
            <p>{t::disclaimer(lang)}</p>
            <ul class="links">
                <li>
                    <a href="tel:12333">{icon(Icon::Phone)} {t::hotline_call(lang)}</a>
                </li>
                <li><a href="/plain/index.html">{t::plain_texts(lang)}</a></li>
            </ul>
            {data}
        </footer>
    }
}
