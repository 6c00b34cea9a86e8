//! The frame around all pages: header, notices, footer. Its shape is also painted by
//! index.html before the app is there; change both together.

use super::icon::{Icon, icon};
use super::words;
use crate::browser::{named, page};
use crate::format;
use crate::lang::Lang;
use crate::later::{self, Piece};
use crate::routes::Route;
use crate::state::rules_pack::Progress;
use crate::state::site::{Notice, Site};
use crate::texts::shell as t;
use crate::ui::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// Name, menu, elder mode, language, colours.
pub fn header(site: Site) -> impl IntoView {
    let lang = site.lang();
    let prefs = site.prefs;
    let theme = move || match prefs.dark.get() {
        true => (Icon::Sun, t::to_light(lang)),
        false => (Icon::Moon, t::to_dark(lang)),
    };
    let elder = move || match prefs.elder.get() {
        true => (t::to_standard(lang), t::to_standard_label(lang)),
        false => (t::to_elder(lang), t::to_elder_label(lang)),
    };
    let close = |event: KeyboardEvent| {
        if event.key() == "Escape" {
            page::close_menus();
            page::focus("menu");
        }
    };
    let leave = |event: Event| {
        if let Some(to) = named::get(&event, "relatedTarget") {
            page::close_menus_unless_in(&to);
        }
    };
    view! {
        <a class="skip" href="#main">{t::skip_to_content(lang)}</a>
        <header class="top">
            <div class="bar">
                <a class="brand" href="/">{icon(Icon::Flower)} {t::site(lang)}</a>
                <nav class="wide" aria-label=t::main_pages(lang)>{links(site, MAIN)}</nav>
                <span class="tools">
                    <button
                        class="tool"
                        aria-label=move || elder().1
                        on:click=move |_| prefs.switch_elder()
                    >
                        {move || elder().0}
                    </button>
                    <button
                        id="language"
                        class="tool"
                        lang=lang.other().tag()
                        aria-label=t::other_language_label(lang)
                        on:click=move |_| later::switch_language(site)
                    >
                        {t::other_language(lang)}
                    </button>
                    <button class="tool" aria-label=move || theme().1 on:click=move |_| prefs.switch_theme()>
                        {move || icon(theme().0)}
                    </button>
                    <details class="menu" on:keydown=close on:focusout=leave>
                        <summary id="menu" class="tool">
                            {icon(Icon::Menu)}
                            <span>{t::menu(lang)}</span>
                        </summary>
                        <nav aria-label=t::main_menu(lang)>
                            {GROUPS.map(|group| group_of(site, group)).collect_view()}
                        </nav>
                    </details>
                </span>
            </div>
        </header>
    }
}

/// A link of the menu: where to, and its words.
type Link = (&'static str, fn(Lang) -> &'static str);

/// The pages that stand in the bar itself where it is wide.
const MAIN: &[Link] = &[
    ("/check", t::nav_check),
    ("/result", t::nav_result),
    ("/programmes", t::nav_programmes),
    ("/courses", t::nav_courses),
    ("/occupations", t::nav_occupations),
];

/// A group of the menu: its name and its links.
type Group = (fn(Lang) -> &'static str, &'static [Link]);

/// All pages, by what somebody comes for.
const GROUPS: [Group; 5] = [
    (
        t::group_claim,
        &[
            ("/check", t::nav_check),
            ("/result", t::nav_result),
            ("/programmes", t::nav_programmes),
            ("/levels", t::nav_levels),
        ],
    ),
    (
        t::group_learn,
        &[
            ("/courses", t::nav_courses),
            ("/occupations", t::nav_occupations),
            ("/pathways", t::nav_pathways),
            ("/institutions", t::nav_institutions),
            ("/shortage", t::nav_shortage),
        ],
    ),
    (
        t::group_start,
        &[("/malan", t::nav_malan), ("/loan", t::nav_loan)],
    ),
    (t::group_employ, &[("/employers", t::nav_employers)]),
    (
        t::group_honour,
        &[
            ("/honours", t::nav_honours),
            ("/pillars", t::nav_pillars),
            ("/whats-new", t::nav_whats_new),
            ("/about", t::nav_about),
        ],
    ),
];

fn group_of(site: Site, (name, all): Group) -> View {
    view! {
        <p class="muted small">{name(site.lang())}</p>
        {links(site, all)}
    }
}

fn links(site: Site, all: &'static [Link]) -> View {
    let lang = site.lang();
    let route = site.router.route;
    let item = |(href, text): &'static Link| {
        let current = move || (*route.read() == Route::of(href)).then_some("page");
        view! { <li><a href=*href aria-current=current>{text(lang)}</a></li> }
    };
    view! { <ul>{all.iter().map(item).collect_view()}</ul> }
}

/// Elder mode: the way through the page's screens, and 12333 always in reach.
pub fn elder(site: Site) -> impl IntoView {
    let lang = site.lang();
    move || {
        site.prefs.elder.get().then(|| {
            view! {
                {later::piece(site, Piece::Pager)}
                <aside class="call" aria-label=t::in_reach(lang)>
                    {later::piece(site, Piece::Aloud)}
                    <a class="button" href="tel:12333">
                        {icon(Icon::Phone)}
                        {t::call(lang)}
                    </a>
                </aside>
            }
        })
    }
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
                <li><a href="/whats-new">{t::nav_whats_new(lang)}</a></li>
                <li><a href="/about">{t::nav_about(lang)}</a></li>
                <li><a href="/about#privacy">{t::privacy(lang)}</a></li>
            </ul>
            {data} {later::standing(site, Piece::Age)}
        </footer>
    }
}
