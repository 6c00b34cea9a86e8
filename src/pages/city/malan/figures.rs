//! Sums and months as the money of the guide shows them.

use crate::format;
use crate::lang::Lang;
use crate::texts::malan_money as t;
use rules::date::{Day, add_months, to_ymd};

/// A sum that may be below zero: `−¥1,600`.
pub fn yuan(fen: i64) -> String {
    match fen < 0 {
        true => format!("−{}", format::yuan(fen.saturating_neg())),
        false => format::yuan(fen),
    }
}

/// `第 3 个月（2027年1月）`; `start` is the first day of the first month.
pub fn month(lang: Lang, start: Day, month: u8) -> String {
    t::nth_of(lang, month, calendar_month(lang, start, month))
}

/// `2027年1月`, `January 2027`.
pub fn calendar_month(lang: Lang, start: Day, month: u8) -> String {
    let day = add_months(start, i64::from(month) - 1);
    match lang {
        Lang::Zh => {
            let (year, month, _) = to_ymd(day);
            format!("{year}年{month}月")
        }
        // The first of a month without its number.
        Lang::En => format::day(lang, day).trim_start_matches("1 ").to_owned(),
    }
}
