//! A staff list at the worker: what was chosen, how far it is, what came out.
//!
//! It outlives the page, so that another language, or a look at a programme, does not lose the
//! results; it keeps nothing on the device. The list is read by the worker alone.

use super::talk::{Talk, Told};
use crate::browser::background::Chosen;
use crate::browser::{clock, download, page};
use crate::lang::Lang;
use crate::state::rules_pack::Failure;
use crate::ui::prelude::*;
use leptos::prelude::Owner;
use pack::Pack;
use rules::date::Day;
use rules::program::Kind;
use staff::view::{self, Filter, MAX_BYTES, Page, Request, Said, Settings, Summary};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// How many people are shown at first, and how many more with every tap.
pub const STEP: u32 = 20;

/// How far a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// None was chosen.
    Idle,
    /// The calculator is being fetched.
    Fetching,
    /// The file is being read.
    Reading,
    /// So many of so many people are computed.
    Computing(u32, u32),
    /// It is done; [`Desk::summary`] says what came out.
    Done,
    /// It is no list, and why.
    Refused(Arc<Vec<Said>>),
    /// It could not be done.
    Failed(Trouble),
}

/// Why nothing came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file is larger than is read.
    TooLarge,
    /// The browser does not give the file.
    Unreadable,
    /// The calculator did not come.
    NotFetched(Failure),
    /// The browser has no workers, or does not let them run.
    NoWorker,
    /// The calculator stopped.
    Stopped,
    /// The results could not be saved.
    NotSaved,
}

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// Results as a workbook.
    Results,
    /// Results as CSV.
    ResultsCsv,
    /// An empty list as a workbook.
    Template,
    /// An empty list as CSV.
    TemplateCsv,
}

impl File {
    fn is_workbook(self) -> bool {
        matches!(self, File::Results | File::Template)
    }

    fn name(self, lang: Lang, day: Day) -> String {
        let end = if self.is_workbook() { "xlsx" } else { "csv" };
        let day = pack::facts::format_date(day);
        match (self, lang) {
            (File::Results | File::ResultsCsv, Lang::Zh) => format!("补贴测算结果-{day}.{end}"),
            (File::Results | File::ResultsCsv, Lang::En) => format!("grants-{day}.{end}"),
            (_, Lang::Zh) => format!("员工名单模板.{end}"),
            (_, Lang::En) => format!("staff-list-template.{end}"),
        }
    }
}

/// The desk. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// How far the list is.
    pub phase: RwSignal<Phase>,
    /// What came out, once it is done.
    pub summary: RwSignal<Option<Arc<Summary>>>,
    /// The people that pass the filter.
    pub page: RwSignal<Arc<Page>>,
    /// Whom to show.
    pub filter: RwSignal<Filter>,
    /// The day of application; `None`: today.
    pub day: RwSignal<Option<Day>>,
    /// Programmes by their places.
    pub programmes: RwSignal<Vec<u16>>,
    /// The list's name.
    pub name: RwSignal<String>,
    /// What is being made to be saved.
    pub saving: RwSignal<Option<File>>,
    /// What went wrong with it.
    pub not_saved: RwSignal<Option<Trouble>>,
}

thread_local! {
    static DESK: RefCell<Option<(Owner, Desk)>> = const { RefCell::new(None) };
    static TALK: RefCell<Option<Talk>> = const { RefCell::new(None) };
    static CHOSEN: RefCell<Option<Chosen>> = const { RefCell::new(None) };
    static TURN: Cell<u32> = const { Cell::new(0) };
}

impl Desk {
    /// The desk of this visit.
    pub fn of(pack: &'static Pack) -> Desk {
        DESK.with_borrow_mut(|kept| {
            if let Some((_, desk)) = kept {
                return *desk;
            }
            // Its own owner: signals end with the owner that made them, and pages come and go.
            let owner = Owner::new_root(None);
            let desk = owner.with(|| Desk {
                phase: RwSignal::new(Phase::Idle),
                summary: RwSignal::new(None),
                page: RwSignal::new(Arc::default()),
                filter: RwSignal::new(all()),
                day: RwSignal::new(None),
                programmes: RwSignal::new(usual(pack)),
                name: RwSignal::new(String::new()),
                saving: RwSignal::new(None),
                not_saved: RwSignal::new(None),
            });
            *kept = Some((owner, desk));
            desk
        })
    }

    /// The day of application.
    pub fn on(self) -> Day {
        self.day.get().unwrap_or_else(clock::today)
    }

    /// Whether something is on its way that can be cancelled.
    pub fn is_busy(self) -> bool {
        matches!(
            *self.phase.read(),
            Phase::Fetching | Phase::Reading | Phase::Computing(..)
        )
    }

    /// What would be computed now.
    fn settings(self) -> Settings {
        Settings {
            day: untrack(move || self.on()),
            programmes: self.programmes.get_untracked(),
        }
    }

    /// Computes a list.
    pub fn take(self, chosen: Chosen) {
        self.clear();
        self.name.set(chosen.name());
        if chosen.length() > f64::from(MAX_BYTES) {
            self.phase.set(Phase::Failed(Trouble::TooLarge));
            reveal("staff-trouble");
            return;
        }
        CHOSEN.with_borrow_mut(|kept| *kept = Some(chosen.clone()));
        self.phase.set(Phase::Fetching);
        reveal("staff-under-way");
        // A list has a worker of its own, so that its memory goes with it.
        Talk::start(self, move |talk| {
            self.phase.set(Phase::Reading);
            talk.list(view::write(&self.settings()), chosen)
        });
    }

    /// Computes the same list again, with what was chosen since.
    pub fn again(self) {
        if let Some(chosen) = CHOSEN.with_borrow(Clone::clone) {
            self.take(chosen);
        }
    }

    /// Ends what is under way and forgets the list and its results.
    pub fn clear(self) {
        TURN.set(turn().wrapping_add(1));
        TALK.with_borrow_mut(|talk| *talk = None);
        CHOSEN.with_borrow_mut(|kept| *kept = None);
        self.phase.set(Phase::Idle);
        self.summary.set(None);
        self.page.set(Arc::default());
        self.filter.set(all());
        self.saving.set(None);
        self.not_saved.set(None);
    }

    /// Shows those who pass the filter.
    pub fn look(self) {
        let filter = self.filter.get_untracked();
        let request = view::write(&Request::Look(filter.clone()));
        with_talk(|talk| {
            talk.ask(request, move |bytes| {
                // An answer to an older question is no answer.
                if filter == self.filter.get_untracked()
                    && let Some(page) = view::read::<Page>(&bytes)
                {
                    self.page.set(Arc::new(page));
                }
            });
        });
    }

    /// Changes the filter and shows who passes it.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        if filter != self.filter.get_untracked() {
            self.filter.set(filter);
            self.look();
        }
    }

    /// Has a file made and offers it to be saved.
    pub fn save(self, lang: Lang, file: File) {
        if self.saving.get_untracked().is_some() {
            return;
        }
        self.saving.set(Some(file));
        self.not_saved.set(None);
        let Settings { day, programmes } = self.settings();
        let english = lang == Lang::En;
        let request = view::write(&match file {
            File::Results => Request::Xlsx { english },
            File::ResultsCsv => Request::Csv { english },
            File::Template | File::TemplateCsv => Request::Template {
                day,
                programmes,
                workbook: file.is_workbook(),
                english,
            },
        });
        let kind = match file.is_workbook() {
            true => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            false => "text/csv;charset=utf-8",
        };
        let offer = move |bytes: Vec<u8>| {
            let saved =
                !bytes.is_empty() && download::save_bytes(&file.name(lang, day), kind, &bytes);
            self.saving.set(None);
            self.not_saved.set((!saved).then_some(Trouble::NotSaved));
        };
        // A template can be had before there is a list.
        match TALK.with_borrow(Option::is_some) {
            true => with_talk(|talk| talk.ask(request, offer)),
            false => Talk::start(self, move |talk| talk.ask(request, offer)),
        }
    }

    /// What the worker told.
    pub fn told(self, told: Told) {
        match told {
            Told::People(people) => self.phase.set(Phase::Computing(0, people)),
            Told::Progress(done) => {
                if let Phase::Computing(_, people) = self.phase.get_untracked() {
                    self.phase.set(Phase::Computing(done, people));
                }
            }
            Told::Summary(bytes) => match view::read::<Summary>(&bytes) {
                Some(summary) => {
                    self.summary.set(Some(Arc::new(summary)));
                    self.phase.set(Phase::Done);
                    self.look();
                    reveal("staff-results");
                }
                None => self.fail(Trouble::Stopped),
            },
            Told::Refused(bytes) => {
                let said = view::read::<Vec<Said>>(&bytes).unwrap_or_default();
                self.phase.set(Phase::Refused(Arc::new(said)));
                reveal("staff-trouble");
                forget();
            }
            Told::Unreadable => self.fail(Trouble::Unreadable),
            Told::Trouble(trouble) => self.fail(trouble),
        }
    }

    fn fail(self, trouble: Trouble) {
        forget();
        if self.saving.get_untracked().is_some() {
            self.saving.set(None);
            self.not_saved.set(Some(trouble));
            if self.summary.get_untracked().is_none() {
                // Only a template was asked for.
                return;
            }
        }
        // The results are gone with the worker.
        self.summary.set(None);
        self.phase.set(Phase::Failed(trouble));
        reveal("staff-trouble");
    }
}

/// Brings what has just changed into sight, and the focus to it: it stands above what was touched.
fn reveal(id: &'static str) {
    clock::next_frame(move || {
        clock::next_frame(move || {
            page::show(id);
            page::focus(id);
        });
    });
}

/// A number that grows whenever what is under way is given up.
pub fn turn() -> u32 {
    TURN.get()
}

/// Ends the worker, when the one who speaks is done.
fn forget() {
    clock::after(0, || TALK.with_borrow_mut(|talk| *talk = None));
}

/// Keeps the talk that is going on.
pub fn keep(talk: Talk) {
    TALK.with_borrow_mut(|kept| *kept = Some(talk));
}

/// Runs `then` with the talk that is going on.
pub fn with_talk(then: impl FnOnce(&mut Talk)) {
    TALK.with_borrow_mut(|talk| {
        if let Some(talk) = talk {
            then(talk);
        }
    });
}

/// Everybody, from the beginning.
fn all() -> Filter {
    Filter {
        count: STEP,
        ..Filter::default()
    }
}

/// Grants that go by the level of a certificate: what most firms ask about.
fn usual(pack: &Pack) -> Vec<u16> {
    let level = pack::slot_of(pack, "certificate_level");
    let reads = |facts: &Vec<u16>| level.is_some_and(|level| facts.contains(&level));
    let all = (0u16..).zip(pack.program.programmes.iter().zip(&pack.programmes));
    all.filter(|(_, (code, text))| {
        let mut versions = text.versions.iter();
        code.kind == Kind::Grant && versions.any(|it| it.condition_facts.iter().any(reads))
    })
    .map(|(at, _)| at)
    .collect()
}
