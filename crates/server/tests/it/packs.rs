//! The pack in force, and files by hash.

use crate::server_of::{Server, content};

#[tokio::test]
async fn the_current_pack_is_named_with_its_files_and_asked_for_once() {
    let server = Server::new().await;
    let answer = server.get("/api/v1/packs/current").await;
    let current = answer.json();
    let (pack, hash) = pack::read(&content().pack).unwrap();
    assert_eq!(current["hash"], hash.to_string());
    assert_eq!(current["id"], "shanghai");
    assert_eq!(
        current["valid_until"],
        pack::facts::format_date(pack.valid_until)
    );
    let etag = answer.header("etag").to_owned();
    let again = server
        .get_with("/api/v1/packs/current", &[("if-none-match", &etag)])
        .await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.names(), ["cache-control", "etag"]);
    let parts = current["parts"].as_array().unwrap();
    assert_eq!(parts.len(), content().parts.len());
    for (part, (name, bytes)) in parts.iter().zip(&content().parts) {
        assert_eq!(part["name"], name.as_str());
        let file = server.get(part["url"].as_str().unwrap()).await;
        assert_eq!((file.status, &file.body), (200, bytes), "{name}");
    }
}

#[tokio::test]
async fn a_file_never_changes_and_an_unknown_one_is_a_problem() {
    let server = Server::new().await;
    let (_, hash) = pack::read(&content().pack).unwrap();
    let path = format!("/api/v1/packs/{hash}");
    let file = server.get(&path).await;
    assert_eq!(file.body, content().pack);
    assert_eq!(
        file.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    let small = server.get_with(&path, &[("accept-encoding", "br")]).await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body.len() < file.body.len());
    let etag = file.header("etag").to_owned();
    let again = server.get_with(&path, &[("if-none-match", &etag)]).await;
    assert_eq!(again.status, 304);
    assert_eq!(again.names(), ["cache-control", "etag", "vary"]);
    let missing = server
        .get("/api/v1/packs/00000000000000000000000000000000")
        .await;
    assert_eq!(missing.status, 404);
    assert_eq!(missing.json()["type"], "/api/docs#no-such-pack");
    assert_eq!(missing.json()["title"], "没有这个政策包");
    assert_eq!(missing.header("content-language"), "zh-Hans");
}
