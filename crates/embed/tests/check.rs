//! What an integrator reads for what they paste.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, and says where"
)]

use embed::address::Address;
use embed::check::{Given, Report, check};
use embed::snippet::{Snippet, loader};
use embed::{INTEGRITY, Options, Widget};

const SITE: &str = "https://bazhu.cn/";
const PAGE: &str = "https://www.host.cn/services/";

fn look(headers: &str, html: &str) -> Report {
    let [site, page] = [SITE, PAGE].map(|text| Address::read(text).unwrap());
    let given = Given {
        page: Some(&page),
        headers,
        html,
    };
    check(&site, given)
}

/// `Breaks ScriptBlocked("…") Headers(1) Directive("…")`, with the hash written `HASH`.
fn lines(report: &Report) -> Vec<String> {
    let line = |it: &embed::check::Finding| {
        format!(
            "{:?} {:?} {:?} {:?}",
            it.severity, it.what, it.place, it.fix
        )
        .replace(INTEGRITY, "HASH")
    };
    report.findings.iter().map(line).collect()
}

fn told(headers: &str, html: &str) -> Vec<String> {
    lines(&look(headers, html))
}

fn usual() -> String {
    let site = Address::read(SITE).unwrap();
    let snippet = Snippet {
        site: &site,
        widget: Widget::Subsidy,
        options: &Options::default(),
        words: "补贴测算",
    };
    format!("{}\n{}", snippet.link(), loader(&site))
}

#[test]
fn nothing_breaks_without_headers() {
    let report = look("", "");
    assert_eq!(lines(&report), Vec::<String>::new());
    assert!(report.works() && report.widgets.is_none());
    let report = look("", &usual());
    assert_eq!(lines(&report), Vec::<String>::new());
    assert_eq!(report.widgets, Some(1));
}

#[test]
fn a_strict_policy_needs_two_directives() {
    let report = look(
        "HTTP/2 200\nContent-Security-Policy: default-src 'self'; img-src *",
        "",
    );
    assert_eq!(
        lines(&report),
        [
            r#"Breaks ScriptBlocked("default-src 'self'") Headers(2) Directive("script-src 'self' https://bazhu.cn/embed/v1.js")"#,
            r#"Breaks FrameBlocked("default-src 'self'") Headers(2) Directive("frame-src 'self' https://bazhu.cn/embed/")"#,
        ]
    );
    let amended = report.amended.first().unwrap();
    assert_eq!(
        amended.policy,
        "default-src 'self'; img-src *; script-src 'self' https://bazhu.cn/embed/v1.js; frame-src 'self' https://bazhu.cn/embed/"
    );
}

#[test]
fn every_policy_counts_and_a_reported_one_breaks_nothing() {
    let headers = "Content-Security-Policy: script-src *, frame-src 'none'\n\
        Content-Security-Policy-Report-Only: default-src 'self'";
    let report = look(headers, "");
    assert_eq!(
        lines(&report),
        [
            r#"Breaks FrameBlocked("frame-src 'none'") Headers(1) Directive("frame-src https://bazhu.cn/embed/")"#,
            r#"Note WouldBlock("default-src 'self'") Headers(2) Directive("script-src 'self' https://bazhu.cn/embed/v1.js")"#,
            r#"Note WouldBlock("default-src 'self'") Headers(2) Directive("frame-src 'self' https://bazhu.cn/embed/")"#,
        ]
    );
    assert_eq!(report.amended.len(), 1);
}

#[test]
fn strict_dynamic_asks_for_a_nonce_or_the_hash() {
    let policy = "Content-Security-Policy: script-src 'strict-dynamic' 'nonce-abc' https://bazhu.cn; frame-src https:";
    assert_eq!(
        told(policy, &usual()),
        [
            r#"Breaks NonceMissing("script-src 'strict-dynamic' 'nonce-abc' https://bazhu.cn") Headers(1) Directive("script-src 'strict-dynamic' 'nonce-abc' https://bazhu.cn 'HASH'")"#,
        ]
    );
    let with_nonce = usual().replace("<script", "<script nonce=\"abc\"");
    assert_eq!(told(policy, &with_nonce), Vec::<String>::new());
    assert!(!look(policy, &usual().replace("<script", "<script nonce=\"abd\"")).works());
    let with_hash = policy.replace("https://bazhu.cn;", &format!("'{INTEGRITY}';"));
    assert_eq!(told(&with_hash, &usual()), Vec::<String>::new());
}

#[test]
fn a_policy_in_a_meta_tag_counts_without_sandbox() {
    let html = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"frame-src 'self'; sandbox\">\n{}",
        usual()
    );
    assert_eq!(
        told("", &html),
        [
            r#"Breaks FrameBlocked("frame-src 'self'") Html(1) Directive("frame-src 'self' https://bazhu.cn/embed/")"#,
        ]
    );
}

#[test]
fn a_sandboxed_page_needs_flags() {
    assert_eq!(
        told(
            "Content-Security-Policy: sandbox allow-scripts allow-forms",
            ""
        ),
        [
            r#"Breaks PageSandbox(["allow-same-origin", "allow-popups", "allow-popups-to-escape-sandbox"]) Headers(1) Directive("sandbox allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox")"#,
        ]
    );
    let popups = told(
        "Content-Security-Policy: sandbox allow-scripts allow-same-origin allow-popups",
        "",
    );
    assert!(
        popups
            .first()
            .unwrap()
            .starts_with("Risk PageSandbox([\"allow-popups-to-escape-sandbox\"])"),
        "{popups:?}"
    );
}

#[test]
fn words_without_their_quotes_are_told() {
    assert_eq!(
        told(
            "Content-Security-Policy: script-src self https://bazhu.cn; frame-src 'https://bazhu.cn' bazhu.cn",
            ""
        ),
        [
            r#"Risk BadSource("self", Some("'self'")) Headers(1) Directive("script-src 'self' https://bazhu.cn")"#,
            r#"Risk BadSource("'https://bazhu.cn'", Some("https://bazhu.cn")) Headers(1) Directive("frame-src https://bazhu.cn bazhu.cn")"#,
        ]
    );
}

#[test]
fn headers_about_other_things_are_told_as_such() {
    let headers = "X-Frame-Options: DENY\nCross-Origin-Embedder-Policy: require-corp\nServer: nginx\nnonsense";
    assert_eq!(
        told(headers, ""),
        [
            r#"Note Unread Headers(4) None"#,
            r#"Note Harmless("x-frame-options") Headers(1) None"#,
            r#"Note Provided("cross-origin-embedder-policy") Headers(2) None"#,
        ]
    );
}

#[test]
fn the_loaders_tag_is_looked_at() {
    let tag = |attributes: &str| {
        let link = "<a class=\"bazhu-widget\" href=\"https://bazhu.cn/embed/loan\">贷款</a>";
        told("", &format!("<script {attributes}></script>{link}"))
    };
    let src = "src=\"https://bazhu.cn/embed/v1.js\"";
    let hash = format!("integrity=\"{INTEGRITY}\"");
    assert_eq!(
        tag(src),
        [r#"Risk NoHash Html(1) Attribute("integrity=\"HASH\"")"#]
    );
    assert_eq!(
        tag(&format!("{src} {hash}")),
        [r#"Breaks NoCrossorigin Html(1) Attribute("crossorigin=\"anonymous\"")"#,]
    );
    assert_eq!(
        tag(&format!("{src} {hash} crossorigin")),
        Vec::<String>::new()
    );
    assert_eq!(
        tag(&format!("{src} {hash} crossorigin=use-credentials")),
        [r#"Breaks Credentials Html(1) Attribute("crossorigin=\"anonymous\"")"#,]
    );
    assert_eq!(
        tag(&format!("{src} integrity=sha384-AAAA crossorigin")),
        [r#"Breaks WrongHash Html(1) Attribute("integrity=\"HASH\"")"#,]
    );
    // One of several of the strongest kind is enough; a stronger kind can't be compared here.
    assert_eq!(
        tag(&format!(
            "{src} integrity=\"sha384-AAAA {INTEGRITY}\" crossorigin"
        )),
        Vec::<String>::new()
    );
    assert_eq!(
        tag(&format!(
            "{src} integrity=\"sha512-AAAA {INTEGRITY}\" crossorigin"
        )),
        [r#"Risk OtherHash Html(1) Attribute("integrity=\"HASH\"")"#,]
    );
    assert_eq!(
        tag(&format!("{src} {hash} crossorigin type=\"text/plain\"")),
        [r#"Breaks ScriptType("text/plain") Html(1) Without("type")"#,]
    );
    assert_eq!(
        tag(&format!(
            "src=\"https://bazhu.cn/embed/v9.js\" {hash} crossorigin"
        )),
        [
            r#"Breaks UnknownScript("https://bazhu.cn/embed/v9.js") Html(1) Attribute("src=\"https://bazhu.cn/embed/v1.js\"")"#,
        ]
    );
    assert_eq!(
        tag(&format!(
            "src=\"http://bazhu.cn/embed/v1.js\" {hash} crossorigin"
        )),
        [
            r#"Breaks MixedContent("http://bazhu.cn/embed/v1.js") Html(1) Attribute("src=\"https://bazhu.cn/embed/v1.js\"")"#,
        ]
    );
}

#[test]
fn a_copy_of_the_loader_on_the_pages_own_server_is_fine() {
    let html = format!(
        "<a class=\"bazhu-widget\" href=\"https://bazhu.cn/embed/loan\">贷款</a><script src=\"/js/widgets.js\" integrity=\"{INTEGRITY}\"></script>"
    );
    assert_eq!(
        told(
            "Content-Security-Policy: script-src 'self'; frame-src https:",
            &html
        ),
        Vec::<String>::new()
    );
}

#[test]
fn integrity_policy_refuses_a_loader_without_hash() {
    let headers = "Integrity-Policy: blocked-destinations=(script), endpoints=(e)";
    let html = usual().replace(&format!(" integrity=\"{INTEGRITY}\""), "");
    assert_eq!(
        told(headers, &html),
        [r#"Breaks IntegrityDemanded Html(2) Attribute("integrity=\"HASH\"")"#,]
    );
    assert!(look(headers, &usual()).works());
}

#[test]
fn links_and_loader_belong_together() {
    let link = "<a class=\"bazhu-widget\" href=\"https://bazhu.cn/embed/loan\">贷款</a>";
    let report = look("", link);
    assert!(report.works());
    assert!(
        lines(&report)
            .first()
            .unwrap()
            .starts_with("Risk NoLoader Missing Line(\"<script src=")
    );
    let site = Address::read(SITE).unwrap();
    let loader = loader(&site);
    assert_eq!(told("", &loader), [r#"Breaks NoLink Html(1) None"#]);
    let classless = link.replace("class=\"bazhu-widget\"", "class=\"card\"");
    assert_eq!(
        told("", &format!("{loader}{classless}")),
        [
            r#"Breaks NoLink Html(1) None"#,
            r#"Risk LinkWithoutClass Html(1) Attribute("class=\"card bazhu-widget\"")"#,
        ]
    );
    let wordless = link.replace("贷款", " ");
    assert_eq!(
        told("", &format!("{loader}{wordless}")),
        [r#"Risk LinkWithoutWords Html(1) None"#]
    );
}

#[test]
fn slips_in_names_and_values_are_told() {
    let site = Address::read(SITE).unwrap();
    let link = |href: &str, attributes: &str| {
        let html = format!(
            "{}<a class=\"bazhu-widget\" href=\"{href}\" {attributes}>x</a>",
            loader(&site)
        );
        told("", &html)
    };
    assert_eq!(
        link("https://bazhu.cn/embed/subsidies", ""),
        [r#"Breaks UnknownWidget("https://bazhu.cn/embed/subsidies", None) Html(1) None"#,]
    );
    assert_eq!(
        link("https://bazhu.cn/embed/subsidi", ""),
        [
            r#"Breaks UnknownWidget("https://bazhu.cn/embed/subsidi", Some("subsidy")) Html(1) Attribute("href=\"https://bazhu.cn/embed/subsidy\"")"#,
        ]
    );
    assert_eq!(
        link(
            "https://bazhu.cn/embed/loan",
            "data-acent=\"#fff\" data-theme=\"blue\" data-district=\"310115\" data-track=\"1\""
        ),
        [
            r##"Risk UnknownAttribute("data-acent", "accent") Html(1) Attribute("data-accent=\"#fff\"")"##,
            r#"Risk BadValue("theme", "blue") Html(1) None"#,
            r#"Note NotTaken("district") Html(1) None"#,
        ]
    );
}

#[test]
fn a_frame_of_its_own_is_looked_at() {
    let frame = |attributes: &str| told("", &format!("<iframe {attributes}></iframe>"));
    let src = "src=\"https://bazhu.cn/embed/loan#lang=en\" title=\"Loan\"";
    assert_eq!(frame(src), Vec::<String>::new());
    assert_eq!(
        frame("src=\"https://bazhu.cn/embed/loan\""),
        [r#"Risk FrameUntitled Html(1) Attribute("title=\"…\"")"#,]
    );
    let whole =
        r#"Attribute("sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"")"#;
    assert_eq!(
        frame(&format!("{src} sandbox")),
        [
            format!("Breaks FrameWithoutScripts Html(1) {whole}"),
            format!("Risk FrameWithoutPopups Html(1) {whole}"),
        ]
    );
    assert_eq!(
        frame(&format!("{src} sandbox=\"allow-scripts allow-popups\"")),
        [format!("Risk FrameKeepsPopups Html(1) {whole}"),]
    );
    assert_eq!(
        frame(&format!(
            "{src} sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin\""
        )),
        [format!("Note FrameSameOrigin Html(1) {whole}"),]
    );
    assert_eq!(
        frame(&format!("{src} csp=\"script-src 'self'\"")),
        [r#"Breaks FrameCsp Html(1) Without("csp")"#,]
    );
    assert_eq!(
        frame("src=\"http://bazhu.cn/embed/loan\" title=x"),
        [
            r#"Breaks MixedContent("http://bazhu.cn/embed/loan") Html(1) Attribute("src=\"https://bazhu.cn/embed/loan\"")"#,
        ]
    );
    // Policies are not asked about a loader that is not there.
    let report = look(
        "Content-Security-Policy: script-src 'none'",
        &format!("<iframe {src}></iframe>"),
    );
    assert!(report.works(), "{report:?}");
}

#[test]
fn a_page_on_the_device_itself_may_be_open() {
    let [site, page] = ["http://127.0.0.1:8120/", "http://localhost:8121/"]
        .map(|text| Address::read(text).unwrap());
    let headers = "Content-Security-Policy: script-src http://127.0.0.1:8120/embed/v1.js; frame-src http://127.0.0.1:8120/embed/";
    let html = usual().replace("https://bazhu.cn", "http://127.0.0.1:8120");
    let report = check(
        &site,
        Given {
            page: Some(&page),
            headers,
            html: &html,
        },
    );
    assert_eq!(lines(&report), Vec::<String>::new());
}
