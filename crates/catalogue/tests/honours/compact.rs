//! The compact form of any honours at all.

use catalogue::Levels;
use catalogue::compact::{Part, read_part, write_part};
use catalogue::model::{
    Award, Count, Edition, Honour, Honouree, Honours, Scope, Source, Total, TradeGroup, TradeLink,
    TradeOccupation,
};
use pack::model::{Evidence, Text};
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn word() -> impl Strategy<Value = String> {
    "[a-z0-9 -]{0,8}|[焊工张彬，（）\"=']{0,6}"
}

fn text() -> impl Strategy<Value = Text> {
    (word(), word()).prop_map(|(zh, en)| Text { zh, en })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    select(vec![
        Evidence::Official,
        Evidence::Press,
        Evidence::Unconfirmed,
    ])
}

prop_compose! {
    fn source()(id in word(), title in text(), publisher in text(), note in text(), date in word(), evidence in evidence()) -> Source {
        Source { id, tables: Vec::new(), title, publisher, date, evidence, note }
    }
}

prop_compose! {
    fn edition(sources: usize)(
        id in word(),
        honour in select(Honour::ALL.to_vec()),
        name in text(),
        place in text(),
        year in maybe(0u16..u16::MAX),
        days in maybe((0i64..40_000, 0i64..40_000)),
        complete in maybe(any::<bool>()),
        source in any::<Index>(),
        note in text(),
    ) -> Edition {
        let source = source.index(sources) as u16;
        Edition { id, honour, name, place, year, days, complete, source, note }
    }
}

prop_compose! {
    fn person(editions: usize, occupations: usize, sources: usize)(
        id in word(),
        edition in any::<Index>(),
        name in word(),
        award in maybe(select(Award::ALL.to_vec())),
        (trade, org) in (word(), word()),
        occupation in maybe((any::<Index>(), select(vec![TradeLink::Name, TradeLink::WorkType, TradeLink::Mapped]))),
        group in select(TradeGroup::ALL.map(|(_, it)| it).to_vec()),
        team in maybe(0u16..u16::MAX),
        evidence in evidence(),
        source in any::<Index>(),
    ) -> Honouree {
        let occupation = occupation.filter(|_| occupations > 0);
        let occupation = occupation.map(|(at, link)| (at.index(occupations) as u16, link));
        let (edition, source) = (edition.index(editions) as u16, source.index(sources) as u16);
        Honouree { id, edition, name, award, trade, org, occupation, group, team, evidence, source }
    }
}

prop_compose! {
    fn figure(editions: usize, sources: usize)(
        edition in any::<Index>(),
        scope in select(Scope::ALL.map(|(_, it)| it).to_vec()),
        measure in select(Count::ALL.map(|(_, it)| it).to_vec()),
        value in any::<u32>(),
        counted in any::<bool>(),
        source in any::<Index>(),
        note in text(),
    ) -> Total {
        let (edition, source) = (edition.index(editions) as u16, source.index(sources) as u16);
        Total { edition, scope, measure, value, counted, source, note }
    }
}

fn occupation() -> impl Strategy<Value = TradeOccupation> {
    (word(), word(), 0u8..32).prop_map(|(code, name, bits)| TradeOccupation {
        code,
        name,
        levels: Levels::from_bits(bits),
    })
}

fn honours() -> impl Strategy<Value = Honours> {
    (1usize..4, 1usize..5, 0usize..4).prop_flat_map(|(sources, editions, occupations)| {
        let people = person(editions, occupations, sources);
        let figures = figure(editions, sources);
        (
            prop::collection::vec(edition(sources), editions),
            prop::collection::vec(people, 0..8),
            prop::collection::vec(figures, 0..8),
            prop::collection::vec(occupation(), occupations),
            prop::collection::vec(word(), 0..4),
            prop::collection::vec(source(), sources),
        )
            .prop_map(
                |(editions, people, figures, occupations, withdrawn, sources)| Honours {
                    editions,
                    people,
                    figures,
                    occupations,
                    withdrawn,
                    sources,
                },
            )
    })
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back(honours in honours()) {
        let bytes = write_part(&honours, &[]);
        prop_assert_eq!(&read_part::<Honours>(&bytes).unwrap().part, &honours);
        prop_assert_eq!(write_part(&honours, &[]), bytes);
    }

    /// A place that names nothing is refused, whichever list is too short for it.
    #[test]
    fn a_place_that_names_nothing_is_refused(honours in honours(), which in 0usize..3) {
        let mut short = honours;
        match which {
            0 => {
                prop_assume!(!short.people.is_empty());
                short.people[0].edition = short.editions.len() as u16;
            }
            1 => short.editions[0].source = short.sources.len() as u16,
            _ => {
                prop_assume!(!short.figures.is_empty());
                short.figures[0].source = short.sources.len() as u16;
            }
        }
        prop_assert!(read_part::<Honours>(&write_part(&short, &[])).is_err());
    }
}

#[test]
fn its_file_has_its_name() {
    assert_eq!((Honours::NAME, Honours::KIND), ("honours", 9));
}
