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
}

/// A district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// `310101`.
    pub code: String,
    /// `黄浦区`.
    pub name: String,
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
