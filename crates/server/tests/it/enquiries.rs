//! Enquiries, on both databases.

use crate::server_of::{Server, changed, databases, request};
use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};
use server::store::Write;

pub fn enquiry() -> Value {
    json!({"kind": "callback", "name": "示例", "phone": "138 0000 1234", "consent": true, "language": "en"})
}

/// The server's answer to somebody who knows a receipt and four digits.
async fn look(server: &Server, method: Method, receipt: &str, digits: &str) -> (u16, String) {
    let path = format!("/api/v1/enquiries/{receipt}");
    let headers = [("phone-last-four", digits)];
    let answer = server
        .ask(request(method, &path, &headers, Body::empty()))
        .await;
    (answer.status, answer.text())
}

#[tokio::test]
async fn an_enquiry_is_sent_read_changed_and_deleted() {
    for database in databases().await {
        let server = Server::on(database).await;
        let sent = server.post("/api/v1/enquiries", enquiry()).await;
        assert_eq!(sent.status, 201, "{}", sent.text());
        let receipt = sent.json()["receipt"].as_str().unwrap().to_owned();
        let (status, text) = look(&server, Method::GET, &receipt.to_lowercase(), "1234").await;
        assert_eq!(status, 200);
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, sent.json());
        assert!(!text.contains("1234") && !text.contains("示例"));

        let state = json!({"state": "in_progress"});
        let path = format!("/api/v1/enquiries/{receipt}");
        assert_eq!(
            server.operate(Method::PATCH, &path, state).await.status,
            204
        );
        let (_, text) = look(&server, Method::GET, &receipt, "1234").await;
        assert!(text.contains("\"state\":\"in_progress\""), "{text}");

        // A wrong ending and a wrong receipt are not told apart.
        let wrong = look(&server, Method::GET, &receipt, "1235").await;
        assert_eq!(wrong.0, 404);
        assert_eq!(
            look(&server, Method::GET, "2222-2222-2222", "1234").await,
            wrong
        );
        assert_eq!(look(&server, Method::GET, "nonsense", "1234").await, wrong);
        assert_eq!(look(&server, Method::DELETE, &receipt, "1235").await.0, 404);
        assert_eq!(look(&server, Method::GET, &receipt, "").await.0, 422);

        assert_eq!(look(&server, Method::DELETE, &receipt, "1234").await.0, 204);
        assert_eq!(look(&server, Method::GET, &receipt, "1234").await, wrong);
    }
}

#[tokio::test]
async fn sent_twice_with_one_key_it_is_kept_once() {
    for database in databases().await {
        let server = Server::on(database).await;
        let send = async |key: &str, body: Value| {
            let headers = [("idempotency-key", key)];
            server
                .send(Method::POST, "/api/v1/enquiries", &headers, &body)
                .await
        };
        let first = send("0190b1a2-key-one", enquiry()).await;
        let again = send("0190b1a2-key-one", enquiry()).await;
        assert_eq!((again.status, again.json()), (201, first.json()));
        let mut other = enquiry();
        other["name"] = "另一人".into();
        let reused = send("0190b1a2-key-one", other.clone()).await;
        assert_eq!(reused.status, 422);
        assert_eq!(reused.json()["type"], "/api/docs#key-reused");
        let second = send("0190b1a2-key-two", other).await;
        assert_ne!(second.json()["receipt"], first.json()["receipt"]);
        assert_eq!(send("short", enquiry()).await.status, 422);
        // At the same time, too.
        let key = "0190b1a2-key-three";
        let (a, b) = tokio::join!(send(key, enquiry()), send(key, enquiry()));
        assert_eq!(a.json()["receipt"], b.json()["receipt"]);
        let list = server
            .operate(Method::GET, "/api/v1/enquiries", json!(null))
            .await
            .json();
        assert_eq!(list["enquiries"].as_array().unwrap().len(), 3);
    }
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let server = Server::new().await;
    let body = json!({"kind": "course", "name": " ", "phone": "123", "district": "999999",
        "course": "no-such", "programme": "no-such", "consent": false});
    let answer = server.post("/api/v1/enquiries", body).await;
    assert_eq!(answer.status, 422);
    let problem = answer.json();
    let at: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["at"].as_str().unwrap())
        .collect();
    assert_eq!(
        at,
        [
            "/name",
            "/phone",
            "/consent",
            "/district",
            "/course",
            "/programme"
        ]
    );
    let missing = server
        .post("/api/v1/enquiries", json!({"kind": "course"}))
        .await;
    assert_eq!(missing.json()["errors"][0]["detail"], "`name` is missing.");
}

/// An enquiry about a course of the Shanghai pack.
fn about_a_course() -> Value {
    let mut all = enquiry();
    all["kind"] = "course".into();
    all["course"] = "S0070".into();
    all["district"] = "310115".into();
    all["programme"] = "apprenticeship".into();
    all
}

#[tokio::test]
async fn a_course_takes_enquiries_unless_it_is_a_sample() {
    let server = Server::new().await;
    let refused = server.post("/api/v1/enquiries", about_a_course()).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.json()["errors"],
        json!([{"at": "/course", "detail":
            "This is a sample course, which takes no enquiries. Call 12333 about real ones."}])
    );
    // The same course, were it a real one.
    let mut files = changed("9999.1");
    let courses = files.get_mut("catalogue/courses.csv").unwrap();
    let row = courses.lines().find(|it| it.starts_with("S0070,")).unwrap();
    let real = row.replace(",yes", ",no").replace("示例", "");
    *courses = courses.replace(row, &real);
    let publish = json!({"files": files, "note": ""});
    let published = server.operate(Method::PUT, "/api/v1/packs", publish).await;
    assert_eq!(published.status, 200, "{}", published.text());
    let sent = server.post("/api/v1/enquiries", about_a_course()).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
}

#[tokio::test]
async fn a_late_copy_does_not_bring_back_what_was_deleted() {
    for database in databases().await {
        let server = Server::on(database).await;
        let headers = [("idempotency-key", "0190b1a2-key-one")];
        let path = "/api/v1/enquiries";
        let send = async || server.send(Method::POST, path, &headers, &enquiry()).await;
        let sent = send().await.json();
        let receipt = sent["receipt"].as_str().unwrap();
        assert_eq!(look(&server, Method::DELETE, receipt, "1234").await.0, 204);
        let late = send().await;
        assert_eq!(
            (late.status, late.json()["type"].as_str()),
            (410, Some("/api/docs#deleted"))
        );
        let list = server.operate(Method::GET, path, json!(null)).await;
        assert_eq!(list.text(), "{\"enquiries\":[]}");
        // Without a key nobody knows that it is the same.
        assert_eq!(server.post(path, enquiry()).await.status, 201);
        // The key's hash goes when the enquiry would have gone.
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
        let now = now + 91 * 86_400;
        server.app.store.write(Write::Expire { now }).await.unwrap();
        assert_eq!(send().await.status, 201);
    }
}

#[tokio::test]
async fn what_is_over_is_deleted() {
    for database in databases().await {
        let server = Server::on(database).await;
        let sent = server.post("/api/v1/enquiries", enquiry()).await.json();
        let receipt = sent["receipt"].as_str().unwrap();
        assert_eq!(
            &sent["kept_until"].as_str().unwrap()[10..],
            &sent["created_at"].as_str().unwrap()[10..]
        );
        let now = std::time::SystemTime::UNIX_EPOCH
            .elapsed()
            .unwrap()
            .as_secs() as i64;
        let expire = |days: i64| Write::Expire {
            now: now + days * 86_400,
        };
        server.app.store.write(expire(89)).await.unwrap();
        assert_eq!(look(&server, Method::GET, receipt, "1234").await.0, 200);
        server.app.store.write(expire(91)).await.unwrap();
        assert_eq!(look(&server, Method::GET, receipt, "1234").await.0, 404);
        let audit = server
            .operate(Method::GET, "/api/v1/audit", json!(null))
            .await;
        assert!(audit.text().contains("\"expired\""), "{}", audit.text());
    }
}

#[tokio::test]
async fn a_receipts_endings_can_not_be_tried_out() {
    let server = Server::new().await;
    let sent = server.post("/api/v1/enquiries", enquiry()).await.json();
    let receipt = sent["receipt"].as_str().unwrap();
    let mut seen = Vec::new();
    for digits in 0..12 {
        seen.push(
            look(&server, Method::GET, receipt, &format!("{digits:04}"))
                .await
                .0,
        );
    }
    assert_eq!(seen[..10], [404; 10]);
    assert_eq!(seen[10..], [429; 2]);
    // The right one neither, until some time has passed.
    assert_eq!(look(&server, Method::GET, receipt, "1234").await.0, 429);
}

#[tokio::test]
async fn the_operators_list_and_spreadsheet_show_names_and_nobody_else_sees_them() {
    for database in databases().await {
        let server = Server::on(database).await;
        let mut formula = enquiry();
        formula["name"] = "=HYPERLINK(\"x\")".into();
        server.post("/api/v1/enquiries", enquiry()).await;
        server.post("/api/v1/enquiries", formula).await;
        for path in [
            "/api/v1/enquiries",
            "/api/v1/enquiries.csv",
            "/api/v1/feedback",
            "/api/v1/audit",
            "/api/v1/packs",
        ] {
            let nobody = server.get(path).await;
            assert_eq!(nobody.status, 401, "{path}");
            assert_eq!(
                nobody.header("www-authenticate"),
                "Bearer realm=\"operator\""
            );
            let wrong = [(
                "authorization",
                "Bearer not-the-token-not-the-token-not-the-token",
            )];
            assert_eq!(server.get_with(path, &wrong).await.status, 401, "{path}");
        }
        let list = server
            .operate(Method::GET, "/api/v1/enquiries?state=new", json!(null))
            .await
            .json();
        assert_eq!(list["enquiries"][1]["name"], "示例");
        assert_eq!(list["enquiries"][1]["phone"], "13800001234");
        let none = server
            .operate(Method::GET, "/api/v1/enquiries?state=done", json!(null))
            .await;
        assert_eq!(none.text(), "{\"enquiries\":[]}");
        let wrong = server
            .operate(Method::GET, "/api/v1/enquiries?state=old", json!(null))
            .await;
        assert_eq!(wrong.status, 422);
        let csv = server
            .operate(Method::GET, "/api/v1/enquiries.csv", json!(null))
            .await;
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        let text = csv.text();
        assert!(text.contains(",示例,13800001234,"), "{text}");
        assert!(text.contains(",\"'=HYPERLINK(\"\"x\"\")\","), "{text}");
        let audit = server
            .operate(Method::GET, "/api/v1/audit", json!(null))
            .await
            .json();
        assert_eq!(audit["entries"][0]["action"], "export");
    }
}

#[tokio::test]
async fn without_an_operator_nobody_may() {
    let server = Server::set(&[("BAZHU_OPERATOR_TOKEN", " ")]).await;
    let answer = server
        .operate(Method::GET, "/api/v1/enquiries", json!(null))
        .await;
    assert_eq!(
        (answer.status, answer.json()["type"].as_str()),
        (403, Some("/api/docs#no-operator"))
    );
}
