//! The shortest operation for a function of one register with few values.

use std::rc::Rc;

use super::draft::{Draft, Kind, MAX_TABLE, Table};
use super::range::{self, Fault, Range};
use crate::program::{Op, Reg};

impl Draft {
    pub(super) fn shortest(&mut self, table: Table, op: Op, kind: Kind) -> Result<Reg, Fault> {
        let Some(&first) = table.values.first() else {
            return Err(Fault::Full);
        };
        if table.values.iter().all(|value| *value == first) {
            return self.constant(first, kind);
        }
        let base = table.base;
        let identity = self
            .table(base)
            .is_some_and(|own| own.values == table.values);
        if identity && (self.kind(base) == kind) {
            return Ok(base);
        }
        match (kind, self.range(base)) {
            (Kind::Options, _) => {
                let range = range::of_op(&op, &self.facts, &|reg| self.range(reg))?;
                self.intern(op, kind, range, Some(table))
            }
            (Kind::Truth, Range::Set(_)) => {
                let op = match self.kind(base) {
                    Kind::Truth => Op::Not(base),
                    _ => Op::OneOf(base, mask_of(&table.values)),
                };
                self.intern(op, kind, Range::Set(3), Some(table))
            }
            (Kind::Truth, Range::Number(low, _)) => self.runs(base, low, &table.values),
            (Kind::Number, Range::Set(_)) => {
                let range = hull(&table.values);
                self.intern(
                    Op::LookupOption(base, table.values.to_vec()),
                    kind,
                    range,
                    Some(table),
                )
            }
            (Kind::Number, Range::Number(low, high)) => self.function(table, low, high),
        }
    }

    /// A number that is a function of a number: a line, or a look-up.
    pub(super) fn function(&mut self, table: Table, low: i64, high: i64) -> Result<Reg, Fault> {
        let (base, range) = (table.base, hull(&table.values));
        if let Some((slope, offset)) = line(low, &table.values) {
            if offset == 0 {
                return self.intern(
                    Op::MultiplyBy(base, slope),
                    Kind::Number,
                    range,
                    Some(table),
                );
            }
            if slope == 1 {
                let offset = self.number(offset)?;
                return self.intern(Op::Add(base, offset), Kind::Number, range, Some(table));
            }
        }
        if low >= 1 && high <= MAX_TABLE {
            // Entries below the least value are never looked up.
            let mut list = vec![
                table.values.first().copied().unwrap_or_default();
                usize::try_from(low - 1).unwrap_or(0)
            ];
            list.extend(table.values.iter());
            return self.intern(Op::Lookup(base, list), Kind::Number, range, Some(table));
        }
        let Some(offset) = 1i64.checked_sub(low) else {
            return Err(Fault::Overflow(1 - i128::from(low)));
        };
        let shifted: Rc<[i64]> = (1..).take(table.values.len()).collect();
        let shifted_range = hull(&shifted);
        let offset = self.number(offset)?;
        let at = self.intern(
            Op::Add(base, offset),
            Kind::Number,
            shifted_range,
            Some(Table {
                base,
                values: shifted,
            }),
        )?;
        self.intern(
            Op::Lookup(at, table.values.to_vec()),
            Kind::Number,
            range,
            Some(table),
        )
    }

    /// A truth that is a function of a number: the fewest comparisons.
    pub(super) fn runs(&mut self, base: Reg, low: i64, values: &[i64]) -> Result<Reg, Fault> {
        let count = |wanted: i64| {
            let before = std::iter::once(1 - wanted).chain(values.iter().copied());
            values
                .iter()
                .zip(before)
                .filter(|(now, before)| **now == wanted && *before != wanted)
                .count()
        };
        let wanted = i64::from(count(1) <= count(0));
        let mut all: Option<(Reg, Rc<[i64]>)> = None;
        let mut at = 0;
        while let Some(skipped) = values
            .get(at..)
            .and_then(|rest| rest.iter().position(|v| *v == wanted))
        {
            let start = at + skipped;
            let length = values
                .get(start..)
                .map_or(0, |rest| rest.iter().take_while(|v| **v == wanted).count());
            at = start + length;
            let run = self.run(base, low, values.len(), start, at)?;
            all = Some(match all {
                None => run,
                Some((reg, truths)) => {
                    let truths = truths
                        .iter()
                        .zip(run.1.iter())
                        .map(|(a, b)| a | b)
                        .collect();
                    (self.known_truth(Op::Or(reg, run.0), base, &truths)?, truths)
                }
            });
        }
        match all {
            Some((reg, truths)) if wanted == 0 => {
                let truths = truths.iter().map(|value| 1 - value).collect();
                self.known_truth(Op::Not(reg), base, &truths)
            }
            Some((reg, _)) => Ok(reg),
            None => self.truth(false),
        }
    }

    /// Whether the base lies among the values from `start` to before `end`.
    pub(super) fn run(
        &mut self,
        base: Reg,
        low: i64,
        len: usize,
        start: usize,
        end: usize,
    ) -> Result<(Reg, Rc<[i64]>), Fault> {
        let value = |at: usize| low.saturating_add(i64::try_from(at).unwrap_or(i64::MAX));
        let truths = |from: usize, to: usize| -> Rc<[i64]> {
            (0..len)
                .map(|at| i64::from(from <= at && at < to))
                .collect()
        };
        let all = truths(start, end);
        if start + 1 == end && len > 2 {
            let only = self.number(value(start))?;
            return Ok((self.known_truth(Op::Equal(base, only), base, &all)?, all));
        }
        let from = match start {
            0 => None,
            _ => {
                let least = self.number(value(start))?;
                Some(self.known_truth(Op::LessEqual(least, base), base, &truths(start, len))?)
            }
        };
        let to = match end {
            _ if end == len => None,
            _ => {
                let most = self.number(value(end).saturating_sub(1))?;
                Some(self.known_truth(Op::LessEqual(base, most), base, &truths(0, end))?)
            }
        };
        let reg = match (from, to) {
            (Some(from), Some(to)) => self.known_truth(Op::And(from, to), base, &all)?,
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => self.truth(true)?,
        };
        Ok((reg, all))
    }

    pub(super) fn known_truth(
        &mut self,
        op: Op,
        base: Reg,
        truths: &Rc<[i64]>,
    ) -> Result<Reg, Fault> {
        let table = Table {
            base,
            values: Rc::clone(truths),
        };
        self.intern(op, Kind::Truth, Range::Set(3), Some(table))
    }
}

pub(super) fn mask_of(truths: &[i64]) -> u64 {
    truths.iter().zip(0u32..).fold(0, |mask, (truth, bit)| {
        mask | u64::from(*truth != 0) << bit.min(63)
    })
}

pub(super) fn hull(values: &[i64]) -> Range {
    let low = values.iter().copied().min().unwrap_or_default();
    Range::Number(low, values.iter().copied().max().unwrap_or_default())
}

/// Slope and offset, if the values lie on a line.
pub(super) fn line(low: i64, values: &[i64]) -> Option<(i64, i64)> {
    let (first, second) = (values.first()?, values.get(1)?);
    let slope = second.checked_sub(*first)?;
    for pair in values.windows(2) {
        if let [a, b] = pair
            && b.checked_sub(*a) != Some(slope)
        {
            return None;
        }
    }
    Some((slope, first.checked_sub(slope.checked_mul(low)?)?))
}
