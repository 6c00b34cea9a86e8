//! Sorting in a few hundred bytes.
//!
//! The standard library's sorts are made for long lists, and every use is compiled anew: with
//! the ready-made library 3 kB of WebAssembly each, with the one that the browser's build makes
//! for size still 2 kB (brotli) over all uses. A first visit pays for it.

/// Sorts a short list by insertion; equal items keep their order. Takes time by the square
/// of the list's length.
pub fn sort_few<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut place = end;
        while let Some(last) = place.checked_sub(1)
            && let (Some(item), Some(other)) = (items.get(place), items.get(last))
            && before(item, other)
        {
            items.swap(place, last);
            place = last;
        }
    }
}

/// Sorts a list of any length as a heap; equal items come in any order.
pub fn sort_many<T>(items: &mut [T], before: impl Fn(&T, &T) -> bool) {
    let sink = |items: &mut [T], mut place: usize| {
        loop {
            let (left, right) = (2 * place + 1, 2 * place + 2);
            let mut last = place;
            for child in [left, right] {
                if let (Some(a), Some(b)) = (items.get(last), items.get(child))
                    && before(a, b)
                {
                    last = child;
                }
            }
            if last == place {
                return;
            }
            items.swap(place, last);
            place = last;
        }
    };
    for root in (0..items.len() / 2).rev() {
        sink(items, root);
    }
    for end in (1..items.len()).rev() {
        items.swap(0, end);
        if let Some(rest) = items.get_mut(..end) {
            sink(rest, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_sort_as_the_standard_library_does(items: Vec<(u8, u8)>) {
            let mut sorted = items.clone();
            sorted.sort();
            let (mut few, mut many) = (items.clone(), items.clone());
            sort_few(&mut few, |a, b| a < b);
            sort_many(&mut many, |a, b| a < b);
            prop_assert_eq!(&few, &sorted);
            prop_assert_eq!(&many, &sorted);
        }

        #[test]
        fn equal_items_of_a_short_list_keep_their_order(items: Vec<(u8, u8)>) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0 % 4);
            let mut few = items;
            sort_few(&mut few, |a, b| a.0 % 4 < b.0 % 4);
            prop_assert_eq!(few, sorted);
        }
    }
}
