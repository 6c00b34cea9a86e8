//! Words of `/pillars`.

use super::texts;
use crate::lang::Lang;
use catalogue::model::Service;

texts! {
    title = "四梁八柱：上海技能人才工作", "Four beams, eight pillars: skills work in Shanghai";
    lead = "上海把技能人才工作概括为四项任务、八项措施，像一座房子的四根横梁、八根柱子。这里逐项说清楚做什么、有哪些数字，再带您到本站能用的地方。", "Shanghai sums up its skills work as four tasks and eight measures: the four beams and eight pillars of a house. Here is what each consists of, its figures, and where on this site you can use it.";
    drawing = "一座房子看懂", "The whole house";
    drawing_help = "四根横梁是四项任务，八根柱子是八项措施。点一根柱子，看它做什么。", "The four beams are the tasks, the eight pillars the measures. Choose a pillar to see what it does.";
    drawing_label = "四根横梁、八根柱子的房子：横梁是四项任务，柱子是八项措施的链接", "A house of four beams and eight pillars: the beams are the tasks, the pillars link to the measures";
    plaque = "四梁八柱", "4 beams · 8 pillars";
    nth(n: usize) = "第 {n} 柱", "Pillar {n}";
    what = "做什么", "What it consists of";
    figures = "有哪些数字", "Its figures";
    no_figures = "文章没有给出这一项的数字。", "The article gives no figures for this one.";
    services = "在本站怎么用", "Where you can use it here";
    note = "本站说明", "From this site";
    dot_one(unit: &str) = "一个点是 1 {unit}", "Each dot stands for one of the {unit}";
    dot_many(per: String, unit: &str) = "一个点是 {per} {unit}", "Each dot stands for {per} {unit}";
    disc_one(unit: &str) = "一个圆是 1 {unit}", "Each disc stands for one of the {unit}";
    about(figure: String) = "约 {figure}", "about {figure}";
    at_least(figure: String) = "{figure}以上", "more than {figure}";
    as_of(day: String) = "截至 {day}", "On {day}";
    in_year(year: u16) = "{year} 年", "{year}";
    in_years(from: u16, until: u16) = "{from} 至 {until} 年", "{from} to {until}";
    undated = "文章没有注明时点", "The article names no date";
    col_what = "内容", "What";
    col_figure = "数字", "Figure";
    col_when = "时点", "When";
    sources = "出处", "Source";
    back_to_drawing = "回到房子", "Back to the house";
    from_zero(unit: &str) = "横轴从 0 起，单位：{unit}", "The axis begins at 0; in {unit}";

    go_shortage = "查紧缺目录", "See the shortage list";
    go_shortage_note = "38 项旧目录，每项连到职业", "38 entries of the old list, each with its occupation";
    go_occupations = "查职业", "Look up an occupation";
    go_occupations_note = "1,616 个职业，各级考什么", "1,616 occupations and what each level tests";
    go_institutions = "找院校与网点", "Find colleges and offices";
    go_institutions_note = "技师学院、各区就业促进中心", "Technician colleges, district centres";
    go_courses = "找课程", "Find a course";
    go_courses_note = "补贴后自己付多少（示例课程）", "What you pay after the subsidy (sample courses)";
    go_apprenticeship = "企业新型学徒制", "The new enterprise apprenticeship";
    go_apprenticeship_note = "条件、期限、全国下限", "Conditions, length, the national floor";
    go_malan = "马兰花创业指南", "Malan Flower start-up guide";
    go_malan_note = "选课程、排步骤、算资金", "Courses, steps, money";
    go_levels = "我能考几级", "Which level can I sit?";
    go_levels_note = "现在能考的，下一级还差什么", "What is open now, and what the next one needs";
    go_competitions = "看竞赛成绩", "See competition results";
    go_competitions_note = "全国技能大赛、世界技能大赛", "National and WorldSkills competitions";
    go_service_points = "离我近的服务网点", "Service points near me";
    go_service_points_note = "各区就业促进中心地址", "Addresses of the district centres";
    go_enterprise = "单位批量测算", "Check a whole firm";
    go_enterprise_note = "名单不离开电脑", "The list of staff stays on your computer";
    go_subsidies = "测一测能领多少", "See what you may claim";
    go_subsidies_note = "几个问题，一个总数", "A few questions, one sum";
    go_wages = "看工资数字", "See the pay figures";
    go_wages_note = "技能人才工资价位，给单位参考", "Pay of skilled workers, for employers";
    go_settlement = "积分与落户自测", "Check points and settlement";
    go_settlement_note = "居住证积分、人才落户", "Residence-permit points, settlement";
    go_honours = "看技能人物", "Meet the people honoured";
    go_honours_note = "中华技能大奖、全国技术能手", "China Skills Award, National Technical Expert";
    go_training_base = "培训基地建设资助", "Funding for training bases";
    go_training_base_note = "三档标准，只作指引", "Three grades, a guide only";
    go_chief_technician = "首席技师资助", "Funding for chief technicians";
    go_chief_technician_note = "谁可以申报", "Who may apply";
    go_master_studio = "技能大师工作室资助", "Funding for skill-master studios";
    go_master_studio_note = "领衔人的条件", "What the leader needs";
}

/// A service: where it is, what it is called, and what one finds there.
pub fn service(lang: Lang, service: Service) -> (&'static str, &'static str, &'static str) {
    match service {
        Service::Shortage => ("/shortage", go_shortage(lang), go_shortage_note(lang)),
        Service::Occupations => (
            "/occupations",
            go_occupations(lang),
            go_occupations_note(lang),
        ),
        Service::Institutions => (
            "/institutions",
            go_institutions(lang),
            go_institutions_note(lang),
        ),
        Service::Courses => ("/courses", go_courses(lang), go_courses_note(lang)),
        Service::Apprenticeship => (
            "/programmes/apprenticeship",
            go_apprenticeship(lang),
            go_apprenticeship_note(lang),
        ),
        Service::Malan => ("/malan", go_malan(lang), go_malan_note(lang)),
        Service::Levels => ("/levels", go_levels(lang), go_levels_note(lang)),
        Service::Competitions => (
            "/honours",
            go_competitions(lang),
            go_competitions_note(lang),
        ),
        Service::ServicePoints => (
            "/institutions#kind=service_point",
            go_service_points(lang),
            go_service_points_note(lang),
        ),
        Service::Enterprise => ("/employers", go_enterprise(lang), go_enterprise_note(lang)),
        Service::Subsidies => ("/check", go_subsidies(lang), go_subsidies_note(lang)),
        Service::Wages => ("/employers", go_wages(lang), go_wages_note(lang)),
        Service::Settlement => (
            "/shortage#check=settlement",
            go_settlement(lang),
            go_settlement_note(lang),
        ),
        Service::Honours => ("/honours", go_honours(lang), go_honours_note(lang)),
        Service::TrainingBase => (
            "/programmes/training_base",
            go_training_base(lang),
            go_training_base_note(lang),
        ),
        Service::ChiefTechnician => (
            "/programmes/chief_technician",
            go_chief_technician(lang),
            go_chief_technician_note(lang),
        ),
        Service::MasterStudio => (
            "/programmes/master_studio",
            go_master_studio(lang),
            go_master_studio_note(lang),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Route;

    /// Every service leads to a page of the app.
    #[test]
    fn services_lead_to_pages() {
        for it in Service::ALL {
            let (href, ..) = service(Lang::Zh, it);
            let path = href.split('#').next().unwrap_or_default();
            assert_ne!(Route::of(path), Route::Missing, "{href}");
        }
    }
}
