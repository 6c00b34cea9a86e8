//! The operator's side of enquiries: the list, changes of state, the spreadsheet.

use super::{before, word};
use crate::app::App;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::publish::unavailable;
use crate::request::{Body, Operator, Query};
use crate::secrets::tidy_receipt;
use crate::store::{Done, EnquiryRow, StoreError, Write};
use api::Language;
use api::enquiries::{Kind, State as Progress};
use api::operator::{Change, Received, ReceivedList};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Enquiries, the newest first, a hundred at a time.
#[utoipa::path(
    get, path = "/api/v1/enquiries", tag = "operator", security(("operator" = [])),
    params(
        ("state" = Option<Progress>, Query, description = "Only those in this state"),
        ("before" = Option<i64>, Query, description = "`next` of the page before", minimum = 1),
    ),
    responses(
        (status = 200, body = ReceivedList),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_enquiries(
    _: Operator,
    State(app): State<Arc<App>>,
    query: Query,
) -> Result<Json<ReceivedList>, Problem> {
    query.only(&["state", "before"])?;
    let state = query.text("state");
    if state.is_some_and(|it| word::<Progress>(it).is_none()) {
        let zh = "应为 new, in_progress, done, closed 之一。";
        let en = "Expected one of new, in_progress, done, closed.";
        return Err(Problem::field("state", zh, en));
    }
    let rows = app.store.enquiries(state, before(&query)?).await;
    let rows = rows.map_err(unavailable)?;
    Ok(Json(ReceivedList {
        next: rows.get(99).map(|row| row.number),
        enquiries: rows.iter().map(|row| opened(&app, row)).collect(),
    }))
}

/// Change an enquiry's state.
#[utoipa::path(
    patch, path = "/api/v1/enquiries/{receipt}", tag = "operator", security(("operator" = [])),
    params(("receipt" = String, Path, description = "The receipt")),
    request_body = Change,
    responses(
        (status = 204, description = "It is changed"),
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
pub async fn change_enquiry(
    _: Operator,
    State(app): State<Arc<App>>,
    Path(typed): Path<String>,
    Body(change): Body<Change>,
) -> Result<StatusCode, Problem> {
    let missing = || Problem::of(Code::NoSuchEnquiry);
    let change = Write::ChangeEnquiry {
        receipt: tidy_receipt(&typed).ok_or_else(missing)?,
        state: match change.state {
            Progress::New => "new",
            Progress::InProgress => "in_progress",
            Progress::Done => "done",
            Progress::Closed => "closed",
        },
        at: clock::now(),
    };
    match app.store.write(change).await.map_err(unavailable)? {
        Done::Nothing => Err(missing()),
        _ => Ok(StatusCode::NO_CONTENT),
    }
}

/// All enquiries as a spreadsheet (CSV, UTF-8).
#[utoipa::path(
    get, path = "/api/v1/enquiries.csv", tag = "operator", security(("operator" = [])),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 401, body = api::Problem, content_type = "application/problem+json"),
        (status = 403, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn export_enquiries(
    _: Operator,
    State(app): State<Arc<App>>,
) -> Result<Response, Problem> {
    let (csv, count) = spreadsheet(&app).await.map_err(unavailable)?;
    let entry = Write::Audit {
        at: clock::now(),
        action: "export",
        subject: format!("{count} enquiries"),
    };
    app.store.write(entry).await.map_err(unavailable)?;
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"enquiries.csv\"",
        ),
    ];
    Ok((head, csv).into_response())
}

async fn spreadsheet(app: &App) -> Result<(String, usize), StoreError> {
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    let mut csv = "\u{feff}receipt,kind,state,name,phone,district,course,programme,language,\
                   created_at,changed_at,kept_until\r\n"
        .to_owned();
    let (mut before, mut count) = (i64::MAX, 0);
    loop {
        let rows = app.store.enquiries(None, before).await?;
        let Some(last) = rows.last() else {
            return Ok((csv, count));
        };
        before = last.number;
        count += rows.len();
        for row in &rows {
            let it = opened(app, row);
            let absent = String::new();
            let cells = [
                &it.receipt,
                &row.kind,
                &row.state,
                &it.name,
                &it.phone,
                it.district.as_ref().unwrap_or(&absent),
                it.course.as_ref().unwrap_or(&absent),
                it.programme.as_ref().unwrap_or(&absent),
                &row.language,
                &it.created_at,
                &it.changed_at,
                &it.kept_until,
            ];
            let cells: Vec<String> = cells.into_iter().map(|text| cell(text)).collect();
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        }
    }
}

/// A cell; what a spreadsheet would run as a formula is made text.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = match formula {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// An enquiry with its name and number; empty if the key does not fit, which is logged.
fn opened(app: &App, row: &EnquiryRow) -> Received {
    let about = format!("enquiry {}", row.receipt);
    let person = app.keys.open_sealed(&row.sealed, &about);
    let person = person.and_then(|json| serde_json::from_str::<[String; 2]>(&json).ok());
    if person.is_none() {
        tracing::error!("the enquiry number {} can't be opened", row.number);
    }
    let [name, phone] = person.unwrap_or_default();
    Received {
        receipt: row.receipt.clone(),
        kind: word(&row.kind).unwrap_or(Kind::Callback),
        state: word(&row.state).unwrap_or(Progress::New),
        name,
        phone,
        district: row.district.clone(),
        course: row.course.clone(),
        programme: row.programme.clone(),
        language: word(&row.language).unwrap_or(Language::Zh),
        created_at: clock::written(row.created_at),
        changed_at: clock::written(row.changed_at),
        kept_until: clock::written(row.kept_until),
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_no_formula_and_keeps_its_commas() {
        for (text, written) in [
            ("张三", "张三"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1), x", "\"'@SUM(A1), x\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
