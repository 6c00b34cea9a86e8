//! The index and the facets of honours, and what is found with them.

use super::look::{KEYS, Wanted};
use catalogue::browse::{Ask, Facet, Filter, Page, Sort, browse, honour_facets};
use catalogue::kinds;
use catalogue::model::Honours;
use catalogue::search::{Index, Lexicon, Scratch};
use std::cell::OnceCell;

thread_local! {
    /// Made when it is first needed, kept for the visit.
    static DESK: OnceCell<&'static Desk> = const { OnceCell::new() };
}

/// What honours are searched and filtered by.
pub struct Desk {
    index: Index,
    /// In the order of [`KEYS`].
    pub facets: Vec<Facet>,
}

impl Desk {
    /// Made only once a visit.
    pub fn of(honours: &Honours, lexicon: &Lexicon) -> &'static Desk {
        DESK.with(|desk| {
            *desk.get_or_init(|| {
                Box::leak(Box::new(Desk {
                    index: kinds::honours(honours, lexicon.clone()),
                    facets: honour_facets(honours),
                }))
            })
        })
    }

    /// Everybody who is looked for, with counts; without the choice of one key, if one is named.
    pub fn find(&self, wanted: &Wanted, but: Option<usize>) -> Page {
        let chosen = wanted.chosen.iter().enumerate();
        let chosen = chosen.filter(|(key, _)| but != Some(*key));
        let filters: Vec<(usize, Filter)> = chosen
            .filter_map(|(key, value)| {
                let name = KEYS.get(key)?;
                let at = self.facets.iter().position(|facet| facet.key == *name)?;
                Some((at, Filter::Any(vec![(*value)?])))
            })
            .collect();
        let ask = Ask {
            text: &wanted.query,
            filters: &filters,
            sort: Sort::Relevance,
            offset: 0,
            limit: usize::MAX,
        };
        browse(&self.index, &self.facets, &mut Scratch::default(), &ask)
    }
}

/// The people of a page by their places, in the order of the board.
pub fn people(page: &Page) -> Vec<usize> {
    let mut people: Vec<usize> = page.listed.iter().map(|it| it.document as usize).collect();
    people.sort_unstable();
    people
}
