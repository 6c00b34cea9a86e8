//! The engine inside a browser: what is packed on one machine is read and evaluated on a phone.
//!
//! `cargo xtask test --only wasm` runs this in headless Chromium; `cargo test` runs the same
//! natively, so that a difference between the two would show.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test without the harness, which clippy takes for a program"
)]

use pack::Pack;
use pack::model::Text;
use rules::eval::{Answers, Evaluation, Evaluator, Range, Status};
use rules::program::{
    Change, Condition, Domain, Fact, Figure, Kind, Op, Program, Programme, Unit, Version,
};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A grant of 1,500 or 2,000 yuan by level for whoever was insured for 12 months.
fn grant() -> Program {
    let fact = |id: &str, max| Fact {
        id: id.to_owned(),
        domain: Domain::Number {
            min: 0,
            max,
            scale: 0,
        },
        change: Change::WaitUp,
        order: 0,
    };
    let version = Version {
        id: "v1".to_owned(),
        from: None,
        until: None,
        ops: (0, 8),
        conditions: vec![Condition {
            id: "insured".to_owned(),
            reg: 3,
            level: None,
        }],
        routes: vec![],
        steps: vec![],
        amount: Some(Figure {
            reg: 7,
            scale: 2,
            unit: Unit::Yuan,
        }),
        due_now: None,
        window: None,
    };
    Program {
        facts: vec![fact("insured_months", 600), fact("level", 1)],
        ops: vec![
            Op::Fact(0),
            Op::Fact(1),
            Op::Number(12),
            Op::LessEqual(2, 0),
            Op::Number(1),
            Op::Add(1, 4),
            Op::Lookup(5, vec![1_500, 2_000]),
            Op::MultiplyBy(6, 100),
        ],
        shared: 0,
        programmes: vec![Programme {
            id: "grant".to_owned(),
            kind: Kind::Grant,
            versions: vec![version],
        }],
        exclusions: vec![],
        caps: vec![],
    }
}

fn evaluate(program: &Program, insured_months: Option<i64>, level: Option<i64>) -> Evaluation {
    let answers = Answers {
        values: vec![insured_months, level],
    };
    Evaluator::new(program)
        .expect("a valid program")
        .evaluate(20_000, &answers)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn a_pack_reads_back_as_it_was_written() {
    let text = Text {
        zh: "小".to_owned(),
        en: "Tiny".to_owned(),
    };
    let written = Pack {
        id: "tiny".to_owned(),
        version: "1".to_owned(),
        title: text,
        hotline: "12333".to_owned(),
        as_of: 20_000,
        valid_until: 20_100,
        program: Program::default(),
        questions: vec![],
        programmes: vec![],
        caps: vec![],
        exclusions: vec![],
        sources: vec![],
        groups: vec![],
    };
    let bytes = pack::write(&written);
    let (read, _) = pack::read(&bytes).expect("a pack just written");
    assert_eq!(read, written);
    assert!(pack::read(&bytes[..bytes.len() - 1]).is_err());
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_amount_narrows_with_every_answer() {
    let program = grant();
    let range = |months, level| {
        let evaluation = evaluate(&program, months, level);
        let outcome = evaluation.outcomes.first().expect("one programme");
        let Range { min, max, .. } = outcome.amount.expect("an amount");
        (outcome.status, min, max)
    };
    assert_eq!(range(None, None), (Status::Undetermined, 0, 200_000));
    assert_eq!(range(Some(12), None), (Status::Eligible, 150_000, 200_000));
    assert_eq!(
        range(Some(12), Some(1)),
        (Status::Eligible, 200_000, 200_000)
    );
    assert_eq!(range(Some(11), Some(1)), (Status::Ineligible, 0, 0));
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    a_pack_reads_back_as_it_was_written();
    the_amount_narrows_with_every_answer();
}
