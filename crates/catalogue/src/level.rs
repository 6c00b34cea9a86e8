//! Levels of skill (5 to 1) and technical grades (初级, 中级, 高级).

/// A set of levels, 5 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Levels {
    // INVARIANT: only bits 0 to 4; bit n - 1 is level n.
    bits: u8,
}

impl Levels {
    /// The set without its members outside of 1 to 5; bit n - 1 is level n.
    pub fn from_bits(bits: u8) -> Levels {
        Levels { bits: bits & 31 }
    }

    /// Bit n - 1 is level n.
    pub fn bits(self) -> u8 {
        self.bits
    }

    /// Whether a level is in it.
    pub fn has(self, level: u8) -> bool {
        (1..=5).contains(&level) && self.bits & 1 << (level - 1) != 0
    }

    /// The members of either.
    pub fn with(self, other: Levels) -> Levels {
        Levels {
            bits: self.bits | other.bits,
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// From the lowest (5) to the highest (1).
    pub fn from_lowest(self) -> impl Iterator<Item = u8> {
        (1..=5).rev().filter(move |level| self.has(*level))
    }
}

/// A level or a grade, as a standard names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// 五级/初级工.
    Level5,
    /// 四级/中级工.
    Level4,
    /// 三级/高级工.
    Level3,
    /// 二级/技师.
    Level2,
    /// 一级/高级技师.
    Level1,
    /// 初级.
    Junior,
    /// 中级.
    Middle,
    /// 高级.
    Senior,
}

impl Rank {
    /// From the lowest level to the highest, then the grades.
    pub const ALL: [Rank; 8] = [
        Rank::Level5,
        Rank::Level4,
        Rank::Level3,
        Rank::Level2,
        Rank::Level1,
        Rank::Junior,
        Rank::Middle,
        Rank::Senior,
    ];

    /// The level that it is by itself.
    pub fn level(self) -> Option<u8> {
        match self {
            Rank::Level5 => Some(5),
            Rank::Level4 => Some(4),
            Rank::Level3 => Some(3),
            Rank::Level2 => Some(2),
            Rank::Level1 => Some(1),
            _ => None,
        }
    }

    /// The level in whose place a grade stands among levels.
    fn place(self) -> u8 {
        match self {
            Rank::Level5 | Rank::Junior => 5,
            Rank::Level4 | Rank::Middle => 4,
            Rank::Level3 | Rank::Senior => 3,
            Rank::Level2 => 2,
            Rank::Level1 => 1,
        }
    }

    /// Which of some ranks is a level. Among levels, a grade in the place of a missing one is that
    /// level (五级, 四级, 高级, 二级: the third is level 3); grades alone are none.
    pub fn of_level(ranks: &[Rank], level: u8) -> Option<Rank> {
        let exact = |rank: &&Rank| rank.level() == Some(level);
        let in_place = |rank: &&Rank| rank.place() == level;
        if ranks.iter().all(|rank| rank.level().is_none()) {
            return None;
        }
        let found = ranks.iter().find(exact);
        found.or_else(|| ranks.iter().find(in_place)).copied()
    }

    /// The levels of some ranks, by [`Rank::of_level`].
    pub fn ladder(ranks: &[Rank]) -> Levels {
        let has = |level: &u8| Rank::of_level(ranks, *level).is_some();
        let bits = (1..=5)
            .filter(has)
            .fold(0, |bits, level| bits | 1 << (level - 1));
        Levels::from_bits(bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(ranks: &[Rank]) -> Vec<u8> {
        Rank::ladder(ranks).from_lowest().collect()
    }

    #[test]
    fn a_grade_in_the_place_of_a_level_is_that_level() {
        use Rank::*;
        assert_eq!(ladder(&[Level5, Level4, Senior, Level2]), [5, 4, 3, 2]);
        assert_eq!(ladder(&[Middle, Level3, Level2]), [4, 3, 2]);
        assert_eq!(ladder(&[Level4, Level3, Level2, Senior]), [4, 3, 2]);
        assert!(ladder(&[Junior, Middle, Senior]).is_empty());
        assert!(ladder(&[]).is_empty());
        assert_eq!(Rank::of_level(&[Level5, Level4, Senior], 3), Some(Senior));
    }

    #[test]
    fn a_set_holds_levels_only() {
        let all = Levels::from_bits(255);
        assert_eq!(all.from_lowest().collect::<Vec<_>>(), [5, 4, 3, 2, 1]);
        assert!(!all.has(0) && !all.has(6));
        assert!(Levels::from_bits(32).is_empty());
    }
}
