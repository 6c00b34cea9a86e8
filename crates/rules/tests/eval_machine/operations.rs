//! Each operation, on values that are known and on sets of them.

use super::build::{last, number, shows};
use rules::date::from_ymd;
use rules::eval::Evaluator;
use rules::program::{Domain, Op, Rounding};
use rules::validate::Invalid;

/// An operation on known numbers, as points and as sets that happen to have one member.
fn known(values: &[i64], op: Op) -> i64 {
    let domains: Vec<_> = values.iter().map(|&value| number(value, value)).collect();
    let mut ops: Vec<_> = (0..values.len() as u16).map(Op::Fact).collect();
    ops.push(op);
    let answers: Vec<_> = values.iter().map(|&value| Some(value)).collect();
    let point = last(domains.clone(), ops.clone(), &answers);
    assert_eq!(point.0, point.1, "a point has one value");
    assert_eq!(
        last(domains, ops, &vec![None; values.len()]),
        point,
        "points and sets agree"
    );
    point.0
}

/// The range of an operation on ranges.
fn range(ranges: &[(i64, i64)], op: Op) -> (i64, i64) {
    let domains = ranges.iter().map(|&(min, max)| number(min, max)).collect();
    let mut ops: Vec<_> = (0..ranges.len() as u16).map(Op::Fact).collect();
    ops.push(op);
    last(domains, ops, &vec![None; ranges.len()])
}

fn day(year: i64, month: u8, day: u8) -> i64 {
    from_ymd(year, month, day).expect("a day")
}

#[test]
fn arithmetic() {
    assert_eq!(known(&[7, 5], Op::Add(0, 1)), 12);
    assert_eq!(known(&[7, 5], Op::Subtract(1, 0)), -2);
    assert_eq!(known(&[-7, 5], Op::Multiply(0, 1)), -35);
    assert_eq!(known(&[-7], Op::MultiplyBy(0, 3)), -21);
    assert_eq!(known(&[-7], Op::Negate(0)), 7);
    assert_eq!(known(&[-7], Op::Abs(0)), 7);
    assert_eq!(known(&[-7, 5], Op::Min(0, 1)), -7);
    assert_eq!(known(&[-7, 5], Op::Max(0, 1)), 5);

    assert_eq!(range(&[(1, 3), (10, 20)], Op::Add(0, 1)), (11, 23));
    assert_eq!(range(&[(1, 3), (10, 20)], Op::Subtract(0, 1)), (-19, -7));
    assert_eq!(range(&[(-2, 3), (-5, 7)], Op::Multiply(0, 1)), (-15, 21));
    assert_eq!(range(&[(-2, 3)], Op::MultiplyBy(0, -2)), (-6, 4));
    assert_eq!(range(&[(-2, 3)], Op::Negate(0)), (-3, 2));
    assert_eq!(range(&[(-2, 1)], Op::Abs(0)), (0, 2));
    assert_eq!(range(&[(-5, -2)], Op::Abs(0)), (2, 5));
    assert_eq!(range(&[(1, 9), (4, 6)], Op::Min(0, 1)), (1, 6));
    assert_eq!(range(&[(1, 9), (4, 6)], Op::Max(0, 1)), (4, 9));
}

#[test]
fn comparison_of_ranges() {
    assert_eq!(range(&[(1, 3), (4, 6)], Op::Less(0, 1)), (1, 1));
    assert_eq!(range(&[(1, 4), (4, 6)], Op::Less(0, 1)), (0, 1));
    assert_eq!(range(&[(1, 4), (4, 6)], Op::Less(1, 0)), (0, 0));
    assert_eq!(range(&[(1, 4), (4, 6)], Op::LessEqual(0, 1)), (1, 1));
    assert_eq!(range(&[(1, 4), (4, 6)], Op::LessEqual(1, 0)), (0, 1));
    assert_eq!(range(&[(1, 3), (4, 6)], Op::Equal(1, 0)), (0, 0));
    assert_eq!(range(&[(1, 4), (4, 6)], Op::Equal(1, 0)), (0, 1));
    assert_eq!(range(&[(4, 4), (4, 4)], Op::Equal(1, 0)), (1, 1));
}

#[test]
fn rounding_with_negatives() {
    use Rounding::{Ceiling, Down, Floor, HalfDown, HalfEven, HalfUp, Up};
    // Numerators over 2: -2.5, -1.5, -0.5, 0.5, 1.5, 2.5.
    let halves = [-5, -3, -1, 1, 3, 5];
    let expected = [
        (Floor, [-3, -2, -1, 0, 1, 2]),
        (Ceiling, [-2, -1, 0, 1, 2, 3]),
        (Up, [-3, -2, -1, 1, 2, 3]),
        (Down, [-2, -1, 0, 0, 1, 2]),
        (HalfUp, [-3, -2, -1, 1, 2, 3]),
        (HalfDown, [-2, -1, 0, 0, 1, 2]),
        (HalfEven, [-2, -2, 0, 0, 2, 2]),
    ];
    for (rounding, results) in expected {
        for (half, result) in halves.into_iter().zip(results) {
            assert_eq!(
                known(&[half], Op::Round(0, 2, rounding)),
                result,
                "{half}/2 {rounding:?}"
            );
            let op = Op::Divide {
                a: 0,
                b: 1,
                times: 1,
                rounding,
            };
            assert_eq!(
                known(&[half, 2], op.clone()),
                result,
                "{half}/2 {rounding:?}"
            );
            assert_eq!(known(&[-half, -2], op), result, "{half}/-2 {rounding:?}");
        }
        // Thirds have no halves: -2/3 and 2/3.
        let third = |n| known(&[n], Op::Round(0, 3, rounding));
        let expected = match rounding {
            Floor => (-1, 0),
            Ceiling => (0, 1),
            Down => (0, 0),
            _ => (-1, 1),
        };
        assert_eq!((third(-2), third(2)), expected, "{rounding:?}");
        assert_eq!(third(6), 2, "nothing to round");
    }
}

#[test]
fn division_of_ranges() {
    let op = |times| Op::Divide {
        a: 0,
        b: 1,
        times,
        rounding: Rounding::HalfUp,
    };
    assert_eq!(range(&[(10, 20), (3, 4)], op(1)), (3, 7));
    assert_eq!(range(&[(-10, 20), (-4, -3)], op(1)), (-7, 3));
    assert_eq!(range(&[(1, 1), (3, 3)], op(100)), (33, 33));
}

#[test]
fn sets() {
    let sets = |ops: Vec<Op>, answers: &[Option<i64>]| {
        last(
            vec![Domain::Options(3), Domain::Options(3), Domain::Bool],
            ops,
            answers,
        )
    };
    let facts = || vec![Op::Fact(0), Op::Fact(1), Op::Fact(2)];
    let with = |op: Op| [facts(), vec![op]].concat();
    let same = || with(Op::SameOption(0, 1));
    assert_eq!(sets(same(), &[Some(1), Some(1), None]), (1, 1));
    assert_eq!(sets(same(), &[Some(1), Some(2), None]), (0, 0));
    assert_eq!(sets(same(), &[Some(1), None, None]), (0, 1));
    assert_eq!(
        sets(with(Op::OneOf(0, 0b011)), &[Some(1), None, None]),
        (1, 1)
    );
    assert_eq!(
        sets(with(Op::OneOf(0, 0b011)), &[Some(2), None, None]),
        (0, 0)
    );
    assert_eq!(sets(with(Op::OneOf(0, 0b011)), &[None, None, None]), (0, 1));
    assert_eq!(sets(with(Op::OneOf(0, 0b111)), &[None, None, None]), (1, 1));
    assert_eq!(
        sets(with(Op::IfSet(2, 0, 1)), &[Some(0), Some(2), Some(1)]),
        (0, 0)
    );
    assert_eq!(
        sets(with(Op::IfSet(2, 0, 1)), &[Some(0), Some(2), Some(0)]),
        (2, 2)
    );
    assert_eq!(
        sets(with(Op::IfSet(2, 0, 1)), &[Some(0), Some(2), None]),
        (0, 2)
    );
    assert_eq!(
        sets(
            with(Op::LookupOption(0, vec![5, 9, 7])),
            &[None, None, None]
        ),
        (5, 9)
    );
    assert_eq!(
        sets(
            with(Op::LookupOption(0, vec![5, 9, 7])),
            &[Some(2), None, None]
        ),
        (7, 7)
    );
    assert_eq!(sets(with(Op::Option(1)), &[None, None, None]), (1, 1));
}

#[test]
fn three_valued_logic() {
    let truth = |op: Op, a: Option<i64>, b: Option<i64>| {
        let ops = vec![Op::Fact(0), Op::Fact(1), op];
        match last(vec![Domain::Bool, Domain::Bool], ops, &[a, b]) {
            (0, 1) => None,
            (truth, _) => Some(truth),
        }
    };
    let (no, yes) = (Some(0), Some(1));
    for (a, b, and, or) in [
        (no, no, no, no),
        (no, yes, no, yes),
        (yes, yes, yes, yes),
        (no, None, no, None),
        (yes, None, None, yes),
        (None, None, None, None),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            assert_eq!(truth(Op::And(0, 1), a, b), and, "{a:?} and {b:?}");
            assert_eq!(truth(Op::Or(0, 1), a, b), or, "{a:?} or {b:?}");
        }
    }
    assert_eq!(truth(Op::Not(0), yes, None), no);
    assert_eq!(truth(Op::Not(0), None, None), None);
}

#[test]
fn choice() {
    let choose = |answers: &[Option<i64>]| {
        let domains = vec![Domain::Bool, number(1, 3), number(5, 5)];
        last(
            domains,
            vec![Op::Fact(0), Op::Fact(1), Op::Fact(2), Op::If(0, 1, 2)],
            answers,
        )
    };
    assert_eq!(choose(&[Some(1), None, None]), (1, 3));
    assert_eq!(choose(&[Some(0), None, None]), (5, 5));
    assert_eq!(choose(&[None, Some(2), Some(5)]), (2, 5));
    assert_eq!(choose(&[None, None, None]), (1, 5));
}

#[test]
fn tables() {
    assert_eq!(known(&[3], Op::Lookup(0, vec![9, 8, 7])), 7);
    assert_eq!(range(&[(1, 2)], Op::Lookup(0, vec![9, 8, 7])), (8, 9));
}

#[test]
fn calendar() {
    let add = |date, months| known(&[date, months], Op::AddMonths(0, 1));
    assert_eq!(add(day(2026, 1, 31), 1), day(2026, 2, 28));
    assert_eq!(add(day(2024, 1, 31), 1), day(2024, 2, 29));
    assert_eq!(add(day(2024, 2, 29), 12), day(2025, 2, 28));
    assert_eq!(add(day(2026, 3, 31), -1), day(2026, 2, 28));
    assert_eq!(add(day(2026, 11, 22), 14), day(2028, 1, 22));
    let between = |from, to| known(&[from, to], Op::MonthsBetween(0, 1));
    assert_eq!(between(day(2026, 1, 31), day(2026, 2, 28)), 0);
    assert_eq!(between(day(2026, 1, 31), day(2026, 3, 31)), 2);
    assert_eq!(between(day(2026, 3, 31), day(2026, 1, 31)), -2);
    assert_eq!(between(day(2026, 3, 30), day(2026, 1, 31)), -1);
    assert_eq!(known(&[day(1999, 12, 31)], Op::Year(0)), 1999);
    let june = (day(2026, 6, 1), day(2026, 6, 30));
    assert_eq!(range(&[june], Op::Year(0)), (2026, 2026));
    assert_eq!(
        range(&[june, (1, 2)], Op::AddMonths(0, 1)),
        (day(2026, 7, 1), day(2026, 8, 30))
    );
    assert_eq!(range(&[june, june], Op::MonthsBetween(0, 1)), (0, 0));
    assert_eq!(last(vec![], vec![Op::AppliedOn], &[]), (20_000, 20_000));
}

#[test]
fn what_could_fail_is_refused() {
    let refused = |domain: Domain, op: Op| {
        let program = shows(vec![domain], vec![Op::Fact(0), op]);
        Evaluator::new(&program).err()
    };
    let divide = Op::Divide {
        a: 0,
        b: 0,
        times: 1,
        rounding: Rounding::Floor,
    };
    let big = number(0, i64::MAX);
    assert_eq!(
        refused(number(-1, 1), divide.clone()),
        Some(Invalid::Divisor { op: 1 })
    );
    assert_eq!(refused(number(1, 2), divide), None);
    assert_eq!(
        refused(big.clone(), Op::Add(0, 0)),
        Some(Invalid::Overflow { op: 1 })
    );
    assert_eq!(
        refused(big.clone(), Op::MultiplyBy(0, 2)),
        Some(Invalid::Overflow { op: 1 })
    );
    assert_eq!(
        refused(big.clone(), Op::Multiply(0, 0)),
        Some(Invalid::Overflow { op: 1 })
    );
    assert_eq!(refused(big, Op::Year(0)), Some(Invalid::Calendar { op: 1 }));
    assert_eq!(
        refused(number(0, 2), Op::Lookup(0, vec![1, 2])),
        Some(Invalid::Lookup { op: 1 })
    );
    assert_eq!(
        refused(number(1, 3), Op::Lookup(0, vec![1, 2])),
        Some(Invalid::Lookup { op: 1 })
    );
    assert_eq!(refused(number(1, 2), Op::Lookup(0, vec![1, 2])), None);
    let options = Domain::Options(3);
    let short = Op::LookupOption(0, vec![1, 2]);
    assert_eq!(
        refused(options.clone(), short),
        Some(Invalid::Lookup { op: 1 })
    );
    let needs = "a truth value";
    assert_eq!(
        refused(options.clone(), Op::Not(0)),
        Some(Invalid::Type { op: 1, needs })
    );
    let needs = "a number";
    assert_eq!(
        refused(options, Op::Negate(0)),
        Some(Invalid::Type { op: 1, needs })
    );
    assert_eq!(
        refused(number(0, 1), Op::Negate(1)),
        Some(Invalid::Operand { op: 1, reg: 1 })
    );
    let unknown = Invalid::UnknownFact { op: 1, slot: 9 };
    assert_eq!(refused(number(0, 1), Op::Fact(9)), Some(unknown));
    assert_eq!(
        refused(number(0, 1), Op::Round(0, 0, Rounding::Up)),
        Some(Invalid::Divisor { op: 1 })
    );
    assert_eq!(
        refused(number(0, 1), Op::Option(63)),
        Some(Invalid::OptionIndex { op: 1 })
    );
    assert_eq!(
        refused(number(2, 1), Op::AppliedOn),
        Some(Invalid::FactDomain { slot: 0 })
    );
    assert_eq!(
        refused(Domain::Options(0), Op::AppliedOn),
        Some(Invalid::FactDomain { slot: 0 })
    );
}
