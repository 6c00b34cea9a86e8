//! `/about`: what this is, how amounts come about, how sure the sources are, what is not known,
//! what to do about an error, accessibility, privacy, versions and licence.

mod access;
mod privacy;
mod sources;
mod unknown;
mod versions;

use crate::components::badge::evidence_badge;
use crate::components::icon::{Icon, icon};
use crate::components::newest_change::newest_change;
use crate::components::page::page_title;
use crate::components::waiting::with_pack;
use crate::lang::Lang;
use crate::state::site::Site;
use crate::texts::{about as t, shell};
use crate::ui::prelude::*;
use pack::model::Evidence;

/// The page.
pub fn about(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page about">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {contents(lang)}
            {what(lang)}
            <section class="card" id="sums">
                <h2>{t::sums(lang)}</h2>
                <p>{t::sums_text(lang)}</p>
            </section>
            {evidence(lang)}
            {with_pack(site, move |case| unknown::unknown(case).into_any())}
            {sources::sources(site)}
            <section class="card" id="newest">
                <h2>{t::newest(lang)}</h2>
                {newest_change(site)}
            </section>
            {errors(lang)}
            {elsewhere(lang)}
            {access::access(lang)}
            {privacy::privacy(site)}
            {with_pack(site, move |case| versions::versions(case).into_any())}
            <p>
                <a class="back" href="/operator">
                    {t::operator(lang)}
                </a>
            </p>
        </div>
    }
}

/// Links to the sections.
fn contents(lang: Lang) -> impl IntoView {
    let links = [
        ("#sums", t::sums(lang)),
        ("#evidence", t::evidence(lang)),
        ("#unknown", t::unknown(lang)),
        ("#sources", t::sources(lang)),
        ("#errors", t::errors(lang)),
        ("#elsewhere", t::elsewhere(lang)),
        ("#access", t::access(lang)),
        ("#privacy", t::privacy(lang)),
        ("#versions", t::versions(lang)),
    ];
    let item = |(href, text)| view! { <li><a href=href>{text}</a></li> };
    view! {
        <nav aria-label=t::contents(lang)>
            <ul class="tags jumps">{links.map(item)}</ul>
        </nav>
    }
}

fn what(lang: Lang) -> impl IntoView {
    view! {
        <section class="card" id="what">
            <h2>{t::what(lang)}</h2>
            <p>{t::what_text(lang)}</p>
            <p>{t::what_name(lang)}</p>
            <p class="row">
                <a class="button" href="/pillars">
                    {t::see_pillars(lang)}
                    {icon(Icon::Right)}
                </a>
                <a class="button" href="tel:12333">
                    {icon(Icon::Phone)}
                    {shell::hotline_call(lang)}
                </a>
            </p>
        </section>
    }
}

/// The three words for how something is known.
fn evidence(lang: Lang) -> impl IntoView {
    let words = [
        (Evidence::Official, t::official_means(lang)),
        (Evidence::Press, t::press_means(lang)),
        (Evidence::Unconfirmed, t::unconfirmed_means(lang)),
    ];
    let line = |(evidence, means)| {
        view! {
            <div>
                <dt>{evidence_badge(lang, evidence)}</dt>
                <dd>{means}</dd>
            </div>
        }
    };
    view! {
        <section class="card" id="evidence">
            <h2>{t::evidence(lang)}</h2>
            <p>{t::evidence_lead(lang)}</p>
            <dl class="evidence-words">{words.map(line)}</dl>
        </section>
    }
}

fn errors(lang: Lang) -> impl IntoView {
    view! {
        <section class="card" id="errors">
            <h2>{t::errors(lang)}</h2>
            <ul class="plain-list">
                <li>{t::errors_decision(lang)}</li>
                <li>{t::errors_site(lang)}</li>
                <li>{t::errors_nobody(lang)}</li>
            </ul>
        </section>
    }
}

/// For those who run another site: the builder of widgets and the check.
fn elsewhere(lang: Lang) -> impl IntoView {
    view! {
        <section class="card" id="elsewhere">
            <h2>{t::elsewhere(lang)}</h2>
            <p>{t::elsewhere_text(lang)}</p>
            <p class="row">
                <a class="button" href="/embed">
                    {t::elsewhere_lines(lang)}
                    {icon(Icon::Right)}
                </a>
                <a class="button" href="/embed/check">
                    {t::elsewhere_check(lang)}
                    {icon(Icon::Right)}
                </a>
            </p>
        </section>
    }
}
