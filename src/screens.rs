//! How a page is divided into screens in elder mode (docs/elder-mode.md).
//!
//! The browser's side reads a page as a list of items in order (`browser/items.rs`); here it is
//! decided which of them are seen together.

/// A piece of a page that is shown or hidden as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The page's own heading: on every screen.
    Title,
    /// A line of text, as the lead under the title.
    Line,
    /// Anything else that is no screen by itself: a search box, a list, a row of buttons.
    Loose,
    /// A heading that stands above what follows it: 2 for `h2`.
    Heading(u8),
    /// What is a screen by itself, with the level of its first heading (0: it has none).
    Block(u8),
}

/// The screens, each the places of its items in `items`, in order. Every item is on one at least,
/// and there is one screen at least. A title is on all of them; a heading also on those of the
/// blocks that it stands above.
pub fn divide(items: &[Item]) -> Vec<Vec<usize>> {
    let mut screens = vec![Screen::default()];
    // The headings that stand above what comes next, outermost first.
    let mut above: Vec<(usize, u8)> = Vec::new();
    let titles: Vec<usize> = places(items, |item| item == Item::Title);
    for (place, &item) in items.iter().enumerate() {
        let full = screens.last().is_some_and(|now| match item {
            Item::Heading(_) => now.full || now.heading,
            // A heading with a list of its own is a screen; what stands before the first one is not.
            Item::Block(_) => now.full && (now.block || now.heading),
            _ => false,
        });
        if full {
            screens.push(Screen::default());
        }
        let (is_heading, is_block) = match item {
            Item::Heading(_) => (true, false),
            Item::Block(_) => (false, true),
            _ => (false, false),
        };
        if let Item::Heading(level) | Item::Block(level @ 1..) = item {
            above.retain(|(_, known)| *known < level);
        }
        if let Some(now) = screens.last_mut() {
            if is_block {
                now.places.extend(above.iter().map(|(place, _)| *place));
            }
            now.heading |= is_heading;
            now.block |= is_block;
            now.full |= is_block || item == Item::Loose;
            now.places.push(place);
        }
        if let Item::Heading(level) = item {
            above.push((place, level));
        }
    }
    let finish = |screen: Screen| {
        let mut places = screen.places;
        places.extend(&titles);
        // Some few; no need for a sort of its own.
        places_in_order(items.len(), &places)
    };
    screens.into_iter().map(finish).collect()
}

/// A screen that is being filled.
#[derive(Default)]
struct Screen {
    places: Vec<usize>,
    /// Holds a heading of its own.
    heading: bool,
    /// Holds a block.
    block: bool,
    /// Holds more than headings and lines.
    full: bool,
}

fn places(items: &[Item], wanted: impl Fn(Item) -> bool) -> Vec<usize> {
    let all = items.iter().enumerate();
    all.filter(|(_, item)| wanted(**item))
        .map(|(place, _)| place)
        .collect()
}

fn places_in_order(count: usize, places: &[usize]) -> Vec<usize> {
    (0..count).filter(|place| places.contains(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Item::{Block, Heading, Line, Loose, Title};

    #[test]
    fn a_page_of_sections_is_a_screen_each() {
        let page = [Title, Line, Block(2), Block(2), Line, Block(2)];
        let screens = divide(&page);
        assert_eq!(screens, [vec![0, 1, 2], vec![0, 3, 4], vec![0, 5]]);
    }

    #[test]
    fn a_search_box_belongs_to_the_first_screen_and_headings_begin_one() {
        let page = [
            Title,
            Line,
            Loose,
            Block(2),
            Heading(2),
            Line,
            Loose,
            Heading(2),
            Loose,
            Block(2),
        ];
        let screens = divide(&page);
        let wanted = [
            vec![0, 1, 2, 3],
            vec![0, 4, 5, 6],
            vec![0, 7, 8],
            vec![0, 9],
        ];
        assert_eq!(screens, wanted);
    }

    #[test]
    fn a_heading_above_several_cards_stays_in_sight() {
        let page = [
            Title,
            Line,
            Block(2),
            Heading(2),
            Block(3),
            Block(3),
            Loose,
            Heading(2),
            Block(0),
            Block(0),
        ];
        let screens = divide(&page);
        let wanted = [
            vec![0, 1, 2],
            vec![0, 3, 4],
            vec![0, 3, 5, 6],
            vec![0, 7, 8],
            vec![0, 7, 9],
        ];
        assert_eq!(screens, wanted);
        // A card of its own is not under the heading of the group before it.
        assert_eq!(
            divide(&[Title, Heading(2), Block(3), Block(2)]),
            [vec![0, 1, 2], vec![0, 3]]
        );
    }

    #[test]
    fn a_page_without_screens_is_one() {
        assert_eq!(divide(&[]), [Vec::<usize>::new()]);
        assert_eq!(divide(&[Title, Line, Loose, Line]), [vec![0, 1, 2, 3]]);
        assert_eq!(divide(&[Title, Heading(2), Line]), [vec![0, 1, 2]]);
    }

    #[test]
    fn whatever_the_page_nothing_is_lost_and_only_headings_are_seen_twice() {
        const EVERY: [Item; 7] = [
            Title,
            Line,
            Loose,
            Heading(2),
            Heading(3),
            Block(0),
            Block(3),
        ];
        // All pages of up to six items.
        for length in 0..=6_u32 {
            for number in 0..7_usize.pow(length) {
                let mut rest = number;
                let mut page = Vec::new();
                for _ in 0..length {
                    page.push(EVERY[rest % 7]);
                    rest /= 7;
                }
                let screens = divide(&page);
                for (place, item) in page.iter().enumerate() {
                    let seen = screens.iter().filter(|s| s.contains(&place)).count();
                    match item {
                        Title => assert_eq!(seen, screens.len(), "{page:?}"),
                        Heading(_) => assert!(seen >= 1, "{page:?}"),
                        _ => assert_eq!(seen, 1, "{page:?}"),
                    }
                }
                for screen in &screens {
                    assert!(screen.is_sorted(), "{page:?}");
                    let blocks = screen.iter().filter(|p| matches!(page[**p], Block(_)));
                    assert!(blocks.count() <= 1, "{page:?}");
                }
                // In the page's order, whatever is on one screen alone.
                let own: Vec<usize> = screens.iter().flatten().copied().collect();
                let own: Vec<usize> = own
                    .into_iter()
                    .filter(|p| !matches!(page[*p], Title | Heading(_)))
                    .collect();
                assert!(own.is_sorted(), "{page:?}");
            }
        }
    }
}
