//! `bazhu search`, on Shanghai's catalogue.

use crate::run::{PACK, Said, bazhu, built, folder};
use serde_json::Value;

const SHANGHAI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");

fn search(kind: &str, rest: &[&str]) -> Said {
    let mut args = vec!["search", "--pack", SHANGHAI, "--kind", kind];
    args.extend(rest);
    bazhu(&args)
}

fn hits(kind: &str, rest: &[&str]) -> Vec<Value> {
    let said = search(kind, rest);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{rest:?}");
    said.stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn an_electrician_is_found_however_it_is_typed() {
    for (typed, how) in [
        ("电工", "exact"),
        ("電工", "traditional"),
        ("diangong", "pinyin"),
        ("DianGong", "pinyin"),
        ("dg", "initials"),
        ("dian工", "mixed"),
        ("diangogn", "typo"),
    ] {
        let found = hits("occupation", &[typed, "--limit", "1"]);
        assert_eq!(found.len(), 1, "{typed}");
        assert_eq!(found[0]["id"], "6-31-01-03", "{typed}");
        assert_eq!(found[0]["name"], "电工");
        let matched = &found[0]["matched"][0];
        assert_eq!(matched["how"], how, "{typed}");
        assert_eq!(matched["field"], "name");
        let points = matched["points"].as_object().unwrap();
        let sum: u64 = points.values().map(|it| it.as_u64().unwrap()).sum();
        assert_eq!(found[0]["score"], sum, "{typed}");
    }
}

#[test]
fn a_word_of_daily_speech_names_itself() {
    let found = hits("occupation", &["码农", "--limit", "1"]);
    assert_eq!(found[0]["id"], "4-04-05-01");
    assert_eq!(found[0]["matched"][0]["synonym"], "码农");
    assert_eq!(found[0]["matched"][0]["how"], "synonym");
}

#[test]
fn every_kind_is_searched() {
    let found = hits("honour", &["wangjun", "--limit", "1"]);
    assert_eq!(
        (&found[0]["id"], &found[0]["name"]),
        (&"csa13-2".into(), &"王军".into())
    );
    let florists = hits(
        "honour",
        &[
            "--filter",
            "group=floristry",
            "--filter",
            "honour=worldskills",
        ],
    );
    assert_eq!(florists.len(), 3);
    assert_eq!(
        hits("institution", &["曹杨", "--limit", "1"])[0]["name"],
        "上海市曹杨职业技术学校"
    );
    assert_eq!(
        hits("major", &["510102", "--limit", "1"])[0]["id"],
        "510102"
    );
    let course = &hits("course", &["电工", "--limit", "1"])[0];
    assert_eq!(course["sample"], true);
    assert_eq!(course["matched"][0]["text"], "电工");
    let programme = &hits("programme", &["上海市职业技能提升", "--limit", "1"])[0];
    assert_eq!(programme["id"], "sh_skill_upgrade");
}

#[test]
fn a_programme_is_found_in_a_compact_pack() {
    let pack = built(&folder("search-compact"));
    let said = bazhu(&["search", "--pack", &pack, "--kind", "programme", "fangzu"]);
    let line: Value = serde_json::from_str(said.stdout.trim()).unwrap();
    assert_eq!((line["id"].as_str(), said.code), (Some("rent"), 0));
}

#[test]
fn filters_narrow_and_pages_follow_each_other() {
    let all = hits("course", &["电工", "--limit", "1000"]);
    let evening = hits(
        "course",
        &[
            "电工",
            "--limit",
            "1000",
            "--filter",
            "times=evening,weekend",
        ],
    );
    assert!(!evening.is_empty() && evening.len() < all.len());
    assert!(evening.iter().all(|it| all.contains(it)));
    let second = hits("course", &["电工", "--offset", "3", "--limit", "2"]);
    assert_eq!(second, all[3..5]);
    let here = hits(
        "course",
        &["--filter", "district=浦东新区", "--limit", "9999"],
    );
    let same = hits(
        "course",
        &["--filter", "district=310115", "--limit", "9999"],
    );
    assert_eq!(here, same);
}

#[test]
fn nothing_found_says_what_to_drop() {
    let filters = ["--filter", "price=0", "--filter", "mode=classroom"];
    let said = search("course", &[&["电工"], &filters[..]].concat());
    assert_eq!((said.code, said.stdout.as_str()), (0, ""));
    let mut notes = said.stderr.lines();
    assert_eq!(notes.next(), Some("note: nothing is found"));
    let without_price = notes.next().unwrap().strip_prefix("note: without price: ");
    let online = hits(
        "course",
        &["电工", "--filter", "mode=classroom", "--limit", "9999"],
    );
    assert_eq!(without_price, Some(online.len().to_string().as_str()));
}

#[test]
fn what_is_too_long_is_cut_and_said() {
    let said = search("occupation", &[&"电工".repeat(5_000)]);
    assert_eq!(said.code, 0);
    assert!(
        said.stderr
            .starts_with("note: the query is too long; only its beginning was looked at\n"),
        "{}",
        said.stderr
    );
}

#[test]
fn wrong_usage_says_what_would_be_right() {
    for (kind, rest, message) in [
        (
            "course",
            ["--filter", "distrct=黄浦区"],
            "error: there is no filter `distrct`; this kind has district, level, group, mode, \
             times, price, month, shortage, digital, green; did you mean `district`?\n",
        ),
        (
            "course",
            ["--filter", "district=黄埔区"],
            "error: `district` has no value `黄埔区`; did you mean `黄浦区`?\n",
        ),
        (
            "course",
            ["--filter", "price=free"],
            "error: `price=free`: expected a whole number\n",
        ),
        (
            "course",
            ["--filter", "mode=night"],
            "error: `mode` has no value `night`; it may be classroom, online, blended\n",
        ),
        (
            "programme",
            ["--filter", "x=1"],
            "error: there is no filter `x`; this kind has no filters\n",
        ),
        (
            "major",
            ["--filter", "level"],
            "error: `--filter level`: expected a key, `=` and a value\n",
        ),
    ] {
        let said = search(kind, &rest);
        assert_eq!((said.code, said.stderr.as_str()), (2, message));
    }
    let said = bazhu(&["search", "--pack", PACK, "--kind", "course", "电工"]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr
            .ends_with("there is no folder `catalogue` in it\n"),
        "{}",
        said.stderr
    );
}
