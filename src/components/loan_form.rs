//! The form of a start-up loan, and what its figures mean: of the loan page and of its widget.
//!
//! Limits and the subsidy are those of the programmes `startup_loan_business` and
//! `startup_loan_personal`; no LPR is built in.

use super::amount::amount;
use super::typed::{plain_number, text_field};
use crate::browser::{clock, page};
use crate::format;
use crate::lang::Lang;
use crate::routes::value_of;
use crate::state::rules_pack::Progress;
use crate::state::site::Site;
use crate::texts::{loan as t, shell};
use crate::ui::prelude::*;
use pack::facts::{format_decimal, parse_decimal};
use rules::date::Day;
use rules::loan::{Loan, MAX_PRINCIPAL_FEN, Repayment, Schedule};

/// Decimal places of a rate in percent.
const RATE_PLACES: u8 = 4;
/// 24 %: far above any rate that a bank may ask.
const MAX_LPR: i64 = 240_000;
/// LPR + 0.50 percentage points (沪财发〔2024〕4号、5号).
const MAX_SPREAD: i64 = 5_000;
/// The most that a firm may borrow (沪财发〔2024〕4号、5号), in fen.
const BUSINESS_FEN: i64 = 400_000_000;
/// … in a leading or priority industry.
const PRIORITY_FEN: i64 = 500_000_000;
/// The most that a person may borrow; unconfirmed, shown so, and refuses nothing.
const PERSONAL_FEN: i64 = 50_000_000;

/// What is known of the rules that limits and subsidy come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// They are on their way.
    Coming,
    /// They hold today.
    InForce,
    /// Nobody vouches for them after this day.
    Late(Day),
    /// They did not come.
    Unknown,
}

impl Rules {
    /// As they come. The limits and the subsidy are the rules'; what a bank asks for a loan is not.
    pub fn of(site: Site) -> Memo<Rules> {
        Memo::new(move |_| match site.pack.get() {
            Progress::Loading => Rules::Coming,
            Progress::Ready(loaded) if clock::today() > loaded.pack.valid_until => {
                Rules::Late(loaded.pack.valid_until)
            }
            Progress::Ready(_) => Rules::InForce,
            Progress::Failed(_) => Rules::Unknown,
        })
    }
}

/// The form's raw text: nothing typed is lost, however wrong it is.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether a firm borrows, or a person.
    pub business: RwSignal<bool>,
    priority: RwSignal<bool>,
    principal: RwSignal<String>,
    lpr: RwSignal<String>,
    spread: RwSignal<String>,
    months: RwSignal<String>,
    equal: RwSignal<bool>,
}

impl Form {
    /// What a fragment says.
    pub fn of(fragment: &str) -> Form {
        let text = |key, default: &str| {
            let value = value_of(fragment, key).unwrap_or(default);
            RwSignal::new(value.chars().take(16).collect::<String>())
        };
        let flag = |key, default| {
            RwSignal::new(value_of(fragment, key).map_or(default, |value| value == "1"))
        };
        Form {
            business: flag("b", false),
            priority: flag("i", false),
            principal: text("p", ""),
            lpr: text("lpr", ""),
            spread: text("add", "0.5"),
            months: text("n", "24"),
            equal: flag("e", true),
        }
    }

    /// The fragment, without its mark.
    pub fn fragment(self) -> String {
        let clean = |text: RwSignal<String>| {
            text.get()
                .chars()
                .filter_map(plain_number)
                .collect::<String>()
        };
        let flag = |flag: RwSignal<bool>| u8::from(flag.get());
        format!(
            "b={}&i={}&p={}&lpr={}&add={}&n={}&e={}",
            flag(self.business),
            flag(self.priority),
            clean(self.principal),
            clean(self.lpr),
            clean(self.spread),
            clean(self.months),
            flag(self.equal),
        )
    }

    /// A field's number, or `None` while it is not one between `min` and `max`.
    fn number(text: RwSignal<String>, places: u8, min: i64, max: i64) -> Option<i64> {
        let text: String = text.get().chars().filter_map(plain_number).collect();
        parse_decimal(&text, places)
            .ok()
            .filter(|value| (min..=max).contains(value))
    }

    fn principal(self) -> Option<i64> {
        Form::number(self.principal, 2, 100, MAX_PRINCIPAL_FEN)
    }

    fn lpr(self) -> Option<i64> {
        Form::number(self.lpr, RATE_PLACES, 0, MAX_LPR)
    }

    fn spread(self) -> Option<i64> {
        Form::number(self.spread, RATE_PLACES, 0, MAX_SPREAD)
    }

    fn months(self) -> Option<i64> {
        Form::number(self.months, 0, 1, i64::from(rules::loan::MAX_MONTHS))
    }

    /// The loan, once every field holds.
    pub fn loan(self) -> Option<Loan> {
        Some(Loan {
            principal_fen: self.principal()?,
            rate: u32::try_from(self.lpr()? + self.spread()?).ok()?,
            months: u8::try_from(self.months()?).ok()?,
            repayment: if self.equal.get() {
                Repayment::EqualInstalments
            } else {
                Repayment::InterestFirst
            },
        })
    }
}

/// The form. `tried` says whether the button was pressed; `result` is where the sums stand.
///
/// It is sent by its button, which Enter presses too: a sandboxed frame that may send no forms
/// fires no `submit`. The policy's cap on what is added to the LPR is named while it holds.
pub fn fields(lang: Lang, form: Form, tried: RwSignal<bool>, rules: Memo<Rules>) -> impl IntoView {
    let submit = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        tried.set(true);
        let wrong = untrack(move || {
            [
                ("principal", form.principal()),
                ("lpr", form.lpr()),
                ("spread", form.spread()),
                ("months", form.months()),
            ]
        });
        match wrong.into_iter().find(|(_, value)| value.is_none()) {
            Some((id, _)) => page::focus(id),
            // On a phone the result lies below the form, in elder mode on the next screen.
            None if !page::matches("(min-width: 960px)") || page::has_root("data-elder") => {
                clock::next_frame(|| page::show("loan-result"));
            }
            None => {}
        }
    };
    let wrong = move |holds: bool, text: String| (tried.get() && !holds).then_some(text);
    let capped = Memo::new(move |_| matches!(rules.get(), Rules::Coming | Rules::InForce));
    let max = format::yuan(MAX_PRINCIPAL_FEN);
    view! {
        <form class="card" novalidate=true>
            <fieldset>
                <legend class="field-label">{t::who(lang)}</legend>
                <div class="chips">
                    {chip(form.business, false, t::who_personal(lang))}
                    {chip(form.business, true, t::who_business(lang))}
                </div>
            </fieldset>
            {move || form.business.get().then(|| priority(lang, form))}
            {text_field("principal", t::principal(lang), "", t::yuan(lang), form.principal, Memo::new(move |_| {
                wrong(form.principal().is_some(), t::need_principal(lang, max.clone()))
            }))}
            {text_field("lpr", t::lpr(lang), t::lpr_help(lang), "%", form.lpr, Memo::new(move |_| {
                wrong(form.lpr().is_some(), t::need_rate(lang).to_owned())
            }))}
            {move || {
                let help = if capped.get() { t::spread_help(lang) } else { "" };
                text_field("spread", t::spread(lang), help, t::points_unit(lang), form.spread, Memo::new(move |_| {
                    wrong(form.spread().is_some(), t::need_spread(lang).to_owned())
                }))
            }}
            {text_field("months", t::months(lang), "", t::months_unit(lang), form.months, Memo::new(move |_| {
                wrong(form.months().is_some(), t::need_months(lang).to_owned())
            }))}
            <fieldset>
                <legend class="field-label">{t::kind(lang)}</legend>
                <div class="chips">
                    {chip(form.equal, true, t::kind_equal(lang))}
                    {chip(form.equal, false, t::kind_interest(lang))}
                </div>
            </fieldset>
            <p>
                <button class="button primary" type="submit" on:click=submit>
                    {t::compute(lang)}
                </button>
            </p>
        </form>
    }
}

/// One of two choices.
fn chip(flag: RwSignal<bool>, value: bool, label: &'static str) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || (flag.get() == value).to_string()
            on:click=move |_| flag.set(value)
        >
            {label}
        </button>
    }
}

fn priority(lang: Lang, form: Form) -> impl IntoView {
    view! {
        <p class="papers">
            <label>
                <input
                    type="checkbox"
                    prop:checked=form.priority
                    on:change:target=move |event| form.priority.set(event.target().checked())
                />
                {t::priority(lang)}
            </label>
        </p>
    }
}

/// What a sum or a term beyond the policy's limits means. Nothing is refused: the bank decides.
fn warnings(lang: Lang, form: Form, loan: Loan) -> Vec<String> {
    let business = form.business.get();
    let (limit, longest) = match (business, form.priority.get()) {
        (true, true) => (PRIORITY_FEN, 24),
        (true, false) => (BUSINESS_FEN, 24),
        (false, _) => (PERSONAL_FEN, 36),
    };
    let mut warnings = Vec::new();
    if loan.principal_fen > limit {
        let limit = format::yuan(limit);
        warnings.push(match business {
            true => t::over_business(lang, limit),
            false => t::over_personal(lang, limit),
        });
    }
    if loan.months > longest {
        warnings.push(match business {
            true => t::long_business(lang).to_owned(),
            false => t::long_personal(lang).to_owned(),
        });
    }
    warnings
}

/// What the loan costs: with the interest subsidy while the rules hold, else without.
pub fn sums(
    lang: Lang,
    form: Form,
    loan: Loan,
    schedule: &Schedule,
    rules: Rules,
) -> impl IntoView + use<> {
    let doubts = match rules {
        Rules::InForce => warnings(lang, form, loan),
        Rules::Late(until) => vec![shell::out_of_date(lang, format::day(lang, until))],
        Rules::Coming | Rules::Unknown => vec![t::no_rules(lang).to_owned()],
    };
    let doubts: Vec<_> = doubts
        .into_iter()
        .map(|text| view! { <p class="doubt">{text}</p> })
        .collect();
    let percent = |value: Option<i64>| format_decimal(value.unwrap_or(0), RATE_PLACES);
    let rate = t::rate_is(
        lang,
        percent(form.lpr()),
        percent(form.spread()),
        percent(Some(i64::from(loan.rate))),
    );
    let first = schedule.rows.first().map_or(0, |row| row.instalment_fen);
    let line = |term: &'static str, value: String| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{amount(value)}</dd>
            </div>
        }
    };
    let monthly = match loan.repayment {
        Repayment::EqualInstalments => t::monthly(lang),
        Repayment::InterestFirst => t::monthly_interest(lang),
    };
    // With one month the first payment is the last one, principal and all.
    let interest_only = loan.repayment == Repayment::InterestFirst;
    let monthly_fen = match (interest_only, loan.months) {
        (true, 1) => schedule.total_interest_fen,
        _ => first,
    };
    let at_the_end =
        interest_only.then(|| line(t::at_the_end(lang), format::yuan(loan.principal_fen)));
    let interest = schedule.total_interest_fen;
    let (label, big, subsidy, notes) = match rules {
        Rules::InForce => (
            t::net(lang),
            schedule.net_cost_fen,
            Some(line(t::subsidy(lang), format::yuan(schedule.subsidy_fen))),
            Some(view! { {t::subsidy_note(lang)} " " }),
        ),
        _ => (t::interest(lang), interest, None, None),
    };
    view! {
        {doubts}
        <p class="label">{label}</p>
        <p class="big amount">{format::yuan(big)}</p>
        <dl class="steps">
            {line(t::rate(lang), rate)}
            {line(monthly, format::yuan(monthly_fen))}
            {at_the_end}
            {line(t::interest(lang), format::yuan(interest))}
            {subsidy}
        </dl>
        <p class="muted">{notes} {t::bank_note(lang)}</p>
    }
}
