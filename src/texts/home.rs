//! Words of the home page below the three ways in.

use super::texts;

texts! {
    more = "也可以直接看", "Or go straight to";
    levels = "我能考几级", "Which level can I sit?";
    levels_note = "按年龄、年数、证书、学历看条件", "By age, years worked, certificates and education";
    loan = "创业贷款怎么还", "What a start-up loan costs";
    loan_note = "每月还多少，贴息后自己付多少", "Each payment, and what is left after the subsidy";
    courses = "找课程", "Find a course";
    courses_note = "搜职业，看补贴后自己付多少", "By occupation, with the price after the subsidy";
    all = "全部政策", "All programmes";
    all_note = "金额、条件、材料、出处", "Amounts, conditions, papers and sources";
}
