//! Words of `/courses/:id`.

use super::texts;

texts! {
    unknown_title = "没有这个课程", "There is no such course";
    unknown_text(id: &str) = "这里没有编号为“{id}”的课程：网址可能写错了，或者课程已经不在目录里。", "No course has the id “{id}”. The address may be wrong, or the course has left the catalogue.";
    to_all = "看全部课程", "See all courses";
    facts = "课程", "The course";
    occupation = "职业", "Occupation";
    level = "等级", "Level";
    provider = "机构", "Provider";
    district = "区", "District";
    hours = "总课时", "Hours in all";
    mode = "方式", "Mode";
    starts = "开课", "Starts";
    certificate = "结业后", "At its end";
    number = "编号", "Id";
    past = "（已开）", " (past)";
    times = "每周上课时间", "Lessons in a week";
    day = "星期", "Day";
    time = "时间", "Time";
    money = "要花多少", "What it costs";
    mine_ask = "您回答的证书和年限，是不是这个职业的？", "Are your answers about certificates and years about this occupation?";
    mine_yes = "是", "Yes";
    mine_no = "不是", "No";
    working = "怎么算的", "How this is worked out";
    on_day(day: String) = "按 {day}取得证书并申请算", "As if the certificate were issued and claimed for on {day}";
    grants = "能用的补贴", "Subsidies that may pay";
    best = "能一起领的最好的组合", "The best combination allowed";
    chosen = "计入", "Counted";
    not_chosen = "不计入", "Not counted";
    assumed = "其中这些是假定的", "What is assumed";
    by_course(label: &str, value: String) = "{label}：{value}（按课程）", "{label}: {value} (the course's)";
    by_table(label: &str, value: String) = "{label}：{value}（按职业分类）", "{label}: {value} (by the classification)";
    missing = "还没回答、会影响金额的", "Not answered yet, and the sum depends on it";
    ladder = "在等级里的位置", "Its place among the levels";
    this_course = "本课程", "This course";
    others(n: usize) = "{n} 个课程", "Courses: {n}";
    none_there = "没有课程", "No courses";
    standing_own = "按您的回答", "With your answers";
    standing_other = "按您没有这个职业的证书和年限、打算从事它来看", "As if you had neither certificate nor years in this occupation and planned to work in it";
    add = "加入比较", "Add to compare";
    added = "已加入比较，点这里取消", "Added to compare: remove";
    full = "比较已有三个", "Three to compare already";
    to_compare = "去比较", "Compare";
    similar = "相近的课程", "Similar courses";
    similar_none = "没有同一职业的其他课程。", "There is no other course for this occupation.";
    pathway = "看每级要多久、考什么", "See what each level takes and tests";
}
