//! The site's files.

use crate::server_of::{Server, request};
use axum::body::Body;
use axum::http::Method;

#[tokio::test]
async fn pages_routes_and_files_are_answered_and_missing_files_are_not() {
    let server = Server::new().await;
    for (path, status, kind) in [
        ("/", 200, "text/html; charset=utf-8"),
        ("/check", 200, "text/html; charset=utf-8"),
        ("/programmes/anything", 200, "text/html; charset=utf-8"),
        ("/%E8%AF%BE%E7%A8%8B", 200, "text/html; charset=utf-8"),
        ("/icon.svg", 200, "image/svg+xml"),
        ("/app-0123456789abcdef_bg.wasm", 200, "application/wasm"),
        ("/app-gone.js", 404, "application/problem+json"),
        ("/icon.svg.br", 404, "application/problem+json"),
        ("/../Cargo.toml", 404, "application/problem+json"),
        ("/api/v1/nothing", 404, "application/problem+json"),
        ("/api", 200, "text/html; charset=utf-8"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, kind),
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_best_encoding_is_sent_and_nothing_twice() {
    let server = Server::new().await;
    let path = "/icon.svg";
    let plain = server.get(path).await;
    assert_eq!(
        (plain.text().as_str(), plain.header("content-encoding")),
        ("<svg/>", "")
    );
    let brotli = server
        .get_with(path, &[("accept-encoding", "gzip, br")])
        .await;
    assert_eq!(
        (brotli.text().as_str(), brotli.header("content-encoding")),
        ("br", "br")
    );
    assert_eq!(brotli.header("vary"), "Accept-Encoding");
    assert_eq!(brotli.header("content-length"), "2");
    let etag = plain.header("etag").to_owned();
    assert_eq!(brotli.header("etag"), etag);
    let again = server.get_with(path, &[("if-none-match", &etag)]).await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), etag);
    assert_eq!(plain.header("cache-control"), "no-cache");
    let hashed = server.get("/app-0123456789abcdef.js").await;
    assert_eq!(
        hashed.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(hashed.header("x-content-type-options"), "nosniff");
    let etag = hashed.header("etag").to_owned();
    let again = server
        .get_with("/app-0123456789abcdef.js", &[("if-none-match", &etag)])
        .await;
    assert_eq!(again.status, 304);
    assert_eq!(again.names(), ["cache-control", "etag"]);
}

/// A kept page's policy follows the settings, though its text is the same.
#[tokio::test]
async fn an_unchanged_page_says_its_policy_anew() {
    let server = Server::new().await;
    let page = server.get("/check").await;
    let etag = page.header("etag").to_owned();
    let again = server.get_with("/check", &[("if-none-match", &etag)]).await;
    assert_eq!(again.status, 304);
    let policy = "content-security-policy";
    assert!(page.header(policy).contains("frame-ancestors"));
    assert_eq!(again.header(policy), page.header(policy));
}

#[tokio::test]
async fn head_has_no_body_and_other_methods_are_refused() {
    let server = Server::new().await;
    let head = server
        .ask(request(Method::HEAD, "/icon.svg", &[], Body::empty()))
        .await;
    assert_eq!(
        (head.status, head.body.len(), head.header("content-length")),
        (200, 0, "6")
    );
    let post = server
        .ask(request(Method::POST, "/check", &[], Body::empty()))
        .await;
    assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD"));
}

#[tokio::test]
async fn a_policy_names_exactly_the_pages_own_inline_scripts() {
    let server = Server::new().await;
    let policy = server
        .get("/app")
        .await
        .header("content-security-policy")
        .to_owned();
    // The script about the theme and the one that starts the app.
    assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
    assert_eq!(
        server.get("/").await.header("strict-transport-security"),
        ""
    );
}

#[tokio::test]
async fn only_embedded_pages_may_be_framed_and_https_is_insisted_on_where_set() {
    let server = Server::set(&[
        ("BAZHU_TLS", "true"),
        ("BAZHU_FRAME_ANCESTORS", "https://www.example.gov.cn"),
    ])
    .await;
    let policy = async |path: &str| {
        let answer = server.get(path).await;
        assert_eq!(
            answer.header("strict-transport-security"),
            "max-age=63072000",
            "{path}"
        );
        let policy = answer.header("content-security-policy").to_owned();
        policy.split("frame-ancestors ").nth(1).unwrap().to_owned()
    };
    assert_eq!(
        policy("/embed/subsidy").await,
        "'self' https://www.example.gov.cn"
    );
    assert_eq!(policy("/check").await, "'none'");
    assert_eq!(policy("/api/v1/stats").await, "'none'");
    let script = server.get("/embed/v1.js").await;
    assert_eq!(script.header("access-control-allow-origin"), "*");
    let current = server.get("/api/v1/packs/current").await;
    let pack = current.json()["pack"]["url"].as_str().unwrap().to_owned();
    for path in ["/app-0123456789abcdef.js", "/api/v1/packs/current", &pack] {
        let etag = server.get(path).await.header("etag").to_owned();
        let again = server.get_with(path, &[("if-none-match", &etag)]).await;
        assert_eq!(again.status, 304, "{path}");
        assert!(
            again.names().contains(&"strict-transport-security"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_shell_comes_in_a_piece_of_its_own() {
    use http_body_util::BodyExt;
    let server = Server::new().await;
    let front = server::Front::new(server.app.clone());
    let get = request(Method::GET, "/check", &[], Body::empty());
    let response = front.answer(get, "127.0.0.1".parse().unwrap()).await;
    let length: usize = response.headers()["content-length"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    let mut body = response.into_body();
    let first = body.frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(first.len(), 3072);
    let rest = body.collect().await.unwrap().to_bytes();
    assert_eq!(first.len() + rest.len(), length);
    assert!(length > 20_000);
}
