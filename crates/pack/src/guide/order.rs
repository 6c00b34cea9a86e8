//! The order of tasks.

/// An order in which each item comes after all that must come before it: of those that could
/// come next, always the one that its author wrote first. `after` holds for each item, in the
/// author's order, what must come before it.
///
/// # Errors
/// Items that wait for each other, each for the next and the last for the first. A number that
/// is no item's is as if it were not there.
pub fn order(after: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut placed = vec![false; after.len()];
    let mut order = Vec::with_capacity(after.len());
    let free = |at: usize, placed: &[bool]| {
        let mut before = after.get(at).into_iter().flatten();
        before.all(|earlier| placed.get(*earlier).copied().unwrap_or(true))
    };
    while let Some(next) =
        (0..after.len()).find(|at| placed.get(*at) == Some(&false) && free(*at, &placed))
    {
        if let Some(place) = placed.get_mut(next) {
            *place = true;
        }
        order.push(next);
    }
    match order.len() == after.len() {
        true => Ok(order),
        false => Err(cycle(after, &placed)),
    }
}

/// Every item that is not placed waits for another such: whoever follows them comes back.
fn cycle(after: &[Vec<usize>], placed: &[bool]) -> Vec<usize> {
    let stuck = |at: &usize| placed.get(*at) == Some(&false);
    let mut path: Vec<usize> = (0..after.len()).find(|at| stuck(at)).into_iter().collect();
    while let Some(next) = path
        .last()
        .and_then(|last| after.get(*last)?.iter().copied().find(stuck))
    {
        if let Some(start) = path.iter().position(|seen| *seen == next) {
            return path.split_off(start);
        }
        path.push(next);
    }
    path
}
