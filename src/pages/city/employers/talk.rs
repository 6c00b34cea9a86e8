//! What is said between page and worker (`crates/staff-worker/worker.js`).

use super::desk::{self, Desk, Trouble};
use crate::browser::background::{Background, Chosen, Message, Word};
use crate::browser::{fetch, page};
use crate::state::rules_pack::Failure;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// After so long the visitor is told that the calculator does not come.
const PATIENCE_MS: i32 = 60_000;

/// What the worker tells of its own accord.
pub enum Told {
    /// It has read so many people.
    People(u32),
    /// So many are computed.
    Progress(u32),
    /// All are.
    Summary(Vec<u8>),
    /// The file is no list.
    Refused(Vec<u8>),
    /// The browser does not give the file.
    Unreadable,
    /// It can't go on.
    Trouble(Trouble),
}

/// What is done once the worker is ready.
type Then = Box<dyn FnOnce(&mut Talk)>;

/// Takes an answer.
type Take = Box<dyn FnOnce(Vec<u8>)>;

/// A worker that is ready, and what it was asked.
pub struct Talk {
    worker: Background,
    asked: u32,
    waiting: Vec<(u32, Take)>,
}

impl Talk {
    /// Fetches the calculator, and runs `then` with it once it is ready. Trouble is told the desk.
    pub fn start(desk: Desk, then: impl FnOnce(&mut Talk) + 'static) {
        let then: Then = Box::new(then);
        spawn_local(async move {
            if let Err(trouble) = begin(desk, then).await {
                desk.told(Told::Trouble(trouble));
            }
        });
    }

    /// Hands a list over; what becomes of it is told the desk.
    pub fn list(&mut self, settings: Vec<u8>, chosen: Chosen) {
        let words = vec![
            Word::Text("list"),
            Word::Bytes(settings),
            Word::File(chosen),
        ];
        self.worker.say(words);
    }

    /// Asks something; `take` gets the answer.
    pub fn ask(&mut self, request: Vec<u8>, take: impl FnOnce(Vec<u8>) + 'static) {
        self.asked = self.asked.wrapping_add(1);
        self.waiting.push((self.asked, Box::new(take)));
        let words = vec![
            Word::Text("ask"),
            Word::Number(self.asked),
            Word::Bytes(request),
        ];
        self.worker.say(words);
    }

    fn answered(&mut self, number: u32) -> Option<Take> {
        let at = self.waiting.iter().position(|(it, _)| *it == number)?;
        Some(self.waiting.swap_remove(at).1)
    }
}

async fn begin(desk: Desk, then: Then) -> Result<(), Trouble> {
    let failed = |error| Trouble::NotFetched(Failure::Fetch(error));
    let named = |end: &str| page::named("workers", end);
    let damaged = Trouble::NotFetched(Failure::Damaged);
    let script = named(".js").ok_or(damaged)?;
    let module = named(".wasm").ok_or(damaged)?;
    let pack = page::pack_url().ok_or(damaged)?;
    let begun = desk::turn();
    let module = fetch::bytes(&module, PATIENCE_MS).await;
    let pack = fetch::bytes(&pack, PATIENCE_MS).await;
    if desk::turn() != begun {
        // Cancelled meanwhile: nobody waits for it, or for its trouble.
        return Ok(());
    }
    let (module, pack) = (module.map_err(failed)?, pack.map_err(failed)?);
    let waiting = Rc::new(RefCell::new(Some(then)));
    let worker = Background::start(&script, move |message| match message {
        Some(message) => heard(desk, &message, &mut || waiting.borrow_mut().take()),
        None => desk.told(Told::Trouble(Trouble::NoWorker)),
    });
    let worker = worker.ok_or(Trouble::NoWorker)?;
    let words = vec![Word::Text("open"), Word::Bytes(module), Word::Bytes(pack)];
    if !worker.say(words) {
        return Err(Trouble::NoWorker);
    }
    desk::keep(Talk {
        worker,
        asked: 0,
        waiting: Vec::new(),
    });
    Ok(())
}

fn heard(desk: Desk, message: &Message, then: &mut dyn FnMut() -> Option<Then>) {
    match message.text(0).as_str() {
        "opened" if message.is_true(1) => {
            if let Some(then) = then() {
                desk::with_talk(then);
            }
        }
        // A pack of another make: the page is older than what the server has now.
        "opened" => desk.told(Told::Trouble(Trouble::NotFetched(Failure::Newer))),
        "people" => desk.told(Told::People(message.number(1))),
        "done" => desk.told(Told::Progress(message.number(1))),
        "summary" => desk.told(Told::Summary(message.bytes(1))),
        "refused" => desk.told(Told::Refused(message.bytes(1))),
        "unreadable" => desk.told(Told::Unreadable),
        "answer" => {
            let mut take = None;
            desk::with_talk(|talk| take = talk.answered(message.number(1)));
            if let Some(take) = take {
                take(message.bytes(2));
            }
        }
        _ => desk.told(Told::Trouble(Trouble::Stopped)),
    }
}
