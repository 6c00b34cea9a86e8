//! What a worker has on its desk: the pack, and one list with its results.

use pack::Pack;
use staff::view::{self, MAX_PROBLEMS, Request, Said, Settings};
use staff::{Check, Lang, List, Scope};

/// Why a list was not taken: everything that is wrong with it as a whole.
pub type Refused = Vec<Said>;

/// The pack, and one list.
#[derive(Default)]
pub struct Desk {
    pack: Option<&'static Pack>,
    list: List,
    check: Option<Check<'static>>,
}

impl Desk {
    /// Takes a pack in compact form; false if it is none that this code reads.
    ///
    /// A worker has one pack and one list in its life: both are kept for good.
    pub fn open(&mut self, bytes: &[u8]) -> bool {
        self.pack = match pack::read(bytes) {
            Ok((pack, _)) => Some(Box::leak(Box::new(pack))),
            Err(_) => None,
        };
        self.pack.is_some()
    }

    /// Reads a list, to be computed by [`Desk::step`]; gives how many people it has.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(&mut self, settings: &[u8], bytes: &[u8]) -> Result<usize, Refused> {
        let damaged = || {
            vec![Said {
                line: 0,
                zh: "页面和测算程序不是同一版：请刷新页面".to_owned(),
                en: "the page and its calculator are of different versions: reload the page"
                    .to_owned(),
            }]
        };
        self.check = None;
        let pack = self.pack.ok_or_else(damaged)?;
        let settings: Settings = view::read(settings).ok_or_else(damaged)?;
        self.list = staff::read(pack, bytes).map_err(|problems| {
            let told = problems.iter().take(MAX_PROBLEMS);
            told.map(staff::said).collect::<Refused>()
        })?;
        let scope = Scope::new(pack, &settings, &self.list).map_err(|_| damaged())?;
        let scope: &'static Scope = Box::leak(Box::new(scope));
        self.check = Some(Check::new(scope).map_err(|_| damaged())?);
        Ok(self.list.people.len())
    }

    /// Computes so many people more; gives how many are done.
    pub fn step(&mut self, count: usize) -> usize {
        match &mut self.check {
            Some(check) => check.step(&self.list, count),
            None => 0,
        }
    }

    /// What the list came to.
    pub fn summary(&self) -> Vec<u8> {
        let check = self.check.as_ref();
        check.map_or_else(Vec::new, |check| view::write(&check.summary(&self.list)))
    }

    /// Answers a request; nothing where it is none, or where there is no list to ask about.
    pub fn answer(&self, request: &[u8]) -> Vec<u8> {
        let lang = |english: bool| if english { Lang::En } else { Lang::Zh };
        let (Some(pack), Some(request)) = (self.pack, view::read(request)) else {
            return Vec::new();
        };
        if let Request::Template {
            day,
            programmes,
            workbook,
            english,
        } = &request
        {
            return staff::template(pack, *day, programmes, *workbook, lang(*english));
        }
        let Some(check) = &self.check else {
            return Vec::new();
        };
        match request {
            Request::Look(filter) => view::write(&check.look(&self.list, &filter)),
            Request::Csv { english } => staff::csv(pack, &self.list, check, lang(english)),
            Request::Xlsx { english } => staff::xlsx(pack, &self.list, check, lang(english)),
            Request::Template { .. } => Vec::new(),
        }
    }
}
