//! Words of `/courses`.

use super::texts;
use crate::lang::Lang;

texts! {
    to_start_up = "想创业？看马兰花创业培训", "Starting a business? See the Malan Flower training";
    title = "找课程", "Find a course";
    lead = "搜职业或课程，看补贴之后自己要付多少。", "Search for an occupation or a course and see what is left to pay after the subsidy.";
    search = "找职业、课程或机构", "Occupation, course or provider";
    search_help = "中文、拼音、首字母、繁体都行，打错一个字母也能找到", "Chinese, pinyin, initials or traditional characters; one typing error is fine";
    filters = "筛选", "Filters";
    any = "不限", "Any";
    plus(first: &str, n: usize) = "{first} 等 {n} 项", "{first} and {n} more";
    done = "收起", "Close";
    chosen = "已选", "Chosen";
    remove = "去掉", "Remove";
    clear = "全部清除", "Clear all";
    sort = "排序", "Sort";
    sort_relevance = "相关度", "Best match";
    sort_list = "目录顺序", "Catalogue order";
    sort_fit = "适合我", "Suits me";
    sort_price = "补贴后价格", "Price after subsidy";
    sort_start = "开课时间", "Start";
    sort_hours = "课时", "Hours";
    next_20(n: usize) = "再看 {n} 个", "Show {n} more";
    shown(shown: usize, total: u32) = "已显示 {shown} 个，共 {total} 个", "{shown} of {total} shown";
    cut = "搜索太长，只看了开头", "The search is too long: only its beginning was used";
    no_words = "搜索里没有可搜的字，列出的是全部", "The search has no word to look for, so everything is listed";
    compare_bar(n: usize) = "比较（{n}）", "Compare ({n})";
    compare_add = "加入比较", "Add to compare";
    compare_remove = "取消比较", "Remove from compare";
    compare_full = "比较已有三个", "Three to compare already";

    district = "区", "District";
    level = "等级", "Level";
    group = "职业类别", "Occupation group";
    mode = "方式", "Mode";
    times = "时间", "Times";
    price = "补贴后最多付", "Pay at most";
    month = "开课月份", "Start month";
    shortage = "旧紧缺目录", "Old shortage list";
    digital = "数字职业", "Digital";
    green = "绿色职业", "Green";
    occupation = "职业", "Occupation";
    grant = "能用的补贴", "Subsidy";
    no = "不是", "Not";
    shortage_note = "“紧缺”按 2024 年以前的目录：已被取代，至少 62 项中只有 38 项在手，只作参考，不用于计算。以现行目录和 12333 为准。", "The shortage list is the one before 2024: replaced since, and only 38 of at least 62 entries are in hand. A hint, never used in a calculation. The list in force and 12333 decide.";
    flag_note = "数字、绿色标记按手头的分类大典副本；副本没写的职业不在筛选结果里。", "Digital and green marks are those of the copy of the classification in hand; occupations it does not mark either way are left out.";
    band_0 = "不用付", "Nothing";
    band(to: &str) = "¥{to} 以内", "up to ¥{to}";
    band_over(from: &str) = "¥{from} 以上", "over ¥{from}";
    price_note = "按补贴最少时自己最多要付的钱分档", "By the most that is left to pay when the subsidy is lowest";

    why_pinyin = "拼音", "Pinyin";
    why_initials = "拼音首字母", "Pinyin initials";
    why_mixed = "拼音和汉字", "Pinyin and characters";
    why_traditional = "繁体字", "Traditional characters";
    why_typo = "可能打错了一处，找的是", "One typing error, taken to be";
    why_synonym = "常用叫法", "Everyday word";
    why_arrow = "→", "→";
    is_occupation = "职业：", "Occupation: ";
    about_occupation = "各级考什么、对口专业", "what each level tests, majors";
    only_occupation = "只看这个职业", "Only this one";

    none_title = "没有这样的课程", "No such course";
    none_try = "去掉一个条件就有：", "Drop one of these:";
    drop_text = "去掉搜索词", "Drop the search words";
    drop(what: String) = "去掉“{what}”", "Drop “{what}”";
    none_several = "要同时去掉几个条件才有。", "Several conditions would have to go.";

    fit_note(name: &str) = "您回答的证书、年限当作“{name}”的。分数是下面几项相加，每个课程都能展开看。", "Your answers about certificates and years are taken to be about {name}. The score is the sum of its parts; unfold them on each course.";
    fit_none = "还没有选定职业，所以证书、年限的回答不算在内。点职业名旁的“只看这个职业”，排得更准。分数是几项相加，每个课程都能展开看。", "No occupation is chosen, so your answers about certificates and years are not used. Choose “Only this one” to sharpen the order. The score is the sum of its parts; unfold them on each course.";
    fit_tell = "先回答几个问题，就能按适合您的程度排。", "Answer a few questions to sort by what suits you.";
    score(points: u32) = "匹配 {points} 分：怎么来的", "Match: {points} points, and why";
    points(points: u16, most: u16) = "{points} / {most} 分", "{points} of {most}";
    part_occupation = "职业", "Occupation";
    part_level = "等级", "Level";
    part_subsidy = "补贴占学费", "Subsidy and price";
    part_price = "自付多少", "Left to pay";
    part_district = "地点", "Place";
    part_times = "时间", "Times";
    near_same = "就是您选的职业", "the one you chose";
    near_group = "同一小类的职业", "of the same minor group";
    near_other = "别的职业", "another one";
    near_none = "没有选职业", "none chosen";
    fit_next = "您现在能考的最高一级", "the highest you can sit now";
    fit_open = "现在能考，但还能考更高的", "you can sit it, and a higher one";
    fit_held = "这一级或更高的您已有", "you hold it or a higher one";
    fit_unknown = "能不能考还要看没答的问题", "depends on open answers";
    fit_closed = "现在还不能考", "you cannot sit it yet";
    fit_no_level = "课程不分等级", "the course has no level";
    covers(sure: String, price: String) = "至少 {sure}，学费 {price}", "at least {sure} of {price}";
    left_at_most(sum: String) = "最多自付 {sum}", "at most {sum}";
    place_wanted = "在您选的区", "in the district you chose";
    place_online = "线上，不用跑", "on line";
    place_other = "在别的区", "in another district";
    place_none = "没有只选一个区", "no single district chosen";
    free_all = "都在您选的时间", "all in your times";
    free_own = "时间自己定", "at times of your own";
    free_some = "一部分在您选的时间", "partly in your times";
    free_other = "不在您选的时间", "not in your times";
    free_unknown = "时间待公布", "not announced";
    free_none = "没有选时间", "no times chosen";
}

/// `共 12 个课程`
pub fn found(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("共 {n} 个课程"),
        (Lang::En, 1) => "1 course".to_owned(),
        (Lang::En, n) => format!("{n} courses"),
    }
}

/// `有 12 个`
pub fn gives(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("有 {n} 个"),
        (Lang::En, 1) => "1 course".to_owned(),
        (Lang::En, n) => format!("{n} courses"),
    }
}
