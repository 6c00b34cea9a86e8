//! Words of the remarks on a result.

use super::texts;
use crate::lang::Lang;
use crate::state::feedback::Verdict;

texts! {
    ask = "这个结果对吗？", "Is this result right?";
    ask_programme = "这一项的金额和条件对吗？", "Are the amount and conditions of this programme right?";
    ask_course = "这个价格算得对吗？", "Is this price worked out right?";
    ask_loan = "这笔贷款算得对吗？", "Is this loan worked out right?";
    right = "对", "Right";
    wrong = "不对", "Wrong";
    unclear = "看不懂", "Not clear";
    remark = "想说明什么（可以不填）", "What should we know? (optional)";
    no_personal_data = "请不要写姓名、电话、证件号。您的回答不会附上。", "Do not write names, telephone or identity numbers. Your answers are not attached.";
    looks_personal = "里面好像有电话或证件号。请删掉再保存。", "This looks like a telephone or identity number. Remove it, then save.";
    save = "保存", "Save";
    delete = "删除", "Delete";
    delete_of(what: &str) = "删除：{what}", "Delete: {what}";
    kept = "已存在这台设备上。离开本页后，如果本站收意见，就发送一次；在那以前可以删除。", "Kept on this device. When you leave this page it is sent once, if this site takes remarks; until then you can delete it.";
    kept_blocked = "浏览器不允许保存，这条意见只留到您关闭本页为止。", "Your browser does not let us keep anything. This remark lasts until you close this page.";
    full = "这台设备上的意见已经满了，这一条没有存。请先在下面删掉一条。", "This device holds as many remarks as it can, so this one was not kept. Delete one first.";
    deleted = "已删除。", "Deleted.";
    list_title = "我留下的意见", "My remarks";
    list_none = "这台设备上没有您留下的意见。", "There are no remarks of yours on this device.";
    list_note = "这些还没有发送，只存在这台设备上。", "These are not sent yet and are on this device only.";
    delete_all = "全部删除", "Delete all";
    about_result = "测算结果", "The result";
    about_loan = "创业贷款", "Start-up loan";
    about_course(id: &str) = "课程 {id}", "Course {id}";
}

/// What somebody thinks.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => right(lang),
        Verdict::Wrong => wrong(lang),
        Verdict::Unclear => unclear(lang),
    }
}
