//! The compact, checked form of a pack's rules: what a browser downloads.
//!
//! A [`Program`] is a list of operations in static single assignment:
//! operation `i` defines register `i` and reads only registers below `i`.
//! Numbers are whole mantissas whose scale (decimal places) the compiler
//! fixed, so that all arithmetic is exact on `i64`; the compiler proves that no
//! operation can overflow for any answers inside the facts' domains.
//!
//! There is no null here: the compiler refuses an expression that could be null.

use crate::date::Day;
use serde::{Deserialize, Serialize};

/// The number of the compact form's format. A reader refuses another.
pub const FORMAT: u16 = 1;

/// The most facts a program may have (a [`crate::eval::FactSet`] holds as many).
pub const MAX_FACTS: usize = 128;

/// An operation's result, named by the operation's place.
pub type Reg = u16;

/// A fact's place in [`Program::facts`].
pub type Slot = u16;

/// A pack's rules in compact form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The questions' domains, by slot.
    pub facts: Vec<Fact>,
    /// Operation `i` defines register `i`.
    pub ops: Vec<Op>,
    /// `ops[..shared]` are definitions that several programmes use.
    pub shared: u16,
    /// In the order of their ids.
    pub programmes: Vec<Programme>,
    /// Of the programmes of each group (by index, ascending) at most one is paid.
    pub exclusions: Vec<Vec<u16>>,
    /// Limits that programmes share.
    pub caps: Vec<Cap>,
}

impl Program {
    /// The rules with only some programmes in force (named by index). The others keep their place,
    /// but their versions lie in a time that never comes, so that they ask nothing and enter no sum.
    #[must_use]
    pub fn only(&self, chosen: impl Fn(u16) -> bool) -> Program {
        /// A day beyond every date that one can enter.
        const NEVER: Day = 1_000_000_000;
        let mut program = self.clone();
        for (index, programme) in (0..).zip(&mut program.programmes) {
            if chosen(index) {
                continue;
            }
            for (day, version) in (NEVER..).step_by(2).zip(&mut programme.versions) {
                version.from = Some(day);
                version.until = Some(day);
            }
        }
        program
    }
}

/// What can be known about a person: the machine's view of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The question's id, an ASCII identifier.
    pub id: String,
    /// Every value an answer may have.
    pub domain: Domain,
    /// What a person can do about it; for hints.
    pub change: Change,
    /// The author's place for the question; breaks ties between questions and hints.
    pub order: u16,
}

/// All values that an answer may have. An answer is kept as one `i64`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Domain {
    /// 0 is false, 1 is true.
    Bool,
    /// The index of one of so many options (at most 63).
    Options(u8),
    /// A mantissa with `scale` decimal places, bounds inclusive.
    Number {
        /// Smallest mantissa.
        min: i64,
        /// Largest mantissa.
        max: i64,
        /// Decimal places: 0 for integers, 2 for money (fen).
        scale: u8,
    },
    /// A [`Day`], bounds inclusive.
    Date {
        /// First day.
        min: Day,
        /// Last day.
        max: Day,
    },
}

/// Whether and how a person can come to another answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Not at all, or not by anything we may advise.
    Fixed,
    /// By doing something: to a larger number or later date.
    DoUp,
    /// By doing something: to a smaller number or earlier date.
    DoDown,
    /// By waiting: to a larger number or later date.
    WaitUp,
    /// By waiting: to a smaller number or earlier date.
    WaitDown,
    /// By doing something: to any option (or truth value, bit 1 = true) of the mask.
    DoTo(u64),
    /// By waiting: to any option (or truth value) of the mask.
    WaitTo(u64),
}

/// How a number that does not fit its unit is rounded. FEEL's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rounding {
    /// Toward negative infinity.
    Floor,
    /// Toward positive infinity.
    Ceiling,
    /// Away from zero.
    Up,
    /// Toward zero.
    Down,
    /// To the nearest; halves away from zero.
    HalfUp,
    /// To the nearest; halves toward zero.
    HalfDown,
    /// To the nearest; halves to the even neighbour (FEEL's `decimal`).
    HalfEven,
}

/// One operation. Registers hold a *number* (also days and durations) or a *set*
/// of options; truth values are sets over {false = bit 0, true = bit 1}.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Op {
    /// The answer to a question: a number for `Number` and `Date`, else a set.
    Fact(Slot),
    /// The day of application, a number.
    AppliedOn,
    /// A constant number.
    Number(i64),
    /// A constant set with exactly one member, by index (0 = false, 1 = true).
    Option(u8),
    /// Set -> truth: is the option one of the mask's?
    OneOf(Reg, u64),
    /// Set, set -> truth.
    SameOption(Reg, Reg),
    /// Truth.
    Not(Reg),
    /// Truth, three-valued.
    And(Reg, Reg),
    /// Truth, three-valued.
    Or(Reg, Reg),
    /// Numbers -> truth.
    Less(Reg, Reg),
    /// Numbers -> truth.
    LessEqual(Reg, Reg),
    /// Numbers -> truth.
    Equal(Reg, Reg),
    /// Number.
    Negate(Reg),
    /// Numbers of the same scale.
    Add(Reg, Reg),
    /// Numbers of the same scale.
    Subtract(Reg, Reg),
    /// Numbers; the scales add up.
    Multiply(Reg, Reg),
    /// A number times a constant.
    MultiplyBy(Reg, i64),
    /// Numbers of the same scale.
    Min(Reg, Reg),
    /// Numbers of the same scale.
    Max(Reg, Reg),
    /// Number.
    Abs(Reg),
    /// `round(a * times / b)`: a quotient of mantissas, rounded to a whole mantissa.
    /// The divisor's interval never holds zero (proved by the compiler).
    Divide {
        /// Dividend.
        a: Reg,
        /// Divisor.
        b: Reg,
        /// What the dividend is multiplied by first (a power of ten that sets the scale).
        times: i64,
        /// How the quotient is rounded.
        rounding: Rounding,
    },
    /// A number divided by a positive constant and rounded: drops decimal places.
    Round(Reg, i64, Rounding),
    /// Truth, number, number -> number.
    If(Reg, Reg, Reg),
    /// Truth, set, set -> set.
    IfSet(Reg, Reg, Reg),
    /// The list's entry at a number (scale 0), 1 the first. The register's interval
    /// never leaves the list (proved by the compiler).
    Lookup(Reg, Vec<i64>),
    /// The list's entry for the set's option, by index.
    LookupOption(Reg, Vec<i64>),
    /// Day and months -> day, clamped to the month's last day.
    AddMonths(Reg, Reg),
    /// Days -> whole months from the first to the second.
    MonthsBetween(Reg, Reg),
    /// Day -> its calendar year.
    Year(Reg),
}

/// What an amount means; only a [`Kind::Grant`] counts in a person's sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Money paid to the person who asks.
    Grant,
    /// The most that may be borrowed.
    LoanLimit,
    /// A floor of what is paid to an employer.
    EmployerFloor,
    /// Points, never money.
    Points,
    /// No figure: only whether one may apply.
    Eligibility,
    /// Levels that can be sat; each route names its level.
    Levels,
}

/// One programme's code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Public id, part of the interface.
    pub id: String,
    /// What its amount means.
    pub kind: Kind,
    /// Disjoint in time, ascending.
    pub versions: Vec<Version>,
}

/// A programme's rules for a span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// For people: `v2026`.
    pub id: String,
    /// First day in force.
    pub from: Option<Day>,
    /// Last day in force.
    pub until: Option<Day>,
    /// This version's own operations are `ops[ops.0..ops.1]`; it may read shared ones too.
    pub ops: (u16, u16),
    /// All must hold. The window's condition is among them, with the id `window`.
    pub conditions: Vec<Condition>,
    /// If there are any, one must hold.
    pub routes: Vec<Condition>,
    /// Named steps on the way to the amount, for the working.
    pub steps: Vec<Step>,
    /// What is paid if all holds.
    pub amount: Option<Figure>,
    /// The part of the amount that is due on the day of application.
    pub due_now: Option<Figure>,
    /// The time within which one must apply.
    pub window: Option<Window>,
}

/// One condition: a truth register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Unique in its version.
    pub id: String,
    /// A truth.
    pub reg: Reg,
    /// For [`Kind::Levels`]: the level that this route opens (5 to 1).
    pub level: Option<u8>,
}

/// A named intermediate value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Unique in its version.
    pub id: String,
    /// Its value; `None` scale means a truth.
    pub figure: Figure,
}

/// A number register and its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// A number.
    pub reg: Reg,
    /// Decimal places of the mantissa.
    pub scale: u8,
    /// What it counts.
    pub unit: Unit,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A plain number or a share.
    None,
    /// Chinese yuan; mantissas of scale 2 are fen.
    Yuan,
    /// Points of the residence permit.
    Points,
    /// Whole months.
    Months,
    /// Whole years.
    Years,
    /// Days.
    Days,
    /// A number of people.
    People,
}

/// Apply within so many months of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The date fact that starts it.
    pub event: Slot,
    /// Whole months; the last day is inclusive.
    pub months: u16,
}

/// A limit that programmes share. Two caps must be nested or have no programme in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    /// For people and `left_out`.
    pub id: String,
    /// By index, ascending.
    pub programmes: Vec<u16>,
    /// The most that all of them may come to, in fen.
    pub max_fen: i64,
}
