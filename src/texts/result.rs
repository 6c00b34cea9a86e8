//! Words of the result and its print-out.

use super::texts;

texts! {
    opinion = "您的意见", "What you think";
    title = "我的测算结果", "My result";
    intro(day: String) = "按 {day}申请计算", "Worked out for an application on {day}";
    sum_sure = "按您的回答，可以申领", "With your answers you may claim";
    sum_open = "按您的回答，可以申领", "With your answers you may claim between";
    sum_none = "按您的回答，目前没有可领的补贴金。", "With your answers there is no grant to claim now.";
    sum_hidden = "不显示金额", "No amount shown";
    sum_open_note = "还有问题没有回答，所以是一个范围。", "Some questions are open, so this is a range.";
    no_answers = "还没有回答问题，所以什么都有可能。先答几题，范围就会变小。", "You have not answered anything yet, so everything is possible. Answer a few questions to narrow it.";

    status_eligible = "符合条件", "You qualify";
    status_undetermined = "还差回答", "Depends on open answers";
    status_ineligible = "暂不符合", "Not now";
    status_no_rule = "这一天没有规则", "No rule for this date";

    group_eligible = "符合条件的", "You qualify for";
    group_undetermined = "还要看您的回答", "Depends on what is not answered yet";
    group_ineligible = "暂不符合的", "Not now";
    group_no_rule = "这个日期没有规则的", "No rule for this date";
    no_rule_text = "手头没有适用于这个申请日期的规则，不作推算。请以 12333 为准。", "We have no rule that covers this date, and we do not guess. Ask 12333.";

    amount_from(least: String) = "{least} 起", "from {least}";
    amount_grant = "金额", "Amount";
    amount_loan = "最多可贷", "You may borrow up to";
    amount_floor = "全国下限", "National floor";
    amount_points = "积分", "Points";
    amount_if = "符合条件时", "if you qualify";
    due_now = "其中现在可领", "Of this, due now";
    paid_in_parts = "分次发放", "Paid in parts";
    apply_by = "申请截止", "Apply by";
    papers = "带什么", "What to bring";
    channels = "去哪里办", "Where to go";
    working = "怎么算出来的", "How this is worked out";
    conditions = "条件", "Conditions";
    routes = "以下符合一项即可", "One of these is enough";
    steps = "计算", "Calculation";
    holds_yes = "符合", "Met";
    holds_no = "不符合", "Not met";
    holds_unknown = "待回答", "Not known yet";
    your_answers = "依据您的回答", "From your answers";
    missing(count: usize) = "还差 {count} 个回答", "Still to answer: {count}";
    where_and_what = "带什么、去哪里办", "What to bring and where to go";
    hints = "怎样就能符合", "You would qualify if…";
    hint_then(sum: String) = "届时 {sum}", "then {sum}";
    hint_if(label: &str, to: String) = "{label}：{to}", "{label}: {to}";
    hint_now(from: String) = "（现在：{from}）", " (now: {from})";
    hint_at_least(value: String) = "至少 {value}", "at least {value}";
    hint_at_most(value: String) = "至多 {value}", "at most {value}";
    hint_from_day(value: String) = "{value} 或以后", "{value} or later";
    hint_to_day(value: String) = "{value} 或以前", "{value} or earlier";
    hint_and = "，并且 ", ", and ";
    hint_maybe = "（还要看其他回答）", " (other answers also count)";
    hint_clause = "相关条件：", "Condition: ";
    notes = "另外要知道", "Good to know";
    levels_help = "看看您现在能报考哪一级技能等级，下一级还差什么。", "See which skill level you can sit now, and what the next one still needs.";
    levels_go = "看我能考几级", "Which level can I sit?";
    rule_page = "看这项规则", "Read this rule";

    best_title = "怎么组合最多", "The best combination";
    best_text = "这几项可以一起领：", "These can be claimed together:";
    best_one = "最多的是只领这一项：", "The most comes from this one alone:";
    left_out_excluded(title: &str, by: &str) = "没有算进：{title}，因为和“{by}”不能同时领。", "Left out: {title}, because it cannot be claimed together with “{by}”.";
    left_out_capped(title: &str) = "没有算进：{title}，因为已到合计上限。", "Left out: {title}, because the shared limit is used up.";
    left_out_costs(sum: String) = "这一项单独最多 {sum}。", "On its own it would come to at most {sum}.";

    sources = "依据", "Sources";
    clause_of(clause: &str) = "（{clause}）", " ({clause})";
    open_source = "原文", "Original";
    evidence_official = "官方原文", "Official text";
    evidence_press = "据公开报道", "Press report";
    evidence_press_long = "据公开报道，以主管部门解释为准", "From press reports; the authority's reading decides";
    evidence_unconfirmed = "待核实，以 12333 为准", "Not confirmed; ask 12333";

    share = "把结果发给别人", "Share this result";
    share_help = "链接里带着您的回答，只有拿到链接的人能看到；网站服务器看不到。", "The link carries your answers. Only those who have it can see them; our server cannot.";
    share_link = "分享链接", "Link";
    share_send = "发送", "Send";
    share_copy = "复制链接", "Copy the link";
    share_copied = "已复制。", "Copied.";
    share_copy_failed = "浏览器不让复制，请长按上面的链接自己复制。", "Your browser does not let us copy. Select the link above and copy it yourself.";
    print = "打印或存为 PDF", "Print or save as PDF";
    edit_answers = "修改回答", "Change answers";
    printed_on(day: String) = "打印于 {day}", "Printed on {day}";
    qr_label = "用手机扫码打开这份结果", "Scan to open this result on a phone";
    print_answers = "依据的回答", "Answers used";
    print_disclaimer = "测算结果供参考，以经办机构审核为准。咨询：12333。", "A guide only; the office that handles the claim decides. Questions: 12333.";
}
