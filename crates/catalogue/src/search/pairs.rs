//! Every pair of neighbouring characters, and where it stands.

use super::alphabet::END;
use super::wire::small;

/// Places of pairs of characters. The last character of a term pairs with [`END`], so the
/// pairs that begin with a character lead to all its places.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    /// Where the pairs of each first character begin in `seconds`; one more at the end.
    firsts: Vec<u32>,
    /// Second characters, ascending within a first one.
    seconds: Vec<u16>,
    /// Where the places of each pair begin in `places`; one more at the end.
    starts: Vec<u32>,
    /// Positions of first characters, ascending within a pair.
    places: Vec<u32>,
}

impl Pairs {
    /// Sorts the positions of `ids` by the pair that begins there. `alphabet` is the number of
    /// characters.
    pub(super) fn of(ids: &[u16], alphabet: usize) -> Pairs {
        let all: Vec<u32> = (0..small(ids.len()))
            .filter(|at| id(ids, *at) != END)
            .collect();
        // Counting sort by the second, then (stable) by the first character.
        let by_second = sorted(&all, alphabet, &|at| id(ids, at + 1));
        let places = sorted(&by_second, alphabet, &|at| id(ids, at));
        let mut pairs = Pairs::default();
        let mut before = None;
        for (rank, place) in places.iter().enumerate() {
            let pair = (id(ids, *place), id(ids, place + 1));
            if before != Some(pair) {
                while pairs.firsts.len() <= usize::from(pair.0) {
                    pairs.firsts.push(small(pairs.seconds.len()));
                }
                pairs.seconds.push(pair.1);
                pairs.starts.push(small(rank));
                before = Some(pair);
            }
        }
        while pairs.firsts.len() <= alphabet {
            pairs.firsts.push(small(pairs.seconds.len()));
        }
        pairs.starts.push(small(places.len()));
        pairs.places = places;
        pairs
    }

    /// The pairs that begin with a character, as numbers of pairs.
    pub(super) fn beginning(&self, first: u16) -> core::ops::Range<usize> {
        let at = usize::from(first);
        match (self.firsts.get(at), self.firsts.get(at + 1)) {
            (Some(from), Some(to)) => *from as usize..*to as usize,
            _ => 0..0,
        }
    }

    /// A pair's second character.
    pub(super) fn second(&self, pair: usize) -> u16 {
        self.seconds.get(pair).copied().unwrap_or(END)
    }

    /// A pair's places.
    pub(super) fn places(&self, pair: usize) -> &[u32] {
        self.slice(pair, pair + 1)
    }

    /// Every place of a character: pair by pair, not ascending.
    pub(super) fn all(&self, first: u16) -> &[u32] {
        let pairs = self.beginning(first);
        self.slice(pairs.start, pairs.end)
    }

    /// The places of two neighbouring characters.
    pub(super) fn of_two(&self, first: u16, second: u16) -> &[u32] {
        let range = self.beginning(first);
        let from = range.start;
        match self
            .seconds
            .get(range)
            .unwrap_or(&[])
            .binary_search(&second)
        {
            Ok(at) => self.places(from + at),
            Err(_) => &[],
        }
    }

    fn slice(&self, from: usize, to: usize) -> &[u32] {
        match (self.starts.get(from), self.starts.get(to)) {
            (Some(from), Some(to)) => self.places.get(*from as usize..*to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

fn id(ids: &[u16], at: u32) -> u16 {
    ids.get(at as usize).copied().unwrap_or(END)
}

/// Positions by a key below `keys`; equal keys keep their order.
fn sorted(positions: &[u32], keys: usize, key: &dyn Fn(u32) -> u16) -> Vec<u32> {
    let mut next = vec![0u32; keys + 1];
    for position in positions {
        if let Some(count) = next.get_mut(usize::from(key(*position)) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut out = vec![0u32; positions.len()];
    for position in positions {
        if let Some(at) = next.get_mut(usize::from(key(*position)))
            && let Some(slot) = out.get_mut(*at as usize)
        {
            *slot = *position;
            *at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_lead_to_their_places() {
        // Two terms: 1 2 1, and 2 1 2.
        let ids = [1, 2, 1, END, 2, 1, 2, END];
        let pairs = Pairs::of(&ids, 3);
        assert_eq!(pairs.of_two(1, 2), [0, 5]);
        assert_eq!(pairs.of_two(2, 1), [1, 4]);
        assert_eq!(pairs.of_two(1, END), [2]);
        assert_eq!(pairs.of_two(1, 1), [] as [u32; 0]);
        assert_eq!(pairs.all(2), [6, 1, 4]);
        assert_eq!(pairs.all(7), [] as [u32; 0]);
        assert_eq!(pairs.of_two(u16::MAX, u16::MAX), [] as [u32; 0]);
    }
}
