//! `roadmap.toml` as written: strings with their places, nothing looked up yet.

use super::shape::PAGES;
use crate::guide::Page;
use crate::model::Text;
use crate::source::node::{Node, Str};
use crate::source::raw::{Cited, cited, word};

pub(super) struct RawRoad {
    pub stages: Vec<(Str, Text)>,
    pub courses: Vec<RawCourse>,
    pub dates: Vec<RawDate>,
    pub tasks: Vec<RawTask>,
    pub notes: Vec<Cited>,
}

pub(super) struct RawCourse {
    pub id: Str,
    pub short: Text,
    pub stage: Str,
    pub next: Vec<Str>,
}

pub(super) struct RawDate {
    pub id: Str,
    pub label: Text,
    pub help: Text,
    pub question: Option<Str>,
    pub counts: Vec<Str>,
    pub own_counts: Vec<Str>,
    pub own_yes: Vec<Str>,
}

pub(super) struct RawTask {
    pub id: Str,
    pub stage: Str,
    pub title: Text,
    pub about: Cited,
    pub after: Vec<Str>,
    pub optional: bool,
    pub date: Option<Str>,
    pub courses: Vec<Str>,
    pub unlocks: Vec<Str>,
    pub claims: Option<Str>,
    pub waits: Option<RawWait>,
    pub papers: Vec<Cited>,
    pub offices: Vec<Cited>,
    pub page: Option<Page>,
}

pub(super) struct RawWait {
    pub programme: Str,
    pub condition: Str,
}

pub(super) fn road(node: &Node<'_>) -> RawRoad {
    RawRoad {
        stages: node
            .tables("stages")
            .iter()
            .map(|node| (node.str("id"), node.text("title")))
            .collect(),
        courses: node.tables("courses").iter().map(course).collect(),
        dates: node.tables("dates").iter().map(date).collect(),
        tasks: node.tables("tasks").iter().map(task).collect(),
        notes: sentences(node, "notes"),
    }
}

fn sentences(node: &Node<'_>, key: &str) -> Vec<Cited> {
    let tables = node.tables(key);
    tables.iter().map(|node| cited(node, "text")).collect()
}

fn course(node: &Node<'_>) -> RawCourse {
    RawCourse {
        id: node.str("id"),
        short: node.text("short"),
        stage: node.str("stage"),
        next: node.strs("next"),
    }
}

fn date(node: &Node<'_>) -> RawDate {
    RawDate {
        id: node.str("id"),
        label: node.text("label"),
        help: node.text("help"),
        question: node.opt("question"),
        counts: node.strs("counts"),
        own_counts: node.strs("guide_counts"),
        own_yes: node.strs("guide_yes"),
    }
}

fn task(node: &Node<'_>) -> RawTask {
    let pages = [
        Page::Check,
        Page::Loan,
        Page::Courses,
        Page::Employers,
        Page::Money,
    ];
    RawTask {
        id: node.str("id"),
        stage: node.str("stage"),
        title: node.text("title"),
        about: cited(node, "text"),
        after: node.strs("after"),
        optional: node.flag("optional"),
        date: node.opt("date"),
        courses: node.strs("courses"),
        unlocks: node.strs("unlocks"),
        claims: node.opt("claims"),
        waits: node.table("waits").map(|node| RawWait {
            programme: node.str("programme"),
            condition: node.str("condition"),
        }),
        papers: sentences(node, "papers"),
        offices: sentences(node, "offices"),
        page: word(node, "page", PAGES, &pages),
    }
}
