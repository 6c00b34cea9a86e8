//! Occupations, the classification's tree and national standards.

use super::Source;
use crate::level::{Levels, Rank};

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
