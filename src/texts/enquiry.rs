//! Words of `/enquiry`: somebody wants a place on a course, or to be called back.

use super::texts;
use crate::lang::Lang;
use api::enquiries::State;

texts! {
    title = "请人回电", "Ask for a call";
    lead = "留下称呼和电话，本站的运营方会打给您。急的话直接打 12333。", "Leave a name and number and those who run this site will call you. If it is urgent, call 12333.";
    about = "关于", "About";
    about_course(title: &str) = "课程：{title}", "Course: {title}";
    about_programme(title: &str) = "项目：{title}", "Programme: {title}";
    about_anything = "一般咨询", "A general question";
    unknown_course = "这里没有这个课程，改为一般咨询。", "There is no such course here. Your request is a general one.";
    unknown_programme = "这里没有这个项目，改为一般咨询。", "There is no such programme here. Your request is a general one.";
    sample_title = "示例课程，不收报名", "A sample course: no requests";
    sample_text = "这是用来演示的示例课程，机构、时间和价格都是编的，所以不收报名意向。真实的课程请打 12333 问。", "This course is a sample for demonstration. Its provider, times and price are made up, so no request can be taken. Call 12333 about real courses.";

    asking = "正在看本站收不收登记…", "Finding out whether this site takes requests…";
    no_service_title = "本站不收登记", "This site takes no requests";
    no_service = "这个网站没有接收登记的服务。请直接打 12333。", "This site has nobody who receives requests. Please call 12333.";
    unsure_title = "没有网络", "You are offline";
    unsure = "还不知道本站收不收登记。请联网后再试，或者打 12333。", "We cannot tell yet whether this site takes requests. Try again with a connection, or call 12333.";
    try_again = "再试一次", "Try again";
    hotline = "打 12333", "Call 12333";

    name = "怎么称呼您", "How to address you";
    name_help = "例如：王女士。不用写全名。", "For example: Ms Wang. Your full name is not needed.";
    need_name = "请填称呼，最多 40 个字。", "Enter how to address you, in at most 40 characters.";
    phone = "电话", "Telephone";
    phone_help = "手机号，或带区号的固定电话。", "A mobile number, or a fixed one with its area code.";
    need_phone = "请填 11 位手机号，或带区号的固定电话，例如 021-12345678。", "Enter a mobile number of 11 digits, or a fixed one with its area code, such as 021-12345678.";
    district = "您在哪个区（可以不选）", "Your district (you may leave it open)";
    district_none = "不选", "Left open";
    what_is_sent = "会发出什么", "What is sent";
    sent_these = "发出的只有：称呼、电话、所选的区、上面写的课程或项目、界面语言。", "Only these are sent: the name, the number, the district if you choose one, the course or programme above, and your language.";
    not_sent = "您在本站回答的问题和测算结果不会发出。", "Your answers on this site and your results are not sent.";
    how_long = "称呼和电话加密存放，最多 90 天，到期自动删除。凭回执编号和电话后四位，随时可以自己删除。", "Name and number are kept encrypted for at most 90 days and then deleted. With the receipt and the last four digits you can delete them at any time.";
    on_device = "发出以前，内容只存在这台设备上。", "Until it is sent, it is kept on this device only.";
    consent = "我同意把称呼和电话存下来，用于回电。", "I agree that my name and number are kept in order to call me back.";
    need_consent = "要您同意，才能发出。", "It can be sent only if you agree.";
    send = "发送", "Send";
    send_later = "存下，联网后发送", "Keep it and send it when online";
    offline_note = "现在没有网络。内容会存在这台设备上，联网并打开本站后自动发送一次。", "You are offline. It is kept on this device and sent once when you are online and open this site.";
    full(most: usize) = "这台设备上已有 {most} 份没有发出的登记，先处理下面的再写新的。", "This device already holds {most} requests that are not sent. Deal with those below first.";
    must_be_now = "现在没有网络，浏览器又不让保存。请联网后再点一次，内容还在；或者打 12333。", "You are offline, and your browser does not let us keep anything. Connect and try again: what you typed is still here. Or call 12333.";
    no_chance = "这个浏览器太旧，发不了。请打 12333。", "This browser is too old to send it. Please call 12333.";

    sending = "正在发送…", "Sending…";
    waits = "已存在这台设备上，联网并打开本站后自动发送一次。", "Kept on this device. It is sent once when you are online and open this site.";
    waits_unstored = "还没有发成，浏览器又不让保存。请不要关掉本页，会自动再发。", "Not sent yet, and your browser does not let us keep it. Do not close this page: it will be tried again.";
    waits_busy = "服务器暂时没有收下，过一会儿自动再发。", "The server has not taken it yet. It is sent again by itself in a while.";
    refused(why: &str) = "没有收下：{why}", "Not accepted: {why}";
    refused_plain = "没有收下，服务器没有说原因。", "Not accepted, and the server gave no reason.";

    mine = "这台设备上的登记", "Requests on this device";
    send_now = "现在发送", "Send now";
    change = "修改", "Change";
    delete = "删除", "Delete";
    received_on(day: String) = "{day}已收到", "Received on {day}";
    see = "看回执", "See the receipt";

    receipt_title = "登记回执", "Receipt";
    receipt_lead = "请记下编号。凭编号和电话后四位，可以看进度，也可以删除。", "Please note the number. With it and the last four digits of your phone you can see how far it is, or delete it.";
    receipt_number = "回执编号", "Receipt";
    not_a_receipt = "网址里的编号不对，请核对。", "The number in the address is not one of ours. Please check it.";
    last_four = "电话后四位", "Last four digits of your phone number";
    need_last_four = "请填 4 位数字。", "Enter four digits.";
    look = "看进度", "See how far it is";
    state = "进度", "State";
    kind = "事项", "Wanted";
    kind_course = "报名意向", "A place on a course";
    kind_callback = "回电", "A call back";
    created = "收到", "Received";
    changed = "最近变动", "Last change";
    kept_until = "自动删除", "Deleted by itself";
    delete_here = "删除这份登记", "Delete this request";
    delete_sure = "删除后，运营方那里的称呼和电话立即清除，不能恢复。", "The name and number are erased at once and cannot be brought back.";
    delete_yes = "确定删除", "Delete it";
    delete_no = "不删", "Keep it";
    deleted = "已删除。", "Deleted.";
    trouble_away = "没有网络，或者网络太慢。请再试一次。", "There is no connection, or it is too slow. Try again.";
    trouble_later = "服务器暂时不能回答。请过一会儿再试。", "The server cannot answer now. Try again in a while.";
    waiting = "正在等服务器…", "Waiting for the server…";
    another = "再写一份", "Write another one";

    link = "请人回电", "Ask for a call";
    link_course = "报名意向", "Ask for a place";
    link_sample = "示例课程，不收报名意向。", "A sample course: requests for a place are not taken.";
}

/// A state in words.
pub fn state_word(lang: Lang, state: State) -> &'static str {
    match (lang, state) {
        (Lang::Zh, State::New) => "已收到，还没有人处理",
        (Lang::Zh, State::InProgress) => "正在处理",
        (Lang::Zh, State::Done) => "已回电",
        (Lang::Zh, State::Closed) => "没有联系上，已结束",
        (Lang::En, State::New) => "Received; nobody has looked at it yet",
        (Lang::En, State::InProgress) => "Somebody is working on it",
        (Lang::En, State::Done) => "Answered",
        (Lang::En, State::Closed) => "Ended without reaching you",
    }
}
