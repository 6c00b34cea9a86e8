//! `GET /api/v1/feedback`: what people think, for the operator.

use super::{before, word};
use crate::app::App;
use crate::clock;
use crate::problem::Problem;
use crate::publish::unavailable;
use crate::request::{Operator, Query};
use crate::store::FeedbackRow;
use api::feedback::{About, Feedback, Kind};
use api::operator::{Opinion, Opinions};
use axum::Json;
use axum::extract::State;
use std::sync::Arc;

/// Feedback, the newest first, a hundred at a time.
#[utoipa::path(
    get, path = "/api/v1/feedback", tag = "operator", security(("operator" = [])),
    params(("before" = Option<i64>, Query, description = "`next` of the page before", minimum = 1)),
    responses(
        (status = 200, body = Opinions),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_feedback(
    _: Operator,
    State(app): State<Arc<App>>,
    query: Query,
) -> Result<Json<Opinions>, Problem> {
    query.only(&["before"])?;
    let rows = app.store.feedback(before(&query)?).await;
    let rows = rows.map_err(unavailable)?;
    Ok(Json(Opinions {
        next: rows.get(99).map(|row| row.number),
        feedback: rows.iter().map(|row| opened(&app, row)).collect(),
    }))
}

fn opened(app: &App, row: &FeedbackRow) -> Opinion {
    let about = format!("feedback {}", row.id);
    let open = |sealed: &Vec<u8>| app.keys.open_sealed(sealed, &about);
    Opinion {
        received_at: clock::written(row.created_at),
        feedback: Feedback {
            id: row.id.clone(),
            kind: word(&row.kind).unwrap_or(Kind::Unclear),
            about: About {
                page: row.page.clone(),
                programme: row.programme.clone(),
                pack_hash: row.pack_hash.clone(),
            },
            text: row.sealed.as_ref().and_then(open),
            at: row.written_at.clone(),
        },
    }
}
