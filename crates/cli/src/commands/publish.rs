//! `bazhu publish`, `bazhu rollback`: what a server has in force.

use crate::args::{Publish, Rollback};
use crate::failure::Failure;
use api::Problem;
use api::operator::{self, Release};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use ureq::Agent;

/// Folders of a pack, and the endings of files that are read in them.
const FOLDERS: [(&str, &str); 4] = [
    ("", "toml"),
    ("programmes/", "toml"),
    ("cases/", "csv"),
    ("catalogue/", "csv"),
];

/// Checks a pack at a server and puts it in force there.
pub fn run(args: &Publish, colour: bool) -> Result<(), Failure> {
    crate::pack_file::folder(&args.dir)?;
    let body = operator::Publish {
        files: files(&args.dir)?,
        note: args.note.clone(),
    };
    let url = format!("{}/api/v1/packs", args.at.url.trim_end_matches('/'));
    let request = agent().put(&url).header("Authorization", bearer(&args.at)?);
    let release: Release = answer(&url, send(request, &body)?, colour)?;
    told(&args.at.url, &release);
    Ok(())
}

/// Puts an earlier release in force again.
pub fn back(args: &Rollback, colour: bool) -> Result<(), Failure> {
    let url = format!(
        "{}/api/v1/packs/rollback",
        args.at.url.trim_end_matches('/')
    );
    let request = agent()
        .post(&url)
        .header("Authorization", bearer(&args.at)?);
    let body = operator::Rollback { to: args.release };
    let release: Release = answer(&url, send(request, &body)?, colour)?;
    told(&args.at.url, &release);
    Ok(())
}

fn told(url: &str, release: &Release) {
    println!(
        "{url}: {} {} is in force, hash {} (release {})",
        release.id, release.version, release.hash, release.number
    );
}

fn files(dir: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for (folder, ending) in FOLDERS {
        let path = dir.join(folder);
        let Ok(entries) = path.read_dir() else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            let is_source = path.extension().is_some_and(|it| it == ending);
            if path.is_file() && is_source && !name.starts_with('.') {
                let text = pack::source::text(&path).map_err(|it| Failure::file(&path, it))?;
                files.insert(format!("{folder}{name}"), text);
            }
        }
    }
    Ok(files)
}

fn bearer(at: &crate::args::At) -> Result<String, Failure> {
    let token = match &at.token_file {
        Some(path) => std::fs::read_to_string(path).map_err(|it| Failure::file(path, it))?,
        None => std::env::var("BAZHU_OPERATOR_TOKEN").map_err(|_| {
            Failure::usage(
                "BAZHU_OPERATOR_TOKEN is not set; `--token-file` names a file with the token",
            )
        })?,
    };
    if token.trim().starts_with("sha256:") {
        return Err(Failure::usage(
            "this is the token's hash, which the server keeps; give the token itself",
        ));
    }
    Ok(format!("Bearer {}", token.trim()))
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(300)))
        .build();
    config.new_agent()
}

/// A status and what came with it.
type Answer = (u16, String);

fn send(
    request: ureq::RequestBuilder<ureq::typestate::WithBody>,
    body: &impl serde::Serialize,
) -> Result<Answer, Failure> {
    let json = serde_json::to_string(body).map_err(|it| Failure::usage(it.to_string()))?;
    let request = request
        .header("Content-Type", "application/json")
        .header("Accept-Language", "en");
    let no_answer =
        |error: ureq::Error| Failure::usage(format!("the server does not answer: {error}"));
    let mut response = request.send(json).map_err(no_answer)?;
    let text = response.body_mut().read_to_string().map_err(no_answer)?;
    Ok((response.status().as_u16(), text))
}

/// What a server says, or its problem told on standard error.
fn answer<T: DeserializeOwned>(
    url: &str,
    (status, text): Answer,
    colour: bool,
) -> Result<T, Failure> {
    if status == 200 {
        return serde_json::from_str(&text)
            .map_err(|error| Failure::usage(format!("{url}: not the answer of a Bazhu: {error}")));
    }
    let Ok(problem) = serde_json::from_str::<Problem>(&text) else {
        return Err(Failure::usage(format!(
            "{url}: it answers {status}, not as a Bazhu does"
        )));
    };
    let (red, plain) = if colour {
        ("\x1b[1;31m", "\x1b[0m")
    } else {
        ("", "")
    };
    for field in &problem.errors {
        eprintln!("{red}error{plain}: {}: {}", field.at, field.detail);
    }
    eprintln!("{red}error{plain}: {}: {}", problem.title, problem.detail);
    Err(Failure::Faults)
}
