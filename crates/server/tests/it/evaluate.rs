//! Evaluation.

use crate::server_of::{Server, content};
use report::Reporter;
use report::facts::read_json;
use rules::eval::Answers;
use serde_json::{Value, json};

const DATE: &str = "2026-11-22";

/// What `bazhu eval` prints.
fn expected(facts: &Value) -> Value {
    let (pack, hash) = pack::read(&content().pack).unwrap();
    let mut answers = Answers::none(&pack.program);
    read_json(&pack, &facts.to_string(), &mut answers, None).unwrap();
    let date = pack::facts::parse_date(DATE).unwrap();
    let mut reporter = Reporter::new(&pack, hash.to_string(), date, &[]).unwrap();
    let mut out = String::new();
    reporter.report(&mut out, &answers);
    serde_json::from_str(&out).unwrap()
}

#[tokio::test]
async fn one_person_gets_what_the_command_line_prints() {
    let server = Server::new().await;
    for facts in [json!({}), json!({"ui_insured_months": 40})] {
        let answer = server
            .post("/api/v1/evaluate", json!({"date": DATE, "facts": facts}))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(answer.json(), expected(&facts));
    }
}

#[tokio::test]
async fn a_thousand_people_are_answered_in_their_order_and_no_more() {
    let server = Server::new().await;
    let people: Vec<Value> = (0..1000)
        .map(|n| json!({"ui_insured_months": n % 60}))
        .collect();
    let answer = server
        .post("/api/v1/evaluate", json!({"date": DATE, "people": people}))
        .await;
    let results = answer.json();
    let results = results["results"].as_array().unwrap();
    assert_eq!(results.len(), 1000);
    for at in [0, 40, 999] {
        assert_eq!(results[at], expected(&people[at]), "{at}");
    }
    let more = vec![json!({}); 1001];
    let refused = server
        .post("/api/v1/evaluate", json!({"date": DATE, "people": more}))
        .await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.json()["errors"][0]["detail"],
        "At most 1,000 people at once."
    );
    let none = server
        .post("/api/v1/evaluate", json!({"date": DATE, "people": []}))
        .await;
    assert_eq!(none.text(), "{\"results\":[]}");
}

#[tokio::test]
async fn wrong_facts_are_named_with_their_place_and_without_their_value() {
    let server = Server::new().await;
    for (body, at) in [
        (r#"{"date":"2026-02-30","facts":{}}"#, "/date"),
        (r#"{"date":"2026-11-22"}"#, ""),
        (r#"{"date":"2026-11-22","facts":{},"people":[]}"#, ""),
        (
            r#"{"date":"2026-11-22","facts":{"ui_insured_month":4}}"#,
            "/facts/ui_insured_month",
        ),
        (
            r#"{"date":"2026-11-22","facts":{"ui_insured_months":"secret"}}"#,
            "/facts/ui_insured_months",
        ),
        (
            r#"{"date":"2026-11-22","facts":{"ui_insured_months":1,"ui_insured_months":2}}"#,
            "/facts/ui_insured_months",
        ),
        (
            r#"{"date":"2026-11-22","people":[{},{"ui_insured_months":-1}]}"#,
            "/people/1/ui_insured_months",
        ),
        (r#"{"date":"2026-11-22","people":[[]]}"#, "/people/0"),
        (
            r#"{"date":"2026-11-22","facts":{},"programmes":["x"]}"#,
            "/programmes/0",
        ),
        (r#"{"date":"2026-11-22","facts":{},"who":"secret"}"#, "/who"),
    ] {
        let answer = server
            .ask(crate::server_of::request(
                axum::http::Method::POST,
                "/api/v1/evaluate",
                &[("content-type", "application/json")],
                body.into(),
            ))
            .await;
        assert_eq!(answer.status, 422, "{body}: {}", answer.text());
        assert_eq!(answer.json()["errors"][0]["at"], at, "{body}");
        assert!(!answer.text().contains("secret"), "{}", answer.text());
    }
}

#[tokio::test]
async fn other_content_is_refused() {
    let server = Server::new().await;
    let send = async |kind: &str, body: String| {
        let headers = [("content-type", kind)];
        let request = crate::server_of::request(
            axum::http::Method::POST,
            "/api/v1/evaluate",
            &headers,
            body.into(),
        );
        server.ask(request).await
    };
    assert_eq!(send("text/plain", "{}".into()).await.status, 415);
    assert_eq!(send("application/json", "{".into()).await.status, 400);
    let large = format!("\"{}\"", "x".repeat(5 << 20));
    assert_eq!(send("application/json", large).await.status, 413);
}
