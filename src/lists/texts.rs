//! Words of the widgets that list what the catalogue holds.

use crate::texts::texts;

texts! {
    honour_kind = "哪一种荣誉", "Which honour";
    honours_none = "手头没有名单。", "No list is in hand.";
    honours_note = "名单和出处以发布机构为准。", "The issuing bodies' own lists decide.";
    more_people(count: usize) = "另有 {count} 人，在八柱里看。", "{count} more people: see them in Bazhu.";

    course_words = "学什么", "What to learn";
    course_words_help = "例如：电工、养老护理、面点", "In Chinese, for example 电工 (electrician)";
    district = "在哪个区", "District";
    any_district = "全市", "The whole city";
    found(count: String) = "找到 {count} 门", "{count} found";
    found_none = "没有找到。换个词，或看全市的课程。", "Nothing found. Try another word, or the whole city.";
    courses_order = "按最近开班排列。价格是补贴前的；您能补多少，在八柱里看。", "Ordered by next start. Prices are before any subsidy; Bazhu shows what you would pay.";
}
