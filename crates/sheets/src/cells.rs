//! Cells and column names as people write them.

/// A text with the characters of a Chinese keyboard's full width as those of a Latin one.
pub fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '～' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '—' | '–' | '~' => '-',
        c => c,
    };
    text.chars().map(narrow).collect()
}

/// A column's name without what does not matter: spaces, capitals, brackets with a unit, marks.
pub fn plain(name: &str) -> String {
    let mut text = String::new();
    let mut depth = 0usize;
    for c in name.trim().chars() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | '＊' | '_' | '-' | ':' | '：' | '/' | '、' => {}
            c if c.is_whitespace() || depth > 0 => {}
            c => text.extend(c.to_lowercase()),
        }
    }
    text
}

/// A number without separators and without one of the units at its end, as plain digits with at
/// most one dot: `1,234.50 元` is `1234.50`. `None` where it is none; a sign is none.
pub fn number(text: &str, units: &[&str]) -> Option<String> {
    let plain = narrow(text).replace([',', ' '], "");
    let plain = units
        .iter()
        .find_map(|unit| plain.strip_suffix(unit))
        .unwrap_or(&plain);
    let (whole, rest) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(rest)).then(|| plain.to_owned())
}

/// Year, month and day of `2026-12-01`, `2026/12/1`, `2026.12.1`, `2026年12月1日` or `20261201`;
/// whether there is such a day is for others to say.
pub fn day(text: &str) -> Option<(i64, u8, u8)> {
    let plain = narrow(text).replace(' ', "");
    let plain = plain.trim_end_matches(['日', '号']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if plain.len() == 8 && digits(plain) {
        vec![plain.get(..4)?, plain.get(4..6)?, plain.get(6..)?]
    } else {
        plain.split(['-', '/', '.', '年', '月']).collect()
    };
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || ![year, month, day].iter().all(|part| digits(part)) {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// A skill level, 5 to 1, in figures or words (`3`, `三级`, `高级工`, `三级/高级工`), or 0 where the
/// cell is empty or says that there is none; `None` where it is something else.
pub fn level(text: &str) -> Option<u8> {
    let plain = narrow(text).to_lowercase().replace([' ', '级'], "");
    let words: [(u8, &[&str]); 6] = [
        (0, &["", "无", "-", "/", "0", "none", "不分等", "不限"]),
        (1, &["1", "l1", "一", "高技师", "一/高技师"]),
        (2, &["2", "l2", "二", "技师", "二/技师"]),
        (3, &["3", "l3", "三", "高", "高工", "三/高工"]),
        (4, &["4", "l4", "四", "中", "中工", "四/中工"]),
        (5, &["5", "l5", "五", "初", "初工", "五/初工"]),
    ];
    let plain = plain.replace(['(', ')'], "/");
    let plain = match plain.trim_end_matches('/') {
        "" if !plain.is_empty() => "/",
        plain => plain,
    };
    let found = words.iter().find(|(_, all)| all.contains(&plain));
    found.map(|(level, _)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_units_and_capitals_do_not_matter_in_a_columns_name() {
        assert_eq!(plain(" 价格（元/人） "), "价格");
        assert_eq!(plain("Price (yuan)"), "price");
        assert_eq!(plain("*职业/工种"), "职业工种");
        assert_eq!(plain("Start_Date"), "startdate");
    }

    #[test]
    fn numbers_with_their_unit() {
        for (text, is) in [
            ("24", "24"),
            ("24.0", "24.0"),
            ("１２ 个月", "12"),
            ("1,234.50", "1234.50"),
        ] {
            assert_eq!(number(text, &["个月", "月"]).as_deref(), Some(is), "{text}");
        }
        for text in ["", "-5", "1e3", "=1+1", "2年", "十二", ".5", "5.", "1.2.3"] {
            assert_eq!(number(text, &["个月", "月"]), None, "{text}");
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
            assert_eq!(day(text), Some((2026, 12, 1)), "{text}");
        }
        for text in [
            "",
            "46357",
            "12月1日",
            "26-12-1",
            "待定",
            "2026-1-2-3",
            "2026-12",
            "2026-300-1",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn levels_in_words_and_figures() {
        for (text, is) in [
            ("5", 5),
            ("五级", 5),
            ("五级/初级工", 5),
            ("初级", 5),
            ("中级工", 4),
            ("四级（中级工）", 4),
            ("高级", 3),
            ("三级", 3),
            ("二级/技师", 2),
            ("技师", 2),
            ("高级技师", 1),
            ("一级/高级技师", 1),
            ("１", 1),
            ("L4", 4),
            ("", 0),
            ("无", 0),
            ("不分等级", 0),
        ] {
            assert_eq!(level(text), Some(is), "{text}");
        }
        for text in ["6", "五五级", "abc", "=1+1", "级级级x"] {
            assert_eq!(level(text), None, "{text}");
        }
    }
}
