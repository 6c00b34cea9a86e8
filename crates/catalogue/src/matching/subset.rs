//! A program with some of its programmes: to ask about them alone is quick, and the best
//! combination is one of them alone.

use rules::program::{Cap, Op, Program};

/// The program with the programmes at `keep` (ascending) and what connects them.
pub fn subset(program: &Program, keep: &[usize]) -> Program {
    let renamed = |all: &[u16]| -> Vec<u16> {
        let left = all.iter().filter_map(|at| {
            let place = keep.iter().position(|kept| *kept == usize::from(*at))?;
            u16::try_from(place).ok()
        });
        left.collect()
    };
    let programmes = keep.iter().filter_map(|at| program.programmes.get(*at));
    let used = |reg: usize| {
        let mut versions = programmes.clone().flat_map(|it| &it.versions);
        let own = |ops: (u16, u16)| (usize::from(ops.0)..usize::from(ops.1)).contains(&reg);
        reg < usize::from(program.shared) || versions.any(|it| own(it.ops))
    };
    // Registers keep their names; operations of nobody's are not run and must read nothing.
    let ops = program
        .ops
        .iter()
        .enumerate()
        .map(|(reg, op)| match used(reg) {
            true => op.clone(),
            false => Op::AppliedOn,
        });
    let ops = ops.collect();
    let exclusions = program.exclusions.iter().map(|group| renamed(group));
    let caps = program.caps.iter().map(|cap| Cap {
        id: cap.id.clone(),
        programmes: renamed(&cap.programmes),
        max_fen: cap.max_fen,
    });
    Program {
        facts: program.facts.clone(),
        ops,
        shared: program.shared,
        programmes: programmes.clone().cloned().collect(),
        exclusions: exclusions.filter(|group| group.len() > 1).collect(),
        caps: caps.filter(|cap| !cap.programmes.is_empty()).collect(),
    }
}
