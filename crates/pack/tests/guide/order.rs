use pack::guide::order;
use proptest::prelude::*;

/// Every arrangement of so many items, in the order of a dictionary.
fn arrangements(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![vec![]];
    }
    let mut all = Vec::new();
    for shorter in arrangements(n - 1) {
        for at in 0..n {
            let mut longer = shorter.clone();
            longer.insert(at, n - 1);
            all.push(longer);
        }
    }
    all.sort();
    all
}

fn keeps(order: &[usize], after: &[Vec<usize>]) -> bool {
    let place = |item: usize| order.iter().position(|it| *it == item).unwrap();
    (0..after.len()).all(|item| {
        after[item]
            .iter()
            .all(|before| place(*before) < place(item))
    })
}

proptest! {
    /// Of all arrangements that keep to what must come before what, the first of the dictionary.
    #[test]
    fn the_order_is_the_first_of_all_that_are_allowed(
        after in proptest::collection::vec(proptest::collection::vec(0usize..6, 0..3), 0..=6)
    ) {
        let n = after.len();
        let after: Vec<Vec<usize>> = after
            .into_iter()
            .map(|before| before.into_iter().filter(|it| *it < n).collect())
            .collect();
        let first = arrangements(n).into_iter().find(|order| keeps(order, &after));
        match order(&after) {
            Ok(order) => prop_assert_eq!(Some(order), first),
            Err(circle) => {
                prop_assert_eq!(first, None);
                prop_assert!(!circle.is_empty());
                // Each waits for the next, the last for the first.
                for (at, item) in circle.iter().enumerate() {
                    let next = circle[(at + 1) % circle.len()];
                    prop_assert!(after[*item].contains(&next), "{circle:?} in {after:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_free_stays_as_written() {
    assert_eq!(order(&[vec![], vec![], vec![]]), Ok(vec![0, 1, 2]));
    assert_eq!(order(&[vec![2], vec![], vec![]]), Ok(vec![1, 2, 0]));
    assert_eq!(order(&[vec![0]]), Err(vec![0]));
}
