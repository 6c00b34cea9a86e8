//! One programme on the result page: what, how much, until when, what to bring, where,
//! and the whole working.

use crate::components::amount::{amount, label, shown_text};
use crate::components::badge::{evidence_badge, evidence_sentence, status_badge, weaker};
use crate::components::hints::hint_list;
use crate::components::icon::{Icon, icon};
use crate::components::sources::{clause, source_list};
use crate::components::ticks::tick;
use crate::components::words;
use crate::format;
use crate::later::{self, Piece};
use crate::state::case::Case;
use crate::state::feedback::About;
use crate::texts::{check, result as t, shell};
use crate::ui::prelude::*;
use pack::model::{self, Evidence, Paper};
use rules::eval::{Outcome, Status, Truth};
use rules::program::{Kind, Version};
use std::collections::BTreeSet;

/// A programme with its code, texts and result.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The state that the result follows from.
    pub case: Case,
    /// By index.
    pub programme: usize,
    /// Its texts.
    pub text: &'static model::Programme,
    /// What its figure means.
    pub kind: Kind,
    /// Its version of the day, code and texts.
    pub version: Option<(&'static Version, &'static model::VersionText)>,
    /// The result.
    pub outcome: &'a Outcome,
}

impl<'a> Entry<'a> {
    /// A programme's parts, joined by its place in the pack.
    pub fn new(case: Case, programme: usize, outcome: &'a Outcome) -> Option<Entry<'a>> {
        let code = case.pack.program.programmes.get(programme)?;
        let text = case.pack.programmes.get(programme)?;
        let version = outcome
            .version
            .and_then(|v| code.versions.get(v).zip(text.versions.get(v)));
        Some(Entry {
            case,
            programme,
            text,
            kind: code.kind,
            version,
            outcome,
        })
    }

    /// The amount with its unit, unless the pack vouches for none on this day.
    pub fn sum(&self) -> Option<String> {
        let lang = self.case.site.lang();
        (!self.case.out_of_date())
            .then(|| shown_text(lang, self.outcome))
            .flatten()
    }

    /// The weakest evidence of what the figure rests on.
    pub fn evidence(&self) -> Evidence {
        let of_source = |index: u16| {
            let source = self.case.pack.sources.get(usize::from(index));
            source.map_or(Evidence::Official, |source| source.evidence)
        };
        let notes = self.text.notes.iter().map(|note| note.evidence);
        let version = self.version.iter().flat_map(|(code, text)| {
            let from = code.from.map(|_| text.from_evidence);
            let until = code.until.map(|_| text.until_evidence);
            let amount = text.amount.as_ref().map(|clause| clause.evidence);
            let all = [Some(of_source(text.source)), from, until, amount];
            all.into_iter().flatten()
        });
        notes.chain(version).fold(Evidence::Official, weaker)
    }

    /// The papers to bring, given the answers.
    pub fn papers(&self) -> impl Iterator<Item = &'static Paper> {
        let case = self.case;
        self.text.papers.iter().filter(move |paper| {
            let fits = |(slot, mask): &(u16, u64)| match case.answer(*slot) {
                Some(value) => mask.checked_shr(value as u32).is_some_and(|m| m & 1 == 1),
                None => true,
            };
            paper.only_for.is_empty() || paper.only_for.iter().any(fits)
        })
    }
}

/// The card.
pub fn programme_card(entry: Entry<'_>) -> impl IntoView + use<> {
    let (case, outcome) = (entry.case, entry.outcome);
    let lang = case.site.lang();
    let id = case.programme_id(entry.programme);
    let title = lang.pick(&entry.text.title);
    let claims = matches!(outcome.status, Status::Eligible | Status::Undetermined);
    view! {
        <article class="card programme" id=format!("p-{id}") aria-labelledby=format!("t-{id}")>
            <header>
                <h3 id=format!("t-{id}")>{title}</h3>
                {status_badge(lang, outcome.status)}
            </header>
            {headline(entry)}
            {claims.then(|| deadline(entry))}
            <p>{lang.pick(&entry.text.summary)}</p>
            {missing(entry)}
            {hints(entry)}
            {claims.then(|| what_and_where(entry))}
            {working(entry)}
        </article>
    }
}

/// The figure, large, and how far it is known.
fn headline(entry: Entry<'_>) -> impl IntoView + use<> {
    let lang = entry.case.site.lang();
    let outcome = entry.outcome;
    let open = outcome.status == Status::Undetermined;
    let sum = entry.sum().map(|sum| {
        let label = label(lang, entry.kind);
        let due = outcome
            .due_now
            .filter(|_| outcome.status == Status::Eligible);
        let due = due.map(|range| {
            view! {
                <p>
                    {t::due_now(lang)} " " {amount(format::range(lang, &range))}
                </p>
            }
        });
        let condition = open.then(|| t::amount_if(lang));
        let evidence = evidence_sentence(lang, entry.evidence());
        view! {
            <p class="figure">
                <span class="muted">{label} " " {condition}</span>
                <strong class="amount">{sum}</strong>
            </p>
            {due}
            {evidence.map(|text| view! { <p class="doubt">{icon(Icon::Info)} {text}</p> })}
        }
    });
    let gap = (outcome.status == Status::NoRule).then(|| {
        let day = entry.case.date.get();
        let gap = entry.text.gaps.iter().find(|gap| {
            gap.from.is_none_or(|from| from <= day) && gap.until.is_none_or(|until| day <= until)
        });
        let text = gap.map_or_else(|| t::no_rule_text(lang), |gap| lang.pick(&gap.text));
        view! { <p>{text}</p> }
    });
    view! {
        {sum}
        {gap}
    }
}

/// The last day to apply, in days.
fn deadline(entry: Entry<'_>) -> impl IntoView + use<> {
    let lang = entry.case.site.lang();
    let today = entry.case.date.get();
    entry
        .outcome
        .apply_by
        .filter(|day| *day >= today)
        .map(|day| {
            let left = day - today;
            let class = if left <= 30 {
                "deadline near"
            } else {
                "deadline"
            };
            view! {
                <p class=class>
                    {icon(Icon::Clock)}
                    <span>
                        {t::apply_by(lang)} " " <strong>{format::day(lang, day)}</strong> " · "
                        {shell::days_left(lang, left)}
                    </span>
                </p>
            }
        })
}

/// What is not answered yet, each with a way to answer.
fn missing(entry: Entry<'_>) -> impl IntoView + use<> {
    let case = entry.case;
    let lang = case.site.lang();
    let slots: Vec<u16> = entry.outcome.missing.iter().collect();
    let count = slots.len();
    (count > 0).then(|| {
        let items = slots.into_iter().map(|slot| {
            let href = case.question_href(case.id(slot));
            view! {
                <li>
                    <a href=href>{words::label(lang, case.pack, slot)}</a>
                </li>
            }
        });
        view! {
            <details class="more-about">
                <summary>{icon(Icon::Question)} {t::missing(lang, count)}</summary>
                <ul class="tags">{items.collect_view()}</ul>
            </details>
        }
    })
}

/// What would have to change, only for what a person can do or wait for.
fn hints(entry: Entry<'_>) -> impl IntoView + use<> {
    let case = entry.case;
    let hints = match entry.outcome.status {
        Status::Ineligible => case.ask(|evaluator, day, answers| {
            pack::hints(case.pack, evaluator, day, answers, entry.programme)
        }),
        _ => Vec::new(),
    };
    let text = entry.version.map(|(_, text)| text);
    hint_list(case, text, entry.outcome, &hints)
}

/// What to bring and where to go: open for those who qualify, else folded.
fn what_and_where(entry: Entry<'_>) -> impl IntoView + use<> {
    let lang = entry.case.site.lang();
    let body = papers_and_places(entry);
    match entry.outcome.status {
        Status::Eligible => body.into_view(),
        _ => view! {
            <details class="more-about">
                <summary>{icon(Icon::Down)} {t::where_and_what(lang)}</summary>
                {body}
            </details>
        },
    }
}

/// What to bring as a list to tick off, when it is paid, and where to go.
fn papers_and_places(entry: Entry<'_>) -> impl IntoView + use<> {
    let lang = entry.case.site.lang();
    let papers: Vec<_> = entry
        .papers()
        .map(|paper| {
            view! {
                <li>
                    <label>
                        <input type="checkbox" />
                        <span>{clause(lang, &paper.clause)}</span>
                    </label>
                </li>
            }
        })
        .collect();
    let list = |heading: &'static str, clauses: &'static [model::Clause]| {
        (!clauses.is_empty()).then(|| {
            let items = clauses
                .iter()
                .map(|text| view! { <li>{clause(lang, text)}</li> });
            view! {
                <h4>{heading}</h4>
                <ul class="plain-list">{items.collect_view()}</ul>
            }
        })
    };
    let papers = (!papers.is_empty()).then(|| {
        view! {
            <h4>{t::papers(lang)}</h4>
            <ul class="papers">{papers}</ul>
        }
    });
    view! {
        {list(t::paid_in_parts(lang), &entry.text.schedule)}
        {papers}
        {list(t::channels(lang), &entry.text.channels)}
    }
}

/// Conditions, routes, steps, notes, sources: why the figure is what it is.
fn working(entry: Entry<'_>) -> impl IntoView + use<> {
    let case = entry.case;
    let lang = case.site.lang();
    let (code, text) = entry.version?;
    let outcome = entry.outcome;
    let ticks = |heading,
                 clauses: &'static [model::Clause],
                 facts: &'static [Vec<u16>],
                 truths: &[Truth]| {
        let items: Vec<_> = clauses
            .iter()
            .zip(facts)
            .zip(truths)
            .map(|((text, facts), truth)| tick(case, *truth, text, facts))
            .collect();
        (!items.is_empty()).then(|| {
            view! {
                <h4>{heading}</h4>
                <ul class="ticks">{items}</ul>
            }
        })
    };
    let steps: Vec<_> = code
        .steps
        .iter()
        .zip(&text.steps)
        .zip(&outcome.steps)
        .filter(|_| !case.out_of_date())
        .map(|((step, words), range)| {
            let truth = words::is_truth(&case.pack.program, step.figure.reg);
            let value = match (truth, range.min, range.max) {
                (true, 1, _) => check::yes(lang).to_owned(),
                (true, _, 0) => check::no(lang).to_owned(),
                (true, ..) => t::holds_unknown(lang).to_owned(),
                (false, ..) => format::range(lang, range),
            };
            view! {
                <div>
                    <dt>{clause(lang, words)}</dt>
                    <dd>{amount(value)}</dd>
                </div>
            }
        })
        .collect();
    let total = text.amount.as_ref().zip(entry.sum()).map(|(words, sum)| {
        view! {
            <div class="total">
                <dt>{clause(lang, words)}</dt>
                <dd>{amount(sum)}</dd>
            </div>
        }
    });
    let steps = (!steps.is_empty() || total.is_some()).then(|| {
        view! {
            <h4>{t::steps(lang)}</h4>
            <dl class="steps">{steps} {total}</dl>
        }
    });
    let notes: Vec<_> = entry
        .text
        .notes
        .iter()
        .map(|note| view! { <li>{clause(lang, note)}</li> })
        .collect();
    let notes = (!notes.is_empty()).then(|| {
        view! {
            <h4>{t::notes(lang)}</h4>
            <ul class="plain-list">{notes}</ul>
        }
    });
    let sources = sources_of(entry.text, text);
    let weak = evidence_badge(lang, entry.evidence());
    let site = case.site;
    let id = case.programme_id(entry.programme);
    // Asked of those who looked at the working, and not made anew when they look again.
    let opened = RwSignal::new(false);
    let ask = Memo::new(move |_| opened.get());
    let feedback = move || {
        let about = About {
            page: "/result",
            item: id.to_owned(),
        };
        ask.get()
            .then(|| later::piece(site, Piece::Feedback(about)))
    };
    Some(view! {
        <details class="working" on:toggle=move |_| opened.set(true)>
            <summary>{icon(Icon::Down)} {t::working(lang)}</summary>
            {ticks(t::conditions(lang), &text.conditions, &text.condition_facts, &outcome.conditions)}
            {ticks(t::routes(lang), &text.routes, &text.route_facts, &outcome.routes)}
            {steps}
            {notes}
            <h4>{t::sources(lang)} " " {weak}</h4>
            {source_list(lang, case.pack, &sources)}
            <p>
                <a href=format!("/programmes/{id}")>
                    {t::rule_page(lang)} {icon(Icon::Right)}
                </a>
            </p>
            {feedback}
        </details>
    })
}

/// Every source that a programme's version cites, by index.
pub fn sources_of(text: &model::Programme, version: &model::VersionText) -> BTreeSet<u16> {
    let lists = [
        &version.conditions,
        &version.routes,
        &version.steps,
        &text.notes,
        &text.channels,
        &text.schedule,
    ];
    let clauses = lists.into_iter().flatten().chain(&version.amount);
    let clauses = clauses.map(|clause| clause.source);
    let amounts = text.amounts.iter().map(|row| row.source);
    // `extend` inserts one by one; `collect` would bring a sort along.
    let mut all = BTreeSet::from([version.source]);
    all.extend(clauses.chain(amounts));
    all
}
