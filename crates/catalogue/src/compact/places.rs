//! Columns of [`Places`].

use super::columns::{Reader, Writer, length, narrow, optional, place, read_optional, value};
use crate::model::{Body, District, Institution, InstitutionKind, Places, Point, Street};

const KINDS: [InstitutionKind; 4] = [
    InstitutionKind::Provider,
    InstitutionKind::TechnicianCollege,
    InstitutionKind::ServicePoint,
    InstitutionKind::AssessmentCentre,
];
const BODIES: [Body; 6] = [
    Body::Unknown,
    Body::VocationalUniversity,
    Body::VocationalCollege,
    Body::VocationalSchool,
    Body::Enterprise,
    Body::PublicOffice,
];

pub(super) fn encode(it: &Places, to: &mut Writer) {
    to.numbers([
        length(&it.districts),
        length(&it.streets),
        length(&it.institutions),
    ]);
    to.ids(it.districts.iter().map(|it| it.code.as_str()));
    to.texts(it.districts.iter().map(|it| it.name.as_str()));
    let points = || it.districts.iter().map(|it| it.point);
    to.numbers(points().map(|it| coordinate(it.map(|it| it.lat_e4), Point::MAX_LAT_E4)));
    to.numbers(points().map(|it| coordinate(it.map(|it| it.lon_e4), Point::MAX_LON_E4)));
    to.ids(it.streets.iter().map(|it| it.code.as_str()));
    to.texts(it.streets.iter().map(|it| it.name.as_str()));
    to.near(it.streets.iter().map(|it| it.district.into()));
    let all = &it.institutions;
    to.ids(all.iter().map(|it| it.id.as_str()));
    to.texts(all.iter().map(|it| it.name.as_str()));
    to.texts(all.iter().map(|it| it.address.as_str()));
    to.numbers(all.iter().map(|it| {
        let kind = place(&KINDS, &it.kind) + 4 * place(&BODIES, &it.body);
        u32::from(it.sample) + 2 * (kind + 24 * u32::from(it.batch))
    }));
    to.numbers(all.iter().map(|it| optional(it.district.map(u32::from))));
    to.numbers(all.iter().map(|it| optional(it.source.map(u32::from))));
    // Days before 1970 are none that an address is known of.
    to.near(
        all.iter()
            .map(|it| it.as_of.map_or(0, |day| u32::try_from(day).unwrap_or(0))),
    );
    to.sources(&it.sources);
}

/// 0 for none, otherwise one more than how far it is from the least, which is below zero.
fn coordinate(e4: Option<i32>, limit: i32) -> u32 {
    optional(e4.map(|e4| e4.clamp(-limit, limit).abs_diff(-limit)))
}

/// What [`coordinate`] wrote.
fn read_coordinate(number: u32, limit: i32) -> Option<Option<i32>> {
    let Some(above) = read_optional::<i32>(number)? else {
        return Some(None);
    };
    let e4 = above.checked_sub(limit)?;
    (e4 <= limit).then_some(Some(e4))
}

pub(super) fn decode(from: &mut Reader) -> Option<Places> {
    let sizes: Vec<usize> = from.numbers(3)?.map(|size| size as usize).collect();
    let [districts, streets, institutions] = sizes.try_into().ok()?;
    let codes = from.ids(districts)?;
    let mut names = from.texts(districts)?;
    let mut norths = from.numbers(districts)?;
    let mut easts = from.numbers(districts)?;
    let districts = codes.map(|code| {
        let lat = read_coordinate(norths.next()?, Point::MAX_LAT_E4)?;
        let lon = read_coordinate(easts.next()?, Point::MAX_LON_E4)?;
        let point = match (lat, lon) {
            (Some(lat_e4), Some(lon_e4)) => Some(Point { lat_e4, lon_e4 }),
            (None, None) => None,
            _ => return None,
        };
        Some(District {
            code,
            name: names.next()?,
            point,
        })
    });
    let districts = districts.collect::<Option<Vec<District>>>()?;
    let known = |at: &u8| u32::from(*at) < length(&districts);
    let codes = from.ids(streets)?.zip(from.texts(streets)?);
    let streets = codes.zip(from.near(streets)?).map(|((code, name), at)| {
        Some(Street {
            code,
            name,
            district: narrow(at).filter(known)?,
        })
    });
    let streets = streets.collect::<Option<Vec<Street>>>()?;
    let count = institutions;
    let ids = from.ids(count)?;
    let mut names = from.texts(count)?;
    let mut addresses = from.texts(count)?;
    let mut kinds = from.numbers(count)?;
    let mut at = from.numbers(count)?;
    let mut cited = from.numbers(count)?;
    let mut days = from.near(count)?;
    let sources = from.sources()?;
    let institutions = ids.map(|id| {
        let kind = kinds.next()?;
        let district = read_optional(at.next()?)?;
        let source: Option<u16> = read_optional(cited.next()?)?;
        if !district.iter().all(known) || source.is_some_and(|at| usize::from(at) >= sources.len())
        {
            return None;
        }
        Some(Institution {
            id,
            name: names.next()?,
            address: addresses.next()?,
            sample: kind % 2 == 1,
            kind: value(&KINDS, kind / 2 % 4)?,
            body: value(&BODIES, kind / 8 % 6)?,
            batch: narrow(kind / 48)?,
            district,
            source,
            as_of: match days.next()? {
                0 => None,
                day => Some(day.into()),
            },
        })
    });
    let institutions = institutions.collect::<Option<Vec<Institution>>>()?;
    Some(Places {
        districts,
        streets,
        institutions,
        sources,
    })
}
