//! Words of the list of programmes and of a programme's own page.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "补贴目录", "All programmes";
    lead = "每一项都写明能领多少、谁能领、什么时候、带什么、出自哪份文件。", "What each one pays, who may claim, when, with which papers, and the document that says so.";
    search = "找一项补贴", "Find a programme";
    search_help = "例如：养老、证书、贷款、落户", "For example: care, certificate, loan, points";
    search_button = "搜索", "Search";
    filter = "给谁的", "For whom";
    none_title(query: &str) = "没有找到“{query}”", "Nothing found for “{query}”";
    none_text = "换个说法再试，比如只写两个字；也可以看全部，或者打 12333 问。", "Try another word, or a shorter one. You can also see them all, or ask 12333.";
    find_courses(query: &str) = "在课程里找「{query}」", "Look for “{query}” in courses";
    find_occupations(query: &str) = "在职业里找「{query}」", "Look for “{query}” in occupations";
    show_all = "看全部", "Show all";
    in_force = "今天有规则", "In force today";
    not_in_force = "今天没有规则", "No rule today";

    kind_grant = "补贴", "Grant";
    kind_loan = "贷款", "Loan";
    kind_floor = "单位补贴", "For employers";
    kind_points = "积分", "Points";
    kind_eligibility = "资格", "Eligibility";
    kind_guide = "指引", "Guide";

    yours = "您的情况", "For you";
    yours_none = "还没有您的回答，答几题就知道能不能领。", "No answers from you yet. A few questions tell whether you may claim.";
    yours_on(day: String) = "按 {day}申请算：", "For an application on {day}:";
    to_result = "看我的结果", "See my result";
    test = "测一测", "Check for me";
    to_levels = "看我能考几级", "See which level I can sit";
    to_courses = "这项补贴能用在哪些课程", "Courses it can pay for";
    to_loan = "算一算贷款", "Work out a loan";
    to_guide = "创业指南：先办什么、哪天截止", "Start-up guide: in which order, by when";
    to_all = "看全部政策", "See all programmes";

    rule_on(day: String) = "{day}的规定", "The rule on {day}";
    other_date = "换个日期看", "Look at another date";
    date = "申请日期", "Date of application";
    show_date = "看这一天的规定", "Show the rule of this date";
    today = "今天", "today";
    back_to_today = "回到今天", "Back to today";
    no_rule(day: String) = "{day}没有规则", "No rule for {day}";
    no_rule_why = "手头没有适用于这一天的规定，不拿别的日期的规定代替。请以 12333 为准。", "We have no rule for this date and do not use another date's rule in its place. Ask 12333.";
    known_spans = "这些日期有规定：", "There are rules for these dates:";
    only_guide = "这一项只作指引，不作测算。", "This is a guide only. Nothing is worked out.";

    amounts = "多少钱", "How much";
    amounts_points = "多少分", "How many points";
    amounts_other = "标准", "The figures";
    col_what = "项目", "What";
    col_value = "标准", "Figure";
    working = "怎么算", "How it is worked out";
    who = "谁能办", "Who may apply";
    all_needed = "以下都要符合：", "All of these must hold:";
    window = "什么时候申请", "When to apply";
    papers = "带什么", "What to bring";
    only_for(what: String) = "（{what}）", " ({what})";
    channels = "去哪里办", "Where to go";
    schedule = "分次发放", "Paid in parts";
    notes = "另外要知道", "Good to know";
    exclusions = "和别的补贴一起领吗", "Together with other grants";
    excluded_with = "不能和这项同时领：", "Not together with:";
    best_note = "两项都符合的，测算结果里会选钱多的组合。", "If you qualify for both, the result picks the combination that pays more.";
    sources = "依据", "Sources";

    timeline = "各个时期的规定", "The rule over time";
    timeline_says(n: usize, today: String) = "时间线：{n} 段，今天是 {today}。内容和下面的表格相同。", "Time line of {n} spans; today is {today}. The table below says the same.";
    as_table = "以表格显示", "Show as a table";
    col_from = "从", "From";
    col_until = "到", "Until";
    col_state = "规定", "Rule";
    has_rule = "有规定", "Rule in hand";
    gap = "没有收录规则", "No rule in hand";
    open_start = "更早", "Earlier";
    open_end = "未定", "Open";
    span_from(day: String) = "{day}起", "from {day}";
    span_until(day: String) = "到 {day}", "until {day}";
    shown_now = "正在看", "shown";
    see_this = "看这一段", "Show";

    unknown_title = "没有这一项", "There is no such programme";
    unknown_text(id: &str) = "目录里没有“{id}”。网址可能写错了，或者这一项已经移走。", "The list has no “{id}”. The address may be wrong, or the programme was removed.";
}

/// `共 15 项`, `1 programme`.
pub fn found(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("共 {n} 项"),
        (Lang::En, 1) => "1 programme".to_owned(),
        (Lang::En, n) => format!("{n} programmes"),
    }
}
