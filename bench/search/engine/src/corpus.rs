//! The benchmark's rows as an index with facets.
//!
//! A row is a line with tabs between title, occupation, skills (with `、` between them),
//! provider, district, level and price.

use catalogue::browse::{Ask, Column, Facet, Filter, NONE, Page, Sort, Value, browse};
use catalogue::search::{Builder, Error, FieldSpec, Hits, Index, Lexicon, Query, Scratch};

const FIELDS: [FieldSpec; 4] = [
    field("occupation", 50),
    field("title", 45),
    field("skill", 20),
    field("provider", 15),
];

const fn field(name: &'static str, weight: u16) -> FieldSpec {
    FieldSpec { name, weight }
}

/// Rows that can be searched and filtered.
pub struct Corpus {
    /// Their texts.
    pub index: Index,
    facets: Vec<Facet>,
    scratch: Scratch,
}

/// What is asked: words, and filters by the numbers of values; a negative one is none.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The words.
    pub text: &'a str,
    /// The district's number, by first appearance.
    pub district: i32,
    /// The level's number, by first appearance.
    pub level: i32,
    /// The most that a course may cost.
    pub most: i32,
}

impl Corpus {
    /// Builds the index.
    pub fn build(rows: &str, lexicon: Lexicon) -> Corpus {
        let mut builder = Builder::new(&FIELDS, lexicon);
        let mut texts = Vec::new();
        for row in rows.lines() {
            texts.clear();
            let mut cells = row.split('\t');
            texts.extend(cells.next().map(|title| (1, title)));
            texts.extend(cells.next().map(|occupation| (0, occupation)));
            texts.extend(
                cells
                    .next()
                    .into_iter()
                    .flat_map(|it| it.split('、'))
                    .map(|it| (2, it)),
            );
            texts.extend(cells.next().map(|provider| (3, provider)));
            builder.document(&texts);
        }
        Corpus::with(builder.finish(), rows)
    }

    /// Reads an index that was written; the facets come from the rows.
    ///
    /// # Errors
    /// Bytes that are no index.
    pub fn read(bytes: &[u8], rows: &str) -> Result<Corpus, Error> {
        Ok(Corpus::with(Index::read(bytes)?, rows))
    }

    fn with(index: Index, rows: &str) -> Corpus {
        let prices = column(rows, 6).map(|it| it.parse().unwrap_or(u32::MAX));
        let numbers = prices.collect();
        let bounds = vec![500, 1000, 2000, 5000];
        Corpus {
            index,
            facets: vec![
                facet("district", rows, 4),
                facet("level", rows, 5),
                Facet {
                    key: "price",
                    values: (0..=bounds.len())
                        .map(|n| Value::plain(&n.to_string()))
                        .collect(),
                    column: Column::Number { numbers, bounds },
                },
            ],
            scratch: Scratch::default(),
        }
    }

    /// Finds a page of rows, each with why it was found.
    pub fn search(&mut self, asked: Asked<'_>, limit: usize) -> Hits {
        let is = |facet: usize, document: u32, wanted: i32| match &self.facets[facet].column {
            Column::One(values) => wanted < 0 || i32::from(values[document as usize]) == wanted,
            Column::Number { numbers, .. } => {
                wanted < 0 || numbers[document as usize] <= wanted.unsigned_abs()
            }
            Column::Many(_) => false,
        };
        let keep = |document| {
            is(0, document, asked.district)
                && is(1, document, asked.level)
                && is(2, document, asked.most)
        };
        self.index
            .search(&mut self.scratch, &Query::first(asked.text, limit), &keep)
    }

    /// The same with the counts of all facets, as a page of the site shows them.
    pub fn browse(&mut self, asked: Asked<'_>, limit: usize) -> Page {
        let mut filters = Vec::new();
        for (facet, wanted) in [asked.district, asked.level].into_iter().enumerate() {
            filters.extend(
                u16::try_from(wanted)
                    .ok()
                    .map(|it| (facet, Filter::Any(vec![it]))),
            );
        }
        filters.extend(
            u32::try_from(asked.most)
                .ok()
                .map(|it| (2, Filter::AtMost(it))),
        );
        browse(
            &self.index,
            &self.facets,
            &mut self.scratch,
            &Ask {
                text: asked.text,
                filters: &filters,
                sort: Sort::Relevance,
                offset: 0,
                limit,
            },
        )
    }

    /// The number of a facet's value; -1 for none.
    pub fn value(&self, facet: usize, name: &str) -> i32 {
        self.facets[facet].value(name).map_or(-1, i32::from)
    }
}

/// A column of the rows.
pub fn column(rows: &str, at: usize) -> impl Iterator<Item = &str> {
    rows.lines()
        .map(move |row| row.split('\t').nth(at).unwrap_or(""))
}

fn facet(key: &'static str, rows: &str, at: usize) -> Facet {
    let mut values: Vec<Value> = Vec::new();
    let mut numbers = Vec::new();
    for cell in column(rows, at) {
        let known = values.iter().position(|it| it.id == cell);
        let number = known.unwrap_or_else(|| {
            values.push(Value::plain(cell));
            values.len() - 1
        });
        numbers.push(u16::try_from(number).unwrap_or(NONE));
    }
    Facet {
        key,
        values,
        column: Column::One(numbers),
    }
}
