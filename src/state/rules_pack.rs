//! The policy pack: fetched once, checked, kept for the visit.

use super::site::Site;
use crate::browser::fetch::{self, FetchError};
use crate::browser::{clock, page};
use leptos::task::spawn_local;
use pack::Pack;
use rules::eval::Evaluator;

/// After so long the visitor is told, and offered another way.
const PATIENCE_MS: i32 = 15_000;

/// A pack in use.
pub struct Loaded {
    /// Rules, questions and texts.
    pub pack: Pack,
    /// The content hash, 32 hex digits.
    pub hash: String,
}

/// Why there is no pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It did not come.
    Fetch(FetchError),
    /// What came is of a newer format than this page: it must be loaded again.
    Newer,
    /// What came is damaged.
    Damaged,
}

/// How far the pack is.
#[derive(Clone, Copy)]
pub enum Progress {
    /// On its way.
    Loading,
    /// Here.
    Ready(&'static Loaded),
    /// Not to be had; [`load`] tries again.
    Failed(Failure),
}

/// Fetches the pack and hands it to the site.
pub fn load(site: Site) {
    // The first page of a visit may carry it.
    if let Some(Ok(loaded)) = page::pack_inside().map(|bytes| read(&bytes)) {
        return site.receive(loaded);
    }
    site.pack.set(Progress::Loading);
    spawn_local(async move {
        match fetch_pack().await {
            Ok(loaded) => site.receive(loaded),
            Err(failure) => site.pack.set(Progress::Failed(failure)),
        }
    });
}

async fn fetch_pack() -> Result<&'static Loaded, Failure> {
    let url = page::pack_url().ok_or(Failure::Damaged)?;
    let bytes = fetch::bytes(&url, PATIENCE_MS)
        .await
        .map_err(Failure::Fetch)?;
    read(&bytes)
}

/// Reads a pack; it lives as long as the visit.
///
/// # Errors
/// Damaged, of another format, or with rules that do not fit together.
pub fn read(bytes: &[u8]) -> Result<&'static Loaded, Failure> {
    let (pack, hash) =
        clock::timed("pack-read", || pack::read(bytes)).map_err(|error| match error {
            pack::ReadError::Format { found } if found > pack::FORMAT => Failure::Newer,
            _ => Failure::Damaged,
        })?;
    // One pack for the whole visit: evaluators and pages borrow from it.
    let loaded: &'static Loaded = Box::leak(Box::new(Loaded {
        pack,
        hash: hash.to_string(),
    }));
    match Evaluator::new(&loaded.pack.program) {
        Ok(_) => Ok(loaded),
        Err(_) => Err(Failure::Damaged),
    }
}
