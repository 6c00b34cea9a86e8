//! Words of `/malan` about money: what may be claimed, and two years of cash.

use super::texts;

texts! {
    money = "能领的钱、能借的钱", "What you may claim and borrow";
    money_help = "照您的回答和填的日子算。没答完的，不当作能领。", "Worked out from your answers and days. What is not answered is not counted as yours.";
    months_from_dates = "经营和参保的月数按填的日子算，当中没有断过。", "Months in business and of insurance are counted from your days, without a break.";
    told_other(label: &str, told: i64, counted: i64) = "{label}：您答过 {told}，按填的日子算是 {counted}。这里按日子算。", "{label}: you answered {told}; counted from your days it is {counted}. This page goes by the days.";
    need_dates(list: String) = "还要填日子：{list}。", "Days still to enter: {list}.";
    to_dates = "去填日子", "Enter them";
    earliest(day: String) = "一直这样下去，最早 {day}可以申请", "If all goes on, you can apply from {day}";
    beyond_rules(day: String) = "规则只核对到 {day}，之后可能不同。", "The rules are checked up to {day}; they may differ later.";
    open_chance = "今天还不符合；以后符不符合，还要看没回答的问题。", "Not today. Whether the conditions hold later depends on open answers.";
    no_chance = "照现在的回答和日子，两年内等不到符合的那天。", "With your answers and days, the conditions do not hold within two years.";
    interest_half = "贴息：实付利息的一半，每人最多 3 次", "Interest subsidy: half of the interest actually paid, at most 3 times per person";

    cash = "两年的钱够不够", "Does the money last two years?";
    cash_help = "只算您填的数，一分不猜。补贴默认不算，要算进去由您选。", "Only your own figures count; nothing is guessed. Subsidies are left out unless you add them.";
    own = "自己的钱", "Your own money";
    own_help = "开始时手里能用的钱。", "What you can use at the beginning.";
    setup = "开办花多少", "Cost of opening";
    setup_help = "装修、设备、押金这些一次性的钱，算在第 1 个月。", "Fittings, equipment, deposits: paid once, in month 1.";
    income = "做稳以后每月进多少", "Monthly income once running";
    cost = "每月花多少", "Monthly costs";
    cost_help = "房租、进货、工资、社保等。还贷不用填在这里。", "Rent, stock, wages, insurance and so on. Leave loan payments out.";
    income_from = "从第几个月开始有收入", "First month with income";
    full_from = "到第几个月做稳", "Month of full income";
    full_help = "当中每月平均往上加。一开始就有全部收入的，两个都填 1。", "In between it grows evenly. If all income is there from the start, enter 1 in both.";
    month_unit = "月", "month";
    months_unit = "个月", "months";
    yuan = "元", "yuan";
    borrow = "借不借钱", "Borrowing";
    borrow_none = "不借", "No loan";
    borrow_person = "个人贷", "As a person";
    borrow_firm = "企业贷", "As a firm";
    principal = "借多少", "How much";
    rate = "年利率", "Annual rate";
    rate_help = "问银行，或在贷款页按 LPR 算。", "Ask the bank, or see the loan page for LPR.";
    term = "借几个月", "For how many months";
    loan_month = "第几个月拿到钱", "Month in which it comes";
    loan_month_help = "下个月开始还。", "Payments begin the month after.";
    to_loan = "贷款页", "The loan page";
    compute = "计算", "Work it out";
    empty = "填好数字，点“计算”，结果会出现在这里。", "Fill in the figures and choose “Work it out”. The result appears here.";

    need_sum(max: String) = "请填 0 元到 {max} 之间的数，例如 50000。", "Enter a sum from ¥0 to {max}, for example 50000.";
    need_principal(max: String) = "请填 1 元到 {max} 之间的数，例如 200000。", "Enter a sum from ¥1 to {max}, for example 200000.";
    need_month = "请填 1 到 24 之间的整数。", "Enter a whole number from 1 to 24.";
    need_full = "请填 1 到 24 之间的整数，不早于开始有收入的月份。", "Enter a whole number from 1 to 24, not before the first month with income.";
    need_rate = "请填 0 到 24 之间的数，最多四位小数，例如 3.6。", "Enter a number from 0 to 24 with at most four decimal places, for example 3.6.";
    need_term = "请填 1 到 60 之间的整数。", "Enter a whole number from 1 to 60.";

    lowest = "最紧的月份", "Tightest month";
    lowest_is(month: String, sum: String) = "{month}，月底剩 {sum}", "{month}: {sum} left at its end";
    lacking(month: String, sum: String) = "{month}，月底还差 {sum}", "{month}: {sum} short at its end";
    gain = "开始不亏", "Break-even";
    gain_never = "24 个月里没有", "Not within 24 months";
    safe = "手里不再缺钱", "Never short again";
    safe_always = "一直不缺", "Never short at all";
    safe_never = "到第 24 个月还缺钱", "Still short after month 24";
    at_end = "24 个月后手里有", "Cash after 24 months";
    owed = "那时还欠贷款", "Loan still owed then";
    defined = "月结果 = 收入 − 支出 − 还贷；自己的钱、借来的钱、补贴不算在内。“开始不亏”是月结果第一次不小于 0 的月份；“手里不再缺钱”是从那个月起，每个月底都不小于 0。第 1 个月是开始的那个日历月。", "A month’s result is income less costs less loan payments; own money, borrowed money and subsidies are not in it. Break-even is the first month whose result is not below 0. “Never short again” is the month from which on no month ends below 0. Month 1 is the calendar month of the beginning.";
    nth(month: u8) = "第 {month} 个月", "Month {month}";
    nth_of(month: u8, of: String) = "第 {month} 个月（{of}）", "Month {month} ({of})";
    starts(of: String) = "从 {of}算起", "Counted from {of}";

    add = "算进去的补贴", "Subsidies to add";
    add_help = "哪个月到账没有规定，是您自己的假设；不会早于最早能申请的那个月。", "No rule says in which month money arrives. The month is your own assumption, and never before the first month in which you can apply.";
    can_from(month: String) = "最早{month}可以申请。", "You can apply from: {month}.";
    cannot_no_loan = "没有借钱，或者 24 个月里还没有付过利息。", "There is no loan, or no interest is paid within the 24 months.";
    add_it = "算进去", "Add it";
    arrives = "假设第几个月到账", "Month in which it arrives, as you assume";
    need_arrival(first: u8) = "请填 {first} 到 24 之间的整数：第 {first} 个月以前还不能申请。", "Enter a whole number from {first} to 24: before month {first} you cannot apply.";
    cannot_open = "还有问题没有回答，不算进去。", "Questions are still open, so it cannot be added.";
    cannot_not = "照现在的回答不符合，不算进去。", "With your answers you do not qualify, so it cannot be added.";
    cannot_interest(sum: String) = "个人贷款的条件没有收录，贴息不算进去。批下来的话，到第 24 个月为止付的利息，一半是 {sum}。", "The conditions for individuals are not in hand, so the subsidy cannot be added. If it is granted, half of the interest paid before month 24 is {sum}.";
    interest = "贴息", "Interest subsidy";
    interest_sum = "到账前已付利息的一半", "Half of the interest paid before it arrives";

    chart = "每个月底手里的钱", "Cash at each month’s end";
    chart_says(lowest: String, end: String) = "最低：{lowest}。24 个月后：{end}。", "Lowest: {lowest}. After 24 months: {end}.";
    mark_lowest = "最紧：", "Tightest: ";
    mark_gain = "开始不亏：", "Break-even: ";
    as_table = "以表格显示", "Show as a table";
    col_month = "月", "Month";
    col_income = "收入", "Income";
    col_cost = "支出", "Costs";
    col_repaid = "还贷", "Loan";
    col_result = "月结果", "Result";
    col_in = "借入和补贴", "Loan and subsidies";
    col_cash = "月底", "Cash";
}
