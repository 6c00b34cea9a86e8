//! Newer rules than those that the page carries: fetched quietly, taken when the visitor says so
//! or with the next page that is loaded.

use super::messages;
use super::rules_pack::{self, Failure, Loaded, Progress};
use super::service::{ask, request};
use super::shelf::{self, Books};
use super::site::Site;
use super::watch::{self, News, Watch};
use super::{case, changes};
use crate::browser::{fetch, page, worker};
use api::packs::Current;

/// How long a file may take, in milliseconds.
const PATIENCE_MS: i32 = 30_000;

/// Newer rules, read and checked.
#[derive(Clone)]
pub struct Newer {
    loaded: &'static Loaded,
    /// The parts of its catalogue that pages use now.
    books: Books,
    /// The addresses of all parts, as index.html names them.
    names: String,
}

/// What a look at the server gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The page has the rules that are in force.
    Same,
    /// There are others, and they are here.
    Newer,
    /// No server, no connection, or something that cannot be used.
    Unknown,
}

/// Asks the server for the rules in force, and fetches them if they are others than the page's.
/// Damaged rules, or of another format, are not used and nothing is said: the page goes on with
/// its own, of which the footer says how old they are.
pub async fn check(site: Site) -> Checked {
    let Progress::Ready(now) = site.pack.get_untracked() else {
        return Checked::Unknown;
    };
    let asked = ask(
        request(site.lang(), "GET", "/api/v1/packs/current"),
        messages::current,
    )
    .await;
    let Ok(current) = asked else {
        return Checked::Unknown;
    };
    let watch = Watch::get();
    site.met_service();
    if current.hash == now.hash {
        // Others that were offered are no longer in force.
        watch.newer.set(None);
        watch.unsay(|news| matches!(news, News::NewerRules { .. }));
        return Checked::Same;
    }
    if current.id != now.pack.id {
        return Checked::Unknown;
    }
    let known = watch.newer.get_untracked();
    if known.is_some_and(|known| known.loaded.hash == current.hash) {
        return Checked::Newer;
    }
    match fetched(&current).await {
        Ok(newer) => {
            watch.unsay(|news| matches!(news, News::NewerRules { .. } | News::NewerSite));
            watch.say(News::NewerRules {
                version: newer.loaded.pack.version.clone(),
                as_of: newer.loaded.pack.as_of,
            });
            watch.newer.set(Some(newer));
            Checked::Newer
        }
        Err(failure) => {
            if failure == Failure::Newer {
                // Rules of a newer format come with a newer site.
                worker::update().await;
            }
            Checked::Unknown
        }
    }
}

async fn fetched(current: &Current) -> Result<Newer, Failure> {
    let bytes = fetch::bytes(&current.pack.url, PATIENCE_MS)
        .await
        .map_err(Failure::Fetch)?;
    let loaded = rules_pack::read(&bytes)?;
    if loaded.hash != current.hash {
        return Err(Failure::Damaged);
    }
    let mut books = Books::default();
    for part in shelf::in_use() {
        let file = current.parts.iter().find(|file| file.name == part.name());
        let url = &file.ok_or(Failure::Damaged)?.url;
        let bytes = fetch::bytes(url, PATIENCE_MS)
            .await
            .map_err(Failure::Fetch)?;
        books.take(part, &bytes)?;
    }
    if !books.fit() {
        return Err(Failure::Damaged);
    }
    // Pages look for `.courses.`; what stands behind `#` is not sent.
    let names = current.parts.iter();
    let names: Vec<String> = names
        .map(|file| format!("{}#.{}.", file.url, file.name))
        .collect();
    Ok(Newer {
        loaded,
        books,
        names: names.join(" "),
    })
}

/// Takes the newer rules into use: answers are kept, those that they do not know are told.
pub fn take(site: Site) {
    let watch = Watch::get();
    let Some(newer) = watch.newer.get_untracked() else {
        return;
    };
    watch.newer.set(None);
    watch.unsay(|news| matches!(news, News::NewerRules { .. } | News::RulesChanged { .. }));
    case::forget();
    changes::forget();
    page::rename("catalogue", &newer.names);
    shelf::renew(site, newer.books);
    site.receive(newer.loaded);
    watch::note_seen(&newer.loaded.hash);
    watch.say(News::RulesChanged {
        version: newer.loaded.pack.version.clone(),
        as_of: newer.loaded.pack.as_of,
    });
}

/// A newer site was kept on the device. Of new code nothing is said: it is there with the next
/// page that is loaded. Of new rules it is.
pub async fn site_changed(site: Site) {
    let told = check(site).await;
    if told != Checked::Unknown {
        return;
    }
    let page = fetch::bytes("/app.html", PATIENCE_MS).await;
    let page = page.ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let (Some(page), Some(own)) = (page, page::pack_url()) else {
        return;
    };
    if page.contains("id=\"pack\"") && !page.contains(&own) {
        Watch::get().say(News::NewerSite);
    }
}
