//! `/api/v1/courses`: the browser's own search, run here.

use crate::app::App;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::release::{Live, Searchable};
use crate::request::Query;
use api::courses::{Count, Course, Courses, Facet, Matched, Without};
use axum::Json;
use axum::extract::State;
use catalogue::browse::{self, Ask, Column, Filter, Listed, Page, Sort};
use catalogue::model::Mode;
use catalogue::search::{MAX_LETTERS, Scratch, split_query};
use pack::facts::format_date;
use std::cell::RefCell;
use std::sync::Arc;

/// Courses that words find and filters leave.
///
/// Chinese, pinyin, initials and small typing errors are understood, as in the browser. Every
/// filter takes ids or names separated by commas; `price` also takes a number, as the most.
#[utoipa::path(
    get, path = "/api/v1/courses", tag = "courses",
    params(
        ("q" = Option<String>, Query, description = "What to look for"),
        ("district" = Option<String>, Query, description = "Codes or names of districts"),
        ("level" = Option<String>, Query, description = "Levels, 5 to 1; 0 for none"),
        ("group" = Option<String>, Query, description = "Groups of occupations"),
        ("mode" = Option<String>, Query, description = "classroom, online, blended"),
        ("times" = Option<String>, Query, description = "weekday, evening, weekend"),
        ("price" = Option<String>, Query, description = "The most to pay, in yuan, before any subsidy"),
        ("month" = Option<String>, Query, description = "Months of beginning, 2027-03"),
        ("shortage" = Option<String>, Query, description = "yes or no: occupations on the shortage list"),
        ("digital" = Option<String>, Query, description = "yes or no: digital occupations"),
        ("green" = Option<String>, Query, description = "yes or no: green occupations"),
        ("sort" = Option<String>, Query, description = "relevance, price, start or hours"),
        ("offset" = Option<u32>, Query, description = "How many to pass over", maximum = 100000),
        ("limit" = Option<u32>, Query, description = "How many to give", minimum = 0, maximum = 100),
    ),
    responses(
        (status = 200, body = Courses),
        (status = 404, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn search_courses(
    State(app): State<Arc<App>>,
    query: Query,
) -> Result<Json<Courses>, Problem> {
    let live = app.live.load();
    let catalogue = live.catalogue.as_ref();
    let catalogue = catalogue.ok_or_else(|| Problem::of(Code::NotFound))?;
    let keys = catalogue.facets.iter().map(|it| it.key);
    let names = ["q", "sort", "offset", "limit"].into_iter().chain(keys);
    query.only(&names.collect::<Vec<_>>())?;
    let number = |name, most| query.number(name, 0..=most);
    let sorts = browse::course_sorts(
        &catalogue.courses,
        &catalogue.prices,
        clock::day(clock::now()),
    );
    let text = query.text("q").unwrap_or_default();
    let ask = Ask {
        text,
        filters: &filters(catalogue, &query)?,
        sort: sort(&sorts, query.text("sort"))?,
        offset: usize::try_from(number("offset", 100_000)?.unwrap_or(0)).unwrap_or(0),
        limit: usize::try_from(number("limit", 100)?.unwrap_or(20)).unwrap_or(0),
    };
    Ok(Json(told(&live, catalogue, text, browsed(catalogue, &ask))))
}

thread_local! {
    /// Room for a search, kept for the next one.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

fn browsed(catalogue: &Searchable, ask: &Ask<'_>) -> Page {
    SCRATCH.with_borrow_mut(|scratch| {
        browse::browse(&catalogue.index, &catalogue.facets, scratch, ask)
    })
}

fn filters(catalogue: &Searchable, query: &Query) -> Result<Vec<(usize, Filter)>, Problem> {
    let mut filters = Vec::new();
    for (at, facet) in catalogue.facets.iter().enumerate() {
        let Some(text) = query.text(facet.key).filter(|it| !it.is_empty()) else {
            continue;
        };
        if let Column::Number { .. } = facet.column {
            let most = query.number(facet.key, 0..=10_000_000)?.unwrap_or(0);
            filters.push((at, Filter::AtMost(u32::try_from(most).unwrap_or(0))));
            continue;
        }
        let values = text.split(',').map(|word| {
            facet.value(word).ok_or_else(|| {
                let ids: Vec<&str> = facet.values.iter().map(|it| it.id.as_str()).collect();
                let ids = ids.join(", ");
                Problem::field(
                    facet.key,
                    format!("没有这个值；可用的是 {ids}。"),
                    format!("There is no such value; expected {ids}."),
                )
            })
        });
        filters.push((at, Filter::Any(values.collect::<Result<_, _>>()?)));
    }
    Ok(filters)
}

fn sort<'a>(
    sorts: &'a [(&'static str, Vec<u32>)],
    wanted: Option<&str>,
) -> Result<Sort<'a>, Problem> {
    match wanted {
        None | Some("" | "relevance") => Ok(Sort::Relevance),
        Some(name) => {
            let found = sorts.iter().find(|(key, _)| *key == name);
            let found = found.map(|(_, numbers)| Sort::By(numbers));
            found.ok_or_else(|| {
                Problem::field(
                    "sort",
                    "可用的是 relevance, price, start, hours。",
                    "Expected relevance, price, start or hours.",
                )
            })
        }
    }
}

fn told(live: &Live, catalogue: &Searchable, text: &str, page: Page) -> Courses {
    let (words, _) = split_query(text);
    let listed = page.listed.iter();
    let facets = catalogue.facets.iter().zip(&page.counts);
    let without = page.without.iter();
    Courses {
        total: page.total,
        courses: listed
            .filter_map(|it| course(catalogue, &words, it))
            .collect(),
        facets: facets
            .map(|(facet, counts)| counted(facet, counts))
            .collect(),
        without: without
            .map(|(what, count)| Without {
                key: dropped(catalogue, what).to_owned(),
                count: *count,
            })
            .collect(),
        cut: page.cut || text.chars().count() > MAX_LETTERS,
        pack_hash: live.hash.clone(),
    }
}

/// A facet's values that some row has.
fn counted(facet: &browse::Facet, counts: &[u32]) -> Facet {
    let values = facet.values.iter().zip(counts);
    Facet {
        key: facet.key.to_owned(),
        values: values
            .filter(|(_, count)| **count > 0)
            .map(|(value, count)| Count {
                id: value.id.clone(),
                name: value.name.clone(),
                count: *count,
            })
            .collect(),
    }
}

/// The parameter that could be dropped.
fn dropped(catalogue: &Searchable, what: &browse::Without) -> &'static str {
    match what {
        browse::Without::Text => "q",
        browse::Without::Facet(at) => catalogue.facets.get(*at).map_or("", |it| it.key),
    }
}

fn course(catalogue: &Searchable, words: &[String], listed: &Listed) -> Option<Course> {
    let at = usize::try_from(listed.document).ok()?;
    let course = catalogue.courses.list.get(at)?;
    let occupation = catalogue.occupations.get(course.occupation);
    let places = &catalogue.places;
    let provider = places.institutions.get(usize::from(course.institution));
    let district = places.districts.get(usize::from(course.district));
    let fields = catalogue.index.fields();
    Some(Course {
        id: course.id.clone(),
        title: course.title.clone(),
        occupation: occupation.map(|it| it.code.clone()).unwrap_or_default(),
        occupation_name: occupation.map(|it| it.name.clone()).unwrap_or_default(),
        level: course.level,
        provider: provider.map(|it| it.name.clone()).unwrap_or_default(),
        district: district.map(|it| it.code.clone()).unwrap_or_default(),
        district_name: district.map(|it| it.name.clone()).unwrap_or_default(),
        hours: course.hours,
        price_yuan: course.price_yuan,
        starts_on: course
            .starts_on
            .iter()
            .map(|day| format_date(*day))
            .collect(),
        mode: match course.mode {
            Mode::Classroom => "classroom",
            Mode::Online => "online",
            Mode::Blended => "blended",
        }
        .to_owned(),
        sample: course.sample,
        score: listed.score,
        matched: listed
            .matched
            .iter()
            .map(|it| Matched {
                word: words.get(usize::from(it.word)).cloned().unwrap_or_default(),
                field: fields
                    .get(usize::from(it.field))
                    .map(|it| it.name.to_string())
                    .unwrap_or_default(),
                text: catalogue.index.text(it.term).to_owned(),
                how: it.how.name().to_owned(),
            })
            .collect(),
    })
}
