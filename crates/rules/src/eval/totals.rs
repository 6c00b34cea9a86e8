//! Figures alone, for many people one after another: nothing is allocated, and a programme
//! is left at the first condition that fails.

use super::answers::BadAnswer;
use super::evaluator::{Evaluator, to_fen, version_at};
use super::value::{Value, at, operands, step};
use crate::date::{Day, FIRST_DAY, LAST_DAY};
use crate::order::sort_many;
use crate::program::{Kind, Op, Program, Reg, Version};

/// The order in which a version's own operations are best run.
pub(super) struct Tape {
    /// Each register once, after those that it reads.
    order: Vec<Reg>,
    /// By condition: how much of `order` it needs.
    conditions: Vec<(usize, Reg)>,
    /// How much of `order` the routes need.
    routes: usize,
}

impl Tape {
    pub(super) fn new(program: &Program, version: &Version) -> Self {
        let (start, end) = version.ops;
        let mut placed = vec![false; usize::from(end.saturating_sub(start))];
        let mut order = Vec::new();
        let mut place = |outputs: &mut dyn Iterator<Item = Reg>| {
            let mut wanted: Vec<Reg> = outputs.collect();
            let mut added = Vec::new();
            while let Some(reg) = wanted.pop() {
                let own = reg
                    .checked_sub(start)
                    .and_then(|own| placed.get_mut(usize::from(own)));
                let Some(own) = own.filter(|placed| !**placed) else {
                    continue;
                };
                *own = true;
                added.push(reg);
                let op = program.ops.get(usize::from(reg)).unwrap_or(&Op::AppliedOn);
                let (regs, count) = operands(op);
                wanted.extend(regs.into_iter().take(count));
            }
            sort_many(&mut added, |a, b| a < b);
            order.extend(added);
            order.len()
        };
        let conditions = version.conditions.iter();
        let conditions = conditions
            .map(|c| (place(&mut core::iter::once(c.reg)), c.reg))
            .collect();
        let routes = place(&mut version.routes.iter().map(|route| route.reg));
        place(&mut version.amount.iter().map(|figure| figure.reg));
        Self {
            order,
            conditions,
            routes,
        }
    }
}

impl Evaluator<'_> {
    /// The figures of a person who has answered everything, and the sum of the best
    /// combination in fen.
    ///
    /// `answers` by slot. Writes to `figures`, by programme: `None` where the person is not
    /// eligible or no version covers the date, else the amount as a mantissa (0 where the
    /// version has none). Allocates nothing.
    ///
    /// # Errors
    ///
    /// The first answer that lies outside its domain, or too few or too many answers.
    pub fn totals(
        &mut self,
        date: Day,
        answers: &[i64],
        figures: &mut [Option<i64>],
    ) -> Result<i64, BadAnswer> {
        let program = self.program();
        if answers.len() != program.facts.len() {
            return Err(BadAnswer::Length {
                given: answers.len(),
                facts: program.facts.len(),
            });
        }
        for ((&value, fact), slot) in answers.iter().zip(&program.facts).zip(0..) {
            if !fact.domain.contains(value) {
                return Err(BadAnswer::Outside { slot, value });
            }
        }
        let date = date.clamp(FIRST_DAY, LAST_DAY);
        let mut run = |registers: &mut [i64], reg: Reg| {
            if let Some(op) = program.ops.get(usize::from(reg)) {
                let value = step(op, registers, answers, date);
                if let Some(register) = registers.get_mut(usize::from(reg)) {
                    *register = value;
                }
            }
        };
        let points = &mut self.worlds.points;
        (0..program.shared).for_each(|reg| run(points, reg));
        self.amounts.clear();
        let mut figures = figures.iter_mut();
        for (programme, tapes) in program.programmes.iter().zip(&self.tapes) {
            let version = version_at(programme, date);
            let found = version.and_then(|(index, version)| Some((version, tapes.get(index)?)));
            let figure = found.and_then(|(version, tape)| figure(version, tape, points, &mut run));
            let scale = found
                .and_then(|(version, _)| version.amount)
                .map_or(0, |f| f.scale);
            let fen = match (programme.kind, figure) {
                (Kind::Grant, Some(figure)) => to_fen(figure, scale),
                _ => 0,
            };
            self.amounts.push((fen, fen));
            figures.next().into_iter().for_each(|place| *place = figure);
        }
        Ok(self.chooser.largest(&self.amounts, u32::MAX))
    }
}

/// A version's amount for one person; `None` where they are not eligible.
fn figure(
    version: &Version,
    tape: &Tape,
    points: &mut [i64],
    run: &mut impl FnMut(&mut [i64], Reg),
) -> Option<i64> {
    let mut done = 0;
    let mut up_to = |points: &mut [i64], end: usize| {
        let regs = tape.order.get(done..end).unwrap_or_default();
        regs.iter().for_each(|&reg| run(points, reg));
        done = end;
    };
    for &(end, reg) in &tape.conditions {
        up_to(points, end);
        if at(points, reg) == 0 {
            return None;
        }
    }
    up_to(points, tape.routes);
    let holds = version
        .routes
        .iter()
        .any(|route| at(points, route.reg) != 0);
    if !holds && !version.routes.is_empty() {
        return None;
    }
    up_to(points, tape.order.len());
    Some(
        version
            .amount
            .map_or(0, |figure| Value::bounds(at(points, figure.reg)).0),
    )
}
