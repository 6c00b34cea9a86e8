//! What handlers take out of requests; whatever is wrong becomes a `Problem`.

use crate::app::App;
use crate::clock::{self, DAY};
use crate::problem::{Code, Problem, Said};
use crate::store::SpentKey;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::{self, HeaderMap};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A JSON body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<App>> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let is_json = text(request.headers(), header::CONTENT_TYPE.as_str())
            .and_then(|it| it.split(';').next())
            .is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return Err(Problem::of(Code::MediaType));
        }
        let bytes = Bytes::from_request(request, app).await.map_err(unread)?;
        read_json(&bytes).map(Self)
    }
}

fn unread(rejection: BytesRejection) -> Problem {
    match rejection.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Problem::of(Code::TooLarge),
        _ => Problem::of(Code::Malformed),
    }
}

/// Reads JSON; the field that is wrong is named.
///
/// # Errors
///
/// Where it is not JSON, or not of this shape.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let at = pointer(error.path());
        let inner = error.into_inner();
        if inner.is_data() {
            let (name, zh, en) = shape(&inner.to_string());
            let at = name.map_or(at.clone(), |name| format!("{at}/{name}"));
            return Problem::fields(vec![(at, Said::new(zh, en))]);
        }
        let place = format!("{}:{}", inner.line(), inner.column());
        Problem::of(Code::Malformed).saying(
            format!("{place} 处不是 JSON。"),
            format!("At {place} it is not JSON."),
        )
    })?;
    reader.end().map_err(|_| Problem::of(Code::Malformed))?;
    Ok(value)
}

/// `about.page` as `/about/page`.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// What the reader of JSON says about a shape, in both languages, without what was given: that
/// may be somebody's name. A field that is missing or doubled is named besides.
fn shape(message: &str) -> (Option<String>, String, String) {
    let named = |begin: &str| {
        let rest = message.strip_prefix(begin)?;
        Some(rest.split('`').next().unwrap_or_default().to_owned())
    };
    let expected = message.split(", expected ").nth(1).unwrap_or_default();
    let expected = expected.split(" at line ").next().unwrap_or_default();
    if let Some(name) = named("missing field `") {
        let (zh, en) = (format!("缺少 `{name}`。"), format!("`{name}` is missing."));
        (Some(name), zh, en)
    } else if let Some(name) = named("duplicate field `") {
        let (zh, en) = (
            format!("`{name}` 写了两次。"),
            format!("`{name}` stands twice."),
        );
        (Some(name), zh, en)
    } else if message.starts_with("unknown field `") {
        (
            None,
            format!("没有这一项；可用的是 {expected}。"),
            format!("There is no such field; expected {expected}."),
        )
    } else {
        let (zh, en) = kind(expected);
        (None, format!("应为{zh}。"), format!("Expected {en}."))
    }
}

/// What was expected, in people's words instead of the program's.
fn kind(expected: &str) -> (String, String) {
    let said = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    if let Some(words) = expected.strip_prefix("one of ") {
        return (format!("以下之一：{words}"), expected.to_owned());
    }
    match expected {
        "a string" => said("文字", "a text"),
        "a boolean" => said(" true 或 false", "true or false"),
        "u8" | "u16" | "u32" | "u64" | "i64" => said("整数", "a whole number"),
        it if it.starts_with("a sequence") => said("一个列表", "a list"),
        it if it.starts_with("struct") || it.starts_with("a map") => said("一个对象", "an object"),
        // Two words: `course` or `callback`.
        it if it.starts_with('`') => (format!("以下之一：{it}"), it.to_owned()),
        _ => said(
            "另一种写法，见接口说明",
            "something else; see the API's description",
        ),
    }
}

/// The query, decoded, in its order.
pub struct Query(pub Vec<(String, String)>);

impl FromRequestParts<Arc<App>> for Query {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes());
        Ok(Self(pairs.into_owned().collect()))
    }
}

impl Query {
    /// A whole number, if the query has it.
    ///
    /// # Errors
    ///
    /// If it is none, or outside of the range.
    pub fn number(
        &self,
        name: &str,
        range: std::ops::RangeInclusive<i64>,
    ) -> Result<Option<i64>, Problem> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(number) if range.contains(&number) => Ok(Some(number)),
            _ => {
                let (least, most) = range.into_inner();
                Err(Problem::field(
                    name,
                    format!("应为 {least} 到 {most} 的整数。"),
                    format!("Expected a whole number from {least} to {most}."),
                ))
            }
        }
    }

    /// The first value of a name.
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Refuses every name but these, and any that stands twice.
    ///
    /// # Errors
    ///
    /// Names the first that is unknown or doubled.
    pub fn only(&self, names: &[&str]) -> Result<(), Problem> {
        for (at, (key, _)) in self.0.iter().enumerate() {
            if !names.contains(&key.as_str()) {
                let list = names.join(", ");
                return Err(Problem::field(
                    key,
                    format!("没有这个参数；可用的是 {list}。"),
                    format!("There is no such parameter; expected {list}."),
                ));
            }
            if self.0.iter().take(at).any(|(earlier, _)| earlier == key) {
                let (zh, en) = ("这个参数写了两次。", "This parameter stands twice.");
                return Err(Problem::field(key, zh, en));
            }
        }
        Ok(())
    }
}

/// The operator, known by the token.
pub struct Operator;

impl FromRequestParts<Arc<App>> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let Some(hash) = &app.settings.operator else {
            return Err(Problem::of(Code::NoOperator));
        };
        let given = text(&parts.headers, header::AUTHORIZATION.as_str());
        let token = given.and_then(|it| it.split_once(' '));
        match token {
            Some((scheme, token))
                if scheme.eq_ignore_ascii_case("bearer") && hash.is(token.trim()) =>
            {
                Ok(Self)
            }
            _ => Err(Problem::of(Code::Unauthorized)),
        }
    }
}

/// The idempotency key of a request, if it has one.
pub struct Key(pub Option<String>);

impl FromRequestParts<Arc<App>> for Key {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        const NAME: &str = "Idempotency-Key";
        let Some(value) = parts.headers.get(NAME) else {
            return Ok(Self(None));
        };
        // The standard's drafts write it in quotes.
        let key = value.to_str().unwrap_or_default().trim_matches('"');
        let fits = (8..=64).contains(&key.len()) && key.bytes().all(|it| it.is_ascii_graphic());
        if !fits {
            return Err(Problem::field(
                NAME,
                "应为 8 到 64 个字符，例如 UUID。",
                "Expected 8 to 64 characters, such as a UUID.",
            ));
        }
        Ok(Self(Some(key.to_owned())))
    }
}

/// Days for which the key of a request is kept that leaves nothing else behind.
const KEY_DAYS: i64 = 7;

impl Key {
    /// The key as it is kept, for a request to do `what`.
    pub fn spent(
        &self,
        app: &App,
        what: &str,
        request: &impl serde::Serialize,
    ) -> Option<SpentKey> {
        let key = self.0.as_ref()?;
        let request = serde_json::to_string(request).unwrap_or_default();
        Some(SpentKey {
            hash: app.keys.hash("idempotency", &format!("{what} {key}")),
            request: app.keys.hash("request", &request),
            kept_until: clock::now() + DAY * KEY_DAYS,
        })
    }
}

/// The last four digits of a phone number, as a header: an address would end up in logs.
pub struct LastFour(pub String);

impl LastFour {
    /// The header's name.
    pub const NAME: &'static str = "Phone-Last-Four";
}

impl FromRequestParts<Arc<App>> for LastFour {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Problem> {
        let digits = text(&parts.headers, Self::NAME).unwrap_or_default();
        if digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit()) {
            return Ok(Self(digits.to_owned()));
        }
        Err(Problem::field(
            Self::NAME,
            "请填手机号后四位数字。",
            "Give the phone number's last four digits.",
        ))
    }
}

/// A header as text.
pub fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::feedback::Feedback;

    #[test]
    fn what_is_wrong_in_json_is_named_with_its_place_and_without_its_value() {
        for (json, at, en) in [
            (r#"{"id":"1"}"#, "/kind", "`kind` is missing."),
            (
                r#"{"id":"1","kind":"maybe","about":{}}"#,
                "/kind",
                "Expected one of `right`, `wrong`, `unclear`.",
            ),
            (
                r#"{"id":"1","kind":"right","about":{"page":7}}"#,
                "/about/page",
                "Expected a text.",
            ),
            (
                r#"{"id":"1","kind":"right","about":{"name":"张三"}}"#,
                "/about/name",
                "There is no such field; expected one of `page`, `programme`, `pack_hash`.",
            ),
            (r#"{"id":"1","id":"2"}"#, "/id", "`id` stands twice."),
        ] {
            let problem = read_json::<Feedback>(json.as_bytes()).err().unwrap();
            assert_eq!(problem.code, Code::Invalid, "{json}");
            let (place, said) = &problem.fields[0];
            assert_eq!((place.as_str(), said.en.as_str()), (at, en), "{json}");
        }
        for json in ["", "{", "{}x", "[1,]"] {
            let problem = read_json::<serde_json::Value>(json.as_bytes())
                .err()
                .unwrap();
            assert_eq!(problem.code, Code::Malformed, "{json}");
        }
    }
}
