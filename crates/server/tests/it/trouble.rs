//! Limits, proxies, and a database that goes away and comes back.

use crate::server_of::{Database, Server, admin, postgres, request};
use axum::body::Body;
use axum::http::Method;

#[tokio::test]
async fn each_caller_has_a_limit_and_a_proxy_must_be_trusted_to_name_callers() {
    let server = Server::set(&[
        ("BAZHU_READS_PER_MINUTE", "3"),
        ("BAZHU_TRUSTED_PROXIES", "10.0.0.0/8"),
    ])
    .await;
    let ask = async |peer: &str, forwarded: &str| {
        let headers = [("x-forwarded-for", forwarded), ("accept-language", "en")];
        let request = request(
            Method::GET,
            "/api/v1/packs/current",
            &headers,
            Body::empty(),
        );
        server.ask_from(peer, request).await
    };
    for _ in 0..3 {
        assert_eq!(ask("203.0.113.9", "1.1.1.1").await.status, 200);
    }
    // Another made-up caller does not help: this one is no trusted proxy.
    let refused = ask("203.0.113.9", "2.2.2.2").await;
    assert_eq!(refused.status, 429);
    assert!((1..=21).contains(&refused.header("retry-after").parse::<u64>().unwrap()));
    assert_eq!(refused.json()["title"], "Too many requests");
    // Behind the proxy callers are told apart, and what they write before it is not believed.
    for _ in 0..3 {
        assert_eq!(ask("10.0.0.1", "198.51.100.1").await.status, 200);
        assert_eq!(ask("10.0.0.1", "198.51.100.2").await.status, 200);
    }
    assert_eq!(ask("10.0.0.1", "6.6.6.6, 198.51.100.1").await.status, 429);
    // The site itself has no limit.
    let site = request(Method::GET, "/check", &[], Body::empty());
    assert_eq!(server.ask_from("203.0.113.9", site).await.status, 200);
}

#[tokio::test]
async fn health_says_that_all_is_well() {
    let server = Server::new().await;
    assert_eq!(server.get("/healthz").await.text(), "ok\n");
    assert_eq!(server.get("/readyz").await.text(), "ready\n");
    server.get("/api/v1/stats").await;
    let metrics = server.get("/metrics").await.text();
    assert!(
        metrics.contains(
            "bazhu_requests_total{route=\"/api/v1/stats\",method=\"GET\",status=\"200\"} 1"
        ),
        "{metrics}"
    );
    assert!(
        metrics.contains("bazhu_release 1") && metrics.ends_with("# EOF\n"),
        "{metrics}"
    );
}

#[tokio::test]
async fn a_method_that_an_address_lacks_is_a_problem() {
    let server = Server::new().await;
    let answer = server
        .ask(request(Method::DELETE, "/api/v1/stats", &[], Body::empty()))
        .await;
    assert_eq!(
        (answer.status, answer.json()["title"].as_str()),
        (405, Some("这个地址不接受这种请求"))
    );
    assert_eq!(answer.header("allow"), "GET,HEAD");
}

#[tokio::test]
async fn a_database_that_is_lost_is_said_and_the_rest_goes_on_until_it_is_back() {
    let Some(url) = postgres().await else {
        eprintln!("BAZHU_TEST_POSTGRES names no PostgreSQL: not tested");
        return;
    };
    let name = url.rsplit('/').next().unwrap().to_owned();
    let server = Server::on(Database::Postgres(url)).await;
    let sent = server
        .post("/api/v1/enquiries", crate::enquiries::enquiry())
        .await
        .json();
    admin(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    admin(&format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    ))
    .await;
    let lost = server
        .post("/api/v1/enquiries", crate::enquiries::enquiry())
        .await;
    assert_eq!(lost.status, 503, "{}", lost.text());
    assert_eq!(lost.header("retry-after"), "5");
    assert!(
        lost.text().contains("It was not received."),
        "{}",
        lost.text()
    );
    assert_eq!(server.get("/readyz").await.status, 503);
    assert_eq!(server.get("/healthz").await.status, 200);
    for path in ["/check", "/api/v1/packs/current", "/api/v1/courses?q=dg"] {
        assert_eq!(server.get(path).await.status, 200, "{path}");
    }
    admin(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).await;
    let path = format!("/api/v1/enquiries/{}", sent["receipt"].as_str().unwrap());
    let read = server.get_with(&path, &[("phone-last-four", "1234")]).await;
    assert_eq!(read.json(), sent);
    assert_eq!(
        server
            .post("/api/v1/enquiries", crate::enquiries::enquiry())
            .await
            .status,
        201
    );
    assert_eq!(server.get("/readyz").await.status, 200);
}
