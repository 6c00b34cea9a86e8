//! A hint that asks one to wait still holds when the waiting is over.
#![cfg(all(feature = "source", not(target_arch = "wasm32")))]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a helper of the tests beside it, which may panic"
)]

use pack::{Pack, hints, parse_answer, slot_of};
use rules::eval::{Answers, Evaluator, Hint, Status};

/// The Shanghai pack and somebody one month short of the insured months.
fn one_month_short(issued: &str, date: &str) -> (Pack, Vec<Hint>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/shanghai");
    let pack = pack::source::load(std::path::Path::new(folder))
        .unwrap()
        .pack;
    let mut answers = Answers {
        values: vec![None; pack.program.facts.len()],
    };
    for (id, text) in [
        ("situation", "employed"),
        ("employer_kind", "enterprise"),
        ("ui_insured_months", "11"),
        ("has_certificate", "true"),
        ("certificate_kind", "level"),
        ("certificate_level", "4"),
        ("certificate_issued_on", issued),
        ("certificate_verified", "true"),
        ("certificate_in_shortage_list", "true"),
        ("same_certificate_claimed", "false"),
        ("higher_level_claimed", "false"),
        ("training_subsidy_claimed", "false"),
        ("claims_this_year", "0"),
    ] {
        let slot = slot_of(&pack, id).unwrap();
        answers.values[usize::from(slot)] = Some(parse_answer(&pack, slot, text).unwrap());
    }
    let programme = pack.program.programmes.iter();
    let programme = programme
        .clone()
        .position(|it| it.id == "ui_skill_upgrade")
        .unwrap();
    let date = pack::facts::parse_date(date).unwrap();
    let mut evaluator = Evaluator::new(&pack.program).unwrap();
    let status = evaluator.evaluate(date, &answers).outcomes[programme].status;
    assert_eq!(status, Status::Ineligible);
    let found = hints(&pack, &mut evaluator, date, &answers, programme);
    drop(evaluator);
    (pack, found)
}

#[test]
fn waiting_a_month_helps_while_the_window_is_open() {
    let (pack, hints) = one_month_short("2026-06-01", "2026-11-22");
    let first = hints.first().unwrap();
    let insured = slot_of(&pack, "ui_insured_months").unwrap();
    assert_eq!(first.changes.len(), 1);
    assert_eq!(first.changes[0].slot, insured);
    assert_eq!(first.changes[0].to, 12);
    assert_eq!(first.status, Status::Eligible);
    let amount = first.amount.unwrap();
    assert_eq!((amount.min, amount.max, amount.scale), (1_500, 1_500, 0));
}

#[test]
fn waiting_past_the_window_is_not_advised() {
    let (_, hints) = one_month_short("2025-11-22", "2026-11-22");
    assert_eq!(hints, []);
}

#[test]
fn waiting_into_a_time_without_rules_is_not_advised() {
    let (_, hints) = one_month_short("2026-06-01", "2026-12-15");
    assert_eq!(hints, []);
}
