//! What goes on beside the page that is shown: the site is kept on the device, newer rules and a
//! newer site are looked for, what was written without a network is sent. Its code is fetched
//! when the page is idle (`later.rs`); nothing here delays a page. See docs/offline.md.

use super::outbox::{Outbox, Received};
use super::post::{Enquiries, Remarks};
use super::rules_pack::Progress;
use super::site::{OUTBOX, Site};
use super::{newer, post};
use crate::browser::{clock, device, page, storage, worker};
use crate::ui::prelude::*;
use leptos::prelude::Owner;
use leptos::task::spawn_local;
use rules::date::Day;
use std::cell::Cell;

/// Which site and which rules this device saw last: the code's name, the pack's hash.
const SEEN: &str = "bazhu.seen";

/// Newer rules are looked for when the page is looked at again after so long, in milliseconds.
const APART_MS: i64 = 10 * 60_000;

/// Something that happened without the visitor's doing, said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The rules that this page uses are others than at the last visit.
    RulesChanged {
        /// The pack's version.
        version: String,
        /// The day on which it was checked.
        as_of: Day,
    },
    /// The site is another than at the last visit, its rules are the same.
    SiteChanged,
    /// There are newer rules; this page still uses the older ones.
    NewerRules {
        /// Their version.
        version: String,
        /// The day on which they were checked.
        as_of: Day,
    },
    /// There is a newer site with other rules; it is used when the page is loaded again.
    NewerSite,
    /// An enquiry was received.
    Sent(Received),
    /// An enquiry was not taken.
    Refused,
    /// A remark on a result was received.
    RemarkSent,
}

/// How far the site is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The browser cannot or may not.
    No,
    /// The visitor saves data and has not asked for it.
    Offered,
    /// It is being fetched.
    Coming,
    /// It opens without a network.
    Yes,
}

/// What is watched. A copy is a handle; it lives as long as the visit.
#[derive(Clone, Copy)]
pub struct Watch {
    /// What to say.
    pub news: RwSignal<Vec<News>>,
    /// Whether there is a connection.
    pub online: RwSignal<bool>,
    /// Enquiries; change them by [`Watch::change`], which keeps them.
    pub outbox: RwSignal<Outbox>,
    /// Whether the outbox is kept on the device.
    pub stored: RwSignal<bool>,
    /// Whether the site is kept.
    pub kept: RwSignal<Kept>,
    /// Newer rules that were fetched and not taken yet.
    pub newer: RwSignal<Option<newer::Newer>>,
}

thread_local! {
    static WATCH: Cell<Option<Watch>> = const { Cell::new(None) };
    static STARTED: Cell<bool> = const { Cell::new(false) };
    /// When newer rules were last looked for.
    static LOOKED: Cell<i64> = const { Cell::new(0) };
    /// Whether a worker answered before: the next one to take over is a newer one.
    static HAD: Cell<bool> = const { Cell::new(false) };
}

impl Watch {
    /// The one of this visit.
    pub fn get() -> Watch {
        if let Some(watch) = WATCH.get() {
            return watch;
        }
        // It belongs to no page: whichever asks first must not take it along when it goes.
        let owner = Owner::new_root(None);
        let kept = storage::get(OUTBOX);
        let watch = owner.with(|| Watch {
            news: RwSignal::new(Vec::new()),
            online: RwSignal::new(device::is_online()),
            outbox: RwSignal::new(kept.as_deref().map(Outbox::read).unwrap_or_default()),
            stored: RwSignal::new(true),
            kept: RwSignal::new(Kept::No),
            newer: RwSignal::new(None),
        });
        std::mem::forget(owner);
        WATCH.set(Some(watch));
        watch
    }

    /// Says something, once.
    pub fn say(self, news: News) {
        if !self.news.with_untracked(|all| all.contains(&news)) {
            self.news.update(|all| all.push(news));
        }
    }

    /// Takes something back.
    pub fn unsay(self, which: impl Fn(&News) -> bool) {
        if self.news.with_untracked(|all| all.iter().any(&which)) {
            self.news.update(|all| all.retain(|news| !which(news)));
        }
    }

    /// The outbox as it is kept: another page of ours may have changed it.
    pub fn reread(self) {
        let now = match storage::get(OUTBOX) {
            Some(text) => Outbox::read(&text),
            None if self.stored.get_untracked() => Outbox::default(),
            // Nothing can be kept: what this page holds is all there is.
            None => return,
        };
        if self.outbox.with_untracked(|before| *before != now) {
            self.outbox.set(now);
        }
    }

    /// Changes the outbox and keeps it.
    pub fn change<T>(self, change: impl FnOnce(&mut Outbox) -> T) -> T {
        self.reread();
        let mut outbox = self.outbox.get_untracked();
        let result = change(&mut outbox);
        self.stored.set(storage::set(OUTBOX, &outbox.write()));
        self.outbox.set(outbox);
        result
    }
}

/// Forgets what the visitor wrote.
pub fn clear() {
    let watch = Watch::get();
    watch.outbox.set(Outbox::default());
    watch.news.set(Vec::new());
}

/// Begins; once a visit, whenever it is called.
pub fn start(site: Site) {
    // What another site shows in a frame keeps nothing and says nothing beside its figures.
    if STARTED.replace(true) || device::is_framed() {
        return;
    }
    let watch = Watch::get();
    HAD.set(worker::is_here());
    worker::on_change(move || {
        watch.kept.set(Kept::Yes);
        if HAD.replace(true) {
            spawn_local(newer::site_changed(site));
        }
    });
    say_what_changed(site);
    keep(watch);
    spawn_local(async move {
        look(site).await;
        post::send_remarks(site, Remarks::OfOtherPages);
    });
    post::send_enquiries(site, Enquiries::Due);
    // A page is left for another one of ours.
    let owner = Owner::new_root(None);
    owner.with(|| {
        Effect::new(move |_: Option<()>| {
            site.router.route.track();
            post::send_remarks(site, Remarks::OfOtherPages);
        })
    });
    std::mem::forget(owner);
    device::on(device::Event::Online, move || {
        watch.online.set(true);
        post::send_enquiries(site, Enquiries::Waiting);
        spawn_local(async move {
            look(site).await;
            post::send_remarks(site, Remarks::OfOtherPages);
        });
    });
    device::on(device::Event::Offline, move || watch.online.set(false));
    device::on(device::Event::Storage, move || watch.reread());
    device::on(device::Event::Attention, move || {
        if !device::is_seen() {
            post::send_remarks(site, Remarks::All);
        } else {
            watch.online.set(device::is_online());
            post::send_enquiries(site, Enquiries::Due);
            if device::now() - LOOKED.get() > APART_MS {
                spawn_local(look(site));
            }
        }
    });
}

/// Looks for newer rules and a newer site.
async fn look(site: Site) {
    LOOKED.set(device::now());
    newer::check(site).await;
    worker::update().await;
}

/// Has the site kept on the device, unless the visitor saves data: then it is offered.
fn keep(watch: Watch) {
    if worker::is_here() {
        watch.kept.set(Kept::Yes);
    }
    if !worker::is_possible() {
        return;
    }
    if device::saves_data() && !worker::is_here() {
        watch.kept.set(Kept::Offered);
    } else {
        ask_to_keep();
    }
}

/// Has the site kept on the device.
pub fn ask_to_keep() {
    let watch = Watch::get();
    if !worker::is_here() {
        watch.kept.set(Kept::Coming);
    }
    spawn_local(async move {
        if !worker::register().await {
            watch.kept.set(Kept::No);
        }
    });
}

/// Says whether rules or site are others than at the last visit, and notes what they are.
fn say_what_changed(site: Site) {
    let Progress::Ready(loaded) = site.pack.get_untracked() else {
        // The rules are still on their way.
        clock::after(3_000, move || say_what_changed(site));
        return;
    };
    let code = page::code_name().unwrap_or_default();
    let before = storage::get(SEEN);
    note_seen(&loaded.hash);
    let Some((old_code, old_hash)) = before.as_deref().and_then(|it| it.split_once(' ')) else {
        return;
    };
    let watch = Watch::get();
    if old_hash != loaded.hash {
        watch.say(News::RulesChanged {
            version: loaded.pack.version.clone(),
            as_of: loaded.pack.as_of,
        });
    } else if old_code != code {
        watch.say(News::SiteChanged);
    }
}

/// Notes what this device has seen.
pub fn note_seen(hash: &str) {
    let code = page::code_name().unwrap_or_default();
    storage::set(SEEN, &format!("{code} {hash}"));
}
