//! `districts.csv`, `streets.csv` and `institutions.csv`.

use super::sources;
use super::table::{Files, Row, Unique, table};
use super::words::{BODIES, INSTITUTION_KINDS};
use crate::model::{
    Body, District, Institution, InstitutionKind, Places, Point, Source, Street, Table,
};
use pack::source::Faults;
use std::collections::HashMap;

/// Districts, streets and the institutions of the table; providers come with the courses.
pub(crate) fn read(files: &Files, all: &[Source], faults: &mut Faults) -> Places {
    let mut places = Places::default();
    let mut ids = Unique::new("the district");
    for row in table(files, "districts", &["code", "name", "lat", "lon"], faults) {
        let (code, name) = (row.name("code", faults), row.name("name", faults));
        let point = point(&row, faults);
        if ids.add(&code, row.at("code"), faults) {
            places.districts.push(District { code, name, point });
        }
    }
    places.districts.sort_by(|a, b| a.code.cmp(&b.code));
    let districts = district_codes(&places);
    let mut ids = Unique::new("the street");
    for row in table(files, "streets", &["code", "name", "district"], faults) {
        let (code, name) = (row.name("code", faults), row.name("name", faults));
        row.text("district", faults);
        let district = row.reference("district", &districts, "districts", faults);
        if ids.add(&code, row.at("code"), faults)
            && let Some(district) = district
        {
            places.streets.push(Street {
                code,
                name,
                district,
            });
        }
    }
    places.streets.sort_by(|a, b| a.code.cmp(&b.code));
    institutions(files, all, &districts, &mut places, faults);
    places
}

/// A point, or none where both cells are empty.
fn point(row: &Row, faults: &mut Faults) -> Option<Point> {
    let lat = degrees(row, "lat", Point::MAX_LAT_E4, faults);
    let lon = degrees(row, "lon", Point::MAX_LON_E4, faults);
    for (column, other) in [("lat", "lon"), ("lon", "lat")] {
        if row.opt(column).is_empty() && !row.opt(other).is_empty() {
            let message = format!("`{column}` is empty, `{other}` is not");
            let fault = faults.error("empty", &row.at(column), message);
            fault.help("give both, or neither");
        }
    }
    Some(Point {
        lat_e4: lat?,
        lon_e4: lon?,
    })
}

/// Degrees within limits; `None` where the cell is empty or wrong.
fn degrees(row: &Row, column: &str, limit: i32, faults: &mut Faults) -> Option<i32> {
    let text = row.opt(column);
    if text.is_empty() {
        return None;
    }
    let value = ten_thousandths(text).filter(|it| (-limit..=limit).contains(it));
    if value.is_none() {
        let limit = limit / 10_000;
        let message = format!("`{text}` is not a number of degrees from -{limit} to {limit}");
        let fault = faults.error("number", &row.at(column), message);
        fault.help("write it as 31.2304, with four decimals at most");
    }
    value
}

/// `31.18` as 311800.
fn ten_thousandths(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) || whole.len() > 3 || part.len() > 4 {
        return None;
    }
    let number: i32 = format!("{whole}{part:0<4}").parse().ok()?;
    Some(sign * number)
}

/// Where each district stands.
pub(crate) fn district_codes(places: &Places) -> HashMap<String, u8> {
    let codes = places.districts.iter().map(|it| it.code.clone());
    codes.zip(0..=u8::MAX).collect()
}

fn institutions(
    files: &Files,
    all: &[Source],
    districts: &HashMap<String, u8>,
    places: &mut Places,
    faults: &mut Faults,
) {
    let columns = &[
        "id", "name", "kind", "body", "batch", "district", "address", "as_of", "source",
    ];
    let known: HashMap<String, u16> = all
        .iter()
        .map(|it| it.id.clone())
        .zip(0..=u16::MAX)
        .collect();
    let mut cited: Vec<u16> = Vec::new();
    let mut ids = Unique::new("the institution");
    let mut names = Unique::new("the name");
    for row in table(files, "institutions", columns, faults) {
        let (id, name) = (row.name("id", faults), row.name("name", faults));
        let new = ids.add(&id, row.at("id"), faults);
        names.add(&name, row.at("name"), faults);
        row.text("source", faults);
        let source = row.reference("source", &known, "sources", faults);
        let place = source.map(|source| {
            let at = cited.iter().position(|it| *it == source);
            let at = at.unwrap_or_else(|| {
                cited.push(source);
                cited.len() - 1
            });
            u16::try_from(at).unwrap_or(0)
        });
        if !new {
            continue;
        }
        let batch = row.number("batch", 1..=9, faults).unwrap_or(0);
        places.institutions.push(Institution {
            id,
            name,
            kind: row.required_word(
                "kind",
                &INSTITUTION_KINDS,
                InstitutionKind::Provider,
                faults,
            ),
            body: row.word("body", &BODIES, faults).unwrap_or(Body::Unknown),
            batch: u8::try_from(batch).unwrap_or(0),
            district: row.reference("district", districts, "districts", faults),
            address: row.opt("address").to_owned(),
            as_of: row.day("as_of", faults),
            source: place,
            sample: false,
        });
    }
    places.institutions.sort_by(|a, b| a.id.cmp(&b.id));
    let cited = cited.iter().filter_map(|at| all.get(usize::from(*at)));
    places.sources = cited.cloned().collect();
    let areas = sources::of(all, &[Table::Districts, Table::Streets]);
    places.sources.extend(areas);
}
