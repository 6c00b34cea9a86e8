//! `POST /api/v1/feedback`: was it right?

use super::{Wrong, worded};
use crate::app::App;
use crate::clock::{self, DAY};
use crate::metrics::Kind as Counted;
use crate::problem::{Code, Problem};
use crate::publish::unavailable;
use crate::request::Body;
use crate::store::{Done, FeedbackRow, Write};
use api::feedback::Feedback;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

/// Say what you think of a page or a figure.
///
/// It is answered after it is on the disk. Sent twice with the same `id`, it is kept once.
#[utoipa::path(
    post, path = "/api/v1/feedback", tag = "feedback",
    request_body = Feedback,
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn send_feedback(
    State(app): State<Arc<App>>,
    Body(feedback): Body<Feedback>,
) -> Result<StatusCode, Problem> {
    check(&feedback)?;
    let write = Write::Feedback(Box::new(row(&app, &feedback)));
    match app.store.write(write).await.map_err(unavailable)? {
        Done::Reused => Err(Problem::of(Code::KeyReused)),
        _ => {
            let kind = "feedback";
            app.metrics.kept.get_or_create(&Counted { kind }).inc();
            Ok(StatusCode::NO_CONTENT)
        }
    }
}

fn check(feedback: &Feedback) -> Result<(), Problem> {
    let mut wrong = Wrong::default();
    let about = &feedback.about;
    wrong.unless(
        is_uuid(&feedback.id),
        "/id",
        "应为 UUID。",
        "Expected a UUID.",
    );
    wrong.unless(
        about.page.starts_with('/')
            && about.page.chars().count() <= 200
            && !about.page.contains(['?', '#']),
        "/about/page",
        "应为网页的路径，不带 ? 和 # 后面的内容。",
        "Expected a page's path, without what stands behind ? or #.",
    );
    let short = |text: &str| text.chars().count() <= 64 && !text.chars().any(char::is_control);
    let (zh, en) = ("最多 64 个字符。", "At most 64 characters.");
    let programme = about.programme.as_deref().is_none_or(short);
    wrong.unless(programme, "/about/programme", zh, en);
    wrong.unless(short(&about.pack_hash), "/about/pack_hash", zh, en);
    let text = feedback.text.as_deref().unwrap_or_default();
    let (zh, en) = ("最多 2000 个字。", "At most 2,000 characters.");
    wrong.unless(text.chars().count() <= 2000, "/text", zh, en);
    wrong.unless(
        is_moment(&feedback.at),
        "/at",
        "应为时间，例如 2026-11-27T08:00:00Z。",
        "Expected a moment such as 2026-11-27T08:00:00Z.",
    );
    wrong.end()
}

fn is_uuid(text: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|it| it.is_ascii_hexdigit());
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.split('-').all(digits)
}

/// A device's clock as it writes it: a day, a `T`, a time, and a zone.
fn is_moment(text: &str) -> bool {
    let Some((day, time)) = text.split_once('T') else {
        return false;
    };
    let fits = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    pack::facts::parse_date(day).is_some()
        && (6..=22).contains(&time.len())
        && time.chars().all(fits)
}

fn row(app: &App, feedback: &Feedback) -> FeedbackRow {
    let now = clock::now();
    let id = feedback.id.to_ascii_lowercase();
    let text = feedback.text.as_deref().filter(|it| !it.is_empty());
    let request = serde_json::to_string(feedback).unwrap_or_default();
    FeedbackRow {
        number: 0,
        request: app.keys.hash("request", &request),
        kind: worded(feedback.kind),
        page: feedback.about.page.clone(),
        programme: feedback.about.programme.clone(),
        pack_hash: feedback.about.pack_hash.clone(),
        sealed: text.map(|it| app.keys.seal(it, &format!("feedback {id}"))),
        written_at: feedback.at.clone(),
        created_at: now,
        kept_until: now + DAY * i64::from(app.settings.keep_days),
        id,
    }
}
