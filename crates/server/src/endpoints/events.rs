//! `POST /api/v1/events`: counters from a fixed list; nobody is identified.

use crate::app::App;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::publish::unavailable;
use crate::request::{Body, Key};
use crate::store::{Done, Write};
use api::events::Events;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

/// Say what happened on a device, and how often.
///
/// Sent twice with the same `Idempotency-Key` within a week, it is counted once.
#[utoipa::path(
    post, path = "/api/v1/events", tag = "counters",
    params(("Idempotency-Key" = Option<String>, Header, description = "8 to 64 visible characters, such as a UUID", min_length = 8, max_length = 64)),
    request_body = Events,
    responses(
        (status = 204, description = "It is counted"),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn send_events(
    State(app): State<Arc<App>>,
    key: Key,
    Body(sent): Body<Events>,
) -> Result<StatusCode, Problem> {
    let count = sent.events.len();
    let counts = sent.events.iter().map(|it| it.count);
    if !(1..=10).contains(&count) || counts.clone().any(|it| !(1..=100).contains(&it)) {
        return Err(Problem::field(
            "/events",
            "应为 1 到 10 项，每项 1 到 100 次。",
            "Expected 1 to 10 entries, each 1 to 100 times.",
        ));
    }
    let mut counts: Vec<(&'static str, i64)> = sent
        .events
        .iter()
        .map(|it| (it.event.name(), i64::from(it.count)))
        .collect();
    // Always in one order: two instances must not wait for each other's rows.
    counts.sort_unstable();
    let day = clock::day(clock::now());
    let key = key.spent(&app, "events", &sent);
    let write = Write::Events { day, counts, key };
    match app.store.write(write).await.map_err(unavailable)? {
        Done::Reused => Err(Problem::of(Code::KeyReused)),
        _ => Ok(StatusCode::NO_CONTENT),
    }
}
