//! Words of `/operator`, for those who run the site.

use super::texts;

texts! {
    title = "运营", "Operator";
    lead = "给运营本站的人用。口令只留在本页，关掉或离开就忘掉。", "For those who run this site. The token stays in this page and is forgotten when you leave it.";
    token = "运营口令", "Operator's token";
    enter = "进入", "Enter";
    need_token = "请填口令。", "Enter the token.";
    leave = "退出", "Leave";
    waiting = "正在等服务器…", "Waiting for the server…";
    no_service = "这个网站没有服务端，没有可以运营的。", "This site has no server; there is nothing to operate.";
    away = "没有网络，或者网络太慢。请再试一次。", "There is no connection, or it is too slow. Try again.";
    later = "服务器暂时不能回答。请过一会儿再试。", "The server cannot answer now. Try again in a while.";
    wrong_token = "口令不对，或者服务器没有开通运营。", "The token is wrong, or this server has no operator.";

    enquiries = "登记", "Requests";
    none = "没有登记。", "There are none.";
    filter = "只看", "Show";
    all = "全部", "All";
    state_new = "新的", "New";
    state_in_progress = "处理中", "In progress";
    state_done = "已办", "Done";
    state_closed = "结束", "Closed";
    state_of(name: &str) = "{name}的进度", "State of {name}'s request";
    wants_course(id: &str) = "报名意向：{id}", "A place: {id}";
    wants_programme(id: &str) = "回电：{id}", "A call: {id}";
    wants_call = "回电", "A call";
    in_english = "说英语", "In English";
    received(moment: String) = "收到 {moment}", "Received {moment}";
    until(moment: String) = "{moment} 自动删除", "Deleted {moment}";
    older = "再看更早的", "Show earlier ones";
    export = "导出 CSV", "Export CSV";
    exported = "已导出。表里有称呼和电话，用完请删除。", "Exported. It holds names and numbers: delete it after use.";
    changed = "已改。", "Changed.";

    packs = "规则版本", "Releases";
    pack_line(version: &str, hash: &str) = "版本 {version}（{hash}）", "Version {version} ({hash})";
    published(moment: String, cause: &str) = "{moment} · {cause}", "{moment} · {cause}";
    cause_build = "随网站带来", "came with the site";
    cause_publish = "发布", "published";
    cause_rollback = "恢复", "rolled back to";
    current = "现行", "In force";
    back = "恢复到这一版", "Put this one in force";
    back_sure(version: &str) = "所有访客马上改用版本 {version} 的规则。", "Everybody will use the rules of version {version} at once.";
    back_yes = "确定恢复", "Put it in force";
    back_no = "不恢复", "Leave it";
    back_done = "已恢复。", "It is in force.";
}
