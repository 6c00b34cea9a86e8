//! What the tables say, and each kind of fault as a compiler would show it.

use super::{good, told};
use catalogue::model::{Award, Count, Honour, Scope, TradeGroup, TradeLink};
use pack::model::Evidence;

#[test]
fn people_carry_what_stands_at_them() {
    let all = good(&[]).unwrap().catalogue.honours;
    let editions: Vec<&str> = all.editions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        editions,
        ["cs1", "ws1", "ca1"],
        "newest first, no year last"
    );
    let ids: Vec<&str> = all.people.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["cs1-1", "ws1-1", "ws1-2", "ws1-3", "ws1-4", "ca1-1"]);
    assert_eq!(all.withdrawn, ["ws1-5"]);

    let gold = &all.people[all.find("ws1-1").unwrap()];
    assert_eq!(
        (gold.name.as_str(), gold.award),
        ("乙某", Some(Award::Gold))
    );
    let (at, link) = gold.occupation.unwrap();
    let occupation = &all.occupations[usize::from(at)];
    assert_eq!(
        (occupation.code.as_str(), link),
        ("6-31-01-03", TradeLink::Name)
    );
    let levels: Vec<u8> = occupation.levels.from_lowest().collect();
    assert_eq!(levels, [5, 4, 3, 2, 1]);
    assert_eq!(gold.group, TradeGroup::Electrical);
    assert_eq!(all.edition_of(gold).unwrap().honour, Honour::WorldSkills);
    // The edition's source where the row names none.
    let source = |at: u16| all.sources[usize::from(at)].id.as_str();
    assert_eq!(
        (source(gold.source), gold.evidence),
        ("colleges", Evidence::Official)
    );
    let fourth = &all.people[all.find("ws1-3").unwrap()];
    assert_eq!(
        (source(fourth.source), fourth.evidence),
        ("points", Evidence::Press)
    );
    // As the row says, where it is less sure than the source.
    let third = &all.people[all.find("ws1-2").unwrap()];
    assert_eq!(
        (source(third.source), third.evidence),
        ("colleges", Evidence::Press)
    );
    let unnamed = &all.people[all.find("ws1-4").unwrap()];
    assert_eq!(
        (unnamed.name.as_str(), unnamed.evidence),
        ("", Evidence::Unconfirmed)
    );
}

#[test]
fn a_team_is_one_result() {
    let all = good(&[]).unwrap().catalogue.honours;
    let edition = usize::from(all.people[all.find("ws1-2").unwrap()].edition);
    let team = |id: &str| all.people[all.find(id).unwrap()].team;
    assert!(team("ws1-2").is_some());
    assert_eq!(team("ws1-2"), team("ws1-3"));
    assert_eq!(team("ws1-1"), None);
    assert_eq!(all.results(edition, Award::Silver), 1);
    assert_eq!(all.results(edition, Award::Gold), 1);
    assert_eq!(all.results(edition, Award::Medallion), 0);
    let silver = all.figure(edition, Scope::Shanghai, Count::Silver).unwrap();
    assert!(silver.counted && silver.value == 1);
    assert_eq!(all.figure(edition, Scope::Shanghai, Count::Bronze), None);
}

macro_rules! faulty {
    ($($name:ident: $changes:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(told(good(&$changes)));
        }
    )*};
}

const PEOPLE: &str = "honours.csv";
const EDITIONS: &str = "honour_editions.csv";
const FIGURES: &str = "honour_results.csv";

faulty! {
    two_people_in_one_cell: [(PEOPLE, "乙某", "乙某、己某")];
    a_name_in_an_id: [(PEOPLE, "ws1-1", "ws1-yimou"), (PEOPLE, "cs1-1", "cs2-1")];
    awards_that_do_not_fit: [
        (PEOPLE, "乙某,gold", "乙某,"),
        (PEOPLE, "甲某,", "甲某,gold"),
        (PEOPLE, "戊某,chief_technician", "戊某,silver")
    ];
    more_results_than_the_total: [
        (PEOPLE, ",silver,仪表安装工,,6-31-01-04,work_type,electrical,t1,published,press,", ",gold,仪表安装工,,,,electrical,,published,,"),
        (PEOPLE, ",silver,仪表安装工,,6-31-01-04,work_type,electrical,t1,", ",gold,仪表安装工,,,,electrical,,")
    ];
    teams_that_are_none: [
        (PEOPLE, "乙某,gold,电工,甲校,6-31-01-03,name,electrical,,", "乙某,gold,电工,甲校,6-31-01-03,name,electrical,t2,"),
        (PEOPLE, "丁某,silver", "丁某,bronze")
    ];
    links_that_claim_too_much: [
        (PEOPLE, "6-31-01-03,mapped", "6-31-01-03,name"),
        (PEOPLE, "6-31-01-04,work_type", "6-31-01-04,mapped"),
        (PEOPLE, "6-31-01-03,name", "6-31-01-03,")
    ];
    trades_and_groups: [
        (PEOPLE, "甲某,,,,,,unknown", "甲某,,,,,,wood"),
        (PEOPLE, "木雕,,,,wood", "木雕,,,,unknown"),
        (PEOPLE, "水电,乙厂,6-31-01-03,mapped,electrical", "水电,乙厂,6-31-01-03,mapped,electric")
    ];
    evidence_surer_than_its_source: [(PEOPLE, "unknown,,published,,", "unknown,,published,official,")];
    nothing_to_show: [(PEOPLE, "甲某", "")];
    a_withdrawn_row_that_still_names: [(PEOPLE, "ws1-5,ws1,,", "ws1-5,ws1,己某,")];
    states_and_references: [
        (PEOPLE, "withdrawn", "withdrew"),
        (PEOPLE, "cs1-1,cs1", "cs1-1,cs9"),
        (PEOPLE, "ws1-2,", "ws1-1,"),
        (PEOPLE, "published,,points", "published,,point")
    ];
    bad_editions: [
        (EDITIONS, "2017-10-14,2017-10-19", "2017-10-14,"),
        (EDITIONS, "worldskills", "world_skills"),
        (EDITIONS, ",yes,points", ",yes,"),
        (EDITIONS, "一期,first", "一期,")
    ];
    days_out_of_order: [(EDITIONS, "2017-10-14,2017-10-19", "2018-10-14,2017-10-19")];
    bad_figures: [
        (FIGURES, "gold,2,stated", "gold,two,stated"),
        (FIGURES, "silver,1,counted", "gold,1,guessed"),
        (FIGURES, "cs1,shanghai", "cs2,shanghai")
    ];
}
