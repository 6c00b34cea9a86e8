//! Words of 我能考几级.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "我能考几级", "Which level can I sit?";
    lead = "答几题，看现在能报考哪几级，下一级还差什么。", "A few questions tell which levels you can sit now and what is missing for the next.";
    done = "问完了。", "That is all we need to ask.";
    done_skipped = "跳过的问题还会影响结果，可以在下面补答。", "The questions you skipped can still change the result. Answer them below.";
    before = "上一题", "Previous question";
    result = "结果", "Result";
    now = "现在最高可以考", "The highest you can sit now";
    now_none = "现在还不能报考任何一级", "You cannot sit any level yet";
    now_open = "能考哪几级，还要看您的回答", "Your answers decide which levels you can sit";
    now_open_more = "有的级还要看没答的问题。", "Some levels depend on what is not answered yet.";

    ladder = "八级阶梯", "The eight levels";
    ladder_note = "从低到高八级。五级到一级按条件报考；特级技师、首席技师的条件没有收录，以 12333 为准。", "Eight levels. Levels 5 to 1 are sat under the conditions below. The conditions for the two highest are not in hand: ask 12333.";
    here = "您在这里", "You are here";
    here_none = "您在这里：还没有等级证书", "You are here: no level certificate yet";
    apprentice = "学徒工", "Apprentice";
    level_5 = "初级工", "Junior";
    level_4 = "中级工", "Intermediate";
    level_3 = "高级工", "Senior";
    level_2 = "技师", "Technician";
    level_1 = "高级技师", "Senior technician";
    special = "特级技师", "Special-class technician";
    chief = "首席技师", "Chief technician";
    nth_5 = "五级", "Level 5";
    nth_4 = "四级", "Level 4";
    nth_3 = "三级", "Level 3";
    nth_2 = "二级", "Level 2";
    nth_1 = "一级", "Level 1";

    state_open = "现在可以考", "Open to you now";
    state_unknown = "还看回答", "Depends on open answers";
    state_closed = "还不能考", "Not yet";
    state_years(years: String) = "还差 {years}", "{years} to go";
    state_lower = "已有更高等级", "You hold a higher one";

    open_title = "现在可以考的", "Open to you now";
    held_already = "您已有这一级或更高的证书。", "You already hold this level or a higher one.";
    now_higher = "比您现有等级更高的，现在还不能考", "You cannot sit a level above yours yet";
    now_top = "您已有一级证书。特级技师、首席技师的条件没有收录，以 12333 为准", "You hold level 1. The conditions of the two levels above are not in hand: ask 12333";
    next_in(level: String, years: String) = "{level}还差 {years}", "{level} in {years}";
    next_title = "下一步还差什么", "What the next levels still need";
    no_ways = "照现在的情况，只等年数还不够。各条件见下面的“逐条看”。", "As things are, waiting alone is not enough. See every condition below.";
    way_wait(label: &str, more: String, to: String) = "{label}还差 {more}（满 {to}）", "{label}: {more} more ({to} in all)";
    way_reach(label: &str, to: String) = "{label}满 {to}", "{label}: {to}";
    way_do(label: &str, to: String) = "“{label}”变为“{to}”", "“{label}” becomes “{to}”";
    way_first(level: String) = "先考{level}，现在就能考；拿到证书后，", "Sit {level} first, which is open to you now. With that certificate: ";
    way_at_once = "马上可以接着考", "you can go straight on";
    way_join = "，", ", ";
    all_conditions = "逐条看", "Every condition";
    note = "要注意", "Please note";
    sources = "依据", "Sources";
    rule_page = "看规则全文", "Read the rule in full";
}

/// `四级`, `Level 4`.
pub fn nth(lang: Lang, level: u8) -> &'static str {
    match level {
        5 => nth_5(lang),
        4 => nth_4(lang),
        3 => nth_3(lang),
        2 => nth_2(lang),
        _ => nth_1(lang),
    }
}

/// `四级（中级工）`, `Level 4 (intermediate)`.
pub fn level(lang: Lang, level: u8) -> String {
    let (nth, name) = match level {
        5 => (nth_5(lang), level_5(lang)),
        4 => (nth_4(lang), level_4(lang)),
        3 => (nth_3(lang), level_3(lang)),
        2 => (nth_2(lang), level_2(lang)),
        _ => (nth_1(lang), level_1(lang)),
    };
    match lang {
        Lang::Zh => format!("{nth}（{name}）"),
        Lang::En => format!("{nth} ({})", name.to_ascii_lowercase()),
    }
}
