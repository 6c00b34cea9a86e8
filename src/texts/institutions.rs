//! Words of `/institutions`.

use super::texts;
use crate::lang::Lang;
use catalogue::model::{Body, InstitutionKind};

texts! {
    title = "院校与网点", "Colleges and offices";
    lead = "新型技师学院、各区就业促进中心、市职业技能鉴定中心。", "New-type technician colleges, the districts' employment promotion centres, and the city's assessment centre.";
    search = "找一个机构", "Find a college or office";
    search_help = "名称、地址、区名，汉字或拼音都可以", "A name, an address or a district, in Chinese or pinyin";
    clear = "清除", "Clear";
    kinds = "类型", "Kind";
    all_kinds = "全部", "All";
    kind_college = "新型技师学院", "Technician colleges";
    kind_point = "区就业促进中心", "District centres";
    kind_centre = "鉴定中心", "Assessment centre";
    kind_provider = "开课机构", "Course providers";

    map = "按区找", "By district";
    map_help = "方格按大致方位排列，不是地图。点一个区，看那里的网点；再点一次取消。", "The squares stand roughly where the districts lie; it is no map. Choose a district to see its offices; choose it again to see all.";
    near = "离我最近的网点", "The offices nearest to me";
    near_label = "您在哪个街道、镇？", "Which street or town are you in?";
    near_help = "例如：临汾路、chuansha。只在您的手机上找，不会发出去。", "For example: linfenlu, chuansha. It is looked up on your device and never sent.";
    near_none = "没有这个街道或镇。换个写法，或者在上面直接选区。", "No such street or town. Try another spelling, or choose the district above.";
    near_lies_in = "属于", " is in ";
    near_first = "，那里的网点排在前面。", ". Its offices come first.";
    near_why = "手头没有网点的经纬度，只有每个区的一个点：公里数是到那个点的估算，不是到网点的路程。", "We do not have the offices' coordinates, only a point for each district: kilometres are an estimate to that point, not the way to an office.";
    around = "用我的位置找近的", "Use my position";
    around_help = "点了才会问手机的位置。只在这一页里算一下，不保存，不发出去。", "Your position is asked for only when you tap. It is used in this page, not kept and never sent.";
    around_waiting = "正在问手机的位置……如果手机问您，请点“允许”。", "Asking your device for its position… If it asks you, allow it.";
    around_refused = "手机没有允许用位置。可以在浏览器的设置里允许，再点一次；也可以在下面填街道、镇。", "The position was refused. Allow it in the browser's settings and tap again, or give your street or town below.";
    around_unavailable = "现在得不到手机的位置。可以再点一次，或者在下面填街道、镇。", "The position cannot be had now. Tap again, or give your street or town below.";
    around_late = "等了 10 秒，没有得到位置。再点一次，或者在下面填街道、镇。", "No position after 10 seconds. Tap again, or give your street or town below.";
    around_elsewhere = "您离上海每个区都超过 120 公里，所以没有替您选区。可以在下面填上海的街道、镇。", "You are more than 120 km from every district of Shanghai, so none was chosen. Give a street or town of Shanghai below.";
    around_before = "离您最近的是", "The nearest is ";
    around_after(far: String) = "，{far}。它和另外两个近的区的网点排在前面；您不一定就在这个区。", ", {far}. Its offices and those of the next two districts come first; you may well be in another one.";

    points = "区就业促进中心", "District employment promotion centres";
    points_warning(day: String) = "地址是 {day}的，可能已经变了。出门前请先打 12333 问清。", "These addresses are of {day} and may have changed. Call 12333 before you go.";
    points_of_before = "", "Offices in ";
    points_of_after = "的网点", "";
    points_none = "手头没有这个区的网点，请打 12333 问。", "No office in this district is in hand. Call 12333.";
    chosen(n: usize) = "：{n} 个网点", ": {n} on record";
    show_points = "看网点", "Show the offices";
    colleges_levels = "在技师学院就读能考几级", "Levels that their students can sit";
    points_others(n: usize) = "其他区的网点（{n} 个）", "Offices in other districts ({n})";
    colleges = "新型技师学院", "New-type technician colleges";
    colleges_district = "手头没有这些学院的地址和所在区，所以不按区筛选。", "Their addresses and districts are not in hand, so the choice of a district does not narrow them.";
    batch_1 = "第一批", "First batch";
    batch_2 = "第二批", "Second batch";
    batch_other = "其他", "Others";
    centre = "市职业技能鉴定中心", "The city's assessment centre";
    providers = "开课机构", "Course providers";
    providers_sample = "这些机构是示例数据，不是真实的。", "Sample data: these providers are not real.";
    address_of(day: String) = "地址核对于 {day}", "address of {day}";
    call_first = "先打 12333", "Call 12333 first";
    listed_courses = "看课程", "Courses";

    none_title = "没有找到", "Nothing found";
    none_text = "换个写法，或者去掉区和类型再找；也可以打 12333 问。", "Try another spelling, or drop the district or the kind. You can also call 12333.";
    show_all = "看全部", "Show all";

    body_university = "职业本科院校", "Vocational university";
    body_college = "高等职业院校", "Vocational college";
    body_school = "中等职业学校", "Vocational school";
    body_enterprise = "企业", "Enterprise";
    body_unknown = "类型未载", "kind of body not stated";
}

/// `共 24 个`, `1 place`.
pub fn found(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("共 {n} 个"),
        (Lang::En, 1) => "1 place".to_owned(),
        (Lang::En, n) => format!("{n} places"),
    }
}

/// `约 3 公里（到区的中心点估算）`.
pub fn far(lang: Lang, kilometres: u32) -> String {
    match (lang, kilometres) {
        (Lang::Zh, 0) => "不到 1 公里（到区的中心点估算）".to_owned(),
        (Lang::Zh, n) => format!("约 {n} 公里（到区的中心点估算）"),
        (Lang::En, 0) => "less than 1 km (an estimate, to the district's centre point)".to_owned(),
        (Lang::En, n) => format!("about {n} km (an estimate, to the district's centre point)"),
    }
}

/// A kind of institution.
pub fn kind(lang: Lang, kind: InstitutionKind) -> &'static str {
    match kind {
        InstitutionKind::TechnicianCollege => kind_college(lang),
        InstitutionKind::ServicePoint => kind_point(lang),
        InstitutionKind::AssessmentCentre => kind_centre(lang),
        InstitutionKind::Provider => kind_provider(lang),
    }
}

/// What sort of body it is; nothing is said of offices.
pub fn body(lang: Lang, body: Body) -> Option<&'static str> {
    match body {
        Body::VocationalUniversity => Some(body_university(lang)),
        Body::VocationalCollege => Some(body_college(lang)),
        Body::VocationalSchool => Some(body_school(lang)),
        Body::Enterprise => Some(body_enterprise(lang)),
        Body::Unknown => Some(body_unknown(lang)),
        Body::PublicOffice => None,
    }
}
