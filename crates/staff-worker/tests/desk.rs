//! The desk as the worker's script uses it, without a browser.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, and says where"
)]

use staff::view::{self, Filter, Page, Request, Settings, Standing, Summary};
use staff_worker::Desk;
use std::path::Path;

const LIST: &str = "姓名,户籍,当前状况,劳动年龄内,已取得证书,证书种类,证书等级,证书核发日期,在急需紧缺目录内,证书所属领域,同职业同等级已领\n\
    甲,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,3,2026-05-01,否,其他领域,否\n\
    乙,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,9,2026-05-01,否,其他领域,否\n\
    丙,外省市,\"在职，正常缴纳社会保险\",是,是,分等级：职业资格或职业技能等级证书,,2026-05-01,否,其他领域,否\n";

/// A desk with the pack of Shanghai, and settings for the city's grant.
fn desk() -> (Desk, Vec<u8>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");
    let pack = pack::source::load(Path::new(folder)).unwrap().pack;
    let all = &pack.program.programmes;
    let place = all
        .iter()
        .position(|it| it.id == "sh_skill_upgrade")
        .unwrap();
    let settings = Settings {
        day: pack::facts::parse_date("2026-11-22").unwrap(),
        programmes: vec![u16::try_from(place).unwrap()],
    };
    let mut desk = Desk::default();
    assert!(desk.open(&pack::write(&pack)));
    (desk, view::write(&settings))
}

#[test]
fn a_list_is_read_computed_step_by_step_looked_at_and_written() {
    let (mut desk, settings) = desk();
    assert_eq!(desk.read(&settings, LIST.as_bytes()), Ok(2));
    assert_eq!((desk.step(1), desk.step(1), desk.step(1)), (1, 2, 2));
    let summary: Summary = view::read(&desk.summary()).unwrap();
    assert_eq!((summary.people, summary.bad_rows, summary.paid), (2, 1, 2));
    // 80 % of 2,500; of 1,500 to 3,500 where the level is not known.
    assert_eq!((summary.best.min, summary.best.max), (320_000, 480_000));
    let look = Request::Look(Filter {
        standing: Some(Standing::Eligible),
        count: 1,
        ..Filter::default()
    });
    let page: Page = view::read(&desk.answer(&view::write(&look))).unwrap();
    assert_eq!((page.total, page.people.len()), (2, 1));
    assert_eq!(page.people[0].name, "甲");
    let csv = desk.answer(&view::write(&Request::Csv { english: true }));
    assert!(
        String::from_utf8(csv)
            .unwrap()
            .contains("Qualifies,2000,2000,yuan")
    );
    let book = desk.answer(&view::write(&Request::Xlsx { english: false }));
    assert!(book.starts_with(b"PK\x03\x04"));
}

#[test]
fn a_template_needs_no_list() {
    let (desk, settings) = desk();
    let settings: Settings = view::read(&settings).unwrap();
    let request = Request::Template {
        day: settings.day,
        programmes: settings.programmes,
        workbook: false,
        english: false,
    };
    let text = String::from_utf8(desk.answer(&view::write(&request))).unwrap();
    assert!(text.contains("证书等级") && text.contains("示例"), "{text}");
    // Without a list there is nothing to look at.
    assert!(
        desk.answer(&view::write(&Request::Csv { english: false }))
            .is_empty()
    );
    assert!(desk.summary().is_empty());
}

#[test]
fn what_does_not_fit_is_refused_in_words_and_never_computed() {
    let (mut desk, settings) = desk();
    let said = desk.read(&settings, b"name,department\nx,y\n").unwrap_err();
    assert!(said[0].zh.contains("没有认出任何一列"), "{said:?}");
    assert_eq!(desk.step(10), 0);
    let said = desk.read(&[0xff; 3], LIST.as_bytes()).unwrap_err();
    assert!(said[0].zh.contains("请刷新页面"));
    assert!(desk.answer(b"\xff\xff").is_empty());
    assert!(!Desk::default().open(b"no pack"));
    assert!(Desk::default().read(&settings, LIST.as_bytes()).is_err());
}
