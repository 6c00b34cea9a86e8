//! Any text: the parser gives a tree or an error with a place inside the text; the tree
//! prints as a text that reads as the same tree; running it ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::feel::{self, Value};

fuzz_target!(|text: &str| {
    let context = [("a".to_owned(), Value::from(3)), ("l".to_owned(), Value::List(vec![1.into()]))];
    match feel::parse(text) {
        Ok(expr) => {
            let printed = expr.to_string();
            match feel::parse(&printed) {
                Ok(again) => assert_eq!(again.to_string(), printed),
                // The printed text has more brackets, so it may pass the limits.
                Err(error) => assert!(error.message.contains("nested") || error.message.contains("bytes"), "{printed}: {error}"),
            }
            let _ = feel::refuse(&expr);
            let _ = feel::interpret(&expr, &context);
        }
        Err(error) => assert!(error.span.end as usize <= text.len().max(1)),
    }
    if let Ok(tests) = feel::parse_unary_tests(text) {
        let _ = feel::matches(&tests, &Value::from(2), &context);
    }
});
