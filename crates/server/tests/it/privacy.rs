//! Nobody's name or number is to be found where it has no business.

use crate::server_of::{Server, databases};
use axum::http::Method;
use serde_json::json;

const NAME: &str = "隐私样本甲";
const PHONE: &str = "13987654321";
const TEXT: &str = "请打这个电话联系我";

/// Whether bytes hold a text, as UTF-8, UTF-16 or hexadecimal.
fn holds(bytes: &[u8], text: &str) -> bool {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex: String = text.bytes().map(|it| format!("{it:02x}")).collect();
    [text.as_bytes(), &utf16, hex.as_bytes()]
        .iter()
        .any(|wanted| bytes.windows(wanted.len()).any(|it| it == *wanted))
}

#[tokio::test]
async fn names_numbers_and_texts_are_not_in_the_database_the_metrics_or_errors() {
    for database in databases().await {
        let server = Server::on(database).await;
        let enquiry = json!({"kind": "callback", "name": NAME, "phone": PHONE, "consent": true});
        let headers = [("idempotency-key", "0190b1a2-privacy")];
        let sent = server
            .send(Method::POST, "/api/v1/enquiries", &headers, &enquiry)
            .await;
        assert_eq!(sent.status, 201);
        let feedback = json!({"id": "0190b1a2-3c4d-7e5f-8a6b-9c0d1e2f3a4b", "kind": "wrong",
            "about": {"page": "/", "pack_hash": "x"}, "text": TEXT, "at": "2026-11-27T08:00:00Z"});
        assert_eq!(server.post("/api/v1/feedback", feedback).await.status, 204);
        let mut texts = vec![sent.text()];
        for wrong in [
            json!({"kind": NAME, "name": NAME, "phone": PHONE, "consent": true}),
            json!({"kind": "callback", "name": [NAME], "phone": PHONE, "consent": true}),
            json!({"kind": "callback", "name": NAME, "phone": format!("{PHONE}9"), "consent": true}),
        ] {
            let answer = server.post("/api/v1/enquiries", wrong).await;
            assert_eq!(answer.status, 422);
            texts.push(answer.text());
        }
        texts.push(server.get("/metrics").await.text());
        texts.push(server.get("/api/v1/stats").await.text());
        texts.push(
            server
                .operate(Method::GET, "/api/v1/audit", json!(null))
                .await
                .text(),
        );

        // Everything that is kept, whichever database keeps it.
        let copy = server.folder.path().join("copy.sqlite");
        let rows = server::store::backup(&server.app.store, &copy)
            .await
            .unwrap();
        assert!(rows >= 5);
        let mut kept = std::fs::read(copy).unwrap();
        // And the files themselves, what waits in the log of writes included.
        for entry in server
            .folder
            .path()
            .join("data")
            .read_dir()
            .into_iter()
            .flatten()
            .flatten()
        {
            kept.extend(std::fs::read(entry.path()).unwrap());
        }
        for secret in [NAME, PHONE, TEXT] {
            assert!(!holds(&kept, secret), "{secret}");
            for text in &texts {
                assert!(!holds(text.as_bytes(), secret), "{secret} in {text}");
            }
        }
        // This would have found them.
        let list = server
            .operate(Method::GET, "/api/v1/enquiries", json!(null))
            .await;
        assert!(holds(&list.body, NAME) && holds(&list.body, PHONE));
        assert!(holds(&kept, "0190b1a2-3c4d-7e5f-8a6b-9c0d1e2f3a4b"));
    }
}
