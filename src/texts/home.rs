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

    others = "还可以看", "Also here";
    malan = "马兰花创业指南", "Start-up guide";
    malan_note = "从想法到扩大，每一步办什么、领什么", "From the idea to growing: what to do and what to claim at each step";
    employers = "用人单位", "Employers";
    employers_note = "一次测算全部职工，名单不离开电脑", "Check all your staff at once; the list stays on your computer";
    shortage = "紧缺职业", "Shortage list";
    shortage_note = "哪些职业紧缺，和积分、落户有什么关系", "Which occupations are short, and what that means for points and settlement";
    honours_note = "他们靠一门手艺站到了最前面。看看是谁，再看看这条路怎么走。", "They came first by a craft. See who they are, and how to get there.";
    honours_go = "看荣誉榜", "See the honours";
    pillars_note = "四项任务、八项举措，每一项都能在这里找到办法。", "Four tasks and eight measures; each leads to something you can do here.";
    pillars_go = "看八柱政策", "See the eight pillars";
}
