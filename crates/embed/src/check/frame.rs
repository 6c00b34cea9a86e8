//! A frame that stands in the page's own HTML.

use super::{Fix, Look, Place, Report, Severity, What, link, loader};
use crate::SANDBOX;
use crate::address::Address;
use crate::html::Tag;

/// Whether it leads to the site's folder of widgets, on whatever host.
pub fn is_ours(look: &Look<'_>, tag: &Tag) -> bool {
    address(look, tag).is_some_and(|it| link::name_of(&it).is_some())
}

fn address(look: &Look<'_>, tag: &Tag) -> Option<Address> {
    look.page.join(tag.get("src")?)
}

/// Says what is wrong with it; gives its address.
pub fn check(look: &Look<'_>, tag: &Tag, report: &mut Report) -> Option<Address> {
    let place = Place::Html(tag.line);
    let address = address(look, tag)?;
    let src = tag.get("src").unwrap_or_default();
    link::widget(look, src, Some(&address), place, "src", report)?;
    loader::mixed(look, &address, place, "src", report);
    if let Some(flags) = tag.get("sandbox") {
        sandbox(flags, place, report);
    }
    if tag.get("csp").is_some() {
        let fix = Fix::Without("csp".to_owned());
        report.add(Severity::Breaks, place, What::FrameCsp, fix);
    }
    if tag.get("title").is_none_or(|title| title.trim().is_empty()) {
        let fix = Fix::Attribute("title=\"…\"".to_owned());
        report.add(Severity::Risk, place, What::FrameUntitled, fix);
    }
    Some(address)
}

fn sandbox(flags: &str, place: Place, report: &mut Report) {
    let has = |flag: &str| {
        flags
            .split_ascii_whitespace()
            .any(|it| it.eq_ignore_ascii_case(flag))
    };
    let whole = || Fix::Attribute(format!("sandbox=\"{}\"", SANDBOX.join(" ")));
    if !has("allow-scripts") {
        report.add(Severity::Breaks, place, What::FrameWithoutScripts, whole());
    }
    if !has("allow-popups") {
        report.add(Severity::Risk, place, What::FrameWithoutPopups, whole());
    } else if !has("allow-popups-to-escape-sandbox") {
        report.add(Severity::Risk, place, What::FrameKeepsPopups, whole());
    }
    if has("allow-same-origin") {
        report.add(Severity::Note, place, What::FrameSameOrigin, whole());
    }
}
