//! The compiler's interface: facts, definitions, then programme by programme.

use std::rc::Rc;

use super::draft::Draft;
use super::emit::Emitted;
use super::lower::{Lowering, Named, Names};
use super::range::Fault;
use super::value::{Number, Options, Value, unit_name};
use super::{Error, names};
use crate::date::Day;
use crate::feel::{self, Expr};
use crate::program::{
    Condition, Domain, Fact, Figure, Kind, MAX_FACTS, Op, Program, Programme, Reg, Slot, Step,
    Unit, Version, Window,
};

/// Compiles a pack's expressions, in the order: facts, definitions, programmes.
///
/// A name whose expression was refused counts as known, so that one mistake is not
/// reported again wherever the name is used: an expression with nothing else wrong
/// gives `Err` with no errors then.
#[derive(Debug, Default)]
pub struct Compiler {
    pub(super) draft: Draft,
    pub(super) names: Names,
    emitted: Emitted,
    program: Program,
    /// The version at hand.
    version: Option<Version>,
    /// The draft's length without any version's own operations.
    shared: usize,
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

    /// Begins a programme; the pack's order is kept.
    pub fn begin_programme(&mut self, id: &str, kind: Kind) {
        self.end_version();
        self.program.programmes.push(Programme {
            id: id.to_owned(),
            kind,
            versions: Vec::new(),
        });
    }

    /// Begins a version of the programme, in force from and until these days, both
    /// included. Its steps' names are its own.
    pub fn begin_version(&mut self, id: &str, from: Option<Day>, until: Option<Day>) {
        self.end_version();
        let start = u16::try_from(self.emitted.ops.len()).unwrap_or(u16::MAX);
        self.version = Some(Version {
            id: id.to_owned(),
            from,
            until,
            ops: (start, start),
            conditions: Vec::new(),
            routes: Vec::new(),
            steps: Vec::new(),
            amount: None,
            due_now: None,
            window: None,
        });
    }

    /// Adds a named value that this version's later expressions may use: a number of
    /// the unit, or a truth with [`Unit::None`].
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the name and the expression.
    pub fn step(&mut self, id: &str, expression: &str, unit: Unit) -> Result<(), Vec<Error>> {
        self.check_name(id).map_err(|error| vec![error])?;
        let value = self.value(expression, |this, e| this.expr(e));
        self.add_step(id, expression, value, unit)
    }

    pub(super) fn add_step(
        &mut self,
        id: &str,
        expression: &str,
        value: Result<Value, Vec<Error>>,
        unit: Unit,
    ) -> Result<(), Vec<Error>> {
        let value = value.and_then(|value| {
            let (value, figure) = self.figure(expression, value, unit)?;
            let step = Step {
                id: id.to_owned(),
                figure,
            };
            self.version(expression)?.steps.push(step);
            Ok(value)
        });
        let (named, result) = named(value);
        self.names.steps.insert(id.to_owned(), named);
        result
    }

    fn figure(
        &mut self,
        expression: &str,
        value: Value,
        unit: Unit,
    ) -> Result<(Value, Figure), Vec<Error>> {
        let (reg, scale) = match &value {
            Value::Number(number) => (number.reg, number.scale),
            Value::Truth(reg) if unit == Unit::None => (*reg, 0),
            Value::Truth(_) => {
                let message = format!("this is true or false, not a number of {}", unit_name(unit));
                return Err(vec![Error::whole(
                    expression,
                    message,
                    "give it the unit `none`",
                )]);
            }
            other => {
                let message = format!(
                    "this is {}, but a step is a number, true or false",
                    other.describe()
                );
                return Err(vec![Error::whole(expression, message, "")]);
            }
        };
        let value = match value {
            Value::Number(_) => as_unit(expression, value, Some(unit))?,
            other => other,
        };
        let reg = self.emit(expression, reg)?;
        Ok((value, Figure { reg, scale, unit }))
    }

    /// Adds a condition that must hold.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the expression, or an id that the version has already.
    pub fn condition(&mut self, id: &str, expression: &str) -> Result<(), Vec<Error>> {
        let condition = self.truth(id, expression, None)?;
        self.version(expression)?.conditions.push(condition);
        Ok(())
    }

    /// Adds a route: if there are any, one must hold. `level` is what it opens, for
    /// [`Kind::Levels`].
    ///
    /// # Errors
    ///
    /// As [`Self::condition`].
    pub fn route(
        &mut self,
        id: &str,
        expression: &str,
        level: Option<u8>,
    ) -> Result<(), Vec<Error>> {
        let route = self.truth(id, expression, level)?;
        self.version(expression)?.routes.push(route);
        Ok(())
    }

    fn truth(
        &mut self,
        id: &str,
        expression: &str,
        level: Option<u8>,
    ) -> Result<Condition, Vec<Error>> {
        let version = self.version(expression)?;
        if version
            .conditions
            .iter()
            .chain(&version.routes)
            .any(|known| known.id == id)
        {
            let message = format!("version `{}` has another condition `{id}`", version.id);
            return Err(vec![Error::whole(expression, message, "choose another id")]);
        }
        let value = self.value(expression, |this, e| {
            this.truth(e, "a condition").map(Value::Truth)
        })?;
        let reg = value.register().map(|(reg, _)| reg).unwrap_or_default();
        Ok(Condition {
            id: id.to_owned(),
            reg: self.emit(expression, reg)?,
            level,
        })
    }

    /// Adds the condition `window`: the event is not after the date of application,
    /// which is at most `months` later.
    ///
    /// # Errors
    ///
    /// An event that is no date fact, or a second window.
    pub fn window(&mut self, event: &str, months: u16) -> Result<(), Error> {
        let error = |message: String, help: &str| Err(Error::whole(event, message, help));
        let reg = match self.names.shared.get(event) {
            Some(Named::Value(Value::Date(reg))) => *reg,
            Some(Named::Value(other)) => {
                return error(
                    format!(
                        "`{event}` is {}, but a window starts with a date",
                        other.describe()
                    ),
                    "",
                );
            }
            _ => {
                let help = super::suggest::nearest(
                    event,
                    self.draft.facts.iter().map(|fact| fact.id.as_str()),
                );
                let help = help
                    .map(|near| format!("did you mean `{near}`?"))
                    .unwrap_or_default();
                return error(format!("there is no question `{event}`"), &help);
            }
        };
        let Some(Op::Fact(slot)) = self.draft.op(reg).cloned() else {
            return error(
                format!("`{event}` is not a question, but a window starts with one's answer"),
                "",
            );
        };
        if self
            .version
            .as_ref()
            .is_some_and(|version| version.window.is_some())
        {
            return error("the version has another window".to_owned(), "");
        }
        let text =
            format!("{event} <= applied_on and applied_on <= {event} + duration(\"P{months}M\")");
        let condition = self.truth("window", &text, None);
        let whole = |errors: Vec<Error>| match errors.into_iter().next() {
            Some(error) => Error::whole(event, error.message, error.help.unwrap_or_default()),
            None => Error::whole(event, "the window can't be computed", ""),
        };
        let condition = condition.map_err(whole)?;
        let version = self.version(event).map_err(whole)?;
        version.conditions.push(condition);
        version.window = Some(Window {
            event: slot,
            months,
        });
        Ok(())
    }

    /// Sets what is paid if all conditions hold.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the expression; an amount in yuan that may have
    /// more than 2 decimal places.
    pub fn amount(&mut self, expression: &str, unit: Unit) -> Result<(), Vec<Error>> {
        let figure = self.paid(expression, unit)?;
        self.version(expression)?.amount = Some(figure);
        Ok(())
    }

    /// Sets the part of the amount that is due on the day of application.
    ///
    /// # Errors
    ///
    /// As [`Self::amount`].
    pub fn due_now(&mut self, expression: &str, unit: Unit) -> Result<(), Vec<Error>> {
        let figure = self.paid(expression, unit)?;
        self.version(expression)?.due_now = Some(figure);
        Ok(())
    }

    fn paid(&mut self, expression: &str, unit: Unit) -> Result<Figure, Vec<Error>> {
        let value = self.value(expression, |this, e| {
            let number = this.number(e, "an amount")?;
            if unit == Unit::Yuan && number.scale > 2 {
                let message = format!(
                    "an amount in yuan has 2 decimal places, {} can have {}",
                    this.quote(e.span),
                    number.scale
                );
                return this.fail(
                    e.span,
                    message,
                    format!(
                        "say how it is rounded: `round half up({}, 2)`",
                        this.quote(e.span).trim_matches('`')
                    ),
                );
            }
            Some(Value::Number(number))
        })?;
        self.figure(expression, value, unit)
            .map(|(_, figure)| figure)
    }

    /// Ends the version; beginning another one or a programme does so too.
    pub fn end_version(&mut self) {
        if let (Some(mut version), Some(programme)) =
            (self.version.take(), self.program.programmes.last_mut())
        {
            version.ops.1 = u16::try_from(self.emitted.ops.len()).unwrap_or(u16::MAX);
            programme.versions.push(version);
        }
        self.names.steps.clear();
        self.emitted.leave_version();
        self.draft.truncate(self.shared);
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

    fn version(&mut self, text: &str) -> Result<&mut Version, Vec<Error>> {
        match &mut self.version {
            Some(version) => Ok(version),
            None => Err(vec![Error::whole(text, "no version has begun", "")]),
        }
    }

    fn emit(&mut self, expression: &str, reg: Reg) -> Result<Reg, Vec<Error>> {
        self.emitted
            .emit(&self.draft, reg, false)
            .map_err(|fault| vec![faulty(expression, fault)])
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

fn faulty(expression: &str, fault: Fault) -> Error {
    let message = match fault {
        Fault::Full => "the rules need more than 65,535 operations",
        _ => "the rules can't be proved free of overflow",
    };
    Error::whole(expression, message, "")
}

fn named(value: Result<Value, Vec<Error>>) -> (Named, Result<(), Vec<Error>>) {
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

fn unit_id(unit: Unit) -> &'static str {
    if unit == Unit::None {
        "none"
    } else {
        unit_name(unit)
    }
}
