//! What the source files hold. The JSON Schema for editors is made from this too.

use super::shape::{Field, Shape, TableShape, may, must};

use Shape::{
    Bound, Choice, Date, Either, Expression, Id, List, MaybeText, Name, String, Table, Text, Whole,
};

pub(crate) const UNITS: &[&str] = &[
    "none", "yuan", "points", "months", "years", "days", "people",
];
pub(crate) const KINDS: &[&str] = &[
    "grant",
    "loan_limit",
    "employer_floor",
    "points",
    "eligibility",
    "levels",
];
pub(crate) const AUDIENCES: &[&str] = &["worker", "student", "founder", "employer"];
pub(crate) const EVIDENCE: &[&str] = &["official", "press", "unconfirmed"];
pub(crate) const CHANGES: &[&str] = &["fixed", "do_up", "do_down", "wait_up", "wait_down"];
pub(crate) const TYPES: &[&str] = &["bool", "options", "integer", "money", "date"];
pub(crate) const HIT_POLICIES: &[&str] = &["U", "A", "P", "F", "C", "C+", "C<", "C>", "C#"];

pub(super) const SOURCE: Field = may(
    "source",
    Id,
    "the id of a source; without it the one above counts",
);
pub(super) const CLAUSE: Field = may("clause", String, "the place within the source: 第四条");
pub(super) const EVIDENCE_FIELD: Field = may(
    "evidence",
    Choice(EVIDENCE),
    "how far this sentence is known; without it as the source",
);
pub(super) const TEXT: Field = must("text", Text, "the sentence that a page shows");

pub(crate) static PACK: TableShape = TableShape {
    name: "pack",
    doc: "pack.toml: the pack itself.",
    fields: &[
        must("id", Id, "the pack's id, `shanghai`"),
        must("version", Name, "the pack's version, `2026.11.22`"),
        must("as_of", Date, "the day on which the facts were checked"),
        must(
            "valid_until",
            Date,
            "no figure is shown for a date after this",
        ),
        must(
            "hotline",
            Name,
            "the telephone number for what is not known here",
        ),
        must("title", Text, "the pack's name"),
        must(
            "groups",
            List(&Table(&GROUP)),
            "headings for questions, in order",
        ),
        may(
            "exclusions",
            List(&Table(&EXCLUSION)),
            "grants of which at most one is paid",
        ),
        may(
            "caps",
            List(&Table(&CAP)),
            "limits that several programmes share",
        ),
    ],
};

static GROUP: TableShape = TableShape {
    name: "group",
    doc: "A heading for questions.",
    fields: &[
        must("id", Id, "a unique id"),
        must("title", Text, "the heading"),
    ],
};

static EXCLUSION: TableShape = TableShape {
    name: "exclusion",
    doc: "Programmes of which at most one is paid.",
    fields: &[
        must("programmes", List(&Id), "ids of programmes"),
        must("text", Text, "why"),
        must("source", Id, "the id of a source"),
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static CAP: TableShape = TableShape {
    name: "cap",
    doc: "A limit that several programmes share.",
    fields: &[
        must("id", Id, "a unique id"),
        must("programmes", List(&Id), "ids of programmes"),
        must(
            "max_yuan",
            Whole(1, 1_000_000_000),
            "the most that all of them may come to",
        ),
        must("text", Text, "the limit in words"),
    ],
};

pub(crate) static SOURCES: TableShape = TableShape {
    name: "file of sources",
    doc: "sources.toml: the documents that rules rest on.",
    fields: &[must(
        "sources",
        List(&Table(&SOURCE_TABLE)),
        "the documents",
    )],
};

static SOURCE_TABLE: TableShape = TableShape {
    name: "source",
    doc: "A document that rules rest on.",
    fields: &[
        must("id", Id, "a unique id, cited by rules"),
        must("title", Text, "the document's title"),
        may("number", String, "its number: 人社部发〔2026〕39号"),
        must("publisher", Text, "who issued or printed it"),
        may(
            "date",
            String,
            "its date as far as known: 2026, 2026-06, 2026-06-18",
        ),
        must("evidence", Choice(EVIDENCE), "how it was read"),
        may("url", String, "where it is, if public"),
    ],
};

pub(crate) static QUESTIONS: TableShape = TableShape {
    name: "file of questions",
    doc: "questions.toml: what a person is asked.",
    fields: &[must(
        "questions",
        List(&Table(&QUESTION)),
        "the questions; their order gives the slots",
    )],
};

static QUESTION: TableShape = TableShape {
    name: "question",
    doc: "A question and all its possible answers.",
    fields: &[
        must("id", Id, "a unique id; part of the public interface"),
        must("type", Choice(TYPES), "the type of the answer"),
        must("group", Id, "the id of a group of pack.toml"),
        must(
            "order",
            Whole(0, 65_535),
            "lower is asked first where nothing else decides",
        ),
        must("label", Text, "a short name"),
        must("ask", Text, "the question itself"),
        may("help", MaybeText, "where to find the answer, what counts"),
        may("min", Bound, "the smallest answer (integer, money, date)"),
        may("max", Bound, "the largest answer (integer, money, date)"),
        may(
            "unit",
            Choice(UNITS),
            "what a number counts; `none` without it, `yuan` for money",
        ),
        may(
            "options",
            List(&Table(&OPTION)),
            "the options, for type `options`",
        ),
        may(
            "change",
            Either(CHANGES, &Table(&CHANGE)),
            "what a person can do about it; `fixed` without it",
        ),
    ],
};

static OPTION: TableShape = TableShape {
    name: "option",
    doc: "One option of a question.",
    fields: &[
        must("id", Id, "a unique id in the question"),
        must("label", Text, "the option in words"),
    ],
};

static CHANGE: TableShape = TableShape {
    name: "change",
    doc: "To which options a person can come.",
    fields: &[
        may(
            "do_to",
            List(&Name),
            "by doing something, to these options (or \"true\", \"false\")",
        ),
        may(
            "wait_to",
            List(&Name),
            "by waiting, to these options (or \"true\", \"false\")",
        ),
    ],
};

pub(crate) static DEFINITIONS: TableShape = TableShape {
    name: "file of definitions",
    doc: "definitions.toml: values that several programmes use.",
    fields: &[must(
        "definitions",
        List(&Table(&DEFINITION)),
        "the definitions; each may use those above it",
    )],
};

static DEFINITION: TableShape = TableShape {
    name: "definition",
    doc: "A named value that several programmes use: an expression or a table.",
    fields: &[
        must("id", Id, "a unique id"),
        may("expression", Expression, "a FEEL expression"),
        may("table", Table(&DECISION), "a decision table"),
        may("unit", Choice(UNITS), "what the number counts"),
    ],
};

pub(super) static DECISION: TableShape = TableShape {
    name: "decision table",
    doc: "A DMN decision table with one output.",
    fields: &[
        must(
            "hit_policy",
            Choice(HIT_POLICIES),
            "which rule counts: U unique, F first, …",
        ),
        must("inputs", List(&Expression), "an expression for each column"),
        must("rules", List(&Table(&RULE)), "the rows"),
        may(
            "priority",
            List(&Expression),
            "the outputs, most important first (hit policy P)",
        ),
    ],
};

static RULE: TableShape = TableShape {
    name: "rule",
    doc: "A row of a decision table.",
    fields: &[
        must(
            "when",
            List(&Expression),
            "a unary test for each input; `-` is anything",
        ),
        must("then", Expression, "the result"),
    ],
};
