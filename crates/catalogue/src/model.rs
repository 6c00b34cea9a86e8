//! A catalogue's records.
//!
//! Lists are sorted, and a record names another by its place in its list (`u16`, `u8`). Names
//! that exist in Chinese only are plain `String`s. Every part can be used without the others.

use crate::level::{Levels, Rank};
use pack::model::{Evidence, Text};
use rules::date::Day;

/// A whole catalogue, as the files give it. A page loads the parts that it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Occupations, their tree and standards.
    pub occupations: Occupations,
    /// Districts, streets and institutions.
    pub places: Places,
    /// Courses.
    pub courses: Courses,
    /// Majors that lead to occupations.
    pub majors: Majors,
    /// What each level of an occupation tests.
    pub functions: Functions,
}

/// A table of the catalogue, for [`source_of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// [`Occupation`]s and [`Tree`].
    Occupations,
    /// [`Standard`]s.
    Standards,
    /// [`Occupation::shortage`].
    Shortage,
    /// [`Occupation::synonyms`].
    Synonyms,
    /// [`Major`]s.
    Majors,
    /// [`Major::occupations`].
    MajorOccupation,
    /// [`Functions`].
    Functions,
    /// [`District`]s.
    Districts,
    /// [`Street`]s.
    Streets,
    /// [`Course`]s.
    Courses,
}

/// Where records come from and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Stable name.
    pub id: String,
    /// Tables that come from here as a whole; an institution names its source itself.
    pub tables: Vec<Table>,
    /// What it is.
    pub title: Text,
    /// Who issued it.
    pub publisher: Text,
    /// As far as known: `2022`, `2022-08-31` or empty.
    pub date: String,
    /// How it was read.
    pub evidence: Evidence,
    /// What a reader must know with the data, if anything: "38 of at least 62 entries".
    pub note: Text,
}

/// The source of a whole table, if the part at hand has it.
pub fn source_of(sources: &[Source], table: Table) -> Option<&Source> {
    sources.iter().find(|source| source.tables.contains(&table))
}

/// The occupations of the national classification, sorted by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occupations {
    /// The classification's three upper storeys.
    pub tree: Tree,
    /// Sorted by code.
    pub list: Vec<Occupation>,
    /// Standards whose occupation is not in the classification at hand, sorted by name.
    pub unlinked: Vec<Standard>,
    /// Of occupations, standards, shortage list and synonyms.
    pub sources: Vec<Source>,
}

impl Occupations {
    /// The place of an occupation by its code: `6-31-01-03`.
    pub fn find(&self, code: &str) -> Option<u16> {
        let at = self
            .list
            .binary_search_by(|it| it.code.as_str().cmp(code))
            .ok()?;
        u16::try_from(at).ok()
    }

    /// The occupation at a place.
    pub fn get(&self, at: u16) -> Option<&Occupation> {
        self.list.get(usize::from(at))
    }
}

/// 大类, 中类 and 小类 of the classification, each sorted by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// 大类, code `6`; `parent` is 0.
    pub majors: Vec<Group>,
    /// 中类, code `6-31`; `parent` is a place in `majors`.
    pub middles: Vec<Group>,
    /// 小类, code `6-31-01`; `parent` is a place in `middles`.
    pub minors: Vec<Group>,
}

impl Tree {
    /// The 大类, 中类 and 小类 above an occupation.
    pub fn above(&self, occupation: &Occupation) -> Option<[&Group; 3]> {
        let minor = self.minors.get(usize::from(occupation.minor))?;
        let middle = self.middles.get(usize::from(minor.parent))?;
        let major = self.majors.get(usize::from(middle.parent))?;
        Some([major, middle, minor])
    }
}

/// A group of the classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `6`, `6-31` or `6-31-01`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The place of the group above it.
    pub parent: u16,
}

/// How sure an occupation's row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Seen in one copy of the classification.
    One,
    /// Two copies agree.
    Both,
}

/// An occupation of the national classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupation {
    /// `6-31-01-03`.
    pub code: String,
    /// Its name; a few occupations share theirs with another, so show the code beside it.
    pub name: String,
    /// Its 小类: a place in [`Tree::minors`].
    pub minor: u16,
    /// Marked S (数字职业); `None` where the copy at hand does not say.
    pub digital: Option<bool>,
    /// Marked L (绿色职业); `None` where the copy at hand does not say.
    pub green: Option<bool>,
    /// 工种, as the classification lists them; empty where it lists none.
    pub work_types: Vec<String>,
    /// How sure the row is.
    pub confidence: Confidence,
    /// Its national standards, newest edition first.
    pub standards: Vec<Standard>,
    /// Its number in the shortage list before 2024, which is not the one in force: a hint only,
    /// never a ground for an amount.
    pub shortage: Option<u16>,
    /// Words of daily speech for it.
    pub synonyms: Vec<String>,
}

impl Occupation {
    /// The levels that its standards have, each as [`Standard::ladder`].
    pub fn levels(&self) -> Levels {
        self.standards
            .iter()
            .fold(Levels::default(), |all, it| all.with(it.ladder()))
    }
}

/// What a standard is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandardKind {
    /// 职业技能: levels 5 to 1.
    Skill,
    /// 专业技术: the grades 初级, 中级, 高级.
    Technician,
}

/// How a standard came to stand at its occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Code and name agree.
    Both,
    /// The code agrees and the name is that of a direction or work type, or an earlier one.
    Code,
    /// The name agrees; the standard's own code is of another edition of the classification, or blank.
    Name,
    /// It stands at none.
    None,
}

/// A national standard (国家职业标准).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// The code in the standard itself, which may be of an earlier classification; may be empty.
    pub code: String,
    /// Its name; may be empty.
    pub name: String,
    /// The year of its edition.
    pub edition: Option<u16>,
    /// Its levels and grades; empty where not known.
    pub ranks: Vec<Rank>,
    /// Skill levels or technical grades, as its list says.
    pub kind: StandardKind,
    /// How it came to stand here.
    pub link: Link,
}

impl Standard {
    /// Its levels, 5 to 1. In a standard that has levels, a grade that stands in the place of a
    /// level is that level: 初级 is 5, 中级 is 4, 高级 is 3. Empty where it has grades alone.
    pub fn ladder(&self) -> Levels {
        Rank::ladder(&self.ranks)
    }
}

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

/// Courses, sorted by occupation, then level from 5 to 1 (none last), then id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courses {
    /// In the order above.
    pub list: Vec<Course>,
    /// Of the courses, if all come from one.
    pub sources: Vec<Source>,
}

impl Courses {
    /// The place of a course by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|it| it.id == id)
    }

    /// The places of an occupation's courses.
    pub fn of_occupation(&self, occupation: u16) -> core::ops::Range<usize> {
        let from = self.list.partition_point(|it| it.occupation < occupation);
        let to = self.list.partition_point(|it| it.occupation <= occupation);
        from..to
    }
}

/// Where a course is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// In a classroom or workshop.
    Classroom,
    /// On line.
    Online,
    /// Both.
    Blended,
}

/// What one gets at a course's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// It prepares for the assessment of its level (职业技能等级证书).
    Level,
    /// The provider's own paper (结业证明).
    Completion,
}

/// Something learnt somewhere at certain times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Unique in its list.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A place in [`Occupations::list`].
    pub occupation: u16,
    /// 5 to 1; 0 where it is for no level.
    pub level: u8,
    /// A place in [`Places::institutions`].
    pub institution: u16,
    /// A place in [`Places::districts`].
    pub district: u8,
    /// Hours of teaching (课时).
    pub hours: u16,
    /// Before any subsidy, in yuan.
    pub price_yuan: u32,
    /// The days on which it begins, ascending; empty where not announced.
    pub starts_on: Vec<Day>,
    /// Where it is held.
    pub mode: Mode,
    /// Its lessons in a week, ascending; empty where free (on line) or not announced.
    pub slots: Vec<Slot>,
    /// What one gets at its end.
    pub certificate: Certificate,
    /// Made up for demonstration: show 示例数据 beside it.
    pub sample: bool,
}

impl Course {
    /// When its lessons are.
    pub fn times(&self) -> Times {
        let mut times = Times::default();
        for slot in &self.slots {
            if slot.weekday >= 6 {
                times.weekend = true;
            } else if slot.from >= EVENING {
                times.evening = true;
            } else {
                times.weekday = true;
            }
        }
        times
    }
}

/// From this minute of a weekday on, a lesson is in the evening: 17:00.
pub const EVENING: u16 = 17 * 60;

/// A lesson of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// Minutes after midnight.
    pub from: u16,
    /// Minutes after midnight, more than `from`.
    pub to: u16,
}

impl Slot {
    /// Whether one can't be in both; lessons that only touch don't clash.
    pub fn clashes(&self, other: &Slot) -> bool {
        self.weekday == other.weekday && self.from < other.to && other.from < self.to
    }
}

/// The parts of a week that a course has lessons in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Monday to Friday before 17:00.
    pub weekday: bool,
    /// Monday to Friday from 17:00.
    pub evening: bool,
    /// Saturday or Sunday.
    pub weekend: bool,
}

/// Majors, sorted by code, then level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Majors {
    /// In the order above.
    pub list: Vec<Major>,
    /// Names of categories: `5101 农业类`.
    pub categories: Vec<String>,
    /// Of majors and their occupations.
    pub sources: Vec<Source>,
}

impl Majors {
    /// The place of a major by its code.
    pub fn find(&self, code: &str) -> Option<u16> {
        let at = self
            .list
            .binary_search_by(|it| it.code.as_str().cmp(code))
            .ok()?;
        u16::try_from(at).ok()
    }

    /// The majors that lead to an occupation.
    pub fn of_occupation(&self, occupation: u16) -> impl Iterator<Item = (usize, &Major)> {
        let leads = move |it: &Major| it.occupations.binary_search(&occupation).is_ok();
        self.list
            .iter()
            .enumerate()
            .filter(move |(_, it)| leads(it))
    }
}

/// The school level of a major.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MajorLevel {
    /// 中等职业教育.
    VocationalSecondary,
    /// 高等职业教育专科.
    VocationalAssociate,
    /// 高等职业教育本科.
    VocationalBachelor,
    /// 普通本科.
    Bachelor,
}

/// A major of the national catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Major {
    /// `510102`, unique in the list.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its school level.
    pub level: MajorLevel,
    /// A place in [`Majors::categories`].
    pub category: u16,
    /// Places in [`Occupations::list`], ascending; empty where no official link is in hand.
    pub occupations: Vec<u16>,
}

/// The job functions (职业功能) that standards test, by occupation and level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Functions {
    /// The functions' names; many occupations share one.
    pub names: Vec<String>,
    /// Sorted by occupation.
    pub list: Vec<OccupationFunctions>,
    /// Of the functions.
    pub sources: Vec<Source>,
}

impl Functions {
    /// What an occupation's standard tests.
    pub fn of_occupation(&self, occupation: u16) -> Option<&OccupationFunctions> {
        let at = self
            .list
            .binary_search_by(|it| it.occupation.cmp(&occupation))
            .ok()?;
        self.list.get(at)
    }

    /// A function's name.
    pub fn name(&self, function: &Function) -> &str {
        self.names
            .get(usize::from(function.name))
            .map_or("", String::as_str)
    }
}

/// What one occupation's standard tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccupationFunctions {
    /// A place in [`Occupations::list`].
    pub occupation: u16,
    /// The year of the standard's edition.
    pub edition: Option<u16>,
    /// From the lowest level up.
    pub levels: Vec<LevelFunctions>,
}

impl OccupationFunctions {
    /// What a level (5 to 1) tests. As in [`Standard::ladder`], a grade in the place of a level is
    /// that level.
    pub fn level(&self, level: u8) -> Option<&LevelFunctions> {
        let ranks: Vec<Rank> = self.levels.iter().map(|it| it.rank).collect();
        let rank = Rank::of_level(&ranks, level)?;
        self.levels.iter().find(|it| it.rank == rank)
    }
}

/// What one level tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelFunctions {
    /// The level or grade.
    pub rank: Rank,
    /// As the standard lists them.
    pub functions: Vec<Function>,
}

impl LevelFunctions {
    /// Whether the weights are whole: all are known and they sum up to 100. Otherwise (several
    /// directions in one list, or a row that was not read) show them without a chart of shares.
    pub fn is_whole(&self) -> bool {
        let sum = self
            .functions
            .iter()
            .try_fold(0u32, |sum, it| Some(sum + u32::from(it.weight?)));
        sum == Some(100)
    }
}

/// A job function and what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// A place in [`Functions::names`].
    pub name: u16,
    /// Percent, where the standard states it.
    pub weight: Option<u8>,
}
