//! Filters, counts, sorting and pages, beside a naive count of everything.
#![cfg(test)]

use catalogue::browse::{Ask, Column, Facet, Filter, NONE, Sort, Value, Without, browse};
use catalogue::search::{Builder, FieldSpec, Index, Lexicon, Scratch};
use proptest::prelude::*;

/// A document: its text, a value, a set of values and a number.
#[derive(Clone, Debug)]
struct Document {
    text: String,
    one: u16,
    many: u32,
    number: u32,
}

fn document() -> impl Strategy<Value = Document> {
    (
        "[电工长安]{1,3}",
        prop_oneof![9 => 0u16..3, 1 => Just(NONE)],
        0u32..8,
        prop_oneof![9 => 0u32..40, 1 => Just(u32::MAX)],
    )
        .prop_map(|(text, one, many, number)| Document {
            text,
            one,
            many,
            number,
        })
}

fn filter() -> impl Strategy<Value = (usize, Filter)> {
    prop_oneof![
        (0usize..3, proptest::collection::vec(0u16..4, 0..3))
            .prop_map(|(facet, values)| (facet, Filter::Any(values))),
        (0u32..45).prop_map(|most| (2, Filter::AtMost(most))),
    ]
}

fn index(documents: &[Document]) -> Index {
    let fields = [FieldSpec {
        name: "name",
        weight: 10,
    }];
    let mut builder = Builder::new(&fields, Lexicon::default());
    for document in documents {
        builder.document(&[(0, &document.text)]);
    }
    builder.finish()
}

const BOUNDS: [u32; 3] = [0, 10, 20];

fn facets(documents: &[Document]) -> Vec<Facet> {
    let values = |count: usize| (0..count).map(|n| Value::plain(&n.to_string())).collect();
    vec![
        Facet {
            key: "one",
            values: values(3),
            column: Column::One(documents.iter().map(|it| it.one).collect()),
        },
        Facet {
            key: "many",
            values: values(3),
            column: Column::Many(documents.iter().map(|it| it.many).collect()),
        },
        Facet {
            key: "number",
            values: values(4),
            column: Column::Number {
                numbers: documents.iter().map(|it| it.number).collect(),
                bounds: BOUNDS.to_vec(),
            },
        },
    ]
}

/// The values of a document in a facet, naively.
fn values(document: &Document, facet: usize) -> Vec<u16> {
    match facet {
        0 => (0..3).filter(|it| *it == document.one).collect(),
        1 => (0..3).filter(|it| document.many & (1 << it) != 0).collect(),
        _ => match document.number {
            u32::MAX => vec![],
            0 => vec![0],
            1..=10 => vec![1],
            11..=20 => vec![2],
            _ => vec![3],
        },
    }
}

fn passes(document: &Document, filters: &[(usize, Filter)], but: Option<usize>) -> bool {
    filters
        .iter()
        .filter(|(facet, _)| Some(*facet) != but)
        .all(|(facet, filter)| match filter {
            Filter::Any(wanted) => values(document, *facet)
                .iter()
                .any(|it| wanted.contains(it)),
            Filter::AtMost(most) => document.number != u32::MAX && document.number <= *most,
        })
}

proptest! {
    #[test]
    fn counts_and_pages_are_those_of_a_naive_count(
        documents in proptest::collection::vec(document(), 0..40),
        filters in proptest::collection::vec(filter(), 0..4),
        text in "[电工长安]{0,2}",
        by_number in any::<bool>(),
        offset in 0usize..12,
        limit in 0usize..12,
    ) {
        let index = index(&documents);
        let facets = facets(&documents);
        let numbers: Vec<u32> = documents.iter().map(|it| it.number).collect();
        let sort = if by_number { Sort::By(&numbers) } else { Sort::Relevance };
        let mut scratch = Scratch::default();
        let ask = Ask { text: &text, filters: &filters, sort, offset, limit };
        let page = browse(&index, &facets, &mut scratch, &ask);

        let has_text = |document: &Document| document.text.contains(&text);
        let count = |test: &dyn Fn(&Document) -> bool| documents.iter().filter(|it| test(it)).count() as u32;
        let total = count(&|it| has_text(it) && passes(it, &filters, None));
        prop_assert_eq!(page.total, total);
        for (facet, counts) in page.counts.iter().enumerate() {
            for (value, shown) in counts.iter().enumerate() {
                let expected = count(&|it| {
                    has_text(it)
                        && passes(it, &filters, Some(facet))
                        && values(it, facet).contains(&(value as u16))
                });
                prop_assert_eq!(*shown, expected, "facet {} value {}", facet, value);
            }
        }

        // Dropping one facet's filters, or the text, gives what is said.
        let mut without: Vec<(Without, u32)> = (0..3)
            .filter(|facet| filters.iter().any(|(of, _)| of == facet))
            .map(|facet| (Without::Facet(facet), count(&|it| has_text(it) && passes(it, &filters, Some(facet)))))
            .chain([(Without::Text, count(&|it| passes(it, &filters, None)))])
            .filter(|(_, count)| *count > 0)
            .collect();
        without.sort_by_key(|(drop, count)| (std::cmp::Reverse(*count), *drop));
        prop_assert_eq!(page.without, if total == 0 { without } else { vec![] });

        // The page is a slice of the whole, in order.
        let whole = browse(&index, &facets, &mut scratch, &Ask { offset: 0, limit: 1000, ..ask });
        let slice: Vec<_> = whole.listed.iter().skip(offset).take(limit).cloned().collect();
        prop_assert_eq!(page.listed, slice);
        let keys: Vec<_> = whole
            .listed
            .iter()
            .map(|it| {
                let by = if by_number { numbers[it.document as usize] } else { 0 };
                (by, std::cmp::Reverse(it.score), it.document)
            })
            .collect();
        prop_assert!(keys.is_sorted());
    }
}

#[test]
fn a_page_without_results_says_what_to_drop() {
    let make = |text: &str, one, number| Document {
        text: text.into(),
        one,
        many: 1,
        number,
    };
    let documents = [make("电工", 0, 5), make("电工", 1, 30), make("长安", 1, 5)];
    let (index, facets) = (index(&documents), facets(&documents));
    let filters = [
        (0, Filter::Any(vec![1])),
        (2, Filter::AtMost(10)),
        (1, Filter::Any(vec![0])),
    ];
    let ask = Ask {
        text: "电工",
        filters: &filters,
        sort: Sort::Relevance,
        offset: 0,
        limit: 10,
    };
    let page = browse(&index, &facets, &mut Scratch::default(), &ask);
    assert_eq!(page.total, 0);
    assert_eq!(
        page.without,
        [
            (Without::Facet(0), 1),
            (Without::Facet(2), 1),
            (Without::Text, 1)
        ]
    );
    // In place 1 there is an electrician for more money, in place 0 one for less.
    assert_eq!(page.counts[0], [1, 0, 0]);
    assert_eq!(page.counts[2], [0, 0, 0, 1]);
}

/// A facet that does not exist lets nothing pass and does not panic.
#[test]
fn a_facet_that_is_not_there() {
    let documents = [Document {
        text: "电工".into(),
        one: 0,
        many: 0,
        number: 0,
    }];
    let ask = Ask {
        text: "",
        filters: &[(77, Filter::AtMost(1))],
        sort: Sort::By(&[]),
        offset: 0,
        limit: 10,
    };
    let page = browse(
        &index(&documents),
        &facets(&documents),
        &mut Scratch::default(),
        &ask,
    );
    assert_eq!((page.total, page.without), (0, vec![]));
}
