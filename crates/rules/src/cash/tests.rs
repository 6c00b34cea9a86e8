use super::*;
use crate::loan::{MAX_PRINCIPAL_FEN, MAX_RATE, Repayment};
use proptest::prelude::*;

fn sum() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), Just(MAX_FEN), 0..=MAX_FEN, 0..=5_000_000i64]
}

fn month() -> impl Strategy<Value = u8> {
    1..=MONTHS
}

prop_compose! {
    fn borrowed()(
        principal_fen in prop_oneof![1..=MAX_PRINCIPAL_FEN, 1..=100_000_000i64],
        rate in prop_oneof![0..=MAX_RATE, 20_000..=60_000u32],
        months in 1..=MAX_MONTHS,
        equal in any::<bool>(),
        month in month(),
    ) -> Borrowed {
        let repayment = if equal { Repayment::EqualInstalments } else { Repayment::InterestFirst };
        Borrowed { loan: Loan { principal_fen, rate, months, repayment }, month }
    }
}

prop_compose! {
    fn any_plan()(
        sums in (sum(), sum(), sum(), sum()),
        ramp in (month(), month()),
        loan in proptest::option::of(borrowed()),
        subsidies in proptest::collection::vec((month(), sum()), 0..=4),
    ) -> Plan {
        let (own_fen, setup_fen, income_fen, cost_fen) = sums;
        let subsidies = subsidies.into_iter().map(|(month, fen)| Arrival { month, fen });
        Plan {
            own_fen,
            setup_fen,
            income_fen,
            income_from: ramp.0.min(ramp.1),
            full_from: ramp.0.max(ramp.1),
            cost_fen,
            loan,
            subsidies: subsidies.collect(),
        }
    }
}

/// What moves money: month, sum, and whether the business itself moves it.
type Move = (u8, i128, bool);

/// Everything that moves money, as a ledger. The income of a growing month is told by how many
/// fen of `steps` equal shares are full.
fn ledger(plan: &Plan) -> Vec<Move> {
    let mut moves = vec![(1, -i128::from(plan.setup_fen), true)];
    for month in 1..=24 {
        moves.push((month, -i128::from(plan.cost_fen), true));
        let steps = i128::from(plan.full_from) - i128::from(plan.income_from) + 1;
        let reached = i128::from(month) - i128::from(plan.income_from) + 1;
        let reached = reached.clamp(0, steps);
        let income = i128::from(plan.income_fen);
        // Largest n with n * steps <= income * reached.
        moves.push((month, (income * reached).div_euclid(steps), true));
    }
    for arrival in &plan.subsidies {
        moves.push((arrival.month, i128::from(arrival.fen), false));
    }
    if let Some(borrowed) = plan.loan {
        let principal = i128::from(borrowed.loan.principal_fen);
        moves.push((borrowed.month, principal, false));
        for row in borrowed.loan.schedule().unwrap().rows {
            moves.push((
                borrowed.month + row.month,
                -i128::from(row.instalment_fen),
                true,
            ));
        }
    }
    moves
}

fn total(moves: &[Move], wanted: impl Fn(&Move) -> bool) -> i128 {
    moves.iter().filter(|it| wanted(it)).map(|it| it.1).sum()
}

proptest! {
    #[test]
    fn the_view_is_that_of_the_ledger(plan in any_plan()) {
        let view = plan.view().unwrap();
        let moves = ledger(&plan);
        let cash: Vec<i128> = (1..=24)
            .map(|month| i128::from(plan.own_fen) + total(&moves, |it| it.0 <= month))
            .collect();
        let results: Vec<i128> = (1..=24)
            .map(|month| total(&moves, |it| it.0 == month && it.2))
            .collect();
        prop_assert_eq!(view.months.len(), 24);
        for (at, month) in view.months.iter().enumerate() {
            prop_assert_eq!(usize::from(month.month), at + 1);
            prop_assert_eq!(i128::from(month.cash_fen), cash[at]);
            prop_assert_eq!(i128::from(month.result_fen), results[at]);
            // What is shown beside each other adds up.
            let shown = month.income_fen - month.cost_fen - month.repaid_fen;
            prop_assert_eq!(month.result_fen, shown);
            let before = if at == 0 { plan.own_fen } else { view.months[at - 1].cash_fen };
            let moved = month.result_fen + month.borrowed_fen + month.subsidy_fen;
            prop_assert_eq!(month.cash_fen, before + moved);
        }
        let least = *cash.iter().min().unwrap();
        let lowest = cash.iter().position(|it| *it == least).unwrap() + 1;
        prop_assert_eq!(usize::from(view.lowest), lowest);
        let gain = results.iter().position(|it| *it >= 0).map(|at| at + 1);
        prop_assert_eq!(view.first_gain.map(usize::from), gain);
        let safe = (0..24).find(|at| cash[*at..].iter().all(|it| *it >= 0)).map(|at| at + 1);
        prop_assert_eq!(view.safe_from.map(usize::from), safe);
        // What is not repaid within the two years is still owed.
        let owed = plan.loan.map_or(0, |borrowed| {
            let rows = borrowed.loan.schedule().unwrap().rows;
            let paid = rows.iter().filter(|row| borrowed.month + row.month <= 24);
            borrowed.loan.principal_fen - paid.map(|row| row.principal_fen).sum::<i64>()
        });
        prop_assert_eq!(view.owed_fen, owed);
    }

    #[test]
    fn the_interest_subsidy_is_half_of_what_was_paid_before(plan in any_plan(), month in month()) {
        let paid = plan.loan.map_or(0, |borrowed| {
            let rows = borrowed.loan.schedule().unwrap().rows;
            let before = rows.iter().filter(|row| borrowed.month + row.month < month);
            before.map(|row| row.interest_fen).sum::<i64>()
        });
        // Twice the subsidy is the interest, or one fen more.
        let subsidy = plan.interest_subsidy(month).unwrap();
        prop_assert!(matches!(2 * subsidy - paid, 0 | 1), "{subsidy} of {paid}");
    }
}

#[test]
fn what_is_out_of_bounds_is_refused() {
    let plan = Plan::default();
    let refused = |plan: Plan| plan.view().unwrap_err();
    let sum = |own_fen| Plan {
        own_fen,
        ..Plan::default()
    };
    assert_eq!(refused(sum(-1)), CashError::Sum(-1));
    assert_eq!(refused(sum(MAX_FEN + 1)), CashError::Sum(MAX_FEN + 1));
    let arrival = |month, fen| Plan {
        subsidies: vec![Arrival { month, fen }],
        ..Plan::default()
    };
    assert_eq!(refused(arrival(0, 1)), CashError::Month(0));
    assert_eq!(refused(arrival(25, 1)), CashError::Month(25));
    assert_eq!(refused(arrival(24, -1)), CashError::Sum(-1));
    let ramp = |from, full| Plan {
        income_from: from,
        full_from: full,
        ..Plan::default()
    };
    assert_eq!(refused(ramp(3, 2)), CashError::Full { from: 3, full: 2 });
    assert_eq!(refused(ramp(1, 25)), CashError::Month(25));
    let loan = |principal_fen, month| {
        let loan = Loan {
            principal_fen,
            rate: 30_000,
            months: 12,
            repayment: Repayment::InterestFirst,
        };
        Plan {
            loan: Some(Borrowed { loan, month }),
            ..Plan::default()
        }
    };
    assert_eq!(
        refused(loan(0, 1)),
        CashError::Loan(LoanError::Principal(0))
    );
    assert_eq!(refused(loan(1, 0)), CashError::Month(0));
    assert_eq!(loan(1, 25).interest_subsidy(3), Err(CashError::Month(25)));
    assert_eq!(plan.interest_subsidy(25), Err(CashError::Month(25)));
    let many = Plan {
        subsidies: vec![Arrival { month: 1, fen: 0 }; 17],
        ..Plan::default()
    };
    assert_eq!(refused(many), CashError::Subsidies(17));
}

#[test]
fn the_loan_comes_and_is_paid_back_from_the_next_month_on() {
    // 12,000 yuan at 6 %, 12 months, interest first: 60 a month, 12,060 with the last.
    let loan = Loan {
        principal_fen: 1_200_000,
        rate: 60_000,
        months: 12,
        repayment: Repayment::InterestFirst,
    };
    let plan = Plan {
        loan: Some(Borrowed { loan, month: 2 }),
        ..Plan::default()
    };
    let view = plan.view().unwrap();
    let cash: Vec<i64> = view
        .months
        .iter()
        .map(|month| month.cash_fen / 100)
        .collect();
    assert_eq!(&cash[..4], [0, 12_000, 11_940, 11_880]);
    assert_eq!((cash[12], cash[13], cash[23]), (11_340, -720, -720));
    assert_eq!((view.lowest, view.safe_from, view.owed_fen), (14, None, 0));
    // Before the second month nothing was paid; before the fourteenth 11 times 60.
    assert_eq!(plan.interest_subsidy(2), Ok(0));
    assert_eq!(plan.interest_subsidy(3), Ok(0));
    assert_eq!(plan.interest_subsidy(4), Ok(3_000));
    assert_eq!(plan.interest_subsidy(14), Ok(33_000));
}
