//! The API's description.

use crate::server_of::Server;

#[tokio::test]
async fn the_whole_document_is_as_it_was_reviewed() {
    let server = Server::new().await;
    let answer = server.get("/api/openapi.json").await;
    assert_eq!(answer.header("content-type"), "application/json");
    insta::assert_json_snapshot!(answer.json());
}

#[tokio::test]
async fn the_page_shows_every_address_and_needs_no_script() {
    let server = Server::new().await;
    let page = server.get("/api/docs").await;
    let policy = page.header("content-security-policy").to_owned();
    assert!(policy.contains("style-src 'self' 'sha256-") && !policy.contains("unsafe-inline"));
    let text = page.text();
    assert!(!text.contains("<script"));
    let document = server.get("/api/openapi.json").await.json();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            let heading = format!("<code>{} {path}</code>", method.to_uppercase());
            assert!(text.contains(&heading), "{heading}");
        }
    }
}
