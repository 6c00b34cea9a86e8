//! Words of `/majors/:code`.

use super::texts;
use crate::lang::Lang;
use catalogue::model::MajorLevel;

texts! {
    code(code: &str) = "专业代码 {code}", "Code {code}";
    level = "学校层次", "School level";
    category = "专业类", "Category";
    secondary = "中等职业教育", "Vocational secondary";
    associate = "高等职业教育专科", "Vocational associate";
    vocational_bachelor = "高等职业教育本科", "Vocational bachelor";
    bachelor = "普通本科", "Bachelor";
    leads_to = "通向哪些职业", "Occupations it leads to";
    leads_to_none = "手头的官方对应表里没有这个专业通向哪些职业，以学校和 12333 为准。", "The official table in hand does not say which occupations this major leads to. Ask the school, or 12333.";
    namesakes = "同名专业，其他层次", "The same name at other levels";
    unknown_title = "没有这个专业", "There is no such major";
    unknown_text(code: &str) = "手头的专业目录里没有代码“{code}”。代码可能写错了；可以先搜职业，再看哪些专业通向它。", "No major in hand has the code “{code}”. It may be mistyped. You can search an occupation and see which majors lead there.";
}

/// A school level in words.
pub fn school(lang: Lang, level: MajorLevel) -> &'static str {
    match level {
        MajorLevel::VocationalSecondary => secondary(lang),
        MajorLevel::VocationalAssociate => associate(lang),
        MajorLevel::VocationalBachelor => vocational_bachelor(lang),
        MajorLevel::Bachelor => bachelor(lang),
    }
}
