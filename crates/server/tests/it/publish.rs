//! Publishing and going back, on both databases; two instances on one.

use crate::server_of::{Database, Server, TOKEN, changed, content, databases, postgres, sources};
use axum::http::Method;
use serde_json::{Value, json};

async fn publish(server: &Server, version: &str) -> Value {
    let body = json!({"files": changed(version), "note": "for a test"});
    let answer = server.operate(Method::PUT, "/api/v1/packs", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

async fn version(server: &Server) -> String {
    let current = server.get("/api/v1/packs/current").await.json();
    current["version"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_published_pack_is_in_force_everywhere_at_once_and_can_be_taken_back() {
    for database in databases().await {
        let server = Server::on(database).await;
        let before = server.get("/api/v1/packs/current").await;
        let old = before.json()["hash"].as_str().unwrap().to_owned();
        let page_before = server.get("/check").await;
        let worker_before = server.get("/sw.js").await;
        let release = publish(&server, "2027.01.01").await;
        assert_eq!(
            (&release["number"], &release["current"]),
            (&json!(2), &json!(true))
        );
        let hash = release["hash"].as_str().unwrap().to_owned();
        assert_eq!(version(&server).await, "2027.01.01");

        // The pages name the new pack, and it is there.
        let linked = server.get("/anything").await.text();
        let name = linked
            .split("href=\"/packs/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let file = server.get(&format!("/packs/{name}")).await;
        let (pack, found) = pack::read(&file.body).unwrap();
        assert_eq!(
            (pack.version.as_str(), found.to_string()),
            ("2027.01.01", hash.clone())
        );
        let page = server.get("/check").await;
        assert_ne!(page.header("etag"), page_before.header("etag"));
        assert!(
            page.text()
                .contains(&format!("data-href=\"/packs/{name}\""))
        );
        let small = server
            .get_with("/check", &[("accept-encoding", "br")])
            .await;
        let mut whole = Vec::new();
        brotli::BrotliDecompress(&mut &small.body[..], &mut whole).unwrap();
        assert_eq!(whole, page.body);
        assert!(
            server
                .get("/plain/index.html")
                .await
                .text()
                .contains("2027.01.01")
        );
        // The worker's list is of what is sent now.
        let worker = server.get("/sw.js").await;
        assert_ne!(worker.header("etag"), worker_before.header("etag"));
        let worker = worker.text();
        let entry = |name: &str, bytes: &[u8]| format!("\"/{name}\":\"{}\"", pack::Hash::of(bytes));
        let app = server.get("/app.html").await;
        assert!(worker.contains(&entry("app.html", &app.body)));
        assert!(worker.contains(&entry(&format!("packs/{name}"), &file.body)));
        assert_eq!(worker.matches(".pack\"").count(), 1);
        let evaluated = server
            .post(
                "/api/v1/evaluate",
                json!({"date": "2026-11-22", "facts": {}}),
            )
            .await;
        assert_eq!(evaluated.json()["pack"]["version"], "2027.01.01");

        // What a link is pinned to stays.
        let pinned = server.get(&format!("/api/v1/packs/{old}")).await;
        assert_eq!(pinned.body, content().pack);

        // The same again is the same release.
        assert_eq!(publish(&server, "2027.01.01").await["number"], 2);

        let back = server
            .operate(Method::POST, "/api/v1/packs/rollback", json!({}))
            .await;
        assert_eq!(
            (back.status, back.json()["hash"].as_str()),
            (200, Some(old.as_str()))
        );
        assert_eq!(
            server.get("/check").await.header("etag"),
            page_before.header("etag")
        );
        let on = json!({"to": 2});
        let again = server
            .operate(Method::POST, "/api/v1/packs/rollback", on)
            .await;
        assert_eq!(again.json()["hash"], hash);
        let gone = server
            .operate(Method::POST, "/api/v1/packs/rollback", json!({"to": 99}))
            .await;
        assert_eq!(gone.status, 404);
        let list = server
            .operate(Method::GET, "/api/v1/packs", json!(null))
            .await
            .json();
        let causes: Vec<&str> = list["releases"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["cause"].as_str().unwrap())
            .collect();
        assert_eq!(causes, ["rollback", "rollback", "publish", "build"]);

        // It stays in force when the server is started again with the same site.
        let again = server.again().await;
        assert_eq!(version(&again).await, "2027.01.01");
    }
}

#[tokio::test]
async fn going_back_is_done_once_with_one_key() {
    for database in databases().await {
        let server = Server::on(database).await;
        let old = server.app.live.load().hash.clone();
        publish(&server, "2027.03.01").await;
        let back = async |body: Value| {
            let bearer = format!("Bearer {TOKEN}");
            let headers = [
                ("authorization", bearer.as_str()),
                ("idempotency-key", "back-once"),
            ];
            let path = "/api/v1/packs/rollback";
            server.send(Method::POST, path, &headers, &body).await
        };
        let first = back(json!({})).await;
        assert_eq!(first.json()["hash"], old);
        // Without the key this would put the published pack in force again.
        assert_eq!(back(json!({})).await.json(), first.json());
        assert_eq!(server.app.live.load().hash, old);
        let other = back(json!({"to": 2})).await;
        assert_eq!(other.json()["type"], "/api/docs#key-reused");
    }
}

#[tokio::test]
async fn a_pack_with_faults_changes_nothing_and_is_told_line_by_line() {
    let server = Server::new().await;
    let mut files = sources();
    let questions = files.get_mut("questions.toml").unwrap();
    questions.push_str("\n[[questions]]\nid = \"broken\"\n");
    let answer = server
        .operate(Method::PUT, "/api/v1/packs", json!({"files": files}))
        .await;
    assert_eq!(
        (answer.status, answer.json()["type"].as_str()),
        (422, Some("/api/docs#pack-refused"))
    );
    let at = answer.json()["errors"][0]["at"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(at.starts_with("questions.toml:"), "{at}");
    // Without its catalogue the site could not use it.
    let mut files = sources();
    files.retain(|name, _| !name.starts_with("catalogue/"));
    let answer = server
        .operate(Method::PUT, "/api/v1/packs", json!({"files": files}))
        .await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    let nobody = server
        .send(Method::PUT, "/api/v1/packs", &[], &json!({"files": {}}))
        .await;
    assert_eq!(nobody.status, 401);
    let list = server
        .operate(Method::GET, "/api/v1/packs", json!(null))
        .await
        .json();
    assert_eq!(list["releases"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn two_instances_on_one_database_serve_the_same() {
    let Some(url) = postgres().await else {
        eprintln!("BAZHU_TEST_POSTGRES names no PostgreSQL: not tested");
        return;
    };
    let one = Server::on(Database::Postgres(url.clone())).await;
    let two = Server::on(Database::Postgres(url)).await;
    let sent = one
        .post("/api/v1/enquiries", crate::enquiries::enquiry())
        .await
        .json();
    let path = format!("/api/v1/enquiries/{}", sent["receipt"].as_str().unwrap());
    let read = two.get_with(&path, &[("phone-last-four", "1234")]).await;
    assert_eq!(read.json(), sent);
    publish(&one, "2027.02.02").await;
    two.app.follow().await.unwrap();
    assert_eq!(version(&two).await, "2027.02.02");
    for path in ["/api/v1/packs/current", "/check", "/anything"] {
        let (a, b) = (one.get(path).await, two.get(path).await);
        assert_eq!(a.header("etag"), b.header("etag"), "{path}");
    }
    // Events from both, at once, are all counted.
    let events = json!({"events": [{"event": "result_shown", "count": 1}, {"event": "check_begun", "count": 1}]});
    for _ in 0..20 {
        let (a, b) = tokio::join!(
            one.post("/api/v1/events", events.clone()),
            two.post("/api/v1/events", events.clone())
        );
        assert_eq!((a.status, b.status), (204, 204));
    }
    let stats = two.get("/api/v1/stats").await.json();
    assert_eq!(stats["events"][0]["total"], 40);
}
