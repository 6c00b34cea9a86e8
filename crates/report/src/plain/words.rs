//! The pages' own words in both languages; a missing one does not compile.

use pack::model::Evidence;

/// A page's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 简体中文.
    Chinese,
    /// English.
    English,
}

/// Everything a page says that is not the pack's.
pub struct Words {
    pub language: Language,
    pub tag: &'static str,
    /// Of this language's pages, below the output folder.
    pub folder: &'static str,
    /// From this language's folder to the output folder.
    pub to_root: &'static str,
    pub other_tag: &'static str,
    pub other_name: &'static str,
    pub to_other: &'static str,
    pub home: &'static str,
    pub index_title: &'static str,
    pub index_intro: &'static str,
    pub amounts: &'static str,
    pub amount_for: &'static str,
    pub amount_value: &'static str,
    pub schedule: &'static str,
    pub rules: &'static str,
    pub conditions: &'static str,
    pub routes: &'static str,
    pub amount: &'static str,
    pub steps: &'static str,
    pub gaps: &'static str,
    pub papers: &'static str,
    pub channels: &'static str,
    pub notes: &'static str,
    pub together: &'static str,
    pub sources: &'static str,
    pub colon: &'static str,
    pub comma: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub from: fn(&str) -> String,
    pub until: fn(&str) -> String,
    pub always: &'static str,
    pub level: fn(u8) -> String,
    pub only_for: fn(&str) -> String,
    pub call: fn(&str) -> String,
    pub as_of: fn(&str, &str) -> String,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &CHINESE,
            Language::English => &ENGLISH,
        }
    }

    /// How something is known.
    pub fn known(&self, evidence: Evidence) -> &'static str {
        match (self.language, evidence) {
            (Language::Chinese, Evidence::Official) => "官方原文",
            (Language::Chinese, Evidence::Press) => "媒体或转载",
            (Language::Chinese, Evidence::Unconfirmed) => "待核实",
            (Language::English, Evidence::Official) => "official",
            (Language::English, Evidence::Press) => "press or reprint",
            (Language::English, Evidence::Unconfirmed) => "unconfirmed",
        }
    }
}

static CHINESE: Words = Words {
    language: Language::Chinese,
    tag: "zh-CN",
    folder: "",
    to_root: "",
    other_tag: "en",
    other_name: "English",
    to_other: "en/",
    home: "全部项目",
    index_title: "补贴和支持项目",
    index_intro: "这里是文字版，不能测算。每个项目写明领什么、领多少、什么条件、带什么材料、去哪里办。",
    amounts: "能领多少",
    amount_for: "对象",
    amount_value: "金额",
    schedule: "怎么发放",
    rules: "规则",
    conditions: "须同时满足",
    routes: "还须满足以下任一条",
    amount: "金额",
    steps: "计算",
    gaps: "没有规则的时段",
    papers: "带什么材料",
    channels: "去哪里办",
    notes: "请注意",
    together: "能否同时领",
    sources: "来源",
    colon: "：",
    comma: "、",
    yes: "是",
    no: "否",
    from: |day| format!("{day}起"),
    until: |day| format!("至{day}"),
    always: "起止日期不详",
    level: |level| format!("{level} 级"),
    only_for: |whom| format!("（仅限 {whom}）"),
    call: |number| format!("以 {number} 的答复为准。"),
    as_of: |checked, until| format!("{checked}核对，{until}以后不再适用。版本"),
};

static ENGLISH: Words = Words {
    language: Language::English,
    tag: "en",
    folder: "en/",
    to_root: "../",
    other_tag: "zh-CN",
    other_name: "简体中文",
    to_other: "../",
    home: "All programmes",
    index_title: "Grants and support",
    index_intro: "This is the text edition; it can't calculate. Each page says what you can get, how much, on what conditions, what to bring and where to go.",
    amounts: "How much",
    amount_for: "For",
    amount_value: "Amount",
    schedule: "When it is paid",
    rules: "Rules",
    conditions: "All of these",
    routes: "And one of these",
    amount: "Amount",
    steps: "Working",
    gaps: "Dates without a rule",
    papers: "What to bring",
    channels: "Where to go",
    notes: "Please note",
    together: "Together with others",
    sources: "Sources",
    colon: ": ",
    comma: ", ",
    yes: "yes",
    no: "no",
    from: |day| format!("from {day}"),
    until: |day| format!("until {day}"),
    always: "first and last day not known",
    level: |level| format!("Level {level}"),
    only_for: |whom| format!(" (only for {whom})"),
    call: |number| format!("What the hotline {number} says is what counts."),
    as_of: |checked, until| format!("Checked on {checked}; not valid after {until}. Version"),
};
