//! Two years of cash as they come out: the months that matter, the chart, the table.

use super::money::Found;
use super::{Desk, chart, figures};
use crate::components::amount::amount;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::texts::malan_money as t;
use crate::ui::prelude::*;
use rules::cash::View as Cash;

/// The months that matter, the chart and the table.
pub fn shown(desk: Desk, found: &Found, cash: &Cash) -> impl IntoView + use<> {
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
