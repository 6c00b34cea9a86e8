//! Which programmes a visitor wants to look at: the three ways in, employers, or all.

use pack::Pack;
use pack::model::Audience;
use rules::program::Program;

/// A way in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Every programme.
    #[default]
    All,
    /// 工作
    Worker,
    /// 学习
    Student,
    /// 创业
    Founder,
    /// 用人单位
    Employer,
}

impl Scope {
    /// In the order in which they are offered.
    pub const EVERY: [Scope; 5] = [
        Scope::All,
        Scope::Worker,
        Scope::Student,
        Scope::Founder,
        Scope::Employer,
    ];

    /// The word in addresses and storage.
    pub fn tag(self) -> &'static str {
        match self {
            Scope::All => "all",
            Scope::Worker => "worker",
            Scope::Student => "student",
            Scope::Founder => "founder",
            Scope::Employer => "employer",
        }
    }

    /// The scope of a word that [`Scope::tag`] gave.
    pub fn of_tag(tag: &str) -> Option<Scope> {
        Scope::EVERY.into_iter().find(|scope| scope.tag() == tag)
    }

    /// Whether a programme for `audience` is looked at.
    pub fn covers(self, audience: &[Audience]) -> bool {
        let wanted = match self {
            Scope::All => return true,
            Scope::Worker => Audience::Worker,
            Scope::Student => Audience::Student,
            Scope::Founder => Audience::Founder,
            Scope::Employer => Audience::Employer,
        };
        audience.contains(&wanted)
    }

    /// The pack's rules with only the programmes looked at in force.
    pub fn program(self, pack: &Pack) -> Program {
        pack.program.only(|index| {
            let text = pack.programmes.get(usize::from(index));
            text.is_some_and(|text| self.covers(&text.audience))
        })
    }
}
