//! Exclusions and caps: who is named, and that the best choice can be found in time.

use super::{Invalid, MAX_GROUPS, MAX_JOINED, at_most};
use crate::eval::components;
use crate::program::{Cap, Program};

/// Checks ids of programmes, exclusions and caps.
pub(super) fn check(program: &Program) -> Result<(), Invalid> {
    let ids = program.programmes.iter().map(|programme| &programme.id);
    if let Some((_, id)) = ids
        .clone()
        .zip(ids.skip(1))
        .find(|(first, second)| first >= second)
    {
        return Err(Invalid::Ids {
            what: "programmes",
            id: id.clone(),
        });
    }
    at_most("exclusions", program.exclusions.len(), MAX_GROUPS)?;
    at_most("caps", program.caps.len(), MAX_GROUPS)?;
    for (group, place) in program.exclusions.iter().zip(1..) {
        if !ascending(group, program) {
            return Err(Invalid::Group {
                group: format!("exclusion {place}"),
            });
        }
    }
    for (place, cap) in program.caps.iter().enumerate() {
        if !ascending(&cap.programmes, program) {
            return Err(Invalid::Group {
                group: cap.id.clone(),
            });
        }
        if cap.max_fen < 0 {
            return Err(Invalid::Cap {
                cap: cap.id.clone(),
            });
        }
        let crossed = program
            .caps
            .iter()
            .take(place)
            .find(|other| cross(cap, other));
        if let Some(other) = crossed {
            return Err(Invalid::CrossingCaps {
                first: other.id.clone(),
                second: cap.id.clone(),
            });
        }
    }
    for component in components(program) {
        let count = component.members.len();
        if !component.is_one_exclusion {
            at_most("grants that exclusions and caps join", count, MAX_JOINED)?;
        }
    }
    Ok(())
}

/// Whether programmes stand in ascending order and exist.
fn ascending(group: &[u16], program: &Program) -> bool {
    let ordered = group
        .iter()
        .zip(group.iter().skip(1))
        .all(|(first, second)| first < second);
    ordered
        && group
            .last()
            .is_none_or(|&last| usize::from(last) < program.programmes.len())
}

/// Whether two caps share a programme and each has one that the other lacks.
fn cross(a: &Cap, b: &Cap) -> bool {
    let shared = a
        .programmes
        .iter()
        .filter(|p| b.programmes.binary_search(p).is_ok())
        .count();
    shared > 0 && shared < a.programmes.len() && shared < b.programmes.len()
}
