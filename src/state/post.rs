//! Sends what waits on the device, enquiries and remarks on results: each once, by one page of
//! ours at a time.

use super::feedback::{Entry, Queue};
use super::messages;
use super::outbox::{Outbox, Standing};
use super::service::{Trouble, ask, request, tell};
use super::site::{FEEDBACK, Site};
use super::watch::{News, Watch};
use crate::browser::{clock, device, storage, turn};
use leptos::task::spawn_local;
use std::cell::Cell;

/// No two pages of ours send at the same time.
const TURN: &str = "bazhu.outbox";

/// So often a page whose turn has come looks whether it reads what the page before it kept, and
/// so long it waits between, in milliseconds.
const LOOKS: usize = 100;
const LOOK_MS: i32 = 20;

thread_local! {
    /// When the next attempt is due; 0 for none.
    static ALARM: Cell<i64> = const { Cell::new(0) };
}

/// Which enquiries are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enquiries {
    /// Those whose turn has come.
    Due,
    /// Whatever waits: something changed.
    Waiting,
}

/// Sends enquiries now, and the others when their turn comes.
pub fn send_enquiries(site: Site, which: Enquiries) {
    let watch = Watch::get();
    watch.reread();
    let any = watch.outbox.with_untracked(|outbox| match which {
        Enquiries::Due => outbox.due(device::now()).is_some(),
        Enquiries::Waiting => outbox.next_turn().is_some(),
    });
    if any && device::is_online() {
        spawn_local(async move {
            turn::alone(TURN, send_all(site, which)).await;
            set_alarm(site);
        });
    } else {
        set_alarm(site);
    }
}

/// Another attempt when the first that waits may be sent.
fn set_alarm(site: Site) {
    let turn = Watch::get().outbox.with_untracked(Outbox::next_turn);
    let Some(turn) = turn else { return };
    let known = ALARM.get();
    let now = device::now();
    if known > now && known <= turn {
        return;
    }
    let wait = i32::try_from(turn - now).unwrap_or(i32::MAX).max(1_000);
    ALARM.set(now + i64::from(wait));
    clock::after(wait, move || {
        ALARM.set(0);
        // Without a connection the browser says when it is back.
        if device::is_online() {
            send_enquiries(site, Enquiries::Due);
        }
    });
}

/// Which remarks are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remarks {
    /// The page is left: all of them.
    All,
    /// Not those of the page that is looked at, where they may still be changed.
    OfOtherPages,
}

/// Sends remarks, where a server of ours takes them.
pub fn send_remarks(site: Site, which: Remarks) {
    let any = !remarks(site).list().is_empty();
    if any && site.service.get_untracked() && device::is_online() {
        spawn_local(turn::alone(TURN, send_all_remarks(site, which)));
    }
}

/// The remarks as they are kept now; another page may have changed them.
fn remarks(site: Site) -> Queue {
    let kept = storage::get(FEEDBACK);
    Queue::read(&kept.unwrap_or_else(|| site.feedback.get_untracked()))
}

async fn send_all_remarks(site: Site, which: Remarks) {
    // What the server will not have stays on the device, where it is seen and can be deleted.
    let mut refused: Vec<String> = Vec::new();
    loop {
        let here = site.router.place().path;
        let may_go = |entry: &&Entry| {
            (which == Remarks::All || !here.starts_with(&entry.page))
                && !refused.contains(&entry.id)
        };
        // Read anew each time: what was deleted meanwhile is not sent.
        let Some(entry) = remarks(site).list().iter().find(may_go).cloned() else {
            return;
        };
        let letter = request(site.lang(), "POST", "/api/v1/feedback");
        let letter = letter.json(messages::write_feedback(&entry));
        match tell(letter).await {
            Ok(()) => {
                let mut now = remarks(site);
                now.remove(&entry.id);
                let text = now.write();
                match now.list().is_empty() {
                    true => storage::remove(FEEDBACK),
                    false => drop(storage::set(FEEDBACK, &text)),
                }
                site.feedback.set(text);
            }
            Err(Trouble::Refused { .. }) => {
                refused.push(entry.id);
                continue;
            }
            Err(Trouble::Away(_) | Trouble::Later | Trouble::NoService) => return,
        }
        Watch::get().say(News::RemarkSent);
    }
}

/// The lock by which pages of ours know that an enquiry was received.
fn mark_of(key: &str) -> String {
    format!("{TURN}.{key}")
}

/// Waits until this page reads what others sent as sent; `false` where it never does.
async fn is_up_to_date(watch: Watch) -> bool {
    for _ in 0..LOOKS {
        watch.reread();
        let sent = turn::marks().await;
        let is_sent = |outbox: &Outbox| {
            let mut all = outbox.entries().iter();
            all.any(|entry| sent.contains(&mark_of(&entry.key)))
        };
        if !watch.outbox.with_untracked(is_sent) {
            return true;
        }
        clock::pause(LOOK_MS).await;
    }
    false
}

async fn send_all(site: Site, which: Enquiries) {
    let watch = Watch::get();
    // Another page of ours may have sent them while this one waited for its turn.
    if !is_up_to_date(watch).await {
        return;
    }
    // Not before its turn: what is written by a page that reads the state of before undoes what
    // another one kept.
    if which == Enquiries::Waiting {
        watch.change(Outbox::hurry);
    }
    loop {
        watch.reread();
        let entry = watch
            .outbox
            .with_untracked(|outbox| outbox.due(device::now()).cloned());
        let Some(entry) = entry else { return };
        let letter = request(site.lang(), "POST", "/api/v1/enquiries")
            .header("idempotency-key", entry.key.clone())
            .json(entry.body.clone());
        let key = entry.key.as_str();
        match ask(letter, messages::receipt).await {
            Ok(receipt) => {
                site.met_service();
                let on = clock::today();
                watch.change(|outbox| outbox.receive(key, receipt.receipt.clone(), on));
                turn::mark(&mark_of(key));
                let received = watch.outbox.with_untracked(|outbox| {
                    let mut all = outbox.received().iter();
                    all.find(|it| it.receipt == receipt.receipt).cloned()
                });
                if let Some(received) = received {
                    watch.say(News::Sent(received));
                }
            }
            Err(Trouble::Away(_)) => {
                watch.change(|outbox| outbox.put_off(key, device::now()));
                // Nor will any other arrive.
                return;
            }
            Err(Trouble::Later) => {
                watch.change(|outbox| outbox.put_off(key, device::now()));
            }
            Err(Trouble::NoService) => {
                watch.change(|outbox| outbox.hold(key, Standing::NoService));
                watch.say(News::Refused);
            }
            Err(Trouble::Refused { why, .. }) => {
                watch.change(|outbox| outbox.hold(key, Standing::Refused { why }));
                watch.say(News::Refused);
            }
        }
    }
}
