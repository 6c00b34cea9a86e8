//! What the app asks our own server for. A site may be without one: then nobody answers, or with
//! a page instead of JSON, and that is no fault.

use super::messages;
use super::outbox::{Verdict, verdict};
use crate::browser::fetch::FetchError;
use crate::browser::json::Json;
use crate::browser::send::{Answer, Request, send};
use crate::lang::Lang;
use api::Problem;

/// Why there is no answer to work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No connection, or too slow a one.
    Away(FetchError),
    /// Nothing is wrong with the request: later it may be answered.
    Later,
    /// Nobody answers such requests there.
    NoService,
    /// The server says what is wrong, in the caller's language.
    Refused {
        /// The answer's status.
        status: u16,
        /// In words.
        why: String,
    },
}

/// A request in the visitor's language.
pub fn request(lang: Lang, method: &'static str, url: impl Into<String>) -> Request {
    let tag = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    Request::new(method, url).header("accept-language", tag)
}

/// Asks, and reads the answer with one of [`messages`].
///
/// # Errors
/// See [`Trouble`]. An answer that is no such message may be one later.
pub async fn ask<T>(request: Request, reader: fn(&Json) -> Option<T>) -> Result<T, Trouble> {
    let text = ask_text(request).await?;
    let json = Json::read(&text).ok_or(Trouble::Later)?;
    reader(&json).ok_or(Trouble::Later)
}

/// As [`ask`], for an answer that says nothing.
pub async fn tell(request: Request) -> Result<(), Trouble> {
    let answer = send(request).await.map_err(Trouble::Away)?;
    match answer.status {
        204 | 205 => Ok(()),
        _ => read(answer, is_json).map(|_| ()),
    }
}

/// The text of an answer that is JSON.
async fn ask_text(request: Request) -> Result<String, Trouble> {
    let answer = send(request).await.map_err(Trouble::Away)?;
    read(answer, is_json)
}

/// The text of an answer that is a table.
pub async fn ask_table(request: Request) -> Result<String, Trouble> {
    let answer = send(request).await.map_err(Trouble::Away)?;
    read(answer, |kind| kind.starts_with("text/csv"))
}

fn is_json(kind: &str) -> bool {
    kind.starts_with("application/json") || kind.starts_with("application/problem+json")
}

fn read(answer: Answer, fits: fn(&str) -> bool) -> Result<String, Trouble> {
    // A refusal in words of its own is one, also with a status that sites without a server give.
    let problem: Option<Problem> = (answer.status >= 400 && is_json(&answer.kind))
        .then(|| Json::read(&answer.text).and_then(|json| messages::problem(&json)))
        .flatten();
    match (verdict(answer.status, fits(&answer.kind)), problem) {
        (Verdict::Taken, _) => Ok(answer.text),
        (Verdict::Later, _) => Err(Trouble::Later),
        (Verdict::NoService, None) => Err(Trouble::NoService),
        (_, problem) => Err(Trouble::Refused {
            status: answer.status,
            why: problem.map(|it| words(&it)).unwrap_or_default(),
        }),
    }
}

/// A problem in words: what is wrong, and where.
fn words(problem: &Problem) -> String {
    let mut lines = vec![problem.detail.clone()];
    lines.extend(problem.errors.iter().map(|field| field.detail.clone()));
    lines.retain(|line| !line.is_empty());
    lines.dedup();
    if lines.is_empty() {
        lines.push(problem.title.clone());
    }
    lines.join(" ")
}
