//! Courses for a person: in order, with the parts of each score, the subsidy and what is left
//! to pay.

mod levels;
mod names;
mod rank;
pub mod score;
pub mod settings;
#[cfg(feature = "source")]
pub mod source;
mod subset;
pub mod subsidy;

pub use levels::Standing;
pub use names::{Change, Fact, Names, NotInPack};
pub use rank::{Match, Paid, Ranked, Wish, digital_or_green, rank};
pub use settings::Settings;
pub use subset::subset;

use rules::validate::Invalid;

/// Why a pack's settings and rules can't be used together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The settings name what the pack does not have.
    NotInPack(NotInPack),
    /// The rules can't be run.
    Invalid(Invalid),
}

impl core::fmt::Display for Trouble {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NotInPack(error) => error.fmt(f),
            Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Trouble {}

impl From<NotInPack> for Trouble {
    fn from(error: NotInPack) -> Self {
        Self::NotInPack(error)
    }
}

impl From<Invalid> for Trouble {
    fn from(error: Invalid) -> Self {
        Self::Invalid(error)
    }
}
