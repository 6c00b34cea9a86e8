//! What a programme's kind asks of its versions, and names within a version.

use super::fault::{At, Faults};
use super::node::Str;
use super::questions::unique;
use super::raw::{RawProgramme, RawVersion};
use rules::program::{Kind, Unit};

/// Checks units, amounts, levels and ids of all versions. `names` are those of
/// questions and definitions, which steps may not take.
pub(crate) fn check(programme: &RawProgramme, names: &[&Str], faults: &mut Faults) {
    for version in &programme.versions {
        check_names(version, names, faults);
        check_amount(programme.kind, version, faults);
        for route in &version.routes {
            match (programme.kind, route.level) {
                (Kind::Levels, None) => {
                    let fault =
                        faults.error("missing-field", &route.id.at, "this route names no level");
                    fault.help("add `level = 4`: the level that it opens");
                }
                (Kind::Levels, Some(_)) | (_, None) => {}
                (_, Some(_)) => {
                    let message = "only programmes of kind `levels` have routes with a level";
                    faults.error("bad-kind", &route.id.at, message);
                }
            }
        }
    }
}

fn check_names(version: &RawVersion, names: &[&Str], faults: &mut Faults) {
    for (place, step) in version.steps.iter().enumerate() {
        let earlier = version.steps.iter().take(place).map(|step| &step.id);
        unique(
            &step.id,
            names.iter().copied().chain(earlier),
            "name",
            faults,
        );
    }
    let rules: Vec<&Str> = version
        .conditions
        .iter()
        .chain(&version.routes)
        .map(|rule| &rule.id)
        .collect();
    for (place, id) in rules.iter().enumerate() {
        unique(id, rules.iter().take(place).copied(), "condition", faults);
        if id.value == "window" && version.window.is_some() {
            let fault = faults.error(
                "duplicate-id",
                &id.at,
                "`window` is the condition that `[versions.window]` adds",
            );
            fault.help("choose another id");
        }
    }
}

fn check_amount(kind: Kind, version: &RawVersion, faults: &mut Faults) {
    let Some(amount) = &version.amount else {
        if let Some((text, _)) = &version.due_now {
            faults.error(
                "bad-kind",
                &text.at,
                "a part is due, but there is no amount",
            );
        }
        return;
    };
    let at: &At = &amount.cited.at;
    let wanted = match kind {
        Kind::Grant | Kind::LoanLimit | Kind::EmployerFloor => Unit::Yuan,
        Kind::Points => Unit::Points,
        Kind::Eligibility | Kind::Levels => {
            let fault = faults.error("bad-kind", at, "a programme of this kind has no amount");
            fault.help("take it out, or choose another `kind`");
            return;
        }
    };
    let due = version.due_now.as_ref().map_or(wanted, |(_, unit)| *unit);
    if amount.unit != wanted || due != wanted {
        let word = if wanted == Unit::Points {
            "points"
        } else {
            "yuan"
        };
        let message = format!("an amount of this kind is counted in {word}");
        faults
            .error("bad-unit", at, message)
            .help(format!("write `unit = \"{word}\"`"));
    }
}
