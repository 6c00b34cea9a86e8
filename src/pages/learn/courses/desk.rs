//! The index, the facets and the orders of courses, and what a search finds among them.

use super::wanted::{Order, Wanted};
use crate::components::learn::prices::{Mind, Prices};
use crate::state::case::Case;
use crate::state::shelf::Books;
use catalogue::browse::{self, Ask, Column, Facet, Filter, Page, Sort, Value};
use catalogue::kinds;
use catalogue::model::{Course, Courses, Times};
use catalogue::search::{Index, Scratch};
use std::cell::{Cell, RefCell};

/// So many courses are shown at a time.
pub const STEP: usize = 20;

/// The order of the facets: those whose counts are always seen come first, so that a keystroke
/// counts no others.
const COUNTED: [&str; 12] = [
    "shortage",
    "digital",
    "green",
    "district",
    "level",
    "times",
    "price",
    "month",
    "mode",
    "group",
    "grant",
    "occupation",
];
const ALWAYS: usize = 3;

thread_local! {
    /// Built once for a list of courses: it takes longer than a search.
    static INDEX: Cell<Option<(&'static Courses, &'static Index)>> = const { Cell::new(None) };
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// The index of courses.
pub fn index(books: Books) -> Option<&'static Index> {
    let (courses, occupations) = (books.courses()?, books.occupations()?);
    if let Some((of, index)) = INDEX.get()
        && std::ptr::eq(of, courses)
    {
        return Some(index);
    }
    let (places, lexicon) = (books.places()?, books.lexicon()?);
    let index = kinds::courses(courses, occupations, places, lexicon.clone());
    let index: &'static Index = Box::leak(Box::new(index));
    INDEX.set(Some((courses, index)));
    Some(index)
}

/// What courses are filtered and sorted by, for a visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The catalogue's own, `occupation` and `grant`, in the order of [`COUNTED`].
    pub facets: Vec<Facet>,
    net: Vec<u32>,
    start: Vec<u32>,
    hours: Vec<u32>,
    fit: Vec<u32>,
}

impl Desk {
    /// Made anew when prices change, not when something is typed.
    pub fn of(case: Case, books: Books, prices: &Prices) -> Option<Desk> {
        let (courses, occupations) = (books.courses()?, books.occupations()?);
        let list = &courses.list;
        let yuan: Vec<u32> = list.iter().map(|it| it.price_yuan).collect();
        let net = prices.net_yuan(&yuan);
        let mut facets = browse::course_facets(courses, occupations, books.places()?, &net);
        let names = occupations.list.iter().map(|it| Value {
            id: it.code.clone(),
            name: it.name.clone(),
        });
        facets.push(Facet {
            key: "occupation",
            values: names.collect(),
            column: Column::One(list.iter().map(|it| it.occupation).collect()),
        });
        facets.push(grants(case, books, prices, list));
        facets.sort_by_key(|facet| COUNTED.iter().position(|key| *key == facet.key));
        let today = case.date.get();
        let [_, (_, start), (_, hours)] = browse::course_sorts(courses, &net, today);
        Some(Desk {
            facets,
            net,
            start,
            hours,
            fit: prices.places().to_vec(),
        })
    }

    /// A facet and its place by its name.
    pub fn facet(&self, key: &str) -> Option<(usize, &Facet)> {
        self.facets.iter().enumerate().find(|(_, it)| it.key == key)
    }

    /// Searches, filters, sorts, and counts what is seen of the facets: `open` is unfolded.
    pub fn find(&self, index: &Index, wanted: &Wanted, open: Option<&str>) -> Page {
        let filters: Vec<(usize, Filter)> = wanted
            .chosen
            .iter()
            .filter_map(|(key, ids)| {
                let (at, facet) = self.facet(key)?;
                let values: Vec<u16> = ids.iter().filter_map(|id| facet.value(id)).collect();
                (!values.is_empty()).then_some((at, Filter::Any(values)))
            })
            .collect();
        let ask = Ask {
            text: &wanted.query,
            filters: &filters,
            sort: match wanted.order {
                Order::Relevance => Sort::Relevance,
                Order::Fit => Sort::By(&self.fit),
                Order::Price => Sort::By(&self.net),
                Order::Start => Sort::By(&self.start),
                Order::Hours => Sort::By(&self.hours),
            },
            offset: 0,
            limit: wanted.pages * STEP,
        };
        let used = filters.iter().map(|(at, _)| at + 1);
        let open = open.and_then(|key| self.facet(key)).map(|(at, _)| at + 1);
        let seen = used.chain(open).fold(ALWAYS, usize::max);
        let facets = self.facets.get(..seen).unwrap_or(&self.facets);
        SCRATCH.with_borrow_mut(|scratch| browse::browse(index, facets, scratch, &ask))
    }
}

/// By programme: the courses whose certificate it may pay for. Every grant for a certificate is a
/// value, also one that pays this visitor nothing.
fn grants(case: Case, books: Books, prices: &Prices, list: &[Course]) -> Facet {
    let ids = books
        .matching()
        .map(|it| it.certificate.programmes.as_slice());
    let ids = ids.unwrap_or(&[]);
    let bits = (0..list.len()).map(|course| {
        let ids_of = prices.grants(course).map(|it| case.programme_id(it));
        let places = ids_of.filter_map(|id| ids.iter().take(32).position(|known| known == id));
        places.fold(0u32, |bits, at| bits | 1 << at)
    });
    Facet {
        key: "grant",
        column: Column::Many(bits.collect()),
        values: ids.iter().map(|id| Value::plain(id)).collect(),
    }
}

/// What the filters say of what the visitor has in mind: one occupation, one district, times.
pub fn mind(books: Books, wanted: &Wanted) -> Mind {
    let occupation = wanted.only("occupation");
    let district = wanted.only("district").and_then(|code| {
        let districts = &books.places()?.districts;
        let at = districts.iter().position(|it| it.code == code)?;
        u8::try_from(at).ok()
    });
    let times = Times {
        weekday: wanted.has("times", "weekday"),
        evening: wanted.has("times", "evening"),
        weekend: wanted.has("times", "weekend"),
    };
    Mind {
        occupation: occupation.and_then(|code| books.occupations()?.find(code)),
        district,
        times: (times != Times::default()).then_some(times),
    }
}
