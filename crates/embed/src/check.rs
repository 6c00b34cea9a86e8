//! What a page's headers and markup would break of a widget, and the line that mends it.

mod frame;
mod link;
mod loader;
mod page;

use crate::address::{Address, Scheme};
use crate::csp::{Need, Policy, Script};
use crate::headers::{Header, Headers};
use crate::html::{Tag, tags};
use crate::snippet;
use crate::{INTEGRITY, LOADER};

/// What an integrator pastes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The page's own address, if told.
    pub page: Option<&'a Address>,
    /// Its response headers, or the settings that make them.
    pub headers: &'a str,
    /// Its HTML, or the part around the widget.
    pub html: &'a str,
}

/// How bad something is; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The widget does not work.
    Breaks,
    /// It works, but something is lost or less safe.
    Risk,
    /// Good to know.
    Note,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this line of the headers.
    Headers(usize),
    /// In this line of the HTML.
    Html(usize),
    /// Nowhere: something is missing.
    Missing,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub what: What,
    /// Where it stands.
    pub place: Place,
    /// What to write there.
    pub fix: Fix,
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Nothing needs to be done, or it can't be said in a line.
    None,
    /// This directive, in the place of the one of its name or behind the others.
    Directive(String),
    /// This attribute on the tag, in the place of the one of its name.
    Attribute(String),
    /// Without this attribute.
    Without(String),
    /// This line.
    Line(String),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// A policy lets the loader not run; the directive as it stands.
    ScriptBlocked(String),
    /// A policy with `'strict-dynamic'` runs only scripts with its nonce; the directive.
    NonceMissing(String),
    /// A policy shows no frame of the site; the directive.
    FrameBlocked(String),
    /// A policy that is only reported would do so if it were enforced; the directive.
    WouldBlock(String),
    /// A word of a policy that browsers skip or take for a host; perhaps what was meant.
    BadSource(String, Option<String>),
    /// The page is sandboxed by its policy without these flags.
    PageSandbox(Vec<&'static str>),
    /// Scripts without an integrity hash are refused.
    IntegrityDemanded,
    /// The frame's `sandbox` does not let scripts run.
    FrameWithoutScripts,
    /// The frame's `sandbox` does not let the link to the whole site open.
    FrameWithoutPopups,
    /// The frame's `sandbox` opens the link in a sandbox too, which the site does not do.
    FrameKeepsPopups,
    /// The frame's `sandbox` gives more than is needed.
    FrameSameOrigin,
    /// The frame demands a policy by its `csp` attribute.
    FrameCsp,
    /// The frame has no title for screen readers.
    FrameUntitled,
    /// The frame's address is no widget's.
    UnknownWidget(String, Option<&'static str>),
    /// `http://` in a page that is fetched by `https://`.
    MixedContent(String),
    /// The loader's hash is not that of the loader.
    WrongHash,
    /// The loader has a hash of another kind, which can't be compared here.
    OtherHash,
    /// The loader has no hash.
    NoHash,
    /// With a hash the loader must be fetched with `crossorigin`.
    NoCrossorigin,
    /// The site does not answer requests with cookies.
    Credentials,
    /// Browsers do not run a script of this type.
    ScriptType(String),
    /// A script of the site that is not the loader.
    UnknownScript(String),
    /// There is a link but no loader: it stays a link.
    NoLoader,
    /// There is a loader but no link for it.
    NoLink,
    /// The loader does not see a link without its class.
    LinkWithoutClass,
    /// The link has no words, and the frame would have no title.
    LinkWithoutWords,
    /// An attribute that no widget knows; perhaps the one that was meant.
    UnknownAttribute(String, &'static str),
    /// An attribute's value is not one of its kind.
    BadValue(&'static str, String),
    /// The attribute changes nothing in this widget.
    NotTaken(&'static str),
    /// A header that does not matter for widgets.
    Harmless(String),
    /// A header that widgets are made for.
    Provided(String),
    /// A line that is no header.
    Unread,
}

/// A policy before and after the change that lets the widget through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Where it stands.
    pub place: Place,
    /// The whole policy as it should be.
    pub policy: String,
}

/// What was looked at and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The worst first.
    pub findings: Vec<Finding>,
    /// The policies that must change, whole.
    pub amended: Vec<Amended>,
    /// How many headers were read.
    pub headers: usize,
    /// How many widgets stand in the HTML; `None` where none was pasted and the usual lines are
    /// assumed.
    pub widgets: Option<usize>,
}

impl Report {
    /// Whether the widget works.
    pub fn works(&self) -> bool {
        self.findings
            .iter()
            .all(|it| it.severity != Severity::Breaks)
    }

    fn add(&mut self, severity: Severity, place: Place, what: What, fix: Fix) {
        self.findings.push(Finding {
            severity,
            what,
            place,
            fix,
        });
    }
}

/// A policy with where it stands.
struct Placed {
    policy: Policy,
    place: Place,
    enforced: bool,
    /// In a `meta` tag, where some directives do not count.
    meta: bool,
}

/// What all parts of the check look at.
struct Look<'a> {
    site: &'a Address,
    page: Address,
    loader: Address,
    policies: Vec<Placed>,
    /// A header demands integrity hashes of scripts.
    demands_integrity: Option<Place>,
}

/// Looks at what was pasted. `site` is the site that the widgets are of, by any of its addresses.
pub fn check(site: &Address, given: Given<'_>) -> Report {
    let mut report = Report::default();
    let headers = Headers::read(given.headers);
    let tags = tags(given.html);
    report.headers = headers.list.len();
    for line in &headers.unread {
        let place = Place::Headers(*line);
        report.add(Severity::Note, place, What::Unread, Fix::None);
    }
    let look = Look {
        site,
        // A page that is not told is some page of the web, reached as it should be.
        page: given.page.cloned().unwrap_or(Address {
            scheme: Scheme::Https,
            host: "host.invalid".to_owned(),
            port: Scheme::Https.port(),
            path: "/".to_owned(),
        }),
        loader: site.with_path(LOADER),
        policies: policies(&headers, &tags),
        demands_integrity: demands_integrity(&headers),
    };
    page::check(&look, &headers, &mut report);
    let found = elements(&look, &tags, &mut report);
    amend(&look, &found, &mut report);
    report.findings.sort_by_key(|it| it.severity);
    report
}

/// What a policy has to let through.
struct Found {
    /// Each loader's nonce and hash.
    scripts: Vec<(String, String)>,
    /// Each frame's address.
    frames: Vec<Address>,
}

/// Looks at each tag that has to do with widgets.
fn elements(look: &Look<'_>, tags: &[Tag], report: &mut Report) -> Found {
    let mut found = Found {
        scripts: Vec::new(),
        frames: Vec::new(),
    };
    let of = |name: &'static str| tags.iter().filter(move |tag| tag.name == name);
    let loaders: Vec<&Tag> = of("script")
        .filter(|tag| loader::is_ours(look, tag))
        .collect();
    for tag in &loaders {
        if loader::check(look, tag, report) {
            let value = |name| tag.get(name).unwrap_or_default().to_owned();
            found.scripts.push((value("nonce"), value("integrity")));
        }
    }
    let links = of("a").filter(|tag| link::is_ours(look, tag));
    let links: Vec<&Tag> = links.collect();
    for tag in &links {
        found
            .frames
            .extend(link::check(look, tag, !loaders.is_empty(), report));
    }
    let frames: Vec<&Tag> = of("iframe")
        .filter(|tag| frame::is_ours(look, tag))
        .collect();
    for tag in &frames {
        found.frames.extend(frame::check(look, tag, report));
    }
    let upgraded = links.iter().any(|tag| tag.has_class(link::CLASS));
    match (loaders.first(), upgraded) {
        (None, true) => {
            let line = Fix::Line(snippet::loader(look.site));
            report.add(Severity::Risk, Place::Missing, What::NoLoader, line);
        }
        (Some(tag), false) => {
            let place = Place::Html(tag.line);
            report.add(Severity::Breaks, place, What::NoLink, Fix::None);
        }
        _ => {}
    }
    report.widgets =
        (loaders.len() + links.len() + frames.len() > 0).then_some(links.len() + frames.len());
    if report.widgets.is_none() {
        // The usual lines, as the builder writes them.
        found.scripts.push((String::new(), INTEGRITY.to_owned()));
        found.frames.push(look.site.with_path(crate::FOLDER));
    }
    found
}

/// Whether policies let everything through; where not, how they must read.
fn amend(look: &Look<'_>, found: &Found, report: &mut Report) {
    for placed in &look.policies {
        let mut policy = placed.policy.clone();
        for (nonce, integrity) in &found.scripts {
            let script = Script {
                file: &look.loader,
                nonce,
                integrity,
            };
            let Some(blocked) = policy.blocks_script(script, &look.page) else {
                continue;
            };
            let source = match blocked.strict {
                true => format!("'{INTEGRITY}'"),
                false => snippet::script_source(look.site),
            };
            let text = blocked.directive.to_string();
            let what = match (placed.enforced, blocked.strict) {
                (false, _) => What::WouldBlock(text),
                (true, true) => What::NonceMissing(text),
                (true, false) => What::ScriptBlocked(text),
            };
            policy = blocked_by(report, placed, policy.clone(), Need::Script, what, &source);
        }
        for file in &found.frames {
            let Some(blocked) = policy.blocks_frame(file, &look.page) else {
                continue;
            };
            let text = blocked.directive.to_string();
            let what = match placed.enforced {
                false => What::WouldBlock(text),
                true => What::FrameBlocked(text),
            };
            let source = snippet::frame_source(look.site);
            policy = blocked_by(report, placed, policy.clone(), Need::Frame, what, &source);
        }
        if policy != placed.policy && placed.enforced {
            report.amended.push(Amended {
                place: placed.place,
                policy: policy.to_string(),
            });
        }
    }
}

/// Says that a policy blocks something, and gives it as it must read.
fn blocked_by(
    report: &mut Report,
    placed: &Placed,
    policy: Policy,
    need: Need,
    what: What,
    source: &str,
) -> Policy {
    let Some(directive) = policy.amended(need, source) else {
        return policy;
    };
    let severity = match placed.enforced {
        true => Severity::Breaks,
        false => Severity::Note,
    };
    let fix = Fix::Directive(directive.to_string());
    report.add(severity, placed.place, what, fix);
    policy.with(directive)
}

/// The policies of the headers and of `meta` tags.
fn policies(headers: &Headers, tags: &[Tag]) -> Vec<Placed> {
    let of = |header: &Header, enforced: bool| {
        let place = Place::Headers(header.line);
        let all = Policy::read_list(&header.value).into_iter();
        all.map(move |policy| Placed {
            policy,
            place,
            enforced,
            meta: false,
        })
        .collect::<Vec<_>>()
    };
    let enforced = headers
        .of("content-security-policy")
        .flat_map(|it| of(it, true));
    let reported = headers
        .of("content-security-policy-report-only")
        .flat_map(|it| of(it, false));
    let named = |tag: &&Tag| {
        let equiv = tag.get("http-equiv").unwrap_or_default();
        tag.name == "meta" && equiv.eq_ignore_ascii_case("content-security-policy")
    };
    let metas = tags.iter().filter(named).flat_map(|tag| {
        let place = Place::Html(tag.line);
        let all = Policy::read_list(tag.get("content").unwrap_or_default()).into_iter();
        all.map(move |policy| Placed {
            policy,
            place,
            enforced: true,
            meta: true,
        })
    });
    enforced.chain(reported).chain(metas).collect()
}

/// Whether `Integrity-Policy` has scripts among the destinations that it blocks.
fn demands_integrity(headers: &Headers) -> Option<Place> {
    let demands = |value: &str| {
        let (_, list) = value.split_once("blocked-destinations")?;
        let list = list.split(')').next()?;
        list.contains("script").then_some(())
    };
    let mut all = headers.of("integrity-policy");
    all.find(|it| demands(&it.value).is_some())
        .map(|it| Place::Headers(it.line))
}
