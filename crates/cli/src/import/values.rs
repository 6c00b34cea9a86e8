//! Cells as people write them.

use catalogue::model::{Certificate, Mode};
use rules::date::{Day, from_ymd};
use sheets::Words;
use sheets::cells::narrow;

/// The days that a course may begin on: a wrong year is likelier than a course of another age.
const YEARS: std::ops::RangeInclusive<i64> = 2015..=2099;

/// A name: something, and not very long.
pub fn name(text: &str) -> Result<String, Words> {
    match text.chars().count() {
        0 => Err(("the cell is empty".to_owned(), "不能为空".to_owned())),
        1..=100 => Ok(text.to_owned()),
        n => Err((
            format!("the text has {n} characters: 100 are the most"),
            format!("有 {n} 个字：最多 100 个"),
        )),
    }
}

/// A provider's name, which is no sample's.
pub fn provider(text: &str) -> Result<String, Words> {
    if text.starts_with(catalogue::source::SAMPLE_NAME) {
        return Err((
            format!("`{text}` is the name of a made-up provider: write the real one"),
            format!("「{text}」是示例机构的名称：请写真实机构"),
        ));
    }
    name(text)
}

/// A level: 5 to 1, or 0 where the cell is empty or says that there is none.
pub fn level(text: &str) -> Result<u8, Words> {
    match sheets::cells::level(text) {
        Some(level) => Ok(level),
        None => Err((
            format!("`{text}` is not a level: write 5 to 1, or leave it empty"),
            format!("「{text}」不是等级：请写 5 至 1（五级至一级），没有就留空"),
        )),
    }
}

/// A whole number, perhaps with zeros behind a dot.
fn number(text: &str, units: &[&str]) -> Option<u32> {
    let plain = sheets::cells::number(text, units)?;
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_whole = rest.bytes().all(|byte| byte == b'0');
    is_whole.then(|| whole.parse().ok()).flatten()
}

/// Hours of teaching, 1 to 9999.
pub fn hours(text: &str) -> Result<u16, Words> {
    let hours = number(text, &["个课时", "课时", "个学时", "学时", "小时", "h"]);
    let hours = hours.filter(|hours| (1..=9999).contains(hours));
    hours
        .and_then(|hours| u16::try_from(hours).ok())
        .ok_or_else(|| {
            (
                format!("`{text}` is not a number of hours: write a whole number, as 120"),
                format!("「{text}」不是课时数：请写整数，如 120"),
            )
        })
}

/// A price in whole yuan, up to a million.
pub fn price(text: &str) -> Result<u32, Words> {
    if text == "免费" || text.eq_ignore_ascii_case("free") {
        return Ok(0);
    }
    let plain = narrow(text);
    let plain = plain.trim_start_matches(['¥', '￥', ' ']);
    let price = number(plain, &["元/人", "元", "yuan"]).filter(|price| *price <= 1_000_000);
    price.ok_or_else(|| {
        (
            format!("`{text}` is not a price: write whole yuan, as 2600"),
            format!("「{text}」不是价格：请写整数元，如 2600"),
        )
    })
}

/// The days in a cell, ascending: `2026-12-01`, `2026/12/1`, `2026年12月1日`, parted by `;`, `、`,
/// `,` or `|`.
pub fn days(text: &str) -> Result<Vec<Day>, Words> {
    let mut days = Vec::new();
    for part in text.split(['|', ';', '；', '、', ',', '，', '\n']) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        days.push(day(part).ok_or_else(|| {
            (
                format!("`{part}` is not a day: write it as 2026-12-01, several as 2026-12-01;2027-03-01"),
                format!("「{part}」不是日期：请写成 2026-12-01，多个用分号隔开"),
            )
        })?);
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

fn day(text: &str) -> Option<Day> {
    let (year, month, day) = sheets::cells::day(text)?;
    sensible(from_ymd(year, month, day)?)
}

fn sensible(day: Day) -> Option<Day> {
    YEARS.contains(&rules::date::to_ymd(day).0).then_some(day)
}

/// A mode, with a default to go on with when it is wrong.
pub struct AMode(pub Mode);

impl Default for AMode {
    fn default() -> Self {
        AMode(Mode::Classroom)
    }
}

/// Where a course is held.
pub fn mode(text: &str) -> Result<AMode, Words> {
    let plain = narrow(text).to_lowercase().replace(' ', "");
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    let here = has(&[
        "线下",
        "面授",
        "现场",
        "课堂",
        "集中",
        "classroom",
        "offline",
    ]);
    let far = has(&["线上", "网络", "在线", "网课", "远程", "直播", "online"]);
    let both = has(&["混合", "结合", "blended", "hybrid"]);
    match (both || here && far, here, far) {
        (true, ..) => Ok(AMode(Mode::Blended)),
        (_, true, _) => Ok(AMode(Mode::Classroom)),
        (_, _, true) => Ok(AMode(Mode::Online)),
        _ => Err((
            format!("`{text}` is not a mode: write classroom, online or blended"),
            format!("「{text}」不是授课方式：请写线下、线上或线上线下结合"),
        )),
    }
}

/// A certificate, with a default to go on with when it is wrong.
pub struct ACertificate(pub Certificate);

impl Default for ACertificate {
    fn default() -> Self {
        ACertificate(Certificate::Completion)
    }
}

/// What one gets; where the cell is empty, a course for a level prepares for its assessment.
pub fn certificate(text: &str, level: u8) -> Result<ACertificate, Words> {
    let plain = narrow(text).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if plain.is_empty() {
        return Ok(ACertificate(if level > 0 {
            Certificate::Level
        } else {
            Certificate::Completion
        }));
    }
    if has(&["结业", "培训证明", "合格证明", "completion", "无"]) {
        Ok(ACertificate(Certificate::Completion))
    } else if has(&["等级", "职业资格", "level"]) {
        Ok(ACertificate(Certificate::Level))
    } else {
        Err((
            format!("`{text}` is not known: write level or completion"),
            format!("「{text}」不明：请写职业技能等级证书或结业证明"),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pack::facts::format_date;

    #[test]
    fn prices_and_hours() {
        for (text, is) in [
            ("2600", 2600),
            ("¥2,600.00", 2600),
            ("２６００元", 2600),
            ("免费", 0),
            ("0", 0),
        ] {
            assert_eq!(price(text).unwrap(), is, "{text}");
        }
        for text in [
            "", "-5", "2600.50", "0.26万", "=1+1", "1e3", "99999999", "十元",
        ] {
            assert!(price(text).is_err(), "{text}");
        }
        assert_eq!(hours("120 课时").unwrap(), 120);
        for text in ["0", "", "10000", "12.5", "-1"] {
            assert!(hours(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_as_people_write_them() {
        for text in [
            "2026-12-01",
            "2026/12/1",
            "2026.12.01",
            "2026年12月1日",
            "20261201",
            "２０２６－１２－０１",
        ] {
            let days = days(text).unwrap();
            assert_eq!(
                days.iter().map(|it| format_date(*it)).collect::<Vec<_>>(),
                ["2026-12-01"],
                "{text}"
            );
        }
        assert_eq!(days("2027-03-01；2026-12-01、2026-12-01").unwrap().len(), 2);
        assert!(days("").unwrap().is_empty());
        for text in [
            "2026-02-30",
            "46357",
            "12月1日",
            "0026-12-01",
            "待定",
            "2026-1-2-3",
        ] {
            assert!(days(text).is_err(), "{text}");
        }
    }

    #[test]
    fn modes_and_certificates() {
        for (text, is) in [
            ("线下", Mode::Classroom),
            ("面授", Mode::Classroom),
            ("Online", Mode::Online),
            ("线上线下结合", Mode::Blended),
            ("线上+线下", Mode::Blended),
        ] {
            assert_eq!(mode(text).unwrap().0, is, "{text}");
        }
        assert!(mode("").is_err() && mode("其他").is_err());
        assert_eq!(certificate("", 4).unwrap().0, Certificate::Level);
        assert_eq!(certificate("", 0).unwrap().0, Certificate::Completion);
        assert_eq!(
            certificate("结业证书", 4).unwrap().0,
            Certificate::Completion
        );
        assert_eq!(
            certificate("职业技能等级证书", 0).unwrap().0,
            Certificate::Level
        );
        assert!(certificate("奖状", 0).is_err());
    }
}
