//! Programs run in one world, written as plainly as possible, and all worlds one after another.

use rules::date;
use rules::program::{Domain, Kind, Op, Program, Rounding, Version};

/// One programme's result in one world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    pub facts: Vec<i64>,
    pub eligible: bool,
    pub conditions: Vec<bool>,
    pub routes: Vec<bool>,
    pub amount: Option<i64>,
    pub due_now: Option<i64>,
    pub steps: Vec<i64>,
    pub levels: Vec<u8>,
}

impl World {
    /// What a question may be asked for: status, amount where eligible, levels.
    pub fn asked(&self) -> (bool, Option<i64>, &[u8]) {
        (
            self.eligible,
            self.amount.filter(|_| self.eligible),
            &self.levels,
        )
    }
}

/// Every value of a domain.
pub fn values(domain: &Domain) -> Vec<i64> {
    match *domain {
        Domain::Bool => vec![0, 1],
        Domain::Options(options) => (0..i64::from(options)).collect(),
        Domain::Number { min, max, .. } | Domain::Date { min, max } => (min..=max).collect(),
    }
}

/// All completions of some answers.
pub fn completions(program: &Program, answers: &[Option<i64>]) -> Vec<Vec<i64>> {
    let mut all = vec![vec![]];
    for (fact, answer) in program.facts.iter().zip(answers) {
        let values = answer.map_or_else(|| values(&fact.domain), |answer| vec![answer]);
        all = all
            .into_iter()
            .flat_map(|world| {
                values
                    .iter()
                    .map(move |&value| [&world[..], &[value]].concat())
            })
            .collect();
    }
    all
}

/// A version's result in one world.
pub fn world(program: &Program, kind: Kind, version: &Version, facts: &[i64], date: i64) -> World {
    let mut regs: Vec<i64> = vec![];
    for op in &program.ops {
        regs.push(i64::try_from(run(op, &regs, facts, date)).expect("no overflow"));
    }
    let truth = |reg: u16| regs[usize::from(reg)] == 1;
    let conditions: Vec<_> = version.conditions.iter().map(|c| truth(c.reg)).collect();
    let routes: Vec<_> = version.routes.iter().map(|c| truth(c.reg)).collect();
    let eligible = conditions.iter().all(|&c| c) && (routes.is_empty() || routes.contains(&true));
    let mut levels: Vec<u8> = vec![];
    if kind == Kind::Levels && eligible {
        let open = version.routes.iter().filter(|route| truth(route.reg));
        levels = open.filter_map(|route| route.level).collect();
        levels.sort_unstable();
        levels.dedup();
    }
    World {
        facts: facts.to_vec(),
        eligible,
        conditions,
        routes,
        amount: version.amount.map(|figure| regs[usize::from(figure.reg)]),
        due_now: version.due_now.map(|figure| regs[usize::from(figure.reg)]),
        steps: version
            .steps
            .iter()
            .map(|step| regs[usize::from(step.figure.reg)])
            .collect(),
        levels,
    }
}

fn run(op: &Op, regs: &[i64], facts: &[i64], date: i64) -> i128 {
    let small = |reg: u16| regs[usize::from(reg)];
    let at = |reg: u16| i128::from(small(reg));
    match *op {
        Op::Fact(slot) => facts[usize::from(slot)].into(),
        Op::AppliedOn => date.into(),
        Op::Number(number) => number.into(),
        Op::Option(index) => index.into(),
        Op::OneOf(a, mask) => i128::from(mask) >> at(a) & 1,
        Op::SameOption(a, b) | Op::Equal(a, b) => i128::from(at(a) == at(b)),
        Op::Not(a) => 1 - at(a),
        Op::And(a, b) => at(a) * at(b),
        Op::Or(a, b) => (at(a) + at(b)).min(1),
        Op::Less(a, b) => i128::from(at(a) < at(b)),
        Op::LessEqual(a, b) => i128::from(at(a) <= at(b)),
        Op::Negate(a) => -at(a),
        Op::Add(a, b) => at(a) + at(b),
        Op::Subtract(a, b) => at(a) - at(b),
        Op::Multiply(a, b) => at(a) * at(b),
        Op::MultiplyBy(a, by) => at(a) * i128::from(by),
        Op::Min(a, b) => at(a).min(at(b)),
        Op::Max(a, b) => at(a).max(at(b)),
        Op::Abs(a) => at(a).abs(),
        Op::Divide {
            a,
            b,
            times,
            rounding,
        } => divide(at(a) * i128::from(times), at(b), rounding),
        Op::Round(a, by, rounding) => divide(at(a), by.into(), rounding),
        Op::If(c, a, b) | Op::IfSet(c, a, b) => {
            if at(c) == 1 {
                at(a)
            } else {
                at(b)
            }
        }
        Op::Lookup(a, ref list) => list[usize::try_from(at(a) - 1).expect("an index")].into(),
        Op::LookupOption(a, ref list) => list[usize::try_from(at(a)).expect("an index")].into(),
        Op::AddMonths(a, b) => date::add_months(small(a), small(b)).into(),
        Op::MonthsBetween(a, b) => date::months_between(small(a), small(b)).into(),
        Op::Year(a) => date::to_ymd(small(a)).0.into(),
    }
}

/// Rounds by looking at the two neighbours.
fn divide(a: i128, b: i128, rounding: Rounding) -> i128 {
    let (a, b) = if b < 0 { (-a, -b) } else { (a, b) };
    let floor = a.div_euclid(b);
    let rest = a.rem_euclid(b);
    if rest == 0 {
        return floor;
    }
    let ceiling = floor + 1;
    let (down, up) = if a < 0 {
        (ceiling, floor)
    } else {
        (floor, ceiling)
    };
    match rounding {
        Rounding::Floor => floor,
        Rounding::Ceiling => ceiling,
        Rounding::Up => up,
        Rounding::Down => down,
        _ if rest * 2 < b => floor,
        _ if rest * 2 > b => ceiling,
        Rounding::HalfUp => up,
        Rounding::HalfDown => down,
        Rounding::HalfEven => {
            if floor % 2 == 0 {
                floor
            } else {
                ceiling
            }
        }
    }
}
