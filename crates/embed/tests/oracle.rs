//! Our reading of policies beside Servo's, over policies made of every kind of word; and what the
//! check proposes, tried by both.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, and says where"
)]

use content_security_policy as servo;
use embed::address::Address;
use embed::check::{Given, Place, check};
use embed::csp::{Policy, Script};
use proptest::prelude::*;
use servo::{CheckResult, CspList, Destination, Initiator, Origin, ParserMetadata, Request, Url};

/// Where the widgets are of, and where pages are.
const SITES: [&str; 5] = [
    "https://bazhu.cn/embed/v1.js",
    "https://a.bazhu.cn/embed/v1.js",
    "https://bazhu.cn:8443/embed/v1.js",
    "http://bazhu.cn/embed/v1.js",
    "http://bazhu.cn:8120/embed/v1.js",
];
const PAGES: [&str; 4] = [
    "https://www.host.cn/services/",
    "http://www.host.cn/",
    "https://bazhu.cn/page",
    "http://bazhu.cn/page",
];
const NAMES: [&str; 9] = [
    "default-src",
    "script-src",
    "Script-Src",
    "script-src-elem",
    "frame-src",
    "child-src",
    "img-src",
    "style-src",
    "frame-ancestors",
];
const WORDS: [&str; 34] = [
    "'none'",
    "'self'",
    "'SELF'",
    "self",
    "*",
    "https:",
    "http:",
    "data:",
    "bazhu.cn",
    "BAZHU.cn",
    "*.bazhu.cn",
    "*.cn",
    "https://bazhu.cn",
    "http://bazhu.cn",
    "https://bazhu.cn:443",
    "http://bazhu.cn:80",
    "bazhu.cn:8443",
    "bazhu.cn:*",
    "https://*:*",
    "http://bazhu.cn:8120",
    "https://bazhu.cn/embed/",
    "https://bazhu.cn/embed",
    "https://bazhu.cn/embed/v1.js",
    "https://bazhu.cn/%65mbed/v1.js",
    "https://bazhu.cn/other/",
    "https://other.cn",
    "'unsafe-inline'",
    "'strict-dynamic'",
    "'nonce-n1'",
    "'nonce-N1'",
    "'sha384-AAAA'",
    "'sha384-BBBB'",
    "'sha256-AAAA'",
    "'report-sample'",
];
const INTEGRITIES: [&str; 5] = [
    "",
    "sha384-AAAA",
    "sha384-BBBB",
    "sha384-AAAA sha384-BBBB",
    "md5-AAAA",
];

fn policy() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 0..5);
    let directive = (prop::sample::select(&NAMES[..]), words)
        .prop_map(|(name, words)| format!("{name} {}", words.join(" ")));
    prop::collection::vec(directive, 0..5).prop_map(|all| all.join("; "))
}

fn request(
    file: &str,
    page: &str,
    destination: Destination,
    nonce: &str,
    integrity: &str,
) -> Request {
    let url = Url::parse(file).unwrap();
    let page = Url::parse(page).unwrap();
    Request {
        current_url: url.clone(),
        url,
        origin: Origin::Tuple(
            page.scheme().to_owned(),
            page.host().unwrap().to_owned(),
            page.port_or_known_default().unwrap(),
        ),
        redirect_count: 0,
        destination,
        initiator: Initiator::None,
        nonce: nonce.to_owned(),
        integrity_metadata: integrity.to_owned(),
        parser_metadata: match destination {
            Destination::Script => ParserMetadata::ParserInserted,
            _ => ParserMetadata::NotParserInserted,
        },
    }
}

fn servo_lets(policy: &str, request: &Request) -> bool {
    let list = CspList::parse(
        policy,
        servo::PolicySource::Header,
        servo::PolicyDisposition::Enforce,
    );
    list.should_request_be_blocked(request).0 == CheckResult::Allowed
}

/// Servo takes `'self'` of a page by http not for the same host by https, which the standard does
/// (its comparison of the default ports never holds).
fn servo_differs(text: &str, file: &str, page: &str) -> bool {
    let (file, page) = (address(file), address(page));
    file.host == page.host && file.scheme != page.scheme && text.to_lowercase().contains("'self'")
}

fn address(text: &str) -> Address {
    Address::read(text).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn scripts_run_where_servo_runs_them(
        text in policy(),
        file in prop::sample::select(&SITES[..]),
        page in prop::sample::select(&PAGES[..]),
        nonce in prop::sample::select(&["", "n1", "N1", "x"][..]),
        integrity in prop::sample::select(&INTEGRITIES[..]),
    ) {
        prop_assume!(!servo_differs(&text, file, page));
        let script = Script { file: &address(file), nonce, integrity };
        let ours = Policy::read(&text).blocks_script(script, &address(page)).is_none();
        let theirs = servo_lets(&text, &request(file, page, Destination::Script, nonce, integrity));
        prop_assert_eq!(ours, theirs, "{}", text);
    }

    #[test]
    fn frames_show_where_servo_shows_them(
        text in policy(),
        file in prop::sample::select(&SITES[..]),
        page in prop::sample::select(&PAGES[..]),
    ) {
        prop_assume!(!servo_differs(&text, file, page));
        let ours = Policy::read(&text).blocks_frame(&address(file), &address(page)).is_none();
        let theirs = servo_lets(&text, &request(file, page, Destination::IFrame, "", ""));
        prop_assert_eq!(ours, theirs, "{}", text);
    }

    /// What we propose mends it, in our reading and in Servo's, and takes nothing away.
    #[test]
    fn the_proposed_policy_lets_the_widget_through(
        text in policy(),
        file in prop::sample::select(&SITES[..]),
        page in prop::sample::select(&PAGES[..]),
        other in prop::sample::select(&["https://other.cn/x.js", "https://www.host.cn/x.js", "https://a.bazhu.cn/y"][..]),
        destination in prop::sample::select(&[Destination::Script, Destination::IFrame, Destination::Image, Destination::Worker][..]),
        nonce in prop::sample::select(&["", "n1"][..]),
    ) {
        prop_assume!(!servo_differs(&text, file, page));
        let (site, at) = (address(file), address(page));
        let header = |policy: &str| format!("Content-Security-Policy: {policy}");
        let given = |headers| Given { page: Some(&at), headers, html: "" };
        let headers = header(&text);
        let before = check(&site, given(&headers));
        let after = before.amended.first().map_or(text.clone(), |it| it.policy.clone());
        let headers = header(&after);
        let again = check(&site, given(&headers));
        prop_assert!(again.works(), "{text}\n{after}\n{:?}", again.findings);
        let script = request(file, page, Destination::Script, "", embed::INTEGRITY);
        prop_assert!(servo_lets(&after, &script), "{text}\n{after}");
        let frame = site.with_path("/embed/loan").to_string();
        prop_assert!(servo_lets(&after, &request(&frame, page, Destination::IFrame, "", "")), "{after}");
        // What ran before still runs.
        let other = request(other, page, destination, nonce, "sha384-AAAA");
        prop_assert!(!servo_lets(&text, &other) || servo_lets(&after, &other), "{text}\n{after}");
    }

    #[test]
    fn any_text_is_looked_at_to_its_end(headers in ".{0,200}", html in ".{0,200}", page in ".{0,60}") {
        let site = address(SITES[0]);
        let page = Address::read(&page);
        let report = check(&site, Given { page: page.as_ref(), headers: &headers, html: &html });
        for finding in report.findings {
            match finding.place {
                Place::Headers(line) => prop_assert!(line >= 1 && line <= headers.lines().count()),
                Place::Html(line) => prop_assert!(line >= 1 && line <= html.lines().count().max(1)),
                Place::Missing => {}
            }
        }
    }
}
