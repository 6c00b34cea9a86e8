//! Words for what a course is: level, way of teaching, times.

use super::texts;
use crate::lang::Lang;

texts! {
    no_level = "不分等级", "No level";
    classroom = "面授", "In a classroom";
    online = "线上", "On line";
    blended = "线上加面授", "Blended";
    weekday = "工作日白天", "Weekdays";
    evening = "工作日晚上", "Weekday evenings";
    weekend = "周末", "Weekends";
    own_times = "时间自己定", "At times of your own";
    no_times = "上课时间待公布", "Times not announced";
    no_start = "开课日期待公布", "Start not announced";
    over = "已公布的都开过课了", "All announced starts are past";
    starts(day: String) = "{day}开课", "Starts {day}";
    hours(hours: u16) = "{hours} 课时", "{hours} hours";
    sample = "示例数据", "Sample data";
    sample_long = "以下课程是示例数据：由程序按真实职业和等级生成，课程、机构、时间和价格都不是真的。", "These courses are sample data: a program made them up from real occupations and levels. Courses, providers, times and prices are not real.";
    certificate_level = "参加等级考核，合格后取得职业技能等级证书", "Prepares for the assessment of its level (职业技能等级证书)";
    certificate_completion = "机构的结业证明，不是职业技能等级证书", "The provider's own paper, not a skill level certificate";
    day_1 = "周一", "Monday";
    day_2 = "周二", "Tuesday";
    day_3 = "周三", "Wednesday";
    day_4 = "周四", "Thursday";
    day_5 = "周五", "Friday";
    day_6 = "周六", "Saturday";
    day_7 = "周日", "Sunday";
}

/// A day of the week, 1 is Monday.
pub fn weekday_name(lang: Lang, day: u8) -> &'static str {
    match day {
        1 => day_1(lang),
        2 => day_2(lang),
        3 => day_3(lang),
        4 => day_4(lang),
        5 => day_5(lang),
        6 => day_6(lang),
        _ => day_7(lang),
    }
}
