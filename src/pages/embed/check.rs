//! `/embed/check`: what a page's headers and markup would break, and the line to write.

use super::code::code;
use super::fields::{area, line};
use super::finding::{finding, place_words};
use crate::components::icon::{Icon, icon};
use crate::components::page::page_title;
use crate::state::site::Site;
use crate::texts::embed as t;
use crate::ui::prelude::*;
use embed::address::Address;
use embed::check::{Given, Report, Severity, check as look};
use std::cell::RefCell;

thread_local! {
    /// What was pasted, for as long as the visit: the other language shows the same. Not in the
    /// address, as it may be long and is nobody's business.
    static PASTED: RefCell<[String; 3]> = RefCell::default();
}

/// The page.
pub fn check(site: Site, address: Address) -> impl IntoView {
    let lang = site.lang();
    let [page, headers, html] = PASTED.with_borrow(|all| all.clone().map(RwSignal::new));
    Effect::new(move |_: Option<()>| {
        let now = [page.get(), headers.get(), html.get()];
        PASTED.with_borrow_mut(|all| *all = now);
    });
    let at = Memo::new(move |_| {
        let typed = page.get();
        let typed = typed.trim();
        // People leave out what the browser does not show.
        Address::read(typed).or_else(|| Address::read(&format!("https://{typed}")))
    });
    let problem = Memo::new(move |_| {
        let wrong = !page.read().trim().is_empty() && at.read().is_none();
        wrong.then(|| t::page_address_wrong(lang).to_owned())
    });
    let address = StoredValue::new(address);
    let report = Memo::new(move |_| {
        let (headers, html) = (headers.get(), html.get());
        let empty = headers.trim().is_empty() && html.trim().is_empty();
        (!empty).then(|| {
            let page = at.get();
            let given = Given {
                page: page.as_ref(),
                headers: &headers,
                html: &html,
            };
            address.with_value(|site| look(site, given))
        })
    });
    let found = move || match &*report.read() {
        Some(report) => shown(site, report).into_any(),
        None => view! { <p class="muted">{t::nothing_yet(lang)}</p> }.into_any(),
    };
    view! {
        <div class="page embed">
            {page_title(site, t::check_title(lang))} <p class="lead">{t::check_lead(lang)}</p>
            <div class="columns">
                <div class="first">
                    <section class="card pasted">
                        {line("page", t::page_address(lang), t::page_address_help(lang), page, problem)} {area("headers", t::headers(lang), t::headers_help(lang), headers)}
                        {area("html", t::html(lang), t::html_help(lang), html)}
                    </section>
                </div>
                <div class="second">
                    <section class="card" aria-labelledby="report">
                        <h2 id="report">{t::report(lang)}</h2>
                        {found}
                        <p class="help small">{t::limits(lang)}</p>
                        <p class="row">
                            <a class="button" href="/embed">
                                {t::to_builder(lang)} {icon(Icon::Right)}
                            </a>
                        </p>
                    </section>
                </div>
            </div>
        </div>
    }
}

fn shown(site: Site, report: &Report) -> impl IntoView + use<> {
    let lang = site.lang();
    let breaks = report
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Breaks)
        .count();
    let verdict = match breaks {
        0 => view! {
            <p class="verdict jade">{icon(Icon::Check)} <strong>{t::works(lang)}</strong></p>
        },
        _ => view! {
            <p class="verdict rust">
                {icon(Icon::Cross)} <strong>{t::breaks(lang, breaks)}</strong>
            </p>
        },
    };
    let seen = match report.widgets {
        Some(count) => t::widgets_seen(lang, count),
        None => t::assumed(lang).to_owned(),
    };
    let findings: Vec<_> = report.findings.iter().map(|it| finding(lang, it)).collect();
    let amended: Vec<_> = report
        .amended
        .iter()
        .map(|it| {
            let policy = it.policy.clone();
            let place = place_words(lang, it.place);
            view! {
                <h3>{t::whole_policy(lang)} <span class="muted small">" " {place}</span></h3>
                {code(lang, t::whole_policy(lang), Memo::new(move |_| policy.clone()))}
            }
        })
        .collect();
    view! {
        <div role="status">
            {verdict} <p class="small muted">{t::looked(lang, report.headers)} " " {seen}</p>
        </div>
        <ol class="findings">{findings}</ol>
        {amended}
    }
}
