//! Words of `/occupations`.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "职业目录", "Occupations";
    lead = "国家职业分类的职业，可以搜，也可以按类别、字母、标记找。点进去看等级、考什么、哪些专业对口、有什么课。", "The occupations of the national classification. Search, or look by group, by letter or by mark. Each one shows its levels, what is tested, the majors that lead there and the courses.";
    search = "找一个职业", "Find an occupation";
    search_help = "汉字、拼音（diangong）、首字母（dg）、繁体、日常叫法（叉车）、编码都可以", "Chinese, pinyin (diangong), initials (dg), traditional characters, words of daily speech (chache, a forklift), or a code";
    clear = "清除", "Clear";
    ways = "怎么找", "How to look";
    by_tree = "按类别", "By group";
    by_letter = "按字母", "By letter";
    by_flag = "按标记", "By mark";
    cut = "字太多，只按前面的找。", "That was long: only its beginning was looked for.";
    none_title(query: &str) = "没有找到“{query}”", "Nothing found for “{query}”";
    none_text = "少写几个字、换个叫法或用拼音再试；也可以按类别找，或者打 12333 问。", "Try fewer characters, another word, or pinyin. You can also look by group, or ask 12333.";
    to_tree = "按类别找", "Look by group";

    tree_help = "大类、中类、小类，逐层展开。", "Four storeys: unfold them one by one.";
    letter_help = "按名称第一个字的拼音。多音字在每个读音下都有。", "By the first letter of the name's pinyin. A character with several readings stands under each.";
    letters = "首字母", "First letter";
    other_letter = "其他", "Other";
    flag_help = "可以选几个，选了的都要符合。", "Choose several: all of them must hold.";
    flags = "标记", "Marks";
    flag_digital = "数字职业", "Digital";
    flag_green = "绿色职业", "Green";
    flag_shortage = "曾列紧缺", "Shortage (before 2024)";
    flag_standard = "有国家职业标准", "Has a national standard";
    shortage_list = "看整份目录", "See the whole list";
    shortage_label = "2024年以前的目录，手头38项（全表至少62项），其中能对应到职业的才列在这里。现行目录以 12333 为准。", "From the list before 2024: 38 entries are in hand (of at least 62 in all), and only those that name an occupation are here. For the list in force ask 12333.";
    unknown_marks(n: usize) = "有 {n} 个职业，手头的副本没有注明是否数字职业、绿色职业，不算在内。", "For {n} occupations the copies in hand do not say whether they are digital or green; they are not counted.";
    choose_flag = "选一个标记来看。", "Choose a mark to see its occupations.";
    choose_letter = "选一个字母来看。", "Choose a letter to see its occupations.";
}

/// `共 1,616 个职业`.
pub fn found(lang: Lang, n: usize) -> String {
    let number = crate::format::number(i64::try_from(n).unwrap_or(0), 0);
    match (lang, n) {
        (Lang::Zh, _) => format!("共 {number} 个职业"),
        (Lang::En, 1) => "1 occupation".to_owned(),
        (Lang::En, _) => format!("{number} occupations"),
    }
}
