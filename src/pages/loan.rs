//! `/loan`: what a guaranteed start-up loan costs after the interest subsidy.
//!
//! What is typed lives in the fragment (`#p=200000&lpr=3.1…`): it survives a reload, can be
//! handed on, and no server sees it.

use crate::components::loan_chart::loan_chart;
use crate::components::loan_form::{Form, Rules, fields, sums};
use crate::components::page::page_title;
use crate::components::waiting;
use crate::format;
use crate::lang::Lang;
use crate::later::{self, Piece};
use crate::routes::Route;
use crate::state::feedback::About;
use crate::state::site::Site;
use crate::texts::{loan as t, result};
use crate::ui::prelude::*;
use rules::loan::{Loan, Schedule};

/// The page.
pub fn loan(site: Site) -> impl IntoView {
    let lang = site.lang();
    let form = Form::of(&site.router.fragment.get_untracked());
    let tried = RwSignal::new(untrack(move || form.loan()).is_some());
    // Keeps what is typed in the address; the router is told, the page stays as it is.
    Effect::new(move |before: Option<String>| {
        let fragment = form.fragment();
        let changed = before.is_some_and(|before| before != fragment);
        if changed && site.router.route.get_untracked() == Route::Loan {
            site.router.replace(&format!("/loan#{fragment}"));
        }
        fragment
    });
    let rules = Rules::of(site);
    let outcome = move || {
        let loan = form.loan().filter(|_| tried.get());
        let worked = loan.and_then(|loan| Some((loan, loan.schedule().ok()?)));
        match worked {
            Some(_) if rules.get() == Rules::Coming => waiting::loading(lang).into_any(),
            Some((loan, schedule)) => shown(lang, form, loan, &schedule, rules.get()).into_any(),
            None => view! { <p class="card muted">{t::empty(lang)}</p> }.into_any(),
        }
    };
    let worked = Memo::new(move |_| tried.get() && form.loan().is_some());
    let feedback = move || {
        let about = About {
            page: "/loan",
            item: String::new(),
        };
        worked.get().then(|| {
            view! {
                <section class="card">
                    <h2>{result::opinion(lang)}</h2>
                    {later::piece(site, Piece::Feedback(about))}
                </section>
            }
        })
    };
    view! {
        <div class="page loan">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            <p><a class="back" href="/malan">{t::to_guide(lang)}</a></p>
            <div class="columns">
                <div class="first">{fields(lang, form, tried, rules)}</div>
                <div class="second">
                    <div role="status">{outcome}</div>
                    {feedback}
                </div>
            </div>
        </div>
    }
}

/// The sums, the chart and the schedule.
fn shown(
    lang: Lang,
    form: Form,
    loan: Loan,
    schedule: &Schedule,
    rules: Rules,
) -> impl IntoView + use<> {
    let programme = match form.business.get() {
        true => "/programmes/startup_loan_business",
        false => "/programmes/startup_loan_personal",
    };
    view! {
        <section class="card hero" id="loan-result">
            <h2>{t::result(lang)}</h2>
            {sums(lang, form, loan, schedule, rules)}
            <p class="row">
                <a class="button" href=programme>
                    {t::conditions(lang)}
                </a>
            </p>
        </section>
        <section class="card">
            <h2>{t::chart(lang)}</h2>
            {loan_chart(lang, &schedule.rows)}
            <details class="working">
                <summary>{t::as_table(lang)}</summary>
                {table(lang, schedule)}
            </details>
        </section>
    }
}

/// The schedule as a table.
fn table(lang: Lang, schedule: &Schedule) -> impl IntoView + use<> {
    let rows: Vec<_> = schedule
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.month}</th>
                    <td>{format::yuan(row.instalment_fen)}</td>
                    <td>{format::yuan(row.interest_fen)}</td>
                    <td>{format::yuan(row.principal_fen)}</td>
                    <td>{format::yuan(row.balance_fen)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t::schedule(lang)>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{t::col_month(lang)}</th>
                        <th scope="col">{t::col_payment(lang)}</th>
                        <th scope="col">{t::col_interest(lang)}</th>
                        <th scope="col">{t::col_principal(lang)}</th>
                        <th scope="col">{t::col_balance(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
