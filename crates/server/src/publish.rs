//! How a pack comes into force: from the build, from the operator, from another instance.

use crate::app::App;
use crate::clock;
use crate::problem::{Code, Problem, Said};
use crate::release::{Built, Content, Live, Release, build, part_hash};
use crate::store::{Done, NewRelease, ReleaseRow, SpentKey, Store, StoreError, Write};
use bytes::Bytes;
use pack::source::{Fault, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The row of a content, to be kept.
fn row(content: &Content, cause: &str, note: &str, at: i64) -> Result<NewRelease, String> {
    let (pack, hash) = pack::read(&content.pack).map_err(|error| error.to_string())?;
    let mut files = vec![(hash.to_string(), content.pack.clone())];
    let mut parts = String::new();
    for (name, bytes) in &content.parts {
        let hash = part_hash(bytes);
        parts.push_str(&format!("{name} {hash}\n"));
        files.push((hash, bytes.clone()));
    }
    Ok(NewRelease {
        row: ReleaseRow {
            number: 0,
            hash: hash.to_string(),
            parts,
            pack_id: pack.id,
            version: pack.version,
            cause: cause.to_owned(),
            note: note.to_owned(),
            published_at: at,
        },
        files,
        only_if_new: cause == "build",
    })
}

/// What a row put in force.
async fn read(store: &Store, row: &ReleaseRow) -> Result<Release, String> {
    let file = async |hash: &str| -> Result<Bytes, String> {
        let found = store.file(hash).await.map_err(|error| error.to_string())?;
        found.ok_or_else(|| format!("the file {hash} is not there"))
    };
    let mut content = Content {
        pack: file(&row.hash).await?,
        parts: Vec::new(),
    };
    for line in row.parts.lines() {
        let (name, hash) = line.split_once(' ').unwrap_or((line, ""));
        content.parts.push((name.to_owned(), file(hash).await?));
    }
    Ok(Release {
        number: row.number,
        published_at: row.published_at,
        content,
    })
}

/// The release in force when the server starts. A site that brings a pack never seen here puts
/// it in force; one that is only started again changes nothing.
///
/// # Errors
///
/// If not even the site's own pack can be used.
pub async fn first(store: &Store, built: &Built) -> Result<Live, String> {
    let own = row(
        &built.own.content,
        "build",
        "brought by the site",
        clock::now(),
    )?;
    let database = |error: StoreError| error.to_string();
    let release = Write::Release(Box::new(own));
    store.write(release).await.map_err(database)?;
    // The newest that this program can read: another instance may be newer than this one.
    for row in store.releases().await.map_err(database)? {
        match read(store, &row).await.and_then(|it| Live::of(&it, built)) {
            Ok(live) => return Ok(live),
            Err(wrong) => tracing::warn!("release {} can't be used: {wrong}", row.number),
        }
    }
    Err("no release can be used".to_owned())
}

/// Takes what another instance put in force.
///
/// # Errors
///
/// Why it can't be taken.
pub async fn follow(app: &App) -> Result<(), String> {
    let newest = app.store.newest().await.map_err(|it| it.to_string())?;
    if newest == app.live.load().number {
        return Ok(());
    }
    let rows = app.store.releases().await.map_err(|it| it.to_string())?;
    let Some(row) = rows.first() else {
        return Ok(());
    };
    let release = read(&app.store, row).await?;
    app.live.store(Arc::new(Live::of(&release, &app.built)?));
    tracing::info!(release = row.number, "release {} is in force", row.number);
    Ok(())
}

/// Checks, builds and puts in force what the operator sends.
///
/// # Errors
///
/// What is wrong with the pack, or that it can't be kept; then nothing has changed.
pub async fn publish(
    app: &Arc<App>,
    files: BTreeMap<String, String>,
    note: String,
) -> Result<ReleaseRow, Problem> {
    let _alone = app.publishing.lock().await;
    let content = blocking(move || build(files))
        .await?
        .map_err(|faults| refused(&faults))?;
    // One moment for the row and for what is said of it: other instances read the row.
    let at = clock::now();
    let mut live = ready(app, content.clone(), at).await?;
    if let Some(current) = in_force(app, &content).await? {
        return Ok(current);
    }
    let new = row(&content, "publish", &note, at).map_err(Problem::internal)?;
    let kept = app.store.write(Write::Release(Box::new(new))).await;
    let kept = release(kept.map_err(unavailable)?)?;
    live.number = kept.number;
    app.live.store(Arc::new(live));
    Ok(kept)
}

/// Puts an earlier release in force again.
///
/// # Errors
///
/// If there is none, or it can't be kept.
pub async fn rollback(
    app: &Arc<App>,
    to: Option<i64>,
    key: Option<SpentKey>,
) -> Result<ReleaseRow, Problem> {
    let _alone = app.publishing.lock().await;
    let at = clock::now();
    let done = app.store.write(Write::Rollback { to, key, at }).await;
    let kept = release(done.map_err(unavailable)?)?;
    follow(app).await.map_err(Problem::internal)?;
    Ok(kept)
}

/// The release in force, if it has this content: the same sent twice is published once.
async fn in_force(app: &App, content: &Content) -> Result<Option<ReleaseRow>, Problem> {
    let rows = app.store.releases().await.map_err(unavailable)?;
    let new = row(content, "publish", "", 0)
        .map_err(Problem::internal)?
        .row;
    let same = |it: &ReleaseRow| it.hash == new.hash && it.parts == new.parts;
    Ok(rows.into_iter().next().filter(same))
}

/// A content made ready, before anything of it is kept.
async fn ready(app: &Arc<App>, content: Content, at: i64) -> Result<Live, Problem> {
    let app = Arc::clone(app);
    let made = blocking(move || {
        let id = pack::read(&app.built.own.content.pack).map(|(pack, _)| pack.id);
        let release = Release {
            number: 0,
            published_at: at,
            content,
        };
        let live = Live::of(&release, &app.built)?;
        match id.is_ok_and(|id| id == live.pack.id) {
            true => Ok(live),
            false => Err(format!("this server's pack is not `{}`", live.pack.id)),
        }
    });
    made.await?.map_err(|wrong: String| {
        Problem::of(Code::PackRefused).saying(
            format!("本服务的网站用不了它：{wrong}。"),
            format!("This server's site can't use it: {wrong}."),
        )
    })
}

fn release(done: Done) -> Result<ReleaseRow, Problem> {
    match done {
        Done::Release(row) => Ok(*row),
        Done::Reused => Err(Problem::of(Code::KeyReused)),
        _ => Err(Problem::of(Code::NoSuchRelease)),
    }
}

/// The checker's errors; its words are for whoever writes packs, and English.
fn refused(faults: &[Fault]) -> Problem {
    let errors = faults.iter().filter(|it| it.severity == Severity::Error);
    let fields = errors.take(50).map(|fault| {
        let at = format!("{}:{}:{}", fault.file, fault.line, fault.column);
        let help = fault.help.as_ref().map(|help| format!(" ({help})"));
        let text = format!("{}{}", fault.message, help.unwrap_or_default());
        (at, Said::new(text.clone(), text))
    });
    Problem {
        fields: fields.collect(),
        ..Problem::of(Code::PackRefused)
    }
}

/// Something that could not be kept: the cause is logged here.
pub fn unavailable(error: StoreError) -> Problem {
    tracing::error!("something could not be kept or read: {error}");
    Problem::of(Code::Unavailable)
}

/// Runs what takes long where it holds nobody up.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(Problem::internal)
}
