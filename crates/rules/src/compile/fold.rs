//! Arithmetic and logic over a draft's registers that leave out what has no effect.

use std::collections::HashMap;

use super::draft::{Draft, Kind};
use super::range::Fault;
use crate::program::{Op, Reg};

impl Draft {
    /// `a + b`
    pub(super) fn add(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        let (a, b) = if self.single(a).is_some() {
            (b, a)
        } else {
            (a, b)
        };
        match (self.single(a), self.single(b)) {
            (None, Some(0)) => Ok(a),
            (None, Some(more)) => {
                if let Some(Op::Add(x, y)) = self.op(a).cloned()
                    && let Some(sum) = self.single(y).and_then(|first| first.checked_add(more))
                {
                    let sum = self.number(sum)?;
                    return self.add(x, sum);
                }
                self.push(Op::Add(a, b))
            }
            _ => self.push(Op::Add(a.min(b), a.max(b))),
        }
    }

    /// `a - b`
    pub(super) fn subtract(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        if a == b {
            return self.number(0);
        }
        match self.single(b).and_then(i64::checked_neg) {
            Some(less) => {
                let less = self.number(less)?;
                self.add(a, less)
            }
            None => self.push(Op::Subtract(a, b)),
        }
    }

    /// `a * b`
    pub(super) fn multiply(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        match (self.single(a), self.single(b)) {
            (_, Some(by)) => self.multiply_by(a, by),
            (Some(by), None) => self.multiply_by(b, by),
            _ => self.push(Op::Multiply(a.min(b), a.max(b))),
        }
    }

    /// `a * by`
    pub(super) fn multiply_by(&mut self, a: Reg, by: i64) -> Result<Reg, Fault> {
        match by {
            0 => self.number(0),
            1 => Ok(a),
            _ => {
                if let Some(Op::MultiplyBy(x, first)) = self.op(a)
                    && let Some(product) = first.checked_mul(by)
                {
                    let x = *x;
                    return self.multiply_by(x, product);
                }
                self.push(Op::MultiplyBy(a, by))
            }
        }
    }

    /// `- a`
    pub(super) fn negate(&mut self, a: Reg) -> Result<Reg, Fault> {
        self.multiply_by(a, -1)
    }

    /// The smaller one.
    pub(super) fn min(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        let ((al, ah), (bl, bh)) = (self.range(a).bounds(), self.range(b).bounds());
        if a == b || ah <= bl {
            return Ok(a);
        }
        if bh <= al {
            return Ok(b);
        }
        self.push(Op::Min(a.min(b), a.max(b)))
    }

    /// The larger one.
    pub(super) fn max(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        let ((al, ah), (bl, bh)) = (self.range(a).bounds(), self.range(b).bounds());
        if a == b || bh <= al {
            return Ok(a);
        }
        if ah <= bl {
            return Ok(b);
        }
        self.push(Op::Max(a.min(b), a.max(b)))
    }

    /// Without its sign.
    pub(super) fn abs(&mut self, a: Reg) -> Result<Reg, Fault> {
        match self.range(a).bounds() {
            (0.., _) => Ok(a),
            (_, ..=0) => self.negate(a),
            _ => self.push(Op::Abs(a)),
        }
    }

    /// `not(a)`
    pub(super) fn not(&mut self, a: Reg) -> Result<Reg, Fault> {
        self.push(Op::Not(a))
    }

    /// `a and b`
    pub(super) fn and(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        self.every(vec![a, b])
    }

    /// `a or b`
    pub(super) fn or(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        self.some(vec![a, b])
    }

    /// Whether all are true; true if there are none.
    pub(super) fn every(&mut self, regs: Vec<Reg>) -> Result<Reg, Fault> {
        self.merge(regs, true)
    }

    /// Whether one is true; false if there are none.
    pub(super) fn some(&mut self, regs: Vec<Reg>) -> Result<Reg, Fault> {
        self.merge(regs, false)
    }

    /// Conditions on the same register become one before the rest is joined.
    fn merge(&mut self, regs: Vec<Reg>, every: bool) -> Result<Reg, Fault> {
        let join = |a: Reg, b: Reg| {
            if every {
                Op::And(a.min(b), a.max(b))
            } else {
                Op::Or(a.min(b), a.max(b))
            }
        };
        let neutral = i64::from(every);
        let mut kept: Vec<Reg> = Vec::new();
        let mut places: HashMap<Reg, usize> = HashMap::new();
        for reg in regs {
            match self.single(reg) {
                Some(value) if value == neutral => continue,
                Some(_) => return self.truth(!every),
                None => {}
            }
            let base = self.table(reg).map_or(reg, |table| table.base);
            match places.get(&base).and_then(|place| kept.get_mut(*place)) {
                Some(other) if *other == reg => {}
                Some(other) => {
                    let (a, b) = (*other, reg);
                    *other = self.push(join(a, b))?;
                }
                None => {
                    places.insert(base, kept.len());
                    kept.push(reg);
                }
            }
        }
        let mut all: Option<Reg> = None;
        for reg in kept {
            match (self.single(reg), all) {
                (Some(value), _) if value == neutral => {}
                (Some(_), _) => return self.truth(!every),
                (None, None) => all = Some(reg),
                (None, Some(before)) => all = Some(self.push(join(before, reg))?),
            }
        }
        match all {
            Some(reg) => Ok(reg),
            None => self.truth(every),
        }
    }

    /// `if c then a else b`
    pub(super) fn select(&mut self, c: Reg, a: Reg, b: Reg, kind: Kind) -> Result<Reg, Fault> {
        if let Some(holds) = self.single(c) {
            return Ok(if holds == 1 { a } else { b });
        }
        if a == b {
            return Ok(a);
        }
        if let Some(Op::Not(x)) = self.op(c) {
            let x = *x;
            return self.select(x, b, a, kind);
        }
        if kind == Kind::Number {
            return self.push(Op::If(c, a, b));
        }
        if kind == Kind::Truth {
            match (self.single(a), self.single(b)) {
                (Some(1), _) => return self.or(c, b),
                (_, Some(0)) => return self.and(c, a),
                (Some(_), _) => {
                    let otherwise = self.not(c)?;
                    return self.and(otherwise, b);
                }
                (_, Some(_)) => {
                    let otherwise = self.not(c)?;
                    return self.or(otherwise, a);
                }
                _ => {}
            }
        }
        self.push_as(Op::IfSet(c, a, b), kind)
    }

    /// `a < b`
    pub(super) fn less(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        if a == b {
            self.truth(false)
        } else {
            self.push(Op::Less(a, b))
        }
    }

    /// `a <= b`
    pub(super) fn less_equal(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        if a == b {
            self.truth(true)
        } else {
            self.push(Op::LessEqual(a, b))
        }
    }

    /// `a = b`, numbers
    pub(super) fn equal(&mut self, a: Reg, b: Reg) -> Result<Reg, Fault> {
        if a == b {
            self.truth(true)
        } else {
            self.push(Op::Equal(a.min(b), a.max(b)))
        }
    }

    /// `a = b`, options or truths
    pub(super) fn same(&mut self, a: Reg, b: Reg, kind: Kind) -> Result<Reg, Fault> {
        if a == b {
            return self.truth(true);
        }
        match (self.single(a), self.single(b)) {
            (Some(value), None) => self.same_as(b, value, kind),
            (None, Some(value)) => self.same_as(a, value, kind),
            _ => self.push(Op::SameOption(a.min(b), a.max(b))),
        }
    }

    fn same_as(&mut self, a: Reg, value: i64, kind: Kind) -> Result<Reg, Fault> {
        match (kind, value) {
            (Kind::Truth, 1) => Ok(a),
            (Kind::Truth, _) => self.not(a),
            _ => self.push(Op::OneOf(a, 1 << value.clamp(0, 63))),
        }
    }
}
