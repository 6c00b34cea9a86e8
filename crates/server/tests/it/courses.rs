//! Search.

use crate::server_of::{Server, content};
use catalogue::browse::{self, Ask, Filter, Sort};
use catalogue::compact::read_part;
use catalogue::kinds;
use catalogue::model::{Courses, Occupations, Places};
use catalogue::search::{Lexicon, Scratch};

fn part(name: &str) -> &'static [u8] {
    let parts = &content().parts;
    &parts.iter().find(|(it, _)| it == name).unwrap().1
}

#[tokio::test]
async fn words_and_filters_find_what_the_browser_finds_in_its_order() {
    let occupations = read_part::<Occupations>(part("occupations")).unwrap().part;
    let places = read_part::<Places>(part("places")).unwrap().part;
    let courses = read_part::<Courses>(part("courses")).unwrap().part;
    let lexicon = Lexicon::read(part("lexicon")).unwrap();
    let index = kinds::courses(&courses, &occupations, &places, lexicon);
    let prices: Vec<u32> = courses.list.iter().map(|it| it.price_yuan).collect();
    let facets = browse::course_facets(&courses, &occupations, &places, &prices);
    let district = facets.iter().position(|it| it.key == "district").unwrap();
    let pudong = facets[district].value("310115").unwrap();
    let server = Server::new().await;
    for (text, query, filters) in [
        ("电工", "", vec![]),
        ("diangong", "", vec![]),
        (
            "dg",
            "&district=310115",
            vec![(district, Filter::Any(vec![pudong]))],
        ),
        (
            "dg",
            "&district=%E6%B5%A6%E4%B8%9C%E6%96%B0%E5%8C%BA",
            vec![(district, Filter::Any(vec![pudong]))],
        ),
    ] {
        let page = browse::browse(
            &index,
            &facets,
            &mut Scratch::default(),
            &Ask {
                text,
                filters: &filters,
                sort: Sort::Relevance,
                offset: 1,
                limit: 7,
            },
        );
        let expected: Vec<&str> = page
            .listed
            .iter()
            .map(|it| courses.list[it.document as usize].id.as_str())
            .collect();
        let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let path = format!("/api/v1/courses?q={encoded}&offset=1&limit=7{query}");
        let found = server.get(&path).await.json();
        let ids: Vec<&str> = found["courses"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, expected, "{text}{query}");
        assert_eq!(found["total"], page.total, "{text}{query}");
        assert!(!ids.is_empty(), "{text}{query}");
    }
}

#[tokio::test]
async fn prices_are_sorted_and_capped() {
    let server = Server::new().await;
    let found = server
        .get("/api/v1/courses?price=2000&sort=price&limit=100")
        .await
        .json();
    let prices: Vec<u64> = found["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["price_yuan"].as_u64().unwrap())
        .collect();
    assert!(prices.len() > 10 && prices.is_sorted() && prices.iter().all(|it| *it <= 2000));
}

#[tokio::test]
async fn if_nothing_is_found_it_says_what_to_drop() {
    let server = Server::new().await;
    let found = server.get("/api/v1/courses?q=dg&price=0").await.json();
    assert_eq!(found["total"], 0);
    let without: Vec<&str> = found["without"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["key"].as_str().unwrap())
        .collect();
    assert!(without.contains(&"price"), "{found}");
}

#[tokio::test]
async fn a_wrong_parameter_is_named_in_the_callers_language() {
    let server = Server::new().await;
    for (query, at, en) in [
        (
            "districts=1",
            "districts",
            "There is no such parameter; expected q, sort, offset, limit, district, level, group, mode, times, price, month, shortage, digital, green.",
        ),
        (
            "mode=remote",
            "mode",
            "There is no such value; expected classroom, online, blended.",
        ),
        (
            "limit=101",
            "limit",
            "Expected a whole number from 0 to 100.",
        ),
        (
            "price=free",
            "price",
            "Expected a whole number from 0 to 10000000.",
        ),
        (
            "sort=best",
            "sort",
            "Expected relevance, price, start or hours.",
        ),
        ("q=a&q=b", "q", "This parameter stands twice."),
    ] {
        let path = format!("/api/v1/courses?{query}");
        let answer = server
            .get_with(&path, &[("accept-language", "en-GB")])
            .await;
        assert_eq!(answer.status, 422, "{query}");
        let problem = answer.json();
        assert_eq!(
            (
                problem["errors"][0]["at"].as_str(),
                problem["errors"][0]["detail"].as_str()
            ),
            (Some(at), Some(en))
        );
    }
}
