//! What would bring a goal nearer: each change of the settings, tried.

use super::person::{Person, answer, set};
use super::plan::Nearer;
use crate::matching::{Change, Names, Trouble};
use rules::date::{Day, add_months};
use rules::order::sort_few;

/// The changes after which the goal comes sooner than on `best`, those that do so most first.
///
/// `first_day`: the goal's first day for a person, if there is a way.
///
/// # Errors
/// Those of `first_day`.
pub fn nearer(
    names: &Names,
    person: &Person,
    best: Option<Day>,
    first_day: &mut dyn FnMut(&Person) -> Result<Option<Day>, Trouble>,
) -> Result<Vec<Nearer>, Trouble> {
    let mut found = Vec::new();
    for (change, what) in names.what_if.iter().enumerate() {
        let Some(changed) = changed(names, person, what) else {
            continue;
        };
        let Some(day) = first_day(&changed)? else {
            continue;
        };
        if best.is_none_or(|best| day < best) {
            let sooner = best.map(|best| best - day);
            found.push(Nearer {
                change,
                day,
                sooner,
            });
        }
    }
    sort_few(&mut found, |a, b| a.day < b.day);
    Ok(found)
}

/// The person after a change; `None` where it changes nothing or makes no sense for them.
fn changed(names: &Names, person: &Person, change: &Change) -> Option<Person> {
    let says = |(slot, value): &(u16, i64)| answer(&person.answers, *slot) == Some(*value);
    if change.not_with.iter().any(says) {
        return None;
    }
    let mut then = person.clone();
    for (slot, value) in &change.set {
        then.since.retain(|(it, _)| it != slot);
        set(&mut then.answers, *slot, Some(*value));
        if (*slot, *value) == names.working {
            then.works_from = then.works_from.or(Some(person.date));
        }
    }
    if let Some(slot) = change.more {
        let since = then.since.iter_mut().find(|(it, _)| *it == slot);
        match since {
            Some((_, since)) => *since = add_months(*since, -12),
            None => {
                let years = answer(&then.answers, slot)?;
                set(&mut then.answers, slot, Some(years + 1));
            }
        }
    }
    (then != *person).then_some(then)
}
