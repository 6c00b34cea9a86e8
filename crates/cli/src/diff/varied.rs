//! Where two packs' code for a programme differs, and the answers that are moved to show it.

use super::side::{Side, parts};
use pack::facts::slot_of;
use pack::model::Text;
use rules::date::{Day, FIRST_DAY, LAST_DAY, add_months};
use rules::program::{Domain, Op, Program, Reg, Slot, Version};
use std::collections::BTreeSet;

/// A programme alone, as one pack has it.
pub struct Code {
    pub program: Program,
    /// All versions' registers that decide; those of the version in force.
    pub all: Vec<Reg>,
    /// The slots that the version in force reads.
    pub reads: BTreeSet<Slot>,
    pub version: Option<Version>,
}

pub fn programme(side: &Side<'_>, id: &str, date: Day) -> Option<Code> {
    let (_, programme, _) = side.programme(id)?;
    let in_force = |it: &&Version| {
        it.from.is_none_or(|from| from <= date) && it.until.is_none_or(|until| date <= until)
    };
    let version = programme.versions.iter().find(in_force).cloned();
    let regs =
        |version: &Version| -> Vec<Reg> { parts(version, None).iter().map(|it| it.reg).collect() };
    let slots = |regs: Vec<Reg>| -> BTreeSet<Slot> {
        let under = side.under(regs).into_iter();
        under
            .filter_map(|reg| match side.op(reg) {
                Some(Op::Fact(slot)) => Some(*slot),
                _ => None,
            })
            .collect()
    };
    // What belongs to other programmes is not run; here it is nothing.
    let mut ops = side.pack.program.ops.clone();
    for (reg, op) in (0..).zip(&mut ops) {
        let is_own = |it: &Version| (it.ops.0..it.ops.1).contains(&reg);
        if reg >= side.pack.program.shared && !programme.versions.iter().any(is_own) {
            *op = Op::Number(0);
        }
    }
    Some(Code {
        program: Program {
            ops,
            programmes: vec![programme.clone()],
            exclusions: Vec::new(),
            caps: Vec::new(),
            ..side.pack.program.clone()
        },
        all: version.as_ref().map(&regs).unwrap_or_default(),
        reads: version
            .as_ref()
            .map(|it| slots(regs(it)))
            .unwrap_or_default(),
        version,
    })
}

/// The questions whose use differs, and whether that of the day of application does; nothing
/// where the programme's code is the same.
pub fn touched(sides: &[Side<'_>; 2], codes: [&Code; 2]) -> Option<(BTreeSet<String>, bool)> {
    let days = |code: &Code| -> Vec<_> {
        let versions = code.program.programmes.iter().flat_map(|it| &it.versions);
        versions.map(|it| (it.from, it.until)).collect()
    };
    let [old, new] = sides;
    let [a, b] = codes;
    let under = [old.under(a.all.clone()), new.under(b.all.clone())];
    let meanings: Vec<BTreeSet<_>> = sides
        .iter()
        .zip(&under)
        .map(|(side, regs)| regs.iter().map(|reg| side.meaning(*reg)).collect())
        .collect();
    let whole: Vec<Vec<_>> = sides
        .iter()
        .zip(codes)
        .map(|(side, code)| code.all.iter().map(|reg| side.meaning(*reg)).collect())
        .collect();
    if days(a) == days(b) && whole.first() == whole.last() {
        return None;
    }
    let mut by_day = days(a) != days(b);
    let mut facts = BTreeSet::new();
    for ((side, regs), others) in sides.iter().zip(&under).zip(meanings.iter().rev()) {
        let is_other = |reg: &Reg| !others.contains(&side.meaning(*reg));
        let is_constant = |reg: &Reg| matches!(side.op(*reg), Some(Op::Number(_) | Op::Option(_)));
        for reg in regs.iter().filter(|reg| is_other(reg) && !is_constant(reg)) {
            let mut below = side.under([*reg]);
            below.remove(reg);
            // The smallest part that differs names the questions; what is built on it does not.
            if !below.iter().any(|it| is_other(it) && !is_constant(it)) {
                let whole = side.under([*reg]);
                by_day |= whole
                    .iter()
                    .any(|it| matches!(side.op(*it), Some(Op::AppliedOn)));
                facts.extend(side.facts(&whole).into_iter().map(str::to_owned));
            }
        }
    }
    Some((facts, by_day))
}

/// What is moved.
pub struct Varied {
    /// The question's id; empty for the day of application.
    pub fact: String,
    pub label: Text,
    /// By pack, the new one first.
    pub slots: Option<[Slot; 2]>,
    pub values: Vec<[i64; 2]>,
    /// From, to; of options, the values themselves are in `values`.
    pub domain: [i64; 2],
    pub is_date: bool,
}

impl Varied {
    pub fn day(date: Day) -> Self {
        Self {
            fact: String::new(),
            label: Text {
                zh: "申请日期".to_owned(),
                en: "Day of application".to_owned(),
            },
            slots: None,
            values: Vec::new(),
            domain: [
                add_months(date, -120).max(FIRST_DAY),
                add_months(date, 120).min(LAST_DAY),
            ],
            is_date: true,
        }
    }

    /// A question that both packs ask, over the answers that both take.
    pub fn question(sides: &[Side<'_>; 2], id: &str) -> Option<Self> {
        let [old, new] = sides.each_ref().map(|side| slot_of(side.pack, id));
        let (old, new) = (old?, new?);
        let [a, b] = sides;
        let domain = |side: &Side<'_>, slot: Slot| {
            side.pack
                .program
                .facts
                .get(usize::from(slot))
                .map(|it| it.domain.clone())
        };
        let question = b.pack.questions.get(usize::from(new))?;
        let mut values = Vec::new();
        let mut is_date = false;
        let domain = match (domain(a, old)?, domain(b, new)?) {
            (Domain::Bool, Domain::Bool) => [0, 1],
            (Domain::Options(_), Domain::Options(_)) => {
                let before = &a.pack.questions.get(usize::from(old))?.options;
                for (is, option) in (0..).zip(&question.options) {
                    let was = before.iter().position(|it| it.id == option.id);
                    values.extend(
                        was.and_then(|it| i64::try_from(it).ok())
                            .map(|was| [was, is]),
                    );
                }
                [0, i64::try_from(values.len()).ok()? - 1]
            }
            (
                Domain::Number { min, max, scale },
                Domain::Number {
                    min: low,
                    max: high,
                    scale: other,
                },
            ) if scale == other => [min.max(low), max.min(high)],
            (
                Domain::Date { min, max },
                Domain::Date {
                    min: low,
                    max: high,
                },
            ) => {
                is_date = true;
                [min.max(low), max.min(high)]
            }
            _ => return None,
        };
        Some(Self {
            fact: id.to_owned(),
            label: question.label.clone(),
            slots: Some([new, old]),
            values,
            domain,
            is_date,
        })
    }

    /// The value as each pack keeps it.
    pub fn as_kept(&self, value: i64) -> [i64; 2] {
        let place = usize::try_from(value).ok();
        place
            .and_then(|it| self.values.get(it))
            .copied()
            .unwrap_or([value; 2])
    }
}
