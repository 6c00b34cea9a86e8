//! A server of its own for each test, and requests to it.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request};
use bytes::Bytes;
use http_body_util::BodyExt;
use serde_json::Value;
use server::{App, Content, Contents, Front, Settings, build};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

/// The operator's token in all tests.
pub const TOKEN: &str = "a-token-of-more-than-thirty-two-characters";

/// Where a server keeps what it keeps.
#[derive(Clone, Debug)]
pub enum Database {
    /// In its folder.
    Sqlite,
    /// At this address.
    Postgres(String),
}

/// Every kind of database that there is here, each empty.
pub async fn databases() -> Vec<Database> {
    let mut all = vec![Database::Sqlite];
    match postgres().await {
        Some(url) => all.push(Database::Postgres(url)),
        None => eprintln!("BAZHU_TEST_POSTGRES names no PostgreSQL: SQLite alone is tested"),
    }
    all
}

/// A new database of the test's PostgreSQL, if there is one.
pub async fn postgres() -> Option<String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let base = std::env::var("BAZHU_TEST_POSTGRES").ok()?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("bazhu_{}_{number}", std::process::id());
    admin(&format!("CREATE DATABASE {name}")).await;
    let (server, _) = base.rsplit_once('/').unwrap();
    Some(format!("{server}/{name}"))
}

/// Runs a statement as the administrator of the test's PostgreSQL.
pub async fn admin(sql: &str) {
    let base = std::env::var("BAZHU_TEST_POSTGRES").unwrap();
    let mut connection = PgConnection::connect(&base).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut connection)
        .await
        .unwrap();
}

/// A server.
pub struct Server {
    pub app: Arc<App>,
    pub folder: Arc<TempDir>,
    pub database: Database,
    front: Front,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|it| it.to_str().unwrap());
        value.unwrap_or("")
    }

    /// The names of its headers, in order.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.headers.keys().map(|it| it.as_str()).collect();
        names.sort_unstable();
        names
    }
}

impl Server {
    /// A server with nothing set but what tests need.
    pub async fn on(database: Database) -> Self {
        Self::with(database, Arc::new(tempfile::tempdir().unwrap()), &[]).await
    }

    /// A server on SQLite.
    pub async fn new() -> Self {
        Self::on(Database::Sqlite).await
    }

    /// A server with settings.
    pub async fn set(settings: &[(&str, &str)]) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::with(Database::Sqlite, folder, settings).await
    }

    /// Another server on the same folder and database.
    pub async fn again(&self) -> Self {
        Self::with(self.database.clone(), Arc::clone(&self.folder), &[]).await
    }

    pub async fn with(database: Database, folder: Arc<TempDir>, set: &[(&str, &str)]) -> Self {
        let settings = settings(&database, folder.path(), set);
        let app = App::start(settings, contents()).await.unwrap();
        let app = Arc::new(app);
        Self {
            front: Front::new(Arc::clone(&app)),
            app,
            folder,
            database,
        }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        self.ask_from("198.51.100.7", request).await
    }

    pub async fn ask_from(&self, peer: &str, request: Request<Body>) -> Answer {
        let response = self.front.answer(request, peer.parse().unwrap()).await;
        let (head, body) = response.into_parts();
        Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask(request(Method::GET, path, headers, Body::empty()))
            .await
    }

    /// Sends JSON, English wanted.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        json: &Value,
    ) -> Answer {
        let mut all = vec![
            ("content-type", "application/json"),
            ("accept-language", "en"),
        ];
        all.extend(headers);
        let body = Body::from(json.to_string());
        self.ask(request(method, path, &all, body)).await
    }

    pub async fn post(&self, path: &str, json: Value) -> Answer {
        self.send(Method::POST, path, &[], &json).await
    }

    /// As the operator.
    pub async fn operate(&self, method: Method, path: &str, json: Value) -> Answer {
        let bearer = format!("Bearer {TOKEN}");
        self.send(method, path, &[("authorization", &bearer)], &json)
            .await
    }
}

pub fn settings(database: &Database, folder: &Path, set: &[(&str, &str)]) -> Settings {
    let data = folder.join("data").display().to_string();
    let key = "0123456789abcdef".repeat(4);
    let get = |name: &str| {
        let found = set.iter().find(|(it, _)| *it == name);
        let found = found.map(|(_, value)| (*value).to_owned());
        found.or_else(|| match (name, database) {
            ("BAZHU_DATA", _) => Some(data.clone()),
            ("BAZHU_OPERATOR_TOKEN", _) => Some(TOKEN.to_owned()),
            ("BAZHU_KEY", _) => Some(key.clone()),
            ("DATABASE_URL", Database::Postgres(url)) => Some(url.clone()),
            ("BAZHU_READS_PER_MINUTE" | "BAZHU_WRITES_PER_MINUTE", _) => Some("0".to_owned()),
            _ => None,
        })
    };
    Settings::read(get, []).unwrap()
}

pub fn request(method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut builder = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(body).unwrap()
}

/// The Shanghai pack's source files.
pub fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/shanghai");
    let mut files = BTreeMap::new();
    for folder in ["", "programmes/", "cases/", "catalogue/"] {
        for entry in root.join(folder).read_dir().unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".toml") || name.ends_with(".csv") {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                files.insert(format!("{folder}{name}"), text);
            }
        }
    }
    files
}

/// The same with another version, which is another pack.
pub fn changed(version: &str) -> BTreeMap<String, String> {
    let mut files = sources();
    let pack = files.get_mut("pack.toml").unwrap();
    let line = pack
        .lines()
        .find(|it| it.starts_with("version"))
        .unwrap()
        .to_owned();
    let new = format!("version = \"{version}\"");
    *pack = pack.replace(&line, &new);
    let log = files.get_mut("changes.toml").unwrap();
    *log = log.replace(&line, &new);
    files
}

/// The Shanghai pack, built once.
pub fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| build(sources()).unwrap())
}

/// A small site around the Shanghai pack, as the build makes it.
pub fn contents() -> Contents {
    let content = content();
    let name = |bytes: &[u8], kind: &str| {
        let hash = ::site::short_hash(bytes);
        match kind {
            "pack" => format!("packs/shanghai.{hash}.pack"),
            part => format!("packs/shanghai.{part}.{hash}.part"),
        }
    };
    let mut contents = Contents::new();
    let pack = name(&content.pack, "pack");
    contents.insert(pack.clone(), content.pack.clone());
    let mut parts = Vec::new();
    for (part, bytes) in &content.parts {
        let name = name(bytes, part);
        contents.insert(name.clone(), bytes.clone());
        parts.push(format!("/{name}"));
    }
    let linked = format!(
        "<!doctype html><html lang=\"zh-Hans\"><head><title>八柱</title>\
         <link id=\"pack\" rel=\"preload\" href=\"/{pack}\" as=\"fetch\" />\
         <meta name=\"catalogue\" content=\"{}\" /><script>let theme;</script>\
         <script type=\"module\">\nimport init from '/app-0123456789abcdef.js';\n\
         await init({{ module_or_path: '/app-0123456789abcdef_bg.wasm' }});\n</script></head>\
         <body><main>八柱</main><!-- The shell ends here. -->\
         <link rel=\"stylesheet\" href=\"/main-0123456789abcdef.css\" /></body></html>",
        parts.join(" ")
    );
    for (name, text) in [
        (
            "app-0123456789abcdef.js",
            "function __wbg_init() {}".to_owned(),
        ),
        ("app-0123456789abcdef_bg.wasm", "wasm".repeat(5000)),
        ("main-0123456789abcdef.css", "a{}".to_owned()),
        ("app.html", linked.clone()),
        ("icon.svg", "<svg/>".to_owned()),
        ("icon.svg.br", "br".to_owned()),
        ("icon.svg.gz", "gz".to_owned()),
        ("embed/v1.js", "embed".to_owned()),
    ] {
        contents.insert(name.to_owned(), text.into());
    }
    let whole = ::site::whole(&linked, |name| {
        Ok(contents[name.trim_start_matches('/')].to_vec())
    });
    let whole = Bytes::from(whole.unwrap());
    contents.insert("index.html".to_owned(), whole.clone());
    contents.insert("check/index.html".to_owned(), whole);
    let files: Vec<_> = contents.iter().collect();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), &bytes[..]));
    let worker = include_str!("../../../../public/sw.js");
    let worker = ::site::with_files(worker, files).unwrap();
    contents.insert(::site::SERVICE_WORKER.to_owned(), worker.into());
    contents
}
