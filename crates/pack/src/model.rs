//! A pack in compact form: rules, questions and texts.
//!
//! Slots (the order of `Program::facts` and `Pack::questions`) are the questions'
//! order in the source file; programmes are sorted by id.

use rules::date::Day;
use rules::program::Program;
use serde::{Deserialize, Serialize};

/// A text in the site's two languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// 简体中文.
    pub zh: String,
    /// English.
    pub en: String,
}

/// How a figure is known; the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Read on the issuing body's own page.
    Official,
    /// Read in a newspaper, an agency copy or a re-publication.
    Press,
    /// Known, but the text was not seen or its validity is not certain. Enters no amount.
    Unconfirmed,
}

/// A policy pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// `shanghai`
    pub id: String,
    /// `2026.11.22`
    pub version: String,
    /// The site's name for it.
    pub title: Text,
    /// The day on which the facts were checked.
    pub as_of: Day,
    /// No figure is shown for a date after this.
    pub valid_until: Day,
    /// `12333`
    pub hotline: String,
    /// The rules.
    pub program: Program,
    /// By slot, parallel to `program.facts`.
    pub questions: Vec<Question>,
    /// Parallel to `program.programmes`.
    pub programmes: Vec<Programme>,
    /// Texts of `program.caps`, in their order.
    pub caps: Vec<Text>,
    /// Why grants exclude each other, in the order of `program.exclusions`.
    pub exclusions: Vec<Clause>,
    /// Cited by index.
    pub sources: Vec<Source>,
    /// Headings for questions.
    pub groups: Vec<Group>,
}

/// Questions that belong together on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// `person`, `certificate`, …
    pub id: String,
    /// Heading.
    pub title: Text,
}

/// A question as a person meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Index into [`Pack::groups`].
    pub group: u8,
    /// A short name: 户籍.
    pub label: Text,
    /// The question itself: 您的户籍在哪里?
    pub ask: Text,
    /// Where to find the answer, what counts. May be empty.
    pub help: Text,
    /// Options in the order of the domain.
    pub options: Vec<Choice>,
    /// What a number counts.
    pub unit: rules::program::Unit,
    /// Lower comes first where nothing else decides.
    pub order: u16,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// `employed`
    pub id: String,
    /// 在职并正常缴纳社会保险
    pub label: Text,
}

/// Whom a programme is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// 工作
    Worker,
    /// 学习
    Student,
    /// 创业
    Founder,
    /// 用人单位
    Employer,
}

/// What a page says of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Full name.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// Whom it is for.
    pub audience: Vec<Audience>,
    /// Where to go.
    pub channels: Vec<Clause>,
    /// What to bring.
    pub papers: Vec<Paper>,
    /// What to know besides, with evidence.
    pub notes: Vec<Clause>,
    /// Rows to show as a table of amounts.
    pub amounts: Vec<AmountRow>,
    /// When parts are paid, if in parts.
    pub schedule: Vec<Clause>,
    /// Spans of days for which it is known that no rule is in hand, and why.
    pub gaps: Vec<Gap>,
    /// Parallel to the program's versions.
    pub versions: Vec<VersionText>,
}

/// Days without a rule, declared as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// First day; `None`: from ever.
    pub from: Option<Day>,
    /// Last day; `None`: until further notice.
    pub until: Option<Day>,
    /// Why, and what to do instead.
    pub text: Text,
}

/// A sentence and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The sentence.
    pub text: Text,
    /// Index into [`Pack::sources`].
    pub source: u16,
    /// The place within the source (第四条), as written; may be empty.
    pub clause: String,
    /// How far this sentence is known (a source's words may be surer than its dates).
    pub evidence: Evidence,
}

/// A paper to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What.
    pub clause: Clause,
    /// Only for these options of a question: slot and mask. Empty: always.
    pub only_for: Vec<(u16, u64)>,
}

/// One row of a table of amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmountRow {
    /// For whom or what: 初级工(五级).
    pub label: Text,
    /// How much, as shown: `1,500 元`.
    pub value: Text,
    /// How far it is known.
    pub evidence: Evidence,
    /// Index into [`Pack::sources`].
    pub source: u16,
}

/// The texts of a version, parallel to its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionText {
    /// How far its first day is known.
    pub from_evidence: Evidence,
    /// How far its last day is known.
    pub until_evidence: Evidence,
    /// The notice that it rests on.
    pub source: u16,
    /// Parallel to the version's conditions.
    pub conditions: Vec<Clause>,
    /// Facts that each condition reads, by slot; parallel.
    pub condition_facts: Vec<Vec<u16>>,
    /// Parallel to the version's routes.
    pub routes: Vec<Clause>,
    /// Facts that each route reads, by slot; parallel.
    pub route_facts: Vec<Vec<u16>>,
    /// Parallel to the version's steps.
    pub steps: Vec<Clause>,
    /// The amount in words; parallel to nothing, `None` where there is no amount.
    pub amount: Option<Clause>,
}

/// A document that rules rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// `notice_2026_39`
    pub id: String,
    /// 《…》
    pub title: Text,
    /// 人社部发〔2026〕39号; may be empty.
    pub number: String,
    /// Who issued or printed it.
    pub publisher: Text,
    /// As far as known: `2026-06-18`; may be empty.
    pub date: String,
    /// How it was read.
    pub evidence: Evidence,
    /// Where, if public.
    pub url: String,
}
