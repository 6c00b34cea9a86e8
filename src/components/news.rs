//! What happened beside the page, said once above it; how old the data are, below it. Comes with
//! the code of `state::watch`.

use super::icon::{Icon, icon};
use crate::browser::{clock, history};
use crate::format;
use crate::lang::Lang;
use crate::state::newer;
use crate::state::rules_pack::Progress;
use crate::state::site::Site;
use crate::state::watch::{self, Kept, News, Watch};
use crate::texts::{shell, watch as t};
use crate::ui::prelude::*;

/// From so many days on it is said that the data may be old.
const OLD_DAYS: i64 = 30;

/// All news, each with what can be done.
pub fn news(site: Site) -> View {
    let lang = site.lang();
    let watch = Watch::get();
    let close = move |_| watch.news.set(Vec::new());
    let region = move || {
        let all = watch.news.get();
        (!all.is_empty()).then(|| {
            view! {
                <section class="notice news" aria-label=t::title(lang)>
                    <div role="status">
                        {all.iter().map(|one| view! { <p>{words(lang, one)}</p> }).collect_view()}
                    </div>
                    <span class="row">
                        {all.iter().filter_map(|one| action(site, one)).collect_view()}
                        <button type="button" class="button" on:click=close>
                            {t::close(lang)}
                        </button>
                    </span>
                </section>
            }
        })
    };
    region.into_view()
}

fn words(lang: Lang, news: &News) -> String {
    match news {
        News::RulesChanged { version, as_of } => {
            t::rules_changed(lang, version, format::day(lang, *as_of))
        }
        News::SiteChanged => t::site_changed(lang).to_owned(),
        News::NewerRules { version, as_of } => {
            t::newer_rules(lang, version, format::day(lang, *as_of))
        }
        News::NewerSite => t::newer_site(lang).to_owned(),
        News::Sent(received) => t::sent(lang, &received.about),
        News::Refused => t::refused(lang).to_owned(),
        News::RemarkSent => t::remark_sent(lang).to_owned(),
    }
}

fn action(site: Site, news: &News) -> Option<View> {
    let lang = site.lang();
    let go = |href: String, words: &'static str| {
        let tell = move |_| Watch::get().news.set(Vec::new());
        view! {
            <a class="button primary" href=href on:click=tell>
                {words}
            </a>
        }
        .into_any()
    };
    match news {
        News::NewerRules { .. } => Some(
            view! {
                <button type="button" class="button primary" on:click=move |_| newer::take(site)>
                    {t::recompute(lang)}
                </button>
            }
            .into_any(),
        ),
        News::NewerSite => Some(
            view! {
                <button type="button" class="button primary" on:click=|_| history::reload()>
                    {t::reload(lang)}
                </button>
            }
            .into_any(),
        ),
        News::Sent(received) => Some(go(
            format!("/enquiry/{}", received.receipt),
            t::see_receipt(lang),
        )),
        News::Refused => Some(go("/enquiry".to_owned(), t::see_why(lang))),
        News::RulesChanged { .. } | News::SiteChanged | News::RemarkSent => None,
    }
}

/// How old the data are, where that matters; whether the site is kept.
pub fn age(site: Site) -> View {
    let lang = site.lang();
    let watch = Watch::get();
    let age = move || {
        let online = watch.online.get();
        let Progress::Ready(loaded) = site.pack.get() else {
            return (!online).then(|| t::offline_unknown(lang).to_owned());
        };
        let pack = &loaded.pack;
        let today = clock::today();
        let days = (today - pack.as_of).max(0);
        if today > pack.valid_until {
            let until = format::day(lang, pack.valid_until);
            return Some(shell::out_of_date(lang, until));
        }
        match online {
            false => Some(t::offline(lang, format::day(lang, pack.as_of), days)),
            true => (days > OLD_DAYS).then(|| t::old(lang, days)),
        }
    };
    let age = move || {
        age().map(|words| {
            view! {
                <span class="doubt">{icon(Icon::Info)} {words}</span>
            }
        })
    };
    let kept = move || match watch.kept.get() {
        Kept::No => View::default(),
        Kept::Coming => view! { <p>{t::coming(lang)}</p> }.into_any(),
        Kept::Yes => view! { <p>{icon(Icon::Check)} " " {t::kept(lang)}</p> }.into_any(),
        Kept::Offered => view! {
            <p>
                <button type="button" class="button" on:click=|_| watch::ask_to_keep()>
                    {t::offer(lang)}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <div role="status" class="age">{age}</div>
        {kept}
    }
    .into_view()
}
