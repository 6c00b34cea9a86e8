//! `cargo xtask package`: one program that carries the built site.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use crate::fault::{AtPath, Fault, Outcome};
use crate::project::{Project, files_under};
use crate::run::{note, run};
use crate::serve;

/// Builds the program in a profile and looks whether it serves what it carries; gives its path.
///
/// # Errors
///
/// If the site is not built, the program can't be, or serves something else.
pub fn program(project: &Project, release: bool) -> Outcome<PathBuf> {
    let archive = project.target.join("site/dist.site");
    write_archive(project, &archive)?;
    let mut command = project.cargo();
    command
        .args(["build", "--quiet", "--locked", "--package", "cli"])
        .args(["--features", "site"])
        .env("BAZHU_SITE_ARCHIVE", &archive);
    if release {
        command.arg("--release");
    }
    run(&mut command)?;
    let folder = project.target.join("package");
    fs::create_dir_all(&folder).at("make", &folder)?;
    let built = match release {
        true => "release/bazhu",
        false => "debug/bazhu",
    };
    let program = folder.join("bazhu");
    let built = project.target.join(built);
    // A program that runs can't be written over, but its name can be given away.
    fs::remove_file(&program).ok();
    fs::copy(&built, &program).at("copy", &built)?;
    check(project, &program)?;
    let bytes = program.metadata().at("read", &program)?.len();
    note(format!("{}: {} kB", program.display(), bytes / 1000));
    Ok(program)
}

fn write_archive(project: &Project, archive: &PathBuf) -> Outcome {
    let dist = project.dist();
    let mut files = Vec::new();
    for path in files_under(&dist)? {
        let name = path.strip_prefix(&dist).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        files.push((name, fs::read(&path).at("read", &path)?));
    }
    // What is sent to nearly everybody lies together, away from what is hardly ever asked for: of
    // the program's file the system loads whole stretches.
    let names: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    files.sort_by_key(|(name, _)| match name.rsplit_once('.') {
        Some((_, "br")) => 0,
        Some((_, "gz")) => 2,
        _ if names.contains(&format!("{name}.br")) => 3,
        _ => 1,
    });
    if files.is_empty() {
        return Err(Fault::new("there is no built site").help("run `cargo xtask build` first"));
    }
    let files = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_slice()));
    if let Some(folder) = archive.parent() {
        fs::create_dir_all(folder).at("make", folder)?;
    }
    fs::write(archive, site::archive::pack(files)).at("write", archive)
}

/// Asks the program, which is given no site, for pages of the one that it carries.
fn check(project: &Project, program: &std::path::Path) -> Outcome {
    let data = project.target.join("package/data");
    fs::remove_dir_all(&data).ok();
    let served = serve::started(serve::command(program, &data, 0))?;
    for (path, name) in [("/check", "check/index.html"), ("/anything", "app.html")] {
        let file = project.dist().join(name);
        let expected = fs::read(&file).at("read", &file)?;
        let sent = get(&served.address, path)?;
        let body = sent.windows(4).position(|it| it == b"\r\n\r\n");
        let body = body.and_then(|at| sent.get(at + 4..)).unwrap_or_default();
        if body != expected {
            return Err(Fault::new(format!(
                "the program answers {path} with something else than {name}"
            )));
        }
    }
    note("it serves the site that it carries");
    drop(served);
    fs::remove_dir_all(&data).at("remove", &data)
}

/// The whole answer to a request.
fn get(address: &str, path: &str) -> Outcome<Vec<u8>> {
    let fault = |e| Fault::new(format!("the program does not answer: {e}"));
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).map_err(fault)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .map_err(fault)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(fault)?;
    Ok(answer)
}
