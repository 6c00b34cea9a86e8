//! What an apprenticeship brings at least: the pack's own rule over groups of apprentices.
//!
//! The national floor alone, marked as one. The advance is not confirmed and enters no sum.

use super::plan::{Group, MOST, Plan, QUESTIONS};
use crate::browser::clock;
use crate::components::amount::amount;
use crate::components::badge::evidence_badge;
use crate::components::catalogue::Listed;
use crate::components::icon::{Icon, icon};
use crate::components::typed::text_field;
use crate::components::words;
use crate::format;
use crate::lang::Lang;
use crate::state::case::Case;
use crate::texts::{employers as t, shell};
use crate::ui::prelude::*;
use leptos::prelude::UpdateValue;
use pack::Pack;
use pack::model::Evidence;
use rules::eval::{Answers, Evaluator, Outcome, Status, Truth};
use rules::program::{Domain, Slot, Unit};

/// The programme.
const PROGRAMME: &str = "apprenticeship";

/// The section; nothing for a pack without the programme.
pub fn apprentices(case: Case) -> Option<View> {
    let lang = case.site.lang();
    let listed = Listed::of(case.pack, PROGRAMME)?;
    let plan = Plan::start(case.site);
    let sums = Sums::of(case.pack, listed)?;
    let sums = StoredValue::new_local(sums);
    let worked = Memo::new(move |_| {
        let groups = plan.groups.get();
        let given = groups
            .iter()
            .map(|group| (group.id, read(case.pack, group)));
        given
            .map(|(id, given)| {
                let outcome = given
                    .and_then(|given| sums.try_update_value(|sums| sums.work(&given)).flatten());
                (id, outcome)
            })
            .collect::<Vec<(u32, Option<Worked>)>>()
    });
    // Rows that stay can't follow signals: the forms are made anew with their typed texts.
    let groups = move || {
        let groups = plan.groups.get();
        groups
            .into_iter()
            .map(|group| one(case, plan, group, worked))
            .collect_view()
    };
    let doubts = listed
        .text
        .notes
        .iter()
        .filter(|note| note.evidence == Evidence::Unconfirmed)
        .map(|note| {
            view! {
                <li>
                    {lang.pick(&note.text)} " " {evidence_badge(lang, note.evidence)}
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section id="apprenticeship">
                <h2>{t::apprentices(lang)}</h2>
                <p class="lead">{t::apprentices_lead(lang)}</p>
                <div class="columns">
                    <div class="first">
                        <ol class="plan-groups">{groups}</ol>
                        {move || {
                            (plan.groups.read().len() < MOST)
                                .then(|| {
                                    view! {
                                        <p class="row">
                                            <button
                                                type="button"
                                                class="button"
                                                on:click=move |_| plan.add()
                                            >
                                                {t::add_group(lang)}
                                            </button>
                                        </p>
                                    }
                                })
                        }}
                    </div>
                    <div class="second card floor" role="status">
                        <h3>{t::floor_total(lang)}</h3>
                        {move || total(lang, case.pack, &worked.read())}
                        <ul class="plain-list small">{doubts}</ul>
                        <p class="row">
                            <a class="button" href=format!("/programmes/{PROGRAMME}")>
                                {t::rule(lang)}
                            </a>
                            <a class="button" href="tel:12333">
                                {icon(Icon::Phone)}
                                {shell::hotline_call(lang)}
                            </a>
                        </p>
                    </div>
                </div>
            </section>
        }
        .into_any(),
    )
}

/// A group's answers, by slot.
type Given = [(Slot, i64); 5];

/// A group that was worked out.
#[derive(Clone, PartialEq, Eq)]
struct Worked {
    given: Given,
    /// Fen; 0 where it does not count.
    floor: i64,
    counts: bool,
    /// Conditions that do not hold, by their places.
    failed: Vec<usize>,
    version: usize,
}

/// The rule, ready to run.
struct Sums {
    listed: Listed,
    evaluator: Evaluator<'static>,
    answers: Answers,
    day: i64,
}

impl Sums {
    fn of(pack: &'static Pack, listed: Listed) -> Option<Sums> {
        Some(Sums {
            listed,
            evaluator: Evaluator::new(&pack.program).ok()?,
            answers: Answers::none(&pack.program),
            day: clock::today(),
        })
    }

    fn work(&mut self, given: &Given) -> Option<Worked> {
        for (slot, value) in given {
            *self.answers.values.get_mut(usize::from(*slot))? = Some(*value);
        }
        let outcomes = self.evaluator.evaluate(self.day, &self.answers).outcomes;
        let outcome: &Outcome = outcomes.get(self.listed.index)?;
        let failed = outcome.conditions.iter().enumerate();
        let failed = failed.filter(|(_, truth)| **truth == Truth::No);
        let floor = outcome.amount.filter(|it| it.unit == Unit::Yuan)?;
        let scale = u32::from(2u8.saturating_sub(floor.scale));
        Some(Worked {
            given: *given,
            floor: floor.min.checked_mul(10i64.checked_pow(scale)?)?,
            counts: outcome.status == Status::Eligible,
            failed: failed.map(|(at, _)| at).collect(),
            version: outcome.version?,
        })
    }
}

/// A group's answers, once all of them are sound.
fn read(pack: &Pack, group: &Group) -> Option<Given> {
    let mut given = [(0, 0); 5];
    for ((place, id), text) in given.iter_mut().zip(QUESTIONS).zip(group.texts) {
        let slot = pack::slot_of(pack, id)?;
        let text: String = text.get();
        *place = (slot, pack::parse_answer(pack, slot, text.trim()).ok()?);
    }
    Some(given)
}

/// The form of a group.
fn one(
    case: Case,
    plan: Plan,
    group: Group,
    worked: Memo<Vec<(u32, Option<Worked>)>>,
) -> impl IntoView {
    let (lang, pack) = (case.site.lang(), case.pack);
    let nth = move || {
        let groups = plan.groups.read();
        groups.iter().position(|it| it.id == group.id).unwrap_or(0) + 1
    };
    let [count, contract, kind, level, term] = group.texts;
    let number = |at: usize, text: RwSignal<String>, label: &'static str, unit: &'static str| {
        let id = QUESTIONS.get(at).copied().unwrap_or_default();
        let slot = pack::slot_of(pack, id).unwrap_or(Slot::MAX);
        let most = match pack
            .program
            .facts
            .get(usize::from(slot))
            .map(|it| &it.domain)
        {
            Some(Domain::Number { max, .. }) => format::number(*max, 0),
            _ => String::new(),
        };
        let problem = Memo::new(move |_| {
            let text: String = text.get();
            let wrong =
                !text.trim().is_empty() && pack::parse_answer(pack, slot, text.trim()).is_err();
            wrong.then(|| t::need_count(lang, most.clone()))
        });
        // The field's id lives as long as the page: groups are few.
        let id: &'static str = Box::leak(format!("{id}-{}", group.id).into_boxed_str());
        text_field(id, label, "", unit, text, problem)
    };
    let chips = |text: RwSignal<String>, label: &'static str, choices: Vec<(String, String)>| {
        let chips: Vec<_> = choices
            .into_iter()
            .map(|(value, word)| {
                let own = StoredValue::new(value);
                view! {
                    <button
                        type="button"
                        class="chip"
                        aria-pressed=move || own.with_value(|own| text.get() == *own).to_string()
                        on:click=move |_| text.set(own.get_value())
                    >
                        {word}
                    </button>
                }
            })
            .collect();
        view! {
            <fieldset>
                <legend class="field-label">{label}</legend>
                <div class="chips">{chips}</div>
            </fieldset>
        }
    };
    let kinds = pack::slot_of(pack, "apprentice_kind")
        .and_then(|slot| pack.questions.get(usize::from(slot)))
        .map(|question| {
            let options = question.options.iter();
            options
                .map(|it| (it.id.clone(), lang.pick(&it.label).to_owned()))
                .collect()
        })
        .unwrap_or_default();
    let levels = (1..=5u8)
        .rev()
        .map(|level| (level.to_string(), t::level_of(lang, level)));
    let terms = (1..=4u8).map(|term| {
        let one = term == 1;
        let word = format::unit_word(lang, Unit::Years, one);
        (term.to_string(), format!("{term} {word}"))
    });
    let note = move || {
        let all = worked.read();
        let own = all.iter().find(|(id, _)| *id == group.id)?.1.clone()?;
        Some(line(lang, pack, &own))
    };
    let remove = move || {
        (plan.groups.read().len() > 1).then(|| {
            view! {
                <button
                    type="button"
                    class="button quiet"
                    on:click=move |_| plan.remove(group.id)
                >
                    {move || t::remove_group(lang, nth())}
                </button>
            }
        })
    };
    view! {
        <li class="card plan-group">
            <h3>{move || t::group_no(lang, nth())}</h3>
            {number(0, count, t::apprentice_count(lang), t::people(lang))}
            {number(1, contract, t::contract_years(lang), t::years(lang))}
            {chips(kind, t::apprentice_kind(lang), kinds)}
            {chips(level, t::target_level(lang), levels.collect())}
            {chips(term, t::term_years(lang), terms.collect())}
            {note}
            {remove}
        </li>
    }
}

fn answer(own: &Worked, at: usize) -> i64 {
    own.given.get(at).map_or(0, |(_, value)| *value)
}

/// A group's sum, or why it does not count.
fn line(lang: Lang, pack: &'static Pack, own: &Worked) -> View {
    if own.counts {
        let (count, term) = (answer(own, 0), answer(own, 4));
        let each = own.floor / (count * term).max(1);
        let sum = t::floor_sum(
            lang,
            format::figure(lang, count, 0, Unit::People),
            format::figure(lang, term, 0, Unit::Years),
            format::yuan(each),
            format::yuan(own.floor),
        );
        return view! { <p class="group-sum">{sum}</p> }.into_any();
    }
    let texts = Listed::of(pack, PROGRAMME).and_then(|it| it.text.versions.get(own.version));
    let failed = own.failed.iter();
    let failed: Vec<&str> = failed
        .filter_map(|at| texts?.conditions.get(*at))
        .map(|clause| lang.pick(&clause.text))
        .collect();
    let failed = failed.join(words::semicolon(lang));
    view! {
        <p class="doubt">
            {icon(Icon::Cross)}
            <span>{t::not_counted(lang)} {failed}</span>
        </p>
    }
    .into_any()
}

/// The floor over all groups, by level and by kind.
fn total(lang: Lang, pack: &'static Pack, worked: &[(u32, Option<Worked>)]) -> View {
    let counted: Vec<&Worked> = worked
        .iter()
        .filter_map(|(_, it)| it.as_ref())
        .filter(|it| it.counts)
        .collect();
    if counted.is_empty() {
        return view! { <p class="muted">{t::fill_plan(lang)}</p> }.into_any();
    }
    let sum: i64 = counted.iter().map(|it| it.floor).sum();
    let by = |heading: &'static str, at: usize| {
        let mut values: Vec<i64> = counted.iter().map(|it| answer(it, at)).collect();
        values.sort_unstable();
        values.dedup();
        let slot = QUESTIONS.get(at).and_then(|id| pack::slot_of(pack, id));
        let rows: Vec<_> = values
            .into_iter()
            .map(|value| {
                let own = || counted.iter().filter(|it| answer(it, at) == value);
                let people: i64 = own().map(|it| answer(it, 0)).sum();
                let sum: i64 = own().map(|it| it.floor).sum();
                let name = match slot {
                    Some(slot) if at == 2 => words::answer(lang, pack, slot, value),
                    _ => t::level_of(lang, u8::try_from(value).unwrap_or(0)),
                };
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{format::number(people, 0)}</td>
                        <td>{format::yuan(sum)}</td>
                    </tr>
                }
            })
            .collect();
        view! {
            <table class="figures">
                <caption>{heading}</caption>
                <thead>
                    <tr>
                        <th scope="col">{heading}</th>
                        <th scope="col">{t::col_people(lang)}</th>
                        <th scope="col">{t::col_sum(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    view! {
        <p class="big">{amount(format::yuan(sum))}</p>
        <p class="doubt">{icon(Icon::Info)} {t::floor_note(lang)}</p>
        {by(t::by_level(lang), 3)}
        {by(t::by_kind(lang), 2)}
    }
    .into_any()
}
