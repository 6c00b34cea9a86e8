//! `changes.toml`: the pack's change log.

use super::fault::{At, Faults};
use super::node::{Node, Str};
use super::raw::{RawPack, RawProgramme};
use super::shape::{
    Shape::{Bool, Date, Id, List, Name, Table},
    TableShape, may, must, suggest,
};
use super::shapes::TEXT;
use super::texts::Sources;
use crate::changes::{Change, Changes};
use crate::model::Text;
use rules::date::Day;

pub(crate) static CHANGE_LOG: TableShape = TableShape {
    name: "change log",
    doc: "changes.toml: what became different with which version of the pack, newest first.",
    fields: &[must(
        "changes",
        List(&Table(&CHANGE)),
        "the changes, newest first",
    )],
};

static CHANGE: TableShape = TableShape {
    name: "change",
    doc: "One thing that changed, for those who use the site.",
    fields: &[
        must("date", Date, "the day on which the version was published"),
        must(
            "version",
            Name,
            "the pack's version that brought it; the newest is that of pack.toml",
        ),
        may(
            "starred",
            Bool,
            "whether it changes what somebody is told they may claim; `false` without it",
        ),
        may(
            "programmes",
            List(&Id),
            "ids of the programmes that it concerns",
        ),
        may(
            "sources",
            List(&Id),
            "ids of the sources that it rests on; a starred change has one",
        ),
        TEXT,
    ],
};

/// The log as written.
pub(crate) struct RawLog {
    changes: Vec<RawChange>,
    at: At,
}

struct RawChange {
    date: Day,
    date_at: At,
    version: Str,
    starred: bool,
    programmes: Vec<Str>,
    sources: Vec<Str>,
    text: Text,
    at: At,
}

pub(crate) fn read(node: &Node<'_>) -> RawLog {
    let change = |node: &Node<'_>| RawChange {
        date: node.day("date").unwrap_or(0),
        date_at: node.at("date"),
        version: node.str("version"),
        starred: node.is_true("starred"),
        programmes: node.strs("programmes"),
        sources: node.strs("sources"),
        text: node.text("text"),
        at: node.at.clone(),
    };
    RawLog {
        changes: node.tables("changes").iter().map(change).collect(),
        at: node.at.clone(),
    }
}

/// Compares the log with the pack whose changes it tells.
pub(crate) fn check(
    raw: RawLog,
    pack: &RawPack,
    programmes: &[RawProgramme],
    sources: &mut Sources<'_>,
    faults: &mut Faults,
) -> Changes {
    newest(&raw, pack, faults);
    order(&raw.changes, faults);
    let known: Vec<&str> = programmes.iter().map(|it| it.id.value.as_str()).collect();
    let list = raw.changes.into_iter().map(|change| {
        twice(&change.programmes, "programme", faults);
        twice(&change.sources, "source", faults);
        for id in &change.programmes {
            if !known.contains(&id.value.as_str()) {
                let message = format!("there is no programme `{}`", id.value);
                let fault = faults.error("unknown-programme", &id.at, message);
                suggest(fault, &id.value, &known);
            }
        }
        for id in &change.sources {
            sources.find(id, faults);
        }
        if change.starred && change.sources.is_empty() {
            let message = "this change is starred, but names no source";
            let fault = faults.error("no-source", &change.at, message);
            fault.help("add `sources = [\"…\"]`: the documents that it rests on");
        }
        Change {
            date: change.date,
            version: change.version.value,
            starred: change.starred,
            programmes: values(change.programmes),
            text: change.text,
            sources: values(change.sources),
        }
    });
    Changes {
        list: list.collect(),
    }
}

/// The newest entry tells of this version: whoever publishes another one says what it changes.
fn newest(raw: &RawLog, pack: &RawPack, faults: &mut Faults) {
    let now = &pack.version.value;
    let Some(first) = raw.changes.first() else {
        let fault = faults.error("empty", &raw.at, "the change log is empty");
        fault.help(format!("say what is new in version `{now}`"));
        return;
    };
    if first.version.value != *now {
        let message = format!(
            "the newest change is of version `{}`, the pack is version `{now}`",
            first.version.value
        );
        let fault = faults.error("version", &first.version.at, message);
        fault.also(&pack.version.at, "the pack's version");
        fault.help(format!("say above what is new in version `{now}`"));
    }
}

/// Newest first, and what belongs to one version stands together with one date.
fn order(changes: &[RawChange], faults: &mut Faults) {
    for (at, (above, below)) in changes.iter().zip(changes.iter().skip(1)).enumerate() {
        let same = above.version.value == below.version.value;
        if below.date > above.date {
            let fault = faults.error(
                "order",
                &below.date_at,
                "this change is newer than the one above it",
            );
            fault.also(&above.date_at, "the one above");
            fault.help("the newest change stands first");
        } else if same && below.date != above.date {
            let message = format!("version `{}` has two dates", below.version.value);
            let fault = faults.error("version", &below.date_at, message);
            fault.also(&above.date_at, "the other one");
        }
        let mut earlier = changes.iter().take(at + 1);
        let before = earlier.find(|it| it.version.value == below.version.value);
        if let Some(before) = before.filter(|_| !same) {
            let message = format!("version `{}` is told of in two places", below.version.value);
            let fault = faults.error("version", &below.version.at, message);
            fault.also(&before.version.at, "here too");
            fault.help("let the changes of a version stand together");
        }
    }
}

fn twice(ids: &[Str], what: &str, faults: &mut Faults) {
    for (at, id) in ids.iter().enumerate() {
        if let Some(first) = ids.iter().take(at).find(|it| it.value == id.value) {
            let message = format!("the {what} `{}` is there twice", id.value);
            let fault = faults.error("duplicate", &id.at, message);
            fault.also(&first.at, "first here");
        }
    }
}

fn values(ids: Vec<Str>) -> Vec<String> {
    ids.into_iter().map(|id| id.value).collect()
}
