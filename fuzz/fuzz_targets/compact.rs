//! Any bytes: read as a program in compact form they give an error, or a program that runs
//! for any answers without a panic and in time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::eval::{Answers, Evaluator, Status};
use rules::program::Program;

fuzz_target!(|data: &[u8]| {
    // The first bytes choose the answers and the day, the rest is the program.
    let Some((&[seed, day], form)) = data.split_first_chunk() else { return };
    let Ok(program) = postcard::from_bytes::<Program>(form) else { return };
    let Ok(mut evaluator) = Evaluator::new(&program) else { return };
    let date = 20_000 + i64::from(day) * 16;
    let values = program.facts.iter().enumerate().map(|(slot, _)| {
        let draw = (slot as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15 ^ u64::from(seed) << 7);
        // Mostly small answers, some of them impossible, some missing.
        (draw % 3 != 0).then(|| (draw >> 32) as i64 % 20 - 2)
    });
    let answers = Answers { values: values.collect() };
    let evaluation = evaluator.evaluate(date, &answers);
    let questions = evaluator.next_questions(date, &answers, &evaluation);
    assert!(questions.iter().all(|question| !question.programmes.is_empty()));
    for (place, outcome) in evaluation.outcomes.iter().enumerate().take(4) {
        let hints = evaluator.hints(date, &answers, place);
        assert!(hints.is_empty() || outcome.status == Status::Ineligible);
        evaluator.route_hints(date, &answers, place);
    }
    let complete: Vec<_> = answers.values.iter().map(|answer| answer.unwrap_or(0)).collect();
    let mut figures = vec![None; program.programmes.len()];
    let _ = evaluator.totals(date, &complete, &mut figures);
    assert_eq!(evaluator.evaluate(date, &answers), evaluation, "nothing is left behind");
});
