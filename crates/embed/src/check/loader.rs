//! The loader's script tag.

use super::{Fix, Look, Place, Report, Severity, What};
use crate::address::{Address, Scheme};
use crate::csp::hashes;
use crate::html::Tag;
use crate::{FOLDER, INTEGRITY};

/// The types that browsers run.
const TYPES: [&str; 5] = [
    "",
    "module",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
];

/// Whether a script is one of the site's folder of widgets, or says that it is the loader by its
/// hash.
pub fn is_ours(look: &Look<'_>, tag: &Tag) -> bool {
    let Some(src) = src(look, tag) else {
        return false;
    };
    let hash = tag
        .get("integrity")
        .is_some_and(|it| it.contains(INTEGRITY));
    hash || src.path.starts_with(FOLDER) && src.path.ends_with(".js")
}

fn src(look: &Look<'_>, tag: &Tag) -> Option<Address> {
    look.page.join(tag.get("src")?)
}

/// Says what is wrong with it; gives whether policies need to be asked about it.
pub fn check(look: &Look<'_>, tag: &Tag, report: &mut Report) -> bool {
    let Some(src) = src(look, tag) else {
        return false;
    };
    let place = Place::Html(tag.line);
    let at_site = src.host == look.site.host && src.port == look.site.port;
    if at_site && src.path != look.loader.path {
        let fix = Fix::Attribute(format!("src=\"{}\"", look.loader));
        let what = What::UnknownScript(src.to_string());
        report.add(Severity::Breaks, place, what, fix);
        return false;
    }
    mixed(look, &src, place, "src", report);
    if let Some(kind) = tag.get("type") {
        let kind = kind.trim().to_ascii_lowercase();
        if !TYPES.contains(&kind.as_str()) {
            let what = What::ScriptType(kind);
            report.add(
                Severity::Breaks,
                place,
                what,
                Fix::Without("type".to_owned()),
            );
        }
    }
    integrity(look, tag, &src, place, report);
    // A copy on another server is that server's own affair.
    at_site
}

fn integrity(look: &Look<'_>, tag: &Tag, src: &Address, place: Place, report: &mut Report) {
    let crossorigin = tag.get("crossorigin");
    let anonymous = || Fix::Attribute("crossorigin=\"anonymous\"".to_owned());
    let elsewhere = !src.same_origin(&look.page);
    if elsewhere && crossorigin.is_some_and(|it| it.eq_ignore_ascii_case("use-credentials")) {
        report.add(Severity::Breaks, place, What::Credentials, anonymous());
    }
    let all = hashes(tag.get("integrity").unwrap_or_default());
    let ours = || Fix::Attribute(format!("integrity=\"{INTEGRITY}\""));
    if all.is_empty() {
        match look.demands_integrity {
            Some(_) => report.add(Severity::Breaks, place, What::IntegrityDemanded, ours()),
            None => report.add(Severity::Risk, place, What::NoHash, ours()),
        }
        return;
    }
    if elsewhere && crossorigin.is_none() {
        report.add(Severity::Breaks, place, What::NoCrossorigin, anonymous());
    }
    // Of several kinds only the strongest counts.
    let strongest = ["sha512-", "sha384-", "sha256-"]
        .into_iter()
        .find(|kind| all.iter().any(|hash| hash.starts_with(kind)));
    let knows = all.iter().any(|hash| hash == INTEGRITY);
    match (strongest, knows) {
        (Some("sha384-"), true) => {}
        (Some("sha384-"), false) => report.add(Severity::Breaks, place, What::WrongHash, ours()),
        _ => report.add(Severity::Risk, place, What::OtherHash, ours()),
    }
}

/// An address in the open within an encrypted page: browsers do not fetch it, or only encrypted.
pub fn mixed(look: &Look<'_>, file: &Address, place: Place, name: &str, report: &mut Report) {
    let open = file.scheme == Scheme::Http && !file.is_local();
    if open && look.page.scheme == Scheme::Https {
        let encrypted = Address {
            scheme: Scheme::Https,
            port: match file.port {
                80 => 443,
                port => port,
            },
            ..file.clone()
        };
        let fix = Fix::Attribute(format!("{name}=\"{encrypted}\""));
        let what = What::MixedContent(file.to_string());
        report.add(Severity::Breaks, place, what, fix);
    }
}
