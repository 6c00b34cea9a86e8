//! Shanghai's tables have as much as the reports that they were read from.

use super::folder;
use catalogue::model::{Award, Count, Honour, Honours, Scope, TradeGroup};
use catalogue::source::load;
use pack::model::Evidence;
use std::sync::LazyLock;

static ALL: LazyLock<Honours> = LazyLock::new(|| {
    let loaded = load(&folder("../../data/shanghai")).unwrap();
    loaded.catalogue.honours
});

fn edition(id: &str) -> usize {
    ALL.editions.iter().position(|it| it.id == id).unwrap()
}

/// People in the list, and how many of them are named.
fn counted(honour: Honour) -> (usize, usize) {
    let of = |it: &&catalogue::model::Honouree| ALL.edition_of(it).unwrap().honour == honour;
    let people: Vec<_> = ALL.people.iter().filter(of).collect();
    let named = people.iter().filter(|it| !it.name.is_empty()).count();
    (people.len(), named)
}

#[test]
fn as_many_people_as_the_reports_name() {
    assert_eq!(counted(Honour::ChinaSkillsAward), (3 + 9 + 2, 14));
    assert_eq!(counted(Honour::NationalExpert), (11, 11));
    // 6 in Abu Dhabi, 7 in Kazan (two are a team), 6 in 2022 (two are not named), 1 in Lyon.
    assert_eq!(counted(Honour::WorldSkills), (20, 18));
    assert_eq!(counted(Honour::NationalCompetition), (7, 7));
    assert_eq!(counted(Honour::ChiefOrStudio), (6, 6));
    assert_eq!(counted(Honour::ShanghaiCraftsman), (0, 0));
    assert_eq!(ALL.people.len(), 58);
    assert!(ALL.withdrawn.is_empty());
}

#[test]
fn medals_are_those_of_the_reports() {
    let of = |id: &str| {
        [Count::Gold, Count::Silver, Count::Bronze, Count::Medallion]
            .map(|measure| ALL.figure(edition(id), Scope::Shanghai, measure))
            .map(|figure| figure.map(|it| it.value))
    };
    assert_eq!(of("ws44"), [Some(2), None, None, Some(1)]);
    assert_eq!(of("ws45"), [Some(2), Some(1), None, Some(3)]);
    assert_eq!(of("ws46"), [Some(3), None, Some(2), Some(1)]);
    assert_eq!(of("ws47"), [Some(3), None, Some(1), Some(3)]);
    assert_eq!(of("ws48"), [None; 4], "Shanghai's own are not known");
    assert_eq!(of("nc2"), [Some(10), Some(10), Some(10), Some(79)]);
    assert_eq!(of("nc3"), [Some(9), Some(5), Some(3), Some(72)]);
    let china = |measure| ALL.figure(edition("ws48"), Scope::China, measure);
    assert_eq!(china(Count::Gold).unwrap().value, 41);
    assert_eq!(china(Count::Medallion), None);
    // Everybody who took part is listed where the totals say so.
    for id in ["ws44", "ws45", "ws46"] {
        for (award, total) in [
            (Award::Gold, 0),
            (Award::Silver, 1),
            (Award::Bronze, 2),
            (Award::Medallion, 3),
        ] {
            assert_eq!(
                ALL.results(edition(id), award),
                of(id)[total].unwrap_or(0) as usize,
                "{id} {award:?}"
            );
        }
    }
    assert_eq!(ALL.of_edition(edition("ws44")).count(), 6);
}

#[test]
fn rounds_and_totals() {
    let figure =
        |id: &str, scope, measure| ALL.figure(edition(id), scope, measure).map(|it| it.value);
    assert_eq!(
        figure("cs2022", Scope::Shanghai, Count::ChiefTechnicians),
        Some(99)
    );
    assert_eq!(
        figure("cs2023", Scope::Shanghai, Count::ChiefTechnicians),
        Some(100)
    );
    assert_eq!(
        figure("cs2023", Scope::Shanghai, Count::ChiefGrantYuan),
        Some(50_000)
    );
    assert_eq!(
        figure("cs2023", Scope::Shanghai, Count::StudioGrantYuan),
        Some(100_000)
    );
    assert_eq!(
        figure("cs2018", Scope::Shanghai, Count::StudiosNew),
        Some(23)
    );
    assert_eq!(
        figure("cs2018", Scope::Shanghai, Count::StudiosTopUp),
        Some(8)
    );
    assert_eq!(
        figure("cs2025-pudong", Scope::District, Count::ChiefGrantYuan),
        Some(40_000)
    );
    assert_eq!(
        figure("cs2025-pudong", Scope::District, Count::StudioGrantYuan),
        Some(80_000)
    );
    assert_eq!(
        figure("craftsman2023", Scope::Shanghai, Count::Total),
        Some(683)
    );
    assert_eq!(
        figure("ws44", Scope::Shanghai, Count::RewardGoldYuan),
        Some(500_000)
    );
    assert_eq!(
        figure("ws44", Scope::Shanghai, Count::RewardOtherYuan),
        Some(50_000)
    );
    // 25 holders up to the 16th; where that stands is not in hand.
    let total = ALL
        .figure(edition("csa16"), Scope::Shanghai, Count::Cumulative)
        .unwrap();
    let source = &ALL.sources[usize::from(total.source)];
    assert_eq!((total.value, source.evidence), (25, Evidence::Unconfirmed));
}

#[test]
fn every_entry_has_a_source_and_doubt_is_marked() {
    for person in &ALL.people {
        let source = &ALL.sources[usize::from(person.source)];
        assert!(
            !source.title.zh.is_empty() && !source.title.en.is_empty(),
            "{}",
            person.id
        );
        assert_eq!(
            person.trade.is_empty(),
            person.group == TradeGroup::Unknown,
            "{}",
            person.id
        );
    }
    let doubtful = ALL
        .people
        .iter()
        .filter(|it| it.evidence == Evidence::Unconfirmed);
    let names: Vec<&str> = doubtful.map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["邵茹鹏"]);
    // The only source on the issuing body's own page names nobody.
    assert!(
        ALL.people
            .iter()
            .all(|it| it.evidence != Evidence::Official)
    );
}
