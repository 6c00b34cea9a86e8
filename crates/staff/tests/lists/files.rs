//! Templates, and results as files.

use crate::support::{DAY, PACK, checked, everybody, list, programmes, refused, rows, scope};
use proptest::prelude::*;
use rules::program::Domain;
use staff::view::{Said, Standing, Why};
use staff::{Lang, csv, template, xlsx};

const GRANTS: [&str; 2] = ["sh_skill_upgrade", "ui_skill_upgrade"];

#[test]
fn a_template_is_read_back_and_its_example_is_nobody() {
    for lang in [Lang::Zh, Lang::En] {
        for workbook in [false, true] {
            let bytes = template(&PACK, *DAY, &programmes(&GRANTS), workbook, lang);
            let text = refused(&bytes);
            assert!(text.ends_with("there is only the example: write people below it\n  只有示例行：请在下面填写人员"), "{text}");
            let rows = rows(&bytes);
            assert_eq!(rows.len(), 2);
            // Everything that decides these two grants has a column, and nothing else.
            let filled: Vec<String> = rows[1]
                .iter()
                .map(|cell| cell.replace("示例", "甲").replace("Example", "x"))
                .collect();
            let mut csv = Vec::new();
            for row in [&rows[0], &filled] {
                for cell in row {
                    sheets::push_text(&mut csv, cell);
                    csv.push(b',');
                }
                csv.push(b'\n');
            }
            let list = list(&csv);
            assert!(
                list.unread.is_empty() && list.problems.is_empty(),
                "{:?}",
                list.problems
            );
            assert_eq!(list.questions.len(), rows[0].len() - 2);
            let scope = scope(&list, *DAY, &GRANTS);
            let check = checked(&scope, &list);
            for outcome in &everybody(&check, &list)[0].outcomes {
                assert_ne!(
                    outcome.standing,
                    Standing::Undetermined,
                    "a column is missing"
                );
            }
        }
    }
}

#[test]
fn a_workbooks_template_lists_every_word_below_its_column() {
    let bytes = template(&PACK, *DAY, &programmes(&GRANTS), true, Lang::Zh);
    let words = sheets::read(&bytes, Some("可填的词"), &sheets::Limits::default()).unwrap();
    let head: Vec<&str> = words.row(0).unwrap().cells().collect();
    let column = |name: &str| {
        let at = head.iter().position(|it| *it == name).unwrap();
        let cells = words.rows().skip(1).map(|row| row.cell(at));
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    for question in PACK
        .questions
        .iter()
        .filter(|it| head.contains(&it.label.zh.as_str()))
    {
        let slot = PACK
            .questions
            .iter()
            .position(|it| it.label == question.label)
            .unwrap();
        let wanted: Vec<&str> = match PACK.program.facts[slot].domain {
            Domain::Bool => vec!["是", "否"],
            Domain::Options(_) => question
                .options
                .iter()
                .map(|it| it.label.zh.as_str())
                .collect(),
            Domain::Number { .. } | Domain::Date { .. } => {
                assert_eq!(
                    column(&question.label.zh).len(),
                    1,
                    "says what may be written"
                );
                continue;
            }
        };
        assert_eq!(column(&question.label.zh), wanted);
    }
}

/// People with everything that a result can say, and names that a spreadsheet would run.
const PEOPLE: &str = "工号,姓名,户籍,当前状况,用人单位类型,劳动年龄内,失业保险缴费月数,已取得证书,证书种类,证书等级,证书核发日期,证书网上可查,在急需紧缺目录内,证书所属领域,证书与企业行业一致,数字或绿色职业,同职业同等级已领,更高等级已领,已享受培训补贴,今年已领次数,持有残疾人证,退役五年内的退役士兵,中职期间已享受\n\
    =1+1,@SUM(A1),上海,\"在职，正常缴纳社会保险\",企业,是,36,是,分等级：职业资格或职业技能等级证书,3,2026-05-01,是,是,生物医药,是,否,否,否,否,0,否,否,否\n\
    +86,\"-2\"\"x\",外省市,\"在职，正常缴纳社会保险\",企业,是,6,是,分等级：职业资格或职业技能等级证书,4,2025-05-01,是,否,其他领域,是,否,否,否,否,0,否,否,否\n\
    3,丙,外省市,,企业,是,36,是,分等级：职业资格或职业技能等级证书,,2026-05-01,是,否,其他领域,是,否,否,否,否,0,否,否,否\n\
    4,丁,江苏,,,,,,,,,,,,,,,,,,,,\n";

#[test]
fn results_as_csv_say_what_the_page_says() {
    let list = list(PEOPLE.as_bytes());
    let scope = scope(&list, *DAY, &GRANTS);
    let check = checked(&scope, &list);
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let bytes = csv(&PACK, &list, &check, lang);
        assert!(bytes.starts_with(b"\xef\xbb\xbf"));
        let text = String::from_utf8(bytes[3..].to_vec()).unwrap();
        insta::assert_snapshot!(format!("results_{name}"), text.replace("\r\n", "\n"));
        for cell in rows(&bytes).iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}

#[test]
fn results_as_a_workbook_hold_the_same_and_the_rows_that_were_not_read() {
    let list = list(PEOPLE.as_bytes());
    let scope = scope(&list, *DAY, &GRANTS);
    let check = checked(&scope, &list);
    let bytes = xlsx(&PACK, &list, &check, Lang::Zh);
    let sheet = |name: &str| {
        let table = sheets::read(&bytes, Some(name), &sheets::Limits::default()).unwrap();
        assert!(table.notes.is_empty(), "no formula: {:?}", table.notes);
        let rows = table
            .rows()
            .map(|row| row.cells().map(str::to_owned).collect());
        rows.collect::<Vec<Vec<String>>>()
    };
    // The long table is the CSV's, but for the sums, which have a sheet of their own.
    let long = rows(&csv(&PACK, &list, &check, Lang::Zh));
    let details = sheet("明细");
    let without: Vec<&Vec<String>> = long.iter().filter(|row| row[3] != "最优组合合计").collect();
    assert_eq!(details.len(), without.len());
    for (row, wanted) in details.iter().zip(without) {
        for (at, wanted) in wanted.iter().enumerate() {
            let given = row.get(at).map_or("", String::as_str);
            assert_eq!(given, wanted.strip_prefix('\'').unwrap_or(wanted));
        }
    }
    let people = sheet("每人");
    assert_eq!(people.len(), 4);
    assert_eq!(people[1][..5], ["2", "=1+1", "@SUM(A1)", "2600", "2600"]);
    let problems = sheet("问题行");
    assert_eq!(
        problems[1],
        [
            "5",
            "第 5 行，第 3 列（户籍）：「江苏」不能作为「户籍」的回答：可填「上海」「外省市」"
        ]
    );
    insta::assert_snapshot!(
        "totals",
        sheet("汇总")
            .iter()
            .map(|row| row.join(" | "))
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn what_is_not_computed_says_why() {
    let csv = "姓名,证书等级,一线养老护理,合同年数\n甲,3,是,5\n";
    let list = list(csv.as_bytes());
    let scope = scope(
        &list,
        *DAY,
        &["sh_skill_upgrade", "talent_settlement", "directed_training"],
    );
    let at = |id| crate::support::programme(id);
    assert_eq!(scope.programmes.len(), 1);
    assert_eq!(
        scope.left_out,
        [
            (at("directed_training"), Why::NoColumn),
            (at("talent_settlement"), Why::NoRule),
            (at("care_entry"), Why::NotAsked),
        ]
    );
}

#[test]
fn what_page_and_worker_say_to_each_other_reads_back() {
    let said = vec![Said {
        line: 3,
        zh: "第 3 行".to_owned(),
        en: "line 3".to_owned(),
    }];
    let bytes = staff::view::write(&said);
    assert_eq!(staff::view::read::<Vec<Said>>(&bytes), Some(said));
    assert_eq!(
        staff::view::read::<Vec<Said>>(&bytes[..bytes.len() - 1]),
        None
    );
}

#[test]
fn beyond_the_packs_last_day_no_amount_is_written() {
    let list = list(PEOPLE.as_bytes());
    let scope = scope(&list, PACK.valid_until + 60, &GRANTS);
    let check = checked(&scope, &list);
    let rows = rows(&csv(&PACK, &list, &check, Lang::Zh));
    assert!(rows.len() > 3 && rows.iter().any(|row| row[4] == "符合条件"));
    for row in &rows[1..] {
        assert_eq!((row[5].as_str(), row[6].as_str()), ("", ""), "{row:?}");
    }
    let book = xlsx(&PACK, &list, &check, Lang::Zh);
    let sheet = |name| sheets::read(&book, Some(name), &sheets::Limits::default()).unwrap();
    for name in ["汇总", "每人", "明细"] {
        for cell in sheet(name)
            .rows()
            .flat_map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>())
        {
            assert!(cell != "2600" && cell != "2000", "{name}: {cell}");
        }
    }
    let told = sheet("汇总")
        .rows()
        .any(|row| row.cell(0).contains("现有规则只核对到 2026-12-31"));
    assert!(told);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is done to a list, it is refused in words, or every row is a person or a problem.
    #[test]
    fn a_damaged_list_is_words_or_people(
        workbook: bool,
        changes in proptest::collection::vec((0usize..6_000, any::<u8>()), 1..8),
        cut in proptest::option::of(0usize..6_000),
    ) {
        let mut bytes = match workbook {
            false => PEOPLE.as_bytes().to_vec(),
            true => template(&PACK, *DAY, &programmes(&GRANTS), true, Lang::Zh),
        };
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut % bytes.len()));
        match staff::read(&PACK, &bytes) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(list) => {
                prop_assert!(!list.people.is_empty() || list.bad_rows > 0);
                prop_assert!(list.problems.len() >= list.bad_rows as usize);
                let scope = scope(&list, *DAY, &GRANTS);
                let check = checked(&scope, &list);
                prop_assert_eq!(check.summary(&list).people as usize, list.people.len());
            }
        }
    }
}
