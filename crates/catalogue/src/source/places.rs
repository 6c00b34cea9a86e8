//! `districts.csv`, `streets.csv` and `institutions.csv`.

use super::sources;
use super::table::{Files, Unique, table};
use super::words::{BODIES, INSTITUTION_KINDS};
use crate::model::{Body, District, Institution, InstitutionKind, Places, Source, Street, Table};
use pack::source::Faults;
use std::collections::HashMap;

/// Districts, streets and the institutions of the table; providers come with the courses.
pub(crate) fn read(files: &Files, all: &[Source], faults: &mut Faults) -> Places {
    let mut places = Places::default();
    let mut ids = Unique::new("the district");
    for row in table(files, "districts", &["code", "name"], faults) {
        let (code, name) = (row.name("code", faults), row.name("name", faults));
        if ids.add(&code, row.at("code"), faults) {
            places.districts.push(District { code, name });
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
