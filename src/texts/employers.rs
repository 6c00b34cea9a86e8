//! Words of `/employers`.

use super::texts;
use crate::lang::Lang;
use catalogue::model::{Funded, Statistic, Workers};
use staff::view::Why;

texts! {
    title = "用人单位", "Employers";
    lead = "给全体员工一次测算补贴，算学徒制的资金下限，看技能人才的工资水平，再看能向市里、区里申请什么。", "Work out grants for all your staff at once, the least an apprenticeship brings, what skilled workers earn, and what you can ask the city and your district for.";
    on_this_page = "这一页有", "On this page";

    batch = "给全体员工测算", "All your staff at once";
    batch_lead = "选一份员工名单，几秒钟就知道谁能领什么、领多少、什么时候截止、还缺什么信息。", "Choose a list of your staff. In a few seconds you see who may claim what, how much, by when, and which answers are missing.";
    private = "名单只在您的设备上计算，不上传。读名单的计算程序被浏览器禁止联网。", "The list is worked out on your own device and not uploaded. Your browser bars the calculator that reads it from the network.";

    step_what = "选项目和申请日期", "Choose programmes and the day";
    what_help = "勾选的项目才测算，模板里也只有它们要的列。", "Only what is ticked is worked out, and the template has only the columns that it needs.";
    day = "申请日期", "Day of application";
    other_day = "换个日期", "Another day";
    set_day = "按这天测算", "Use this day";
    today = "今天", "today";
    need_programme = "请至少勾选一项。", "Tick at least one.";

    step_template = "下载模板，填好名单", "Fill in the template";
    template_help = "一行一个人。已经有名单的，把表头改成模板里的名称就行，顺序随意，别的列不读取。不知道的格子留空：结果会是一个范围，不当作「否」。", "One person a row. If you have a list, rename its headers as in the template: their order does not matter, and other columns are not read. Leave a cell empty where you do not know: it gives a range and never counts as no.";
    template_xlsx = "下载 XLSX 模板", "Template as XLSX";
    template_csv = "下载 CSV 模板", "Template as CSV";
    making = "正在生成…", "Making the file…";
    forms = "能读哪些写法", "What can be read";
    forms_files = "CSV（UTF-8 或 GB18030）和 XLSX；工作簿读第一张有内容的表，公式取保存时的值。", "CSV (UTF-8 or GB18030) and XLSX. Of a workbook the first sheet with content is read; of a formula, the value that was saved.";
    forms_headers = "表头用中文、英文或题目编号都可以。", "Headers may be Chinese, English or the questions' ids.";
    forms_values = "是/否；模板里列出的词；数字；日期写成 2026-05-01、2026/5/1 或 2026年5月1日。", "Yes or no; the words that the template lists; numbers; days as 2026-05-01, 2026/5/1 or 2026年5月1日.";
    forms_example = "工号或姓名写「示例」的行不计入。", "A row whose number or name says “Example” is not counted.";
    forms_limits(people: String, megabytes: u32) = "最多 {people} 人、{megabytes} MB。", "At most {people} people and {megabytes} MB.";

    step_list = "选名单", "Choose the list";
    choose = "选 CSV 或 XLSX 文件", "Choose a CSV or XLSX file";
    drop_here = "也可以把文件拖到这里", "or drop the file here";

    fetching = "正在取计算程序…", "Fetching the calculator…";
    reading(name: &str) = "正在读「{name}」…", "Reading “{name}”…";
    computing(done: String, people: String) = "算好 {done} 人，共 {people} 人", "{done} of {people} people done";
    progress = "测算进度", "Progress";
    cancel = "取消", "Cancel";

    refused(name: &str) = "「{name}」没有测算", "“{name}” was not worked out";
    refused_help = "改好后再选一次。", "Mend it and choose it again.";
    too_large(megabytes: u32) = "文件超过 {megabytes} MB。请分成几份，或者去掉用不到的列。", "The file is larger than {megabytes} MB. Take it apart, or leave columns out that are not needed.";
    unreadable = "浏览器打不开这个文件：它可能被移走、改动过，或者正被别的程序占用。请关掉别的程序，再选一次。", "The browser cannot open this file: it may have been moved or changed, or another program holds it. Close the other program and choose it again.";
    no_worker = "这个浏览器不让后台计算程序运行。请换个浏览器，或者一个人一个人地测算。", "This browser does not let the calculator run. Use another one, or check one person at a time.";
    stopped = "计算程序停下了：文件可能太大或已损坏。请分成几份，或另存为 CSV 再试。", "The calculator stopped: the file may be too large or damaged. Take it apart, or save it as CSV, and try again.";
    not_fetched = "计算程序没有取到。请检查网络，再试一次。", "The calculator could not be fetched. Check your network and try again.";
    newer = "网站刚更新过。请刷新页面，再选一次文件。", "The site was just updated. Reload the page and choose the file again.";
    not_saved = "浏览器没有让文件保存下来。请换个浏览器再试。", "The browser did not let the file be saved. Try another browser.";
    one_by_one = "一个人测算", "Check one person";

    results_of(name: &str) = "「{name}」的结果", "Results of “{name}”";
    best_sum = "全体最优组合合计", "Best combinations of everybody";
    best_note = "每人取能一起领的项目里最多的组合，再相加。只算勾选的项目。", "For each person the combination that pays most, then all of them added up. Only the ticked programmes count.";
    people_done(people: String, paid: String) = "测算 {people} 人，其中 {paid} 人至少有一项确定可领", "{people} people worked out; {paid} of them surely get something";
    range_why = "是一个范围，因为有些格子空着；补上就会变窄。", "It is a range because some cells are empty. Fill them in and it narrows.";
    examples_out(n: u32) = "示例 {n} 行，没有计入。", "{n} example rows were not counted.";
    save_xlsx = "保存为 XLSX", "Save as XLSX";
    save_csv = "保存为 CSV", "Save as CSV";
    saved_note = "保存的文件里每人每项都有原因、截止日期和要补的信息。文件由您保管：里面有员工的信息。", "The saved file has reasons, last days and missing answers for everybody. It holds facts about your staff: look after it.";
    clear = "清除名单和结果", "Clear list and results";
    again = "按新的选择重新测算", "Work out again";
    another = "测算另一份名单", "Another list";
    nothing_computed = "没有可测算的项目", "Nothing could be worked out";

    bad_rows(n: String) = "{n} 行没有测算", "{n} rows were not worked out";
    bad_help = "改好这些行，再选一次文件。其余的人已经算好。", "Mend these rows and choose the file again. Everybody else is done.";
    bad_more(n: String) = "这里列出前 {n} 条；全部问题写在保存的 XLSX 里。", "The first {n} are listed here; all of them are in the XLSX that you save.";
    to_know = "读取时的说明", "Notes on reading";
    unread(names: String) = "没有读取的列：{names}", "Columns that were not read: {names}";
    left(title: &str, why: &str) = "没有测算「{title}」：{why}。", "{title} was not worked out: {why}.";

    by_programme = "逐项合计", "Programme by programme";
    count(n: String) = "{n} 人", "{n}";
    sum_of = "符合和可能符合的合计", "All who may claim, or perhaps may";
    in_best(n: String) = "计入 {n} 人的最优组合", "In {n} best combinations";
    col_programme = "项目", "Programme";
    col_sum = "金额合计", "Sum";
    col_best = "计入最优组合", "In best combinations";

    who = "逐人结果", "Person by person";
    search = "找人", "Find somebody";
    search_help = "姓名或工号的一部分", "Part of a name or number";
    filter_programme = "项目", "Programme";
    any_programme = "任何项目", "Any";
    filter_standing = "结果", "Result";
    any_standing = "全部", "All";
    filter_within = "截止在几天内", "Last day within";
    within_help = "只看还能申请的；留空不限。", "Only what can still be claimed; leave empty for any.";
    need_days = "请填 1 到 3650 之间的整数，或留空。", "Enter a whole number from 1 to 3650, or leave it empty.";
    nobody = "没有符合筛选条件的人。", "Nobody passes these filters.";
    line_no(n: u32) = "第 {n} 行", "Row {n}";
    best_of = "最优组合", "Best combination";
    due_now(sum: String) = "现在可领 {sum}", "{sum} due now";
    apply_by(day: String, left: String) = "{day}截止，{left}", "Apply by {day}, {left}";
    passed(day: String) = "{day}已截止", "Ended on {day}";
    reasons = "不满足：", "Not met:";
    unclear = "还不清楚：", "Not clear yet:";
    missing = "还缺：", "Missing:";
    no_way = "几条途径一条也不满足", "None of the ways holds";
    levels_open(levels: String) = "现在可考：{levels} 级", "Open now: level {levels}";
    left_out(title: &str) = "和「{title}」只能领一项，没有计入最优组合", "Only one of this and “{title}” is paid; not in the best combination";
    left_out_cap = "共同的上限已用完，没有计入最优组合", "A shared limit is used up; not in the best combination";
    more(step: u32, left: u32) = "再看 {step} 人（还有 {left} 人）", "Show {step} more ({left} left)";

    apprentices = "企业新型学徒制", "The new enterprise apprenticeship";
    apprentices_lead = "填计划，看全国下限是多少。上海本市标准不在手，以 12333 为准。", "Enter your plan to see the national floor. Shanghai's own amounts are not in hand: ask 12333.";
    group_no(n: usize) = "第 {n} 批", "Group {n}";
    add_group = "再加一批", "Add a group";
    remove_group(n: usize) = "去掉第 {n} 批", "Remove group {n}";
    apprentice_count = "人数", "How many";
    term_years = "培养几年", "Years of training";
    contract_years = "劳动合同几年", "Years of contract";
    target_level = "培养到几级", "Target level";
    apprentice_kind = "学徒是谁", "Who they are";
    people = "人", "people";
    years = "年", "years";
    need_count(max: String) = "请填 1 到 {max} 之间的整数", "Enter a whole number from 1 to {max}";
    level_of(level: u8) = "{level} 级", "Level {level}";
    floor_total = "全国下限合计", "National floor, in all";
    floor_note = "全国下限，不是本市标准；本市标准以 12333 为准。", "The national floor, not Shanghai's own amount. Ask 12333 for that.";
    floor_sum(count: String, years: String, each: String, sum: String) = "{count} × {years} × {each} = {sum}", "{count} × {years} × {each} = {sum}";
    not_counted = "没有计入：", "Not counted:";
    by_level = "按目标等级", "By target level";
    by_kind = "按学徒来源", "By kind of apprentice";
    col_people = "人数", "People";
    fill_plan = "填好人数、年限等，就算出下限。", "Fill in the numbers to see the floor.";
    rule = "看规定", "See the rule";

    pay = "技能人才的工资", "What skilled workers earn";
    pay_lead(year: u16) = "{year} 年的数字。看看自己给的工资处在什么位置，再想想怎样用工资和津贴留住技能人才。", "Figures of {year}. See where your own pay stands, and think about how pay and allowances keep skilled people.";
    pay_is_not = "这些是公布的市场数字，不是规定：企业必须付多少，这里没有说。行业和岗位不同，差别很大。", "These are published market figures, not a rule: they do not say what a firm must pay. Industries and posts differ a great deal.";
    pay_figures(year: u16) = "{year} 年公布的数字", "Figures published for {year}";
    pay_unit = "元/年，从零起画", "Yuan a year, drawn from zero";
    growth(percent: String) = "比上年 +{percent}%", "+{percent}% on the year before";
    col_figure = "数字", "Figure";
    col_growth = "比上年", "On the year before";
    col_year = "年份", "Year";
    pay_ideas = "可以想想的做法", "Ideas";
    idea_compare = "把自己的技能岗位按等级排开，和上面同类的数字比一比：低于平均，还是接近高位？", "Lay out your skilled posts by level and compare like with like above: below the average, or near the upper figures?";
    idea_allowances = "设技能津贴、班组长津贴、带徒津贴。名目见《职业》2024年第9期上海市人社局的文章；给多少由企业自己定，文章没有写标准。", "Pay allowances for skills, for team leaders and for training apprentices. The article of the Shanghai bureau in Zhiye 9/2024 names them; how much is for the firm to decide, it gives no amounts.";
    idea_ladder = "让每升一级都看得见：证书、考级条件、升级路径本站都能查。", "Make each step up visible: certificates, conditions for sitting a level and pathways can be looked up here.";
    to_levels = "我能考几级", "Which level can I sit?";
    to_pathways = "成长路径", "Pathways";

    funding = "能向市里申请的资助", "Funding from the city";
    funding_lead = "只作指引：怎样评选、现在有没有批次，以 12333 为准。", "A guide only: ask 12333 how firms are chosen and whether a round is open.";
    employer_side = "单位这边要做的", "What the employer does";

    district = "小微企业能向区里要什么", "What a small firm can ask its district for";
    district_lead = "只写公开资料里有的；没有写到的，打 12333 问。", "Only what public sources say. For anything else, ask 12333.";
    platform = "小微企业职工培训公共服务平台", "The public platform for training the staff of small firms";
    platform_text = "市人社局的文章写到它；怎样用、在哪里报名，文章没有写，以 12333 为准。", "The bureau's article names it. How to use it and where to enrol it does not say: ask 12333.";
    visits = "进厂区、进园区、进社区的就业服务，市、区、街镇三级都有。", "Employment services in factories, business parks and neighbourhoods, of the city, the districts and the streets.";
    article = "《职业》2024年第9期", "Zhiye 9/2024";
    rounds = "区里的资助", "A district's own funding";
    round_text(district: &str, year: u16, count: String, what: &str, each: String) = "{district} {year} 年：{what} {count} 个，每个 {each}", "{district}, {year}: {count} {what}, {each} each";
    rounds_only = "别的区、别的年份没有收录，以 12333 为准。", "Other districts and years are not in hand: ask 12333.";
    offices = "各区就业促进中心", "The districts' service points";
    offices_text = "到所在区的中心问，地址见：", "Ask at the centre of your district. Addresses:";

    to_employers = "用人单位：算学徒制下限", "Employers: work out the floor";
    for_staff = "用人单位给全体员工测算", "Employers: all your staff at once";
}

/// Why a programme was not computed.
pub fn why(lang: Lang, why: Why) -> &'static str {
    match (why, lang) {
        (Why::NoRule, Lang::Zh) => "这一天没有规则",
        (Why::NoRule, Lang::En) => "no rule for this day",
        (Why::NoColumn, Lang::Zh) => "名单里没有与它有关的回答",
        (Why::NoColumn, Lang::En) => "the list has no answer about it",
        (Why::NotAsked, Lang::Zh) => "名单里有它的列，但没有勾选它",
        (Why::NotAsked, Lang::En) => "the list has columns about it, but it is not ticked",
    }
}

/// Whose pay.
pub fn workers(lang: Lang, workers: Workers) -> &'static str {
    match (workers, lang) {
        (Workers::Skilled, Lang::Zh) => "技能人才",
        (Workers::Skilled, Lang::En) => "Skilled workers",
        (Workers::HighlySkilled, Lang::Zh) => "高技能人才",
        (Workers::HighlySkilled, Lang::En) => "Highly skilled workers",
        (Workers::SeniorTechnician, Lang::Zh) => "高级技师",
        (Workers::SeniorTechnician, Lang::En) => "Senior technicians",
    }
}

/// What sort of figure.
pub fn statistic(lang: Lang, statistic: Statistic) -> &'static str {
    match (statistic, lang) {
        (Statistic::Average, Lang::Zh) => "平均工资",
        (Statistic::Average, Lang::En) => "Average pay",
        (Statistic::Median, Lang::Zh) => "中位数最高的三个行业",
        (Statistic::Median, Lang::En) => "The three industries with the highest median",
        (Statistic::Upper, Lang::Zh) => "高位数",
        (Statistic::Upper, Lang::En) => "Upper figures",
    }
}

/// What a round pays for.
pub fn funded(lang: Lang, funded: Funded) -> &'static str {
    match (funded, lang) {
        (Funded::ChiefTechnician, Lang::Zh) => "首席技师",
        (Funded::ChiefTechnician, Lang::En) => "chief technicians",
        (Funded::MasterStudio, Lang::Zh) => "技能大师工作室",
        (Funded::MasterStudio, Lang::En) => "skill-master studios",
    }
}
