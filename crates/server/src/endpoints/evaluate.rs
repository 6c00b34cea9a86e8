//! `/api/v1/evaluate`: the `eval` object, for one person or many. Nothing is logged or kept.

use crate::app::App;
use crate::problem::{Problem, Said};
use crate::publish::blocking;
use crate::release::Live;
use crate::request::Body;
use api::evaluate::MOST;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use pack::facts::{Allowed, parse_date};
use report::Reporter;
use report::facts::{FactError, read_json};
use rules::date::Day;
use rules::eval::Answers;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::sync::Arc;

/// The request, with people's facts as they were written: doubled keys are found later.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    date: String,
    #[serde(default)]
    programmes: Vec<String>,
    #[serde(default)]
    facts: Option<Box<RawValue>>,
    #[serde(default)]
    people: Option<Vec<Box<RawValue>>>,
}

/// What one person may claim on a day, or what many may.
///
/// Give `facts` for one person: the answer is the object that `bazhu eval` prints. Give `people`
/// for up to 1,000: the answer is `{"results": […]}` in their order.
#[utoipa::path(
    post, path = "/api/v1/evaluate", tag = "evaluate",
    request_body = api::evaluate::Evaluate,
    responses(
        (status = 200, description = "One `eval` object, or `results` with one for each person", content_type = "application/json", body = Object),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn evaluate(
    State(app): State<Arc<App>>,
    Body(asked): Body<Asked>,
) -> Result<Response, Problem> {
    let live = app.live.load_full();
    let date = date(&asked.date)?;
    known(&live, &asked.programmes)?;
    let json = match (asked.facts, asked.people) {
        (Some(facts), None) => results(&live, date, &asked.programmes, &[facts], None)?,
        (None, Some(people)) if people.len() <= MOST => {
            let programmes = asked.programmes;
            let many = move || results(&live, date, &programmes, &people, Some("/people"));
            format!("{{\"results\":[{}]}}", blocking(many).await??)
        }
        (None, Some(_)) => {
            let (zh, en) = ("一次最多 1000 人。", "At most 1,000 people at once.");
            return Err(Problem::field("/people", zh, en));
        }
        _ => {
            let zh = "请写 `facts` 或者 `people`，二者之一。";
            return Err(Problem::field("", zh, "Give either `facts` or `people`."));
        }
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

fn date(text: &str) -> Result<Day, Problem> {
    parse_date(text).ok_or_else(|| {
        Problem::field(
            "/date",
            "请写日期，例如 2026-11-22。",
            "Give a day of the calendar such as 2026-11-22.",
        )
    })
}

fn known(live: &Live, programmes: &[String]) -> Result<(), Problem> {
    let ids = || live.pack.program.programmes.iter().map(|it| it.id.as_str());
    for (at, id) in programmes.iter().enumerate() {
        if !ids().any(|it| it == id) {
            let at = format!("/programmes/{at}");
            return Err(Problem::field(
                at,
                "没有这个项目。",
                "There is no such programme.",
            ));
        }
    }
    Ok(())
}

/// The results of some people, separated by commas; `at` is where they stand in the request.
fn results(
    live: &Live,
    date: Day,
    programmes: &[String],
    people: &[Box<RawValue>],
    at: Option<&str>,
) -> Result<String, Problem> {
    let pack = &live.pack;
    let mut reporter =
        Reporter::new(pack, live.hash.clone(), date, programmes).map_err(Problem::internal)?;
    let mut answers = Answers::none(&pack.program);
    let (mut json, mut wrong) = (String::new(), Vec::new());
    for (number, facts) in people.iter().enumerate() {
        if let Err(error) = read_json(pack, facts.get(), &mut answers, None) {
            let place = at.map_or("/facts".to_owned(), |at| format!("{at}/{number}"));
            wrong.push(told(&place, &error));
            continue;
        }
        if wrong.is_empty() {
            // A line of its own each: the reporter puts a comma into an object that goes on.
            let mut one = String::new();
            reporter.report(&mut one, &answers);
            if !json.is_empty() {
                json.push(',');
            }
            json.push_str(&one);
        }
    }
    wrong.truncate(20);
    match wrong.is_empty() {
        true => Ok(json),
        false => Err(Problem::fields(wrong)),
    }
}

/// What is wrong with somebody's facts, without the facts.
fn told(place: &str, error: &FactError) -> (String, Said) {
    let (question, zh, en) = match error {
        FactError::Json(_) => (
            "",
            "应为按问题编号写的 JSON 对象。".to_owned(),
            "Expected a JSON object by question id.".to_owned(),
        ),
        FactError::Unknown { id, hint } => (
            id.as_str(),
            "没有这个问题。".to_owned(),
            format!("There is no such question{hint}."),
        ),
        FactError::Twice(id) => (
            id.as_str(),
            "这个问题答了两次。".to_owned(),
            "It is answered twice.".to_owned(),
        ),
        FactError::Answer(error) => (
            error.question.as_str(),
            format!("应为 {}。", allowed(&error.allowed)),
            format!("Allowed is {}.", error.allowed),
        ),
    };
    let place = match question {
        "" => place.to_owned(),
        question => format!("{place}/{question}"),
    };
    (place, Said::new(zh, en))
}

fn allowed(allowed: &Allowed) -> String {
    match allowed {
        Allowed::Nothing => "（没有这个问题）".to_owned(),
        Allowed::Bool => "`true` 或 `false`".to_owned(),
        Allowed::Options(ids) => format!("以下之一：{}", ids.join("、")),
        Allowed::Number(min, max, 0) => format!("{min} 到 {max} 的整数"),
        Allowed::Number(min, max, places) => {
            format!("{min} 到 {max} 的数，小数最多 {places} 位")
        }
        Allowed::Date(min, max) => format!("{min} 到 {max} 的日期"),
    }
}
