//! The pack's change log: a small file of its own, fetched when a page shows it. It does not go
//! through the [`super::shelf`], so that a page without the catalogue's readers can show it.

use super::rules_pack::Failure;
use super::site::Site;
use crate::browser::{fetch, page};
use crate::components::waiting;
use crate::ui::prelude::*;
use leptos::task::spawn_local;
use pack::{Changes, ChangesError, changes};
use std::cell::Cell;

/// After so long the visitor is told, and offered another way.
const PATIENCE_MS: i32 = 15_000;

thread_local! {
    /// Fetched once a visit.
    static KEPT: Cell<Option<&'static Changes>> = const { Cell::new(None) };
}

/// How far the log is; `None` while it is on its way.
type Progress = RwSignal<Option<Result<&'static Changes, Failure>>>;

/// Shows `then` once the log is here; until then that it is being fetched, or why not.
pub fn with_changes(site: Site, then: impl Fn(&'static Changes) -> View + 'static) -> View {
    let progress: Progress = RwSignal::new(None);
    load(progress);
    let region = move || match progress.get() {
        None => waiting::loading(site.lang()).into_any(),
        Some(Ok(changes)) => then(changes),
        Some(Err(failure)) => waiting::failed(site, failure, move || load(progress)).into_any(),
    };
    region.into_view()
}

/// Shows `then` once the log is here, and nothing before or where it does not come: for a page
/// that does not live by it.
pub fn if_changes(then: impl Fn(&'static Changes) -> View + 'static) -> View {
    let progress: Progress = RwSignal::new(None);
    load(progress);
    let region = move || match progress.get() {
        Some(Ok(changes)) => then(changes),
        _ => View::default(),
    };
    region.into_view()
}

/// Forgets the log: another pack takes its pack's place.
pub fn forget() {
    KEPT.set(None);
}

fn load(progress: Progress) {
    if let Some(kept) = KEPT.get() {
        return progress.set(Some(Ok(kept)));
    }
    progress.set(None);
    spawn_local(async move {
        let fetched = fetch_log().await;
        if let Ok(changes) = fetched {
            KEPT.set(Some(changes));
        }
        // The page may be gone.
        progress.set(Some(fetched));
    });
}

async fn fetch_log() -> Result<&'static Changes, Failure> {
    let url = page::named("catalogue", ".changes.").ok_or(Failure::Damaged)?;
    let bytes = fetch::bytes(&url, PATIENCE_MS)
        .await
        .map_err(Failure::Fetch)?;
    let changes = Changes::read(&bytes).map_err(|error| match error {
        ChangesError::Format { found } if found > changes::FORMAT => Failure::Newer,
        _ => Failure::Damaged,
    })?;
    // Some kilobytes, once a visit: pages borrow from it.
    Ok(Box::leak(Box::new(changes)))
}
