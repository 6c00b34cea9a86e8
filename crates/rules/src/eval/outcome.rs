//! What a version's registers say: in a box of worlds, and in one of them.

use super::types::{FactSet, Truth};
use super::value::{Value, at};
use crate::program::{Condition, Figure, Kind, Reg, Version};

/// The registers that decide a programme's result.
#[derive(Clone, Copy)]
pub(super) struct Decides<'p> {
    pub(super) conditions: &'p [Condition],
    pub(super) routes: &'p [Condition],
    /// The amount and what is due now.
    pub(super) figures: [Option<Figure>; 2],
    /// The routes' levels count as results.
    pub(super) levels: bool,
}

impl<'p> Decides<'p> {
    pub(super) fn of(kind: Kind, version: &'p Version) -> Self {
        Self {
            conditions: &version.conditions,
            routes: &version.routes,
            figures: [version.amount, version.due_now],
            levels: kind == Kind::Levels,
        }
    }

    pub(super) fn registers(&self) -> impl Iterator<Item = Reg> {
        let truths = self
            .conditions
            .iter()
            .chain(self.routes)
            .map(|condition| condition.reg);
        truths.chain(self.figures.into_iter().flatten().map(|figure| figure.reg))
    }

    /// The bits of all levels that a route opens.
    pub(super) fn all_levels(&self) -> u32 {
        match self.levels {
            true => self
                .routes
                .iter()
                .fold(0, |levels, route| levels | level_bit(route)),
            false => 0,
        }
    }
}

/// A route's level as a bit; routes without one share the last.
fn level_bit(route: &Condition) -> u32 {
    1 << route.level.unwrap_or(31).min(31)
}

/// What a box of worlds allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub(super) status: Truth,
    /// The amount and what is due now, where eligible.
    pub(super) figures: [Option<(i64, i64)>; 2],
    /// Levels that some world opens, and that some world closes.
    pub(super) open: u32,
    pub(super) closed: u32,
    /// The facts that may tell its worlds' status, amount or levels apart.
    pub(super) decides: FactSet,
    /// As `decides`, or what is due now.
    pub(super) splits: FactSet,
}

impl View {
    /// Reads it from registers.
    pub(super) fn read<V: Value>(of: &Decides<'_>, registers: &[V]) -> Self {
        let mut status = Truth::Yes;
        let mut decides = FactSet::EMPTY;
        for condition in of.conditions {
            let value = at(registers, condition.reg);
            status = status.and(value.truth());
            decides = decides.union(value.depends_on());
        }
        let mut view = Self {
            status,
            figures: [None; 2],
            open: 0,
            closed: of.all_levels(),
            decides: FactSet::EMPTY,
            splits: FactSet::EMPTY,
        };
        if status == Truth::No {
            return view;
        }
        let mut route = if of.routes.is_empty() {
            Truth::Yes
        } else {
            Truth::No
        };
        let mut routes = FactSet::EMPTY;
        let (mut surely_open, mut maybe_open) = (0, 0);
        for condition in of.routes {
            let value = at(registers, condition.reg);
            route = route.or(value.truth());
            match value.truth() {
                Truth::Yes => surely_open |= level_bit(condition),
                Truth::Unknown => maybe_open |= level_bit(condition),
                Truth::No => {}
            }
            routes = routes.union(value.depends_on());
        }
        if of.levels {
            // A route matters only while its level is not open through another.
            let matters = of
                .routes
                .iter()
                .filter(|route| surely_open & level_bit(route) == 0);
            routes = matters.fold(FactSet::EMPTY, |facts, route| {
                facts.union(at(registers, route.reg).depends_on())
            });
        } else if route == Truth::Yes {
            routes = FactSet::EMPTY;
        }
        view.status = status.and(route);
        if view.status == Truth::No {
            return view;
        }
        view.decides = decides.union(routes);
        if of.levels {
            view.open = surely_open | maybe_open;
            if status == Truth::Yes {
                view.closed &= !surely_open;
            }
        }
        let [amount, due_now] = of
            .figures
            .map(|figure| figure.map(|f| at(registers, f.reg)));
        if let Some(amount) = amount {
            view.decides = view.decides.union(amount.depends_on());
        }
        view.splits = due_now.map_or(view.decides, |due| view.decides.union(due.depends_on()));
        view.figures = [amount, due_now].map(|figure| figure.map(Value::bounds));
        view
    }
}

/// One world's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Result {
    pub(super) eligible: bool,
    /// 0 where there is none.
    pub(super) figures: [i64; 2],
    pub(super) levels: u32,
}

impl Result {
    /// Reads it from the registers of a world.
    pub(super) fn read(of: &Decides<'_>, points: &[i64]) -> Self {
        let holds = |condition: &Condition| at(points, condition.reg) != 0;
        let none = Self {
            eligible: false,
            figures: [0; 2],
            levels: 0,
        };
        let routes = of.routes.is_empty() || of.routes.iter().any(holds);
        if !routes || !of.conditions.iter().all(holds) {
            return none;
        }
        let levels = match of.levels {
            true => of
                .routes
                .iter()
                .filter(|route| holds(route))
                .fold(0, |l, r| l | level_bit(r)),
            false => 0,
        };
        let figures = of
            .figures
            .map(|figure| figure.map_or(0, |figure| at(points, figure.reg)));
        Self {
            eligible: true,
            figures,
            levels,
        }
    }

    /// Whether two worlds differ in what a missing answer is asked for.
    pub(super) fn differs(&self, other: &Self) -> bool {
        let asked = |result: &Self| {
            let [amount, _] = result.figures;
            (result.eligible, result.levels, amount)
        };
        asked(self) != asked(other)
    }
}
