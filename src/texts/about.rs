//! Words of `/about`.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "关于本站", "About this site";
    lead = "八柱帮您看清技能补贴：能领什么、领多少、凭什么这么说、哪些还不知道。", "Bazhu shows what you may claim for a skill, how much, on which grounds, and what is not known.";
    contents = "这一页有", "On this page";

    what = "这是什么", "What this is";
    what_text = "这是一个自助查询和测算的网站，不是政府网站，也不受理申请。结果供参考，能不能领、领多少，以经办机构审核为准；政策咨询打 12333。", "This is a site for looking things up and working them out. It is not a government site and takes no applications. Results are a guide: the office that handles your claim decides. Ask 12333 about policy.";
    what_name = "名字来自上海技能人才工作的“四梁八柱”。", "Bazhu means eight pillars: it is named after the four beams and eight pillars of Shanghai's skills work.";
    see_pillars = "看四梁八柱", "See the eight pillars";

    sums = "金额怎么算出来", "How amounts are worked out";
    sums_text = "每一笔都用申请那一天有效的规则，把您的回答一条一条代进去，用精确的小数算；没有回答的，当作各种答案都可能，给出从最低到最高的范围。没有核实的数字不参与计算，没有规则的日期就说没有规则，不拿别的日期代替。", "Each amount uses the rule in force on the day of application, puts your answers into it one by one and reckons in exact decimals; what you have not answered counts as every possible answer, which gives a range from least to most. Figures that are not confirmed enter no amount, and a date without a rule is said to have none: no other date's rule takes its place.";

    evidence = "资料有多可靠", "How sure the sources are";
    evidence_lead = "每个数字旁边都写着这三种之一。", "One of these stands beside every figure.";
    official_means = "在发布机关自己的网页或文章里读到。", "Read on the issuing body's own page or in an article of its own.";
    press_means = "在报纸、通讯社或转载里读到。可以计算，以主管部门解释为准。", "Read in a newspaper, an agency copy or a re-publication. It may be computed with; the authority's reading decides.";
    unconfirmed_means = "知道有，但没有看到原文，或者不确定现在还有没有效。从不参与计算，只写出来并请您问 12333。", "Known of, but the text was not seen, or it is not certain that it still holds. Never computed with: it is shown, and you are asked to call 12333.";

    unknown = "还不知道什么", "What is not known";
    unknown_lead(day: String) = "按 {day}核对。这些都没有猜。", "As of {day}. None of this is guessed.";
    unknown_general = "整体上不在手的", "Not in hand altogether";
    gap_list = "2024 年急需紧缺目录的全文（100 项）", "The text of the 2024 shortage catalogue (100 entries)";
    gap_apprentice = "上海自己的企业学徒补贴标准", "Shanghai's own amounts for enterprise apprentices";
    gap_malan = "上海马兰花创业培训的课时、班额和补贴标准", "The hours, class sizes and subsidies of the Malan Flower courses in Shanghai";
    gap_pay = "按职业的工资数字", "Pay by occupation";
    gap_courses = "真实的开课信息：课程是示例数据", "Courses that are really offered: the courses are sample data";
    by_programme = "各个项目里的", "Programme by programme";
    no_rule_today = "今天没有规则。", "No rule today.";
    only_guide = "只有说明，没有可以计算的规则。", "A guide only: there is no rule to compute with.";
    day_unconfirmed(day: String) = "{day}这一天待核实。", "The date {day} is not confirmed.";

    sources = "资料来源", "Where everything comes from";
    sources_rules(n: usize) = "规则的来源（{n}）", "Sources of the rules ({n})";
    sources_catalogue(n: usize) = "目录的来源（{n}）", "Sources of the catalogue ({n})";

    newest = "最近更新", "What is new";

    errors = "发现错误", "If something is wrong";
    errors_decision = "对经办机构的决定有疑问：打 12333，或者问受理您申请的窗口。", "About an office's decision on your claim: call 12333, or ask the counter that took it.";
    errors_site = "本站算错了、写错了：在结果下面点“不对”，写几句。意见先存在您的设备上，离开那一页后，如果本站收意见，就发送一次。", "If this site is wrong: choose “Wrong” under the result and say why. Your remark is kept on your device and sent once when you leave that page, if this site takes remarks.";
    errors_nobody = "本站没有公布邮箱和电话，以后有了写在这里。", "This site has no mail address or telephone number of its own yet. When it has, it will stand here.";

    elsewhere = "放进您的网站", "On your own site";
    elsewhere_text = "您有网站，可以放上八柱的小工具：补贴测算、考级、课程、马兰花创业、荣誉、贷款。不用登记，访客的回答不传给任何人。", "If you run a site, you may put a widget of Bazhu on it: what may be claimed, levels, courses, the start-up course, honours, the loan. There is nothing to sign up for, and visitors' answers go to nobody.";
    elsewhere_lines = "选小工具，复制代码", "Choose a widget and copy the lines";
    elsewhere_check = "查一查会不会被挡住", "Check whether your site would block it";

    access = "无障碍声明", "Accessibility statement";
    access_aim = "目标是符合 WCAG 2.2 AA。没有请第三方评估，所以不声称已经符合。", "We aim at WCAG 2.2 AA. Nobody else has assessed the site, so we do not claim that it conforms.";
    access_done = "怎么测的", "What was tested, and how";
    access_axe = "每一页、每种状态都用 axe-core 在 Chromium 里自动检查，浅色、深色各一遍。", "Every page and state is checked by axe-core in Chromium, in light and in dark.";
    access_size = "按 360 像素宽的手机测：不横向滚动，能点的都不小于 44 像素。", "Pages are tested at 360 pixels: no scrolling sideways, nothing to tap below 44 pixels.";
    access_keys = "一部分流程在测试里只用键盘走；每页一个一级标题，换页时焦点到标题。", "Some ways are walked by keyboard alone in the tests; each page has one main heading, which takes the focus.";
    access_look = "可以加大字体、用深色、加强对比、减少动画；图表都有表格或文字。", "Larger type, dark colours, more contrast and less motion are respected; every drawing has a table or words beside it.";
    access_limits = "已知的不足", "Known limits";
    access_limit_reader = "没有用真实的读屏软件、真实手机和残障用户测过。", "It was not tested with real screen readers, on real phones, or by people with disabilities.";
    access_limit_names = "职业、机构、专业的名称只有中文；英文页面里标明是中文。", "Names of occupations, institutions and majors are Chinese only; English pages mark them as Chinese.";
    access_limit_script = "测算要用 JavaScript 和 WebAssembly；没有的，请看政策文字版。", "The calculator needs JavaScript and WebAssembly; without them there are the plain texts.";
    access_date(day: String) = "写于 {day}。", "Written on {day}.";

    privacy = "隐私", "Privacy";
    privacy_sent = "您的回答、查找的词和位置从不发给服务器；网站不用 cookie，没有统计脚本，也不向别的网站要东西。服务器只看到您打开了哪一页、取了哪个数据文件。", "Your answers, what you look for and where you are never go to a server. The site uses no cookies, no counting scripts, and asks nothing of other sites. The server sees only which page you opened and which file of data you fetched.";
    privacy_link = "分享链接里带着您的回答，放在 # 后面，服务器看不到；拿到链接的人看得到。", "A link that you share carries your answers behind the #, where no server sees them; whoever has the link does.";
    privacy_enquiry = "只有两样会发给本站的运营方。一是您在“请人回电”里写下、同意并点了发送的：加密存放，到期自动删除，您也可以自己删除。二是您对结果留下的意见：不附您的回答，离开那一页以前可以删除。", "Only two things go to those who run this site. What you write under “Ask for a call”, agree to and send: it is kept encrypted, deleted after a set time, and you can delete it yourself. And your remarks on results: without your answers, and until you leave that page you can delete them.";
    operator = "运营页", "Operator's page";
    privacy_files = "网站自己的文件也存一份在这台设备上，没有网络也能打开；里面没有您写的东西。", "A copy of the site's own files is kept on this device so that it opens without a network. Nothing of yours is in it.";
    privacy_kept = "只存在这台设备上的", "Kept on this device only";
    col_name = "存的名字", "Name";
    col_for = "用来做什么", "What it is for";
    col_now = "现在", "Now";
    there = "有", "kept";
    not_there = "没有", "nothing";
    kept_situations = "您的回答、申请日期和情况的名字", "Your answers, dates of application and the names of your situations";
    kept_compare = "正在比较的课程", "Courses that you compare";
    kept_malan = "创业指南的回答、日期、做完的步骤和现金表", "Your answers, dates, finished steps and cash view in the start-up guide";
    kept_outbox = "还没有发出的登记，和已发出的回执编号", "Requests that are not sent yet, and the receipts of those that were";
    kept_seen = "上次打开时的网站和规则版本，用来告诉您更新了", "The versions of the site and the rules at your last visit, to tell you of an update";
    kept_service = "本站收不收登记", "Whether this site takes requests";
    kept_lang = "您选的语言", "The language that you chose";
    kept_feedback = "您对结果留下、还没有发出的意见", "Your remarks on results that are not sent yet";
    kept_theme = "您选的浅色或深色", "Light or dark, as you chose";
    kept_elder = "您选的长辈版或标准版", "Elder mode or standard, as you chose";
    forget = "清除这台设备上的全部", "Clear everything on this device";
    forget_sure = "回答、比较的课程、意见、没有发出的登记、回执编号，还有语言、颜色、长辈版的选择都会删掉，不能恢复。", "Answers, courses to compare, remarks, requests that are not sent, receipts, and your choice of language, colours and elder mode will be deleted. This cannot be undone.";
    forget_yes = "确定清除", "Yes, clear everything";
    forget_no = "不清除", "No, keep it";
    forgotten = "已经全部清除。语言、颜色和长辈版下次打开时恢复原样。", "Everything has been cleared. Language, colours and elder mode are back to normal the next time you come.";

    versions = "版本和许可", "Versions and licence";
    version_site = "网站", "Site";
    version_rules = "规则", "Rules";
    version_checked = "资料核对至", "Checked on";
    version_until = "显示金额到", "Amounts shown up to";
    version_formats = "数据格式", "Formats of the data";
    formats(rules: u16, catalogue: u16, log: u16) = "规则 {rules}，目录 {catalogue}，更新记录 {log}", "rules {rules}, catalogue {catalogue}, change log {log}";
    licence = "程序和本站写的文字可按 MIT 或 Apache-2.0 使用，任选其一。法规、公告和目录的内容属于各自的发布者；各区中心点取自 Apache ECharts（Apache-2.0）。", "The program and the texts written for this site may be used under MIT or Apache-2.0, as you prefer. The content of rules, notices and catalogues belongs to those who issued them; the districts' points are from Apache ECharts (Apache-2.0).";
}

/// What is kept on the device under a name; `None` for a name that nobody described.
pub fn kept(lang: Lang, name: &str) -> Option<&'static str> {
    Some(match name {
        "bazhu.situations" => kept_situations(lang),
        "bazhu.compare" => kept_compare(lang),
        "bazhu.feedback" => kept_feedback(lang),
        "bazhu.malan" => kept_malan(lang),
        "bazhu.outbox" => kept_outbox(lang),
        "bazhu.seen" => kept_seen(lang),
        "bazhu.service" => kept_service(lang),
        "bazhu.lang" => kept_lang(lang),
        "bazhu.theme" => kept_theme(lang),
        "bazhu.elder" => kept_elder(lang),
        _ => return None,
    })
}
