//! `bazhu serve` as a process: killed in the middle of writing, with a full disk, asked to stop,
//! badly set, with another instance beside it; `publish`, `rollback`, `backup`, `restore`.

use crate::run::{PACK, bazhu, folder};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;
use ureq::Agent;

const TOKEN: &str = "a-token-of-more-than-thirty-two-characters";

/// A small site around the fixture's pack.
fn site(folder: &Path) -> PathBuf {
    let site = folder.join("site");
    std::fs::create_dir_all(site.join("packs")).unwrap();
    let pack = site.join("packs/example.pack");
    assert_eq!(
        bazhu(&["build", PACK, "-o", pack.to_str().unwrap()]).code,
        0
    );
    let hash = site::short_hash(&std::fs::read(&pack).unwrap());
    std::fs::rename(&pack, site.join(format!("packs/example.{hash}.pack"))).unwrap();
    let page = format!(
        "<!doctype html><html><head><link id=\"pack\" href=\"/packs/example.{hash}.pack\" /></head>\
         <body>八柱</body></html>"
    );
    std::fs::write(site.join("app.html"), page).unwrap();
    site
}

/// A server that is killed when the test ends.
struct Server {
    child: Child,
    url: String,
    agent: Agent,
    log: PathBuf,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The command that serves a folder's site, with its data in the same folder.
fn command(folder: &Path, program: &mut Command, log: &Path) -> Command {
    let mut command = std::mem::replace(program, Command::new("true"));
    command
        .env("BAZHU_SITE", folder.join("site"))
        .env("BAZHU_DATA", folder.join("data"))
        .env("BAZHU_LISTEN", "127.0.0.1:0")
        .env("BAZHU_OPERATOR_TOKEN", TOKEN)
        .env("BAZHU_WRITES_PER_MINUTE", "0")
        .env("BAZHU_READS_PER_MINUTE", "0")
        .env("BAZHU_LOG", "debug")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(log).unwrap());
    command
}

fn start_with(folder: &Path, mut program: Command, set: &[(&str, &str)]) -> Server {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let log = folder.join(format!("log{}", COUNT.fetch_add(1, Ordering::Relaxed)));
    let mut command = command(folder, &mut program, &log);
    command.envs(set.iter().copied());
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let said = std::fs::read_to_string(&log).unwrap();
    let url = line.split(' ').find(|it| it.starts_with("http://"));
    let url = url.unwrap_or_else(|| panic!("{line}{said}")).to_owned();
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(20)))
        .build();
    Server {
        child,
        url,
        agent: config.new_agent(),
        log,
    }
}

fn start(folder: &Path, set: &[(&str, &str)]) -> Server {
    let mut program = Command::new(env!("CARGO_BIN_EXE_bazhu"));
    program.arg("serve");
    start_with(folder, program, set)
}

impl Server {
    /// Sends an enquiry; its receipt, if it was acknowledged.
    fn enquire(&self, number: u32) -> Result<String, u16> {
        let enquiry = json!({"kind": "callback", "name": "隐私样本乙", "phone": format!("139{number:08}"), "consent": true});
        let answer = self
            .agent
            .post(format!("{}/api/v1/enquiries", self.url))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", format!("number-{number:08}"))
            .send(enquiry.to_string());
        let mut answer = answer.map_err(|_| 0_u16)?;
        if answer.status() != 201 {
            return Err(answer.status().as_u16());
        }
        let text = answer.body_mut().read_to_string().map_err(|_| 0_u16)?;
        let receipt: Value = serde_json::from_str(&text).unwrap();
        Ok(receipt["receipt"].as_str().unwrap().to_owned())
    }

    /// Whether somebody finds their enquiry again.
    fn finds(&self, receipt: &str, number: u32) -> bool {
        let answer = self
            .agent
            .get(format!("{}/api/v1/enquiries/{receipt}", self.url))
            .header("Phone-Last-Four", format!("{:04}", number % 10_000))
            .call()
            .unwrap();
        answer.status() == 200
    }

    fn get(&self, path: &str) -> (u16, String) {
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.url))
            .call()
            .unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        (answer.status().as_u16(), text)
    }

    fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &pid])
                .status()
                .unwrap()
                .success()
        );
    }
}

/// Settings for each kind of database: SQLite, and PostgreSQL where there is one.
fn databases(name: &str) -> Vec<Vec<(&'static str, String)>> {
    let mut all = vec![vec![]];
    if let Ok(base) = std::env::var("BAZHU_TEST_POSTGRES") {
        let database = format!("bazhu_cli_{name}_{}", std::process::id());
        let sql = format!("CREATE DATABASE {database}");
        let made = Command::new("psql").args([&base, "-qc", &sql]).status();
        assert!(made.unwrap().success());
        let (server, _) = base.rsplit_once('/').unwrap();
        all.push(vec![
            ("DATABASE_URL", format!("{server}/{database}")),
            ("BAZHU_KEY", "0123456789abcdef".repeat(4)),
        ]);
    } else {
        eprintln!("BAZHU_TEST_POSTGRES names no PostgreSQL: SQLite alone is tested");
    }
    all
}

fn borrowed<'a>(set: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    set.iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

#[test]
fn a_process_that_is_killed_while_it_writes_loses_nothing_that_it_acknowledged() {
    for (at, set) in databases("kill").iter().enumerate() {
        let folder = folder(&format!("serve_kill_{at}"));
        site(&folder);
        let set = borrowed(set);
        let server = start(&folder, &set);
        let acknowledged = Mutex::new(Vec::new());
        let next = AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        match server.enquire(number) {
                            Ok(receipt) => acknowledged.lock().unwrap().push((receipt, number)),
                            Err(_) => break,
                        }
                    }
                });
            }
            // In the middle of it, wherever that is.
            while acknowledged.lock().unwrap().len() < 200 {
                thread::sleep(Duration::from_millis(5));
            }
            server.signal("-KILL");
        });
        drop(server);
        let acknowledged = acknowledged.into_inner().unwrap();
        let server = start(&folder, &set);
        for (receipt, number) in &acknowledged {
            assert!(server.finds(receipt, *number), "{number}");
        }
        // What was under way is sent again with its key, and kept once.
        let last = next.into_inner() - 1;
        let receipt = server.enquire(last).unwrap();
        assert_eq!(server.enquire(last).unwrap(), receipt);
    }
}

#[test]
fn a_full_disk_is_said_and_loses_nothing_that_was_acknowledged() {
    let folder = folder("serve_full");
    site(&folder);
    start(&folder, &[]).signal("-TERM");
    // No file may grow beyond this, in blocks of 512 bytes; the signal for it is not deadly.
    let mut program = Command::new("sh");
    program.args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$0\" serve"]);
    program.arg(env!("CARGO_BIN_EXE_bazhu"));
    let server = start_with(&folder, program, &[]);
    let mut acknowledged = Vec::new();
    let mut refused = None;
    for number in 0..20_000 {
        match server.enquire(number) {
            Ok(receipt) => acknowledged.push((receipt, number)),
            Err(status) => {
                refused = Some(status);
                break;
            }
        }
    }
    assert_eq!(refused, Some(503), "after {}", acknowledged.len());
    assert!(acknowledged.len() > 10);
    assert_eq!(server.get("/api/v1/packs/current").0, 200);
    assert_eq!(server.get("/anything").0, 200);
    for (receipt, number) in acknowledged.iter().rev().take(20) {
        assert!(server.finds(receipt, *number));
    }
    drop(server);
    // With room again, everything is there and goes on.
    let server = start(&folder, &[]);
    for (receipt, number) in &acknowledged {
        assert!(server.finds(receipt, *number), "{number}");
    }
    assert!(server.enquire(99_999).is_ok());
}

#[test]
fn asked_to_stop_it_answers_what_is_under_way_and_ends_well() {
    let folder = folder("serve_stop");
    site(&folder);
    let mut server = start(&folder, &[]);
    let stopping = AtomicBool::new(false);
    let acknowledged = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for worker in 0..4 {
            let (server, stopping, acknowledged) = (&server, &stopping, &acknowledged);
            scope.spawn(move || {
                for number in (worker..).step_by(4) {
                    match server.enquire(number) {
                        Ok(receipt) => acknowledged.lock().unwrap().push((receipt, number)),
                        // Refused connections are all right, broken answers are not.
                        Err(status) => {
                            assert_eq!(status, 0);
                            assert!(stopping.load(Ordering::SeqCst));
                            break;
                        }
                    }
                }
            });
        }
        while acknowledged.lock().unwrap().len() < 50 {
            thread::sleep(Duration::from_millis(5));
        }
        stopping.store(true, Ordering::SeqCst);
        server.signal("-TERM");
    });
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
    // Nothing is left to be recovered.
    assert!(!folder.join("data/bazhu.sqlite-wal").exists());
    let log = std::fs::read_to_string(&server.log).unwrap();
    assert!(log.contains("stopping"), "{log}");
    // Nobody's name or number is in the log, however much is logged.
    assert!(log.contains("/api/v1/enquiries"), "{log}");
    assert!(
        !log.contains("隐私样本乙") && !log.contains("1390000"),
        "{log}"
    );
    let server = start(&folder, &[]);
    for (receipt, number) in acknowledged.into_inner().unwrap() {
        assert!(server.finds(&receipt, number), "{number}");
    }
}

#[test]
fn a_bad_setting_ends_the_start_and_is_named() {
    let folder = folder("serve_bad");
    site(&folder);
    for (name, value, wrong) in [
        (
            "BAZHU_KEEP_DAYS",
            "none",
            "BAZHU_KEEP_DAYS: `none` is not a whole number",
        ),
        (
            "BAZHU_KEEPDAYS",
            "90",
            "BAZHU_KEEPDAYS: there is no such setting; did you mean `BAZHU_KEEP_DAYS`?",
        ),
        (
            "BAZHU_OPERATOR_TOKEN",
            "short",
            "BAZHU_OPERATOR_TOKEN: the token has fewer than 32 characters",
        ),
        (
            "DATABASE_URL",
            "mysql://u:geheim@h/d",
            "DATABASE_URL: it names no PostgreSQL database",
        ),
        (
            "BAZHU_SITE",
            "/nowhere",
            "BAZHU_SITE: `/nowhere` can't be read",
        ),
        (
            "BAZHU_LISTEN",
            "192.0.2.1:1",
            "BAZHU_LISTEN: `192.0.2.1:1` can't be listened on",
        ),
        (
            "BAZHU_KEY",
            "abc",
            "BAZHU_KEY: it is not 64 hexadecimal digits",
        ),
    ] {
        let log = folder.join("log");
        let mut program = Command::new(env!("CARGO_BIN_EXE_bazhu"));
        program.arg("serve");
        let mut command = command(&folder, &mut program, &log);
        let status = command.env(name, value).status().unwrap();
        let said = std::fs::read_to_string(&log).unwrap();
        assert_eq!(status.code(), Some(2), "{name}: {said}");
        assert!(
            said.contains(wrong) && said.contains("what to do: "),
            "{said}"
        );
        assert!(!said.contains("geheim"), "{said}");
    }
}

#[test]
fn a_slow_caller_and_nonsense_hold_nobody_up() {
    let folder = folder("serve_slow");
    site(&folder);
    let server = start(&folder, &[]);
    let address = server.url.trim_start_matches("http://").to_owned();
    let mut open: Vec<TcpStream> = (0..50)
        .map(|_| TcpStream::connect(&address).unwrap())
        .collect();
    for stream in &mut open {
        std::io::Write::write_all(stream, b"GET /check HTTP/1.1\r\nHost:").unwrap();
    }
    assert_eq!(server.get("/check").0, 200);
    let mut nonsense = TcpStream::connect(&address).unwrap();
    std::io::Write::write_all(&mut nonsense, b"\x16\x03\x01nonsense\r\n\r\n").unwrap();
    let mut said = String::new();
    nonsense.read_to_string(&mut said).unwrap();
    assert!(said.starts_with("HTTP/1.1 400 "), "{said}");
    assert_eq!(server.get("/healthz"), (200, "ok\n".to_owned()));
}

#[test]
fn a_pack_is_published_and_taken_back_from_the_command_line() {
    let folder = folder("serve_publish");
    site(&folder);
    let server = start(&folder, &[]);
    let token = folder.join("token");
    std::fs::write(&token, TOKEN).unwrap();
    let token = token.to_str().unwrap();
    let changed = folder.join("pack");
    copy(Path::new(PACK), &changed);
    let pack = std::fs::read_to_string(changed.join("pack.toml")).unwrap();
    let line = pack.lines().find(|it| it.starts_with("version")).unwrap();
    std::fs::write(
        changed.join("pack.toml"),
        pack.replace(line, "version = \"next\""),
    )
    .unwrap();
    let changed = changed.to_str().unwrap();
    let said = bazhu(&[
        "publish",
        changed,
        "--to",
        &server.url,
        "--token-file",
        token,
        "--note",
        "a test",
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.stdout.contains(" next is in force, hash "), "{said:?}");
    assert!(
        server
            .get("/api/v1/packs/current")
            .1
            .contains("\"version\":\"next\"")
    );
    let said = bazhu(&["rollback", "--to", &server.url, "--token-file", token]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        !server
            .get("/api/v1/packs/current")
            .1
            .contains("\"version\":\"next\"")
    );

    let broken = folder.join("pack/questions.toml");
    std::fs::write(&broken, "[[questions]]\nid = 7\n").unwrap();
    let said = bazhu(&[
        "publish",
        changed,
        "--to",
        &server.url,
        "--token-file",
        token,
    ]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stderr.contains("error: questions.toml:"), "{said:?}");
    let wrong = folder.join("wrong");
    std::fs::write(&wrong, "x".repeat(40)).unwrap();
    let said = bazhu(&[
        "rollback",
        "--to",
        &server.url,
        "--token-file",
        wrong.to_str().unwrap(),
    ]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stderr.contains("Not authorised"), "{said:?}");
    let said = bazhu(&[
        "rollback",
        "--to",
        "http://127.0.0.1:1",
        "--token-file",
        token,
    ]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(
        said.stderr.contains("the server does not answer"),
        "{said:?}"
    );
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

#[test]
fn a_back_up_is_made_while_it_serves_and_restored_elsewhere() {
    let first = folder("serve_backup");
    site(&first);
    let server = start(&first, &[]);
    let receipt = server.enquire(7).unwrap();
    let file = first.join("copy");
    let run = |folder: &Path, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bazhu"));
        command.args(args).env("BAZHU_DATA", folder.join("data"));
        crate::run::run(&mut command, "")
    };
    let path = file.to_str().unwrap();
    let said = run(&first, &["backup", path]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        run(&first, &["backup", path]).code,
        2,
        "it writes over nothing"
    );
    let second = folder("serve_restore");
    site(&second);
    // Without the key it is of no use, and says so.
    let said = run(&second, &["restore", path]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.stderr.contains("another key"), "{said:?}");
    std::fs::remove_dir_all(second.join("data")).unwrap();
    std::fs::create_dir_all(second.join("data")).unwrap();
    std::fs::copy(first.join("data/key"), second.join("data/key")).unwrap();
    let said = run(&second, &["restore", path]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(start(&second, &[]).finds(&receipt, 7));
}

#[test]
fn a_token_and_a_key_are_files_for_their_owner_alone() {
    let folder = folder("serve_token");
    let file = folder.join("operator");
    let said = bazhu(&["token", file.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{said:?}");
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.starts_with("sha256:") && !kept.contains(said.stdout.trim()));
    assert_eq!(bazhu(&["token", file.to_str().unwrap()]).code, 2);
    site(&folder);
    let server = start(
        &folder,
        &[
            ("BAZHU_OPERATOR_TOKEN", ""),
            ("BAZHU_OPERATOR_TOKEN_FILE", file.to_str().unwrap()),
        ],
    );
    let bearer = format!("Bearer {}", said.stdout.trim());
    let list = server
        .agent
        .get(format!("{}/api/v1/packs", server.url))
        .header("Authorization", bearer)
        .call();
    assert_eq!(list.unwrap().status(), 200);
}
