//! Versions in time: order, overlaps, gaps, ends.

use super::fault::{At, Faults};
use super::raw::RawProgramme;
use crate::facts::format_date;
use rules::date::Day;

/// How many days before a version's end the checker reminds of it.
const REMIND: Day = 60;

/// Reports overlaps (errors), gaps that nobody declared and ends that draw near (warnings).
/// The versions are already sorted by their first day.
pub(crate) fn check(programme: &RawProgramme, as_of: Day, faults: &mut Faults) {
    for version in &programme.versions {
        if let (Some(from), Some(until)) = (version.from, version.until)
            && until < from
        {
            let message = format!(
                "the version ends on {} before it begins",
                format_date(until)
            );
            faults
                .error("empty-range", &version.until_at, message)
                .also(&version.from_at, "begins here");
        }
    }
    for pair in programme.versions.windows(2) {
        let [earlier, later] = pair else { continue };
        let (a, b) = (&earlier.id.value, &later.id.value);
        match (earlier.until, later.from) {
            (Some(until), Some(from)) if until < from => {
                if until + 1 < from && !declared(programme, Some(until + 1), Some(from - 1)) {
                    warn_of_gap(
                        &later.from_at,
                        &earlier.until_at,
                        until + 1,
                        from - 1,
                        faults,
                    );
                }
            }
            (_, from) => {
                let since = from
                    .map(|from| format!(" from {} on", format_date(from)))
                    .unwrap_or_default();
                let message = format!("the versions `{a}` and `{b}` are both in force{since}");
                let fault = faults.error("overlap", &later.from_at.first_line(), message);
                let help = from
                    .map(|from| format!("let `{a}` end with `until = {}`", format_date(from - 1)));
                fault
                    .label("begins here")
                    .also(&earlier.until_at, "has not ended yet");
                fault.help(
                    help.unwrap_or_else(|| {
                        "only the first version may be without `from`".to_owned()
                    }),
                );
            }
        }
    }
    for gap in &programme.gaps {
        let overlaps = |from: Option<Day>, until: Option<Day>| {
            let starts = gap.from.unwrap_or(Day::MIN) <= until.unwrap_or(Day::MAX);
            starts && from.unwrap_or(Day::MIN) <= gap.until.unwrap_or(Day::MAX)
        };
        if let Some(version) = programme
            .versions
            .iter()
            .find(|v| overlaps(v.from, v.until))
        {
            let message = format!(
                "this gap is no gap: `{}` is in force in it",
                version.id.value
            );
            faults
                .error("overlap", &gap.at, message)
                .also(&version.id.at, "this version");
        }
        if let (Some(from), Some(until)) = (gap.from, gap.until)
            && until < from
        {
            faults.error("empty-range", &gap.at, "the gap ends before it begins");
        }
    }
    if let Some(last) = programme.versions.last()
        && let Some(until) = last.until
    {
        let day = format_date(until);
        let version = &last.id.value;
        if until < as_of {
            if !declared(programme, Some(until + 1), None) {
                let message = format!("`{version}` ended on {day} and nothing follows it");
                faults
                    .warning("ended", &last.until_at, message)
                    .help(declare(until + 1, None));
            }
        } else if until - as_of <= REMIND {
            let message = format!(
                "`{version}` ends in {} days, on {day}, and nothing follows it",
                until - as_of
            );
            faults
                .warning("ends-soon", &last.until_at, message)
                .help("look for its successor");
        }
    }
}

fn warn_of_gap(at: &At, earlier: &At, from: Day, until: Day, faults: &mut Faults) {
    let message = format!(
        "there is no rule from {} to {}",
        format_date(from),
        format_date(until)
    );
    faults
        .warning("gap", at, message)
        .also(earlier, "the version before ends here")
        .help(declare(from, Some(until)));
}

fn declare(from: Day, until: Option<Day>) -> String {
    let until = until
        .map(|until| format!(", until = {}", format_date(until)))
        .unwrap_or_default();
    format!(
        "if that is known, declare it: `[[gaps]]` with from = {}{until} and a text",
        format_date(from)
    )
}

/// Does one declared gap cover all these days?
fn declared(programme: &RawProgramme, from: Option<Day>, until: Option<Day>) -> bool {
    programme.gaps.iter().any(|gap| {
        gap.from.unwrap_or(Day::MIN) <= from.unwrap_or(Day::MIN)
            && until.unwrap_or(Day::MAX) <= gap.until.unwrap_or(Day::MAX)
    })
}
