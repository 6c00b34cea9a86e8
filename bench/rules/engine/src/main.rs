//! Times our engine and the rules by hand, native: `bench-rules PACK PEOPLE MILLISECONDS`.
//! Prints one JSON object; `bench-rules PACK PEOPLE figures` prints everybody's figures.

use bench_rules::{ByHand, Contender, Figures, Ours};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pack, people, what] = arguments.as_slice() else {
        return Err("usage: bench-rules PACK PEOPLE (MILLISECONDS|figures)".to_owned());
    };
    let bytes = std::fs::read(pack).map_err(|error| format!("{pack}: {error}"))?;
    let rows = std::fs::read(people).map_err(|error| format!("{people}: {error}"))?;
    let rows: Vec<i64> = rows
        .chunks_exact(8)
        .map(|it| i64::from_le_bytes(it.try_into().unwrap_or_default()))
        .collect();

    let begun = Instant::now();
    let pack = Ours::read(&bytes)?;
    Ours::new(&pack.program, &[])?;
    let load = begun.elapsed();
    let mut ours = Ours::new(&pack.program, &rows)?;
    let mut alone = Figures::new(&pack.program, &rows)?;
    let mut by_hand = ByHand::new(&rows);
    if what == "figures" {
        let all = |it: &mut dyn Contender| -> Vec<_> {
            (0..it.people()).map(|person| it.figures(person)).collect()
        };
        println!(
            "{{\"ours\":{:?},\"figures\":{:?},\"by_hand\":{:?}}}",
            all(&mut ours),
            all(&mut alone),
            all(&mut by_hand)
        );
        return Ok(());
    }
    let milliseconds = what
        .parse()
        .map_err(|_| format!("`{what}` is no number of milliseconds"))?;
    let time = Duration::from_millis(milliseconds);
    println!(
        "{{\"load_ns\":{},\"ours_ns\":{},\"figures_ns\":{},\"by_hand_ns\":{}}}",
        load.as_nanos(),
        median_ns(&mut ours, time),
        median_ns(&mut alone, time),
        median_ns(&mut by_hand, time)
    );
    Ok(())
}

/// The same as in `run.mjs`: people differ, and a median over fewer would leave out the costly ones.
const AT_A_TIME: usize = 100;

/// The median time for one person, in nanoseconds with three places.
fn median_ns(contender: &mut dyn Contender, time: Duration) -> String {
    let people = contender.people().max(1);
    let mut passes = Vec::new();
    let begun = Instant::now();
    while begun.elapsed() < time || passes.len() < 3 {
        let first = passes.len() * AT_A_TIME;
        let pass = Instant::now();
        let sum: i64 = (first..first + AT_A_TIME)
            .map(|person| black_box(contender.evaluate(black_box(person % people))))
            .sum();
        black_box(sum);
        passes.push(pass.elapsed().as_nanos());
    }
    passes.sort_unstable();
    let median = passes.get(passes.len() / 2).copied().unwrap_or(0);
    let picoseconds = median * 1000 / AT_A_TIME as u128;
    format!("{}.{:03}", picoseconds / 1000, picoseconds % 1000)
}
