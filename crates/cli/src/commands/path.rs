//! `bazhu path`: the ways to a level.

use crate::args;
use crate::failure::Failure;
use crate::learning::{Learning, day, yuan};
use catalogue::matching::{Names, digital_or_green};
use catalogue::pathways::{
    self, Assumption, Input, Person, Plan, Planned, Route, Verdict, Way, plan,
};
use serde_json::{Value, json};
use std::io::Write;

/// Prints one JSON object.
pub fn run(args: &args::Path, colour: bool) -> Result<(), Failure> {
    let it = Learning::open(&args.pack, colour)?;
    let trouble = |error: &dyn std::fmt::Display| Failure::file(&args.pack, error);
    let names = Names::find(&it.settings, &it.pack).map_err(|error| trouble(&error))?;
    let at = it.occupation(&args.occupation)?;
    let mut person = Person::told(&names, args.date, it.answers(&args.facts)?);
    person.works_from = args.works_from.or(person.works_from);
    for (id, since) in &args.since {
        let slot = it.slot(id)?;
        if !names.is_clock(slot) {
            let message = format!("`{id}` does not count full years of a person");
            return Err(Failure::usage(message));
        }
        person.since.push((slot, *since));
    }
    let row = it.catalogue.occupations.get(at);
    let offers = pathways::offers(&it.catalogue.courses, at);
    let input = Input {
        person,
        goal: args.level,
        offered: row.and_then(pathways::offered),
        digital_or_green: row.and_then(digital_or_green),
        offers: &offers,
    };
    let plan = plan(&it.pack, &it.settings, &input).map_err(|error| trouble(&error))?;
    let writer = Writer {
        it: &it,
        levels: names.levels,
        occupation: at,
    };
    let value = json!({
        "pack": { "id": it.pack.id, "version": it.pack.version },
        "date": day(args.date),
        "occupation": row.map(|row| json!({ "code": row.code, "name": row.name })),
        "goal": args.level,
        "verdict": verdict(plan.verdict),
        "standard_counts_other_years":
            row.and_then(|row| pathways::counts_other_years(&it.settings, row)),
        "ways": plan.ways.iter().map(|way| writer.way(way)).collect::<Vec<_>>(),
        "by_time": plan.by_time,
        "by_cost": plan.by_cost,
        "what_if": writer.what_if(&plan),
        "missing": plan.missing.iter().map(|slot| it.question(*slot)).collect::<Vec<_>>(),
        "assumptions": plan.assumptions.iter().map(assumption).collect::<Vec<_>>(),
    });
    let text = match args.pretty {
        true => format!("{value:#}\n"),
        false => format!("{value}\n"),
    };
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| Failure::output(&error))
}

struct Writer<'a> {
    it: &'a Learning,
    /// Index of the levels programme.
    levels: usize,
    /// The occupation's place.
    occupation: u16,
}

impl Writer<'_> {
    fn way(&self, way: &Way) -> Value {
        let cost = &way.cost;
        json!({
            "day": day(way.day),
            "not_before": day(way.not_before),
            "steps": way.steps.iter().map(|step| self.step(step)).collect::<Vec<_>>(),
            "cost": {
                "price": cost.price_yuan,
                "complete": cost.complete,
                "sample": cost.sample,
                "subsidy_min": yuan(cost.subsidy_min_fen),
                "subsidy_max": yuan(cost.subsidy_max_fen),
                "left_at_most": cost.complete.then(|| yuan(cost.at_most_fen())),
            },
        })
    }

    fn step(&self, planned: &Planned) -> Value {
        let step = &planned.step;
        let routes = step.routes.iter().map(|(route, first)| {
            json!({ "id": self.route(*route), "day": day(*first), "met": *first <= step.day })
        });
        let courses = &self.it.catalogue.courses.list;
        let course = planned.offer.and_then(|offer| {
            let course = courses.get(offer.course)?;
            Some(json!({
                "id": course.id,
                "price": offer.price_yuan,
                "hours": offer.hours,
                "sample": offer.sample,
            }))
        });
        json!({
            "level": step.level,
            "day": day(step.day),
            "routes": routes.collect::<Vec<_>>(),
            "functions": self.functions(step.level),
            "course": course,
            "subsidy": planned.subsidy.as_ref().map(|it| self.it.subsidy(it)),
            "counted": planned.counted,
        })
    }

    /// What a level tests; null where that is not in hand.
    fn functions(&self, level: u8) -> Value {
        let all = &self.it.catalogue.functions;
        let found = all.of_occupation(self.occupation);
        let Some(found) = found.and_then(|it| it.level(level)) else {
            return Value::Null;
        };
        let functions = found.functions.iter();
        functions
            .map(|it| json!({ "name": all.name(it), "weight": it.weight }))
            .collect()
    }

    fn route(&self, route: Route) -> &str {
        let programme = self.it.pack.program.programmes.get(self.levels);
        let version = programme.and_then(|it| it.versions.get(usize::from(route.version)));
        let condition = version.and_then(|it| it.routes.get(usize::from(route.index)));
        condition.map_or("", |it| it.id.as_str())
    }

    fn what_if(&self, plan: &Plan) -> Vec<Value> {
        let changes = plan.what_if.iter().map(|nearer| {
            let change = self.it.settings.what_if.get(nearer.change);
            json!({
                "change": change.map(|it| json!({ "zh": it.text.zh, "en": it.text.en })),
                "day": day(nearer.day),
                "sooner_days": nearer.sooner,
            })
        });
        changes.collect()
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Found => "found",
        Verdict::Held => "held",
        Verdict::NoStandard => "no_standard",
        Verdict::NotOffered => "not_offered",
        Verdict::NoWay => "no_way",
    }
}

fn assumption(assumption: &Assumption) -> Value {
    match assumption {
        Assumption::WorksFrom(from) => json!({ "kind": "works_from", "day": day(*from) }),
        Assumption::SatAtOnce => json!({ "kind": "sat_at_once" }),
        Assumption::FullYears => json!({ "kind": "full_years" }),
        Assumption::RulesStay(last) => json!({ "kind": "rules_stay", "day": day(*last) }),
    }
}
