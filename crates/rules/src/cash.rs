//! The money of a small business month by month for two years, in exact whole fen.
//!
//! Only what a person enters is counted: nothing is estimated, nothing grows by itself. A
//! month's *result* is what the business brings in less what it costs and what the loan takes
//! back; own money, the loan itself and subsidies are no result. Cash is what is left at a
//! month's end.

use crate::loan::{Loan, LoanError, MAX_MONTHS, SUBSIDY_PERCENT, Schedule};
use std::fmt;

/// The months that are looked at.
pub const MONTHS: u8 = 24;

/// The largest sum that can be entered: 100,000,000 yuan, in fen.
pub const MAX_FEN: i64 = 10_000_000_000;

/// What a person has, expects and assumes; sums in fen, months from 1 to [`MONTHS`].
///
/// ```
/// use rules::cash::Plan;
/// // 50,000 yuan of one's own, 30,000 to set up, 8,000 a month to pay, 10,000 a month from
/// // the fourth month on.
/// let plan = Plan {
///     own_fen: 5_000_000,
///     setup_fen: 3_000_000,
///     cost_fen: 800_000,
///     income_fen: 1_000_000,
///     income_from: 4,
///     full_from: 4,
///     ..Plan::default()
/// };
/// let view = plan.view()?;
/// // 50,000 - 30,000 - 3 × 8,000 = -4,000: it does not last until the income comes.
/// assert_eq!(view.months[2].cash_fen, -400_000);
/// assert_eq!((view.lowest, view.first_gain, view.safe_from), (3, Some(4), Some(5)));
/// # Ok::<(), rules::cash::CashError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One's own money at the beginning.
    pub own_fen: i64,
    /// What it costs to open, paid in the first month.
    pub setup_fen: i64,
    /// What comes in each month once the business is fully running.
    pub income_fen: i64,
    /// The first month with income.
    pub income_from: u8,
    /// The month from which the income is full; before it, the income grows evenly.
    pub full_from: u8,
    /// What each month costs, the loan's instalments apart.
    pub cost_fen: i64,
    /// The loan.
    pub loan: Option<Borrowed>,
    /// What is paid to the business besides, each in its month.
    pub subsidies: Vec<Arrival>,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            own_fen: 0,
            setup_fen: 0,
            income_fen: 0,
            income_from: 1,
            full_from: 1,
            cost_fen: 0,
            loan: None,
            subsidies: Vec::new(),
        }
    }
}

/// A loan and when it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Borrowed {
    /// What was agreed.
    pub loan: Loan,
    /// The month in which the money comes; the first instalment is paid in the next one.
    pub month: u8,
}

/// Money that comes once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The month in which it comes.
    pub month: u8,
    /// How much.
    pub fen: i64,
}

/// One month; all sums in fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// 1 is the first.
    pub month: u8,
    /// What the business brings in.
    pub income_fen: i64,
    /// What it costs; the first month's with what it costs to open.
    pub cost_fen: i64,
    /// What the loan takes back, interest and principal.
    pub repaid_fen: i64,
    /// Income less cost less what is repaid.
    pub result_fen: i64,
    /// What the loan brings.
    pub borrowed_fen: i64,
    /// What subsidies bring.
    pub subsidy_fen: i64,
    /// What is left at the month's end; below zero, so much is lacking.
    pub cash_fen: i64,
}

/// Two years, and the months that matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// [`MONTHS`] of them.
    pub months: Vec<Month>,
    /// The month at whose end there is the least cash; the first of several.
    pub lowest: u8,
    /// The first month whose result is not below zero.
    pub first_gain: Option<u8>,
    /// The first month from which on the cash is never below zero at a month's end, as far as
    /// the two years go. `None` where it is below zero at their end.
    pub safe_from: Option<u8>,
    /// What is still owed on the loan at the end, in fen.
    pub owed_fen: i64,
}

/// Why there is no view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CashError {
    /// A sum that is below zero or above [`MAX_FEN`].
    Sum(i64),
    /// A month that is none of the two years'.
    Month(u8),
    /// The income is full before it begins.
    Full {
        /// The first month with income.
        from: u8,
        /// The month from which it should be full.
        full: u8,
    },
    /// More than 16 subsidies.
    Subsidies(usize),
    /// The loan is out of its bounds.
    Loan(LoanError),
}

impl fmt::Display for CashError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sum(fen) => write!(f, "a sum of `{fen}` fen is not between 0 and {MAX_FEN}"),
            Self::Month(month) => write!(f, "the month `{month}` is not between 1 and {MONTHS}"),
            Self::Full { from, full } => write!(
                f,
                "the income is full in month `{full}`, before it begins in month `{from}`"
            ),
            Self::Subsidies(n) => write!(f, "`{n}` subsidies are more than {MOST_SUBSIDIES}"),
            Self::Loan(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CashError {}

const MOST_SUBSIDIES: usize = 16;

impl Plan {
    /// The two years.
    ///
    /// # Errors
    ///
    /// [`CashError`] where a sum or a month is out of its bounds.
    pub fn view(&self) -> Result<View, CashError> {
        self.check()?;
        let schedule = self.schedule()?;
        let mut cash_fen = self.own_fen;
        let mut months = Vec::with_capacity(usize::from(MONTHS));
        for month in 1..=MONTHS {
            let cost_fen = self.cost_fen + if month == 1 { self.setup_fen } else { 0 };
            let income_fen = self.income(month);
            let repaid_fen = self.repaid(schedule.as_ref(), month);
            let result_fen = income_fen - cost_fen - repaid_fen;
            let borrowed = self.loan.filter(|borrowed| borrowed.month == month);
            let borrowed_fen = borrowed.map_or(0, |borrowed| borrowed.loan.principal_fen);
            let arrived = self.subsidies.iter().filter(|it| it.month == month);
            let subsidy_fen = arrived.map(|arrival| arrival.fen).sum();
            cash_fen += result_fen + borrowed_fen + subsidy_fen;
            months.push(Month {
                month,
                income_fen,
                cost_fen,
                repaid_fen,
                result_fen,
                borrowed_fen,
                subsidy_fen,
                cash_fen,
            });
        }
        // `min_by_key` gives the first of several.
        let lowest = months.iter().min_by_key(|month| month.cash_fen);
        let first_gain = months.iter().find(|month| month.result_fen >= 0);
        let safe = months.iter().rev().take_while(|month| month.cash_fen >= 0);
        let owed = self.loan.zip(schedule.as_ref());
        Ok(View {
            lowest: lowest.map_or(1, |month| month.month),
            first_gain: first_gain.map(|month| month.month),
            safe_from: safe.last().map(|month| month.month),
            owed_fen: owed.map_or(0, |(borrowed, schedule)| {
                let paid = usize::from(MONTHS - borrowed.month);
                let last = paid.checked_sub(1).map(|last| schedule.rows.get(last));
                match last {
                    Some(row) => row.map_or(0, |row| row.balance_fen),
                    None => borrowed.loan.principal_fen,
                }
            }),
            months,
        })
    }

    /// The interest subsidy for the interest that is paid before a month: half of it, rounded
    /// half up to the fen, as [`Loan::schedule`] does.
    ///
    /// # Errors
    ///
    /// As [`Plan::view`].
    pub fn interest_subsidy(&self, month: u8) -> Result<i64, CashError> {
        month_of(month)?;
        let Some((borrowed, schedule)) = self.loan.zip(self.schedule()?) else {
            return Ok(0);
        };
        month_of(borrowed.month)?;
        let paid = month.saturating_sub(borrowed.month + 1);
        let rows = schedule.rows.iter().take(usize::from(paid));
        let interest: i64 = rows.map(|row| row.interest_fen).sum();
        Ok((interest * i64::from(SUBSIDY_PERCENT) + 50) / 100)
    }

    fn schedule(&self) -> Result<Option<Schedule>, CashError> {
        let schedule = self.loan.map(|borrowed| borrowed.loan.schedule());
        schedule.transpose().map_err(CashError::Loan)
    }

    /// What a month brings in: nothing before the first month with income, all of it from the
    /// month on in which it is full, and in between even steps, rounded down to the fen.
    fn income(&self, month: u8) -> i64 {
        if month < self.income_from {
            return 0;
        }
        if month >= self.full_from {
            return self.income_fen;
        }
        let steps = i64::from(self.full_from - self.income_from + 1);
        self.income_fen * i64::from(month - self.income_from + 1) / steps
    }

    /// The instalment of a month.
    fn repaid(&self, schedule: Option<&Schedule>, month: u8) -> i64 {
        let row = self.loan.zip(schedule).and_then(|(borrowed, schedule)| {
            let nth = month.checked_sub(borrowed.month + 1)?;
            schedule.rows.get(usize::from(nth))
        });
        row.map_or(0, |row| row.instalment_fen)
    }

    fn check(&self) -> Result<(), CashError> {
        let sums = [self.own_fen, self.setup_fen, self.income_fen, self.cost_fen];
        let arrivals = self.subsidies.iter();
        for fen in sums.into_iter().chain(arrivals.map(|it| it.fen)) {
            if !(0..=MAX_FEN).contains(&fen) {
                return Err(CashError::Sum(fen));
            }
        }
        if self.subsidies.len() > MOST_SUBSIDIES {
            return Err(CashError::Subsidies(self.subsidies.len()));
        }
        let months = self.subsidies.iter().map(|it| it.month);
        let months = months.chain(self.loan.iter().map(|it| it.month));
        for month in months.chain([self.income_from, self.full_from]) {
            month_of(month)?;
        }
        if self.full_from < self.income_from {
            return Err(CashError::Full {
                from: self.income_from,
                full: self.full_from,
            });
        }
        Ok(())
    }
}

fn month_of(month: u8) -> Result<(), CashError> {
    match (1..=MONTHS).contains(&month) {
        true => Ok(()),
        false => Err(CashError::Month(month)),
    }
}

// A loan may run longer than the two years: what is left is told in `View::owed_fen`.
const _: () = assert!(MAX_MONTHS > MONTHS);

#[cfg(test)]
mod tests;
