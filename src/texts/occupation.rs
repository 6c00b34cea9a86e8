//! Words of `/occupations/:code`.

use super::texts;
use crate::lang::Lang;
use catalogue::Rank;

texts! {
    group_path = "所属类别", "Where it stands in the classification";
    code(code: &str) = "职业编码 {code}", "Code {code}";
    namesake = "还有一个同名的职业：", "Another occupation has the same name: ";
    all = "职业目录", "All occupations";

    facts = "基本情况", "In short";
    digital = "数字职业", "Digital occupation";
    green = "绿色职业", "Green occupation";
    yes = "是", "yes";
    no = "否", "no";
    not_said = "手头的副本没有注明，以 12333 为准", "the copies in hand do not say; ask 12333";
    shortage = "紧缺目录", "Shortage list";
    shortage_yes(seq: u16) = "2024年以前的目录第 {seq} 项", "entry {seq} of the list before 2024";
    shortage_note = "2024年以前的目录，手头38项（全表至少62项）。现行目录以 12333 为准。", "From the list before 2024: 38 entries in hand, of at least 62. For the list in force ask 12333.";
    shortage_list = "看这份目录", "See the list";
    shortage_no = "手头的旧目录里没有；现行目录以 12333 为准", "not in what is in hand of the old list; for the list in force ask 12333";
    confidence = "这条资料", "This entry";
    confidence_both = "两份公开副本一致", "two public copies agree";
    confidence_one = "只见于一份公开副本", "seen in one public copy only";
    work_types = "工种", "Work types";
    work_types_note = "副本中连写，按词尾切分，仅供参考。", "The copies run them together; they were split at their endings.";
    synonyms = "日常叫法", "In daily speech";

    levels = "有哪几级", "Its levels";
    has_level = "有标准", "in a standard";
    no_level = "标准里没有", "in no standard";
    no_levels = "手头的标准没有写明等级，以 12333 为准。", "The standards in hand do not state levels. Ask 12333.";
    no_standard = "手头没有这个职业的国家职业标准，等级以 12333 为准。", "There is no national standard for this occupation in hand. Ask 12333 about its levels.";
    grades_note = "这是专业技术类标准，分初级、中级、高级，不是五级到一级。", "This is a technical standard: it has three grades, not levels 5 to 1.";
    senior = "高级", "Senior grade";
    middle = "中级", "Middle grade";
    junior = "初级", "Junior grade";
    can_sit = "看我能考几级", "Which level can I sit?";
    pathway = "看我升级要几年", "How many years to go up?";
    standards = "国家职业标准", "National standards";
    edition(year: u16) = "{year} 年版", "edition of {year}";
    no_edition = "版次未载", "edition not stated";
    own_code(code: &str) = "标准自载编码 {code}", "the standard's own code is {code}";
    levels_not_said = "等级未载", "levels not stated";
    link_both = "编码和名称都一致", "code and name agree";
    link_code = "编码一致，名称是其中的方向、工种或旧名", "the code agrees; the name is that of a direction, a work type, or an earlier one";
    link_name = "名称一致，编码属于以往的分类或没有写", "the name agrees; its code is of an earlier classification, or blank";

    tested = "每级考什么", "What each level tests";
    tested_of = "职业功能和权重", "Job functions and weights";
    tested_edition(year: u16) = "按 {year} 年版标准。", "From the standard of {year}.";
    tested_none = "手头没有这个职业的考核内容，以国家职业标准原文和 12333 为准。", "What is tested for this occupation is not in hand. See the standard itself, or ask 12333.";
    choose_level = "选一级", "Choose a level";
    not_whole = "这一级的权重合计不是 100%（分方向，或没有全部读到），所以不画图，只列出来。", "The weights of this level do not add up to 100% (it has several directions, or not all were read), so they are listed without a chart.";
    as_table = "各级放在一张表里看", "All levels in one table";
    col_function = "职业功能", "Function";
    has_function = "考", "tested";
    not_tested = "—", "—";
    function_table = "各级的职业功能和权重（%）", "Functions and weights by level (%)";

    majors = "哪些专业通向它", "Majors that lead here";
    majors_none = "手头的专业对应表里没有这个职业，以学校和 12333 为准。", "The table of majors in hand does not name this occupation. Ask the school, or 12333.";
    majors_total(n: usize) = "共 {n} 个专业", "{n} majors";

    courses = "有什么课", "Courses";
    courses_none = "手头没有这个职业的课程。", "There is no course for this occupation in hand.";
    courses_all(n: usize) = "看全部 {n} 门课", "See all {n} courses";
    hours(n: u16) = "{n} 课时", "{n} hours";
    price(sum: String) = "补贴前 {sum}", "{sum} before any subsidy";
    no_level_course = "不分等级", "no level";

    grants = "考到证书，可能有的补贴", "Grants that a certificate may bring";
    grants_note = "能不能领、领多少，看您的情况，测一测就知道。", "Whether you may claim, and how much, depends on you. The check tells.";
    grants_check = "开始测算", "Start the check";

    unknown_title = "没有这个职业", "There is no such occupation";
    unknown_text(n: usize, code: &str) = "手头的 {n} 个职业里没有编码“{code}”。编码可能是旧分类的，或者写错了；可以按名称搜。", "None of the {n} occupations in hand has the code “{code}”. It may be of an earlier classification, or mistyped. You can search by name.";
    unknown_search = "去搜职业", "Search occupations";
}

/// `五级（初级工）`, `初级`.
pub fn rank(lang: Lang, rank: Rank) -> String {
    match rank {
        Rank::Junior => junior(lang).to_owned(),
        Rank::Middle => middle(lang).to_owned(),
        Rank::Senior => senior(lang).to_owned(),
        other => super::levels::level(lang, other.level().unwrap_or(5)),
    }
}

/// A rank in a few letters, for the head of a table: `五级`, `初级`.
pub fn short_rank(lang: Lang, rank: Rank) -> &'static str {
    use super::levels as l;
    match rank {
        Rank::Level5 => l::nth_5(lang),
        Rank::Level4 => l::nth_4(lang),
        Rank::Level3 => l::nth_3(lang),
        Rank::Level2 => l::nth_2(lang),
        Rank::Level1 => l::nth_1(lang),
        Rank::Junior => junior(lang),
        Rank::Middle => middle(lang),
        Rank::Senior => senior(lang),
    }
}
