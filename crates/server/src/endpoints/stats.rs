//! `GET /api/v1/stats`: sums that anybody may read.

use super::word;
use crate::app::App;
use crate::clock;
use crate::problem::Problem;
use crate::publish::unavailable;
use api::events::{Event, Stats, Sum};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;

/// How much there is, and how often something happened.
#[utoipa::path(
    get, path = "/api/v1/stats", tag = "counters",
    responses(
        (status = 200, body = Stats),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn stats(State(app): State<Arc<App>>) -> Result<Json<Stats>, Problem> {
    let from = clock::day(clock::now()) - 29;
    let counts = app.store.counts(from).await.map_err(unavailable)?;
    let live = app.live.load();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let courses = live.catalogue.iter().flat_map(|it| &it.courses.list);
    let samples = courses.clone().filter(|it| it.sample).count();
    Ok(Json(Stats {
        pack_hash: live.hash.clone(),
        programmes: count(live.pack.programmes.len()),
        occupations: count(
            live.catalogue
                .as_ref()
                .map_or(0, |it| it.occupations.list.len()),
        ),
        courses: count(courses.count() - samples),
        sample_courses: count(samples),
        events: counts
            .into_iter()
            .filter_map(|(name, total, recent)| {
                Some(Sum {
                    event: word::<Event>(&name)?,
                    total: u64::try_from(total).unwrap_or(0),
                    last_30_days: u64::try_from(recent).unwrap_or(0),
                })
            })
            .collect(),
    }))
}
