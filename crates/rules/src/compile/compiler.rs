//! The compiler's interface: facts, definitions, then programme by programme.

use std::rc::Rc;

use super::Error;
use super::draft::Draft;
use super::emit::Emitted;
use super::lower::Lowering;
use super::names::{self, Named, Names};
use super::range::Fault;
use super::value::{Number, Options, Value, unit_name};
use crate::feel::{self, Expr};
use crate::program::{Domain, Fact, MAX_FACTS, Op, Program, Programme, Reg, Slot, Unit, Version};

/// Compiles a pack's expressions, in the order: facts, definitions, programmes.
///
/// A name whose expression was refused counts as known, so that one mistake is not
/// reported again wherever the name is used: an expression with nothing else wrong
/// gives `Err` with no errors then.
#[derive(Debug, Default)]
pub struct Compiler {
    pub(super) draft: Draft,
    pub(super) names: Names,
    pub(super) emitted: Emitted,
    pub(super) program: Program,
    /// The version at hand.
    pub(super) version: Option<Version>,
    /// The draft's length without any version's own operations.
    pub(super) shared: usize,
}

impl Compiler {
    /// Knows nothing yet but `applied_on`, the date of application.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a question. `options` are the option ids of a [`Domain::Options`], in the
    /// domain's order, and empty otherwise.
    ///
    /// # Errors
    ///
    /// A name that is taken or no identifier, an empty domain, more than
    /// [`MAX_FACTS`] facts, or one that comes after a programme.
    pub fn fact(&mut self, fact: Fact, unit: Unit, options: &[String]) -> Result<Slot, Error> {
        let id = fact.id.clone();
        let error = |message: String, help: &str| Err(Error::whole(&id, message, help));
        self.check_name(&id)?;
        if !self.program.programmes.is_empty() {
            return error(
                format!("question `{id}` comes after a programme"),
                "add all questions first",
            );
        }
        let slot = match Slot::try_from(self.draft.facts.len()) {
            Ok(slot) if usize::from(slot) < MAX_FACTS => slot,
            _ => {
                return error(
                    format!("there are more than {MAX_FACTS} questions"),
                    "merge or drop some",
                );
            }
        };
        let empty = match fact.domain {
            Domain::Bool => false,
            Domain::Options(count) => {
                count == 0 || count > 63 || options.len() != usize::from(count)
            }
            Domain::Number { min, max, scale } => min > max || scale > 6,
            Domain::Date { min, max } => {
                min > max || min < crate::date::FIRST_DAY || max > crate::date::LAST_DAY
            }
        };
        if empty {
            let help = "an option needs 1 to 63 ids, a number and a date a `min` that is not above its `max`";
            return error(format!("question `{id}` has no possible answer"), help);
        }
        let domain = fact.domain.clone();
        self.draft.facts.push(fact);
        let reg = match self.draft.fact(slot) {
            Ok(reg) => reg,
            Err(_) => return error("the rules need more than 65,535 operations".to_owned(), ""),
        };
        self.shared = self.draft.len();
        let value = match domain {
            Domain::Bool => Value::Truth(reg),
            Domain::Options(_) => Value::Option(
                reg,
                Rc::new(Options {
                    name: id.clone(),
                    ids: options.to_vec(),
                }),
            ),
            Domain::Number { scale, .. } => Value::Number(Number {
                reg,
                scale,
                unit: Some(unit),
            }),
            Domain::Date { .. } => Value::Date(reg),
        };
        self.names.shared.insert(id, Named::Value(value));
        Ok(slot)
    }

    /// Adds a definition that all programmes may use; its operations are shared.
    /// With a `unit`, it must be a number of that unit.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the name and the expression.
    pub fn define(
        &mut self,
        id: &str,
        expression: &str,
        unit: Option<Unit>,
    ) -> Result<(), Vec<Error>> {
        self.check_definition(id)?;
        let value = self
            .value(expression, |this, e| this.expr(e))
            .and_then(|value| as_unit(expression, value, unit));
        self.add_definition(id, expression, value)
    }

    pub(super) fn check_definition(&self, id: &str) -> Result<(), Vec<Error>> {
        self.check_name(id).map_err(|error| vec![error])?;
        if self.program.programmes.is_empty() {
            return Ok(());
        }
        let message = format!("definition `{id}` comes after a programme");
        Err(vec![Error::whole(
            id,
            message,
            "add all definitions before the first programme",
        )])
    }

    pub(super) fn add_definition(
        &mut self,
        id: &str,
        expression: &str,
        value: Result<Value, Vec<Error>>,
    ) -> Result<(), Vec<Error>> {
        let value = value.and_then(|value| {
            let mut regs = Vec::new();
            value.registers(&mut regs);
            for reg in regs {
                // Constants are folded into what uses them.
                if self.draft.single(reg).is_none() {
                    self.emitted
                        .emit(&self.draft, reg, true)
                        .map_err(|fault| vec![faulty(expression, fault)])?;
                }
            }
            Ok(value)
        });
        self.shared = self.draft.len();
        self.program.shared = u16::try_from(self.emitted.ops.len()).unwrap_or(u16::MAX);
        let (named, result) = named(value);
        self.names.shared.insert(id.to_owned(), named);
        result
    }

    /// Every fact that a register of the program reads, transitively, ascending.
    pub fn facts_of(&self, reg: Reg) -> Vec<Slot> {
        self.emitted.facts_of(reg)
    }

    /// Whether a truth register of the program is always true, or always false,
    /// whatever the answers and the date; `None` where that is not known.
    pub fn always(&self, reg: Reg) -> Option<bool> {
        match self.emitted.ops.get(usize::from(reg))? {
            Op::Number(_) => None,
            _ => self.emitted.range(reg).single().map(|value| value == 1),
        }
    }

    /// What has been compiled: ended versions only. Its registers are those of
    /// [`Self::facts_of`] and [`Self::always`].
    pub fn programmes(&self) -> &[Programme] {
        &self.program.programmes
    }

    /// The version at hand, if one has begun.
    pub fn current_version(&self) -> Option<&Version> {
        self.version.as_ref()
    }

    /// The compact form. Exclusions and caps are the pack's to fill in.
    pub fn finish(mut self) -> Program {
        self.end_version();
        self.program.facts = self.draft.facts;
        self.program.ops = self.emitted.ops;
        self.program
    }

    pub(super) fn check_name(&self, id: &str) -> Result<(), Error> {
        names::check(id)?;
        match self.names.get(id) {
            None => Ok(()),
            Some(_) => Err(Error::whole(
                id,
                format!("the name `{id}` is taken"),
                "choose another one",
            )),
        }
    }

    /// The value of an expression.
    pub(super) fn value(
        &mut self,
        expression: &str,
        lower: impl FnOnce(&mut Lowering<'_>, &Expr) -> Option<Value>,
    ) -> Result<Value, Vec<Error>> {
        let expr = feel::parse(expression).map_err(|error| vec![error.into()])?;
        let mut lowering = Lowering::new(expression, &mut self.draft, &self.names);
        let value = lower(&mut lowering, &expr);
        match value {
            Some(value) if lowering.errors.is_empty() => Ok(value),
            // Without an error of its own it uses a name that is in error.
            _ => Err(lowering.errors),
        }
    }
}

/// A fault that no place in the expression can be given for.
pub(super) fn faulty(expression: &str, fault: Fault) -> Error {
    let message = match fault {
        Fault::Full => "the rules need more than 65,535 operations",
        _ => "the rules can't be proved free of overflow",
    };
    Error::whole(expression, message, "")
}

/// What a name stands for from now on, and what is wrong with it.
pub(super) fn named(value: Result<Value, Vec<Error>>) -> (Named, Result<(), Vec<Error>>) {
    match value {
        Ok(value) => (Named::Value(value), Ok(())),
        Err(errors) => (Named::Broken, Err(errors)),
    }
}

/// The value as a number of the unit, if one is wanted.
pub(super) fn as_unit(
    expression: &str,
    value: Value,
    unit: Option<Unit>,
) -> Result<Value, Vec<Error>> {
    let Some(wanted) = unit else { return Ok(value) };
    match value {
        Value::Number(number) if number.unit.is_none_or(|unit| unit == wanted) => {
            Ok(Value::Number(Number {
                unit: Some(wanted),
                ..number
            }))
        }
        Value::Number(Number {
            unit: Some(unit), ..
        }) => {
            let has = match unit {
                Unit::None => "has no unit".to_owned(),
                unit => format!("counts {}", unit_name(unit)),
            };
            let message = format!(
                "this {has}, but its unit is said to be `{}`",
                unit_id(wanted)
            );
            Err(vec![Error::whole(
                expression,
                message,
                format!(
                    "write `unit = \"{}\"`, or mend the expression",
                    unit_id(unit)
                ),
            )])
        }
        other => {
            let message = format!(
                "this is {}, but its unit is said to be `{}`",
                other.describe(),
                unit_id(wanted)
            );
            Err(vec![Error::whole(
                expression,
                message,
                "leave the unit out",
            )])
        }
    }
}

/// The unit as a pack writes it.
pub(super) fn unit_id(unit: Unit) -> &'static str {
    if unit == Unit::None {
        "none"
    } else {
        unit_name(unit)
    }
}
