//! Words that pages over the catalogue share.

use super::texts;
use crate::lang::Lang;
use catalogue::search::How;

texts! {
    more(n: usize, left: usize) = "再看 {n} 个（还有 {left} 个）", "Show {n} more ({left} left)";
    sources = "数据来源", "Where the data come from";
    digital = "数字职业", "Digital";
    green = "绿色职业", "Green";
    shortage = "曾列紧缺（2024年以前）", "Shortage list before 2024";
    one_level(level: u8) = "{level} 级", "Level {level}";
    levels(low: u8, high: u8) = "{low} 至 {high} 级", "Levels {low} to {high}";
    comma = "，", ", ";
    colon = "：", ": ";

    field_name = "名称", "Name ";
    field_work_type = "工种", "Work type ";
    field_code = "编码", "Code ";
    field_group = "所属小类", "Group ";
    field_address = "地址", "Address ";
    field_district = "区", "District ";
    field_other = "内容", "Text ";
    how_exact = "完全一致", "the same";
    how_prefix = "开头一致", "begins with it";
    how_inside = "里面有这几个字", "has it inside";
    how_traditional = "繁体字", "traditional characters";
    how_pinyin = "拼音", "pinyin";
    how_initials = "拼音首字母", "initials of the pinyin";
    how_mixed = "汉字加拼音", "characters and pinyin";
    how_typo = "按一处笔误找到", "allowing one slip";
    how_synonym = "常用叫法", "also called ";
}

/// A field of an index, as people call it.
pub fn field(lang: Lang, name: &str) -> &'static str {
    match name {
        "name" => field_name(lang),
        "work_type" => field_work_type(lang),
        "code" => field_code(lang),
        "group" => field_group(lang),
        "address" => field_address(lang),
        "district" => field_district(lang),
        _ => field_other(lang),
    }
}

/// How a word was found.
pub fn how(lang: Lang, how: How) -> &'static str {
    match how {
        How::Exact => how_exact(lang),
        How::Prefix => how_prefix(lang),
        How::Traditional => how_traditional(lang),
        How::Pinyin => how_pinyin(lang),
        How::Initials => how_initials(lang),
        How::Mixed => how_mixed(lang),
        How::Typo => how_typo(lang),
        How::Synonym => how_synonym(lang),
        _ => how_inside(lang),
    }
}
