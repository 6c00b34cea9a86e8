//! The words of tables that are written: everything else is the pack's.

use crate::view::Standing;
use pack::model::Text;
use rules::program::Unit;

/// The language of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// One of two words.
    pub fn of(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// A text of the pack.
    pub fn pick(self, text: &Text) -> &str {
        match self {
            Lang::Zh => &text.zh,
            Lang::En => &text.en,
        }
    }

    /// What stands between the items of a list.
    pub fn and(self) -> &'static str {
        self.of("；", "; ")
    }

    /// Whether one may claim; as on the site's pages.
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Eligible => self.of("符合条件", "Qualifies"),
            Standing::Undetermined => self.of("还差回答", "Depends on open answers"),
            Standing::Ineligible => self.of("暂不符合", "Not now"),
        }
    }

    /// What a figure counts.
    pub fn unit(self, unit: Unit) -> &'static str {
        match unit {
            Unit::None => "",
            Unit::Yuan => self.of("元", "yuan"),
            Unit::Points => self.of("分", "points"),
            Unit::Months => self.of("个月", "months"),
            Unit::Years => self.of("年", "years"),
            Unit::Days => self.of("天", "days"),
            Unit::People => self.of("人", "people"),
        }
    }
}
