//! `GET /api/v1/audit`: what was done on the operator's side.

use super::before;
use crate::app::App;
use crate::clock;
use crate::problem::Problem;
use crate::publish::unavailable;
use crate::request::{Operator, Query};
use api::operator::{Audit, Entry};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;

/// The record, the newest first, a hundred at a time.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "operator", security(("operator" = [])),
    params(("before" = Option<i64>, Query, description = "`next` of the page before", minimum = 1)),
    responses(
        (status = 200, body = Audit),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_audit(
    _: Operator,
    State(app): State<Arc<App>>,
    query: Query,
) -> Result<Json<Audit>, Problem> {
    query.only(&["before"])?;
    let rows = app.store.audit(before(&query)?).await;
    let rows = rows.map_err(unavailable)?;
    let entry = |row: &crate::store::AuditRow| Entry {
        number: row.number,
        at: clock::written(row.at),
        action: row.action.clone(),
        subject: row.subject.clone(),
    };
    Ok(Json(Audit {
        next: rows.get(99).map(|row| row.number),
        entries: rows.iter().map(entry).collect(),
    }))
}
