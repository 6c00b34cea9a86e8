//! Words of what goes on beside the page: newer rules, a newer site, what was sent, how old the
//! data are.

use super::texts;

texts! {
    title = "网站的消息", "News of this site";
    rules_changed(version: &str, day: String) = "规则已更新：版本 {version}，核对至 {day}。下面按新规则计算。", "The rules were updated: version {version}, checked on {day}. What you see is worked out with them.";
    site_changed = "网站已更新到新版本。规则没有变。", "The site was updated. The rules are the same.";
    newer_rules(version: &str, day: String) = "规则有更新：版本 {version}，核对至 {day}。本页还是按原来的规则计算的。您的回答都在。", "There are newer rules: version {version}, checked on {day}. This page still uses the older ones. Your answers are kept.";
    recompute = "重新计算", "Work it out again";
    newer_site = "规则有更新。本页还是按原来的规则计算的，重新载入后按新规则计算。您的回答都在。", "There are newer rules. This page still uses the older ones; load it again to use the newer. Your answers are kept.";
    reload = "重新载入", "Load again";
    sent(about: &str) = "已经发出：{about}。", "Sent: {about}.";
    see_receipt = "看回执", "See the receipt";
    refused = "有一份登记没有发成。内容还在，请看一下原因。", "One of your requests was not accepted. It is kept; please see why.";
    remark_sent = "您的意见已经发出。", "Your remark was sent.";
    see_why = "看原因", "See why";
    close = "知道了", "Got it";

    offline(day: String, days: i64) = "没有网络。这里是存在本机的内容，资料核对至 {day}，已过 {days} 天。", "You are offline. This is the copy on your device, checked on {day}, {days} days ago.";
    offline_unknown = "没有网络。", "You are offline.";
    old(days: i64) = "资料已有 {days} 天没有核对，可能有新的规定。请以 12333 为准。", "The data were last checked {days} days ago. There may be newer rules. Ask 12333.";
    kept = "本站已存在这台设备上，没有网络也能打开。", "This site is kept on your device and opens without a network.";
    // The build keeps to it: `BUDGET` in xtask/src/precache.rs.
    offer = "存到本机，没有网络也能打开（最多 1 MB）", "Keep it on this device to open it without a network (at most 1 MB)";
    coming = "正在存到本机…", "Being kept on this device…";
}
