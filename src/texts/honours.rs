//! Words of `/honours` and `/honours/:id`.

use super::texts;
use crate::lang::Lang;
use catalogue::model::{Award, Count, Honour, TradeGroup, TradeLink};

texts! {
    title = "荣誉", "Honours";
    lead = "上海的技能人才和他们的成绩。每一条都注明出处，没有在手的留空。", "Shanghai's skilled people and what they achieved. Every entry names its source; what is not in hand is left open.";
    stat_gold = "枚世界技能大赛金牌", "WorldSkills gold medals";
    stat_gold_of(first: &str, last: &str) = "上海选手，{first}至{last}", "won by Shanghai, {first} to {last}";
    stat_holders = "位中华技能大奖获得者", "holders of the China Skills Award";
    stat_holders_of(name: &str) = "截至{name}", "up to the {name}";
    stat_craftsmen = "位上海工匠", "Shanghai Craftsmen";
    stat_craftsmen_of(year: u16, n: u32) = "到{year}年，共{n}批", "by {year}, in {n} batches";

    csa = "中华技能大奖", "China Skills Award";
    nte = "全国技术能手", "National Technical Expert";
    ws = "世界技能大赛", "WorldSkills";
    nc = "全国技能大赛", "National skills competition";
    cs = "首席技师、技能大师工作室", "Chief technicians and skill-master studios";
    nc_title = "全国技能大赛", "national skills competition";
    cs_title = "首席技师、技能大师工作室", "chief technicians and skill-master studios";
    cs_short = "首席技师与工作室", "Chief technicians and studios";
    craftsman = "上海工匠", "Shanghai Craftsmen";

    gold = "金牌", "Gold medal";
    silver = "银牌", "Silver medal";
    bronze = "铜牌", "Bronze medal";
    medallion = "优胜奖", "Medallion for Excellence";
    competitor = "参赛", "Took part";
    chief = "首席技师", "Chief technician";
    leader = "技能大师工作室带头人", "Leader of a skill-master studio";
    topup = "技能大师工作室（追加资助）", "Skill-master studio, funded again";
    gold_short = "金", "Gold";
    silver_short = "银", "Silver";
    bronze_short = "铜", "Bronze";
    medallion_short = "优胜", "Medallion";

    name_unknown = "姓名待补", "Name not in hand";
    unconfirmed = "待核实", "Not confirmed";

    welding = "焊接", "Welding";
    machining = "车铣加工", "Machining";
    fitting = "钳工", "Fitting";
    metallurgy = "冶炼", "Metallurgy";
    electrical = "电气电子", "Electrical and electronics";
    shipbuilding = "船舶", "Shipbuilding";
    aerospace = "航天", "Aerospace";
    analysis = "分析检验", "Analysis";
    construction = "隧道市政", "Tunnels and civil works";
    printing = "印刷媒体", "Print media";
    floristry = "花艺", "Floristry";
    hospitality = "酒店餐饮", "Hospitality";
    logistics = "物流装卸", "Logistics";
    it = "信息网络", "IT and networks";
    care = "健康照护", "Health and care";
    beauty = "美发", "Hairdressing";
    automotive = "汽车", "Automotive";
    wood = "木工", "Wood";
    group_unknown = "工种未载", "Trade not stated";

    board = "荣誉榜", "The board";
    search = "找人、单位或工种", "Find a person, an employer or a trade";
    search_help = "例如：花艺、hangong、江南造船。汉字、拼音、首字母都可以", "In Chinese, pinyin or initials: hangong finds welders";
    clear = "清除", "Clear";
    by_honour = "按荣誉", "By honour";
    by_year = "按年份", "By year";
    by_group = "按工种类别", "By trade";
    all = "全部", "All";
    dots = "每一点是榜上的一个人。", "Each dot is one person on the board.";
    key_gold = "金牌、中华技能大奖", "gold medal or China Skills Award";
    key_silver = "银牌", "silver";
    key_bronze = "铜牌", "bronze";
    key_other = "其他荣誉", "other honours";
    key_ring = "参赛", "took part";
    no_year = "年份未载", "Year not stated";
    show_groups = "选工种类别", "Choose a trade";
    chosen_occupation = "职业：", "Occupation: ";
    clear_all = "看全部", "Show all";
    none_title = "没有找到", "Nothing found";
    none_text = "换个写法，或者去掉一个条件再找。", "Try another spelling, or drop a filter.";

    china_team = "中国队", "China";
    shanghai_team = "上海", "Shanghai";
    of_shanghai(what: String) = "上海 {what}", "from Shanghai {what}";
    from = "来源：", "Source: ";
    competitors(n: String) = "{n} 名选手", "{n} competitors";
    skills(n: u32) = "{n} 个项目", "{n} skills";
    countries(n: u32) = "{n} 个国家和地区", "{n} countries and regions";
    chiefs(n: u32) = "首席技师 {n} 名", "{n} chief technicians";
    studios(n: u32) = "技能大师工作室 {n} 家", "{n} skill-master studios";
    studios_new(n: u32) = "新建技能大师工作室 {n} 家", "{n} new skill-master studios";
    studios_topup(n: u32) = "追加资助 {n} 家", "{n} funded again";
    chief_grant(sum: String) = "首席技师每名 {sum}", "{sum} for each chief technician";
    studio_grant(sum: String) = "工作室每家 {sum}", "{sum} for each studio";
    named(n: u32) = "这一年命名 {n} 人", "{n} named in that year";
    batches(n: u32) = "到这一年共 {n} 批", "{n} batches up to that year";
    total(n: u32) = "累计 {n} 人", "{n} in all";
    cumulative(n: u32) = "上海累计 {n} 人", "{n} in Shanghai in all";
    albert_vidal = "阿尔伯特·维达奖", "Albert Vidal Award";
    missing(n: u32) = "还有 {n} 项成绩，姓名和项目没有在手。", "{n} more results: names and skills are not in hand.";
    none_listed = "手头没有名单，只有数字。", "Only figures are in hand, no list.";
    results_unknown = "选手成绩没有在手，待补", "results not in hand";
    words_comma = "、", ", ";
    partly = "名单不全。", "The list is not complete.";

    medals = "奖牌", "Medals";
    medals_ws = "世界技能大赛，上海选手", "WorldSkills, Shanghai's competitors";
    medals_ws_says(n: u32, first: &str, last: &str) = "{first}至{last}，上海选手共得金牌 {n} 枚。", "{first} to {last}: Shanghai's competitors won {n} gold medals.";
    medals_open(edition: &str) = "{edition}的成绩没有在手。", " The results of the {edition} are not in hand.";
    medals_nc = "全国技能大赛，上海代表队", "National skills competition, Shanghai's team";
    medals_nc_says = "两届的金、银、铜牌和优胜奖，条长按数量画。", "Gold, silver, bronze and medallions of two editions; bars to scale.";
    pending = "待补", "open";
    as_table = "以表格显示", "Show as a table";
    col_edition = "届次", "Edition";
    col_team = "哪支队伍", "Team";
    col_competitors = "选手", "Competitors";
    col_skills = "项目", "Skills";
    col_source = "来源", "Source";
    dash_note = "“—”：来源没有写。", "“—”: the source does not say.";

    path = "怎样走到这里", "How one gets here";
    both(one: &str, other: &str) = "{one}、{other}", "{one}, {other}";
    path_lead = "下面是手头的规定和报道写明的等级、资助、奖励和落户途径。怎样报名、选拔、推荐没有收录，以 12333 为准。", "Levels, funding, rewards and routes to settlement, as far as rules and reports in hand state them. How to enter, and how people are chosen, is not in hand: ask 12333.";
    road = "从学徒工到首席技师", "From apprentice to chief technician";
    road_note = "五级到一级要考；条件看“我能考几级”，要几年看“升级路线”。", "Levels 5 to 1 are sat. See which you can sit, and how many years it takes to go up.";
    to_levels = "我能考几级", "Which level can I sit?";
    to_pathways = "看升级路线", "See the pathway";
    reward_of(edition: &str) = "{edition}的奖励", "Rewards: {edition}";
    reward_gold = "金牌选手，每人", "Each gold medallist";
    reward_medallion = "优胜奖选手，每人", "Each medallion holder";
    reward_other = "其他选手，每人", "Each of the others";
    reward_later = "以后各届的奖励没有在手，以 12333 为准。", "The rewards of later editions are not in hand: ask 12333.";
    chief_each = "首席技师，每名", "Each chief technician";
    studio_each = "技能大师工作室，每家", "Each skill-master studio";
    grants_of(year: u16) = "{year}年的资助", "Funding in {year}";
    grants_of_place(year: u16, place: &str) = "{year}年{place}的资助", "Funding in {place}, {year}";
    settle_top = "获得这项荣誉，是引进落户的途径之一：", "This honour is one of the routes to settlement:";
    settle_prize = "二级（技师）证书加国家级或省级奖项，是引进落户的途径之一：", "A level 2 certificate with a national or provincial prize is one of the routes to settlement:";
    leads_studio = "获得者可以做技能大师工作室的带头人，这是资助条件之一：", "Holders may lead a skill-master studio, which is one of the conditions for its funding:";
    funded_by = "条件和资助：", "Conditions and funding:";

    rounds = "资助和命名的总数", "Rounds and totals";
    col_people = "人", "People";
    col_studios = "工作室", "Studios";
    named_and_total(named: String, total: String) = "{named}，累计 {total} 人", "{named}, {total} in all";
    new_and_again(new: u32, again: u32) = "新建 {new} 家，追加资助 {again} 家", "{new} new, {again} funded again";
    rounds_lead = "这些轮次只有总数，或只有部分名单在手。", "Of these rounds only totals, or a part of the list, are in hand.";

    sources = "资料和更正", "Sources and corrections";
    take_down = "名单来自公开报道。本人不愿显示，或发现有错，可以要求更正或撤下：", "The lists come from press reports. If you do not want to be shown, or found an error, ask for a correction or to be taken down:";
    take_down_link = "怎样联系", "How to reach us";

    back = "全部荣誉", "All honours";
    crumb = "所在位置", "Where you are";
    facts = "这项荣誉", "This honour";
    fact_honour = "荣誉", "Honour";
    fact_edition = "届次", "Edition";
    fact_award = "奖项", "Award";
    fact_year = "年份", "Year";
    fact_place = "地点", "Place";
    fact_trade = "工种或项目", "Trade or skill";
    fact_org = "单位或学校", "Employer or school";
    fact_team = "团队", "Team";
    fact_source = "来源", "Source";
    not_said = "来源没有写", "the source does not say";
    team_with = "与这位选手共同获得，是一项成绩：", "One result, won together with ";
    team_alone = "团队成绩", "a team's result";
    year_none(span: &str) = "年份未载（{span}）", "not stated ({span})";

    trade = "这个工种", "The trade";
    link_name = "与这个职业同名。", "It has the name of this occupation.";
    link_work_type = "是这个职业下面的工种。", "It is a work type of this occupation.";
    link_mapped = "名称不同，由本站按内容对应，仅供参考。", "The names differ: this site matched them by what they are about.";
    levels_none = "手头的标准没有写明等级，以 12333 为准。", "The standards in hand do not state levels. Ask 12333.";
    levels_of = "标准里的等级", "Levels in its standards";
    to_occupation = "看这个职业", "See the occupation";
    to_courses = "看课程", "See courses";
    no_occupation = "手头没有能确定对应的职业。", "No occupation surely matches it.";
    to_search = "在职业目录里找", "Search the occupations";
    no_trade = "来源没有写工种，所以没有对应的职业。", "The source does not state the trade, so there is no occupation to show.";
    same_trade = "同类工种的人", "Others in this trade";
    same_edition = "同一届的人", "Others of this edition";
    all_of_edition = "看这一届全部", "See all of this edition";

    gone_title = "这一条已经撤下", "This entry was taken down";
    gone_text = "它已从荣誉榜撤下，姓名和内容不再显示。", "It was taken off the board. Its name and content are no longer shown.";
    unknown_title = "没有这一条", "There is no such entry";
    unknown_text = "地址可能写错了。", "The address may be mistyped.";

    in_trade(n: usize) = "荣誉榜上有 {n} 位这一行的人", "{n} on the board of honours are of this trade";
}

/// `共 58 人`, `1 person`.
pub fn found(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("共 {n} 人"),
        (Lang::En, 1) => "1 person".to_owned(),
        (Lang::En, n) => format!("{n} people"),
    }
}

/// A kind of honour.
pub fn honour(lang: Lang, honour: Honour) -> &'static str {
    match honour {
        Honour::ChinaSkillsAward => csa(lang),
        Honour::NationalExpert => nte(lang),
        Honour::WorldSkills => ws(lang),
        Honour::NationalCompetition => nc(lang),
        Honour::ChiefOrStudio => cs(lang),
        Honour::ShanghaiCraftsman => craftsman(lang),
    }
}

/// A kind of honour on a button.
pub fn honour_short(lang: Lang, kind: Honour) -> &'static str {
    match kind {
        Honour::ChiefOrStudio => cs_short(lang),
        other => honour(lang, other),
    }
}

/// `第44届世界技能大赛`, `44th WorldSkills`; an edition without a year stands behind.
pub fn edition(lang: Lang, name: &str, kind: Honour, dated: bool) -> String {
    // Behind a number an English name that is no proper one begins with a small letter.
    let of = match kind {
        Honour::NationalCompetition => nc_title(lang),
        Honour::ChiefOrStudio => cs_title(lang),
        other => honour(lang, other),
    };
    match (lang, dated) {
        (Lang::Zh, true) => format!("{name}{of}"),
        (Lang::En, true) => format!("{name} {of}"),
        (Lang::Zh, false) => format!("{of}，{name}"),
        (Lang::En, false) => format!("{of}, {name}"),
    }
}

/// What somebody won.
pub fn award(lang: Lang, award: Award) -> &'static str {
    match award {
        Award::Gold => gold(lang),
        Award::Silver => silver(lang),
        Award::Bronze => bronze(lang),
        Award::Medallion => medallion(lang),
        Award::Competitor => competitor(lang),
        Award::ChiefTechnician => chief(lang),
        Award::StudioLeader => leader(lang),
        Award::StudioTopUp => topup(lang),
    }
}

/// A medal in a word; nothing for what is none.
pub fn medal_short(lang: Lang, measure: Count) -> &'static str {
    match measure {
        Count::Gold => gold_short(lang),
        Count::Silver => silver_short(lang),
        Count::Bronze => bronze_short(lang),
        Count::Medallion => medallion_short(lang),
        _ => "",
    }
}

/// A group of trades.
pub fn group(lang: Lang, group: TradeGroup) -> &'static str {
    match group {
        TradeGroup::Welding => welding(lang),
        TradeGroup::Machining => machining(lang),
        TradeGroup::Fitting => fitting(lang),
        TradeGroup::Metallurgy => metallurgy(lang),
        TradeGroup::Electrical => electrical(lang),
        TradeGroup::Shipbuilding => shipbuilding(lang),
        TradeGroup::Aerospace => aerospace(lang),
        TradeGroup::Analysis => analysis(lang),
        TradeGroup::Construction => construction(lang),
        TradeGroup::Printing => printing(lang),
        TradeGroup::Floristry => floristry(lang),
        TradeGroup::Hospitality => hospitality(lang),
        TradeGroup::Logistics => logistics(lang),
        TradeGroup::It => it(lang),
        TradeGroup::Care => care(lang),
        TradeGroup::Beauty => beauty(lang),
        TradeGroup::Automotive => automotive(lang),
        TradeGroup::Wood => wood(lang),
        TradeGroup::Unknown => group_unknown(lang),
    }
}

/// How a trade was joined to an occupation.
pub fn link(lang: Lang, link: TradeLink) -> &'static str {
    match link {
        TradeLink::Name => link_name(lang),
        TradeLink::WorkType => link_work_type(lang),
        TradeLink::Mapped => link_mapped(lang),
    }
}
