//! The result on one sheet of paper: shown only when printing.

use crate::components::badge::{evidence_sentence, truth_sign};
use crate::components::qr::qr;
use crate::components::status_list::of_status;
use crate::components::words;
use crate::format;
use crate::pages::programme_card::{Entry, sources_of};
use crate::pages::result::{left_out_line, link_of};
use crate::state::case::Case;
use crate::texts::{check, result as t, shell};
use crate::ui::prelude::*;
use rules::eval::Status;

/// The sheet.
pub fn print_sheet(case: Case) -> impl IntoView + use<> {
    let lang = case.site.lang();
    let evaluation = case.evaluation.get();
    let best = &evaluation.best;
    let day = format::day(lang, case.date.get());
    let name = case.site.situations.read().current().name.clone();
    let sum = (!case.out_of_date()).then(|| format::yuan_span(best.min_fen, best.max_fen));
    let entries = |status| {
        let all = of_status(case, status).into_iter();
        all.filter_map(|index| Entry::new(case, index, evaluation.outcomes.get(index)?))
    };
    let rows = entries(Status::Eligible).map(row).collect_view();
    let open = entries(Status::Undetermined).map(open_row).collect_view();
    let left_out = best.left_out.iter().map(|left| left_out_line(case, left));
    let left_out = match case.out_of_date() {
        true => View::default(),
        false => left_out.collect_view(),
    };
    let link = link_of(case);
    let qr = qr(&link, t::qr_label(lang));
    let printed = format::day(lang, crate::browser::clock::today());
    let hash = case.hash.get(..8).unwrap_or_default();
    view! {
        <section class="sheet">
            <div class="sheet-head">
                <div>
                    <p class="sheet-title">{shell::site(lang)} " · " {t::title(lang)} " " {name}</p>
                    <p>{t::intro(lang, day)}</p>
                    <p class="sheet-sum amount">{sum}</p>
                    <p>
                        {t::printed_on(lang, printed)} " · "
                        {shell::pack_version(lang, &case.pack.version, hash)}
                    </p>
                </div>
                {qr}
            </div>
            {left_out} {rows} {open}
            <p class="sheet-row">
                <strong>{t::print_answers(lang)}</strong>
                {check::colon(lang)}
                {answers(case)}
            </p>
            <p>{t::print_disclaimer(lang)}</p>
        </section>
    }
}

/// A programme in a few lines.
fn row(entry: Entry<'_>) -> impl IntoView + use<> {
    let case = entry.case;
    let lang = case.site.lang();
    let comma = words::comma(lang);
    let apply_by = entry.outcome.apply_by;
    let apply_by = apply_by.map(|day| format!("{} {}", t::apply_by(lang), format::day(lang, day)));
    let doubt = evidence_sentence(lang, entry.evidence()).map(str::to_owned);
    let first: Vec<String> = [apply_by, doubt].into_iter().flatten().collect();
    let papers: Vec<&str> = entry
        .papers()
        .map(|paper| lang.pick(&paper.clause.text))
        .collect();
    let places: Vec<&str> = entry
        .text
        .channels
        .iter()
        .map(|c| lang.pick(&c.text))
        .collect();
    let sources: Vec<&str> = entry.version.map_or_else(Vec::new, |(_, text)| {
        let all = sources_of(entry.text, text).into_iter();
        let all = all.filter_map(|index| case.pack.sources.get(usize::from(index)));
        all.map(|source| lang.pick(&source.title)).collect()
    });
    let line = |label: &'static str, texts: Vec<&str>, between: &str| {
        (!texts.is_empty()).then(|| {
            view! { <p>{label} {check::colon(lang)} {texts.join(between)}</p> }
        })
    };
    let conditions = entry.version.into_iter().flat_map(|(_, text)| {
        let conditions = text.conditions.iter().zip(&entry.outcome.conditions);
        conditions.map(|(clause, truth)| {
            let (_, _, word) = truth_sign(lang, *truth);
            format!("{word}{}{}", check::colon(lang), lang.pick(&clause.text))
        })
    });
    let conditions: Vec<_> = conditions.map(|text| view! { <li>{text}</li> }).collect();
    let working = entry.version.into_iter().flat_map(|(code, text)| {
        let steps = code.steps.iter().zip(&text.steps).zip(&entry.outcome.steps);
        steps
            .filter(|((step, _), _)| !words::is_truth(&case.pack.program, step.figure.reg))
            .map(|((_, words), range)| {
                format!("{} {}", lang.pick(&words.text), format::range(lang, range))
            })
    });
    let working: Vec<String> = match case.out_of_date() {
        true => Vec::new(),
        false => working.collect(),
    };
    let working = (!working.is_empty()).then(|| {
        view! { <p>{t::steps(lang)} {check::colon(lang)} {working.join(words::semicolon(lang))}</p> }
    });
    view! {
        <div class="sheet-row">
            <p class="sheet-line">
                <span>
                    <strong>{lang.pick(&entry.text.title)}</strong>
                    " · "
                    {t::status_eligible(lang)}
                </span>
                <span class="amount">{entry.sum()}</span>
            </p>
            <p>{first.join(" · ")}</p>
            {working}
            <ul class="sheet-ticks">{conditions}</ul>
            {line(t::papers(lang), papers, comma)}
            {line(t::channels(lang), places, " ")}
            {line(t::sources(lang), sources, comma)}
        </div>
    }
}

/// A programme that depends on open answers, in one line.
fn open_row(entry: Entry<'_>) -> impl IntoView + use<> {
    let lang = entry.case.site.lang();
    let missing = entry.outcome.missing.iter().count();
    let sum = entry.sum().map(|sum| {
        view! { <span>{t::amount_if(lang)} " " <span class="amount">{sum}</span></span> }
    });
    view! {
        <div class="sheet-row sheet-line">
            <span>
                <strong>{lang.pick(&entry.text.title)}</strong>
                " · "
                {t::missing(lang, missing)}
            </span>
            {sum}
        </div>
    }
}

/// The answers in one line.
pub fn answers(case: Case) -> String {
    let lang = case.site.lang();
    let situations = case.site.situations.read();
    let all = situations
        .current()
        .answers
        .iter()
        .filter_map(|(id, text)| {
            let slot = pack::slot_of(case.pack, id)?;
            let value = pack::parse_answer(case.pack, slot, text).ok()?;
            let (label, colon) = (words::label(lang, case.pack, slot), check::colon(lang));
            let answer = words::answer(lang, case.pack, slot, value);
            Some(format!("{label}{colon}{answer}"))
        });
    let all: Vec<String> = all.collect();
    all.join(words::semicolon(lang))
}
