//! The words that tables use.

use crate::level::Rank;
use crate::model::{
    Award, Body, Certificate, Confidence, Count, Form, Funded, Honour, InstitutionKind, Link,
    MajorLevel, Medal, Mode, Scope, Service, StandardKind, Statistic, Table, TradeLink, Workers,
};
use pack::model::Evidence;

pub(crate) const YES_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

pub(crate) const CONFIDENCE: [(&str, Confidence); 2] =
    [("one", Confidence::One), ("both", Confidence::Both)];

pub(crate) const KINDS: [(&str, StandardKind); 2] = [
    ("skill", StandardKind::Skill),
    ("technician", StandardKind::Technician),
];

pub(crate) const LINKS: [(&str, Link); 3] = [
    ("both", Link::Both),
    ("code", Link::Code),
    ("name", Link::Name),
];

pub(crate) const RANKS: [(&str, Rank); 8] = [
    ("L5", Rank::Level5),
    ("L4", Rank::Level4),
    ("L3", Rank::Level3),
    ("L2", Rank::Level2),
    ("L1", Rank::Level1),
    ("T1", Rank::Junior),
    ("T2", Rank::Middle),
    ("T3", Rank::Senior),
];

pub(crate) const EVIDENCE: [(&str, Evidence); 3] = [
    ("official", Evidence::Official),
    ("press", Evidence::Press),
    ("unconfirmed", Evidence::Unconfirmed),
];

pub(crate) const MAJOR_LEVELS: [(&str, MajorLevel); 4] = [
    ("vocational_secondary", MajorLevel::VocationalSecondary),
    ("vocational_associate", MajorLevel::VocationalAssociate),
    ("vocational_bachelor", MajorLevel::VocationalBachelor),
    ("bachelor", MajorLevel::Bachelor),
];

pub(crate) const INSTITUTION_KINDS: [(&str, InstitutionKind); 4] = [
    ("technician_college", InstitutionKind::TechnicianCollege),
    ("service_point", InstitutionKind::ServicePoint),
    ("assessment_centre", InstitutionKind::AssessmentCentre),
    ("provider", InstitutionKind::Provider),
];

pub(crate) const BODIES: [(&str, Body); 5] = [
    ("vocational_university", Body::VocationalUniversity),
    ("vocational_college", Body::VocationalCollege),
    ("vocational_school", Body::VocationalSchool),
    ("enterprise", Body::Enterprise),
    ("public_office", Body::PublicOffice),
];

pub(crate) const MODES: [(&str, Mode); 3] = [
    ("classroom", Mode::Classroom),
    ("online", Mode::Online),
    ("blended", Mode::Blended),
];

pub(crate) const CERTIFICATES: [(&str, Certificate); 2] = [
    ("level", Certificate::Level),
    ("completion", Certificate::Completion),
];

/// A cell that says yes or nothing.
pub(crate) const YES: [(&str, ()); 1] = [("yes", ())];

/// What a row of `pillars.csv` is.
#[derive(Clone, Copy)]
pub(crate) enum PillarKind {
    Task,
    Measure,
}

pub(crate) const PILLAR_KINDS: [(&str, PillarKind); 2] =
    [("task", PillarKind::Task), ("measure", PillarKind::Measure)];

pub(crate) const FORMS: [(&str, Form); 3] = [
    ("bars", Form::Bars),
    ("dots", Form::Dots),
    ("medals", Form::Medals),
];

pub(crate) const MEDALS: [(&str, Medal); 4] = [
    ("gold", Medal::Gold),
    ("silver", Medal::Silver),
    ("bronze", Medal::Bronze),
    ("prize", Medal::Prize),
];

pub(crate) const SERVICES: [(&str, Service); 17] = [
    ("shortage", Service::Shortage),
    ("occupations", Service::Occupations),
    ("institutions", Service::Institutions),
    ("courses", Service::Courses),
    ("apprenticeship", Service::Apprenticeship),
    ("malan", Service::Malan),
    ("levels", Service::Levels),
    ("competitions", Service::Competitions),
    ("service_points", Service::ServicePoints),
    ("enterprise", Service::Enterprise),
    ("subsidies", Service::Subsidies),
    ("wages", Service::Wages),
    ("settlement", Service::Settlement),
    ("honours", Service::Honours),
    ("training_base", Service::TrainingBase),
    ("chief_technician", Service::ChiefTechnician),
    ("master_studio", Service::MasterStudio),
];

pub(crate) const HONOURS: [(&str, Honour); 6] = [
    ("china_skills_award", Honour::ChinaSkillsAward),
    ("national_expert", Honour::NationalExpert),
    ("worldskills", Honour::WorldSkills),
    ("national_competition", Honour::NationalCompetition),
    ("chief_or_studio", Honour::ChiefOrStudio),
    ("shanghai_craftsman", Honour::ShanghaiCraftsman),
];

pub(crate) const AWARDS: [(&str, Award); 8] = [
    ("gold", Award::Gold),
    ("silver", Award::Silver),
    ("bronze", Award::Bronze),
    ("medallion", Award::Medallion),
    ("competitor", Award::Competitor),
    ("chief_technician", Award::ChiefTechnician),
    ("studio_leader", Award::StudioLeader),
    ("studio_topup", Award::StudioTopUp),
];

pub(crate) const TRADE_LINKS: [(&str, TradeLink); 3] = [
    ("name", TradeLink::Name),
    ("work_type", TradeLink::WorkType),
    ("mapped", TradeLink::Mapped),
];

/// Whether an entry is shown.
pub(crate) const STATES: [(&str, bool); 2] = [("published", true), ("withdrawn", false)];

pub(crate) const SCOPES: [(&str, Scope); 4] = Scope::ALL;

pub(crate) const MEASURES: [(&str, Count); 21] = Count::ALL;

pub(crate) const TABLES: [(&str, Table); 14] = [
    ("tree", Table::Occupations),
    ("occupations", Table::Occupations),
    ("standards", Table::Standards),
    ("shortage", Table::Shortage),
    ("synonyms", Table::Synonyms),
    ("majors", Table::Majors),
    ("major_occupation", Table::MajorOccupation),
    ("functions", Table::Functions),
    ("districts", Table::Districts),
    ("streets", Table::Streets),
    ("courses", Table::Courses),
    ("pillars", Table::Pillars),
    ("pillar_charts", Table::Pillars),
    ("pillar_figures", Table::Pillars),
];

pub(crate) const WORKERS: [(&str, Workers); 3] = [
    ("skilled", Workers::Skilled),
    ("highly_skilled", Workers::HighlySkilled),
    ("senior_technician", Workers::SeniorTechnician),
];

pub(crate) const STATISTICS: [(&str, Statistic); 3] = [
    ("average", Statistic::Average),
    ("median", Statistic::Median),
    ("upper", Statistic::Upper),
];

pub(crate) const FUNDED: [(&str, Funded); 2] = [
    ("chief_technician", Funded::ChiefTechnician),
    ("master_studio", Funded::MasterStudio),
];

/// The word for a value.
pub(crate) fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words
        .iter()
        .find(|(_, it)| it == value)
        .map_or("", |(word, _)| word)
}
