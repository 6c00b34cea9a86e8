//! What the page's own headers mean for widgets, apart from what policies let through.

use super::{Fix, Look, Place, Placed, Report, Severity, What};
use crate::headers::Headers;
use crate::source::Source;

/// Headers about who may frame or open the page itself, or about what widgets do not use.
const HARMLESS: [&str; 8] = [
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "feature-policy",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
];

/// What a page in a sandbox needs for the loader and its frames.
const FLAGS: [&str; 4] = [
    "allow-scripts",
    "allow-same-origin",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
];

/// Directives whose words are sources.
const LISTS: [&str; 6] = [
    "child-src",
    "default-src",
    "frame-src",
    "script-src",
    "script-src-elem",
    "connect-src",
];

pub fn check(look: &Look<'_>, headers: &Headers, report: &mut Report) {
    for header in &headers.list {
        let place = Place::Headers(header.line);
        let name = header.name.clone();
        if HARMLESS.contains(&name.as_str()) {
            report.add(Severity::Note, place, What::Harmless(name), Fix::None);
        } else if name == "cross-origin-embedder-policy" {
            report.add(Severity::Note, place, What::Provided(name), Fix::None);
        }
    }
    for placed in &look.policies {
        sandbox(placed, report);
        words(placed, report);
    }
}

/// A page in a sandbox puts its frames into the same one.
fn sandbox(placed: &Placed, report: &mut Report) {
    let directive = placed.policy.get("sandbox");
    let Some(directive) = directive.filter(|_| placed.enforced && !placed.meta) else {
        return;
    };
    let has = |flag: &str| {
        directive
            .words
            .iter()
            .any(|it| it.eq_ignore_ascii_case(flag))
    };
    let missing: Vec<_> = FLAGS.into_iter().filter(|flag| !has(flag)).collect();
    if missing.is_empty() {
        return;
    }
    let needed = missing
        .iter()
        .any(|flag| FLAGS.iter().take(2).any(|it| it == flag));
    let severity = match needed {
        true => Severity::Breaks,
        false => Severity::Risk,
    };
    let mut whole = directive.clone();
    whole
        .words
        .extend(missing.iter().map(|flag| (*flag).to_owned()));
    let fix = Fix::Directive(whole.to_string());
    report.add(severity, placed.place, What::PageSandbox(missing), fix);
}

/// Words that are no sources, and keywords without their quotes.
fn words(placed: &Placed, report: &mut Report) {
    let lists = placed.policy.directives.iter();
    for directive in lists.filter(|it| LISTS.contains(&it.name.as_str())) {
        for word in &directive.words {
            let meant = match Source::read(word) {
                Source::Unknown => unquoted(word),
                // `self` alone is a host of that name.
                Source::Host(_) => match quoted(word) {
                    Some(meant) => Some(meant),
                    None => continue,
                },
                _ => continue,
            };
            let fix = match &meant {
                Some(meant) => {
                    let mut whole = directive.clone();
                    for it in whole.words.iter_mut().filter(|it| *it == word) {
                        it.clone_from(meant);
                    }
                    Fix::Directive(whole.to_string())
                }
                None => Fix::None,
            };
            let what = What::BadSource(word.clone(), meant);
            report.add(Severity::Risk, placed.place, what, fix);
        }
    }
}

/// The keyword that a word is but for its quotes.
fn quoted(word: &str) -> Option<String> {
    let meant = format!("'{}'", word.to_ascii_lowercase());
    let keyword = matches!(
        Source::read(&meant),
        Source::None | Source::Own | Source::StrictDynamic | Source::Keyword
    );
    keyword.then_some(meant)
}

/// The host that a word is but for its quotes.
fn unquoted(word: &str) -> Option<String> {
    let inside = word.trim_matches(['\'', '"', '`', '‘', '’', '“', '”']);
    let host = matches!(Source::read(inside), Source::Host(_) | Source::Scheme(_));
    let keyword = quoted(inside);
    keyword.or_else(|| (host && inside != word).then(|| inside.to_owned()))
}
