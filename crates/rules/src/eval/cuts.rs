//! Where a fact's values are worth being told apart.
//!
//! A number is cut where a comparison changes, a set along the masks that it is compared
//! with. Cuts steer the search only: what they miss is found by halving.

use super::known::Known;
use super::types::FactSet;
use super::value::{Value, at, operands, step};
use super::worlds::Worlds;
use crate::order::{sort_few, sort_many};
use crate::program::{Op, Reg, Slot};

/// Cuts of the facts that a box of worlds leaves open.
#[derive(Default)]
pub(super) struct Cuts {
    /// A number's cut is the first value after it. Ascending, no value twice.
    numbers: Vec<(Slot, i64)>,
    /// Options that are told from the others.
    masks: Vec<(Slot, u64)>,
    /// How often each fact is read, the most often first.
    pub(super) by_use: Vec<(u16, Slot)>,
    /// Operations that may still be run to find cuts behind other operations.
    fuel: u32,
}

/// Operations that may be run to find cuts.
const FUEL: u32 = 20_000;
/// Operations that may stand between a fact and a comparison.
const CHAIN: u32 = 64;
/// Beyond so many entries a table's every step is not worth a cut.
const LONGEST_TABLE: usize = 64;

impl Cuts {
    /// Finds the cuts of the facts that the open registers read.
    pub(super) fn find(&mut self, worlds: &mut Worlds<'_>) {
        self.numbers.clear();
        self.masks.clear();
        self.by_use.clear();
        self.fuel = FUEL;
        for place in 0..worlds.open.len() {
            let Some(&reg) = worlds.open.get(place) else {
                break;
            };
            let program = worlds.program;
            let Some(op) = program.ops.get(usize::from(reg)) else {
                continue;
            };
            if let Op::Fact(slot) = *op
                && self.by_use.iter().all(|(_, other)| *other != slot)
            {
                self.by_use.push((0, slot));
            }
            let (regs, count) = operands(op);
            for &operand in regs.iter().take(count) {
                if let Some(&Op::Fact(slot)) = program.ops.get(usize::from(operand)) {
                    let used = self.by_use.iter_mut().find(|(_, other)| *other == slot);
                    used.into_iter().for_each(|(uses, _)| *uses += 1);
                }
            }
            match *op {
                Op::OneOf(a, mask) => {
                    if let Some(&Op::Fact(slot)) = program.ops.get(usize::from(a)) {
                        self.masks.push((slot, mask));
                    }
                }
                // `a < b` changes where a reaches b, and where b passes a.
                Op::Less(a, b) => self.between(worlds, a, b, &[0], &[1]),
                Op::LessEqual(a, b) => self.between(worlds, a, b, &[1], &[0]),
                Op::Equal(a, b) => self.between(worlds, a, b, &[0, 1], &[0, 1]),
                Op::Min(a, b) | Op::Max(a, b) => self.between(worlds, a, b, &[0], &[0]),
                Op::Lookup(a, ref list) if list.len() <= LONGEST_TABLE => {
                    let steps = list.iter().zip(list.iter().skip(1)).zip(2..);
                    for (_, index) in steps.filter(|((entry, next), _)| entry != next) {
                        self.at(worlds, a, index);
                    }
                }
                _ => {}
            }
        }
        // Looking behind operations has used the points.
        worlds.forget_points();
        sort_many(&mut self.numbers, |a, b| a < b);
        self.numbers.dedup();
        sort_few(&mut self.by_use, |a, b| {
            (core::cmp::Reverse(a.0), a.1) < (core::cmp::Reverse(b.0), b.1)
        });
    }

    /// Cuts a side at the other side's bounds, moved by so much.
    fn between(&mut self, worlds: &mut Worlds<'_>, a: Reg, b: Reg, left: &[i64], right: &[i64]) {
        for (side, other, moves) in [(a, b, left), (b, a, right)] {
            let (low, high) = at(&worlds.known, other).bounds();
            for by in moves {
                self.at(worlds, side, low.saturating_add(*by));
                if high != low {
                    self.at(worlds, side, high.saturating_add(*by));
                }
            }
        }
    }

    /// If a register depends on a single number: the first of its values at which the
    /// register is on the other side of `value` than at the lowest.
    fn at(&mut self, worlds: &mut Worlds<'_>, reg: Reg, value: i64) {
        let known = at(&worlds.known, reg);
        let mut facts = known.depends_on().iter();
        let (Some(slot), None) = (facts.next(), facts.next()) else {
            return;
        };
        let (low, high) = known.bounds();
        if worlds.has_options(slot) || value <= low || value > high {
            return;
        }
        if let Some(&Op::Fact(_)) = worlds.program.ops.get(usize::from(reg)) {
            self.numbers.push((slot, value));
            return;
        }
        let (mut below, mut reached) = worlds.fact(slot).bounds();
        let mut side = |fact: i64| {
            let granted = self.fuel.min(CHAIN);
            let mut fuel = granted;
            let result = one_fact(worlds, reg, fact, &mut fuel);
            self.fuel -= granted - fuel;
            result.map(|result| result >= value)
        };
        let Some(lowest) = side(below) else { return };
        if side(reached) == Some(lowest) {
            return;
        }
        while middle(below, reached) > below {
            let fact = middle(below, reached);
            match side(fact) {
                Some(same) if same == lowest => below = fact,
                Some(_) => reached = fact,
                None => return,
            }
        }
        self.numbers.push((slot, reached));
    }

    /// The cuts of a number that fall inside two bounds, ascending.
    pub(super) fn inside(&self, slot: Slot, low: i64, high: i64) -> &[(Slot, i64)] {
        let start = self.numbers.partition_point(|&cut| cut <= (slot, low));
        let end = self.numbers.partition_point(|&cut| cut <= (slot, high));
        self.numbers.get(start..end).unwrap_or_default()
    }

    /// Splits a fact's open values in two, where something changes if possible. `None`
    /// where there is only one.
    pub(super) fn split(&self, worlds: &Worlds<'_>, slot: Slot) -> Option<(Known, Known)> {
        let fact = worlds.fact(slot);
        let depends_on = FactSet::of(slot);
        if worlds.has_options(slot) {
            let all = fact.mask();
            if all.count_ones() < 2 {
                return None;
            }
            let masks = self
                .masks
                .iter()
                .filter(|(of, _)| *of == slot)
                .map(|(_, mask)| all & mask);
            let part = { masks }.find(|part| *part != 0 && *part != all);
            let part = part.unwrap_or(all & all.wrapping_neg());
            return Some((
                Known::set(part, depends_on),
                Known::set(all & !part, depends_on),
            ));
        }
        let (low, high) = fact.bounds();
        if low >= high {
            return None;
        }
        let cuts = self.inside(slot, low, high);
        let next = cuts
            .get(cuts.len() / 2)
            .map_or(middle(low, high) + 1, |&(_, cut)| cut);
        let part = |low, high| Known::between(low, high, depends_on);
        Some((part(low, next - 1), part(next, high)))
    }

    /// Of some facts the one to split: the most often read that has a cut, else the most
    /// often read.
    pub(super) fn choose(&self, worlds: &Worlds<'_>, among: FactSet) -> Option<Slot> {
        let open = || {
            self.by_use
                .iter()
                .map(|&(_, slot)| slot)
                .filter(|&slot| among.contains(slot))
        };
        let has_cut = |&slot: &Slot| {
            let (low, high) = worlds.fact(slot).bounds();
            worlds.has_options(slot) || !self.inside(slot, low, high).is_empty()
        };
        open().find(has_cut).or_else(|| open().next())
    }
}

/// The whole number halfway between two, rounded down.
pub(super) fn middle(low: i64, high: i64) -> i64 {
    (low & high) + ((low ^ high) >> 1)
}

/// A register's value when the one fact that it depends on has a value. `None` when it takes
/// too many operations to say.
fn one_fact(worlds: &mut Worlds<'_>, reg: Reg, value: i64, fuel: &mut u32) -> Option<i64> {
    *fuel = fuel.checked_sub(1)?;
    let place = usize::from(reg);
    let op = worlds.program.ops.get(place)?;
    if at(&worlds.known, reg).depends_on().is_empty() {
        return Some(at(&worlds.points, reg));
    }
    if matches!(op, Op::Fact(_)) {
        return Some(value);
    }
    let (regs, count) = operands(op);
    for &operand in regs.iter().take(count) {
        let result = one_fact(worlds, operand, value, fuel)?;
        if let Some(point) = worlds.points.get_mut(usize::from(operand)) {
            *point = result;
        }
    }
    Some(step(op, &worlds.points, &worlds.point_facts, worlds.date))
}
