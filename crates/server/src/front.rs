//! The first look at a request: the site's files go out at once, the API takes the rest; every
//! answer leaves with the headers that all have.

use crate::app::App;
use crate::endpoints::current::{CURRENT, current};
use crate::files;
use crate::limits::{Class, caller};
use crate::problem::{Code, Problem, language, localised};
use crate::router::Named;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::time::timeout;
use tower::ServiceExt;

/// How long a request may take; a build for finding faults is slow.
const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 600 } else { 30 });
/// How long publishing may take: a large catalogue is checked and compressed.
const PUBLISHING: Duration = Duration::from_secs(300);

/// The way in. A copy is a handle.
#[derive(Clone)]
pub struct Front {
    app: Arc<App>,
    router: Router,
}

impl Front {
    /// The way in to an application.
    pub fn new(app: Arc<App>) -> Self {
        Self {
            router: crate::router::router(Arc::clone(&app)),
            app,
        }
    }

    /// Answers a request that came from `peer`.
    pub async fn answer<B>(&self, request: Request<B>, peer: IpAddr) -> Response<Body>
    where
        B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let path = request.uri().path();
        if path.starts_with("/api/") || matches!(path, "/healthz" | "/readyz" | "/metrics") {
            return self.api(request.map(Body::new), peer).await;
        }
        let response = files::answer(&self.app.live.load().site, &request);
        self.app.metrics.sent(response.status().as_u16());
        match response.extensions().get::<Problem>() {
            None => response,
            Some(_) => {
                let language = language(request.headers());
                self.finished(localised(response, language))
            }
        }
    }

    async fn api(&self, request: Request<Body>, peer: IpAddr) -> Response<Body> {
        let begun = Instant::now();
        let is_current = request.method() == Method::GET && request.uri().path() == CURRENT;
        let language = language(request.headers());
        let method = request.method().clone();
        let address = caller(peer, request.headers(), &self.app.settings.trusted);
        let is_api = request.uri().path().starts_with("/api/");
        let limited = is_api.then(|| self.app.limits.request(class(&request), address));
        let response = match limited {
            Some(Err(problem)) => {
                self.app.metrics.limited.inc();
                problem.into_response()
            }
            // What every opened page asks for takes no way round.
            _ if is_current => current(&self.app.live.load(), request.headers()),
            _ => {
                let patience = match method {
                    Method::PUT => PUBLISHING,
                    _ => PATIENCE,
                };
                match timeout(patience, self.router.clone().oneshot(request)).await {
                    Ok(Ok(response)) => response,
                    Err(_) => Problem::of(Code::Timeout).into_response(),
                }
            }
        };
        let named = response.extensions().get::<Named>();
        let route = match is_current {
            true => CURRENT,
            false => named.map_or("other", |it| it.0.as_str()),
        };
        let status = response.status().as_u16();
        let method = method_name(&method);
        let took = begun.elapsed();
        self.app.metrics.answered(route, method, status, took);
        tracing::debug!(
            route,
            method,
            status,
            took_us = took.as_micros(),
            "{method} {route} answered with {status}"
        );
        self.finished(localised(response, language))
    }

    /// Adds what every answer has and this one lacks; a 304 says what has to be said alone.
    fn finished(&self, mut response: Response<Body>) -> Response<Body> {
        let is_unchanged = response.status() == StatusCode::NOT_MODIFIED;
        let headers = response.headers_mut();
        if is_unchanged {
            let tls = self.app.headers.get(header::STRICT_TRANSPORT_SECURITY);
            headers.extend(tls.map(|it| (header::STRICT_TRANSPORT_SECURITY, it.clone())));
            *headers = files::kept(headers);
            return response;
        }
        for (name, value) in &self.app.headers {
            if !headers.contains_key(name) {
                headers.insert(name.clone(), value.clone());
            }
        }
        response
    }
}

/// Evaluation keeps nothing: it counts as reading.
fn class(request: &Request<Body>) -> Class {
    let reads = request.method() == Method::GET || request.method() == Method::HEAD;
    match reads || request.uri().path() == "/api/v1/evaluate" {
        true => Class::Read,
        false => Class::Write,
    }
}

/// A caller may send any word as a method; the metrics must not grow by it.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
