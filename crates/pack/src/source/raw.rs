//! The source files as written: strings with their places, nothing looked up yet.

use super::fault::{At, File};
use super::node::{Node, Str};
use super::shapes::{AUDIENCES, EVIDENCE, HIT_POLICIES, KINDS, UNITS};
use crate::model::{Audience, Evidence, Text};
use rules::date::Day;
use rules::program::{Kind, Unit};
use std::sync::Arc;

/// A rule's or sentence's text, source, clause and evidence, as far as written.
#[derive(Clone, Debug)]
pub(crate) struct Cited {
    pub text: Text,
    pub source: Option<Str>,
    pub clause: String,
    pub evidence: Option<(Evidence, At)>,
    pub at: At,
}

pub(crate) struct RawPack {
    pub id: Str,
    pub version: Str,
    pub title: Text,
    pub as_of: Day,
    pub valid_until: Day,
    pub valid_until_at: At,
    pub hotline: Str,
    pub groups: Vec<(Str, Text)>,
    pub exclusions: Vec<(Vec<Str>, Cited)>,
    pub caps: Vec<RawCap>,
}

pub(crate) struct RawCap {
    pub id: Str,
    pub programmes: Vec<Str>,
    pub max_yuan: i64,
    pub text: Text,
}

pub(crate) struct RawSource {
    pub id: Str,
    pub title: Text,
    pub number: String,
    pub publisher: Text,
    pub date: String,
    pub evidence: Evidence,
    pub url: String,
}

/// A named expression or table.
pub(crate) struct RawDefinition {
    pub id: Str,
    pub value: Value,
    pub unit: Option<Unit>,
}

/// How a value is given.
pub(crate) enum Value {
    Expression(Str),
    Table(RawTable),
    /// Neither or both; with the place.
    Wrong(At),
}

pub(crate) struct RawTable {
    pub hit_policy: &'static str,
    pub inputs: Vec<Str>,
    pub rules: Vec<(Vec<Str>, Str, At)>,
    pub priority: Vec<Str>,
    pub at: At,
}

pub(crate) struct RawProgramme {
    pub file: Arc<File>,
    pub id: Str,
    pub kind: Kind,
    pub audience: Vec<Audience>,
    pub title: Text,
    pub summary: Text,
    pub source: Str,
    pub channels: Vec<Cited>,
    pub papers: Vec<RawPaper>,
    pub notes: Vec<Cited>,
    pub amounts: Vec<(Text, Cited)>,
    pub schedule: Vec<Cited>,
    pub gaps: Vec<RawGap>,
    pub versions: Vec<RawVersion>,
}

pub(crate) struct RawPaper {
    pub cited: Cited,
    /// Questions and their options.
    pub only_for: Vec<(Str, Vec<Str>)>,
}

pub(crate) struct RawGap {
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub text: Text,
    pub at: At,
}

pub(crate) struct RawVersion {
    pub id: Str,
    pub from: Option<Day>,
    pub from_at: At,
    pub until: Option<Day>,
    pub until_at: At,
    pub from_evidence: Option<Evidence>,
    pub until_evidence: Option<Evidence>,
    pub source: Option<Str>,
    pub steps: Vec<RawStep>,
    pub conditions: Vec<RawCondition>,
    pub routes: Vec<RawCondition>,
    pub window: Option<RawWindow>,
    pub amount: Option<RawAmount>,
    pub due_now: Option<(Str, Unit)>,
}

pub(crate) struct RawStep {
    pub id: Str,
    pub value: Value,
    pub unit: Unit,
    pub cited: Cited,
}

pub(crate) struct RawCondition {
    pub id: Str,
    pub expression: Str,
    pub level: Option<u8>,
    pub cited: Cited,
}

pub(crate) struct RawWindow {
    pub event: Str,
    pub months: u16,
    pub cited: Cited,
}

pub(crate) struct RawAmount {
    pub expression: Str,
    pub unit: Unit,
    pub cited: Cited,
}

/// The member of a list of words that stands at a field.
pub(super) fn word<T: Copy>(node: &Node<'_>, key: &str, words: &[&str], values: &[T]) -> Option<T> {
    let given = node.opt(key)?.value;
    words
        .iter()
        .position(|word| *word == given)
        .and_then(|at| values.get(at).copied())
}

pub(crate) fn unit(node: &Node<'_>) -> Option<Unit> {
    let units = [
        Unit::None,
        Unit::Yuan,
        Unit::Points,
        Unit::Months,
        Unit::Years,
        Unit::Days,
        Unit::People,
    ];
    word(node, "unit", UNITS, &units)
}

fn evidence(node: &Node<'_>, key: &str) -> Option<Evidence> {
    word(
        node,
        key,
        EVIDENCE,
        &[Evidence::Official, Evidence::Press, Evidence::Unconfirmed],
    )
}

pub(super) fn cited(node: &Node<'_>, text: &str) -> Cited {
    Cited {
        text: node.text(text),
        source: node.opt("source"),
        clause: node.str("clause").value,
        evidence: evidence(node, "evidence").map(|e| (e, node.at("evidence"))),
        at: node.at.clone(),
    }
}

fn sentences(node: &Node<'_>, key: &str) -> Vec<Cited> {
    node.tables(key)
        .iter()
        .map(|node| cited(node, "text"))
        .collect()
}

pub(crate) fn pack(node: &Node<'_>) -> RawPack {
    RawPack {
        id: node.str("id"),
        version: node.str("version"),
        title: node.text("title"),
        as_of: node.day("as_of").unwrap_or(0),
        valid_until: node.day("valid_until").unwrap_or(0),
        valid_until_at: node.at("valid_until"),
        hotline: node.str("hotline"),
        groups: node
            .tables("groups")
            .iter()
            .map(|node| (node.str("id"), node.text("title")))
            .collect(),
        exclusions: node
            .tables("exclusions")
            .iter()
            .map(|n| (n.strs("programmes"), cited(n, "text")))
            .collect(),
        caps: node.tables("caps").iter().map(cap).collect(),
    }
}

fn cap(node: &Node<'_>) -> RawCap {
    RawCap {
        id: node.str("id"),
        programmes: node.strs("programmes"),
        max_yuan: node.whole("max_yuan").unwrap_or(0),
        text: node.text("text"),
    }
}

pub(crate) fn sources(node: &Node<'_>) -> Vec<RawSource> {
    let source = |node: &Node<'_>| RawSource {
        id: node.str("id"),
        title: node.text("title"),
        number: node.str("number").value,
        publisher: node.text("publisher"),
        date: node.str("date").value,
        evidence: evidence(node, "evidence").unwrap_or(Evidence::Unconfirmed),
        url: node.str("url").value,
    };
    node.tables("sources").iter().map(source).collect()
}

pub(crate) fn definitions(node: &Node<'_>) -> Vec<RawDefinition> {
    let definition = |node: &Node<'_>| RawDefinition {
        id: node.str("id"),
        value: value(node),
        unit: unit(node),
    };
    node.tables("definitions").iter().map(definition).collect()
}

fn value(node: &Node<'_>) -> Value {
    match (node.opt("expression"), node.table("table")) {
        (Some(expression), None) => Value::Expression(expression),
        (None, Some(node)) => Value::Table(RawTable {
            hit_policy: word(&node, "hit_policy", HIT_POLICIES, HIT_POLICIES).unwrap_or("U"),
            inputs: node.strs("inputs"),
            rules: node
                .tables("rules")
                .iter()
                .map(|n| (n.strs("when"), n.str("then"), n.at.clone()))
                .collect(),
            priority: node.strs("priority"),
            at: node.at.clone(),
        }),
        _ => Value::Wrong(node.at.clone()),
    }
}

pub(crate) fn programme(node: &Node<'_>) -> RawProgramme {
    let kinds = [
        Kind::Grant,
        Kind::LoanLimit,
        Kind::EmployerFloor,
        Kind::Points,
        Kind::Eligibility,
        Kind::Levels,
    ];
    let audiences = [
        Audience::Worker,
        Audience::Student,
        Audience::Founder,
        Audience::Employer,
    ];
    let audience = |s: Str| {
        AUDIENCES
            .iter()
            .zip(audiences)
            .find(|(word, _)| **word == s.value)
            .map(|(_, a)| a)
    };
    let paper = |node: &Node<'_>| {
        let only = node.table("only_for");
        let keys = only.iter().flat_map(|map| {
            map.keys()
                .into_iter()
                .map(|key| (map.strs(&key.value), key))
        });
        RawPaper {
            cited: cited(node, "text"),
            only_for: keys.map(|(options, key)| (key, options)).collect(),
        }
    };
    RawProgramme {
        file: node.file.clone(),
        id: node.str("id"),
        kind: word(node, "kind", KINDS, &kinds).unwrap_or(Kind::Eligibility),
        audience: node
            .strs("audience")
            .into_iter()
            .filter_map(audience)
            .collect(),
        title: node.text("title"),
        summary: node.text("summary"),
        source: node.str("source"),
        channels: sentences(node, "channels"),
        papers: node.tables("papers").iter().map(paper).collect(),
        notes: sentences(node, "notes"),
        amounts: node
            .tables("amounts")
            .iter()
            .map(|node| (node.text("value"), cited(node, "label")))
            .collect(),
        schedule: sentences(node, "schedule"),
        gaps: node.tables("gaps").iter().map(gap).collect(),
        versions: node.tables("versions").iter().map(version).collect(),
    }
}

fn gap(node: &Node<'_>) -> RawGap {
    RawGap {
        from: node.day("from"),
        until: node.day("until"),
        text: node.text("text"),
        at: node.at.clone(),
    }
}

fn version(node: &Node<'_>) -> RawVersion {
    let step = |node: &Node<'_>| RawStep {
        id: node.str("id"),
        value: value(node),
        unit: unit(node).unwrap_or(Unit::None),
        cited: cited(node, "text"),
    };
    let amount = node.table("amount").map(|node| RawAmount {
        expression: node.str("expression"),
        unit: unit(&node).unwrap_or(Unit::None),
        cited: cited(&node, "text"),
    });
    let amount_unit = amount.as_ref().map_or(Unit::None, |amount| amount.unit);
    RawVersion {
        id: node.str("id"),
        from: node.day("from"),
        from_at: node.at("from"),
        until: node.day("until"),
        until_at: node.at("until"),
        from_evidence: evidence(node, "from_evidence"),
        until_evidence: evidence(node, "until_evidence"),
        source: node.opt("source"),
        steps: node.tables("steps").iter().map(step).collect(),
        conditions: node.tables("conditions").iter().map(condition).collect(),
        routes: node.tables("routes").iter().map(condition).collect(),
        window: node.table("window").map(|node| RawWindow {
            event: node.str("event"),
            months: node
                .whole("months")
                .and_then(|m| u16::try_from(m).ok())
                .unwrap_or(1),
            cited: cited(&node, "text"),
        }),
        amount,
        due_now: node
            .table("due_now")
            .map(|node| (node.str("expression"), unit(&node).unwrap_or(amount_unit))),
    }
}

fn condition(node: &Node<'_>) -> RawCondition {
    RawCondition {
        id: node.str("id"),
        expression: node.str("expression"),
        level: node
            .whole("level")
            .and_then(|level| u8::try_from(level).ok()),
        cited: cited(node, "text"),
    }
}
