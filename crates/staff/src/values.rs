//! Cells as answers, in the pack's own words.

use pack::Pack;
use pack::facts::{format_date, format_decimal, parse_decimal};
use rules::date::from_ymd;
use rules::program::{Domain, Slot, Unit};
use sheets::Words;
use sheets::cells::{self, narrow};
use std::collections::HashMap;

/// What people write where they do not know: an open question, as an empty cell.
const OPEN: &[&str] = &[
    "",
    "-",
    "--",
    "/",
    "?",
    "n/a",
    "na",
    "不清楚",
    "不知道",
    "不详",
    "未知",
    "待定",
    "unknown",
    "not sure",
    "notsure",
];

const YES: &[&str] = &["是", "yes", "y", "true", "1", "对"];
const NO: &[&str] = &["否", "no", "n", "false", "0", "不是"];

/// Questions whose number is a skill level and may be written in words.
const LEVELS: &[&str] = &["certificate_level", "apprentice_target_level"];

/// Reads the cells of one column.
pub struct Answers<'p> {
    /// The question's short name in both languages.
    label: (&'p str, &'p str),
    domain: &'p Domain,
    unit: Unit,
    is_level: bool,
    /// Options by their ids and texts, without what does not matter.
    options: HashMap<String, i64>,
    /// The options' texts, in order.
    texts: Vec<(&'p str, &'p str)>,
}

/// A text without what does not matter in a word: spaces, marks, capitals.
fn word(text: &str) -> String {
    narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !",;:.!'\"()/、。“”‘’".contains(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

impl<'p> Answers<'p> {
    /// For a question of a pack; `None` where there is none.
    pub fn of(pack: &'p Pack, slot: Slot) -> Option<Answers<'p>> {
        let at = usize::from(slot);
        let (fact, question) = (pack.program.facts.get(at)?, pack.questions.get(at)?);
        let mut options = HashMap::new();
        for (index, choice) in (0..).zip(&question.options) {
            for text in [&choice.id, &choice.label.zh, &choice.label.en] {
                options.insert(word(text), index);
            }
        }
        let texts = question.options.iter();
        Some(Answers {
            label: (&question.label.zh, &question.label.en),
            domain: &fact.domain,
            unit: question.unit,
            is_level: LEVELS.contains(&fact.id.as_str()),
            options,
            texts: texts
                .map(|it| (it.label.zh.as_str(), it.label.en.as_str()))
                .collect(),
        })
    }

    /// The answer in a cell, or `None` where it is open.
    ///
    /// # Errors
    /// What else to write.
    pub fn read(&self, cell: &str) -> Result<Option<i64>, Words> {
        if let Some(answer) = self.quick(cell) {
            return Ok(Some(answer));
        }
        if cell.is_empty() && !self.options.contains_key("") {
            return Ok(None);
        }
        // Options may be called `无` or `-`, so that they are looked at first.
        if let Some(option) = self.options.get(&word(cell)) {
            return Ok(Some(*option));
        }
        let plain = narrow(cell).trim().to_lowercase();
        if OPEN.contains(&plain.as_str()) {
            return Ok(None);
        }
        match *self.domain {
            Domain::Bool => truth(&plain).ok_or_else(|| {
                self.wrong(
                    cell,
                    "write yes or no, or leave it empty",
                    "请写是或否，不知道就留空",
                )
            }),
            Domain::Options(_) => Err(self.no_option(cell)),
            Domain::Number { min, max, scale } => self.number(cell, min, max, scale),
            Domain::Date { min, max } => {
                let day =
                    cells::day(cell).and_then(|(year, month, day)| from_ymd(year, month, day));
                let span = (format_date(min), format_date(max));
                match day {
                    Some(day) if (min..=max).contains(&day) => Ok(day),
                    Some(_) => Err(self.wrong(
                        cell,
                        &format!("a day from {} to {} is wanted", span.0, span.1),
                        &format!("日期应在 {} 至 {} 之间", span.0, span.1),
                    )),
                    None => {
                        Err(self.wrong(cell, "write a day as 2026-05-01", "日期请写成 2026-05-01"))
                    }
                }
            }
        }
        .map(Some)
    }

    /// What most cells look like, without an allocation.
    fn quick(&self, cell: &str) -> Option<i64> {
        match *self.domain {
            Domain::Bool => match cell {
                "是" => Some(1),
                "否" => Some(0),
                _ => None,
            },
            Domain::Number { min, max, scale: 0 } => {
                let short = !cell.is_empty() && cell.len() < 10;
                let number = cell.bytes().filter(|_| short).try_fold(0i64, |n, c| {
                    c.is_ascii_digit().then(|| n * 10 + i64::from(c - b'0'))
                });
                number.filter(|number| short && (min..=max).contains(number))
            }
            Domain::Date { min, max } => {
                pack::facts::parse_date(cell).filter(|day| (min..=max).contains(day))
            }
            // A text that belongs to two options means the later one below, too.
            Domain::Options(_) => {
                let at = self.texts.iter().rposition(|(zh, _)| *zh == cell);
                at.and_then(|at| i64::try_from(at).ok())
            }
            _ => None,
        }
    }

    fn number(&self, cell: &str, min: i64, max: i64, scale: u8) -> Result<i64, Words> {
        if self.is_level
            && let Some(level) = cells::level(cell).filter(|level| *level > 0)
        {
            return Ok(level.into());
        }
        let (units, wanted): (&[&str], _) = match self.unit {
            Unit::Yuan => (&["元", "yuan"], ("a sum in yuan", "金额（元）")),
            Unit::Months => (
                &["个月", "月", "months", "month"],
                ("whole months", "整月数"),
            ),
            Unit::Years => (
                &["周岁", "岁", "年", "years", "year"],
                ("whole years", "整年数"),
            ),
            Unit::Days => (&["天", "日", "days", "day"], ("whole days", "整天数")),
            Unit::People => (&["人", "名", "people"], ("a whole number", "整数")),
            Unit::None | Unit::Points => (&["次", "分"], ("a whole number", "整数")),
        };
        let digits = narrow(cell);
        let digits = digits
            .trim()
            .trim_start_matches(['¥', '￥', ' '])
            .to_lowercase();
        let value =
            cells::number(&digits, units).and_then(|digits| parse_decimal(&digits, scale).ok());
        let span = (format_decimal(min, scale), format_decimal(max, scale));
        match value {
            Some(value) if (min..=max).contains(&value) => Ok(value),
            _ => Err(self.wrong(
                cell,
                &format!("write {} from {} to {}", wanted.0, span.0, span.1),
                &format!("请写{}，{} 至 {}", wanted.1, span.0, span.1),
            )),
        }
    }

    fn no_option(&self, cell: &str) -> Words {
        let given = word(cell);
        let mut begins = self.texts.iter().filter(|(zh, en)| {
            let texts = [word(zh), word(en)];
            !given.is_empty() && texts.iter().any(|text| text.starts_with(&given))
        });
        let all = |texts: &[&str]| texts.join("」「");
        let near = match (begins.next(), begins.next()) {
            (Some(one), None) => Some(*one),
            _ => {
                let zh = self.texts.iter().map(|(zh, _)| *zh);
                let near = pack::similar::closest(cell, zh);
                near.and_then(|near| self.texts.iter().copied().find(|(zh, _)| *zh == near))
            }
        };
        if let Some((zh, en)) = near {
            return self.wrong(
                cell,
                &format!("is it `{zh}` ({en})?"),
                &format!("是不是「{zh}」？请按模板里的词填写"),
            );
        }
        let zh: Vec<&str> = self.texts.iter().map(|(zh, _)| *zh).collect();
        let en: Vec<&str> = self.texts.iter().map(|(_, en)| *en).collect();
        self.wrong(
            cell,
            &format!("it is one of `{}`", en.join("`, `")),
            &format!("可填「{}」", all(&zh)),
        )
    }

    fn wrong(&self, cell: &str, en: &str, zh: &str) -> Words {
        let mut short: String = cell.chars().take(40).collect();
        if short.len() < cell.len() {
            short.push('…');
        }
        (
            format!("`{short}` is no answer to `{}`: {en}", self.label.1),
            format!("「{short}」不能作为「{}」的回答：{zh}", self.label.0),
        )
    }
}

fn truth(plain: &str) -> Option<i64> {
    if YES.contains(&plain) {
        Some(1)
    } else if NO.contains(&plain) {
        Some(0)
    } else {
        None
    }
}
