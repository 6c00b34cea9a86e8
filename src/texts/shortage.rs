//! Words of `/shortage`.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "紧缺目录、积分与落户", "Shortage list, points and settlement";
    lead = "哪些职业曾列入上海的紧缺目录；技能证书能加多少居住证积分；高技能人才落户有过哪些途径。", "Which occupations were on Shanghai's shortage list, how many residence-permit points a skills certificate brings, and which routes to settlement there were.";

    what = "先看清楚这份目录", "What this list is";
    what_old = "这是 2024 年以前的目录，已被 2024 年的急需紧缺高技能人才目录取代。", "It is the list from before 2024. The 2024 catalogue of trades short of highly skilled people has replaced it.";
    what_part(n: usize) = "旧目录至少有 62 项，手头只有 {n} 项。2024 年的目录有 100 项，全文不在手。", "The old list had at least 62 entries; {n} of them are in hand. The 2024 catalogue has 100; its text is not in hand.";
    what_for = "只供参考，不作为任何金额的依据。您的职业在不在现行目录里，以 12333 为准。", "It is a hint only and a ground for no amount. Ask 12333 whether your occupation is on the list in force.";

    list = "目录里的职业", "Occupations on the list";
    search = "在目录里找", "Look in the list";
    search_help = "名称、编号、拼音或首字母都可以，例如：电梯、diangong、45", "A name, a number, pinyin or its initials, for example: dianti, dg, 45";
    clear = "清除", "Clear";
    groups = "分类", "Groups";
    all = "全部", "All";
    no_occupation = "对应不上职业", "No occupation";
    entry(seq: u16) = "第 {seq} 项", "No. {seq}";
    nowhere = "对应不上现行分类里的一个职业", "Names no single occupation of today's classification";
    look_up(name: &str) = "在职业目录里找“{name}”", "Look up “{name}” among the occupations";
    missing(from: u16, until: u16) = "第 {from} 至 {until} 项不在手", "No. {from} to {until} are not in hand";
    missing_after(last: u16) = "第 {last} 项以后的不在手", "What follows No. {last} is not in hand";
    none_found(query: &str) = "手头的旧目录里没有“{query}”。没有不等于不紧缺：现行目录以 12333 为准。", "“{query}” is not in what is in hand of the old list. That does not mean it is not in short supply: ask 12333 about the list in force.";
    not_an_answer = "在这里看职业，不会替您回答任何问题。办补贴、落户看的是申请时有效的目录；这份是 2024 年以前的，所以上面有没有您的职业，都不是“证书的职业在急需紧缺目录内吗”这道题的答案。", "Looking at an occupation here answers nothing for you. Grants and settlement go by the list in force when you apply. This one is from before 2024, so whether your occupation is on it is no answer to “Is the certificate's occupation on the shortage list?”.";

    points = "居住证积分自测（技能部分）", "Check: residence-permit points for skills";
    points_are = "积分就是积分，不是钱，不进任何补贴总数。", "Points are points, never money. They enter no sum of money.";
    settlement = "高技能人才落户自测", "Check: settlement for highly skilled workers";
    start = "开始自测", "Start the check";
    go_on = "接着回答", "Go on";
    on_day(day: String) = "按 {day}申请看", "For an application on {day}";
    result = "结果", "Result";
    done = "这一项不用再答了。", "Nothing more needs to be answered.";
    done_skipped = "您选了“不清楚”的，可以在下面补答。", "You can still answer below what you were not sure of.";
    answers = "用到的回答", "Answers used";
    list_question = "旧目录答不了这道题：看申请时有效的目录，不清楚就选“不清楚”，或者打 12333。", "The old list cannot answer this: the list in force when you apply decides. If you are not sure, say so, or call 12333.";
    all_levels = "各级多少分", "Points by level";
    rule_page = "看这项规则的全文", "Read the whole rule";

    no_rule_now = "现在的落户规定不在手，不拿旧规定代替。请以 12333 为准。", "The settlement rules in force now are not in hand, and the old ones do not stand in for them. Ask 12333.";
    old_routes = "旧版本有过的途径", "The routes of the old version";
    old_period = "有效期：", "In force: ";
    old_one = "以下符合一项即可：", "One of these was enough:";
    try_old = "看看旧版本有效期里的某一天", "Look at a day on which the old version was in force";
    try_last(day: String) = "看旧版本的最后一天：{day}", "See the old version's last day, {day}";
    try_button = "看这一天", "Show this day";
    day = "日期", "Date";
    old_only(day: String, until: String) = "这是 {day}那天的旧规定，不是现在能不能落户的答案。旧规定到 {until}为止（待核实），之后的规定不在手。", "This is the old rule of {day}, not whether you can settle now. It ran to {until} (not confirmed); the rules after that are not in hand.";
    back_to(day: String) = "回到 {day}", "Back to {day}";
}

/// `共 38 项`, `1 entry`.
pub fn found(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("共 {n} 项"),
        (Lang::En, 1) => "1 entry".to_owned(),
        (Lang::En, n) => format!("{n} entries"),
    }
}
