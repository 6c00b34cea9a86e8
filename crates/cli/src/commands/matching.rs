//! `bazhu match`: courses in order.

use crate::args;
use crate::failure::Failure;
use crate::learning::{Learning, yuan};
use catalogue::matching::score::{Fit, Free, Near, Part, Place, Reason};
use catalogue::matching::{Match, Paid, Ranked, Wish, rank};
use catalogue::model::Times;
use report::similar;
use serde_json::{Value, json};
use std::io::Write;

/// Prints one JSON line for each course.
pub fn run(args: &args::Match, colour: bool) -> Result<(), Failure> {
    let it = Learning::open(&args.pack, colour)?;
    let answers = it.answers(&args.facts)?;
    let code = args.occupation.as_ref();
    let has = |time| args.times.contains(&time);
    let wish = Wish {
        date: args.date,
        answers: &answers,
        occupation: code.map(|code| it.occupation(code)).transpose()?,
        level: args.level,
        district: args
            .district
            .as_ref()
            .map(|code| district(&it, code))
            .transpose()?,
        times: (!args.times.is_empty()).then(|| Times {
            weekday: has(args::Time::Weekday),
            evening: has(args::Time::Evening),
            weekend: has(args::Time::Weekend),
        }),
    };
    let catalogue = &it.catalogue;
    let found = rank(
        &it.pack,
        &it.settings,
        &catalogue.occupations,
        &catalogue.courses,
        &wish,
    )
    .map_err(|error| Failure::file(&args.pack, error))?;
    let mut out = String::new();
    for one in found.matches.iter().take(args.limit) {
        out.push_str(&line(&it, &found, one).to_string());
        out.push('\n');
    }
    std::io::stdout()
        .write_all(out.as_bytes())
        .map_err(|error| Failure::output(&error))
}

fn district(it: &Learning, code: &str) -> Result<u8, Failure> {
    let districts = || it.catalogue.places.districts.iter();
    let at = districts().position(|it| it.code == code);
    at.and_then(|at| u8::try_from(at).ok()).ok_or_else(|| {
        let hint = similar::hint(code, districts().map(|it| it.code.as_str()));
        Failure::usage(format!("there is no district `{code}`{hint}"))
    })
}

fn line(it: &Learning, found: &Ranked, one: &Match) -> Value {
    let course = it.catalogue.courses.list.get(one.course);
    let subsidy = match one.paid {
        Paid::At(at) => found.subsidies.get(at).map(|paid| it.subsidy(paid)),
        Paid::NotForIt | Paid::NoRule => None,
    };
    json!({
        "id": course.map(|it| it.id.as_str()),
        "title": course.map(|it| it.title.as_str()),
        "sample": course.map(|it| it.sample),
        "score": one.score,
        "parts": one.parts.iter().map(part).collect::<Vec<_>>(),
        "price": yuan(one.price_fen),
        "subsidy": subsidy,
        "left": one.left_fen.map(|(min, max)| json!({ "min": yuan(min), "max": yuan(max) })),
        "after_rules": one.after_rules,
    })
}

fn part(part: &Part) -> Value {
    let (kind, why) = match part.reason {
        Reason::Occupation(near) => (
            "occupation",
            json!(match near {
                Near::Same => "same",
                Near::Group => "group",
                Near::Other => "other",
                Near::NoWish => "no_wish",
            }),
        ),
        Reason::Level(fit) => (
            "level",
            json!(match fit {
                Fit::Next => "next",
                Fit::Open => "open",
                Fit::Held => "held",
                Fit::Unknown => "unknown",
                Fit::Closed => "closed",
                Fit::NoLevel => "no_level",
            }),
        ),
        Reason::Subsidy {
            sure_fen,
            price_fen,
        } => (
            "subsidy",
            json!({ "sure": yuan(sure_fen), "price": yuan(price_fen) }),
        ),
        Reason::Price { left_fen } => ("price", json!({ "left": yuan(left_fen) })),
        Reason::District(place) => (
            "district",
            json!(match place {
                Place::Wanted => "wanted",
                Place::Online => "online",
                Place::Other => "other",
                Place::NoWish => "no_wish",
            }),
        ),
        Reason::Times(free) => (
            "times",
            json!(match free {
                Free::All => "all",
                Free::Own => "own",
                Free::Some => "some",
                Free::None => "none",
                Free::Unknown => "unknown",
                Free::NoWish => "no_wish",
            }),
        ),
    };
    json!({ "kind": kind, "why": why, "points": part.points, "most": part.most })
}
