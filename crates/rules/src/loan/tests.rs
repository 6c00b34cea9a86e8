use super::*;
use num_bigint::BigUint;
use proptest::prelude::*;

fn loan(principal_fen: i64, rate: u32, months: u8, repayment: Repayment) -> Loan {
    Loan {
        principal_fen,
        rate,
        months,
        repayment,
    }
}

fn any_repayment() -> impl Strategy<Value = Repayment> {
    prop_oneof![
        Just(Repayment::EqualInstalments),
        Just(Repayment::InterestFirst)
    ]
}

fn any_loan() -> impl Strategy<Value = Loan> {
    let principal = prop_oneof![1..=MAX_PRINCIPAL_FEN, 1..=1_000i64, Just(MAX_PRINCIPAL_FEN)];
    let rate = prop_oneof![0..=MAX_RATE, 0..=100u32, 20_000..=80_000u32, Just(MAX_RATE)];
    (principal, rate, 1..=MAX_MONTHS, any_repayment()).prop_map(|(p, r, n, k)| loan(p, r, n, k))
}

/// The instalment by rationals of `num-bigint`: `floor(x + 1/2)`.
fn oracle_instalment(loan: &Loan) -> i64 {
    let big = |n: u64| BigUint::from(n);
    let n = u32::from(loan.months);
    let (p, r) = (big(loan.principal_fen as u64), big(loan.rate.into()));
    let (numerator, denominator) = if loan.rate == 0 {
        (p, big(n.into()))
    } else {
        let (d, grown) = (big(12_000_000), big(12_000_000) + &r);
        (p * &r * grown.pow(n), (grown.pow(n) - d.pow(n)) * d)
    };
    let rounded = (&numerator * 2u32 + &denominator) / (&denominator * 2u32);
    i64::try_from(rounded).unwrap()
}

/// What rounding can come to by the last month, in fen: half a fen of instalment and half a
/// fen of interest every month, and the interest on all of it until the end.
fn rounding_slack(rate: u32, months: u8) -> i64 {
    let millionths = (0..months).fold(0i64, |sum, _| {
        sum + 1_000_000 + sum * i64::from(rate) / 12_000_000 + 1
    });
    millionths / 1_000_000 + 1
}

#[test]
fn a_textbook_loan_by_equal_instalments() {
    // 100,000 yuan, 4.35 %, 12 months; worked in fractions elsewhere.
    let schedule = loan(10_000_000, 43_500, 12, Repayment::EqualInstalments)
        .schedule()
        .unwrap();
    let first = schedule.rows[0];
    assert_eq!(
        (
            first.instalment_fen,
            first.interest_fen,
            first.principal_fen
        ),
        (853_099, 36_250, 816_849)
    );
    assert_eq!(first.balance_fen, 9_183_151);
    assert_eq!(schedule.rows[11].balance_fen, 0);
    assert_eq!(schedule.total_interest_fen, 237_190);
    assert_eq!(
        schedule.subsidy_fen + schedule.net_cost_fen,
        schedule.total_interest_fen
    );
}

#[test]
fn the_principal_comes_last_with_interest_first() {
    let schedule = loan(50_000_000, 36_000, 36, Repayment::InterestFirst)
        .schedule()
        .unwrap();
    assert!(
        schedule.rows[..35]
            .iter()
            .all(|row| row.instalment_fen == 150_000 && row.balance_fen == 50_000_000)
    );
    assert_eq!(schedule.rows[35].instalment_fen, 50_150_000);
    assert_eq!(
        (schedule.total_interest_fen, schedule.subsidy_fen),
        (5_400_000, 2_700_000)
    );
}

#[test]
fn without_interest_the_principal_is_spread_evenly() {
    let schedule = loan(100, 0, 3, Repayment::EqualInstalments)
        .schedule()
        .unwrap();
    let instalments: Vec<i64> = schedule.rows.iter().map(|row| row.instalment_fen).collect();
    assert_eq!(instalments, [33, 33, 34]);
    assert_eq!(schedule.total_interest_fen, 0);
}

#[test]
fn half_a_fen_of_interest_and_of_subsidy_rounds_up() {
    // 600 fen at 1 % is 0.5 fen a month.
    let schedule = loan(600, 10_000, 1, Repayment::InterestFirst)
        .schedule()
        .unwrap();
    assert_eq!(
        (
            schedule.total_interest_fen,
            schedule.subsidy_fen,
            schedule.net_cost_fen
        ),
        (1, 1, 0)
    );
}

#[test]
fn what_is_out_of_bounds_is_named() {
    let text = |loan: Loan| loan.schedule().unwrap_err().to_string();
    let kind = Repayment::EqualInstalments;
    assert_eq!(
        text(loan(0, 1, 1, kind)),
        "a principal of `0` fen is not between 1 and 10000000000"
    );
    assert_eq!(
        text(loan(MAX_PRINCIPAL_FEN + 1, 1, 1, kind)),
        "a principal of `10000000001` fen is not between 1 and 10000000000"
    );
    assert_eq!(
        text(loan(1, MAX_RATE + 1, 1, kind)),
        "an annual rate of `1000001` ten-thousandths of a percent is above 1000000"
    );
    assert_eq!(
        text(loan(1, 1, 0, kind)),
        "a term of `0` months is not between 1 and 60"
    );
    assert_eq!(
        text(loan(1, 1, 61, kind)),
        "a term of `61` months is not between 1 and 60"
    );
}

proptest! {
    #[test]
    fn the_instalment_is_the_exact_one(mut loan in any_loan()) {
        loan.repayment = Repayment::EqualInstalments;
        prop_assert_eq!(loan.equal_instalment(), oracle_instalment(&loan));
    }

    #[test]
    fn the_balance_ends_at_zero_and_the_sums_agree(loan in any_loan()) {
        let schedule = loan.schedule().unwrap();
        prop_assert_eq!(schedule.rows.len(), usize::from(loan.months));
        let mut balance = loan.principal_fen;
        for (row, month) in schedule.rows.iter().zip(1u8..) {
            prop_assert_eq!(row.month, month);
            prop_assert!(row.principal_fen >= 0 && row.interest_fen >= 0);
            prop_assert_eq!(row.instalment_fen, row.principal_fen + row.interest_fen);
            balance -= row.principal_fen;
            prop_assert_eq!(row.balance_fen, balance);
        }
        prop_assert_eq!(balance, 0);
        let interest: i64 = schedule.rows.iter().map(|row| row.interest_fen).sum();
        let paid: i64 = schedule.rows.iter().map(|row| row.instalment_fen).sum();
        prop_assert_eq!(schedule.total_interest_fen, interest);
        prop_assert_eq!(paid, loan.principal_fen + interest);
        prop_assert_eq!(schedule.subsidy_fen + schedule.net_cost_fen, interest);
        prop_assert!((0..=1).contains(&(schedule.subsidy_fen - schedule.net_cost_fen)));
    }

    #[test]
    fn all_instalments_but_the_last_are_equal(principal in 1_000_000..=MAX_PRINCIPAL_FEN, rate in 0..=MAX_RATE, months in 2..=MAX_MONTHS) {
        let schedule = loan(principal, rate, months, Repayment::EqualInstalments).schedule().unwrap();
        let (last, others) = schedule.rows.split_last().unwrap();
        let first = others[0].instalment_fen;
        prop_assert!(others.iter().all(|row| row.instalment_fen == first));
        let slack = rounding_slack(rate, months);
        prop_assert!((last.instalment_fen - first).abs() <= slack, "{} {} {}", last.instalment_fen, first, slack);
    }

    #[test]
    fn a_higher_rate_never_costs_less(loan in any_loan(), more in 1u32..100_000) {
        let dearer = Loan { rate: (loan.rate + more).min(MAX_RATE), ..loan };
        let (cheap, dear) = (loan.schedule().unwrap(), dearer.schedule().unwrap());
        match loan.repayment {
            Repayment::InterestFirst => prop_assert!(dear.total_interest_fen >= cheap.total_interest_fen),
            Repayment::EqualInstalments => {
                prop_assert!(dearer.equal_instalment() >= loan.equal_instalment());
                // Rounding alone may tip two rates that hardly differ the other way.
                let slack = 2 * rounding_slack(dearer.rate, loan.months);
                prop_assert!(dear.total_interest_fen + slack >= cheap.total_interest_fen);
            }
        }
    }
}
