//! The index finds what the naive matcher finds, in the same order with the same points.

use catalogue::search::{Builder, FieldSpec, Index, Lexicon, Query, Scratch};
use proptest::prelude::*;

use crate::naive::Naive;

const FIELDS: [FieldSpec; 2] = [
    FieldSpec {
        name: "name",
        weight: 40,
    },
    FieldSpec {
        name: "skill",
        weight: 15,
    },
];

pub fn lexicon() -> Lexicon {
    Lexicon::from_groups(
        &[
            ("dian", "电店"),
            ("gong", "工公"),
            ("xi", "西"),
            ("an", "安"),
            ("xian", "先"),
            ("chang", "长"),
            ("zhang", "长张"),
            ("a", "阿"),
            ("nv", "女"),
        ],
        &[('電', '电'), ('長', '长'), ('張', '张')],
    )
}

pub fn build(documents: &[Vec<(u8, String)>], synonyms: &[(String, String)]) -> Index {
    let mut builder = Builder::new(&FIELDS, lexicon());
    for document in documents {
        let texts: Vec<(u8, &str)> = document
            .iter()
            .map(|(f, text)| (*f, text.as_str()))
            .collect();
        builder.document(&texts);
    }
    for (said, meant) in synonyms {
        builder.synonym(said, meant);
    }
    builder.finish()
}

fn text() -> impl Strategy<Value = String> {
    "[电店工公西安先长張阿女车ax3(]{1,6}"
}

fn query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[电店工公西安先长張電阿女车]{1,5}",
        4 => proptest::sample::subsequence(
            vec!["dian", "gong", "xi", "an", "xian", "chang", "zhang", "a", "nv", "d", "g", "zh", "z", "x", "工", "3", "i"],
            1..5
        ).prop_map(|parts| parts.concat()),
        2 => "[adgxizhcnov3]{1,6}",
        1 => "(dian|dain|dan|diaan)(gong|gogn|gon|ggong)(xi|chang|chagn)?",
    ];
    proptest::collection::vec(piece, 0..3).prop_map(|pieces| pieces.join(" "))
}

/// A text of the documents, typed with one error: which, how, where, and a character.
fn errors() -> impl Strategy<Value = Vec<(usize, u8, usize, char)>> {
    let character = proptest::sample::select(vec!['电', '工', '西', '安', '长', '女', '车']);
    proptest::collection::vec((0usize..8, 0u8..3, 0usize..6, character), 1..4)
}

fn mistyped(text: &str, (_, how, at, other): (usize, u8, usize, char)) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = at % letters.len();
    match how {
        0 => letters[at] = other,
        1 => letters.insert(at, other),
        _ => drop(letters.remove(at)),
    }
    letters.into_iter().collect()
}

fn documents() -> impl Strategy<Value = Vec<Vec<(u8, String)>>> {
    proptest::collection::vec(proptest::collection::vec((0u8..2, text()), 1..4), 1..8)
}

fn found(index: &Index, scratch: &mut Scratch, query: &str) -> Vec<(u32, u32)> {
    let hits = index.search(scratch, &Query::first(query, 100), &|_| true);
    assert_eq!(hits.total as usize, hits.hits.len());
    for hit in &hits.hits {
        let sum: u32 = hit.matched.iter().map(|part| part.points()).sum();
        assert_eq!(sum, hit.score, "{query}: {hit:?}");
    }
    hits.hits
        .iter()
        .map(|hit| (hit.document, hit.score))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn finds_the_same(
        documents in documents(),
        said in proptest::collection::vec((text(), 0usize..8), 0..3),
        queries in proptest::collection::vec(query(), 1..6),
        errors in errors(),
    ) {
        let mut queries = queries;
        for error in errors {
            queries.push(mistyped(&documents[error.0 % documents.len()][0].1, error));
        }
        let synonyms: Vec<(String, String)> = said
            .into_iter()
            .map(|(said, of)| (said, documents[of % documents.len()][0].1.clone()))
            .collect();
        let index = build(&documents, &synonyms);
        let lexicon = lexicon();
        let naive = Naive {
            lexicon: &lexicon,
            fields: &FIELDS,
            documents: &documents,
            synonyms: &synonyms,
        };
        // One scratch for all: what a search leaves behind must not show in the next.
        let mut scratch = Scratch::default();
        for query in &queries {
            prop_assert_eq!(found(&index, &mut scratch, query), naive.search(query), "{}", query);
        }
        let again = Index::read(&index.write()).unwrap();
        for query in &queries {
            prop_assert_eq!(found(&again, &mut scratch, query), naive.search(query), "read {}", query);
        }
    }

    #[test]
    fn pages_are_slices_of_the_whole(
        documents in documents(),
        query in query(),
        offset in 0usize..6,
        limit in 0usize..6,
    ) {
        let index = build(&documents, &[]);
        let mut scratch = Scratch::default();
        let whole = index.search(&mut scratch, &Query::first(&query, 100), &|_| true);
        let page = index.search(&mut scratch, &Query { text: &query, limit, offset }, &|_| true);
        prop_assert_eq!(page.total, whole.total);
        let expected: Vec<_> = whole.hits.iter().skip(offset).take(limit).cloned().collect();
        prop_assert_eq!(page.hits, expected);
        let odd = index.search(&mut scratch, &Query::first(&query, 100), &|it| it % 2 == 1);
        let expected: Vec<_> = whole.hits.into_iter().filter(|hit| hit.document % 2 == 1).collect();
        prop_assert_eq!(odd.hits, expected);
    }
}

/// The cases that the site names, in words.
#[test]
fn the_ways_of_typing() {
    use catalogue::search::How;
    let documents: Vec<Vec<(u8, String)>> = ["电工", "公安", "长安", "女工", "电工长安公"]
        .iter()
        .map(|name| vec![(0, (*name).to_owned())])
        .collect();
    let index = build(&documents, &[("电老虎".into(), "公安".into())]);
    let mut scratch = Scratch::default();
    for (typed, document, how) in [
        ("电工", 0, How::Exact),
        ("電工", 0, How::Traditional),
        ("diangong", 0, How::Pinyin),
        ("diango", 0, How::Pinyin),
        ("dg", 0, How::Initials),
        ("dian工", 0, How::Mixed),
        ("dgong", 0, How::Mixed),
        ("diangogn", 0, How::Typo),
        ("zhangan", 2, How::Pinyin),
        ("changan", 2, How::Pinyin),
        ("nvgong", 3, How::Pinyin),
        ("nǚgōng", 3, How::Pinyin),
        ("长安", 2, How::Exact),
        ("电工张安", 4, How::Typo),
        ("电老虎", 1, How::Synonym),
    ] {
        let hits = index.search(&mut scratch, &Query::first(typed, 1), &|_| true);
        let hit = hits
            .hits
            .first()
            .unwrap_or_else(|| panic!("{typed} finds nothing"));
        assert_eq!(
            (hit.document, hit.matched[0].how),
            (document, how),
            "{typed}"
        );
    }
}
