//! Words of `/pathways`.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "成长路径", "Pathways";
    lead = "选一个职业和想到的等级，看从今天起要走几步、最快哪一天、花多少、能领多少。", "Choose an occupation and the level you want to reach: see the steps from today, the earliest days, what it costs and what you may claim.";

    occupation = "哪个职业", "Which occupation";
    find = "找职业", "Find an occupation";
    find_help = "汉字、拼音、首字母、日常叫法都行，例如：电工、diangong、叉车", "Chinese, pinyin, initials or an everyday word, for example 电工, diangong, dg";
    find_none = "没有找到。换个叫法，或者到职业目录里找。", "Nothing found. Try another word, or look in the list of occupations.";
    to_occupations = "去职业目录", "To the list of occupations";
    suggestions = "找到的职业", "Occupations found";
    found(n: u32) = "找到 {n} 个职业", "Occupations found: {n}";
    no_levels = "没有收录分等级的标准", "No standard with levels in hand";
    change = "换一个职业", "Another occupation";
    about = "看这个职业", "About this occupation";
    unknown_code(code: &str) = "目录里没有编号“{code}”的职业。请重新选。", "There is no occupation with the code “{code}”. Choose one.";
    goal = "想考到几级", "Level to reach";
    levels_of(from: &str, to: &str) = "{from}到{to}", "{from} to {to}";

    questions = "您现在有什么", "What you have";
    questions_about = "问的都是这个职业或相关职业：", "All questions are about this occupation or a related one: ";
    done = "问完了。", "That is all we need to ask.";
    done_skipped = "跳过的问题还会影响结果，可以在“我的回答”里补答。", "The questions you skipped can still change the result. Answer them under “My answers”.";
    days = "知道是哪一天？填上更准", "Know the exact day? It makes this more exact";
    days_help = "只知道满几年时，我们按最晚的日子算。中断过的不要填。", "With full years only, the latest possible day is taken. Leave it open if there were breaks.";
    day_certificate = "现有证书是哪天拿到的（之后一直在干这一行）", "Day of issue of your certificate (you have worked in the trade since)";
    day_trade = "从哪天起一直干这一行", "Day from which you have worked in the trade";
    day_title = "职称是哪天拿到的（之后一直在干这一行）", "Day of your title (you have worked in the trade since)";
    day_work = "打算从哪天开始干这一行", "Day on which you will begin to work in the trade";
    day_set = "按这一天算", "Use this day";
    day_drop = "去掉", "Remove";
    day_late = "不能晚于起点那一天。", "This cannot be later than the first day.";

    by_time = "最快的走法", "The quickest way";
    by_cost = "最省钱的走法", "The cheapest way";
    by_both = "走法", "The way";
    other_ways = "步数更少的走法", "Ways with fewer steps";
    by_both_note = "这样走最快，也最省钱。", "This is the quickest way and the cheapest.";
    reach_today(level: String) = "现在就可以考{level}", "You can sit {level} now";
    reach(level: String) = "可以考{level}的日子", "You can sit {level} from";
    reach_between(early: String, sure: String) = "最早 {early}，最晚 {sure}", "{early} at the earliest, {sure} for sure";
    from_today(time: String) = "距今 {time}", "{time} from today";
    today = "今天", "Today";
    start = "起点", "Start";
    can_today = "现在就可以", "now";
    drawing(steps: String) = "时间线：{steps}。下面的表格内容相同。", "Time line: {steps}. The tables below say the same.";
    drawing_step(day: String, level: String) = "{day} {level}", "{level} on {day}";
    step(n: usize, level: String) = "第 {n} 步：{level}", "Step {n}: {level}";
    row_level = "等级", "Level";
    row_day = "可以考", "From";
    row_after = "距今", "From today";
    row_condition = "凭什么", "Condition met";
    row_tested = "考什么", "Tested";
    row_course = "课程", "Course";
    row_subsidy = "补贴", "Subsidy";
    later = "也可以凭（要更晚）", "Other conditions, met later";
    later_day(day: String) = "{day}起", "from {day}";
    edition(year: u16) = "（{year}年版标准）", " (standard of {year})";
    tested_unknown = "没有收录，以国家职业标准为准", "Not in hand; the national standard decides";
    course_none = "手头没有这一级的课程", "No course for this level in hand";
    course_all = "看这一级的课程", "Courses for this level";
    hours(n: u16) = "{n} 课时", "{n} class hours";
    sample = "示例数据", "Sample data";
    sample_long = "课程和价格是示例数据，不是真的开班信息。", "Courses and prices are sample data, made up for demonstration.";
    fee_unknown = "考试费不详，没有算进去。", "Assessment fees are not known and not included.";
    subsidy_none = "没有可领的", "None to claim";
    subsidy_no_rule = "没有收录规则，以 12333 为准", "No rule in hand; ask 12333";
    subsidy_today = "按今天的规则，届时可能不同；没有算进合计", "By today's rules; they may be others by then. Not in the total";
    subsidy_open(n: usize) = "还要看 {n} 个回答", "Depends on {n} open answers";

    total = "合计", "In all";
    total_time = "总时间", "Time";
    total_price = "课程费", "Course fees";
    total_price_some = "课程费（有的一级没有课程，合计不全）", "Course fees (some levels have no course: not complete)";
    total_subsidy = "能领的补贴（只算到规则核对的日子）", "Subsidies (only as far as the rules are checked)";
    total_left = "最多自己付", "You pay at most";
    total_none = "不详", "Not known";

    what_if = "怎样能提前", "What would bring it nearer";
    what_if_sooner(text: &str, day: String, sooner: String) = "若{text}，可提前到 {day}（早 {sooner}）", "If: {text}. Then from {day}, {sooner} sooner";
    what_if_new(text: &str, day: String) = "若{text}，{day}可以考", "If: {text}. Then from {day}";
    assumptions = "这样算的前提", "What this takes for granted";
    works_from(day: String) = "从 {day}起一直从事这个或相关职业，不中断。", "You work in this trade or a related one from {day} on without a break.";
    sat_at_once = "每一级都在能考的第一天考、考过就拿到证书。考试等待时间不详，以 12333/考试机构为准。", "Each level is sat, and its certificate issued, on the first possible day. Waiting times for assessments are not known: ask 12333 or the assessment body.";
    full_years = "只知道满几年、不知道哪一天的，按最晚的日子算；所以有“最早”和“最晚”两个日子。", "Where full years are known and not the day, the latest possible day is taken; hence an earliest day and a sure one.";
    rules_stay(day: String) = "条件和补贴只核对到 {day}；之后的日子按现在的条件推算，届时可能不同。", "Conditions and subsidies are checked up to {day}. Later days assume today's conditions and may differ.";
    subsidy_assumes = "补贴是这样假设的", "The subsidies assume";
    defaults = "用的是默认条件。您的职业有自己的国家职业标准的，按那个标准；考核机构也可以另定条件。", "These are the default conditions. If your trade has its own national standard, that applies; an assessment body may set other conditions too.";
    other_years(year: u16) = "这个职业的标准是{year}年版，要求的年数和这里的默认条件不同：下面的日子不是按那个标准算的，请以标准原文和考核机构为准。", "This occupation's standard is of {year} and asks for other numbers of years than the default conditions here. The days below are not those of the standard: ask the assessment body.";

    held = "您已有这一级或更高的证书", "You already hold this level or a higher one";
    held_text = "可以选更高的等级，或者换一个职业。", "Choose a higher level, or another occupation.";
    no_standard = "没有收录这个职业分等级的标准", "No standard with levels in hand for this occupation";
    no_standard_text = "不知道它有哪几级、怎么考，所以不推算。请以 12333 或考核机构为准。", "We do not know its levels or how they are sat, and we do not guess. Ask 12333 or an assessment body.";
    not_offered = "这个职业的标准里没有这一级", "This occupation's standards have no such level";
    not_offered_text = "请在上面选它有的等级。", "Choose one of its levels above.";
    no_way = "照现在的回答，只靠时间走不到这一级", "With your answers, time alone does not lead to this level";
    no_way_open = "还没回答的问题可能打开一条路。请先回答：", "Questions that are still open may open a way. Answer these first:";
    no_way_closed = "问题都答完了，没有一条条件能满足。可以看下面怎样能做到，也可以问 12333 或考核机构。", "All questions are answered and none of the conditions can be met. See below what would change that, or ask 12333 or an assessment body.";
    no_plan = "现在算不出来。请重新载入页面，或者问 12333。", "This cannot be worked out now. Load the page again, or ask 12333.";

    print_goal(name: &str, level: String) = "{name}，目标：{level}", "{name}, to {level}";
    print_disclaimer = "推算供参考，不是报考资格的审核结果；以考核机构和 12333 为准。", "A guide only, not a decision that you may sit; the assessment body and 12333 decide.";
    see_pathway = "看到更高一级要多久", "How long to a higher level?";
    begin = "先选一个职业", "Choose an occupation first";
}

/// `7 年 1 个月`, `不到 1 个月`.
pub fn months(lang: Lang, months: i64) -> String {
    let (years, rest) = (months / 12, months % 12);
    let plural = |n: i64| if n == 1 { "" } else { "s" };
    match (lang, years, rest) {
        (Lang::Zh, 0, 0) => "不到 1 个月".to_owned(),
        (Lang::Zh, 0, m) => format!("{m} 个月"),
        (Lang::Zh, y, 0) => format!("{y} 年"),
        (Lang::Zh, y, m) => format!("{y} 年 {m} 个月"),
        (Lang::En, 0, 0) => "less than a month".to_owned(),
        (Lang::En, 0, m) => format!("{m} month{}", plural(m)),
        (Lang::En, y, 0) => format!("{y} year{}", plural(y)),
        (Lang::En, y, m) => format!("{y} year{} {m} month{}", plural(y), plural(m)),
    }
}
