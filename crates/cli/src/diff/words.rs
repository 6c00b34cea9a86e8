//! What a comparison says, in both languages.

use super::changes::{Change, What};
use super::edges::{Case, Edge};
use super::outcomes::{Best, Gets, Move};
use pack::facts::{format_date, format_decimal};
use pack::model::Text;
use rules::eval::{Range, Status};
use rules::program::Unit;

/// A language to say it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Chinese,
    English,
}

impl Tongue {
    /// One of two wordings.
    pub fn say<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }

    pub fn text(self, text: &Text) -> &str {
        self.say(&text.zh, &text.en)
    }

    pub fn way(self, way: Move) -> &'static str {
        match way {
            Move::Gained => self.say("增加", "gain"),
            Move::Lost => self.say("减少", "lose"),
            Move::Widened => self.say("范围变宽", "range wider"),
            Move::Narrowed => self.say("范围变窄", "range narrower"),
            Move::Changed => self.say("其他变化", "other change"),
            Move::Unchanged => self.say("不变", "unchanged"),
        }
    }

    pub fn people(self, count: usize) -> String {
        match self {
            Self::Chinese => format!("{count} 人"),
            Self::English if count == 1 => "1 person".to_owned(),
            Self::English => format!("{count} people"),
        }
    }

    pub fn verdicts(self) -> [&'static str; 6] {
        match self {
            Self::Chinese => [
                "只增加",
                "只减少",
                "有增有减",
                "只有范围变化",
                "其他变化",
                "不变",
            ],
            Self::English => [
                "gain",
                "lose",
                "gain and lose",
                "range only",
                "other change",
                "unchanged",
            ],
        }
    }

    /// What is said where nothing differs; the files may all the same.
    pub fn nothing(self, same_files: bool) -> &'static str {
        if same_files {
            self.say("没有任何不同", "nothing differs")
        } else {
            self.say(
                "规则、文字、来源和结果都没有不同；文件本身有不同",
                "no rule, text, source or result differs; the packs' files do",
            )
        }
    }

    /// A result: `eligible, ¥2,000`.
    pub fn gets(self, gets: &Gets) -> String {
        let status = match gets.status {
            None => return self.say("没有这个项目", "no such programme").to_owned(),
            Some(Status::NoRule) => return self.say("没有规则", "no rule").to_owned(),
            Some(Status::Ineligible) => return self.say("不符合", "ineligible").to_owned(),
            Some(Status::Eligible) => self.say("符合", "eligible"),
            Some(Status::Undetermined) => self.say("未定", "undetermined"),
        };
        let mut said = vec![status.to_owned()];
        said.extend(gets.amount.map(|it| self.range(it)));
        let levels = |levels: &[u8]| {
            levels
                .iter()
                .map(u8::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let [sure, maybe] = &gets.levels;
        if !sure.is_empty() {
            said.push(format!(
                "{} {}",
                self.say("可考级别", "levels"),
                levels(sure)
            ));
        }
        if !maybe.is_empty() {
            said.push(format!(
                "{} {}",
                self.say("或可考", "perhaps"),
                levels(maybe)
            ));
        }
        if gets.due_now != gets.amount {
            said.extend(
                gets.due_now
                    .map(|it| format!("{} {}", self.say("现在可领", "due now"), self.range(it))),
            );
        }
        said.extend(
            gets.apply_by
                .map(|day| format!("{} {}", self.say("最晚", "by"), format_date(day))),
        );
        said.join(self.say("，", ", "))
    }

    pub fn range(self, range: Range) -> String {
        let unit = |text: String| match range.unit {
            Unit::Yuan => format!("¥{text}"),
            Unit::None => text,
            Unit::Points => format!("{text} {}", self.say("分", "points")),
            Unit::Months => format!("{text} {}", self.say("个月", "months")),
            Unit::Years => format!("{text} {}", self.say("年", "years")),
            Unit::Days => format!("{text} {}", self.say("天", "days")),
            Unit::People => format!("{text} {}", self.say("人", "people")),
        };
        let [min, max] =
            [range.min, range.max].map(|it| thousands(&format_decimal(it, range.scale)));
        unit(if min == max {
            min
        } else {
            format!("{min} – {max}")
        })
    }

    pub fn best(self, best: &Best) -> String {
        let [min, max] = best.fen;
        let sum = self.range(Range {
            min,
            max,
            scale: 2,
            unit: Unit::Yuan,
        });
        if best.programmes.is_empty() {
            return sum;
        }
        format!("{sum} ({})", best.programmes.join(", "))
    }

    /// `conditions` and the like; the id comes after it.
    pub fn part(self, part: &'static str) -> &'static str {
        let zh = match part {
            "pack" => "政策包",
            "as_of" => "核对日期",
            "valid_until" => "有效期至",
            "hotline" => "热线",
            "exclusion" => "互斥",
            "cap" => "合计上限",
            "source" => "来源",
            "question" => "问题",
            "definition" => "定义",
            "programme" => "项目",
            "kind" => "类型",
            "version" => "版本",
            "condition" => "条件",
            "route" => "途径",
            "step" => "计算步骤",
            "amount" => "金额",
            "due_now" => "现在可领",
            "window" => "申请期限",
            "title" => "名称",
            "summary" => "简介",
            "shown amount" => "金额表",
            "schedule" => "发放",
            "paper" => "材料",
            "channel" => "办理渠道",
            "note" => "说明",
            "gap" => "没有规则的时段",
            other => other,
        };
        let en = match part {
            "as_of" => "checked on",
            "valid_until" => "valid until",
            "due_now" => "due now",
            "gap" => "days without a rule",
            other => other,
        };
        self.say(zh, en)
    }

    /// `v2026 · condition insured: changed`.
    pub fn change(self, change: &Change) -> String {
        let what = match change.what {
            What::Added => self.say("新增", "added"),
            What::Removed => self.say("删除", "removed"),
            What::Changed => self.say("变更", "changed"),
        };
        let names = [
            change.version.as_str(),
            self.part(change.part),
            change.id.as_str(),
        ];
        let names: Vec<&str> = names.into_iter().filter(|it| !it.is_empty()).collect();
        let words = if change.meaning {
            ""
        } else {
            self.say("（仅文字）", " (words only)")
        };
        format!("{}{}{what}{words}", names.join(" "), self.say("：", ": "))
    }

    /// A run of values: `12 – 23`.
    pub fn run(self, edge: &Edge) -> String {
        let first = self.case(&edge.first);
        if edge.first.value == edge.last.value {
            return first;
        }
        format!("{first} – {}", self.case(&edge.last))
    }

    pub fn case(self, case: &Case) -> String {
        let text = self.text(&case.label);
        match case.months {
            None => text.to_owned(),
            Some(n) => match self {
                Self::Chinese => format!("{text}（满 {n} 个月后申请）"),
                Self::English if n == 1 => format!("{text} (applied 1 month after)"),
                Self::English => format!("{text} (applied {n} months after)"),
            },
        }
    }

    /// The same answer a step further, where nothing differs.
    pub fn outside(self, case: &Case) -> String {
        let [_, new] = &case.gets;
        format!(
            "{}{}{}",
            self.case(case),
            self.say("：前后相同，", ": both "),
            self.gets(new)
        )
    }

    /// Names, at most so many.
    pub fn names(self, names: &[String], most: usize) -> String {
        let shown: Vec<&str> = names.iter().take(most).map(String::as_str).collect();
        let more = names.len().saturating_sub(most);
        let said = shown.join(self.say("；", "; "));
        match (more, self) {
            (0, _) => said,
            (_, Self::Chinese) => format!("{said}；另 {more} 人"),
            (_, Self::English) => format!("{said}; and {more} more"),
        }
    }
}

/// How much certain results differ by: `+¥500`; nothing where they are ranges.
pub fn by(tongue: Tongue, old: &Gets, new: &Gets) -> Option<String> {
    let figure = |gets: &Gets| gets.amount.filter(|it| it.min == it.max);
    let zero = |it: Range| Range {
        min: 0,
        max: 0,
        ..it
    };
    let known = |gets: &Gets| matches!(gets.status, Some(Status::Eligible | Status::Ineligible));
    let (a, b) = match (figure(old), figure(new)) {
        (Some(a), Some(b)) if a.unit == b.unit && known(old) && known(new) => (a, b),
        (Some(a), None) if new.amount.is_none() && old.status == Some(Status::Eligible) => {
            (a, zero(a))
        }
        (None, Some(b)) if old.amount.is_none() && new.status == Some(Status::Eligible) => {
            (zero(b), b)
        }
        _ => return None,
    };
    let scale = a.scale.max(b.scale);
    let at = |it: Range| {
        it.min
            .checked_mul(10i64.checked_pow(u32::from(scale - it.scale))?)
    };
    let more = at(b)?.checked_sub(at(a)?)?;
    let sign = match more {
        0 => return None,
        1.. => "+",
        _ => "−",
    };
    let size = more.checked_abs()?;
    Some(format!(
        "{sign}{}",
        tongue.range(Range {
            min: size,
            max: size,
            scale,
            unit: a.unit
        })
    ))
}

/// `12345.6` as `12,345.6`.
fn thousands(number: &str) -> String {
    let (whole, part) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut said = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if left.is_multiple_of(3) && !matches!(said.chars().next_back(), None | Some('-')) {
            said.push(',');
        }
        said.push(digit);
    }
    said + part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped() {
        for (number, said) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567.89", "-1,234,567.89"),
            ("-100", "-100"),
        ] {
            assert_eq!(thousands(number), said);
        }
    }
}
