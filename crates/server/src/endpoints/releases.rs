//! Publishing: `PUT /api/v1/packs`, the list of releases, going back to an earlier one.

use crate::app::App;
use crate::clock;
use crate::problem::Problem;
use crate::publish::{self, unavailable};
use crate::request::{Body, Key, Operator};
use crate::store::ReleaseRow;
use api::operator::{Publish, Release, Releases, Rollback};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;

/// What was put in force, the newest first.
#[utoipa::path(
    get, path = "/api/v1/packs", tag = "operator", security(("operator" = [])),
    responses(
        (status = 200, body = Releases),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_releases(
    _: Operator,
    State(app): State<Arc<App>>,
) -> Result<Json<Releases>, Problem> {
    let rows = app.store.releases().await.map_err(unavailable)?;
    let current = app.live.load().number;
    let releases = rows.iter().map(|row| told(row, current)).collect();
    Ok(Json(Releases { releases }))
}

/// Put a pack in force.
///
/// Its source files are checked as `bazhu check` does, worked cases included, and built as
/// `bazhu build` does; either all of it is in force afterwards, or nothing has changed. The same
/// pack sent again is the same release.
#[utoipa::path(
    put, path = "/api/v1/packs", tag = "operator", security(("operator" = [])),
    request_body = Publish,
    responses(
        (status = 200, body = Release),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn publish_pack(
    _: Operator,
    State(app): State<Arc<App>>,
    Body(sent): Body<Publish>,
) -> Result<Json<Release>, Problem> {
    if sent.note.chars().count() > 500 {
        let (zh, en) = ("最多 500 个字。", "At most 500 characters.");
        return Err(Problem::field("/note", zh, en));
    }
    let row = publish::publish(&app, sent.files, sent.note).await?;
    Ok(Json(told(&row, row.number)))
}

/// Put an earlier release in force again.
///
/// Without a number: the last one with other content. It becomes a release of its own, so that
/// the list says what was in force when. Sent twice with the same `Idempotency-Key` within a week,
/// it is done once: without a number, a second time would undo the first.
#[utoipa::path(
    post, path = "/api/v1/packs/rollback", tag = "operator", security(("operator" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "8 to 64 visible characters, such as a UUID", min_length = 8, max_length = 64)),
    request_body = Rollback,
    responses(
        (status = 200, body = Release),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 404, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn roll_back(
    _: Operator,
    State(app): State<Arc<App>>,
    key: Key,
    Body(sent): Body<Rollback>,
) -> Result<Json<Release>, Problem> {
    let key = key.spent(&app, "rollback", &sent);
    let row = publish::rollback(&app, sent.to, key).await?;
    Ok(Json(told(&row, row.number)))
}

fn told(row: &ReleaseRow, current: i64) -> Release {
    Release {
        number: row.number,
        hash: row.hash.clone(),
        id: row.pack_id.clone(),
        version: row.version.clone(),
        published_at: clock::written(row.published_at),
        cause: row.cause.clone(),
        note: row.note.clone(),
        current: row.number == current,
    }
}
