//! Words of the frame around all pages: header, footer, notices, loading, faults.

use super::texts;
use crate::lang::Lang;

texts! {
    site = "八柱", "Bazhu";
    tagline = "职业技能补贴自助测算", "Skills subsidies, worked out for you";
    promise = "回答几个问题，看看您能领哪些技能补贴、能领多少、什么时候截止。", "Answer a few questions to see which skills subsidies you may claim, how much, and by when.";
    private = "答案只留在您的设备上，不上传。", "Your answers stay on your device and are not sent.";
    skip_to_content = "跳到正文", "Skip to main content";
    menu = "菜单", "Menu";
    main_menu = "主菜单", "Main menu";
    main_pages = "主要页面", "Main pages";
    nav_check = "测算", "Check";
    nav_programmes = "补贴目录", "Programmes";
    nav_levels = "我能考几级", "Levels";
    nav_courses = "课程", "Courses";
    nav_occupations = "职业", "Occupations";
    nav_pathways = "成长路径", "Pathways";
    nav_institutions = "院校与网点", "Colleges and offices";
    nav_loan = "创业贷款", "Start-up loan";
    nav_result = "我的结果", "My result";
    nav_malan = "马兰花创业", "Start-up guide";
    nav_employers = "批量测算", "Check your staff";
    nav_shortage = "紧缺职业", "Shortage list";
    nav_honours = "荣誉榜", "Honours";
    nav_pillars = "八柱政策", "The eight pillars";
    nav_whats_new = "最近更新", "What is new";
    nav_about = "关于本站", "About this site";
    privacy = "隐私", "Privacy";
    group_claim = "查补贴", "Claim";
    group_learn = "学技能", "Learn";
    group_start = "创业", "Start up";
    group_employ = "用人单位", "Employers";
    group_honour = "荣誉与政策", "Honours and policy";
    to_elder = "长辈版", "Large text";
    to_elder_label = "长辈版：字大，一屏一件事", "Large text, one thing at a time";
    to_standard = "标准版", "Standard";
    to_standard_label = "标准版：换回来", "Standard: switch back";
    in_reach = "随时可以问", "Help, always in reach";
    call = "打 12333", "Call 12333";
    /// Said in the other language, as the switch leads there.
    other_language = "English", "中文";
    other_language_label = "English: switch to English", "中文：切换到中文";
    to_dark = "换成深色", "Use dark colours";
    to_light = "换成浅色", "Use light colours";
    hotline_call = "打 12333 咨询", "Call 12333";
    hotline_note = "人力资源社会保障服务热线", "Human resources and social security hotline";
    plain_texts = "政策文字版", "Plain text of all programmes";
    disclaimer = "测算结果供参考，以经办机构审核为准。", "The result is a guide. The office that handles your claim decides.";
    as_of(day: String) = "资料核对至 {day}", "Checked on {day}";
    pack_version(version: &str, hash: &str) = "规则版本 {version}（{hash}）", "Rules version {version} ({hash})";

    way_work = "工作", "Work";
    way_work_note = "在职、灵活就业、待业，拿了证书能领多少", "Employed, flexible or out of work: what a certificate brings";
    way_study = "学习", "Study";
    way_study_note = "毕业学年学生、职校学生能领什么", "What students in their final year may claim";
    way_startup = "创业", "Start up";
    way_startup_note = "一次性补贴、场地费、创业担保贷款", "Start-up grants, rent, guaranteed loans";
    way_employer = "用人单位", "Employer";
    scope_all = "全部", "All";

    loading_rules = "正在取规则数据…", "Fetching the rules…";
    loading_waits = "网络有点慢，还在等规则数据（约 30 KB）。最多再等几秒。", "The network is slow. Still waiting for the rules (about 30 kB), a few seconds at most.";
    failed_title = "规则数据没有取到", "The rules could not be fetched";
    failed_network = "网络断开了。请检查网络后再试。", "There is no connection. Check your network and try again.";
    failed_timeout = "等了 15 秒还没有收到。请换个网络再试。", "Nothing came within 15 seconds. Try again or use another network.";
    failed_status(status: u16) = "服务器没有给出规则数据（{status}）。请稍后再试。", "The server did not give the rules ({status}). Try again later.";
    failed_newer = "网站刚更新过，请重新载入页面。", "The site was just updated. Load this page again.";
    failed_damaged = "收到的规则数据不完整，没有使用。请再试一次。", "The rules arrived damaged and were not used. Try again.";
    page_failed_title = "这一页没有取到", "This page could not be fetched";
    page_failed = "网络断开了，或者网站刚更新过。请再试一次，或重新载入。您的答案都在。", "There is no connection, or the site was just updated. Try again or load the page again. Your answers are kept.";
    try_again = "再试一次", "Try again";
    reload = "重新载入", "Load again";
    other_ways = "也可以：", "You can also:";

    missing_title = "没有这个页面", "There is no such page";
    missing_text = "网址可能写错了，或者页面已经移走。", "The address may be wrong, or the page has moved.";
    to_home = "回首页", "Go to the home page";
    to_check = "开始测算", "Start the check";

    notice_title = "请注意", "Please note";
    close = "知道了", "Got it";
    storage_blocked = "浏览器不允许保存，答案只留到您关闭本页为止。", "Your browser does not let us keep anything. Your answers last until you close this page.";
    dropped(list: String) = "规则更新后，以下回答不再适用，已去掉：{list}。其余回答都在。", "The rules have changed. These answers no longer apply and were removed: {list}. All others are kept.";
    opened = "已打开链接里的情况。", "The situation in the link has been opened.";
    opened_beside = "已打开链接里的情况，另存为一份；您原来的回答没有改动，可以在“我的回答”里切换。", "The situation in the link has been opened beside yours. Your own answers are unchanged; switch under “My answers”.";
    opened_other_pack = "这个链接是用另一个版本的规则做的，下面按现在的规则重新计算，结果可能不同。", "This link was made with another version of the rules. What you see is worked out with today's rules and may differ.";
    full = "这台设备上的情况已经满了，没有打开链接里的情况。请先删掉一份。", "This device holds as many situations as it can, so the link's was not opened. Delete one first.";
    shared_name = "链接里的情况", "From a link";

    out_of_date(day: String) = "现有规则只核对到 {day}，之后的日期不显示金额。请以 12333 为准。", "The rules are checked up to {day}. No amounts are shown for later dates. Ask 12333.";
}

/// `3 项`, `1 programme`, `3 programmes`.
pub fn programmes(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("{n} 项"),
        (Lang::En, 1) => "1 programme".to_owned(),
        (Lang::En, n) => format!("{n} programmes"),
    }
}

/// `还有 38 天`, `38 days left`.
pub fn days_left(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (Lang::Zh, 0) => "今天是最后一天".to_owned(),
        (Lang::Zh, n) => format!("还有 {n} 天"),
        (Lang::En, 0) => "today is the last day".to_owned(),
        (Lang::En, 1) => "1 day left".to_owned(),
        (Lang::En, n) => format!("{n} days left"),
    }
}
