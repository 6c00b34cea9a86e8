//! Districts, streets and institutions.

use super::Source;
use rules::date::Day;

/// Districts, streets and institutions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Sorted by code.
    pub districts: Vec<District>,
    /// Sorted by code.
    pub streets: Vec<Street>,
    /// Sorted by id.
    pub institutions: Vec<Institution>,
    /// Of these three.
    pub sources: Vec<Source>,
}

impl Places {
    /// The place of an institution by its id.
    pub fn find(&self, id: &str) -> Option<u16> {
        let at = self
            .institutions
            .binary_search_by(|it| it.id.as_str().cmp(id))
            .ok()?;
        u16::try_from(at).ok()
    }

    /// The districts whose points are known, nearest first, each with its place and the whole
    /// kilometres to its point.
    pub fn nearest(&self, from: Point) -> Vec<(u8, u32)> {
        let known = (0..=u8::MAX).zip(&self.districts);
        let far = known.filter_map(|(at, it)| Some((at, it.point?.kilometres(from))));
        let mut far: Vec<(u8, u32)> = far.collect();
        far.sort_by_key(|(_, kilometres)| *kilometres);
        far
    }
}

/// A district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// `310101`.
    pub code: String,
    /// `黄浦区`.
    pub name: String,
    /// A point in its middle or at its seat, where known: for estimating distances.
    pub point: Option<Point>,
}

/// A point on the earth, in ten-thousandths of a degree (11 m from north to south).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// North of the equator.
    pub lat_e4: i32,
    /// East of Greenwich.
    pub lon_e4: i32,
}

impl Point {
    /// The farthest north or south.
    pub const MAX_LAT_E4: i32 = 900_000;
    /// The farthest east or west.
    pub const MAX_LON_E4: i32 = 1_800_000;

    /// Whole kilometres to another point, rounded: on a plane, with degrees as long as they are
    /// at 31.2° north. Good to a kilometre within Shanghai; far off it only says "far".
    pub fn kilometres(self, other: Point) -> u32 {
        // Metres; `long` are those of a degree. At most 4 · 10⁷, of which the square fits.
        let apart = |a: i32, b: i32, long: u64| u64::from(a.abs_diff(b)) * long / 10_000;
        // 111.195 km a degree on a sphere of 6371 km; times cos 31.2° = 0.85536 it is 95.112 km.
        let north = apart(self.lat_e4, other.lat_e4, 111_195);
        let east = apart(self.lon_e4, other.lon_e4, 95_112);
        let metres = (north * north + east * east).isqrt();
        u32::try_from((metres + 500) / 1_000).unwrap_or(u32::MAX)
    }
}

/// A street or town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Street {
    /// `310101002`.
    pub code: String,
    /// `南京东路街道`.
    pub name: String,
    /// A place in [`Places::districts`].
    pub district: u8,
}

/// What an institution is here for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstitutionKind {
    /// A new-type technician college (新型技师学院).
    TechnicianCollege,
    /// A district's service point (区就业促进中心).
    ServicePoint,
    /// The city's assessment centre (市职业技能鉴定中心).
    AssessmentCentre,
    /// It offers courses.
    Provider,
}

/// What sort of body an institution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// 职业本科.
    VocationalUniversity,
    /// 高职.
    VocationalCollege,
    /// 中职.
    VocationalSchool,
    /// 企业.
    Enterprise,
    /// An office.
    PublicOffice,
    /// Not known.
    Unknown,
}

/// An institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Stable name, for addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is here for.
    pub kind: InstitutionKind,
    /// What sort of body it is.
    pub body: Body,
    /// Of the technician colleges: 1 or 2; otherwise 0.
    pub batch: u8,
    /// A place in [`Places::districts`], where known.
    pub district: Option<u8>,
    /// May be empty.
    pub address: String,
    /// The day on which the address was right; show a warning to call first when it is long ago.
    pub as_of: Option<Day>,
    /// A place in [`Places::sources`]; none for providers of courses.
    pub source: Option<u16>,
    /// Made up for demonstration: show 示例数据 beside it.
    pub sample: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const XUHUI: Point = Point {
        lat_e4: 311_800,
        lon_e4: 1_214_375,
    };
    const CHONGMING: Point = Point {
        lat_e4: 316_441,
        lon_e4: 1_215_685,
    };

    #[test]
    fn kilometres_as_worked_out_by_hand() {
        // North 0.4641° · 111.195 = 51.61 km. East 0.1310° · 111.195 · cos 31.412° (0.85342) =
        // 12.43 km. √(2663.6 + 154.5) = 53.09 km.
        assert!(XUHUI.kilometres(CHONGMING).abs_diff(53) <= 1);
        assert_eq!(XUHUI.kilometres(CHONGMING), CHONGMING.kilometres(XUHUI));
        assert_eq!(XUHUI.kilometres(XUHUI), 0);
        // The seat of Suzhou, 31.2990 north, 120.5853 east: 13.23 km and 81.0 km, 82.1 km.
        let suzhou = Point {
            lat_e4: 312_990,
            lon_e4: 1_205_853,
        };
        assert!(XUHUI.kilometres(suzhou).abs_diff(82) <= 1);
    }

    #[test]
    fn the_ends_of_the_earth_are_far() {
        let corner = |sign: i32| Point {
            lat_e4: sign * Point::MAX_LAT_E4,
            lon_e4: sign * Point::MAX_LON_E4,
        };
        assert!(corner(1).kilometres(corner(-1)) > 20_000);
    }

    #[test]
    fn nearest_first_and_only_those_with_a_point() {
        let district = |code: &str, point| District {
            code: code.to_owned(),
            name: code.to_owned(),
            point,
        };
        let places = Places {
            districts: vec![
                district("1", Some(CHONGMING)),
                district("2", None),
                district("3", Some(XUHUI)),
            ],
            ..Places::default()
        };
        assert_eq!(places.nearest(XUHUI), [(2, 0), (0, 53)]);
    }
}
