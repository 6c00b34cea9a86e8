//! `bazhu search`: what a catalogue has, one line of JSON a hit.

use crate::args::{Kind, Search};
use crate::catalogue_file;
use crate::failure::Failure;
use crate::pack_file;
use catalogue::Catalogue;
use catalogue::browse::{self, Ask, Column, Facet, Filter, Page, Sort, Without};
use catalogue::kinds;
use catalogue::search::{Index, Lexicon, Match, Scratch, split_query};
use report::similar;
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;

/// Prints the hits; what is worth knowing besides goes to standard error.
pub fn run(args: &Search, colour: bool) -> Result<(), Failure> {
    let searched = Searched::open(&args.pack, args.kind, colour)?;
    let filters = args
        .filter
        .iter()
        .map(|filter| searched.filter(filter))
        .collect::<Result<Vec<_>, _>>()?;
    let text = args.query.join(" ");
    let page = browse::browse(
        &searched.index,
        &searched.facets,
        &mut Scratch::default(),
        &Ask {
            text: &text,
            filters: &filters,
            sort: Sort::Relevance,
            offset: args.offset,
            limit: args.limit,
        },
    );
    let (words, _) = split_query(&text);
    let mut out = String::new();
    for listed in &page.listed {
        let mut line = Map::new();
        let (id, name, sample) = searched.record(listed.document);
        line.insert("id".into(), id.into());
        line.insert("name".into(), name.into());
        line.insert("score".into(), listed.score.into());
        if sample {
            line.insert("sample".into(), true.into());
        }
        let matched = listed
            .matched
            .iter()
            .map(|it| searched.explained(it, &words));
        line.insert("matched".into(), matched.collect());
        out.push_str(&Value::Object(line).to_string());
        out.push('\n');
    }
    tell(&searched, &page);
    std::io::stdout()
        .write_all(out.as_bytes())
        .map_err(|error| Failure::output(&error))
}

/// Says on standard error what no hit can say.
fn tell(searched: &Searched, page: &Page) {
    if page.cut {
        eprintln!("note: the query is too long; only its beginning was looked at");
    }
    if page.total > 0 {
        return;
    }
    eprintln!("note: nothing is found");
    for (what, count) in &page.without {
        let what = match what {
            Without::Text => "any words",
            Without::Facet(at) => searched.facets.get(*at).map_or("", |facet| facet.key),
        };
        eprintln!("note: without {what}: {count}");
    }
}

/// An index with what can be filtered by and the records behind it.
struct Searched {
    index: Index,
    facets: Vec<Facet>,
    /// Id, name, and whether it is made up for demonstration.
    records: Vec<(String, String, bool)>,
}

impl Searched {
    fn open(path: &Path, kind: Kind, colour: bool) -> Result<Searched, Failure> {
        if kind == Kind::Programme {
            return Searched::programmes(path, colour);
        }
        let catalogue = load(path, colour)?;
        let lexicon = kinds::lexicon(&catalogue);
        Ok(Searched::of(&catalogue, kind, lexicon))
    }

    fn programmes(path: &Path, colour: bool) -> Result<Searched, Failure> {
        let (pack, _) = pack_file::open(path, colour)?;
        let ids = pack.program.programmes.iter().map(|it| it.id.clone());
        let names = pack.programmes.iter().map(|it| it.title.zh.clone());
        Ok(Searched {
            index: kinds::programmes(&pack, kinds::programme_lexicon(&pack)),
            facets: Vec::new(),
            records: ids.zip(names).map(|(id, name)| (id, name, false)).collect(),
        })
    }

    fn of(catalogue: &Catalogue, kind: Kind, lexicon: Lexicon) -> Searched {
        let Catalogue {
            occupations,
            places,
            courses,
            majors,
            honours,
            ..
        } = catalogue;
        match kind {
            Kind::Course => {
                let prices: Vec<u32> = courses.list.iter().map(|it| it.price_yuan).collect();
                Searched {
                    index: kinds::courses(courses, occupations, places, lexicon),
                    facets: browse::course_facets(courses, occupations, places, &prices),
                    records: records(&courses.list, |it| (&it.id, &it.title, it.sample)),
                }
            }
            Kind::Institution => Searched {
                index: kinds::institutions(places, lexicon),
                facets: browse::institution_facets(places),
                records: records(&places.institutions, |it| (&it.id, &it.name, it.sample)),
            },
            Kind::Major => Searched {
                index: kinds::majors(majors, lexicon),
                facets: browse::major_facets(majors),
                records: records(&majors.list, |it| (&it.code, &it.name, false)),
            },
            Kind::Honour => Searched {
                index: kinds::honours(honours, lexicon),
                facets: browse::honour_facets(honours),
                records: records(&honours.people, |it| (&it.id, &it.name, false)),
            },
            // Programmes are opened elsewhere.
            Kind::Occupation | Kind::Programme => Searched {
                index: kinds::occupations(occupations, lexicon),
                facets: browse::occupation_facets(occupations),
                records: records(&occupations.list, |it| (&it.code, &it.name, false)),
            },
        }
    }

    fn record(&self, document: u32) -> (&str, &str, bool) {
        self.records
            .get(document as usize)
            .map_or(("", "", false), |(id, name, sample)| (id, name, *sample))
    }

    /// Why a word found a document.
    fn explained(&self, matched: &Match, words: &[String]) -> Value {
        let field = self.index.fields().get(usize::from(matched.field));
        let mut it = Map::new();
        let word = words.get(usize::from(matched.word));
        it.insert("word".into(), word.map_or("", String::as_str).into());
        it.insert("field".into(), field.map_or("", |it| &it.name).into());
        it.insert("text".into(), self.index.text(matched.term).into());
        if let Some(synonym) = matched.synonym {
            it.insert("synonym".into(), self.index.text(synonym).into());
        }
        it.insert("how".into(), matched.how.name().into());
        it.insert("place".into(), matched.place.name().into());
        it.insert(
            "points".into(),
            json!({
                "field": matched.for_field,
                "how": matched.for_how,
                "place": matched.for_place,
                "cover": matched.for_cover,
            }),
        );
        Value::Object(it)
    }

    /// Reads `district=310115,浦东新区` or `price=2000`.
    fn filter(&self, text: &str) -> Result<(usize, Filter), Failure> {
        let (key, values) = text.split_once('=').ok_or_else(|| {
            Failure::usage(format!(
                "`--filter {text}`: expected a key, `=` and a value"
            ))
        })?;
        let keys = || self.facets.iter().map(|it| it.key);
        let Some((at, facet)) = self.facets.iter().enumerate().find(|(_, it)| it.key == key) else {
            let has = match keys().collect::<Vec<_>>().join(", ") {
                none if none.is_empty() => "; this kind has no filters".to_owned(),
                keys => format!("; this kind has {keys}"),
            };
            return Err(Failure::usage(format!(
                "there is no filter `{key}`{has}{}",
                similar::hint(key, keys())
            )));
        };
        if let Column::Number { .. } = facet.column {
            let most = values.parse().map_err(|_| {
                Failure::usage(format!("`{key}={values}`: expected a whole number"))
            })?;
            return Ok((at, Filter::AtMost(most)));
        }
        let value = |word: &str| {
            facet.value(word).ok_or_else(|| {
                let ids = facet.values.iter().map(|it| it.id.as_str());
                let names = facet.values.iter().map(|it| it.name.as_str());
                let known: Vec<&str> = ids.clone().collect();
                let hint = match similar::hint(word, names.chain(ids)) {
                    none if none.is_empty() && known.len() <= 12 => {
                        format!("; it may be {}", known.join(", "))
                    }
                    hint => hint,
                };
                Failure::usage(format!("`{key}` has no value `{word}`{hint}"))
            })
        };
        let values = values.split(',').map(value).collect::<Result<_, _>>()?;
        Ok((at, Filter::Any(values)))
    }
}

fn records<T>(
    list: &[T],
    of: impl Fn(&T) -> (&String, &String, bool),
) -> Vec<(String, String, bool)> {
    list.iter()
        .map(|it| {
            let (id, name, sample) = of(it);
            (id.clone(), name.clone(), sample)
        })
        .collect()
}

/// The catalogue of a pack's source folder.
fn load(path: &Path, colour: bool) -> Result<Catalogue, Failure> {
    pack_file::folder(path)?;
    catalogue_file::load(path, colour)?.ok_or_else(|| {
        Failure::usage(format!(
            "{}: there is no folder `{}` in it",
            path.display(),
            catalogue::source::FOLDER
        ))
    })
}
