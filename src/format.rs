//! Figures and days as people read them.

use crate::lang::Lang;
use rules::date::{self, Day};
use rules::eval::Range;
use rules::program::Unit;

/// A sum in fen as yuan: `¥1,600`, `¥1,600.50`.
pub fn yuan(fen: i64) -> String {
    money(fen, 2)
}

/// `¥1,200–2,000`, or one figure where both are the same.
pub fn yuan_span(min_fen: i64, max_fen: i64) -> String {
    if min_fen == max_fen {
        yuan(min_fen)
    } else {
        let (min, max) = (yuan(min_fen), number_at(max_fen, 2));
        format!("{min}–{max}")
    }
}

/// A range with its unit.
pub fn range(lang: Lang, range: &Range) -> String {
    if range.min == range.max {
        return figure(lang, range.max, range.scale, range.unit);
    }
    match range.unit {
        Unit::Yuan => {
            let (min, max) = (
                money(range.min, range.scale),
                number_at(range.max, range.scale),
            );
            format!("{min}–{max}")
        }
        unit => {
            let max = figure(lang, range.max, range.scale, unit);
            format!("{}–{max}", number(range.min, range.scale))
        }
    }
}

/// One figure with its unit. A truth is told apart by the caller.
pub fn figure(lang: Lang, mantissa: i64, scale: u8, unit: Unit) -> String {
    if unit == Unit::Yuan {
        return money(mantissa, scale);
    }
    let number = number(mantissa, scale);
    let word = unit_word(lang, unit, number == "1");
    if word.is_empty() {
        number
    } else {
        format!("{number} {word}")
    }
}

/// What stands behind a number; empty for plain numbers.
pub fn unit_word(lang: Lang, unit: Unit, one: bool) -> &'static str {
    match (lang, unit, one) {
        (_, Unit::None, _) => "",
        (Lang::Zh, Unit::Yuan, _) => "元",
        (Lang::Zh, Unit::Points, _) => "分",
        (Lang::Zh, Unit::Months, _) => "个月",
        (Lang::Zh, Unit::Years, _) => "年",
        (Lang::Zh, Unit::Days, _) => "天",
        (Lang::Zh, Unit::People, _) => "人",
        (Lang::En, Unit::Yuan, _) => "yuan",
        (Lang::En, Unit::Points, true) => "point",
        (Lang::En, Unit::Points, false) => "points",
        (Lang::En, Unit::Months, true) => "month",
        (Lang::En, Unit::Months, false) => "months",
        (Lang::En, Unit::Years, true) => "year",
        (Lang::En, Unit::Years, false) => "years",
        (Lang::En, Unit::Days, true) => "day",
        (Lang::En, Unit::Days, false) => "days",
        (Lang::En, Unit::People, true) => "person",
        (Lang::En, Unit::People, false) => "people",
    }
}

/// A day: 2026年11月22日, 22 November 2026.
pub fn day(lang: Lang, day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = date::to_ymd(day);
    match lang {
        Lang::Zh => format!("{year}年{month}月{day}日"),
        Lang::En => {
            let name = usize::from(month)
                .checked_sub(1)
                .and_then(|i| MONTHS.get(i))
                .unwrap_or(&"");
            format!("{day} {name} {year}")
        }
    }
}

/// Thousandths as a length of a drawing: `12.3%`.
pub fn share(permille: i64) -> String {
    format!("{}.{}%", permille / 10, permille % 10)
}

/// A number with separators and without trailing zeros: `1,234.5`.
pub fn number(mantissa: i64, scale: u8) -> String {
    let text = pack::facts::format_decimal(mantissa, scale);
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut grouped = String::with_capacity(text.len() + 4);
    grouped.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !part.is_empty() {
        grouped.push('.');
        grouped.push_str(part);
    }
    grouped
}

/// As [`number`], but money: whole, or with exactly two places where it has fen.
fn number_at(mantissa: i64, scale: u8) -> String {
    let text = number(mantissa, scale);
    match text.split_once('.') {
        Some((_, part)) if part.len() == 1 => text + "0",
        _ => text,
    }
}

fn money(mantissa: i64, scale: u8) -> String {
    format!("¥{}", number_at(mantissa, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_money() {
        assert_eq!(yuan(160_000), "¥1,600");
        assert_eq!(yuan(160_050), "¥1,600.50");
        assert_eq!(yuan(0), "¥0");
        assert_eq!(yuan(400_000_000), "¥4,000,000");
        assert_eq!(yuan_span(120_000, 200_000), "¥1,200–2,000");
        assert_eq!(yuan_span(0, 0), "¥0");
    }

    #[test]
    fn figures_say_their_unit() {
        let points = Range {
            min: 15,
            max: 60,
            scale: 0,
            unit: Unit::Points,
        };
        assert_eq!(range(Lang::Zh, &points), "15–60 分");
        assert_eq!(figure(Lang::En, 1, 0, Unit::Years), "1 year");
        assert_eq!(figure(Lang::En, 12, 0, Unit::Months), "12 months");
        assert_eq!(figure(Lang::Zh, 8, 1, Unit::None), "0.8");
    }

    #[test]
    fn days_are_written_out() {
        let day_ = date::from_ymd(2026, 11, 22).unwrap();
        assert_eq!(day(Lang::Zh, day_), "2026年11月22日");
        assert_eq!(day(Lang::En, day_), "22 November 2026");
    }
}
