//! `/levels`: which levels the visitor can sit now, through which condition, and what the next
//! ones still need. Its answers are those of `/check`.
//!
//! The fragment names the question (`#q=trade_years`), as in `/check`.

use crate::browser::{clock, page};
use crate::components::answers_panel::answers_of;
use crate::components::catalogue::Listed;
use crate::components::field::field;
use crate::components::icon::{Icon, icon};
use crate::components::ladder::ladder;
use crate::components::level_ways::{LEVELS, Levels, Way};
use crate::components::page::page_title;
use crate::components::sources::{clause, source_list};
use crate::components::ticks::tick;
use crate::components::waiting::with_pack;
use crate::format;
use crate::routes::{Route, value_of};
use crate::state::case::Case;
use crate::state::share::Shared;
use crate::state::site::Site;
use crate::texts::{check, levels as t, pathways, programmes, result, shell};
use crate::ui::prelude::*;
use rules::eval::Truth;
use rules::order::sort_few;
use rules::program::{Kind, Slot, Unit};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The page.
pub fn levels(site: Site) -> impl IntoView {
    let lang = site.lang();
    view! {
        <div class="page levels">
            {page_title(site, t::title(lang))} <p class="lead">{t::lead(lang)}</p>
            {with_pack(site, |case| with_rules(case).into_any())}
        </div>
    }
}

fn with_rules(case: Case) -> AnyView {
    // A link with a situation, as to `/result`.
    let router = case.site.router;
    Effect::new(move |_| {
        let fragment = router.fragment.get();
        if router.route.get() != Route::Levels {
            return;
        }
        if let Some(shared) = Shared::read(&fragment) {
            router.replace("/levels");
            case.site.open_shared(shared, case.hash);
        }
    });
    let case = case.of_all();
    let kind = |listed: &Listed| listed.code.kind == Kind::Levels;
    match Listed::all(case.pack).find(kind) {
        Some(listed) => of_programme(case, listed).into_any(),
        // A pack without levels: the list of what it has.
        None => crate::pages::missing::missing(case.site).into_any(),
    }
}

fn of_programme(case: Case, listed: Listed) -> impl IntoView {
    let found = Memo::new(move |_| {
        let evaluation = case.evaluation.get();
        evaluation.outcomes.get(listed.index).cloned().map(Arc::new)
    });
    let now = move || {
        let outcome = found.get()?;
        let version = outcome.version?;
        Some(Levels {
            case,
            index: listed.index,
            code: listed.code.versions.get(version)?,
            text: listed.text.versions.get(version)?,
            outcome,
        })
    };
    let sum = move || match now() {
        Some(levels) => summary(&levels).into_any(),
        None => no_rule(case, listed).into_any(),
    };
    let body = move || now().map(|levels| details(&levels, listed));
    let drawing = move || now().map(|levels| ladder(&levels));
    let lang = case.site.lang();
    view! {
        <div class="columns">
            <div class="first">{questions(case, listed)} {sum}</div>
            <div class="second">
                <section class="card">
                    <h2>{t::ladder(lang)}</h2>
                    {drawing}
                    <p class="row">
                        <a class="button" href="/pathways">
                            {pathways::see_pathway(lang)}
                            {icon(Icon::Right)}
                        </a>
                    </p>
                </section>
            </div>
            <div class="third">{body}</div>
            <div class="fourth">{answers_of(case, "/levels", asked_slots(listed))}</div>
        </div>
    }
}

/// Every fact that the programme's conditions read, by the questions' order.
pub fn asked_slots(listed: Listed) -> Vec<Slot> {
    let facts = &listed.pack.program.facts;
    let texts = || listed.text.versions.iter();
    let read = |slot: &Slot| {
        texts().any(|text| {
            let mut all = text.route_facts.iter().chain(&text.condition_facts);
            all.any(|facts| facts.contains(slot))
        })
    };
    let mut slots: Vec<Slot> = (0..).take(facts.len()).filter(read).collect();
    let order = |slot: Slot| facts.get(usize::from(slot)).map(|fact| fact.order);
    sort_few(&mut slots, |a, b| order(*a) < order(*b));
    slots
}

/// One question at a time: the one that the address names, or the next that decides something.
fn questions(case: Case, listed: Listed) -> impl IntoView {
    let router = case.site.router;
    let all = StoredValue::new(asked_slots(listed));
    let open = move || {
        let evaluation = case.evaluation.get();
        let outcome = evaluation.outcomes.get(listed.index);
        let missing = outcome.map(|outcome| outcome.missing).unwrap_or_default();
        let situations = case.site.situations.read();
        let skipped = &situations.current().skipped;
        let ask = |slot: &Slot| {
            let skipped = skipped.iter().any(|id| id == case.id(*slot));
            missing.contains(*slot) && !skipped
        };
        all.with_value(|all| all.iter().copied().find(ask))
    };
    let named = Memo::new(move |before: Option<&Option<Slot>>| {
        let fragment = router.fragment.get();
        if router.route.get_untracked() != Route::Levels {
            return before.copied().flatten();
        }
        let slot = value_of(&fragment, "q").and_then(|id| pack::slot_of(case.pack, id));
        slot.filter(|slot| all.with_value(|all| all.contains(slot)))
    });
    let asked = Memo::new(move |_| named.get().or_else(open));
    // The heading of the question is where reading goes on.
    Effect::new(move |before: Option<Option<Slot>>| {
        let now = asked.get();
        if before.is_some_and(|before| before != now) {
            clock::next_frame(|| page::focus("ask"));
        }
        now
    });
    // Another situation shows the same question with its own answer.
    let situation = Memo::new(move |_| case.site.situations.read().index());
    move || match (asked.get(), situation.get()).0 {
        Some(slot) => question(case, slot, all).into_any(),
        None => done(case).into_any(),
    }
}

fn question(case: Case, slot: Slot, all: StoredValue<Vec<Slot>>) -> impl IntoView {
    let lang = case.site.lang();
    let router = case.site.router;
    let id = case.id(slot);
    let words = case.pack.questions.get(usize::from(slot));
    let (ask, help) = words.map_or(("", ""), |q| (lang.pick(&q.ask), lang.pick(&q.help)));
    // Each answer is a place of its own, so that "back" leads to the question before.
    let go_on = move || router.go("/levels");
    let on_answer = Callback::new(move |(value,): (i64,)| {
        let text = pack::format_answer(case.pack, slot, value);
        case.site.change_current(|now| now.set(id, text));
        router.replace(&format!("/levels#q={id}"));
        go_on();
    });
    let skip = move |_| {
        case.site.change_current(|now| now.skip(id));
        router.replace(&format!("/levels#q={id}"));
        go_on();
    };
    let before = case.site.situations.with_untracked(|situations| {
        let ours = |id: &str| {
            let slot = pack::slot_of(case.pack, id);
            slot.is_some_and(|slot| all.with_value(|all| all.contains(&slot)))
        };
        let answers = situations.current().answers.iter();
        let given: Vec<&str> = answers
            .map(|(id, _)| id.as_str())
            .filter(|id| ours(id))
            .collect();
        let here = given
            .iter()
            .position(|given| *given == id)
            .unwrap_or(given.len());
        let before = here.checked_sub(1)?;
        given.get(before).map(|id| format!("/levels#q={id}"))
    });
    let back = before.map(|href| {
        view! {
            <a class="back" href=href>
                {icon(Icon::Left)}
                {t::before(lang)}
            </a>
        }
    });
    view! {
        <section class="card asked">
            {back}
            <h2 id="ask" tabindex="-1">
                {ask}
            </h2>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <div role="group" aria-labelledby="ask">
                {field(lang, "answer", case.pack, slot, case.answers.get_untracked().values.get(usize::from(slot)).copied().flatten(), on_answer)}
            </div>
            <p>
                <button type="button" class="button quiet" on:click=skip>
                    {check::not_sure(lang)}
                </button>
            </p>
        </section>
    }
}

/// Nothing more to ask.
fn done(case: Case) -> impl IntoView {
    let lang = case.site.lang();
    let skipped = move || {
        let skipped = !case.site.situations.read().current().skipped.is_empty();
        skipped.then(|| t::done_skipped(lang))
    };
    view! {
        <p id="ask" tabindex="-1" class="muted done">
            {t::done(lang)}
            {skipped}
        </p>
    }
}

/// The day of application has no rule.
fn no_rule(case: Case, listed: Listed) -> impl IntoView {
    let lang = case.site.lang();
    let day = case.date.get();
    let gap = listed.gap_on(day).map(|gap| lang.pick(&gap.text));
    view! {
        <section class="card no-rule" role="status">
            <h2>{programmes::no_rule(lang, format::day(lang, day))}</h2>
            <p>{gap.unwrap_or_else(|| programmes::no_rule_why(lang))}</p>
            <p class="row">
                <a class="button" href=format!("/programmes/{}", listed.code.id)>
                    {t::rule_page(lang)}
                </a>
            </p>
        </section>
    }
}

/// The highest level that is open, large.
fn summary(levels: &Levels) -> impl IntoView + use<> {
    let case = levels.case;
    let lang = case.site.lang();
    let open = LEVELS
        .into_iter()
        .any(|level| levels.truth(level) == Truth::Unknown);
    let late = case.out_of_date().then(|| {
        let until = format::day(lang, case.pack.valid_until);
        view! { <p class="doubt">{shell::out_of_date(lang, until)}</p> }
    });
    let (label, figure) = match (levels.gain(), open, levels.best()) {
        (Some(best), ..) => (t::now(lang), Some(t::level(lang, best))),
        _ if levels.held() == Some(Some(1)) => (t::now_top(lang), None),
        (None, true, _) => (t::now_open(lang), None),
        (None, false, Some(_)) => (t::now_higher(lang), None),
        (None, false, None) => match levels.held().flatten() {
            Some(_) => (t::now_higher(lang), None),
            None => (t::now_none(lang), None),
        },
    };
    let soon = levels.years_to_next().filter(|_| figure.is_none() && !open);
    let soon = soon.map(|(level, years)| {
        let years = format::figure(lang, years, 0, Unit::Years);
        view! { <p class="soon">{t::next_in(lang, t::level(lang, level), years)}</p> }
    });
    let more =
        (open && figure.is_some()).then(|| view! { <p class="muted">{t::now_open_more(lang)}</p> });
    view! {
        <section class="card hero" aria-label=t::result(lang)>
            {late}
            <div role="status">
                <p class="label">{label}</p>
                {figure.map(|figure| view! { <p class="big">{figure}</p> })}
                {soon}
                {more}
            </div>
        </section>
    }
}

/// Open levels with their conditions, the ways to the others, every condition, notes, sources.
fn details(levels: &Levels, listed: Listed) -> impl IntoView + use<> {
    let case = levels.case;
    let lang = case.site.lang();
    let held = levels.held().flatten();
    let routes = || {
        levels
            .code
            .routes
            .iter()
            .zip(&levels.text.routes)
            .zip(&levels.outcome.routes)
    };
    let open: Vec<_> = LEVELS
        .into_iter()
        .rev()
        .filter(|level| levels.truth(*level) == Truth::Yes)
        .map(|level| {
            let met = routes()
                .filter(|((code, _), truth)| code.level == Some(level) && **truth == Truth::Yes);
            let met = met.map(|((_, text), _)| {
                view! {
                    <li class="tick jade">
                        <span class="sign">{icon(Icon::Check)}</span>
                        <div>{clause(lang, text)}</div>
                    </li>
                }
            });
            let already = held.is_some_and(|held| held <= level);
            view! {
                <h3>{t::level(lang, level)}</h3>
                {already.then(|| view! { <p class="muted">{t::held_already(lang)}</p> })}
                <ul class="ticks">{met.collect_view()}</ul>
            }
        })
        .collect();
    let open = (!open.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t::open_title(lang)}</h2>
                {open}
            </section>
        }
    });
    let best = levels.best();
    let next: Vec<_> = levels
        .ways()
        .into_iter()
        .filter(|(level, _)| best.is_none_or(|best| *level < best))
        .filter(|(level, _)| held.is_none_or(|held| *level < held))
        .map(|(level, ways)| next_level(levels, level, &ways))
        .collect();
    let next = (!next.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t::next_title(lang)}</h2>
                {next}
            </section>
        }
    });
    let facts = levels.text.route_facts.iter();
    let ticks: Vec<_> = routes()
        .zip(facts)
        .map(|(((_, text), truth), facts)| tick(case, *truth, text, facts))
        .collect();
    let notes = listed
        .text
        .notes
        .iter()
        .map(|note| view! { <li>{clause(lang, note)}</li> });
    let of_notes = listed.text.notes.iter().map(|note| note.source);
    let mut sources = BTreeSet::from([levels.text.source]);
    sources.extend(of_notes);
    view! {
        {open}
        {next}
        <section class="card">
            <h2>{t::note(lang)}</h2>
            <ul class="plain-list">{notes.collect_view()}</ul>
            <details class="working">
                <summary>{icon(Icon::Down)} {t::all_conditions(lang)}</summary>
                <ul class="ticks">{ticks}</ul>
            </details>
            <h3>{t::sources(lang)}</h3>
            {source_list(lang, case.pack, &sources)}
            <p class="row">
                <a class="button" href=format!("/programmes/{}", listed.code.id)>
                    {t::rule_page(lang)} {icon(Icon::Right)}
                </a>
            </p>
        </section>
    }
}

/// The ways to one level.
fn next_level(levels: &Levels, level: u8, ways: &[Way]) -> impl IntoView + use<> {
    let lang = levels.case.site.lang();
    let items: Vec<_> = ways
        .iter()
        .map(|way| {
            view! {
                <li>
                    <strong>{levels.words(way)}</strong>
                    {way.maybe.then(|| result::hint_maybe(lang))}
                    <p class="muted">{result::hint_clause(lang)} {clause(lang, way.clause)}</p>
                </li>
            }
        })
        .collect();
    let body = match items.is_empty() {
        true => view! { <p>{t::no_ways(lang)}</p> }.into_any(),
        false => view! { <ol class="hints">{items}</ol> }.into_any(),
    };
    view! {
        <h3>{t::level(lang, level)}</h3>
        {body}
    }
}
