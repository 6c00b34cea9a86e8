//! Words of the loan page.

use super::texts;

texts! {
    title = "创业担保贷款怎么还", "What a start-up loan costs";
    lead = "算出每月还多少、利息一共多少、贴息后自己付多少。", "See each month's payment, the interest in all, and what is left for you after the interest subsidy.";
    to_guide = "创业指南：连补贴和收支一起算两年", "Start-up guide: two years of cash with subsidies";
    who = "谁来贷", "Who borrows";
    who_personal = "个人", "A person";
    who_business = "企业", "A firm";
    priority = "属于先导或重点产业", "In a leading or priority industry";
    principal = "贷多少", "How much";
    lpr = "LPR（贷款市场报价利率）", "LPR (loan prime rate)";
    lpr_help = "网站不内置 LPR。请问银行，或看中国人民银行最近公布的数。", "This site has no LPR built in. Ask the bank, or look up the figure that the People's Bank of China last published.";
    spread = "在 LPR 上加多少", "Added to the LPR";
    spread_help = "政策上限是 0.50 个百分点。", "The policy allows at most 0.50 percentage points.";
    points_unit = "个百分点", "points";
    yuan = "元", "yuan";
    months_unit = "个月", "months";
    months = "贷几个月", "For how many months";
    kind = "怎么还", "How it is repaid";
    kind_equal = "每月还一样多（等额本息）", "The same sum every month (equal instalments)";
    kind_interest = "每月付息，到期还本", "Interest monthly, the principal at the end";
    compute = "计算", "Work it out";

    need_principal(max: String) = "请填 1 元到 {max} 之间的数，例如 200000。", "Enter a sum from ¥1 to {max}, for example 200000.";
    need_rate = "请填 0 到 24 之间的数，最多四位小数，例如 3.1。", "Enter a number from 0 to 24 with at most four decimal places, for example 3.1.";
    need_spread = "请填 0 到 0.5 之间的数，例如 0.5。", "Enter a number from 0 to 0.5, for example 0.5.";
    need_months = "请填 1 到 60 之间的整数。", "Enter a whole number from 1 to 60.";
    over_business(max: String) = "超过企业贷款的上限 {max}。下面照您填的数算，银行未必批。", "This is above the limit for firms, {max}. The sums below use your figure; the bank may not lend it.";
    over_personal(max: String) = "个人最高 {max}，待核实，以 12333 为准。下面照您填的数算。", "For a person the limit is {max}; this is not confirmed, ask 12333. The sums below use your figure.";
    long_business = "企业贷款最长 2 年。下面照您填的月数算。", "A firm may borrow for at most 2 years. The sums below use your figure.";
    long_personal = "个人贷款最长 3 年，待核实，以 12333 为准。下面照您填的月数算。", "A person may borrow for at most 3 years; this is not confirmed, ask 12333. The sums below use your figure.";

    empty = "填好数字，点“计算”，结果会出现在这里。", "Fill in the figures and choose “Work it out”. The result appears here.";
    result = "结果", "Result";
    net = "贴息后自己付的利息", "Interest left for you after the subsidy";
    rate = "年利率", "Annual rate";
    rate_is(lpr: String, spread: String, rate: String) = "{lpr}% + {spread}% = {rate}%", "{lpr}% + {spread}% = {rate}%";
    monthly = "每月还", "Each month";
    monthly_interest = "每月付息", "Interest each month";
    at_the_end = "到期还本", "Principal at the end";
    interest = "利息一共", "Interest in all";
    subsidy = "贴息（实际付息的 50%）", "Subsidy (50% of the interest paid)";
    subsidy_note = "先付利息，再申请贴息。每人最多 3 次。", "You pay the interest first and then claim the subsidy. At most 3 times for each person.";
    bank_note = "按月计息，每月利息四舍五入到分。以银行的还款计划为准。", "Interest is counted by the month and rounded to the fen. The bank's own schedule counts.";
    no_rules = "规则数据没有取到，不显示贴息和额度。请以 12333 为准。", "The rules could not be fetched, so the subsidy and the limits are not shown. Ask 12333.";
    chart = "每月还款", "Each month's payment";
    schedule = "还款计划表", "Repayment schedule";
    chart_says(first: String, last: String) = "第 1 个月还 {first}，最后一个月还 {last}。", "The first payment is {first}, the last {last}.";
    bar_principal = "本金", "Principal";
    bar_interest = "利息", "Interest";
    month_no(month: u8) = "第{month}月", "Month {month}";
    as_table = "以表格显示", "Show as a table";
    col_month = "月", "Month";
    col_payment = "还款", "Payment";
    col_interest = "利息", "Interest";
    col_principal = "本金", "Principal";
    col_balance = "剩余", "Balance";
    conditions = "谁能贷、要带什么", "Who can borrow, and with which papers";
}
