//! What may be claimed and borrowed: the programmes that the road map leads to.

use super::Desk;
use super::ask::{Place, ask};
use super::reasons::reasons;
use crate::components::amount::{amount, label, shown_text};
use crate::components::badge::{evidence_sentence, status_badge};
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::words;
use crate::format;
use crate::texts::{malan as road, malan_money as t, result, shell};
use crate::ui::prelude::*;
use pack::guide::grants::{Ahead, Person, ahead, answers_on};
use rules::date::{Day, add_months, from_ymd, to_ymd};
use rules::eval::{Answers, Outcome, Status};
use rules::order::sort_few;
use rules::program::{Kind, Slot};
use std::sync::Arc;

/// The months that are looked ahead.
const AHEAD: i64 = rules::cash::MONTHS as i64;

/// What the main rules say of the programmes that the road map leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What is known today: told, and counted from days.
    pub answers: Answers,
    /// In the road map's order.
    pub offers: Vec<Offer>,
    /// The first day of the month with which two years of cash begin.
    pub start: Day,
}

/// A programme for this visitor.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its place in the main pack.
    pub programme: usize,
    /// Today.
    pub outcome: Outcome,
    /// What comes of it if all goes on.
    pub ahead: Ahead,
}

/// A handle on it.
pub type Money = Memo<Arc<Found>>;

/// Works it out whenever an answer or a day changes.
pub fn found(desk: Desk) -> Money {
    let programmes = StoredValue::new(programmes(desk));
    Memo::new(move |_| {
        let dates = desk.dates.get();
        let case = desk.case;
        let found = case.ask(|evaluator, today, told| {
            let person = Person {
                answers: told.clone(),
                dates: dates.clone(),
                today,
            };
            let (guide, main) = (desk.guide, case.pack);
            let answers = answers_on(guide, main, &person, today);
            let evaluation = evaluator.evaluate(today, &answers);
            let start = first_of_month(opening(desk, &dates).map_or(today, |day| day.max(today)));
            let last = add_months(start, AHEAD) - 1;
            let programmes = programmes.get_value();
            let ahead = ahead(guide, main, evaluator, &person, &programmes, last);
            let offers = programmes.into_iter().zip(ahead);
            let offers = offers.filter_map(|(programme, ahead)| {
                let outcome = evaluation.outcomes.get(programme)?.clone();
                Some(Offer {
                    programme,
                    outcome,
                    ahead,
                })
            });
            Found {
                answers,
                offers: offers.collect(),
                start,
            }
        });
        Arc::new(found)
    })
}

/// Grants and loans that tasks lead to, each once, in the road map's order.
fn programmes(desk: Desk) -> Vec<usize> {
    let mut all = Vec::new();
    for task in &desk.guide.road.tasks {
        for id in task.unlocks.iter().chain(&task.claims) {
            let listed = Listed::of(desk.case.pack, id);
            let money = |it: &Listed| matches!(it.code.kind, Kind::Grant | Kind::LoanLimit);
            all.extend(listed.filter(money).map(|it| it.index));
        }
    }
    let mut once: Vec<usize> = Vec::new();
    all.retain(|index| {
        let first = !once.contains(index);
        once.push(*index);
        first
    });
    all
}

/// The day on which the business opens: the date that answers that it is registered.
fn opening(desk: Desk, dates: &[Option<Day>]) -> Option<Day> {
    let road = desk.guide.road.dates.iter().zip(dates);
    let mut opens = road.filter(|(date, _)| !date.own_yes.is_empty());
    opens.find_map(|(_, day)| *day)
}

fn first_of_month(day: Day) -> Day {
    let (year, month, _) = to_ymd(day);
    from_ymd(year, month, 1).unwrap_or(day)
}

impl Found {
    /// The place of a day among the months of two years, 1 for the first.
    pub fn month_of(&self, day: Day) -> Option<u8> {
        let ((y, m, _), (from_y, from_m, _)) = (to_ymd(day), to_ymd(self.start));
        let months = (y - from_y) * 12 + i64::from(m) - i64::from(from_m) + 1;
        let month = u8::try_from(months).ok()?;
        (1..=rules::cash::MONTHS).contains(&month).then_some(month)
    }
}

/// The section.
pub fn section(desk: Desk, money: Money) -> impl IntoView {
    let lang = desk.case.site.lang();
    let late = move || {
        let case = desk.case;
        case.out_of_date().then(|| {
            let day = format::day(lang, case.pack.valid_until);
            view! { <p class="doubt">{icon(Icon::Info)} {shell::out_of_date(lang, day)}</p> }
        })
    };
    let cards = move || {
        let found = money.read();
        let cards = found
            .offers
            .iter()
            .map(|offer| card(desk, &found.answers, offer));
        cards.collect_view()
    };
    view! {
        <section id="money" class="no-print" aria-labelledby="money-title">
            <h2 id="money-title">{t::money(lang)}</h2>
            <p class="help">{t::money_help(lang)}</p>
            {late}
            {questions(desk, money)}
            {move || from_days(desk)}
            {move || told_otherwise(desk, &money.read())}
            <div class="cards">{cards}</div>
        </section>
    }
}

/// That months are counted from days, where some are.
fn from_days(desk: Desk) -> Option<View> {
    let lang = desk.case.site.lang();
    let dates = desk.dates.get();
    let mut entered = desk.guide.road.dates.iter().zip(dates);
    let counted = entered.any(|(date, day)| day.is_some() && !date.counts.is_empty());
    counted.then(|| view! { <p class="muted small">{t::months_from_dates(lang)}</p> }.into_any())
}

/// Answers that the days overrule, said so.
fn told_otherwise(desk: Desk, found: &Found) -> Option<View> {
    let lang = desk.case.site.lang();
    let dates = desk.dates.get();
    let entered = desk.guide.road.dates.iter().zip(dates);
    let counts = entered
        .filter(|(_, day)| day.is_some())
        .flat_map(|(date, _)| &date.counts);
    let notes = counts.filter_map(|id| {
        let slot = pack::slot_of(desk.case.pack, id)?;
        let told = desk.case.answer(slot)?;
        let counted = found
            .answers
            .values
            .get(usize::from(slot))
            .copied()
            .flatten()?;
        let label = words::label(lang, desk.case.pack, slot);
        (told != counted).then(|| view! { <li>{t::told_other(lang, label, told, counted)}</li> })
    });
    let notes: Vec<_> = notes.collect();
    (!notes.is_empty()).then(|| view! { <ul class="plain-list muted">{notes}</ul> }.into_any())
}

/// Questions of the main rules that the grants depend on, without those that days answer.
fn questions(desk: Desk, money: Money) -> impl IntoView {
    let case = desk.case;
    let lang = case.site.lang();
    let by_days = days_answer(desk);
    let by_days = StoredValue::new(by_days);
    let firm = Memo::new(move |_| desk.kept.read().typed("borrow") == Some("firm"));
    let missing = Memo::new(move |_| {
        let found = money.read();
        let wanted = found.offers.iter().filter(|offer| {
            let code = case.pack.program.programmes.get(offer.programme);
            let grant = code.is_some_and(|code| code.kind == Kind::Grant);
            grant || firm.get()
        });
        let mut missing: Vec<Slot> = wanted
            .flat_map(|offer| offer.ahead.missing.iter())
            .collect();
        let order = |slot: &Slot| {
            let fact = case.pack.program.facts.get(usize::from(*slot));
            fact.map(|fact| fact.order)
        };
        sort_few(&mut missing, |a, b| order(a) < order(b));
        missing.dedup();
        missing
    });
    let asked = Memo::new(move |_| {
        let all = case.site.situations.read();
        let skipped = &all.current().skipped;
        let waits = |slot: &Slot| {
            let skipped = skipped.iter().any(|id| id == case.id(*slot));
            !skipped && by_days.with_value(|days| !days.contains(slot))
        };
        missing.read().iter().copied().find(waits)
    });
    let on_answer = move |slot: Slot, value: Option<i64>| {
        let id = case.id(slot);
        case.site.change_current(|now| match value {
            Some(value) => now.set(id, pack::format_answer(case.pack, slot, value)),
            None => now.skip(id),
        });
    };
    let days = move || {
        let missing = missing.read();
        let needs = |date: &&pack::guide::Date| {
            let ids = date.question.iter().chain(&date.counts);
            let mut slots = ids.filter_map(|id| pack::slot_of(case.pack, id));
            slots.any(|slot| missing.contains(&slot))
        };
        let dates = desk.guide.road.dates.iter().filter(needs);
        let dates: Vec<&str> = dates.map(|date| lang.pick(&date.label)).collect();
        (!dates.is_empty()).then(|| {
            view! {
                <p class="muted">
                    {t::need_dates(lang, dates.join(words::comma(lang)))} " "
                    <a href="#dates">{t::to_dates(lang)}</a>
                </p>
            }
        })
    };
    let place = Place {
        pack: case.pack,
        heading: "money-ask",
        field: "money-answer",
    };
    let body = ask(
        lang,
        place,
        asked,
        move |slot| case.answer(slot),
        on_answer,
        move || view! { <p class="muted">{road::all_done(lang)}</p> }.into_any(),
    );
    view! { <div class="card">{body} {days}</div> }
}

/// The questions of the main rules that the road map's dates answer.
fn days_answer(desk: Desk) -> Vec<Slot> {
    let dates = desk.guide.road.dates.iter();
    let ids = dates.flat_map(|date| date.question.iter().chain(&date.counts));
    ids.filter_map(|id| pack::slot_of(desk.case.pack, id))
        .collect()
}

/// One programme.
fn card(desk: Desk, answers: &Answers, offer: &Offer) -> Option<View> {
    let case = desk.case;
    let lang = case.site.lang();
    let id = case.programme_id(offer.programme);
    let listed = Listed::of(case.pack, id)?;
    let rule = listed.rule_on(case.date.get());
    let outcome = &offer.outcome;
    let sum = (!case.out_of_date())
        .then(|| shown_text(lang, outcome))
        .flatten();
    let sum = sum.map(|sum| {
        let condition = (outcome.status == Status::Undetermined).then(|| result::amount_if(lang));
        view! {
            <p class="figure">
                <span class="muted">{label(lang, listed.code.kind)} " " {condition}</span>
                <strong class="amount">{sum}</strong>
            </p>
        }
    });
    let doubt = evidence_sentence(lang, listed.evidence(rule));
    let why = rule.map(|(_, text)| {
        let body = reasons(lang, case.pack, text, &outcome.conditions, answers);
        view! {
            <details class="working">
                <summary>{icon(Icon::Down)} {result::conditions(lang)}</summary>
                {body}
            </details>
        }
    });
    let gap = (outcome.status == Status::NoRule).then(|| {
        let gap = listed.gap_on(case.date.get());
        let text = gap.map_or_else(|| result::no_rule_text(lang), |gap| lang.pick(&gap.text));
        view! { <p>{text}</p> }
    });
    let interest = (listed.code.kind == Kind::LoanLimit)
        .then(|| view! { <p class="muted">{t::interest_half(lang)}</p> });
    Some(
        view! {
            <article class="card programme" aria-labelledby=format!("money-{id}")>
                <header>
                    <h3 id=format!("money-{id}")>{lang.pick(&listed.text.title)}</h3>
                    {status_badge(lang, outcome.status)}
                </header>
                {sum}
                {gap}
                {chance(desk, listed, offer)}
                {interest}
                {doubt.map(|text| view! { <p class="doubt">{icon(Icon::Info)} {text}</p> })}
                {why}
                <p class="row">
                    <a class="button" href=format!("/programmes/{id}")>{road::programme_page(lang)}</a>
                </p>
            </article>
        }
        .into_any(),
    )
}

/// By when, or from when on it could be applied for.
fn chance(desk: Desk, listed: Listed, offer: &Offer) -> View {
    let case = desk.case;
    let lang = case.site.lang();
    let today = case.date.get();
    let mut all = View::default();
    let chance = offer.ahead.chance;
    let day = chance.map(|it| it.day).filter(|day| *day > today);
    if let Some(day) = day {
        let sum = chance.and_then(|chance| chance.amount);
        let sum = sum.filter(|_| !case.out_of_date());
        let sum = sum.map(|range| amount(format::range(lang, &range)));
        let later = (day > case.pack.valid_until).then(|| {
            let until = format::day(lang, case.pack.valid_until);
            view! { <p class="muted small">{t::beyond_rules(lang, until)}</p> }
        });
        all.push(view! {
            <p class="deadline">
                {icon(Icon::Clock)}
                <span>{t::earliest(lang, format::day(lang, day))} " " {sum}</span>
            </p>
            {later}
        });
    }
    let none = chance.is_none() && offer.outcome.status == Status::Ineligible;
    if none && listed.code.kind == Kind::Grant {
        let text = match offer.ahead.missing.is_empty() {
            true => t::no_chance(lang),
            false => t::open_chance(lang),
        };
        all.push(view! { <p class="muted">{text}</p> });
    }
    let by = offer.outcome.apply_by.filter(|day| *day >= today);
    all.push(by.map(|by| {
        let left = by - today;
        let class = if left <= 30 {
            "deadline near"
        } else {
            "deadline"
        };
        view! {
            <p class=class>
                {icon(Icon::Clock)}
                <span>
                    {result::apply_by(lang)} " " <strong>{format::day(lang, by)}</strong> " · "
                    {shell::days_left(lang, left)}
                </span>
            </p>
        }
    }));
    all
}
