//! Whoever is taken down by a word in the table is in no file that is sent to browsers.

use super::{changed, good, told};
use catalogue::Catalogue;
use catalogue::browse::{Ask, Column, NONE, Sort, browse, honour_facets};
use catalogue::compact::read_part;
use catalogue::kinds;
use catalogue::model::Honours;
use catalogue::search::Scratch;
use catalogue::source::files;

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

/// The files in which a text stands.
fn where_is(catalogue: &Catalogue, text: &str) -> Vec<&'static str> {
    let files = files(catalogue);
    let has = files.iter().filter(|(_, bytes)| holds(bytes, text));
    has.map(|(name, _)| *name).collect()
}

#[test]
fn one_word_takes_a_person_down() {
    let before = good(&[]).unwrap().catalogue;
    let row = "乙某,gold,电工,甲校,6-31-01-03,name,electrical,,";
    let taken = format!("{row}withdrawn");
    let loaded = good(&[("honours.csv", &format!("{row}published"), &taken)]).unwrap();
    // The reader says that the file itself still has the name.
    assert!(told(Ok(loaded)).contains("warning[withdrawn]"));
    let after = good(&[("honours.csv", &format!("{row}published"), &taken)]);
    let after = after.unwrap().catalogue;
    for text in ["乙某", "甲校"] {
        assert_eq!(where_is(&before, text), ["honours"], "{text}");
        assert_eq!(where_is(&after, text), [""; 0], "{text}");
    }
    // What is left is the id, so that a kept link can say what happened.
    assert!(after.honours.find("ws1-1").is_none() && after.honours.is_withdrawn("ws1-1"));
    assert!(!before.honours.is_withdrawn("ws1-1"));
    // The medal is still one of the edition's: its total names nobody.
    assert_eq!(after.honours.figures, before.honours.figures);
    // Nothing else is lost.
    assert_eq!(after.honours.people.len() + 1, before.honours.people.len());
}

#[test]
fn a_member_of_a_team_goes_alone() {
    let row = ("honours.csv", "t1,published,press", "t1,withdrawn,press");
    let all = good(&[row]).unwrap().catalogue.honours;
    let other = &all.people[all.find("ws1-3").unwrap()];
    assert!(other.team.is_some(), "it is still a team's result");
    assert!(all.people.iter().all(|it| it.name != "丙某"));
}

/// All of Shanghai's people at once, as their own catalogue: no name, no trade, no employer is left.
#[test]
fn of_all_that_are_taken_down_nothing_is_sent() {
    const SHANGHAI: &str = "../../data/shanghai/catalogue";
    let before = changed(SHANGHAI, &[]).unwrap().catalogue;
    let people = &before.honours.people;
    assert!(people.len() > 50);
    let mut changes = Vec::new();
    for _ in people {
        changes.push(("honours.csv", ",published,", ",withdrawn,"));
    }
    let after = changed(SHANGHAI, &changes).unwrap().catalogue;
    assert!(after.honours.people.is_empty() && after.honours.occupations.is_empty());
    assert_eq!(after.honours.withdrawn.len(), people.len());
    let sent = files(&after);
    let texts = people.iter().flat_map(|it| [&it.name, &it.org]);
    let mut looked_at = 0;
    for text in texts.filter(|it| !it.is_empty()) {
        for (name, bytes) in &sent {
            assert!(!holds(bytes, text), "`{name}` still has {text}");
        }
        looked_at += 1;
    }
    assert!(looked_at > 80, "{looked_at}");
    // Not even the characters that only their names have are left in what search needs.
    let mut nobody = before.clone();
    nobody.honours.people.clear();
    let lexicon = |of: &Catalogue| kinds::lexicon(of).write();
    assert!(lexicon(&after) == lexicon(&nobody));
    assert!(
        lexicon(&before) != lexicon(&nobody),
        "names have characters of their own"
    );
    // What browsers make of it: nobody to list, to find or to count.
    let (_, bytes) = sent.iter().find(|(name, _)| *name == "honours").unwrap();
    let read = read_part::<Honours>(bytes).unwrap().part;
    let index = kinds::honours(&read, kinds::lexicon(&after));
    let facets = honour_facets(&read);
    let ask = Ask {
        text: "",
        filters: &[],
        sort: Sort::Relevance,
        offset: 0,
        limit: 100,
    };
    let page = browse(&index, &facets, &mut Scratch::default(), &ask);
    assert_eq!(page.total, 0);
    assert!(page.counts.iter().flatten().all(|count| *count == 0));
}

#[test]
fn counts_are_of_those_who_are_listed() {
    let all = good(&[]).unwrap().catalogue.honours;
    for facet in honour_facets(&all) {
        let Column::One(values) = &facet.column else {
            panic!("{} has several values", facet.key)
        };
        assert_eq!(values.len(), all.people.len());
        // Only an occupation may be missing.
        let without = values.iter().filter(|it| **it == NONE).count();
        let expected = if facet.key == "occupation" { 2 } else { 0 };
        assert_eq!(without, expected, "{}", facet.key);
        let known = values.iter().filter(|it| **it != NONE);
        assert!(
            known
                .into_iter()
                .all(|it| usize::from(*it) < facet.values.len())
        );
    }
}
