//! For balancers, monitoring and developers.

use crate::app::App;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The process lives.
#[utoipa::path(get, path = "/healthz", tag = "health", responses((status = 200, body = String, content_type = "text/plain")))]
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Requests may be sent here: the database answers too.
///
/// Without it the site, packs, search and evaluation go on; nothing can be sent.
#[utoipa::path(
    get, path = "/readyz", tag = "health",
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 503, body = String, content_type = "text/plain"),
    ),
)]
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match app.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        ),
    }
}

/// Counts and times as OpenMetrics text.
#[utoipa::path(get, path = "/metrics", tag = "health", responses((status = 200, body = String, content_type = "application/openmetrics-text")))]
pub async fn metrics(State(app): State<Arc<App>>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let text = app.metrics.written(&app);
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// The OpenAPI document.
pub async fn description(State(app): State<Arc<App>>) -> Response {
    let (json, _) = &app.description;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (kind, json.clone()).into_response()
}

/// The page that shows it: plain HTML, no script.
pub async fn description_page(State(app): State<Arc<App>>) -> Response {
    let (_, html) = &app.description;
    let policy = ::site::policy(html, "'none'");
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(""));
    let head = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (header::CONTENT_SECURITY_POLICY, policy),
    ];
    (head, html.clone()).into_response()
}
