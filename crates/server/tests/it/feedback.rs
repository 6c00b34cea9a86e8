//! Feedback, events and sums.

use crate::server_of::{Server, databases};
use axum::http::Method;
use serde_json::{Value, json};

fn feedback(id: &str) -> Value {
    json!({"id": id, "kind": "wrong", "about": {"page": "/check", "programme": "apprenticeship",
        "pack_hash": "6bb9"}, "text": "金额不对", "at": "2026-11-27T08:00:00.123Z"})
}

#[tokio::test]
async fn feedback_is_kept_once_and_read_by_the_operator() {
    for database in databases().await {
        let server = Server::on(database).await;
        let one = feedback("0190b1a2-3c4d-7e5f-8a6b-9c0d1e2f3a4b");
        for _ in 0..2 {
            assert_eq!(
                server.post("/api/v1/feedback", one.clone()).await.status,
                204
            );
        }
        let mut other = one.clone();
        other["kind"] = "right".into();
        assert_eq!(server.post("/api/v1/feedback", other).await.status, 422);
        let list = server
            .operate(Method::GET, "/api/v1/feedback", json!(null))
            .await
            .json();
        assert_eq!(list["feedback"].as_array().unwrap().len(), 1);
        assert_eq!(list["feedback"][0]["feedback"], one);
    }
}

#[tokio::test]
async fn wrong_feedback_is_refused_field_by_field() {
    let server = Server::new().await;
    let mut wrong = feedback("1");
    wrong["about"]["page"] = "/check#answers=1".into();
    wrong["text"] = "字".repeat(2001).into();
    wrong["at"] = "yesterday".into();
    let answer = server.post("/api/v1/feedback", wrong).await;
    let problem = answer.json();
    let at: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["at"].as_str().unwrap())
        .collect();
    assert_eq!(at, ["/id", "/about/page", "/text", "/at"]);
}

#[tokio::test]
async fn events_are_counted_and_summed() {
    for database in databases().await {
        let server = Server::on(database).await;
        let events = |count: u32| json!({"events": [{"event": "result_shown", "count": count}, {"event": "check_begun", "count": 1}]});
        for count in [1, 2, 100] {
            assert_eq!(
                server.post("/api/v1/events", events(count)).await.status,
                204
            );
        }
        assert_eq!(server.post("/api/v1/events", events(101)).await.status, 422);
        assert_eq!(
            server
                .post("/api/v1/events", json!({"events": []}))
                .await
                .status,
            422
        );
        let unknown = json!({"events": [{"event": "who", "count": 1}]});
        assert_eq!(server.post("/api/v1/events", unknown).await.status, 422);
        let stats = server.get("/api/v1/stats").await.json();
        assert_eq!(
            stats["events"],
            json!([
                {"event": "check_begun", "total": 3, "last_30_days": 3},
                {"event": "result_shown", "total": 103, "last_30_days": 103},
            ])
        );
        assert_eq!(stats["programmes"], 15);
    }
}

#[tokio::test]
async fn events_sent_again_with_one_key_are_counted_once() {
    for database in databases().await {
        let server = Server::on(database).await;
        let send = async |key: &str, count: u32| {
            let headers = [("idempotency-key", key)];
            let body = json!({"events": [{"event": "result_shown", "count": count}]});
            let path = "/api/v1/events";
            server.send(Method::POST, path, &headers, &body).await
        };
        for key in ["0190b1a2-one", "0190b1a2-one", "0190b1a2-two"] {
            assert_eq!(send(key, 3).await.status, 204, "{key}");
        }
        let other = send("0190b1a2-one", 4).await;
        assert_eq!(other.json()["type"], "/api/docs#key-reused");
        let stats = server.get("/api/v1/stats").await.json();
        assert_eq!(stats["events"][0]["total"], 6);
    }
}
