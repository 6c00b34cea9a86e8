//! What `roadmap.toml` holds. The JSON Schema for editors is made from this too.

use crate::source::programme::SENTENCE;
use crate::source::shape::{Field, Shape, TableShape, may, must};
use crate::source::shapes::{CLAUSE, EVIDENCE_FIELD, TEXT};

use Shape::{Bool, Choice, Id, List, MaybeText, Table, Text};

/// Words for the pages that a task may lead to.
pub(crate) const PAGES: &[&str] = &["check", "loan", "courses", "employers", "money"];

/// What is a person's own to do needs no document.
const SOURCE: Field = may(
    "source",
    Id,
    "the id of a source, here or in the pack above; without it the sentence is advice",
);

pub(crate) static ROADMAP: TableShape = TableShape {
    name: "road map",
    doc: "roadmap.toml: what to do, from an idea to a growing firm.",
    fields: &[
        must(
            "stages",
            List(&Table(&STAGE)),
            "stretches of the road, in order",
        ),
        must(
            "courses",
            List(&Table(&COURSE)),
            "the courses, in the order in which they are taken",
        ),
        must(
            "dates",
            List(&Table(&DATE)),
            "the days that a person can enter",
        ),
        must(
            "tasks",
            List(&Table(&TASK)),
            "what to do; of tasks that could come next, the one written first does",
        ),
        may(
            "notes",
            List(&Table(&SENTENCE)),
            "what to know besides; figures that are not in hand",
        ),
    ],
};

static STAGE: TableShape = TableShape {
    name: "stage",
    doc: "A stretch of the road.",
    fields: &[
        must("id", Id, "a unique id"),
        must("title", Text, "its name"),
    ],
};

static COURSE: TableShape = TableShape {
    name: "course",
    doc: "A course and what comes after it.",
    fields: &[
        must("id", Id, "the programme that recommends it"),
        must("short", Text, "its short name"),
        must("stage", Id, "the id of a stage"),
        must("next", List(&Id), "the courses that come after it"),
    ],
};

static DATE: TableShape = TableShape {
    name: "date",
    doc: "A day that a person can enter: months count from it, and windows.",
    fields: &[
        must("id", Id, "a unique id"),
        must("label", Text, "a short name"),
        must("help", MaybeText, "what counts"),
        may(
            "question",
            Id,
            "the question of the pack above that asks for the same day",
        ),
        may(
            "counts",
            List(&Id),
            "questions of the pack above that count full months from it",
        ),
        may(
            "guide_counts",
            List(&Id),
            "questions of this folder that count full months from it",
        ),
        may(
            "guide_yes",
            List(&Id),
            "questions of this folder that are answered with yes once it has come",
        ),
    ],
};

static TASK: TableShape = TableShape {
    name: "task",
    doc: "Something to do.",
    fields: &[
        must(
            "id",
            Id,
            "a unique id; a visitor's progress is kept under it",
        ),
        must("stage", Id, "the id of a stage"),
        must("title", Text, "a few words, a verb first"),
        TEXT,
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
        may("after", List(&Id), "the tasks that must come before it"),
        may("optional", Bool, "whether one may do without it"),
        may("date", Id, "the date that is its doing"),
        may("courses", List(&Id), "the courses that it may consist of"),
        may(
            "unlocks",
            List(&Id),
            "programmes of the pack above that it is a step towards",
        ),
        may(
            "claims",
            Id,
            "the programme of the pack above that is applied for: its papers, offices and window are the task's",
        ),
        may(
            "waits",
            Table(&WAIT),
            "the condition whose months must pass; how many, the condition itself says",
        ),
        may("papers", List(&Table(&SENTENCE)), "what to bring"),
        may("offices", List(&Table(&SENTENCE)), "where to go"),
        may("page", Choice(PAGES), "a page of the site that helps"),
    ],
};

static WAIT: TableShape = TableShape {
    name: "wait",
    doc: "Months that a programme's condition asks for.",
    fields: &[
        must("programme", Id, "a programme of the pack above"),
        must("condition", Id, "one of its conditions"),
    ],
};
