//! Queries that nobody types by accident.

use catalogue::search::{MAX_LETTERS, Query, Scratch};
use proptest::prelude::*;

use crate::same::build;

fn documents() -> Vec<Vec<(u8, String)>> {
    ["电工", "先长安", "女工😀", "", "((", "\u{202e}阿\u{0}"]
        .iter()
        .map(|name| vec![(0, (*name).to_owned())])
        .collect()
}

#[test]
fn what_is_too_long_is_cut_and_said() {
    let index = build(&documents(), &[]);
    let mut scratch = Scratch::default();
    for (query, cut, total) in [
        ("电".repeat(10_000), true, 0),
        ("dian".repeat(2_500), true, 0),
        ("电 ".repeat(5_000), true, 1),
        (" ".repeat(10_000), true, 6),
        ("电工".to_owned() + &" ".repeat(100), false, 1),
        ("\u{202e}".repeat(10_000), true, 6),
        ("电".repeat(MAX_LETTERS), false, 0),
        ("电".repeat(MAX_LETTERS + 1), true, 0),
        ("a b c d e f g h".to_owned(), false, 0),
        ("电 电 电 电 电 电 电 电".to_owned(), false, 1),
        ("电 电 电 电 电 电 电 电 工".to_owned(), true, 1),
    ] {
        let hits = index.search(&mut scratch, &Query::first(&query, 10), &|_| true);
        let shown: String = query.chars().take(12).collect();
        assert_eq!((hits.cut, hits.total), (cut, total), "{shown}");
    }
}

#[test]
fn emoji_control_characters_and_directions() {
    let index = build(&documents(), &[]);
    let mut scratch = Scratch::default();
    let mut total = |query: &str| {
        index
            .search(&mut scratch, &Query::first(query, 10), &|_| true)
            .total
    };
    assert_eq!(total(""), 6);
    assert_eq!(total("！？"), 6);
    assert_eq!(total("😀"), 1);
    assert_eq!(total("👩‍🔧"), 0);
    assert_eq!(total("\u{202e}电\u{200f}工\u{7}"), 1);
    assert_eq!(total("مرحبا"), 0);
    assert_eq!(total("ＤＩＡＮＧＯＮＧ"), 1);
    assert_eq!(total("\0"), 6);
    // Pages past the end and pages of any length.
    let page = Query {
        text: "",
        limit: usize::MAX,
        offset: usize::MAX,
    };
    assert_eq!(index.search(&mut scratch, &page, &|_| true).hits, []);
}

proptest! {
    #[test]
    fn nothing_panics(query in any::<String>(), texts in proptest::collection::vec(any::<String>(), 0..5)) {
        let documents: Vec<Vec<(u8, String)>> = texts.into_iter().map(|text| vec![(1, text)]).collect();
        let index = build(&documents, &[(query.clone(), query.clone())]);
        let mut scratch = Scratch::default();
        let hits = index.search(&mut scratch, &Query::first(&query, 10), &|_| true);
        prop_assert!(hits.total as usize <= documents.len());
    }

    #[test]
    fn a_text_is_found_by_itself(text in "\\PC{1,12}") {
        let index = build(&[vec![(0, text.clone())]], &[]);
        let hits = index.search(&mut Scratch::default(), &Query::first(&text, 10), &|_| true);
        prop_assert_eq!(hits.total, 1);
    }
}
