//! Works the cases: what the rules give against what a person reckoned.

use super::cases::{self, Case, Expected, SCALE};
use super::fault::{At, Fault, Faults, Severity};
use super::files::Files;
use super::raw::{RawProgramme, RawVersion};
use super::shape::suggest;
use crate::facts::{format_date, format_decimal};
use crate::model::Pack;
use rules::eval::{Evaluator, Outcome, Range, Status, Truth};
use rules::program::Programme;

/// Reads `cases/<programme>.csv`, evaluates each line and reports every difference.
pub(crate) fn all(pack: &Pack, files: &Files, raw: &[RawProgramme], faults: &mut Faults) {
    let Ok(mut evaluator) = Evaluator::new(&pack.program) else {
        return;
    };
    let mut worked: Vec<Worked> = raw.iter().map(|_| Worked::default()).collect();
    for file in super::files::of(files, "cases", "csv", faults) {
        let stem = file
            .path
            .trim_start_matches("cases/")
            .trim_end_matches(".csv");
        let Some(index) = raw.iter().position(|programme| programme.id.value == stem) else {
            let known: Vec<&str> = raw
                .iter()
                .map(|programme| programme.id.value.as_str())
                .collect();
            let message = format!("there is no programme `{stem}`");
            let fault = faults.error(
                "unknown-programme",
                &At::new(file, 0..file.text.len()).first_line(),
                message,
            );
            suggest(fault, stem, &known);
            continue;
        };
        let (Some(code), Some(worked)) =
            (pack.program.programmes.get(index), worked.get_mut(index))
        else {
            continue;
        };
        let before = faults.0.len();
        let cases = cases::read(file, pack, faults);
        worked.unreadable = faults.0.len() > before;
        for case in cases {
            let evaluation = evaluator.evaluate(case.date, &case.answers);
            if let Some(outcome) = evaluation.outcomes.get(index) {
                worked.statuses.push(outcome.status);
                worked.versions.extend(outcome.version);
                compare(&case, outcome, code, pack, faults);
            }
        }
    }
    for (programme, worked) in raw.iter().zip(&worked) {
        if !worked.unreadable {
            enough(programme, worked, faults);
        }
    }
}

/// What a programme's cases came to.
#[derive(Default)]
struct Worked {
    statuses: Vec<Status>,
    versions: Vec<usize>,
    /// Some lines have been reported instead.
    unreadable: bool,
}

/// Is there a case that is granted, one that is refused, and one for each version?
fn enough(programme: &RawProgramme, worked: &Worked, faults: &mut Faults) {
    let help = format!("add one to `cases/{}.csv`", programme.id.value);
    let has_rules = |v: &RawVersion| {
        !v.conditions.is_empty() || !v.routes.is_empty() || v.window.is_some() || v.amount.is_some()
    };
    if !programme.versions.iter().any(has_rules) {
        return;
    }
    for (status, word) in [
        (Status::Eligible, "eligible"),
        (Status::Ineligible, "ineligible"),
    ] {
        if !worked.statuses.contains(&status) {
            let message = format!("no worked case of `{}` is {word}", programme.id.value);
            faults
                .error("no-case", &programme.id.at, message)
                .help(&help);
        }
    }
    for (place, version) in programme.versions.iter().enumerate() {
        if !worked.versions.contains(&place) {
            let message = format!("no worked case falls into `{}`", version.id.value);
            faults
                .warning("no-case", &version.id.at, message)
                .help(&help);
        }
    }
}

/// Reports what a case expects and does not get: one fault for each case, with further
/// differences marked beside the first.
///
/// A range wider than the one worked out is wrong too: it says less than is known.
fn compare(case: &Case, outcome: &Outcome, code: &Programme, pack: &Pack, faults: &mut Faults) {
    let differences = case.expected.iter().filter_map(|(expected, at)| {
        let (what, wanted, got) = values(expected, outcome, code);
        (wanted != got).then_some((expected, at, what, wanted, got))
    });
    let differences: Vec<_> = differences.collect();
    let Some((_, at, what, wanted, got)) = differences.first() else {
        return;
    };
    let message = format!(
        "case `{}`: the {what} is {got}, expected {wanted}",
        case.name.value
    );
    let mut fault = Fault::new(Severity::Error, "wrong-case", at, message);
    fault.label(format!("the {what} is {got}"));
    for (_, at, what, _, got) in differences.iter().skip(1) {
        fault.also(at, format!("the {what} is {got}"));
    }
    explain(&mut fault, outcome, code, pack);
    faults.0.push(fault);
}

/// What is compared, what is expected and what came out.
fn values(
    expected: &Expected,
    outcome: &Outcome,
    code: &Programme,
) -> (&'static str, String, String) {
    let version = outcome.version.and_then(|index| code.versions.get(index));
    match expected {
        Expected::Status(status) => (
            "status",
            name(*status).to_owned(),
            name(outcome.status).to_owned(),
        ),
        Expected::Version(id) => (
            "version",
            id.clone(),
            version.map_or("none".to_owned(), |version| version.id.clone()),
        ),
        Expected::Min(value) => (
            "least amount",
            figure(*value),
            range(outcome.amount, |range| range.min),
        ),
        Expected::Max(value) => (
            "largest amount",
            figure(*value),
            range(outcome.amount, |range| range.max),
        ),
        Expected::DueNow(value) => {
            let due = outcome.due_now;
            let got = range(due, |range| range.min);
            let single = due.is_none_or(|range| range.min == range.max);
            let got = if single {
                got
            } else {
                format!("{got} to {}", range(due, |range| range.max))
            };
            ("part that is due", figure(*value), got)
        }
        Expected::ApplyBy(day) => {
            let date = |day: Option<i64>| day.map_or("none".to_owned(), format_date);
            ("last day to apply", date(*day), date(outcome.apply_by))
        }
        Expected::Levels(levels) => {
            let routes = version
                .map(|version| version.routes.as_slice())
                .unwrap_or_default();
            let open = routes
                .iter()
                .zip(&outcome.routes)
                .filter(|(_, truth)| **truth == Truth::Yes);
            let mut open: Vec<u8> = open.filter_map(|(route, _)| route.level).collect();
            open.sort_unstable_by(|a, b| b.cmp(a));
            open.dedup();
            ("levels", list(levels), list(&open))
        }
    }
}

fn name(status: Status) -> &'static str {
    match status {
        Status::Eligible => "eligible",
        Status::Ineligible => "ineligible",
        Status::Undetermined => "undetermined",
        Status::NoRule => "no_rule",
    }
}

fn figure(value: Option<i64>) -> String {
    value.map_or("none".to_owned(), |value| format_decimal(value, SCALE))
}

fn range(range: Option<Range>, end: fn(&Range) -> i64) -> String {
    range.map_or("none".to_owned(), |range| {
        format_decimal(end(&range), range.scale)
    })
}

fn list(levels: &[u8]) -> String {
    let levels: Vec<String> = levels.iter().map(u8::to_string).collect();
    if levels.is_empty() {
        "none".to_owned()
    } else {
        levels.join(" ")
    }
}

/// Adds how the result came about.
fn explain(fault: &mut Fault, outcome: &Outcome, code: &Programme, pack: &Pack) {
    let Some(version) = outcome.version.and_then(|index| code.versions.get(index)) else {
        fault.help("no version covers the date");
        return;
    };
    let mut parts = Vec::new();
    let mut truths = |what: &str, conditions: &[rules::program::Condition], truths: &[Truth]| {
        let each = conditions.iter().zip(truths).map(|(condition, truth)| {
            let truth = match truth {
                Truth::Yes => "yes",
                Truth::No => "no",
                Truth::Unknown => "unknown",
            };
            format!("{} {truth}", condition.id)
        });
        let each: Vec<String> = each.collect();
        if !each.is_empty() {
            parts.push(format!("{what}: {}", each.join(", ")));
        }
    };
    truths("conditions", &version.conditions, &outcome.conditions);
    truths("routes", &version.routes, &outcome.routes);
    let steps = version
        .steps
        .iter()
        .zip(&outcome.steps)
        .map(|(step, range)| {
            let (min, max) = (
                format_decimal(range.min, range.scale),
                format_decimal(range.max, range.scale),
            );
            if min == max {
                format!("{} {min}", step.id)
            } else {
                format!("{} {min} to {max}", step.id)
            }
        });
    let steps: Vec<String> = steps.collect();
    if !steps.is_empty() {
        parts.push(format!("steps: {}", steps.join(", ")));
    }
    let missing = outcome
        .missing
        .iter()
        .filter_map(|slot| pack.program.facts.get(usize::from(slot)));
    let missing: Vec<&str> = missing.map(|fact| fact.id.as_str()).collect();
    if !missing.is_empty() {
        parts.push(format!("not answered: {}", missing.join(", ")));
    }
    fault.help(format!("by `{}`: {}", version.id, parts.join("; ")));
}
