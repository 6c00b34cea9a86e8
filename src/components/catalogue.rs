//! What the list of programmes and a programme's page say of a programme without knowing the
//! visitor: its kind, its version of a day, how far it is known, whether a search finds it.

use super::badge::weaker;
use crate::lang::Lang;
use crate::texts::programmes as t;
use pack::Pack;
use pack::model::{self, Evidence};
use rules::date::Day;
use rules::program::{Kind, Version};

/// A version's code and texts.
pub type Rule = (&'static Version, &'static model::VersionText);

/// A programme of the pack, code and texts.
#[derive(Clone, Copy)]
pub struct Listed {
    /// The pack it belongs to.
    pub pack: &'static Pack,
    /// Its place in the pack.
    pub index: usize,
    /// Its code.
    pub code: &'static rules::program::Programme,
    /// Its texts.
    pub text: &'static model::Programme,
}

impl Listed {
    /// Every programme, in the pack's order.
    pub fn all(pack: &'static Pack) -> impl Iterator<Item = Listed> {
        let both = pack.program.programmes.iter().zip(&pack.programmes);
        both.enumerate().map(move |(index, (code, text))| Listed {
            pack,
            index,
            code,
            text,
        })
    }

    /// The programme of an id.
    pub fn of(pack: &'static Pack, id: &str) -> Option<Listed> {
        Listed::all(pack).find(|listed| listed.code.id == id)
    }

    /// Every version, oldest first.
    pub fn rules(self) -> impl Iterator<Item = Rule> {
        self.code.versions.iter().zip(&self.text.versions)
    }

    /// The version that covers a day.
    pub fn rule_on(self, day: Day) -> Option<Rule> {
        self.rules().find(|(code, _)| {
            code.from.is_none_or(|from| from <= day) && code.until.is_none_or(|until| day <= until)
        })
    }

    /// The declared gap that covers a day.
    pub fn gap_on(self, day: Day) -> Option<&'static model::Gap> {
        self.text.gaps.iter().find(|gap| {
            gap.from.is_none_or(|from| from <= day) && gap.until.is_none_or(|until| day <= until)
        })
    }

    /// The weakest evidence of a rule's document, days and amount; without a rule, of the last
    /// one's, or of the figures shown.
    pub fn evidence(self, rule: Option<Rule>) -> Evidence {
        let Some((code, text)) = rule.or(self.rules().last()) else {
            let rows = self.text.amounts.iter().map(|row| row.evidence);
            return rows.fold(Evidence::Press, weaker);
        };
        let source = self.pack.sources.get(usize::from(text.source));
        let parts = [
            source.map(|source| source.evidence),
            code.from.map(|_| text.from_evidence),
            code.until.map(|_| text.until_evidence),
            text.amount.as_ref().map(|amount| amount.evidence),
        ];
        parts.into_iter().flatten().fold(Evidence::Official, weaker)
    }

    /// What kind of thing it is, in a word.
    pub fn kind(self, lang: Lang) -> &'static str {
        match self.code.kind {
            Kind::Grant => t::kind_grant(lang),
            Kind::LoanLimit => t::kind_loan(lang),
            Kind::EmployerFloor => t::kind_floor(lang),
            Kind::Points => t::kind_points(lang),
            Kind::Eligibility if !self.code.versions.is_empty() => t::kind_eligibility(lang),
            Kind::Eligibility | Kind::Levels => t::kind_guide(lang),
        }
    }

    /// Whether every word of a query stands in its name, sentence or id, in either language.
    pub fn matches(self, query: &str) -> bool {
        let text = self.text;
        let fields = [
            &self.code.id,
            &text.title.zh,
            &text.summary.zh,
            &text.title.en,
            &text.summary.en,
        ];
        let fields = fields.map(|field| field.to_ascii_lowercase());
        let query = query.to_ascii_lowercase();
        query
            .split_whitespace()
            .all(|word| fields.iter().any(|field| field.contains(word)))
    }
}
