//! What can be wrong with a compact form.

use crate::program::{Reg, Slot};
use core::fmt;

/// Why a [`crate::program::Program`] cannot be run.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invalid {
    /// More of something than is allowed.
    TooMany {
        /// What there is too much of, in the plural.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// An id stands twice, or ids that must ascend do not.
    Ids {
        /// What the ids name, in the plural.
        what: &'static str,
        /// The second of the two.
        id: String,
    },
    /// A fact's domain has no value, too many options, or lies outside the calendar.
    FactDomain {
        /// The fact.
        slot: Slot,
    },
    /// An operation reads a register that it may not: its own, a later one, or another version's.
    Operand {
        /// The operation.
        op: usize,
        /// The register it reads.
        reg: Reg,
    },
    /// An operation reads a fact that does not exist.
    UnknownFact {
        /// The operation.
        op: usize,
        /// The fact.
        slot: Slot,
    },
    /// An operation's operand is a set where it needs a number, or the other way round.
    Type {
        /// The operation.
        op: usize,
        /// What it needs.
        needs: &'static str,
    },
    /// For some answers an operation's result does not fit 64 bits.
    Overflow {
        /// The operation.
        op: usize,
    },
    /// For some answers a divisor is zero, or a factor or divisor is not positive.
    Divisor {
        /// The operation.
        op: usize,
    },
    /// For some answers a table has no entry.
    Lookup {
        /// The operation.
        op: usize,
    },
    /// For some answers a day is so far off that the calendar does not reach it.
    Calendar {
        /// The operation.
        op: usize,
    },
    /// A constant option is beyond the 63 that there may be.
    OptionIndex {
        /// The operation.
        op: usize,
    },
    /// A version's operations are not where they can be.
    Operations {
        /// The programme.
        programme: String,
        /// The version.
        version: String,
    },
    /// A version ends before it begins, or overlaps another, or stands before an earlier one.
    Period {
        /// The programme.
        programme: String,
        /// The version.
        version: String,
    },
    /// A condition, step or figure reads a register that is not its version's, or of the wrong type.
    Reading {
        /// The programme.
        programme: String,
        /// The version.
        version: String,
        /// Which one, for people.
        what: String,
    },
    /// A figure has more decimal places than a program may use, or a grant's is not money in
    /// whole fen.
    Figure {
        /// The programme.
        programme: String,
        /// The version.
        version: String,
    },
    /// A window's event is not a date.
    Window {
        /// The programme.
        programme: String,
        /// The version.
        version: String,
    },
    /// An exclusion or cap names a programme that does not exist, names one twice, or does
    /// not name them in ascending order.
    Group {
        /// The exclusion's place, or the cap's id.
        group: String,
    },
    /// A cap is negative.
    Cap {
        /// The cap's id.
        cap: String,
    },
    /// Two caps share some of their programmes, and neither has all of the other's.
    CrossingCaps {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany { what, count, limit } => {
                write!(
                    f,
                    "there are {count} {what}, but there may be {limit} at most"
                )
            }
            Self::Ids { what, id } => {
                write!(
                    f,
                    "the {what} have the id `{id}` twice or in the wrong order"
                )
            }
            Self::FactDomain { slot } => {
                write!(
                    f,
                    "fact {slot} has a domain that is empty, too large or beyond the calendar"
                )
            }
            Self::Operand { op, reg } => {
                write!(f, "operation {op} may not read register {reg}")
            }
            Self::UnknownFact { op, slot } => {
                write!(f, "operation {op} reads fact {slot}, which does not exist")
            }
            Self::Type { op, needs } => write!(f, "operation {op} needs {needs}"),
            Self::Overflow { op } => {
                write!(f, "operation {op} can exceed 64 bits for some answers")
            }
            Self::Divisor { op } => {
                write!(
                    f,
                    "operation {op} can divide by zero, or its factor is not positive"
                )
            }
            Self::Lookup { op } => {
                write!(
                    f,
                    "operation {op} can look beyond its table's end for some answers"
                )
            }
            Self::Calendar { op } => {
                write!(f, "operation {op} can leave the calendar for some answers")
            }
            Self::OptionIndex { op } => {
                write!(
                    f,
                    "operation {op} names an option beyond the 63 that there may be"
                )
            }
            Self::Operations { programme, version } => {
                write!(
                    f,
                    "the operations of `{programme}`, version `{version}`, are misplaced"
                )
            }
            Self::Period { programme, version } => write!(
                f,
                "version `{version}` of `{programme}` ends before it begins or overlaps the one before"
            ),
            Self::Reading {
                programme,
                version,
                what,
            } => write!(
                f,
                "{what} of `{programme}`, version `{version}`, reads a register that is not its own or of the wrong type"
            ),
            Self::Figure { programme, version } => write!(
                f,
                "a figure of `{programme}`, version `{version}`, has too many decimal places, is too large, or is a grant but not money"
            ),
            Self::Window { programme, version } => {
                write!(
                    f,
                    "the window of `{programme}`, version `{version}`, starts with no date"
                )
            }
            Self::Group { group } => {
                write!(
                    f,
                    "`{group}` names a programme that does not exist, or not in ascending order"
                )
            }
            Self::Cap { cap } => write!(f, "the cap `{cap}` is negative"),
            Self::CrossingCaps { first, second } => write!(
                f,
                "the caps `{first}` and `{second}` cross: let one contain the other, or let them share no programme"
            ),
        }
    }
}

impl core::error::Error for Invalid {}
