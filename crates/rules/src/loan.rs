//! A loan's schedule and its interest subsidy, in exact whole fen.
//!
//! For 创业担保贷款: half of the interest that was actually paid is subsidised.
//! A month's interest is the balance times a twelfth of the annual rate, whatever
//! the month's length, rounded half up to the fen. Banks may count days or round
//! differently; the schedule in the loan contract is the one that counts.

mod big;

use big::Big;
use std::fmt;

/// The largest principal: 100,000,000 yuan, far beyond any guaranteed loan.
pub const MAX_PRINCIPAL_FEN: i64 = 10_000_000_000;
/// The highest annual rate: 100 %.
pub const MAX_RATE: u32 = 1_000_000;
/// The longest term: five years.
pub const MAX_MONTHS: u8 = 60;
/// The share of the interest that the subsidy pays, in percent.
pub const SUBSIDY_PERCENT: u8 = 50;

/// `rate / RATE_DIVISOR` is the interest of one month on one fen.
const RATE_DIVISOR: u64 = 12 * 1_000_000;

/// What a borrower agrees to.
///
/// ```
/// use rules::loan::{Loan, Repayment};
/// let loan = Loan { principal_fen: 30_000_000, rate: 36_000, months: 12, repayment: Repayment::InterestFirst };
/// let schedule = loan.schedule()?;
/// assert_eq!(schedule.total_interest_fen, 1_080_000); // 300,000 yuan at 3.6 % for a year
/// assert_eq!(schedule.subsidy_fen, 540_000);
/// # Ok::<(), rules::loan::LoanError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loan {
    /// The sum borrowed, in fen.
    pub principal_fen: i64,
    /// The annual rate in ten-thousandths of a percent: 3.6 % is 36,000.
    pub rate: u32,
    /// The term in months.
    pub months: u8,
    /// How it is paid back.
    pub repayment: Repayment,
}

/// How a loan is paid back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repayment {
    /// 等额本息: the same sum every month.
    EqualInstalments,
    /// 先息后本: interest every month, the principal with the last.
    InterestFirst,
}

/// One month of a [`Schedule`]; all sums in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// 1 is the first.
    pub month: u8,
    /// What is paid: interest and principal together.
    pub instalment_fen: i64,
    /// The interest in it.
    pub interest_fen: i64,
    /// The principal in it.
    pub principal_fen: i64,
    /// What is still owed afterwards.
    pub balance_fen: i64,
}

/// A loan month by month, and what it costs; all sums in fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// One row a month; the last leaves a balance of 0.
    pub rows: Vec<Row>,
    /// All interest paid.
    pub total_interest_fen: i64,
    /// Half of it, rounded half up to the fen.
    pub subsidy_fen: i64,
    /// What the borrower bears: interest less subsidy.
    pub net_cost_fen: i64,
}

/// Why there is no schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoanError {
    /// Not between 1 fen and [`MAX_PRINCIPAL_FEN`].
    Principal(i64),
    /// Above [`MAX_RATE`].
    Rate(u32),
    /// Not between 1 and [`MAX_MONTHS`].
    Months(u8),
}

impl fmt::Display for LoanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Principal(fen) => {
                write!(
                    f,
                    "a principal of `{fen}` fen is not between 1 and {MAX_PRINCIPAL_FEN}"
                )
            }
            Self::Rate(rate) => {
                write!(
                    f,
                    "an annual rate of `{rate}` ten-thousandths of a percent is above {MAX_RATE}"
                )
            }
            Self::Months(months) => {
                write!(
                    f,
                    "a term of `{months}` months is not between 1 and {MAX_MONTHS}"
                )
            }
        }
    }
}

impl std::error::Error for LoanError {}

impl Loan {
    /// The loan month by month.
    ///
    /// With equal instalments the last one takes what rounding left over.
    ///
    /// # Errors
    ///
    /// [`LoanError`] where principal, rate or term is out of its bounds.
    pub fn schedule(&self) -> Result<Schedule, LoanError> {
        self.check()?;
        let instalment = match self.repayment {
            Repayment::EqualInstalments => self.equal_instalment(),
            Repayment::InterestFirst => 0,
        };
        let mut rows = Vec::with_capacity(usize::from(self.months));
        let mut balance = self.principal_fen;
        let mut total_interest_fen = 0;
        for month in 1..=self.months {
            let interest_fen = self.month_interest(balance);
            let principal_fen = if month == self.months {
                balance
            } else {
                // A principal of a few fen is paid back before the term ends: the
                // rounded instalment must not overshoot the balance.
                (instalment - interest_fen).clamp(0, balance)
            };
            balance -= principal_fen;
            total_interest_fen += interest_fen;
            rows.push(Row {
                month,
                instalment_fen: interest_fen + principal_fen,
                interest_fen,
                principal_fen,
                balance_fen: balance,
            });
        }
        let subsidy_fen = (total_interest_fen * i64::from(SUBSIDY_PERCENT) + 50) / 100;
        let net_cost_fen = total_interest_fen - subsidy_fen;
        Ok(Schedule {
            rows,
            total_interest_fen,
            subsidy_fen,
            net_cost_fen,
        })
    }

    fn check(&self) -> Result<(), LoanError> {
        if !(1..=MAX_PRINCIPAL_FEN).contains(&self.principal_fen) {
            return Err(LoanError::Principal(self.principal_fen));
        }
        if self.rate > MAX_RATE {
            return Err(LoanError::Rate(self.rate));
        }
        if !(1..=MAX_MONTHS).contains(&self.months) {
            return Err(LoanError::Months(self.months));
        }
        Ok(())
    }

    /// One month's interest on a balance of at most the principal: at most 10^16 before the division.
    fn month_interest(&self, balance: i64) -> i64 {
        let divisor = RATE_DIVISOR as i64;
        (balance * i64::from(self.rate) + divisor / 2) / divisor
    }

    /// The equal instalment, rounded half up to the fen; exact.
    ///
    /// With `r = rate / divisor` it is `P r (1+r)^n / ((1+r)^n - 1)`, as whole numbers
    /// `P rate (divisor+rate)^n / (divisor ((divisor+rate)^n - divisor^n)) * divisor / divisor`.
    fn equal_instalment(&self) -> i64 {
        let principal = self.principal_fen.unsigned_abs();
        let (n, rate) = (u64::from(self.months), u64::from(self.rate));
        if rate == 0 {
            return ((2 * principal + n) / (2 * n)) as i64;
        }
        let grown = Big::power(RATE_DIVISOR + rate, self.months);
        let flat = Big::power(RATE_DIVISOR, self.months);
        let numerator = grown.times(principal).times(rate);
        let denominator = grown.minus(&flat).times(RATE_DIVISOR);
        numerator.divide_half_up(&denominator, 2 * principal) as i64
    }
}

#[cfg(test)]
mod tests;
