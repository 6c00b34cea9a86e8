//! Words of the check: questions, answers, the range.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "能领多少，一问一答", "What may I claim?";
    look_at = "看哪些", "Look at";
    why = "为什么问这个", "Why we ask";
    why_up_to(programmes: String, sum: String) = "这个回答决定 {programmes}补贴，最多相差 {sum}：", "This answer decides {programmes}, with a difference of up to {sum}:";
    why_decides(programmes: String) = "这个回答决定 {programmes}能不能办：", "This answer decides {programmes}:";
    why_not_now = "按现在的其他回答，这一项不改变结果。改了别的回答后可能有用。", "With your other answers, this one changes nothing now. It may matter if they change.";
    not_sure = "不清楚，先跳过", "Not sure, skip";
    yes = "是", "Yes";
    no = "否", "No";
    go_on = "继续", "Continue";
    back = "上一题", "Previous question";
    back_to_result = "回到结果", "Back to the result";
    to_result = "看结果", "See the result";
    colon = "：", ": ";
    year = "年", "Year";
    month = "月", "Month";
    day = "日", "Day";
    need_answer = "请先填写，或者点“不清楚，先跳过”。", "Enter an answer, or choose “Not sure, skip”.";
    need_number = "请只填数字，例如 12。", "Enter digits only, for example 12.";
    need_places(places: u8) = "最多填 {places} 位小数。", "Enter at most {places} decimal places.";
    need_whole = "请填整数。", "Enter a whole number.";
    need_range(min: String, max: String) = "请填 {min} 到 {max} 之间的数。", "Enter a number from {min} to {max}.";
    need_date = "没有这一天，请检查年、月、日。", "There is no such day. Check the year, month and day.";
    need_date_parts = "请把年、月、日填完整。", "Enter the year, month and day.";
    need_date_range(min: String, max: String) = "请填 {min} 到 {max} 之间的日期。", "Enter a date from {min} to {max}.";

    range_now = "目前可领", "You may claim";
    range_up_to(sum: String) = "最多 {sum}", "Up to {sum}";
    range_none = "目前没有可领的钱", "No money to claim so far";
    range_count(sure: usize, open: usize) = "{sure} 项可领，{open} 项待答", "{sure} certain, {open} open";
    list_title = "逐项看", "By programme";
    show_list = "展开清单", "Show the list";
    hide_list = "收起清单", "Hide the list";

    answers_title = "我的回答", "My answers";
    answers_none = "还没有回答。", "No answers yet.";
    change = "修改", "Change";
    answer_it = "现在回答", "Answer now";
    skipped = "不清楚", "Not sure";
    applied_on = "申请日期", "Date of application";
    applied_on_help = "不改就按今天算。", "Today, unless you change it.";
    applied_today = "今天", "today";
    set_date = "按这个日期算", "Use this date";
    use_today = "改回今天", "Back to today";
    done_title = "问完了", "That is all we need to ask";
    done_skipped = "跳过的问题还会影响结果，随时可以回来回答。", "The questions you skipped can still change the result. Answer them whenever you like.";

    situations_title = "几种情况", "Situations";
    situations_help = "可以给家人各存一份，或者比较不同的打算。", "Keep one for each family member, or compare plans.";
    situation_name = "给这一份取个名字", "Name this one";
    situation_nth(n: usize) = "情况 {n}", "Situation {n}";
    situation_current = "正在看", "in use";
    situation_use = "换成这份", "Use this one";
    situation_use_of(name: &str) = "换成这份：{name}", "Use this one: {name}";
    situation_new = "新建一份", "Add another";
    situation_delete = "删除", "Delete";
    situation_delete_of(name: &str) = "删除：{name}", "Delete: {name}";
    situation_save = "保存名字", "Save the name";
    clear_all = "清除全部回答", "Clear all answers";
    clear_sure = "这台设备上的全部情况、意见、没有发出的登记和回执编号都会删掉，不能恢复。", "This deletes every situation and remark on this device, requests that are not sent, and receipts. It cannot be undone.";
    clear_yes = "确定清除", "Yes, clear all";
    clear_no = "不清除", "No, keep them";
    cleared = "已经全部清除。", "Everything has been cleared.";
}

/// `已答 3 题`.
pub fn answered(lang: Lang, done: usize) -> String {
    match (lang, done) {
        (Lang::Zh, n) => format!("已答 {n} 题"),
        (Lang::En, 1) => "1 question answered".to_owned(),
        (Lang::En, n) => format!("{n} questions answered"),
    }
}
