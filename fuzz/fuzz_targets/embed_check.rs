//! Any headers and any markup: the check ends, its places lie in what was pasted, and the policy
//! that it proposes lets the widget through.
#![no_main]

use embed::address::Address;
use embed::check::{Given, Place, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // One text for both, divided at the first form feed.
    let (headers, html) = text.split_once('\u{c}').unwrap_or((text, ""));
    let Some(site) = Address::read("https://bazhu.cn/") else {
        return;
    };
    let given = Given {
        page: None,
        headers,
        html,
    };
    let report = check(&site, given);
    for finding in &report.findings {
        match finding.place {
            Place::Headers(line) => assert!((1..=headers.lines().count()).contains(&line)),
            Place::Html(line) => assert!(line >= 1 && line <= html.lines().count().max(1)),
            Place::Missing => {}
        }
    }
    for amended in &report.amended {
        let headers = format!("Content-Security-Policy: {}", amended.policy);
        let given = Given {
            headers: &headers,
            ..given
        };
        let again = check(&site, given);
        assert!(again.amended.iter().all(|it| it.place != Place::Headers(1)), "{headers}");
    }
});
