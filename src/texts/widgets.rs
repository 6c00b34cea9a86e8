//! Words of the widgets in other pages' frames.

use super::texts;

texts! {
    subsidy = "技能补贴测算", "What may I claim?";
    levels = "我能考几级", "Which level can I sit?";
    courses = "找课程", "Find a course";
    malan = "马兰花创业", "Start up with Malan Flower";
    honours = "技能荣誉", "Skills honours";
    loan = "创业贷款测算", "What a start-up loan costs";

    open = "在八柱打开", "Open in Bazhu";
    open_site = "打开八柱", "Open Bazhu";
    ask = "问 12333", "Ask 12333";
    not_opened = "没有打开？请复制这个网址：", "Did it not open? Copy this address:";
    private = "回答只留在这个框里，关掉就没有了，不上传。", "What you enter stays in this frame and is gone when you close it. Nothing is sent.";
    unknown_title = "没有这个小工具", "There is no such widget";
    unknown(name: &str) = "网址末尾的“{name}”不是八柱的小工具。请告诉本网站的管理员。", "“{name}” at the end of the address is none of Bazhu's widgets. Please tell those who run this site.";

    employer_note = "企业新型学徒制、首席技师、实训基地", "Apprenticeships, chief technicians, training bases";
    press = "据公开报道，以主管部门解释为准。", "From press reports; the authority's reading decides.";
    loan_basis = "依据：沪财发〔2024〕4号、5号。", "Source: 沪财发〔2024〕4号、5号.";
    for_whom = "您是哪一种情况？", "What brings you here?";
    to_start = "重新选", "Start again";
    go_on = "接着答", "Go on answering";
    all_answered = "问完了，没有别的问题。", "That was the last question.";
    claims_none = "按您的回答，目前没有符合条件的项目。", "With your answers you qualify for nothing now.";
    no_programme(id: &str) = "没有编号是“{id}”的项目，下面看全部项目。", "There is no programme “{id}”, so this looks at all of them.";
    more(count: usize) = "另有 {count} 项，在八柱里看。", "{count} more: see them in Bazhu.";
    checked(day: String) = "规则核对至 {day}。", "Rules checked on {day}.";
    guide = "结果供参考，以经办机构审核为准。", "A guide only; the office that handles the claim decides.";

    hand_over = "把结果告诉本网站", "Tell this site the result";
    hand_over_title(host: &str) = "要把结果告诉 {host} 吗？", "Tell {host} the result?";
    hand_over_what = "只告诉下面这些，不告诉您的回答：", "Only this, and none of your answers:";
    handed_over(host: &str) = "已告诉 {host}。", "{host} has been told.";
    changed_since = "结果变了，还没有告诉。", "The result has changed and was not told.";
    sum_is(sum: String) = "金额：{sum}", "Amount: {sum}";
    programme_is(title: &str, id: &str) = "项目：{title}（{id}）", "Programme: {title} ({id})";
    level_is(level: String) = "可以报考：{level}", "Level open now: {level}";
    no_level = "目前没有可以报考的等级", "No level open now";
    net_is(sum: String) = "贴息后自己付的利息：{sum}", "Interest left after the subsidy: {sum}";
    subsidy_is(sum: String) = "贴息：{sum}", "Interest subsidy: {sum}";

    fits_none_yet = "答完上面的问题，就知道现在学哪门课。", "Answer the questions above to see which course to take now.";
}
