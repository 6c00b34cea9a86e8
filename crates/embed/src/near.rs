//! The word that somebody meant.

/// The word of a list that differs from a given one in at most two letters.
pub fn nearest<'a>(given: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let with_distance = words.into_iter().map(|word| (distance(given, word), word));
    let best = with_distance.min_by_key(|(distance, _)| *distance)?;
    (best.0 <= 2).then_some(best.1)
}

/// How many letters have to be added, dropped or changed.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (at, from) in a.chars().enumerate() {
        let mut left = at + 1;
        let mut diagonal = at;
        let mut next = vec![left];
        for (to, above) in b.chars().zip(row.iter().skip(1)) {
            let changed = diagonal + usize::from(from != to);
            left = changed.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_letters() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("loan", "loan"), 0);
    }

    #[test]
    fn a_slip_is_found_and_another_word_is_not() {
        let words = ["lang", "theme", "accent"];
        assert_eq!(nearest("acent", words), Some("accent"));
        assert_eq!(nearest("color", words), None);
    }
}
