//! Words of `/courses/compare`.

use super::texts;

texts! {
    title = "比较课程", "Compare courses";
    lead = "最多三个并排看。不同的行有标记。", "Up to three side by side. Rows that differ are marked.";
    nothing = "还没有要比较的课程。在课程列表或课程页上点“加入比较”。", "There is nothing to compare yet. Use “Add to compare” on a course.";
    one = "只有一个课程，再加一个才能比较。", "There is only one course. Add another to compare.";
    unknown(list: String) = "目录里没有这些编号，没有放进来：{list}", "The catalogue has no such course, left out: {list}";
    add = "去添加课程", "Add a course";
    remove = "移除", "Remove";
    differs = "不同", "Differs";
    item = "项目", "Item";
    row_price = "学费", "Price";
    row_subsidy = "可申领的补贴", "Subsidy to claim";
    row_left = "减去补贴", "After the subsidy";
    row_notes = "要注意", "Please note";
    row_start = "最近开课", "Next start";
    row_times = "上课时间", "Times";
    clashes = "上课时间冲突", "Clashes of times";
    clash(day: &str, one: String, other: String, both: String) = "{day} {one} 与 {other} 重叠（{both}）", "{day} {one} and {other} overlap ({both})";
    clash_pair(one: &str, other: &str) = "“{one}”与“{other}”", "{one} and {other}";
    clash_note = "按每周的上课时间比；同一时期上课才会真的冲突，请看开课日期。", "By the lessons of a week; they only collide if both run at the same time, so see when they start.";
    no_clash = "每周的上课时间不冲突。", "Their weekly lessons do not clash.";
    clash_unknown(list: String) = "上课时间没有公布，没法比：{list}", "Times not announced, so not compared: {list}";
    copy = "复制链接", "Copy the link";
    copied = "链接已复制", "The link is copied";
    copy_failed = "浏览器不让复制，请复制地址栏里的链接", "The browser does not let us copy: take the link from the address bar";
    none = "无", "None";
}
