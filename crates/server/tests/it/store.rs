//! Back-up and restoration between both databases; the key.

use crate::server_of::{Database, Server, databases, settings};
use axum::http::Method;
use serde_json::json;
use server::App;

#[tokio::test]
async fn a_back_up_is_restored_into_either_database() {
    for from in 0..databases().await.len() {
        for to in databases().await {
            let source = Server::on(databases().await.remove(from)).await;
            let sent = source
                .post("/api/v1/enquiries", crate::enquiries::enquiry())
                .await
                .json();
            source
                .post(
                    "/api/v1/events",
                    json!({"events": [{"event": "result_shown", "count": 3}]}),
                )
                .await;
            let file = source.folder.path().join("copy.sqlite");
            let _ = std::fs::remove_file(&file);
            let rows = server::store::backup(&source.app.store, &file)
                .await
                .unwrap();

            let folder = tempfile::tempdir().unwrap();
            let set = settings(&to, folder.path(), &[]);
            let set_again = set.clone();
            // These commands have a runtime of their own.
            let (path, path_again) = (file.clone(), file.clone());
            let restored = tokio::task::spawn_blocking(move || server::restore(&set, &path, false));
            assert_eq!(restored.await.unwrap().unwrap(), rows);
            let refused = tokio::task::spawn_blocking(move || {
                server::restore(&set_again, &path_again, false)
            });
            let refused = refused.await.unwrap().unwrap_err().to_string();
            assert!(refused.contains("--replace"), "{refused}");

            let target = Server::with(to, std::sync::Arc::new(folder), &[]).await;
            let path = format!("/api/v1/enquiries/{}", sent["receipt"].as_str().unwrap());
            let read = target.get_with(&path, &[("phone-last-four", "1234")]).await;
            assert_eq!(read.json(), sent);
            // New rows follow the old ones.
            assert_eq!(
                target
                    .post("/api/v1/enquiries", crate::enquiries::enquiry())
                    .await
                    .status,
                201
            );
            let list = target
                .operate(Method::GET, "/api/v1/enquiries", json!(null))
                .await
                .json();
            assert_eq!(list["enquiries"][1]["name"], "示例");
            assert_eq!(
                target.get("/api/v1/stats").await.json()["events"][0]["total"],
                3
            );
            drop(source);
        }
    }
}

#[tokio::test]
async fn another_key_is_refused_at_the_start() {
    for database in databases().await {
        let server = Server::on(database).await;
        server
            .post("/api/v1/enquiries", crate::enquiries::enquiry())
            .await;
        let other = "f".repeat(64);
        let set = settings(
            &server.database,
            server.folder.path(),
            &[("BAZHU_KEY", &other)],
        );
        let error = App::start(set, crate::server_of::contents())
            .await
            .err()
            .unwrap();
        assert_eq!(error.setting, "BAZHU_KEY_FILE");
        assert_eq!(
            error.wrong,
            "this is not the key that the database was made with"
        );
    }
}

#[tokio::test]
async fn bad_settings_end_the_start_and_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let below = file.join("data").display().to_string();
    let set = settings(&Database::Sqlite, folder.path(), &[("BAZHU_DATA", &below)]);
    let error = App::start(set, crate::server_of::contents())
        .await
        .err()
        .unwrap();
    assert_eq!(error.setting, "BAZHU_DATA");
    let set = settings(&Database::Sqlite, folder.path(), &[]);
    let error = App::start(set, server::Contents::new())
        .await
        .err()
        .unwrap();
    assert_eq!(
        (error.setting.as_str(), error.wrong.as_str()),
        ("BAZHU_SITE", "this is no built site: it holds no app.html")
    );
    if let Some(url) = crate::server_of::postgres().await {
        let database = Database::Postgres(url.replace("/bazhu_", "/no_such_"));
        let set = settings(&database, folder.path(), &[]);
        let error = App::start(set, crate::server_of::contents())
            .await
            .err()
            .unwrap();
        assert_eq!(error.setting, "DATABASE_URL");
    }
}
