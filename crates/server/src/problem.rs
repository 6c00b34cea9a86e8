//! Why a request got no answer: the one error type that handlers return.
//!
//! A handler says what is wrong; `localised` writes it in the caller's language when the answer
//! leaves. Causes that are ours go to the log and never to the caller.

use api::{Field, Language};
use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;

/// The kinds of problems; each is explained at `/api/docs#…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The body is not JSON, or not of the right shape.
    Malformed,
    /// Fields are missing or wrong.
    Invalid,
    /// Another `Content-Type` is wanted.
    MediaType,
    /// The body is too large.
    TooLarge,
    /// There is nothing at this address.
    NotFound,
    /// The address takes other methods.
    MethodNotAllowed,
    /// No such pack.
    NoSuchPack,
    /// No enquiry with this receipt and these digits.
    NoSuchEnquiry,
    /// The idempotency key was used for something else.
    KeyReused,
    /// The idempotency key's enquiry was deleted.
    Deleted,
    /// The operator's token is missing or wrong.
    Unauthorized,
    /// This server has no operator.
    NoOperator,
    /// The pack has faults.
    PackRefused,
    /// No such release to go back to.
    NoSuchRelease,
    /// Too many requests from this address.
    TooMany,
    /// What was sent can't be kept at the moment.
    Unavailable,
    /// It took too long.
    Timeout,
    /// Our fault.
    Internal,
}

impl Code {
    /// All of them, for the page that explains them.
    pub const ALL: [Code; 18] = [
        Code::Malformed,
        Code::Invalid,
        Code::MediaType,
        Code::TooLarge,
        Code::NotFound,
        Code::MethodNotAllowed,
        Code::NoSuchPack,
        Code::NoSuchEnquiry,
        Code::KeyReused,
        Code::Deleted,
        Code::Unauthorized,
        Code::NoOperator,
        Code::PackRefused,
        Code::NoSuchRelease,
        Code::TooMany,
        Code::Unavailable,
        Code::Timeout,
        Code::Internal,
    ];

    /// Its name in addresses, its status, and what is wrong and what to do: in Chinese, in English.
    pub fn told(
        self,
    ) -> (
        &'static str,
        StatusCode,
        [&'static str; 2],
        [&'static str; 2],
    ) {
        match self {
            Code::Malformed => (
                "malformed",
                StatusCode::BAD_REQUEST,
                ["请求读不懂", "The request can't be read"],
                [
                    "请按接口说明写成 JSON。",
                    "Send JSON as the API's description has it.",
                ],
            ),
            Code::Invalid => (
                "invalid",
                StatusCode::UNPROCESSABLE_ENTITY,
                ["有几处要改", "Some entries need a change"],
                [
                    "请改好下面列出的各项，再发一次。",
                    "Mend the entries listed below, then send it again.",
                ],
            ),
            Code::MediaType => (
                "media-type",
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                ["内容类型不对", "This type of content is not taken"],
                [
                    "请写明 Content-Type: application/json。",
                    "Say Content-Type: application/json.",
                ],
            ),
            Code::TooLarge => (
                "too-large",
                StatusCode::PAYLOAD_TOO_LARGE,
                ["内容太大", "The request is too large"],
                ["请分几次发。", "Send it in parts."],
            ),
            Code::NotFound => (
                "not-found",
                StatusCode::NOT_FOUND,
                ["没有这个地址", "There is nothing at this address"],
                ["请核对网址。", "Check the address."],
            ),
            Code::MethodNotAllowed => (
                "method-not-allowed",
                StatusCode::METHOD_NOT_ALLOWED,
                [
                    "这个地址不接受这种请求",
                    "This address does not take such a request",
                ],
                [
                    "可用的方法见 Allow 一项。",
                    "The header Allow lists the methods it takes.",
                ],
            ),
            Code::NoSuchPack => (
                "no-such-pack",
                StatusCode::NOT_FOUND,
                ["没有这个政策包", "There is no such policy pack"],
                [
                    "现行的政策包在 /api/v1/packs/current。",
                    "The one in force is at /api/v1/packs/current.",
                ],
            ),
            Code::NoSuchEnquiry => (
                "no-such-enquiry",
                StatusCode::NOT_FOUND,
                ["没有查到", "No enquiry is found"],
                [
                    "请核对回执编号和手机号后四位。到期或已删除的也查不到。",
                    "Check the receipt and the phone number's last four digits. An enquiry that was deleted or has expired is not found either.",
                ],
            ),
            Code::KeyReused => (
                "key-reused",
                StatusCode::UNPROCESSABLE_ENTITY,
                [
                    "这个编号已用于别的内容",
                    "This key was used for something else",
                ],
                [
                    "内容改过以后，请换一个新的编号再发。",
                    "Send changed content with a new key.",
                ],
            ),
            Code::Deleted => (
                "deleted",
                StatusCode::GONE,
                ["这条意向已经删除", "This enquiry was deleted"],
                [
                    "没有再收下。如果还要办，请重新填写后再发。",
                    "It was not taken again. If you still want it, write a new one.",
                ],
            ),
            Code::Unauthorized => (
                "unauthorized",
                StatusCode::UNAUTHORIZED,
                ["没有权限", "Not authorised"],
                [
                    "请在 Authorization 里写明运营方的令牌。",
                    "Give the operator's token in the header Authorization.",
                ],
            ),
            Code::NoOperator => (
                "no-operator",
                StatusCode::FORBIDDEN,
                ["本服务没有开通运营接口", "This server has no operator"],
                [
                    "请在服务器上设置 BAZHU_OPERATOR_TOKEN_FILE。",
                    "Set BAZHU_OPERATOR_TOKEN_FILE on the server.",
                ],
            ),
            Code::PackRefused => (
                "pack-refused",
                StatusCode::UNPROCESSABLE_ENTITY,
                ["政策包没有通过检查", "The pack has faults"],
                [
                    "没有发布。请改好下面列出的各处。",
                    "It was not published. Mend the faults listed below.",
                ],
            ),
            Code::NoSuchRelease => (
                "no-such-release",
                StatusCode::NOT_FOUND,
                ["没有可以退回的版本", "There is no such release"],
                [
                    "各次发布见 /api/v1/packs。",
                    "/api/v1/packs lists the releases.",
                ],
            ),
            Code::TooMany => (
                "too-many",
                StatusCode::TOO_MANY_REQUESTS,
                ["请求太多", "Too many requests"],
                [
                    "请过一会儿再试，时间见 Retry-After。",
                    "Try again later; Retry-After says when.",
                ],
            ),
            Code::Unavailable => (
                "unavailable",
                StatusCode::SERVICE_UNAVAILABLE,
                ["暂时存不了", "It can't be kept at the moment"],
                [
                    "没有收下。请过一会儿用同一个编号再发一次。测算和查询不受影响。",
                    "It was not received. Send it again later with the same key. Calculating and searching go on.",
                ],
            ),
            Code::Timeout => (
                "timeout",
                StatusCode::SERVICE_UNAVAILABLE,
                ["用时太久", "It took too long"],
                ["请过一会儿再试。", "Try again later."],
            ),
            Code::Internal => (
                "internal",
                StatusCode::INTERNAL_SERVER_ERROR,
                ["我们这边出了错", "Something went wrong on our side"],
                [
                    "已经记录下来。请过一会儿再试，或打 12333。",
                    "It is recorded. Try again later, or call 12333.",
                ],
            ),
        }
    }
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// 简体中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Said {
    /// A text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// Why a request got no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: Code,
    /// What is wrong this time, if there is more to say than the kind does.
    pub detail: Option<Said>,
    /// What is wrong with the request: where, and what.
    pub fields: Vec<(String, Said)>,
    /// Seconds after which it may be tried again.
    pub retry_after: Option<u64>,
}

impl Problem {
    /// A problem of which its kind says everything.
    pub fn of(code: Code) -> Self {
        let retry_after = matches!(code, Code::Unavailable | Code::Timeout).then_some(5);
        Self {
            code,
            detail: None,
            fields: Vec::new(),
            retry_after,
        }
    }

    /// Fields that are wrong.
    pub fn fields(fields: Vec<(String, Said)>) -> Self {
        Self {
            fields,
            ..Self::of(Code::Invalid)
        }
    }

    /// One field that is wrong.
    pub fn field(at: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::fields(vec![(at.into(), Said::new(zh, en))])
    }

    /// Our fault: the cause is logged here, and nowhere else.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed through our fault: {cause}");
        Self::of(Code::Internal)
    }

    /// The same problem with what is wrong this time.
    #[must_use]
    pub fn saying(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.detail = Some(Said::new(zh, en));
        self
    }

    /// The same problem, to be tried again after some seconds.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// The document in a language.
    pub fn document(&self, language: Language) -> api::Problem {
        let (name, status, title, advice) = self.code.told();
        let of = |both: [&str; 2]| {
            let [zh, en] = both;
            Said::new(zh, en).in_language(language).to_owned()
        };
        let advice = of(advice);
        let said = self.detail.as_ref().map(|it| it.in_language(language));
        api::Problem {
            kind: format!("/api/docs#{name}"),
            title: of(title),
            status: status.as_u16(),
            detail: match (said, language) {
                (None, _) => advice,
                (Some(said), Language::Zh) => format!("{said}{advice}"),
                (Some(said), Language::En) => format!("{said} {advice}"),
            },
            errors: self
                .fields
                .iter()
                .map(|(at, said)| Field {
                    at: at.clone(),
                    detail: said.in_language(language).to_owned(),
                })
                .collect(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let (_, status, _, _) = self.code.told();
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        if let Some(seconds) = self.retry_after {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.code == Code::Unauthorized {
            let bearer = HeaderValue::from_static("Bearer realm=\"operator\"");
            let headers = response.headers_mut();
            headers.insert(header::WWW_AUTHENTICATE, bearer);
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes a response's problem, if it is one, in the caller's language.
pub fn localised(mut response: Response<Body>, language: Language) -> Response<Body> {
    let Some(problem) = response.extensions_mut().remove::<Problem>() else {
        return response;
    };
    let document = serde_json::to_vec(&problem.document(language)).unwrap_or_default();
    let headers = response.headers_mut();
    let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_TYPE, "application/problem+json");
    set(header::CACHE_CONTROL, "no-store");
    set(header::VARY, "Accept-Language");
    set(
        header::CONTENT_LANGUAGE,
        match language {
            Language::Zh => "zh-Hans",
            Language::En => "en",
        },
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(document.len()));
    *response.body_mut() = Body::from(document);
    response
}

/// The language that a caller prefers; Chinese unless English is asked for before it.
pub fn language(headers: &HeaderMap) -> Language {
    let wanted = headers.get(header::ACCEPT_LANGUAGE);
    let wanted = wanted.and_then(|value| value.to_str().ok());
    let mut best = (0, Language::Zh);
    for item in wanted.unwrap_or_default().split(',') {
        let mut words = item.split(';').map(str::trim);
        let tag = words.next().unwrap_or_default().to_ascii_lowercase();
        let weight = words
            .find_map(|word| word.strip_prefix("q="))
            .map_or(1000, thousandths);
        let language = match tag.split('-').next() {
            Some("en") => Language::En,
            Some("zh") => Language::Zh,
            _ => continue,
        };
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

/// `0.8` as 800; anything else that is no weight as 0.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    let sum = |whole: u32, part: u32| (whole * 1000 + part).min(1000);
    match (whole.parse::<u32>(), digits.parse()) {
        (Ok(whole @ 0..=1), Ok(part)) => sum(whole, part),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_callers_first_language_of_ours_is_taken() {
        for (header, expected) in [
            ("", Language::Zh),
            ("en", Language::En),
            ("en-GB,en;q=0.9,zh-CN;q=0.8", Language::En),
            ("zh-TW, en;q=0.5", Language::Zh),
            ("en;q=0.3, zh;q=0.7", Language::Zh),
            ("fr, de;q=0.8", Language::Zh),
            ("fr, en;q=0.1", Language::En),
            ("en;q=0", Language::Zh),
            ("en;q=x", Language::Zh),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::ACCEPT_LANGUAGE,
                HeaderValue::from_str(header).unwrap(),
            );
            assert_eq!(language(&headers), expected, "{header}");
        }
    }

    #[test]
    fn a_document_says_what_is_wrong_in_either_language() {
        let problem = Problem::field("/phone", "请填手机号。", "Enter a phone number.");
        let zh = problem.document(Language::Zh);
        assert_eq!((zh.kind.as_str(), zh.status), ("/api/docs#invalid", 422));
        assert_eq!(zh.title, "有几处要改");
        assert_eq!(zh.errors[0].detail, "请填手机号。");
        let en = problem.saying("", "Two things.").document(Language::En);
        assert_eq!(
            en.detail,
            "Two things. Mend the entries listed below, then send it again."
        );
        assert_eq!(en.errors[0].at, "/phone");
    }
}
