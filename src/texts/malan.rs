//! Words of `/malan`: which course, the road map. Those about money are in [`super::malan_money`].

use super::texts;
use crate::lang::Lang;

texts! {
    title = "马兰花创业指南", "Start-up guide (Malan Flower)";
    lead = "从想法到扩大：现在上哪门课，先办什么、后办什么，哪天截止，两年的钱够不够。", "From an idea to a growing firm: which course now, what to do in which order, by when, and whether the money lasts two years.";
    kept = "填的都只留在这台设备上，不上传。", "What you enter stays on this device. Nothing is sent.";
    parts = "本页内容", "On this page";
    to_courses = "选课", "Courses";
    to_road = "路线图", "Road map";
    to_money = "补贴和贷款", "Subsidies and loans";
    to_cash = "两年的钱", "Two years of cash";

    courses = "现在上哪门课", "Which course now";
    courses_help = "六门课，各给不同阶段的人。答几个问题，看现在适合哪门。", "Six courses, each for its own stage. Answer a few questions to see which fits now.";
    flower(fits: String) = "六门课的马兰花，一瓣一门。现在适合：{fits}。", "A Malan Flower of six courses, one to a petal. Fits now: {fits}.";
    flower_none = "六门课的马兰花，一瓣一门。还没有适合的，或者还没有回答。", "A Malan Flower of six courses, one to a petal. None fits yet, or nothing is answered.";
    fits_now = "现在适合", "Fits now";
    fits_open = "还要看回答", "Depends on open answers";
    fits_not = "现在不合适", "Not now";
    fits_unknown = "以 12333 为准", "Ask 12333";
    key_fits = "现在适合", "fits now";
    key_open = "还要看回答", "open";
    key_not = "现在不合适", "not now";
    none_fits = "照现在的回答，没有一门正好合适。看看下面每门课差在哪里，也可以问 12333。", "With your answers no course fits exactly. See below what each one asks for, or call 12333.";
    all_done = "问完了。", "That is all we need to ask.";
    skipped_note = "跳过的问题还会影响结果，可以在下面补答。", "The questions you skipped can still change the result. Answer them below.";
    your_answers = "我的回答", "My answers";
    from_date = "按登记日算出", "from the day of registration";
    reasons = "为什么", "Why";
    after_this = "接下来可以上", "After this";
    after_this_none = "六门课里没有更后面的了。", "None of the six comes after it.";
    others = "另外几门课", "The other courses";
    figures = "课时", "Class hours";
    from_elsewhere = "外地，不是上海", "from elsewhere, not Shanghai";
    group_yes = "您属于马兰花计划点名的人群。", "You belong to a group that the Malan Flower plan names.";
    group_no = "您不在马兰花计划点名的人群里。能不能参加，以 12333 为准。", "The Malan Flower plan does not name your group. Ask 12333 whether you can join.";
    enrol = "在哪里报名、要不要交费、带什么材料，以 12333 为准。", "Ask 12333 where to enrol, what it costs and which papers to bring.";
    skill_courses = "看技能课程", "See skills courses";

    road = "创业路线图", "The road map";
    road_help = "一步一步来。先后次序和期限都从规则算出。做完一步，打个勾。", "Step by step. The order and the deadlines follow from the rules. Tick what is done.";
    dates = "填上日子，算出期限", "Enter your days to see deadlines";
    dates_help = "不填也能看路线图，只是没有日期。", "You can use the road map without them, but it has no dates then.";
    date_none = "没有填", "Not entered";
    date_planned = "打算", "planned";
    date_fill = "填写", "Enter";
    date_change = "修改", "Change";
    date_set = "按这一天算", "Use this day";
    date_drop = "去掉这一天", "Remove this day";
    done_of(done: usize, all: usize) = "做完 {done} 步，一共 {all} 步", "{done} of {all} steps done";
    stage_done(done: usize, all: usize) = "{done}/{all} 步", "{done} of {all}";
    next_now = "现在可以办", "What you can do now";
    next_ends = "最近的期限", "Next deadlines";
    optional = "看需要", "If you need it";
    by_date = "日子到了，算做完", "Done: the day has come";
    first_do(list: String) = "先做完：{list}", "First: {list}";
    from_day(day: String) = "最早 {day}", "From {day}";
    from_day_open(day: String) = "不早于 {day}，还有日子没填", "Not before {day}; a day is still to be entered";
    until_day = "最后一天", "Last day";
    until_for(title: &str) = "，才赶得上“{title}”", ", in time for “{title}”";
    over(day: String) = "{day}已经过了期限。还能不能办，问 12333。", "The time ended on {day}. Ask 12333 whether anything can still be done.";
    too_late(from: String, until: String) = "赶不上了：最早 {from}才满足条件，可是 {until}就截止。打 12333 问问。", "There is not enough time: the conditions hold from {from} at the earliest, but the last day is {until}. Call 12333.";
    wait_months(months: i64) = "满 {months} 个月", "{months} full months";
    window_months(months: u16) = "登记之日起 {months} 个月内", "within {months} months of registration";
    needs_date(label: &str) = "填了“{label}”的日子，就知道是哪一天。", "Enter the day for “{label}” to see when.";
    counts_for = "为了", "For";
    take = "上课", "Courses";
    more = "要多久、带什么、去哪里、依据", "Time, papers, places, source";
    takes = "要多久", "How long";
    takes_unknown = "没有规定的数，以 12333 为准。", "No figure is known: ask 12333.";
    papers = "带什么", "What to bring";
    offices = "去哪里", "Where to go";
    ask_hotline = "以 12333 为准。", "Ask 12333.";
    rests_on = "依据", "Source";
    advice = "本指南的建议，没有文件依据。", "Advice of this guide; it rests on no document.";
    programme_page = "看这项规则", "Read this rule";
    page_check = "测算能领什么", "Check what you may claim";
    page_loan = "算贷款", "Work out a loan";
    page_courses = "看课程", "See courses";
    page_employers = "看用人单位的政策", "See support for employers";
    page_money = "算两年的钱", "Work out two years of cash";

    save_calendar = "存进日历（.ics）", "Save to my calendar (.ics)";
    save_help = "期限前 30 天、7 天和 1 天的早上 9 点提醒。改了日子要重新存一次。", "Reminds you at 9 in the morning 30, 7 and 1 days before. Save it again if a day changes.";
    save_none = "填上日子以后，这里可以把期限存进日历。", "Once days are entered, you can save the deadlines to your calendar here.";
    saved(count: String) = "已给出 {count}，请在日历里打开下载的文件。", "{count} saved. Open the downloaded file with your calendar.";
    save_failed = "浏览器不让保存文件。请换一个浏览器，或者把日期抄下来。", "Your browser does not let us save a file. Use another browser or write the days down.";
    event_until(title: &str) = "最后一天：{title}", "Last day: {title}";
    event_from(title: &str) = "可以办了：{title}", "You can now: {title}";
    event_note = "按您填的日子和手头的规则算出，以经办机构审核为准。咨询：12333。", "Worked out from your days and the rules in hand; the office decides. Questions: 12333.";
    print = "打印路线图", "Print the road map";
    print_col_task = "要做的事", "Task";
    print_col_when = "日子", "Days";
    print_col_note = "说明", "Notes";

    notes = "还要知道", "Good to know";
    sources = "依据", "Sources";
    see_also = "相关页面", "Related pages";
    see_loan = "贷款怎么还", "What a loan costs";
    see_check = "测算能领的补贴", "Check your subsidies";
    see_programmes = "全部补贴", "All programmes";
}

/// `3 个日期`, `1 date`.
pub fn days(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("{n} 个日期"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, n) => format!("{n} days"),
    }
}
