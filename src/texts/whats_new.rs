//! Words of `/whats-new`.

use super::texts;
use crate::lang::Lang;

texts! {
    title = "有什么更新", "What is new";
    lead = "规则和数据的每一版改了什么。带 ★ 的会改变您能领什么、领多少。", "What each version of the rules and data changed. A ★ changes what you may claim.";
    starred = "★ 影响能领什么、领多少", "★ Changes what you may claim";
    version(version: &str) = "规则版本 {version}", "Rules version {version}";
    sources = "依据", "Sources";
    see_all = "看全部更新", "See everything new";
    programmes_of(n: usize) = "涉及的项目（{n}）", "Programmes concerned ({n})";
    only_starred = "只看带 ★ 的", "Only those with a ★";
}

/// How many entries are shown.
pub fn shown(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, n) => format!("{n} 条"),
        (Lang::En, 1) => "1 entry".to_owned(),
        (Lang::En, n) => format!("{n} entries"),
    }
}
