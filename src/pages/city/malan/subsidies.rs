//! Subsidies that the visitor adds to two years of cash: only those for which the rules say that
//! the conditions can surely hold, and never before the month in which they do.

use super::Desk;
use super::figures;
use super::form::{Form, Who};
use super::money::{Found, Money, Offer};
use crate::components::amount::amount;
use crate::components::typed::text_field;
use crate::format;
use crate::texts::{malan_money as t, shell};
use crate::ui::prelude::*;
use rules::cash::{Arrival, Plan};
use rules::eval::Status;
use rules::program::{Kind, Unit};

/// The programme whose conditions open the interest subsidy of a firm's loan.
const FIRM_LOAN: &str = "startup_loan_business";

/// What can be added, and what is. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Added {
    desk: Desk,
    /// Grants by their place in the main pack, and the interest subsidy at the end.
    lines: StoredValue<Vec<Line>>,
}

/// One subsidy in the form.
#[derive(Clone, Copy)]
struct Line {
    /// `None`: the interest subsidy.
    programme: Option<usize>,
    add: RwSignal<bool>,
    month: RwSignal<String>,
}

/// Ids of the fields; there are no more grants on a road map.
const FIELDS: [&str; 6] = ["in-0", "in-1", "in-2", "in-3", "in-4", "in-5"];

impl Added {
    /// Takes up what was kept.
    pub fn of(desk: Desk, money: Money) -> Added {
        let kept = desk.kept.get_untracked();
        let found = untrack(move || money.read());
        let grants = found.offers.iter().map(|offer| offer.programme);
        let grants = grants.filter(|at| kind(desk, *at) == Some(Kind::Grant));
        let all = grants.map(Some).chain([None]).map(|programme| {
            let name = name(desk, programme);
            Line {
                programme,
                add: RwSignal::new(kept.typed(&format!("add_{name}")) == Some("yes")),
                month: RwSignal::new(kept.typed(&format!("in_{name}")).unwrap_or("").to_owned()),
            }
        });
        let lines = all.take(FIELDS.len()).collect();
        let added = Added {
            desk,
            lines: StoredValue::new(lines),
        };
        added.keep();
        added
    }

    /// Keeps what is chosen, each time it changes.
    fn keep(self) {
        Effect::new(move |before: Option<Vec<(bool, String)>>| {
            let lines = self.lines.get_value();
            let now: Vec<_> = lines
                .iter()
                .map(|it| (it.add.get(), it.month.get()))
                .collect();
            if before.as_ref().is_some_and(|before| *before != now) {
                self.desk.change(|kept| {
                    for (line, (add, month)) in lines.iter().zip(&now) {
                        let name = name(self.desk, line.programme);
                        let add = if *add { "yes" } else { "no" };
                        kept.type_in(&format!("add_{name}"), add);
                        kept.type_in(&format!("in_{name}"), month);
                    }
                });
            }
            now
        });
    }

    /// The plan with what is added.
    pub fn into_plan(self, form: Form, found: &Found, mut plan: Plan) -> Plan {
        for line in self.lines.get_value() {
            if !line.add.get() {
                continue;
            }
            let first = first(self.desk, form, found, line, &plan);
            let month = first.and_then(|first| Form::month(line.month, first));
            let fen = month.and_then(|month| fen(found, line, &plan, month));
            if let Some((month, fen)) = month.zip(fen) {
                plan.subsidies.push(Arrival { month, fen });
            }
        }
        plan
    }
}

fn kind(desk: Desk, programme: usize) -> Option<Kind> {
    let code = desk.case.pack.program.programmes.get(programme);
    code.map(|code| code.kind)
}

fn name(desk: Desk, programme: Option<usize>) -> &'static str {
    programme.map_or("interest", |at| desk.case.programme_id(at))
}

fn offer(found: &Found, programme: usize) -> Option<&Offer> {
    found
        .offers
        .iter()
        .find(|offer| offer.programme == programme)
}

/// The first month in which it could be applied for; `None` while it can't be added.
fn first(desk: Desk, form: Form, found: &Found, line: Line, plan: &Plan) -> Option<u8> {
    if desk.case.out_of_date() {
        return None;
    }
    let Some(programme) = line.programme else {
        // Interest must have been paid: the month after the first instalment.
        let borrowed = plan.loan.filter(|_| form.who.get() == Who::Firm)?;
        let firm = found
            .offers
            .iter()
            .find(|it| desk.case.programme_id(it.programme) == FIRM_LOAN);
        let chance = firm?.ahead.chance?;
        let paid = borrowed.month.saturating_add(2);
        let month = found.month_of(chance.day)?.max(paid);
        return (month <= rules::cash::MONTHS).then_some(month);
    };
    found.month_of(offer(found, programme)?.ahead.chance?.day)
}

/// What it comes to if it arrives in a month.
fn fen(found: &Found, line: Line, plan: &Plan, month: u8) -> Option<i64> {
    let Some(programme) = line.programme else {
        return plan.interest_subsidy(month).ok();
    };
    let range = offer(found, programme)?.ahead.chance?.amount?;
    // Surely at least so much. A figure in yuan has at most two decimal places.
    let fen = 10_i64.pow(2_u8.checked_sub(range.scale)?.into());
    (range.unit == Unit::Yuan).then(|| range.min.saturating_mul(fen))
}

/// The form.
pub fn subsidies(form: Form, added: Added, money: Money) -> impl IntoView {
    let lang = added.desk.case.site.lang();
    let lines = added.lines.get_value().into_iter().zip(FIELDS);
    let lines = lines.map(|(line, field)| row(form, added, money, line, field));
    let lines = lines.collect_view();
    view! {
        <div class="card add">
            <h3>{t::add(lang)}</h3>
            <p class="help small">{t::add_help(lang)}</p>
            <ul>{lines}</ul>
        </div>
    }
}

fn row(form: Form, added: Added, money: Money, line: Line, field: &'static str) -> impl IntoView {
    let desk = added.desk;
    let lang = desk.case.site.lang();
    let title = match line.programme {
        Some(at) => desk
            .case
            .pack
            .programmes
            .get(at)
            .map_or("", |it| lang.pick(&it.title)),
        None => t::interest(lang),
    };
    let first = Memo::new(move |_| {
        let plan = form.plan().unwrap_or_default();
        first(desk, form, &money.read(), line, &plan)
    });
    let open = Memo::new(move |_| first.get().is_some());
    let tick = move |add: bool| {
        if add && line.month.get_untracked().is_empty() {
            let month = untrack(move || first.get());
            line.month
                .set(month.map_or_else(String::new, |month| month.to_string()));
        }
        line.add.set(add);
    };
    let problem = Memo::new(move |_| {
        let first = first.get()?;
        let wrong = Form::month(line.month, first).is_none();
        wrong.then(|| t::need_arrival(lang, first))
    });
    let counted = move || {
        let plan = form.plan().unwrap_or_default();
        let month = Form::month(line.month, first.get()?)?;
        let found = money.read();
        let sum = fen(&found, line, &plan, month)?;
        let note = line.programme.is_none().then(|| t::interest_sum(lang));
        let later = beyond(desk, &found, month);
        Some(view! {
            <p>{amount(format::yuan(sum))} " " {note}</p>
            {later.map(|text| view! { <p class="muted small">{text}</p> })}
        })
    };
    let fields = move || {
        (open.get() && line.add.get()).then(|| {
            view! {
                {text_field(field, t::arrives(lang), "", t::month_unit(lang), line.month, problem)}
                {counted}
            }
        })
    };
    let why_not = move || {
        let text = (!open.get()).then(|| why_not(form, &money.read(), line))?;
        Some(view! { <p class="muted small">{text}</p> })
    };
    let say =
        move || (open.get() && !line.add.get()).then(|| from(form, &money.read(), first.get()));
    view! {
        <li>
            <label class="tick-line">
                <input
                    type="checkbox"
                    prop:checked=move || line.add.get() && open.get()
                    disabled=move || !open.get()
                    on:change:target=move |event| tick(event.target().checked())
                />
                <span>{t::add_it(lang)} " · " {title}</span>
            </label>
            {say}
            {why_not}
            {fields}
        </li>
    }
}

/// The earliest month, in words.
fn from(form: Form, found: &Found, first: Option<u8>) -> impl IntoView + use<> {
    let lang = form.lang();
    let month = first.map(|first| figures::month(lang, found.start, first));
    month.map(|month| view! { <p class="muted small">{t::can_from(lang, month)}</p> })
}

/// That the rules are not checked as far as the month.
fn beyond(desk: Desk, found: &Found, month: u8) -> Option<String> {
    let lang = desk.case.site.lang();
    let day = rules::date::add_months(found.start, i64::from(month) - 1);
    let until = desk.case.pack.valid_until;
    (day > until).then(|| t::beyond_rules(lang, format::day(lang, until)))
}

/// Why it can't be added.
fn why_not(form: Form, found: &Found, line: Line) -> String {
    let desk = form.desk();
    let lang = form.lang();
    if desk.case.out_of_date() {
        return shell::out_of_date(lang, format::day(lang, desk.case.pack.valid_until));
    }
    let Some(programme) = line.programme else {
        let plan = form.plan().unwrap_or_default();
        let half = plan.interest_subsidy(rules::cash::MONTHS).unwrap_or(0);
        return match form.who.get() {
            Who::Nobody => t::cannot_no_loan(lang).to_owned(),
            Who::Person => t::cannot_interest(lang, format::yuan(half)),
            Who::Firm => {
                let firm = found.offers.iter();
                let mut firm = firm.filter(|it| desk.case.programme_id(it.programme) == FIRM_LOAN);
                let status = firm.next().map(|it| it.outcome.status);
                refused(form, status).to_owned()
            }
        };
    };
    let open = offer(found, programme).is_some_and(|it| !it.ahead.missing.is_empty());
    match open {
        true => t::cannot_open(lang).to_owned(),
        false => t::cannot_not(lang).to_owned(),
    }
}

fn refused(form: Form, status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Ineligible) => t::cannot_not(form.lang()),
        Some(Status::Eligible) => t::cannot_no_loan(form.lang()),
        _ => t::cannot_open(form.lang()),
    }
}
