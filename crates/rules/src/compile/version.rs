//! A programme's versions: steps, conditions, routes, the window and the amounts.

use super::Error;
use super::compiler::{Compiler, as_unit, faulty, named};
use super::names::Named;
use super::value::{Value, unit_name};
use crate::date::Day;
use crate::program::{Condition, Figure, Kind, Op, Programme, Reg, Step, Unit, Version, Window};
use crate::validate::{MAX_FEN, MAX_SCALE};

impl Compiler {
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

    pub(super) fn figure(
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
        if scale > MAX_SCALE {
            let message = format!("this can have {scale} decimal places, more than {MAX_SCALE}");
            return Err(vec![Error::whole(
                expression,
                message,
                "say how it is rounded",
            )]);
        }
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

    pub(super) fn truth(
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

    pub(super) fn paid(&mut self, expression: &str, unit: Unit) -> Result<Figure, Vec<Error>> {
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
            let (low, high) = this.draft.range(number.reg).bounds();
            let most = 10i64
                .pow(u32::from(number.scale))
                .saturating_mul(MAX_FEN / 100);
            if unit == Unit::Yuan && (low < -most || high > most) {
                let message = format!(
                    "an amount in yuan stays below 10,000,000,000,000, {} can be larger",
                    this.quote(e.span)
                );
                return this.fail(
                    e.span,
                    message,
                    "give the questions that it reads narrower bounds, or use `min`",
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

    pub(super) fn version(&mut self, text: &str) -> Result<&mut Version, Vec<Error>> {
        match &mut self.version {
            Some(version) => Ok(version),
            None => Err(vec![Error::whole(text, "no version has begun", "")]),
        }
    }

    pub(super) fn emit(&mut self, expression: &str, reg: Reg) -> Result<Reg, Vec<Error>> {
        self.emitted
            .emit(&self.draft, reg, false)
            .map_err(|fault| vec![faulty(expression, fault)])
    }
}
