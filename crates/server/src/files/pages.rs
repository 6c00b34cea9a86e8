//! The pack that a site carries, and the site with another one.

use super::file::{Encoded, Headers};
use super::{Contents, Site};
use crate::release::Content;
use bytes::Bytes;
use std::io::Write;

/// What a site carries: its pack and parts, and the addresses that its pages name them by.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The files.
    pub content: Content,
    /// The addresses: the pack's first, then the parts'.
    pub names: Vec<String>,
}

/// Finds what a site carries, in the page that links its files.
///
/// # Errors
///
/// What is missing, as a sentence.
pub fn own(contents: &Contents) -> Result<Own, String> {
    let page = contents
        .get(::site::LINKED)
        .ok_or_else(|| format!("it holds no {}", ::site::LINKED))?;
    let page = String::from_utf8_lossy(page);
    let pack = attribute(&page, "<link id=\"pack\"", "href").ok_or("app.html names no pack")?;
    let parts = attribute(&page, "<meta name=\"catalogue\"", "content").unwrap_or_default();
    let file = |name: &str| {
        let content = contents.get(name.trim_start_matches('/'));
        content
            .cloned()
            .ok_or_else(|| format!("it holds no {name}"))
    };
    let mut own = Own {
        content: Content {
            pack: file(&pack)?,
            parts: Vec::new(),
        },
        names: vec![pack],
    };
    for name in parts.split_whitespace() {
        // /packs/shanghai.courses.0123456789abcdef.part
        let part = name.rsplit('.').nth(2).unwrap_or_default();
        own.content.parts.push((part.to_owned(), file(name)?));
        own.names.push(name.to_owned());
    }
    Ok(own)
}

/// The value of an attribute of the tag that begins so.
fn attribute(page: &str, tag: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(tag)?;
    let (tag, _) = rest.split_once('>')?;
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0.to_owned())
}

/// A site's files with another pack in its pages, and the pack's own files beside them.
///
/// # Errors
///
/// If a page is not as the build makes it.
pub fn renewed(
    contents: &Contents,
    own: &Own,
    content: &Content,
    pack: &pack::Pack,
    headers: &Headers,
) -> Result<Site, String> {
    let mut site = Site::new(contents, headers);
    let mut add = |name: &str, bytes: Bytes, shell: Option<usize>| {
        site.put(name, compressed(bytes, shell), headers);
    };
    let mut names = Vec::new();
    for (at, old) in own.names.iter().enumerate() {
        let bytes = match at.checked_sub(1) {
            None => &content.pack,
            Some(part) => {
                let name = own.content.parts.get(part).map(|(name, _)| name);
                let found = content.parts.iter().find(|(it, _)| Some(it) == name);
                &found
                    .ok_or_else(|| format!("the pack has no part for {old}"))?
                    .1
            }
        };
        // /packs/shanghai.HASH.pack: all but the hash stays.
        let mut words: Vec<&str> = old.split('.').collect();
        let hash = ::site::short_hash(bytes);
        if let Some(word) = words.len().checked_sub(2).and_then(|at| words.get_mut(at)) {
            *word = &hash;
        }
        let new = words.join(".");
        add(new.trim_start_matches('/'), bytes.clone(), None);
        names.push((old.clone(), new));
    }
    let frames = contents.keys().map(String::as_str);
    let frames = frames.filter(|it| it.starts_with(::site::EMBED) && it.ends_with(".html"));
    let whole = ::site::WHOLE.into_iter();
    for name in [::site::LINKED].into_iter().chain(whole).chain(frames) {
        let Some(page) = contents.get(name) else {
            continue;
        };
        let page = String::from_utf8_lossy(page);
        let page = ::site::with_pack(&page, &names, &content.pack).map_err(|wrong| wrong.0)?;
        let shell = page.find(::site::SHELL_END);
        add(name, page.into(), shell);
    }
    // The plain pages show figures too.
    for file in report::plain::files(pack) {
        add(&format!("plain/{}", file.path), file.text.into(), None);
    }
    renew_worker(&mut site, contents, &names, headers)?;
    Ok(site)
}

/// The service worker's list must be of what is sent now; files of the pack before are not kept.
fn renew_worker(
    site: &mut Site,
    contents: &Contents,
    names: &[(String, String)],
    headers: &Headers,
) -> Result<(), String> {
    let Some(worker) = contents.get(::site::SERVICE_WORKER) else {
        return Ok(());
    };
    let worker = String::from_utf8_lossy(worker);
    if !::site::has_files(&worker) {
        return Ok(());
    }
    let is_old = |path: &str| {
        names.iter().any(|(old, _)| old == path) && !names.iter().any(|(_, new)| new == path)
    };
    let now = site.contents().filter(|(path, _)| !is_old(path));
    let now = now.map(|(path, bytes)| (path.trim_start_matches('/'), bytes));
    let worker = ::site::with_files(&worker, now).ok_or_else(|| {
        format!(
            "{} has no place for a list of files",
            ::site::SERVICE_WORKER
        )
    })?;
    site.put(
        ::site::SERVICE_WORKER,
        compressed(worker.into(), None),
        headers,
    );
    Ok(())
}

/// As hard as the build does it; less in a build for finding faults, where it would take a minute.
const QUALITY: u32 = if cfg!(debug_assertions) { 4 } else { 11 };

/// Bytes with their compressed twins. What stands before `shell` can be unpacked before anything
/// behind it has arrived.
pub fn compressed(plain: Bytes, shell: Option<usize>) -> Encoded {
    let brotli = brotli(&plain, shell.unwrap_or(0)).unwrap_or_default();
    let gzip = gzip(&plain).unwrap_or_default();
    let shorter = |bytes: Vec<u8>| {
        let gains = !bytes.is_empty() && bytes.len() < plain.len();
        gains.then(|| Bytes::from(bytes))
    };
    Encoded {
        brotli: shorter(brotli),
        gzip: shorter(gzip),
        plain,
    }
}

fn brotli(plain: &[u8], shell: usize) -> std::io::Result<Vec<u8>> {
    let (shell, rest) = plain.split_at(shell.min(plain.len()));
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, QUALITY, 22);
    if !shell.is_empty() {
        writer.write_all(shell)?;
        writer.flush()?;
    }
    writer.write_all(rest)?;
    Ok(writer.into_inner())
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(plain)?;
    writer.finish()
}
