//! A PostgreSQL of our own for the tests: the system's program, installed from Debian's packages
//! where we may, with a temporary cluster on a free port, stopped afterwards.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::chromium::is_root;
use crate::fault::{AtPath, Fault, Outcome};
use crate::project::on_path;
use crate::run::{note, read, run};

/// How long a cluster may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A cluster that ends with us.
pub struct Cluster {
    /// `postgres://…`, its administrator's.
    pub url: String,
    child: Child,
    folder: PathBuf,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Interrupted, it ends its sessions and stops in good order.
        let pid = self.child.id().to_string();
        read(Command::new("kill").args(["-INT", &pid])).ok();
        self.child.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// Starts a cluster.
///
/// # Errors
///
/// If PostgreSQL is not there and can't be installed, or does not start.
pub fn start() -> Outcome<Cluster> {
    let programs = programs()?;
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map_err(|e| Fault::new(format!("there is no free port: {e}")))?
        .port();
    // Not below the build folder: root's may be closed to the user that the cluster runs as.
    let folder = std::env::temp_dir().join(format!("bazhu-postgres-{}", std::process::id()));
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).at("make", &folder)?;
    if is_root() {
        run(Command::new("chown").arg("postgres").arg(&folder))?;
    }
    let data = folder.join("data");
    note(format!("$ initdb and postgres on 127.0.0.1:{port}"));
    read(
        as_other(&programs.join("initdb"))
            .arg("-D")
            .arg(&data)
            .args(["-A", "trust", "-U", "bazhu", "-E", "UTF8", "--no-sync"]),
    )?;
    let child = as_other(&programs.join("postgres"))
        .arg("-D")
        .arg(&data)
        .args(["-p", &port.to_string(), "-h", "127.0.0.1", "-k", ""])
        // Nothing of it is to outlive a lost machine.
        .args(["-c", "fsync=off", "-c", "max_connections=300"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| Fault::new(format!("cannot start `postgres`: {e}")))?;
    let cluster = Cluster {
        url: format!("postgres://bazhu@127.0.0.1:{port}/postgres"),
        child,
        folder,
    };
    let begun = Instant::now();
    let port = port.to_string();
    let asked = ["-q", "-h", "127.0.0.1", "-p", &port];
    while read(Command::new(programs.join("pg_isready")).args(asked)).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err(Fault::new("PostgreSQL does not answer"));
        }
        sleep(Duration::from_millis(200));
    }
    Ok(cluster)
}

/// PostgreSQL refuses to run as root.
fn as_other(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
        .arg(program)
        .current_dir("/");
    command
}

/// The folder of PostgreSQL's programs.
fn programs() -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if on_path(&["apt-get"]).is_some() && is_root() {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args([
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                "postgresql",
            ])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    find().ok_or_else(|| {
        Fault::new("PostgreSQL is not installed").help(
            "install it (Debian: postgresql), or set BAZHU_TEST_POSTGRES to an administrator's address",
        )
    })
}

/// On PATH, or where Debian puts it: the newest.
fn find() -> Option<PathBuf> {
    // A link on PATH leads to the folder that has the other programs too.
    if let Some(initdb) = on_path(&["initdb"])
        && let Ok(real) = fs::canonicalize(initdb)
        && let Some(folder) = real.parent().filter(|it| it.join("pg_isready").is_file())
    {
        return Some(folder.to_path_buf());
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions
        .flatten()
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
        .collect();
    folders.sort();
    folders.pop()
}
