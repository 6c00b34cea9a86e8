//! Lessons of a week as people write them: `周一、三 18:30-20:30；周六日 9:00-16:00`.

use catalogue::model::Slot;
use catalogue::source::parse_clock;
use sheets::Words;
use sheets::cells::narrow;

/// The lessons in a cell, ascending.
pub fn slots(text: &str) -> Result<Vec<Slot>, Words> {
    let plain = narrow(text);
    let mut slots = Vec::new();
    for part in plain.split(['|', ';', '\n', '；', '。']) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        slots.extend(lesson(part).ok_or_else(|| {
            (
                format!("`{part}` is not a lesson of a week: write it as `1 18:30-20:30` (Monday) or 周一 18:30-20:30"),
                format!("「{part}」不是上课时间：请写成「周一、三 18:30-20:30」，多个用分号隔开"),
            )
        })?);
    }
    slots.sort_unstable();
    slots.dedup();
    if slots.len() > Slot::MAX as usize {
        return Err((
            format!("{} lessons a week are more than {}", slots.len(), Slot::MAX),
            format!("每周 {} 节课，超过 {} 节", slots.len(), Slot::MAX),
        ));
    }
    Ok(slots)
}

/// `周一、三 18:30-20:30`: days, then a time.
fn lesson(text: &str) -> Option<Vec<Slot>> {
    // The time begins where the first figure of a clock does.
    let colon = text.find(':')?;
    let digits = |c: char| c.is_ascii_digit();
    let before = text.get(..colon)?.trim_end_matches(digits);
    let (from, to) = text.get(before.len()..)?.split_once(['-', '至', '到'])?;
    let (from, to) = (parse_clock(from)?, parse_clock(to)?);
    if from >= to {
        return None;
    }
    let days = weekdays(before)?;
    Some(
        days.into_iter()
            .map(|weekday| Slot { weekday, from, to })
            .collect(),
    )
}

/// The days of `周一、三`, `周六日`, `周一至周五`, `星期二`, `每周三`, `工作日` or `1`.
fn weekdays(text: &str) -> Option<Vec<u8>> {
    let mut days: Vec<u8> = Vec::new();
    let mut range = false;
    let plain = text
        .replace("星期", "")
        .replace("工作日", "一至五")
        .replace("周末", "六日")
        .replace("双休日", "六日")
        .replace("每天", "一至日");
    for c in plain.chars() {
        let day = match c {
            '一' | '1' => 1,
            '二' | '2' => 2,
            '三' | '3' => 3,
            '四' | '4' => 4,
            '五' | '5' => 5,
            '六' | '6' => 6,
            '日' | '天' | '末' | '7' => 7,
            '至' | '到' | '-' if !days.is_empty() && !range => {
                range = true;
                continue;
            }
            '周' | '每' | '逢' | '、' | ',' | '和' | '及' | ' ' | '/' => continue,
            _ => return None,
        };
        if range {
            let first = days.last().copied()?;
            days.extend(first + 1..day);
            range = false;
        }
        days.push(day);
    }
    (!days.is_empty() && !range).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::source::format_slot;

    #[test]
    fn lessons_as_people_write_them() {
        for (text, is) in [
            ("1 18:30-20:30", "1 18:30-20:30"),
            ("周一、三 18:30-20:30", "1 18:30-20:30|3 18:30-20:30"),
            ("周六日 9:00—16:00", "6 09:00-16:00|7 09:00-16:00"),
            ("星期二18：30至20：30", "2 18:30-20:30"),
            ("周末 09:00-12:00", "6 09:00-12:00|7 09:00-12:00"),
            (
                "周四至周六 09:00-12:00",
                "4 09:00-12:00|5 09:00-12:00|6 09:00-12:00",
            ),
            (
                "周五 19:00-21:00；周一 18:30-20:30",
                "1 18:30-20:30|5 19:00-21:00",
            ),
            ("", ""),
        ] {
            let slots = slots(text).unwrap();
            let written: Vec<String> = slots.iter().map(format_slot).collect();
            assert_eq!(written.join("|"), is, "{text}");
        }
        for text in [
            "晚上",
            "周八 18:30-20:30",
            "周一 20:30-18:30",
            "周一 25:00-26:00",
            "18:30-20:30",
            "周一至 9:00-10:00",
            "=1+1",
        ] {
            assert!(slots(text).is_err(), "{text}");
        }
    }
}
