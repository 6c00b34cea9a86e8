//! Answers with files: GET and HEAD, conditional requests, the best encoding.

use super::Site;
use super::body::InTwo;
use super::file::Encoding;
use crate::problem::{Code, Problem};
use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Request, Response, StatusCode};
use axum::response::IntoResponse;
use std::borrow::Cow;

/// What the site says to a request.
pub fn answer<B>(site: &Site, request: &Request<B>) -> Response<Body> {
    let is_head = request.method() == Method::HEAD;
    if !is_head && request.method() != Method::GET {
        let mut response = Problem::of(Code::MethodNotAllowed).into_response();
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(header::ALLOW, allowed);
        return response;
    }
    let path = decoded(request.uri().path());
    let Some(file) = site.find(&path) else {
        return Problem::of(Code::NotFound).into_response();
    };
    let embedded = ::site::may_be_framed(&path);
    if unchanged(text(request.headers(), header::IF_NONE_MATCH), &file.etag) {
        let head = file.head_unchanged(embedded);
        return response(StatusCode::NOT_MODIFIED, head, Body::empty());
    }
    let mut head = file.head(embedded);
    let (bytes, encoding) = file.body(text(request.headers(), header::ACCEPT_ENCODING));
    let encoding = match encoding {
        Encoding::Plain => None,
        Encoding::Brotli => Some("br"),
        Encoding::Gzip => Some("gzip"),
    };
    if let Some(name) = encoding {
        head.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    head.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    let body = match (is_head, file.has_shell) {
        (true, _) => Body::empty(),
        (false, true) => Body::new(InTwo::new(bytes.clone())),
        (false, false) => Body::from(bytes.clone()),
    };
    response(StatusCode::OK, head, body)
}

fn response(status: StatusCode, head: HeaderMap, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = head;
    response
}

/// A header as text; empty if it is not there.
fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

/// Whether one of the tags of an `If-None-Match` is this one; strong or weak is all the same.
pub fn unchanged(tags: &str, etag: &HeaderValue) -> bool {
    let etag = etag.to_str().unwrap_or_default();
    let etag = etag.trim_start_matches("W/");
    let is_this = |tag: &str| tag == "*" || tag.trim_start_matches("W/") == etag;
    !tags.is_empty() && tags.split(',').any(|tag| is_this(tag.trim()))
}

/// A path with `%41` and the like read.
fn decoded(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded() {
        assert_eq!(decoded("/programmes/%E4%B8%80"), "/programmes/一");
        assert_eq!(decoded("/50%"), "/50%");
        assert_eq!(decoded("/%zz%+1"), "/%zz%+1");
    }

    #[test]
    fn a_tag_is_found_among_several() {
        let etag = HeaderValue::from_static("W/\"a\"");
        for tags in ["W/\"a\"", "\"a\"", "\"b\", W/\"a\"", "*"] {
            assert!(unchanged(tags, &etag), "{tags}");
        }
        for tags in ["", "\"b\"", "a"] {
            assert!(!unchanged(tags, &etag), "{tags}");
        }
    }
}
