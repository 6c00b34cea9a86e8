//! What the visitor has, expects and assumes about money: the form's state, kept on the device.

use super::Desk;
use crate::components::typed::plain_number;
use crate::lang::Lang;
use crate::ui::prelude::*;
use pack::facts::parse_decimal;
use rules::cash::{Borrowed, MAX_FEN, MONTHS, Plan};
use rules::loan::{Loan, MAX_MONTHS, MAX_PRINCIPAL_FEN, Repayment};

/// Decimal places of a rate in percent.
const RATE_PLACES: u8 = 4;
/// 24 %: far above any rate that a bank may ask.
const MAX_RATE: i64 = 240_000;

/// Who borrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody.
    Nobody,
    /// A person.
    Person,
    /// A firm.
    Firm,
}

impl Who {
    const ALL: [Who; 3] = [Who::Nobody, Who::Person, Who::Firm];

    fn tag(self) -> &'static str {
        match self {
            Who::Nobody => "nobody",
            Who::Person => "person",
            Who::Firm => "firm",
        }
    }
}

/// The form's raw text: nothing typed is lost, however wrong it is.
#[derive(Clone, Copy)]
pub struct Form {
    desk: Desk,
    /// Own money.
    pub own: RwSignal<String>,
    /// Cost of opening.
    pub setup: RwSignal<String>,
    /// Monthly income once running.
    pub income: RwSignal<String>,
    /// First month with income.
    pub income_from: RwSignal<String>,
    /// Month of full income.
    pub full_from: RwSignal<String>,
    /// Monthly costs.
    pub cost: RwSignal<String>,
    /// Who borrows.
    pub who: RwSignal<Who>,
    /// What is borrowed.
    pub principal: RwSignal<String>,
    /// Annual rate in percent.
    pub rate: RwSignal<String>,
    /// Months of the loan.
    pub term: RwSignal<String>,
    /// Equal instalments, or interest first.
    pub equal: RwSignal<bool>,
    /// Month in which the loan comes.
    pub loan_month: RwSignal<String>,
}

impl Form {
    /// The page's state.
    pub fn desk(self) -> Desk {
        self.desk
    }

    /// The page's language.
    pub fn lang(self) -> Lang {
        self.desk.case.site.lang()
    }

    /// As it was kept.
    pub fn of(desk: Desk) -> Form {
        let kept = desk.kept.get_untracked();
        let text = |field: &str, default: &str| {
            RwSignal::new(kept.typed(field).unwrap_or(default).to_owned())
        };
        let who = Who::ALL
            .into_iter()
            .find(|who| kept.typed("borrow") == Some(who.tag()));
        Form {
            desk,
            own: text("own", ""),
            setup: text("setup", "0"),
            income: text("income", ""),
            income_from: text("income_from", "1"),
            full_from: text("full_from", "1"),
            cost: text("cost", ""),
            who: RwSignal::new(who.unwrap_or(Who::Nobody)),
            principal: text("principal", ""),
            rate: text("rate", ""),
            term: text("term", "24"),
            equal: RwSignal::new(kept.typed("repay") != Some("interest")),
            loan_month: text("loan_month", "1"),
        }
    }

    /// Keeps what is typed, each time it changes.
    pub fn keep(self) {
        Effect::new(move |before: Option<Vec<String>>| {
            let repay = if self.equal.get() {
                "equal"
            } else {
                "interest"
            };
            let now = vec![
                self.own.get(),
                self.setup.get(),
                self.income.get(),
                self.income_from.get(),
                self.full_from.get(),
                self.cost.get(),
                self.who.get().tag().to_owned(),
                self.principal.get(),
                self.rate.get(),
                self.term.get(),
                repay.to_owned(),
                self.loan_month.get(),
            ];
            if before.as_ref().is_some_and(|before| *before != now) {
                self.desk.change(|kept| {
                    for (field, text) in FIELDS.iter().zip(&now) {
                        kept.type_in(field, text);
                    }
                });
            }
            now
        });
    }

    /// A field's number, or `None` while it is not one between `min` and `max`.
    fn number(text: RwSignal<String>, places: u8, min: i64, max: i64) -> Option<i64> {
        let text: String = text.get().chars().filter_map(plain_number).collect();
        let value = parse_decimal(&text, places).ok();
        value.filter(|value| (min..=max).contains(value))
    }

    /// A sum of money in fen.
    pub fn sum(text: RwSignal<String>) -> Option<i64> {
        Form::number(text, 2, 0, MAX_FEN)
    }

    /// A field's month among the two years.
    pub fn month(text: RwSignal<String>, first: u8) -> Option<u8> {
        let month = Form::number(text, 0, i64::from(first), i64::from(MONTHS))?;
        u8::try_from(month).ok()
    }

    /// The month in which the income is full.
    pub fn full(self) -> Option<u8> {
        Form::month(
            self.full_from,
            Form::month(self.income_from, 1).unwrap_or(1),
        )
    }

    /// In fen.
    pub fn principal(self) -> Option<i64> {
        Form::number(self.principal, 2, 100, MAX_PRINCIPAL_FEN)
    }

    /// In ten-thousandths of a percent.
    pub fn rate(self) -> Option<i64> {
        Form::number(self.rate, RATE_PLACES, 0, MAX_RATE)
    }

    /// In months.
    pub fn term(self) -> Option<i64> {
        Form::number(self.term, 0, 1, i64::from(MAX_MONTHS))
    }

    /// The plan without subsidies, once every field holds.
    pub fn plan(self) -> Option<Plan> {
        let loan = match self.who.get() {
            Who::Nobody => None,
            Who::Person | Who::Firm => Some(Borrowed {
                loan: Loan {
                    principal_fen: self.principal()?,
                    rate: u32::try_from(self.rate()?).ok()?,
                    months: u8::try_from(self.term()?).ok()?,
                    repayment: match self.equal.get() {
                        true => Repayment::EqualInstalments,
                        false => Repayment::InterestFirst,
                    },
                },
                month: Form::month(self.loan_month, 1)?,
            }),
        };
        Some(Plan {
            own_fen: Form::sum(self.own)?,
            setup_fen: Form::sum(self.setup)?,
            income_fen: Form::sum(self.income)?,
            income_from: Form::month(self.income_from, 1)?,
            full_from: self.full()?,
            cost_fen: Form::sum(self.cost)?,
            loan,
            subsidies: Vec::new(),
        })
    }

    /// The first field that does not hold.
    pub fn wrong(self) -> Option<&'static str> {
        let borrows = self.who.get() != Who::Nobody;
        let fields = [
            ("own", Form::sum(self.own).is_some()),
            ("setup", Form::sum(self.setup).is_some()),
            ("income", Form::sum(self.income).is_some()),
            ("income-from", Form::month(self.income_from, 1).is_some()),
            ("full-from", self.full().is_some()),
            ("cost", Form::sum(self.cost).is_some()),
            ("principal", !borrows || self.principal().is_some()),
            ("rate", !borrows || self.rate().is_some()),
            ("term", !borrows || self.term().is_some()),
            (
                "loan-month",
                !borrows || Form::month(self.loan_month, 1).is_some(),
            ),
        ];
        fields
            .into_iter()
            .find(|(_, holds)| !holds)
            .map(|(id, _)| id)
    }
}

/// Under these names what is typed is kept.
const FIELDS: [&str; 12] = [
    "own",
    "setup",
    "income",
    "income_from",
    "full_from",
    "cost",
    "borrow",
    "principal",
    "rate",
    "term",
    "repay",
    "loan_month",
];
