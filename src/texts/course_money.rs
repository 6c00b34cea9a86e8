//! Words for what a course costs after the subsidy.

use super::texts;

texts! {
    price = "学费", "Price";
    subsidy = "拿到证书后可申领", "To claim with the certificate";
    left = "减去补贴", "After the subsidy";
    up_to(sum: String) = "最多 {sum}", "up to {sum}";
    more(sum: String) = "补贴比学费多 {sum}", "the subsidy exceeds the price by {sum}";
    left_or_more(left: String, more: String) = "最多自付 {left}；补贴最多时比学费多 {more}", "you pay at most {left}; at its highest the subsidy exceeds the price by {more}";
    not_for_it = "不发等级证书，没有技能提升补贴", "No level certificate, so no skill-upgrade grant";
    no_rule = "这一天没有收录补贴规则，以 12333 为准", "No subsidy rule in hand for this date: ask 12333";
    nothing = "按您的回答，没有可申领的补贴", "With your answers there is no grant to claim";
    first_pay = "学费先自己付，取得证书后申领；补贴不按学费多少发，只算手头有规则的补贴。", "You pay the price first and claim after you get the certificate. Grants do not depend on the price. Only grants whose rules are in hand are counted.";
    after_rules(day: String) = "开课晚于 {day}，规则到时可能已变，这里按今天的规则算", "Starts after {day}: the rules may have changed by then. Worked out by today's rules";
    closed = "这一级您现在还不能报考", "You cannot sit this level yet";
    held = "这一级或更高的证书您已有", "You hold this level or a higher one";
    answer = "再答一题，算得更准", "Answer a question to narrow it";
    answer_first = "回答几个问题，看您能领多少", "Answer a few questions to see what you may claim";
}
