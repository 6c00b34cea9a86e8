//! Two years of cash: what the visitor has, expects and assumes, month by month.

use super::money::{Found, Money};
use super::subsidies::{Added, subsidies};
use super::{Desk, chart, figures};
use crate::browser::{clock, page};
use crate::components::amount::amount;
use crate::components::icon::{Icon, icon};
use crate::components::typed::{plain_number, text_field};
use crate::format;
use crate::lang::Lang;
use crate::texts::{loan, malan_money as t};
use crate::ui::prelude::*;
use pack::facts::parse_decimal;
use rules::cash::{Borrowed, MAX_FEN, MONTHS, Plan, View as Cash};
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
    own: RwSignal<String>,
    setup: RwSignal<String>,
    income: RwSignal<String>,
    income_from: RwSignal<String>,
    full_from: RwSignal<String>,
    cost: RwSignal<String>,
    /// Who borrows.
    pub who: RwSignal<Who>,
    principal: RwSignal<String>,
    rate: RwSignal<String>,
    term: RwSignal<String>,
    equal: RwSignal<bool>,
    loan_month: RwSignal<String>,
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

    fn of(desk: Desk) -> Form {
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
    fn keep(self) {
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

    fn sum(text: RwSignal<String>) -> Option<i64> {
        Form::number(text, 2, 0, MAX_FEN)
    }

    /// A field's month among the two years.
    pub fn month(text: RwSignal<String>, first: u8) -> Option<u8> {
        let month = Form::number(text, 0, i64::from(first), i64::from(MONTHS))?;
        u8::try_from(month).ok()
    }

    fn full(self) -> Option<u8> {
        Form::month(
            self.full_from,
            Form::month(self.income_from, 1).unwrap_or(1),
        )
    }

    fn principal(self) -> Option<i64> {
        Form::number(self.principal, 2, 100, MAX_PRINCIPAL_FEN)
    }

    fn rate(self) -> Option<i64> {
        Form::number(self.rate, RATE_PLACES, 0, MAX_RATE)
    }

    fn term(self) -> Option<i64> {
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
    fn wrong(self) -> Option<&'static str> {
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

/// The section.
pub fn section(desk: Desk, money: Money) -> impl IntoView {
    let lang = desk.case.site.lang();
    let form = Form::of(desk);
    form.keep();
    let tried = RwSignal::new(untrack(move || form.plan().is_some()));
    let added = Added::of(desk, money);
    let plan = Memo::new(move |_| {
        let plan = form.plan().filter(|_| tried.get())?;
        Some(added.into_plan(form, &money.read(), plan))
    });
    let outcome = move || match plan.get().and_then(|plan| plan.view().ok()) {
        Some(cash) => shown(desk, &money.read(), &cash).into_any(),
        None => view! { <p class="card muted">{t::empty(lang)}</p> }.into_any(),
    };
    let starts = move || figures::calendar_month(lang, money.read().start, 1);
    view! {
        <section id="cash" class="no-print" aria-labelledby="cash-title">
            <h2 id="cash-title">{t::cash(lang)}</h2>
            <p class="help">{t::cash_help(lang)} " " {move || t::starts(lang, starts())}</p>
            <div class="columns">
                <div class="first">
                    {fields(form, tried)}
                    {subsidies(form, added, money)}
                </div>
                <div class="second" id="cash-result">{outcome}</div>
            </div>
        </section>
    }
}

fn fields(form: Form, tried: RwSignal<bool>) -> impl IntoView {
    let lang = form.desk.case.site.lang();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match untrack(move || form.wrong()) {
            Some(id) => page::focus(id),
            // On a phone the result lies below the form.
            None if !page::matches("(min-width: 960px)") => {
                clock::next_frame(|| page::show("cash-result"));
            }
            None => {}
        }
    };
    let problem = move |holds: fn(Form) -> bool, text: String| {
        Memo::new(move |_| (tried.get() && !holds(form)).then(|| text.clone()))
    };
    let sum = |id, label, help, text: RwSignal<String>, holds: fn(Form) -> bool| {
        let need = t::need_sum(lang, format::yuan(MAX_FEN));
        text_field(id, label, help, t::yuan(lang), text, problem(holds, need))
    };
    let month = |id, label, help, text: RwSignal<String>, holds: fn(Form) -> bool, need: &str| {
        text_field(
            id,
            label,
            help,
            t::month_unit(lang),
            text,
            problem(holds, need.to_owned()),
        )
    };
    let loan = move || (form.who.get() != Who::Nobody).then(|| loan_fields(form, tried));
    view! {
        <form class="card" on:submit=submit novalidate=true>
            {sum("own", t::own(lang), t::own_help(lang), form.own, |it| Form::sum(it.own).is_some())}
            {sum("setup", t::setup(lang), t::setup_help(lang), form.setup, |it| Form::sum(it.setup).is_some())}
            {sum("income", t::income(lang), "", form.income, |it| Form::sum(it.income).is_some())}
            <div class="pair">
                <div>
                    {month("income-from", t::income_from(lang), "", form.income_from, |it| Form::month(it.income_from, 1).is_some(), t::need_month(lang))}
                </div>
                <div>
                    {month("full-from", t::full_from(lang), "", form.full_from, |it| it.full().is_some(), t::need_full(lang))}
                </div>
            </div>
            <p class="help small">{t::full_help(lang)}</p>
            {sum("cost", t::cost(lang), t::cost_help(lang), form.cost, |it| Form::sum(it.cost).is_some())}
            <fieldset>
                <legend class="field-label">{t::borrow(lang)}</legend>
                <div class="chips">
                    {chip(form.who, Who::Nobody, t::borrow_none(lang))}
                    {chip(form.who, Who::Person, t::borrow_person(lang))}
                    {chip(form.who, Who::Firm, t::borrow_firm(lang))}
                </div>
            </fieldset>
            {loan}
            <p>
                <button class="button primary" type="submit">
                    {t::compute(lang)}
                </button>
            </p>
        </form>
    }
}

fn loan_fields(form: Form, tried: RwSignal<bool>) -> impl IntoView {
    let lang = form.desk.case.site.lang();
    let problem = move |holds: fn(Form) -> bool, text: String| {
        Memo::new(move |_| (tried.get() && !holds(form)).then(|| text.clone()))
    };
    let max = format::yuan(MAX_PRINCIPAL_FEN);
    let principal = problem(|it| it.principal().is_some(), t::need_principal(lang, max));
    let rate = problem(|it| it.rate().is_some(), t::need_rate(lang).to_owned());
    let term = problem(|it| it.term().is_some(), t::need_term(lang).to_owned());
    let month = problem(
        |it| Form::month(it.loan_month, 1).is_some(),
        t::need_month(lang).to_owned(),
    );
    view! {
        {text_field("principal", t::principal(lang), "", t::yuan(lang), form.principal, principal)}
        {text_field("rate", t::rate(lang), t::rate_help(lang), "%", form.rate, rate)}
        <p><a class="go" href="/loan">{t::to_loan(lang)} {icon(Icon::Right)}</a></p>
        {text_field("term", t::term(lang), "", t::months_unit(lang), form.term, term)}
        {text_field("loan-month", t::loan_month(lang), t::loan_month_help(lang), t::month_unit(lang), form.loan_month, month)}
        <fieldset>
            <legend class="field-label">{loan::kind(lang)}</legend>
            <div class="chips">
                {chip(form.equal, true, loan::kind_equal(lang))}
                {chip(form.equal, false, loan::kind_interest(lang))}
            </div>
        </fieldset>
    }
}

/// One of several choices.
fn chip<T>(choice: RwSignal<T>, value: T, label: &'static str) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || (choice.get() == value).to_string()
            on:click=move |_| choice.set(value)
        >
            {label}
        </button>
    }
}

/// The months that matter, the chart and the table.
fn shown(desk: Desk, found: &Found, cash: &Cash) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let start = found.start;
    let month = |month: u8| figures::month(lang, start, month);
    let least = cash.months.iter().find(|it| it.month == cash.lowest);
    let least = least.map_or(0, |it| it.cash_fen);
    let lowest = match least < 0 {
        true => t::lacking(lang, month(cash.lowest), format::yuan(-least)),
        false => t::lowest_is(lang, month(cash.lowest), format::yuan(least)),
    };
    let gain = match cash.first_gain {
        Some(first) => month(first),
        None => t::gain_never(lang).to_owned(),
    };
    let safe = match cash.safe_from {
        Some(1) => t::safe_always(lang).to_owned(),
        Some(first) => month(first),
        None => t::safe_never(lang).to_owned(),
    };
    let end = cash.months.last().map_or(0, |it| it.cash_fen);
    let line = |term: &'static str, value: View| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let owed = (cash.owed_fen > 0).then(|| {
        line(
            t::owed(lang),
            amount(format::yuan(cash.owed_fen)).into_view(),
        )
    });
    let class = if least < 0 { "tight lacking" } else { "tight" };
    view! {
        <div class="card hero" role="status">
            <p class="label">{t::lowest(lang)}</p>
            <p class=class>{lowest}</p>
            <dl class="steps">
                {line(t::gain(lang), gain.into_view())} {line(t::safe(lang), safe.into_view())}
                {line(t::at_end(lang), amount(figures::yuan(end)).into_view())} {owed}
            </dl>
            <p class="muted small">{t::defined(lang)}</p>
        </div>
        <div class="card">
            <h3>{t::chart(lang)}</h3>
            {chart::chart(lang, start, cash)}
            <details class="working">
                <summary>{icon(Icon::Down)} {t::as_table(lang)}</summary>
                {table(desk, found, cash)}
            </details>
        </div>
    }
}

fn table(desk: Desk, found: &Found, cash: &Cash) -> impl IntoView + use<> {
    let lang = desk.case.site.lang();
    let rows = cash.months.iter().map(|it| {
        let came = it.borrowed_fen + it.subsidy_fen;
        view! {
            <tr>
                <th scope="row">
                    {it.month}
                    <span class="muted">" " {figures::calendar_month(lang, found.start, it.month)}</span>
                </th>
                <td>{figures::yuan(it.income_fen)}</td>
                <td>{figures::yuan(it.cost_fen)}</td>
                <td>{figures::yuan(it.repaid_fen)}</td>
                <td>{figures::yuan(it.result_fen)}</td>
                <td>{figures::yuan(came)}</td>
                <td>
                    <strong>{figures::yuan(it.cash_fen)}</strong>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = [
        t::col_month(lang),
        t::col_income(lang),
        t::col_cost(lang),
        t::col_repaid(lang),
        t::col_result(lang),
        t::col_in(lang),
        t::col_cash(lang),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::chart(lang)>
            <table class="figures">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
