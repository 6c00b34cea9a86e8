//! A self-check: its questions one at a time, and what follows from the answers. They are those
//! of `/check`: what is answered here counts there, and the other way round.

use super::given::given;
use super::look::{Look, Which};
use super::no_rule::no_rule;
use super::outcome::outcome;
use crate::browser::{clock, page};
use crate::components::badge::evidence_badge;
use crate::components::catalogue::{Listed, Rule};
use crate::components::field::field;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::pages::levels::asked_slots;
use crate::state::case::Case;
use crate::texts::{check as asks, shortage as t};
use crate::ui::prelude::*;
use rules::date::Day;
use rules::eval::Outcome;
use rules::program::Slot;
use std::sync::Arc;

/// The question that no list in hand can answer.
const ON_LIST: &str = "certificate_in_shortage_list";

/// A check. A copy is a handle.
#[derive(Clone, Copy)]
pub struct Check {
    /// The situation, seen through all programmes.
    pub case: Case,
    /// Where the visitor is within the page.
    pub look: Look,
    /// Which one it is.
    pub which: Which,
    /// Its programme.
    pub listed: Listed,
    /// The day that it is worked out for.
    pub day: Memo<Day>,
    /// What comes out on that day.
    pub outcome: Memo<Option<Arc<Outcome>>>,
}

impl Check {
    /// `None` for a pack without its programme.
    pub fn new(case: Case, look: Look, which: Which) -> Option<Check> {
        let listed = Listed::of(case.pack, which.programme())?;
        let day = Memo::new(move |_| {
            let chosen = look.place.read().on.filter(|_| which == Which::Settlement);
            chosen.unwrap_or_else(|| case.date.get())
        });
        let outcome = Memo::new(move |_| {
            let day = day.get();
            let of_day = |outcomes: &[Outcome]| outcomes.get(listed.index).cloned().map(Arc::new);
            match day == case.date.get() {
                true => of_day(&case.evaluation.read().outcomes),
                false => case.ask(|evaluator, _, answers| {
                    of_day(&evaluator.evaluate(day, answers).outcomes)
                }),
            }
        });
        Some(Check {
            case,
            look,
            which,
            listed,
            day,
            outcome,
        })
    }

    /// The version of the day, code and texts.
    pub fn rule(self) -> Option<Rule> {
        let version = self.outcome.read().as_ref().as_ref()?.version?;
        let code = self.listed.code.versions.get(version)?;
        Some((code, self.listed.text.versions.get(version)?))
    }

    /// Whether it is the one that asks.
    fn is_open(self) -> bool {
        self.look.place.read().check == Some(self.which)
    }

    /// Asks a question, or the next one that decides.
    pub fn ask(self, question: Option<&str>) {
        self.look.go(|place| {
            place.check = Some(self.which);
            place.question = question.map(str::to_owned);
        });
    }
}

/// Its section.
pub fn section(check: Check) -> impl IntoView {
    let lang = check.case.site.lang();
    let title = match check.which {
        Which::Points => t::points(lang),
        Which::Settlement => t::settlement(lang),
    };
    let text = check.listed.text;
    let has_rule = Memo::new(move |_| check.rule().is_some());
    let body = move || {
        // Before what follows from it: a region that finds the second unchanged looks no further.
        check.day.track();
        match has_rule.get() {
            true => with_rule(check).into_any(),
            false => no_rule(check).into_any(),
        }
    };
    let badge = evidence_badge(lang, check.listed.evidence(None));
    view! {
        <section class="card self-check" id=check.which.tag()>
            <h2>{title}</h2>
            <p class="marks">
                <span class="badge kind">{check.listed.kind(lang)}</span>
                {badge}
            </p>
            <p>{lang.pick(&text.summary)}</p>
            {(check.which == Which::Points).then(|| view! { <p class="muted">{t::points_are(lang)}</p> })}
            {body}
        </section>
    }
}

fn with_rule(check: Check) -> impl IntoView {
    let lang = check.case.site.lang();
    let day = move || t::on_day(lang, format::day(lang, check.day.get()));
    let open = Memo::new(move |_| check.is_open());
    let slots = StoredValue::new(asked_slots(check.listed));
    let asking = move || match open.get() {
        true => questions(check, slots).into_any(),
        false => begin(check, slots).into_any(),
    };
    view! {
        <p class="muted">{day}</p>
        <div class="both-sides">
            <div>{asking} {given(check, slots)}</div>
            <div>{move || outcome(check)}</div>
        </div>
    }
}

/// The questions of it that are answered.
fn is_begun(check: Check, slots: StoredValue<Vec<Slot>>) -> bool {
    let answers = check.case.answers.read();
    let told = |slot: &Slot| {
        answers
            .values
            .get(usize::from(*slot))
            .copied()
            .flatten()
            .is_some()
    };
    slots.with_value(|slots| slots.iter().any(told))
}

/// The button that begins.
fn begin(check: Check, slots: StoredValue<Vec<Slot>>) -> impl IntoView {
    let lang = check.case.site.lang();
    let open = Memo::new(move |_| next(check, slots).is_some());
    move || {
        open.get().then(|| {
            let text = match is_begun(check, slots) {
                true => t::go_on(lang),
                false => t::start(lang),
            };
            view! {
                <p class="row">
                    <button type="button" class="button primary" on:click=move |_| check.ask(None)>
                        {text}
                    </button>
                </p>
            }
        })
    }
}

/// The next question that decides and was not skipped.
fn next(check: Check, slots: StoredValue<Vec<Slot>>) -> Option<Slot> {
    let outcome = check.outcome.get()?;
    let situations = check.case.site.situations.read();
    let skipped = &situations.current().skipped;
    let ask = |slot: &Slot| {
        let skipped = skipped.iter().any(|id| id == check.case.id(*slot));
        outcome.missing.contains(*slot) && !skipped
    };
    slots.with_value(|all| all.iter().copied().find(ask))
}

/// One question at a time.
fn questions(check: Check, slots: StoredValue<Vec<Slot>>) -> impl IntoView {
    let pack = check.case.pack;
    let asked = Memo::new(move |_| {
        let place = check.look.place.read();
        let named = place.question.as_ref();
        let named = named.and_then(|id| pack::slot_of(pack, id));
        let named = named.filter(|slot| slots.with_value(|all| all.contains(slot)));
        named.or_else(|| next(check, slots))
    });
    // The heading of the question is where reading goes on.
    Effect::new(move |before: Option<Option<Slot>>| {
        let now = asked.get();
        if before != Some(now) {
            clock::next_frame(|| page::focus("ask"));
        }
        now
    });
    let situation = Memo::new(move |_| check.case.site.situations.read().index());
    move || match (asked.get(), situation.get()).0 {
        Some(slot) => question(check, slot).into_any(),
        None => done(check).into_any(),
    }
}

fn question(check: Check, slot: Slot) -> impl IntoView {
    let case = check.case;
    let lang = case.site.lang();
    let id = case.id(slot);
    let words = case.pack.questions.get(usize::from(slot));
    let (ask, help) = words.map_or(("", ""), |q| (lang.pick(&q.ask), lang.pick(&q.help)));
    let on_answer = Callback::new(move |(value,): (i64,)| {
        let text = pack::format_answer(case.pack, slot, value);
        case.site.change_current(|now| now.set(id, text));
        check.ask(None);
    });
    let skip = move |_| {
        case.site.change_current(|now| now.skip(id));
        check.ask(None);
    };
    let value = case.answers.get_untracked();
    let value = value.values.get(usize::from(slot)).copied().flatten();
    let note = (id == ON_LIST).then(|| {
        view! { <p class="doubt">{icon(Icon::Info)} {t::list_question(lang)}</p> }
    });
    view! {
        <div class="asked">
            <h3 id="ask" tabindex="-1">
                {ask}
            </h3>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            {note}
            <div role="group" aria-labelledby="ask">
                {field(lang, "answer", case.pack, slot, value, on_answer)}
            </div>
            <p>
                <button type="button" class="button quiet" on:click=skip>
                    {asks::not_sure(lang)}
                </button>
            </p>
        </div>
    }
}

/// Nothing more to ask.
fn done(check: Check) -> impl IntoView {
    let lang = check.case.site.lang();
    let open = move || {
        let missing = check
            .outcome
            .get()
            .is_some_and(|it| it.missing.iter().next().is_some());
        missing.then(|| t::done_skipped(lang))
    };
    view! {
        <p id="ask" tabindex="-1" class="muted done">
            {t::done(lang)} {open}
        </p>
    }
}
