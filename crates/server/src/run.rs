//! From start to stop: settings, connections, what the server does by itself, signals.

use crate::app::App;
use crate::clock;
use crate::files::{read_archive, read_folder};
use crate::front::Front;
use crate::secrets::Keys;
use crate::settings::{SettingError, Settings};
use crate::store::{self, Store, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{interval, sleep, timeout};

/// How long a connection may be silent before the head of its next request is there.
const SILENCE: Duration = Duration::from_secs(60);
/// How soon another instance's release is taken.
const FOLLOW: Duration = Duration::from_secs(1);
/// How often what is over is deleted.
const EXPIRE: Duration = Duration::from_secs(600);

/// Why the server did not start, or a command did not do its work.
#[derive(Debug, Error)]
pub enum StartError {
    /// A setting can't be used.
    #[error("{0}")]
    Setting(#[from] SettingError),
    /// The system refuses something.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// A back-up or a restoration failed.
    #[error("{0}")]
    Copy(#[from] store::CopyError),
}

/// Serves until a signal to stop; `carried` is the site that the program carries, and `ready`
/// is told the address.
///
/// # Errors
///
/// The setting that stands in the way.
pub fn serve(
    settings: Settings,
    carried: Option<&'static [u8]>,
    ready: impl FnOnce(std::net::SocketAddr),
) -> Result<(), StartError> {
    start_log(settings.log);
    runtime()?.block_on(async {
        let contents = contents(&settings, carried)?;
        let listener = listen(&settings).await?;
        let seconds = Duration::from_secs(u64::from(settings.shutdown_seconds));
        let app = Arc::new(App::start(settings, contents).await?);
        ready(listener.local_addr()?);
        let release = app.live.load().number;
        tracing::info!(release, "serving on http://{}", listener.local_addr()?);
        let mut besides = JoinSet::new();
        besides.spawn(follow(Arc::clone(&app)));
        besides.spawn(tidy_up(Arc::clone(&app)));
        accept(listener, &app, stop(), seconds).await;
        // They would only find the database closed.
        besides.shutdown().await;
        tracing::info!("stopping: writing what was accepted");
        app.store.clone().close().await;
        Ok(())
    })
}

/// Writes everything that is kept, but for the key, into a new file.
///
/// # Errors
///
/// If the database or the file can't be used.
pub fn backup(settings: &Settings, file: &Path) -> Result<u64, StartError> {
    runtime()?.block_on(async {
        let keys = Keys::open(settings)?;
        let store = Store::open(settings, &keys).await?;
        let rows = store::backup(&store, file).await?;
        store.close().await;
        Ok(rows)
    })
}

/// Puts back what a back-up holds.
///
/// # Errors
///
/// If the database or the file can't be used, or would be written over.
pub fn restore(settings: &Settings, file: &Path, replace: bool) -> Result<u64, StartError> {
    runtime()?.block_on(async {
        let keys = Keys::open(settings)?;
        let store = Store::open(settings, &keys).await?;
        let rows = store::restore(&store, &keys, file, replace).await?;
        store.close().await;
        Ok(rows)
    })
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

fn start_log(level: tracing::Level) {
    let log = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .with_writer(std::io::stderr);
    // A second start in one process keeps the first log.
    log.try_init().ok();
}

fn contents(
    settings: &Settings,
    carried: Option<&'static [u8]>,
) -> Result<crate::files::Contents, SettingError> {
    let fault = |wrong: String, help: &str| SettingError::new("BAZHU_SITE", wrong, help);
    match (&settings.site, carried) {
        (Some(folder), _) => read_folder(folder).map_err(|error| {
            fault(
                format!("`{}` can't be read: {error}", folder.display()),
                "name the folder that `cargo xtask build` wrote",
            )
        }),
        (None, Some(archive)) => read_archive(archive).ok_or_else(|| {
            fault(
                "the site that the program carries is damaged".into(),
                "install it again",
            )
        }),
        (None, None) => Err(fault(
            "it is not set, and this program carries no site".into(),
            "set it to the folder that `cargo xtask build` wrote, or use the program of `cargo xtask package`",
        )),
    }
}

async fn listen(settings: &Settings) -> Result<TcpListener, SettingError> {
    TcpListener::bind(settings.listen).await.map_err(|error| {
        SettingError::new(
            "BAZHU_LISTEN",
            format!("`{}` can't be listened on: {error}", settings.listen),
            "stop the other program, or choose another port",
        )
    })
}

/// Takes connections until `stop`, then lets requests under way finish.
async fn accept(
    listener: TcpListener,
    app: &Arc<App>,
    stop: impl Future<Output = ()>,
    seconds: Duration,
) {
    let front = Front::new(Arc::clone(app));
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => connection(stream, peer.ip(), &front, app, &graceful),
            Err(error) => {
                // Too many open files, most likely: some will be closed.
                tracing::warn!("a connection can't be taken: {error}");
                sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    if timeout(seconds, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were still under way");
    }
}

fn connection(
    stream: TcpStream,
    peer: std::net::IpAddr,
    front: &Front,
    app: &Arc<App>,
    graceful: &GracefulShutdown,
) {
    // An answer's last piece would wait for the caller to confirm the one before.
    stream.set_nodelay(true).ok();
    let (front, app) = (front.clone(), Arc::clone(app));
    let service = service_fn(move |request| {
        let front = front.clone();
        async move { Ok::<_, Infallible>(front.answer(request, peer).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(SILENCE)
        .serve_connection(TokioIo::new(stream), service);
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        app.metrics.connections.inc();
        // A caller who leaves in mid-sentence is nobody's fault and not worth a line.
        connection.await.ok();
        app.metrics.connections.dec();
    });
}

/// Ends when the process is told to: by Ctrl+C, or by the system.
async fn stop() {
    let interrupted = async {
        tokio::signal::ctrl_c().await.ok();
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending();
    tokio::select! {
        () = interrupted => {},
        () = terminated => {},
    }
}

/// Takes what other instances put in force. What can't be taken is said once.
async fn follow(app: Arc<App>) {
    let mut said = String::new();
    let mut ticks = interval(FOLLOW);
    loop {
        ticks.tick().await;
        let wrong = app.follow().await.err().unwrap_or_default();
        if !wrong.is_empty() && wrong != said {
            tracing::warn!("the release in force can't be taken: {wrong}");
        }
        said = wrong;
    }
}

/// Deletes what is over, and forgets callers who have gone.
async fn tidy_up(app: Arc<App>) {
    let mut ticks = interval(EXPIRE);
    loop {
        ticks.tick().await;
        app.limits.forget();
        let expire = Write::Expire { now: clock::now() };
        if let Err(error) = app.store.write(expire).await {
            tracing::error!("what is over could not be deleted: {error}");
        }
    }
}
