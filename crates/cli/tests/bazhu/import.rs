//! `bazhu import courses`, and the catalogue in `bazhu check` and `bazhu build`.

use crate::run::{PACK, Said, bazhu, folder};
use std::fs;
use std::path::{Path, PathBuf};

const CATALOGUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue/tests/good");
const WORKBOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/courses.xlsx");

/// A small list as an office keeps it.
const LIST: &str = "\
编号,课程名称,职业（工种）,等级,培训机构,所在区,课时,价格（元）,开课日期,授课方式,上课时间
B1,电工五级晚班,电工,五级/初级工,甲培训学校,黄浦,100课时,\"¥1,800\",2026/12/1、2027/3/1,线下,周一、三 18:30-20:30
B2,仪表维修,6-31-01-04,,中华职业学校,徐汇区,40,免费,,线上+线下,
";

/// A pack with a catalogue, in a folder of a test's own.
fn pack(name: &str) -> PathBuf {
    let target = folder(name);
    copy(Path::new(PACK), &target);
    copy(Path::new(CATALOGUE), &target.join("catalogue"));
    target
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

fn courses(pack: &Path) -> String {
    fs::read_to_string(pack.join("catalogue/courses.csv")).unwrap()
}

fn import_file(pack: &Path, file: &str, options: &[&str]) -> Said {
    let pack = pack.to_str().unwrap();
    let mut args = vec!["import", "courses", file, "--pack", pack];
    args.extend(options);
    bazhu(&args)
}

/// Imports a list of these bytes.
fn import(pack: &Path, list: &[u8], options: &[&str]) -> Said {
    let file = pack.join("list.csv");
    fs::write(&file, list).unwrap();
    import_file(pack, file.to_str().unwrap(), options)
}

/// Imports a list that must be refused, wholly; gives what was said.
fn refused(name: &str, list: &[u8]) -> String {
    let pack = pack(name);
    let before = courses(&pack);
    let said = import(&pack, list, &[]);
    assert!(said.code == 1 || said.code == 2, "{}", said.stderr);
    assert_eq!(said.stdout, "");
    assert_eq!(courses(&pack), before, "nothing is half imported");
    let files = fs::read_dir(pack.join("catalogue")).unwrap().count();
    assert_eq!(
        files,
        fs::read_dir(CATALOGUE).unwrap().count(),
        "nothing is left behind"
    );
    said.stderr
}

#[test]
fn a_list_with_chinese_headers_replaces_the_samples() {
    let pack = pack("import-list");
    let said = import(&pack, LIST.as_bytes(), &[]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert!(
        said.stdout.contains("2 courses imported, 0 kept"),
        "{}",
        said.stdout
    );
    assert!(said.stdout.contains("the 2 sample courses are gone"));
    let written = courses(&pack);
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!(
        rows[1..],
        [
            "B1,电工五级晚班,6-31-01-03,5,甲培训学校,310101,100,1800,2026-12-01|2027-03-01,classroom,1 18:30-20:30|3 18:30-20:30,level,no",
            "B2,仪表维修,6-31-01-04,0,中华职业学校,310104,40,0,,blended,,completion,no",
        ]
    );
    let said = bazhu(&["check", pack.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.stdout);
    assert!(
        said.stdout.contains("2 courses, 0 sample courses: sound"),
        "{}",
        said.stdout
    );
}

#[test]
fn every_encoding_and_separator_gives_the_same() {
    let plain = pack("import-plain");
    import(&plain, LIST.as_bytes(), &[]);
    let tabs = LIST.replace(',', "\t").replace("\"¥1\t800\"", "1800");
    let utf16: Vec<u8> = format!("\u{feff}{LIST}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes, said) in [
        ("bom", [b"\xef\xbb\xbf", LIST.as_bytes()].concat(), ""),
        ("crlf", LIST.replace('\n', "\r\n").into_bytes(), ""),
        (
            "semicolons",
            LIST.replace("\"¥1,800\"", "1800")
                .replace(',', ";")
                .into_bytes(),
            "",
        ),
        ("tabs", tabs.into_bytes(), ""),
        ("utf16", utf16, ""),
        ("gb18030", gb18030(LIST), "was read as GB18030"),
    ] {
        let other = pack(&format!("import-{name}"));
        let it = import(&other, &bytes, &[]);
        assert_eq!(it.code, 0, "{name}: {}", it.stderr);
        assert!(it.stderr.contains(said), "{name}: {}", it.stderr);
        assert_eq!(courses(&other), courses(&plain), "{name}");
    }
}

/// A text in GB18030.
fn gb18030(text: &str) -> Vec<u8> {
    let (bytes, _, wrong) = encoding_rs::GB18030.encode(text);
    assert!(!wrong);
    bytes.into_owned()
}

#[test]
fn a_workbook_is_read_from_its_first_sheet_with_content() {
    let pack = pack("import-xlsx");
    let said = import_file(&pack, WORKBOOK, &[]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(
        said.stderr
            .contains("cell H3: the formula `=100+200` is not computed"),
        "{}",
        said.stderr
    );
    assert!(
        said.stderr.contains("the column `联系人` is not read"),
        "{}",
        said.stderr
    );
    let written = courses(&pack);
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!(
        rows[1..],
        [
            "A1,电工四级,6-31-01-03,4,甲培训学校,310101,120,2600,2026-12-05,classroom,6 09:00-16:00,level,no",
            "A2,仪表入门,6-31-01-04,0,中华职业学校,310104,12,300,2026-12-01,online,,completion,no",
        ]
    );
    let said = import_file(&pack, WORKBOOK, &["--sheet", "别的"]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr.contains("there are `说明`, `课程`"),
        "{}",
        said.stderr
    );
}

#[test]
fn every_bad_row_is_told_with_its_place_and_remedy() {
    let said = refused(
        "import-bad-rows",
        "\
编号,课程名称,职业,等级,机构,区,课时,价格,开课日期,授课方式,上课时间
B1,,电攻,六级,示例培训机构 01,浦南,0,十元,2026-02-30,函授,晚上
B2,电工,电工,5,甲,黄浦区,100,=1+1,2026-12-01,线下,
B3,电\u{7}工,电工,5,甲,黄浦区,100,1800,2026-12-01,线下,,,x
"
        .as_bytes(),
    );
    for part in [
        "line 2, column 2 (课程名称): the cell is empty",
        "line 2, column 3 (职业): there is no occupation `电攻`: is it `电工`?",
        "没有「电攻」这个职业：是不是「电工」？",
        "line 2, column 4 (等级): `六级` is not a level",
        "line 2, column 5 (机构): `示例培训机构 01` is the name of a made-up provider",
        "line 2, column 6 (区): there is no district `浦南`: it is one of 黄浦区, 徐汇区",
        "line 2, column 7 (课时): `0` is not a number of hours",
        "line 2, column 8 (价格): `十元` is not a price: write whole yuan, as 2600",
        "line 2, column 9 (开课日期): `2026-02-30` is not a day",
        "line 2, column 10 (授课方式): `函授` is not a mode",
        "line 2, column 11 (上课时间): `晚上` is not a lesson of a week",
        "line 3, column 8 (价格): `=1+1` is not a price",
        "line 4: the row has 13 cells, the header 11",
        "line 4, column 2 (课程名称): the cell holds the control character U+0007",
        "13 problems in 3 rows: nothing was imported",
        "3 行中有 13 处问题，未导入任何内容",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn a_formula_is_text() {
    let pack = pack("import-formula");
    let list = LIST.replace("仪表维修", "=1+1");
    let said = import(&pack, list.as_bytes(), &[]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(
        said.stderr
            .contains("`=1+1` looks like a formula: it is taken as text"),
        "{}",
        said.stderr
    );
    assert!(courses(&pack).contains("B2,=1+1,6-31-01-04"));
}

#[test]
fn a_wrong_header_is_told_at_once() {
    let said = refused(
        "import-header",
        LIST.replace("价格（元）", "人民币")
            .replace("等级", "区县")
            .as_bytes(),
    );
    assert!(
        said.contains("there is no column `price` (价格): add it"),
        "{said}"
    );
    assert!(
        said.contains("`区县` and `所在区` would both be `district`: rename one"),
        "{said}"
    );
    let said = refused(
        "import-header-near",
        LIST.replace("授课方式", "授课方法").as_bytes(),
    );
    assert!(
        said.contains("there is no column `mode` (授课方式): is it `授课方法`? then rename that"),
        "{said}"
    );
}

#[test]
fn an_id_that_is_there_twice_is_told_with_both_lines() {
    let said = refused("import-twice", LIST.replace("B2,", "B1,").as_bytes());
    assert!(
        said.contains("line 3, column 1 (编号): the id `B1` is on line 2 already"),
        "{said}"
    );
    // Without ids, the same course twice.
    let list = LIST.lines().map(|line| line.split_once(',').unwrap().1);
    let mut list: Vec<&str> = list.collect();
    list.push(list[1]);
    let said = refused("import-twice-no-id", list.join("\n").as_bytes());
    assert!(
        said.contains("line 4: the same course is on line 2 already"),
        "{said}"
    );
}

#[test]
fn ids_that_a_list_lacks_are_the_same_each_time() {
    let list = LIST.lines().map(|line| line.split_once(',').unwrap().1);
    let list: Vec<&str> = list.collect();
    let pack = pack("import-no-ids");
    import(&pack, list.join("\n").as_bytes(), &[]);
    let first = courses(&pack);
    assert!(first.lines().nth(1).unwrap().starts_with("c-"), "{first}");
    import(&pack, list.join("\n").as_bytes(), &[]);
    assert_eq!(courses(&pack), first);
}

#[test]
fn what_is_no_table_is_said_so() {
    for (name, bytes, said) in [
        ("empty", b"".as_slice(), "the table is empty"),
        (
            "header-only",
            LIST.lines().next().unwrap().as_bytes(),
            "there is a header and no row",
        ),
        (
            "latin",
            b"id,title\n1,caf\xe9\xff\xfe",
            "line 2 is neither UTF-8 nor GB18030",
        ),
        (
            "bom-lies",
            b"\xef\xbb\xbfid,\xff\xff",
            "the file says that it is UTF-8 and is not",
        ),
        (
            "xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "this is an old `.xls` workbook",
        ),
        (
            "broken-xlsx",
            b"PK\x03\x04 and nothing of a workbook",
            "the workbook can't be read",
        ),
        (
            "quote",
            b"id,title\n1,\"open\n2,x\n",
            "line 2 has a quote that is not closed",
        ),
    ] {
        let text = refused(&format!("import-{name}"), bytes);
        assert!(text.contains(said), "{name}: {text}");
    }
    let pack = pack("import-nowhere");
    let said = import_file(&pack, "nowhere.csv", &[]);
    assert_eq!(said.code, 2);
    let said = import_file(Path::new(PACK), WORKBOOK, &[]);
    assert_eq!(said.code, 2);
    assert!(
        said.stderr.contains("has no folder `catalogue`"),
        "{}",
        said.stderr
    );
}

#[test]
fn add_keeps_what_was_imported_and_dry_run_writes_nothing() {
    let pack = pack("import-add");
    let before = courses(&pack);
    let said = import(&pack, LIST.as_bytes(), &["--dry-run"]);
    assert_eq!(said.code, 0);
    assert!(
        said.stdout
            .contains("2 courses, all of them sound; nothing was written")
    );
    assert_eq!(courses(&pack), before);
    import(&pack, LIST.as_bytes(), &[]);
    let more = LIST.replace("B1,", "C1,").replace("B2,", "C2,");
    let said = import(&pack, more.as_bytes(), &["--add"]);
    assert!(
        said.stdout.contains("2 courses imported, 2 kept"),
        "{} {}",
        said.stdout,
        said.stderr
    );
    assert_eq!(courses(&pack).lines().count(), 5);
    let said = import(&pack, LIST.as_bytes(), &["--add"]);
    assert_eq!(said.code, 1);
    assert!(
        said.stderr
            .contains("the id `B1` is in the catalogue already"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_catalogues_faults_are_told_by_check_and_stop_a_build() {
    let pack = pack("catalogue-fault");
    let file = pack.join("catalogue/streets.csv");
    fs::write(&file, "code,name,district\n310101002,南京东路街道,310109\n").unwrap();
    let dir = pack.to_str().unwrap();
    let said = bazhu(&["check", dir]);
    assert_eq!(said.code, 1);
    assert!(
        said.stdout.contains("--> catalogue/streets.csv:2:"),
        "{}",
        said.stdout
    );
    let json: serde_json::Value =
        serde_json::from_str(&bazhu(&["check", dir, "--json"]).stdout).unwrap();
    assert_eq!(json["catalogue"], serde_json::Value::Null);
    assert_eq!(json["faults"][0]["code"], "dangling");
    let output = folder("catalogue-fault-output").join("x.pack");
    let said = bazhu(&["build", dir, "-o", output.to_str().unwrap()]);
    assert_eq!((said.code, said.stdout.as_str()), (1, ""));
    assert!(!output.exists());
}

#[test]
fn a_build_writes_the_parts_beside_the_pack() {
    let pack = pack("catalogue-build");
    let output = folder("catalogue-build-output");
    let file = output.join("x.pack");
    let said = bazhu(&[
        "build",
        pack.to_str().unwrap(),
        "-o",
        file.to_str().unwrap(),
    ]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let mut names: Vec<String> = fs::read_dir(&output)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "x.courses.part",
            "x.employers.part",
            "x.functions.part",
            "x.honours.part",
            "x.lexicon.part",
            "x.majors.part",
            "x.occupations.part",
            "x.pack",
            "x.pillars.part",
            "x.places.part",
            "x.shortage.part",
            "x.sources.part",
        ]
    );
    assert!(
        fs::read(output.join("x.courses.part"))
            .unwrap()
            .starts_with(b"BZCT")
    );
}
