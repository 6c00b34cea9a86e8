//! One of two packs, with its operations made comparable to the other's.

use pack::Pack;
use pack::facts::format_answer;
use pack::model;
use pack::source::Written;
use rules::eval::operands;
use rules::program::{Figure, Op, Programme, Reg, Slot, Version};
use std::collections::{BTreeMap, BTreeSet};

/// What an operation computes, the same number for the same meaning in both packs.
pub type Meaning = u32;

/// Gives operations of both packs their meanings.
#[derive(Default)]
pub struct Meanings {
    known: BTreeMap<String, Meaning>,
}

/// A pack and what its operations mean.
pub struct Side<'p> {
    pub pack: &'p Pack,
    /// Expressions as written; empty for a compact pack.
    pub written: Vec<Written>,
    /// By register.
    meanings: Vec<Meaning>,
}

/// A part of a version that decides something.
pub struct Part<'p> {
    /// `condition`, `route`, `step`, `amount` or `due_now`.
    pub kind: &'static str,
    pub id: &'p str,
    pub reg: Reg,
    pub figure: Option<Figure>,
    pub level: Option<u8>,
    pub text: Option<&'p model::Clause>,
}

impl<'p> Side<'p> {
    pub fn new(pack: &'p Pack, written: Vec<Written>, known: &mut Meanings) -> Self {
        let mut meanings: Vec<Meaning> = Vec::new();
        for op in &pack.program.ops {
            let (regs, count) = operands(op);
            let regs = regs.iter().take(count);
            let of = regs.map(|reg| meanings.get(usize::from(*reg)).copied().unwrap_or(0));
            let of: Vec<Meaning> = of.collect();
            let key = format!("{} {of:?}", own(pack, op));
            let next = Meaning::try_from(known.known.len()).unwrap_or(Meaning::MAX);
            meanings.push(*known.known.entry(key).or_insert(next));
        }
        Self {
            pack,
            written,
            meanings,
        }
    }

    pub fn meaning(&self, reg: Reg) -> Meaning {
        self.meanings
            .get(usize::from(reg))
            .copied()
            .unwrap_or(Meaning::MAX)
    }

    /// A programme's place, code and texts.
    pub fn programme(&self, id: &str) -> Option<(usize, &'p Programme, &'p model::Programme)> {
        let programmes = &self.pack.program.programmes;
        let place = programmes.iter().position(|it| it.id == id)?;
        Some((
            place,
            programmes.get(place)?,
            self.pack.programmes.get(place)?,
        ))
    }

    /// What was written for a part.
    pub fn expression(&self, programme: &str, version: &str, kind: &str, id: &str) -> Option<&str> {
        let found = self.written.iter().find(|it| {
            it.programme == programme && it.version == version && it.part == kind && it.id == id
        });
        found.map(|it| it.expression.as_str())
    }

    /// The registers that some registers are computed from, themselves included.
    pub fn under(&self, from: impl IntoIterator<Item = Reg>) -> BTreeSet<Reg> {
        let mut open: Vec<Reg> = from.into_iter().collect();
        let mut all = BTreeSet::new();
        while let Some(reg) = open.pop() {
            if all.insert(reg)
                && let Some(op) = self.pack.program.ops.get(usize::from(reg))
            {
                let (regs, count) = operands(op);
                open.extend(regs.iter().take(count));
            }
        }
        all
    }

    pub fn op(&self, reg: Reg) -> Option<&'p Op> {
        self.pack.program.ops.get(usize::from(reg))
    }

    /// The facts among registers.
    pub fn facts(&self, regs: &BTreeSet<Reg>) -> BTreeSet<&'p str> {
        let slots = regs.iter().filter_map(|reg| match self.op(*reg) {
            Some(Op::Fact(slot)) => Some(*slot),
            _ => None,
        });
        slots.filter_map(|slot| self.fact(slot)).collect()
    }

    pub fn fact(&self, slot: Slot) -> Option<&'p str> {
        let fact = self.pack.program.facts.get(usize::from(slot))?;
        Some(fact.id.as_str())
    }

    /// The constants that a register's comparisons hold a question's answer against:
    /// `insured_months 12`.
    pub fn thresholds(&self, reg: Reg) -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        for reg in self.under([reg]) {
            let Some(
                Op::Less(a, b)
                | Op::LessEqual(a, b)
                | Op::Equal(a, b)
                | Op::Min(a, b)
                | Op::Max(a, b),
            ) = self.op(reg)
            else {
                continue;
            };
            for (a, b) in [(a, b), (b, a)] {
                if let (Some(Op::Fact(slot)), Some(Op::Number(n))) = (self.op(*a), self.op(*b))
                    && let Some(id) = self.fact(*slot)
                {
                    found.insert((id.to_owned(), format_answer(self.pack, *slot, *n)));
                }
            }
        }
        found
    }
}

/// What an operation is apart from its operands, in words that hold in any pack.
fn own(pack: &Pack, op: &Op) -> String {
    let options = |slot: Slot, mask: u64| {
        let question = pack.questions.get(usize::from(slot));
        let options = question.map(|it| it.options.as_slice()).unwrap_or_default();
        let chosen = (0u32..64)
            .zip(options)
            .filter(|(bit, _)| mask >> bit & 1 == 1);
        chosen
            .map(|(_, it)| it.id.as_str())
            .collect::<BTreeSet<_>>()
    };
    match op {
        Op::Fact(slot) => {
            let fact = pack.program.facts.get(usize::from(*slot));
            format!("fact {}", fact.map_or("", |it| it.id.as_str()))
        }
        Op::OneOf(a, mask) => match pack.program.ops.get(usize::from(*a)) {
            Some(Op::Fact(slot)) if options(*slot, *mask).len() == mask.count_ones() as usize => {
                format!("one of {:?}", options(*slot, *mask))
            }
            _ => format!("one of {mask}"),
        },
        Op::Number(n) => format!("number {n}"),
        Op::Option(n) => format!("option {n}"),
        Op::MultiplyBy(_, by) => format!("times {by}"),
        Op::Divide {
            times, rounding, ..
        } => format!("divide {times} {rounding:?}"),
        Op::Round(_, by, rounding) => format!("round {by} {rounding:?}"),
        Op::Lookup(_, list) => format!("lookup {list:?}"),
        Op::LookupOption(_, list) => format!("option's {list:?}"),
        _ => format!("{:?}", std::mem::discriminant(op)),
    }
}

/// A version's parts in the order in which they are shown.
pub fn parts<'p>(version: &'p Version, text: Option<&'p model::VersionText>) -> Vec<Part<'p>> {
    let clause = |list: fn(&model::VersionText) -> &[model::Clause], place: usize| {
        text.and_then(|text| list(text).get(place))
    };
    let mut parts = Vec::new();
    for (place, it) in version.conditions.iter().enumerate() {
        parts.push(Part {
            kind: "condition",
            id: &it.id,
            reg: it.reg,
            figure: None,
            level: None,
            text: clause(|text| &text.conditions, place),
        });
    }
    for (place, it) in version.routes.iter().enumerate() {
        parts.push(Part {
            kind: "route",
            id: &it.id,
            reg: it.reg,
            figure: None,
            level: it.level,
            text: clause(|text| &text.routes, place),
        });
    }
    for (place, it) in version.steps.iter().enumerate() {
        parts.push(Part {
            kind: "step",
            id: &it.id,
            reg: it.figure.reg,
            figure: Some(it.figure),
            level: None,
            text: clause(|text| &text.steps, place),
        });
    }
    for (kind, figure, text) in [
        (
            "amount",
            version.amount,
            text.and_then(|it| it.amount.as_ref()),
        ),
        ("due_now", version.due_now, None),
    ] {
        parts.extend(figure.map(|figure| Part {
            kind,
            id: "",
            reg: figure.reg,
            figure: Some(figure),
            level: None,
            text,
        }));
    }
    parts
}
