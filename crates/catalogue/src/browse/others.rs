//! What institutions and majors are filtered by.

use super::facet::{Column, Facet, NONE, Value};
use crate::model::{InstitutionKind, MajorLevel, Majors, Places};

/// The facets of institutions: `kind`, `district`.
pub fn institution_facets(places: &Places) -> Vec<Facet> {
    let list = &places.institutions;
    let kind = |it: InstitutionKind| match it {
        InstitutionKind::TechnicianCollege => 0,
        InstitutionKind::ServicePoint => 1,
        InstitutionKind::AssessmentCentre => 2,
        InstitutionKind::Provider => 3,
    };
    vec![
        Facet {
            key: "kind",
            values: [
                "technician_college",
                "service_point",
                "assessment_centre",
                "provider",
            ]
            .map(Value::plain)
            .to_vec(),
            column: Column::One(list.iter().map(|it| kind(it.kind)).collect()),
        },
        Facet {
            key: "district",
            values: district_values(places),
            column: Column::One(
                list.iter()
                    .map(|it| it.district.map_or(NONE, u16::from))
                    .collect(),
            ),
        },
    ]
}

/// The facets of majors: `level`.
pub fn major_facets(majors: &Majors) -> Vec<Facet> {
    let level = |it: MajorLevel| match it {
        MajorLevel::VocationalSecondary => 0,
        MajorLevel::VocationalAssociate => 1,
        MajorLevel::VocationalBachelor => 2,
        MajorLevel::Bachelor => 3,
    };
    vec![Facet {
        key: "level",
        values: [
            "vocational_secondary",
            "vocational_associate",
            "vocational_bachelor",
            "bachelor",
        ]
        .map(Value::plain)
        .to_vec(),
        column: Column::One(majors.list.iter().map(|it| level(it.level)).collect()),
    }]
}

/// A value for each district, by its place.
pub(super) fn district_values(places: &Places) -> Vec<Value> {
    places
        .districts
        .iter()
        .map(|district| Value {
            id: district.code.clone(),
            name: district.name.clone(),
        })
        .collect()
}
