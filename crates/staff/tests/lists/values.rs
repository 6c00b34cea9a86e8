//! Headers and cells as people write them.

use crate::support::{DAY, PACK, checked, everybody, list, refused, scope};
use rules::program::Domain;
use sheets::cells::plain;
use std::collections::{BTreeMap, BTreeSet};

/// The answers to one question in a list of one column, or what is wrong.
fn answer(id: &str, cell: &str) -> Result<Option<i64>, String> {
    let csv = format!("姓名,{id}\n甲,\"{}\"\n", cell.replace('"', "\"\""));
    let list = list(csv.as_bytes());
    match list.problems.first() {
        Some(problem) => Err(problem.zh.clone()),
        None => Ok(list.answers(0).next().unwrap().1),
    }
}

#[test]
fn every_question_goes_by_its_id_its_name_and_its_wording_and_no_name_is_two_questions() {
    let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (fact, question) in PACK.program.facts.iter().zip(&PACK.questions) {
        let texts = [&question.label, &question.ask];
        let texts = texts.iter().flat_map(|text| [&text.zh, &text.en]);
        for name in texts.chain([&fact.id]) {
            names.entry(plain(name)).or_default().insert(&fact.id);
            let own = list(format!("姓名,\"{}\"\n甲,\n", name.replace('"', "\"\"")).as_bytes());
            let slot = pack::slot_of(&PACK, &fact.id).unwrap();
            assert_eq!(own.questions, [slot], "{name}");
        }
    }
    let doubled: Vec<_> = names.iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}

#[test]
fn every_option_is_taken_in_chinese_in_english_and_by_its_id() {
    for (fact, question) in PACK.program.facts.iter().zip(&PACK.questions) {
        for (index, choice) in (0..).zip(&question.options) {
            for text in [&choice.id, &choice.label.zh, &choice.label.en] {
                assert_eq!(
                    answer(&fact.id, text),
                    Ok(Some(index)),
                    "{}: {text}",
                    fact.id
                );
                let loose = format!(" {} ", text.replace('，', ", ").to_uppercase());
                assert_eq!(
                    answer(&fact.id, &loose),
                    Ok(Some(index)),
                    "{}: {loose}",
                    fact.id
                );
            }
        }
        if fact.domain == Domain::Bool {
            for (text, is) in [
                ("是", 1),
                ("否", 0),
                ("Yes", 1),
                ("no", 0),
                ("TRUE", 1),
                ("false", 0),
                ("1", 1),
                ("0", 0),
                ("Ｙ", 1),
            ] {
                assert_eq!(answer(&fact.id, text), Ok(Some(is)), "{}: {text}", fact.id);
            }
            for text in ["无", "有", "2", "是否", "√"] {
                assert!(answer(&fact.id, text).is_err(), "{}: {text}", fact.id);
            }
        }
        for open in ["", " ", "不清楚", "-", "—", "/", "N/A", "unknown", "未知"] {
            assert_eq!(answer(&fact.id, open), Ok(None), "{}: `{open}`", fact.id);
        }
    }
}

#[test]
fn numbers_levels_and_days() {
    for (id, cell, is) in [
        ("ui_insured_months", "36", 36),
        ("ui_insured_months", "36.0", 36),
        ("ui_insured_months", "３６ 个月", 36),
        ("ui_insured_months", "36 months", 36),
        ("care_years_worked", "3年", 3),
        ("age_years", "45周岁", 45),
        ("claims_this_year", "2次", 2),
        ("incubation_rent_paid", "¥1,234.50元", 123_450),
        ("certificate_level", "3", 3),
        ("certificate_level", "三级/高级工", 3),
        ("certificate_level", "高级技师", 1),
        ("certificate_issued_on", "2026-05-01", 20_574),
        ("certificate_issued_on", "2026/5/1", 20_574),
        ("certificate_issued_on", "2026年5月1日", 20_574),
        ("certificate_issued_on", "20260501", 20_574),
    ] {
        assert_eq!(answer(id, cell), Ok(Some(is)), "{id}: {cell}");
    }
    for (id, cell, wrong) in [
        (
            "ui_insured_months",
            "2年",
            "「2年」不能作为「失业保险缴费月数」的回答：请写整月数，0 至 600",
        ),
        (
            "ui_insured_months",
            "601",
            "「601」不能作为「失业保险缴费月数」的回答：请写整月数，0 至 600",
        ),
        (
            "ui_insured_months",
            "12.5",
            "「12.5」不能作为「失业保险缴费月数」的回答：请写整月数，0 至 600",
        ),
        (
            "certificate_level",
            "0",
            "「0」不能作为「证书等级」的回答：请写整数，1 至 5",
        ),
        (
            "certificate_level",
            "无",
            "「无」不能作为「证书等级」的回答：请写整数，1 至 5",
        ),
        (
            "certificate_issued_on",
            "46357",
            "「46357」不能作为「证书核发日期」的回答：日期请写成 2026-05-01",
        ),
        (
            "certificate_issued_on",
            "2026-02-30",
            "「2026-02-30」不能作为「证书核发日期」的回答：日期请写成 2026-05-01",
        ),
        (
            "certificate_issued_on",
            "1989-12-31",
            "「1989-12-31」不能作为「证书核发日期」的回答：日期应在 1990-01-01 至 2035-12-31 之间",
        ),
        (
            "situation",
            "在职",
            "「在职」不能作为「当前状况」的回答：是不是「在职，正常缴纳社会保险」？请按模板里的词填写",
        ),
        (
            "residence",
            "江苏",
            "「江苏」不能作为「户籍」的回答：可填「上海」「外省市」",
        ),
        (
            "disabled",
            "=1+1",
            "「=1+1」不能作为「持有残疾人证」的回答：请写是或否，不知道就留空",
        ),
    ] {
        assert_eq!(answer(id, cell), Err(wrong.to_owned()), "{id}: {cell}");
    }
}

#[test]
fn bad_rows_are_told_with_their_place_and_the_rest_is_done() {
    let csv = "工号,姓名,户籍,证书等级,证书核发日期,部门\n\
        1,甲,上海,3,2026-05-01,一车间\n\
        2,乙,上海市,三,昨天,一车间\n\
        3,丙,外省市,4,,二车间\n\
        4,丁,外省市,4,,二车间,多出来的\n\
        5,戊,外省市,6,2026-05-01,\n\
        3,己,上海,,,\n";
    let list = list(csv.as_bytes());
    let told: Vec<String> = list
        .problems
        .iter()
        .map(|it| format!("{}：{}", it.place.zh(), it.zh))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    第 3 行，第 3 列（户籍）：「上海市」不能作为「户籍」的回答：是不是「上海」？请按模板里的词填写
    第 3 行，第 5 列（证书核发日期）：「昨天」不能作为「证书核发日期」的回答：日期请写成 2026-05-01
    第 5 行：本行有 7 格，表头只有 6 格：内容里有分隔符的格子要加引号
    第 6 行，第 4 列（证书等级）：「6」不能作为「证书等级」的回答：请写整数，1 至 5
    ");
    let english: Vec<String> = list
        .problems
        .iter()
        .map(|it| format!("{}: {}", it.place, it.en))
        .collect();
    insta::assert_snapshot!(english.join("\n"), @"
    line 3, column 3 (户籍): `上海市` is no answer to `Household register`: is it `上海` (Shanghai)?
    line 3, column 5 (证书核发日期): `昨天` is no answer to `Date of issue`: write a day as 2026-05-01
    line 5: the row has 7 cells, the header 6: put a cell that holds a separator in quotes
    line 6, column 4 (证书等级): `6` is no answer to `Certificate level`: write a whole number from 1 to 5
    ");
    assert_eq!(list.bad_rows, 3);
    let lines: Vec<u32> = list.people.iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 4, 7]);
    assert_eq!(list.unread, ["部门"]);
    let notes: Vec<&str> = list.notes.iter().map(|it| it.zh.as_str()).collect();
    assert_eq!(
        notes,
        ["第 4 行也是「3」：每行分别测算，例如一个人有两本证书"]
    );
    let scope = scope(&list, *DAY, &["sh_skill_upgrade"]);
    assert_eq!(everybody(&checked(&scope, &list), &list).len(), 3);
}

#[test]
fn a_title_may_stand_above_the_header_and_blank_rows_between() {
    let csv = "上海某某公司职工名单,,\n,,\n填表人：王,,2026-11-01\n,,\n姓名,户籍,证书等级\n,,\n甲,上海,3\n";
    let list = list(csv.as_bytes());
    assert_eq!(list.people.len(), 1);
    assert_eq!(list.people[0].line, 7);
}

#[test]
fn what_is_no_list_says_what_to_do() {
    insta::assert_snapshot!(
        [
            "",
            "姓名,部门\n甲,一\n",
            "姓名,户籍\n",
            "姓名,户籍,户籍\n甲,上海,上海\n",
            "姓名,户籍,residence\n甲,上海,上海\n",
            "姓名,姓名,户籍\n甲,乙,上海\n",
            "工号,姓名,户籍\n示例,示例,上海\nExample 2,x,上海\n",
        ]
        .map(|csv| refused(csv.as_bytes()))
        .join("\n"),
        @"
    : the table is empty: fill in the template
      表是空的：请用模板填写
    line 1: no column was recognised: use the headers of the template; in a workbook the first sheet with content is read
      没有认出任何一列：请用模板里的表头；工作簿只读第一张有内容的工作表
    line 1: there is a header and nobody below it
      只有表头，没有人员
    line 1, column 3 (户籍): `户籍` and `户籍` are the same column: take one away or rename it
      「户籍」和「户籍」是同一项：请去掉一列，或改掉一个表头
    line 1, column 3 (residence): `户籍` and `residence` are the same column: take one away or rename it
      「户籍」和「residence」是同一项：请去掉一列，或改掉一个表头
    line 1, column 2 (姓名): `姓名` and `姓名` are the same column: take one away or rename it
      「姓名」和「姓名」是同一项：请去掉一列，或改掉一个表头
    line 1: there is only the example: write people below it
      只有示例行：请在下面填写人员
    "
    );
}

#[test]
fn a_column_whose_name_is_almost_one_is_asked_about() {
    let list = list("姓名,户藉,证书等级\n甲,上海,3\n".as_bytes());
    assert_eq!(
        list.notes[0].zh,
        "「户藉」这一列没有读取：如果是「户籍」，请改表头"
    );
    assert_eq!(list.unread, ["户藉"]);
    assert_eq!(list.questions.len(), 1);
}

#[test]
fn as_many_people_as_are_allowed_and_no_more() {
    let row = "甲,3\n";
    let most = staff::view::MAX_PEOPLE as usize;
    let full = format!("姓名,证书等级\n{}", row.repeat(most));
    assert_eq!(list(full.as_bytes()).people.len(), most);
    let more = format!("{full}{row}");
    assert!(refused(more.as_bytes()).contains("50000 people: take it apart"));
    let many = format!("{full}{}", row.repeat(1_000));
    assert!(refused(many.as_bytes()).contains("take it apart"));
}
