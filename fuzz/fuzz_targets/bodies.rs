//! Any bytes as what the server or the app is sent: refused in words, or read; what was read is
//! the same when it is written and read again. Facts that are read are worked out without a panic,
//! and the result is JSON.
#![no_main]

use bazhu_fuzz::{DAY, SHANGHAI};
use libfuzzer_sys::fuzz_target;
use report::Reporter;
use report::facts::read_json;
use rules::eval::Answers;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn reads_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(data) else { return };
    let written = serde_json::to_vec(&value).expect("what was read can be written");
    match serde_json::from_slice::<T>(&written) {
        Ok(again) => assert_eq!(again, value),
        Err(error) => panic!("{error}: {}", String::from_utf8_lossy(&written)),
    }
}

fuzz_target!(|data: &[u8]| {
    reads_back::<api::enquiries::Enquiry>(data);
    reads_back::<api::enquiries::Receipt>(data);
    reads_back::<api::feedback::Feedback>(data);
    reads_back::<api::events::Events>(data);
    reads_back::<api::operator::Publish>(data);
    reads_back::<api::operator::Rollback>(data);
    reads_back::<api::operator::Change>(data);
    reads_back::<api::packs::Current>(data);
    reads_back::<api::Problem>(data);

    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut answers = Answers::none(&SHANGHAI.program);
    if let Err(error) = read_json(&SHANGHAI, text, &mut answers, None) {
        assert!(!error.to_string().is_empty());
        return;
    }
    let mut reporter = Reporter::new(&SHANGHAI, String::new(), DAY, &[]).expect("the rules are sound");
    let mut line = String::new();
    reporter.report(&mut line, &answers);
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&line) {
        panic!("{error}: {line}");
    }
});
