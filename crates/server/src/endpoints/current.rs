//! `/api/v1/packs/…`: the pack in force, and every pack and part that ever was.

use crate::app::App;
use crate::files::unchanged;
use crate::problem::{Code, Problem};
use crate::publish::unavailable;
use crate::release::Live;
use crate::request::text;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use std::sync::Arc;

/// The pack in force, and where its files are.
///
/// Ask with `If-None-Match`: 304 says that nothing changed.
#[utoipa::path(
    get, path = "/api/v1/packs/current", tag = "packs",
    responses(
        (status = 200, body = api::packs::Current, headers(("ETag" = String, description = "Changes with the answer"))),
        (status = 304, description = "The same as before"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn current_pack(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    current(&app.live.load(), &headers)
}

/// The address of `current`.
pub const CURRENT: &str = "/api/v1/packs/current";

/// The answer to a request with these headers.
pub fn current(live: &Live, headers: &HeaderMap) -> Response {
    let tags = text(headers, header::IF_NONE_MATCH.as_str()).unwrap_or_default();
    let same = live
        .head
        .get(header::ETAG)
        .is_some_and(|it| unchanged(tags, it));
    let (status, head, body) = match same {
        true => (
            StatusCode::NOT_MODIFIED,
            &live.head_unchanged,
            Body::empty(),
        ),
        false => (StatusCode::OK, &live.head, Body::from(live.json.clone())),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = head.clone();
    response
}

/// A pack or a part of a catalogue by its hash. It never changes.
#[utoipa::path(
    get, path = "/api/v1/packs/{hash}", tag = "packs",
    params(("hash" = String, Path, description = "32 hexadecimal digits", min_length = 32, max_length = 32, pattern = "^[0-9a-f]{32}$")),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 304, description = "The same as before"),
        (status = 404, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn pack_file(
    State(app): State<Arc<App>>,
    Path(hash): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let live = app.live.load();
    let accepts = |name: &str| {
        let accepted = text(&headers, header::ACCEPT_ENCODING.as_str()).unwrap_or_default();
        accepted.split(',').any(|it| it.trim() == name)
    };
    let (bytes, encoding) = match live.files.get(&hash) {
        Some(file) => match &file.brotli {
            Some(bytes) if accepts("br") => (bytes.clone(), Some("br")),
            _ => (file.plain.clone(), None),
        },
        None => (kept(&app, &hash).await?, None),
    };
    let etag = HeaderValue::from_str(&format!("W/\"{hash}\"")).map_err(Problem::internal)?;
    let tags = text(&headers, header::IF_NONE_MATCH.as_str()).unwrap_or_default();
    Ok(match unchanged(tags, &etag) {
        true => (StatusCode::NOT_MODIFIED, immutable(etag, None)).into_response(),
        false => (immutable(etag, encoding), bytes).into_response(),
    })
}

/// A file that is not of the pack in force.
async fn kept(app: &App, hash: &str) -> Result<Bytes, Problem> {
    let found = app.store.file(hash).await.map_err(unavailable)?;
    found.ok_or_else(|| Problem::of(Code::NoSuchPack))
}

fn immutable(etag: HeaderValue, encoding: Option<&'static str>) -> HeaderMap {
    let mut map = HeaderMap::new();
    let mut set = |name: HeaderName, value| map.insert(name, HeaderValue::from_static(value));
    set(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    set(header::CONTENT_TYPE, "application/octet-stream");
    set(header::VARY, "Accept-Encoding");
    if let Some(encoding) = encoding {
        set(header::CONTENT_ENCODING, encoding);
    }
    map.insert(header::ETAG, etag);
    map
}
