//! What the source files hold. The JSON Schema for editors is made from this too.

use super::shape::{Field, Shape, TableShape, may, must};

use Shape::{
    Bound, Choice, Date, Either, Expression, Id, List, Map, MaybeText, Name, String, Table, Text,
    Whole,
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

const SOURCE: Field = may(
    "source",
    Id,
    "the id of a source; without it the one above counts",
);
const CLAUSE: Field = may("clause", String, "the place within the source: 第四条");
const EVIDENCE_FIELD: Field = may(
    "evidence",
    Choice(EVIDENCE),
    "how far this sentence is known; without it as the source",
);
const TEXT: Field = must("text", Text, "the sentence that a page shows");

/// A sentence with its source.
static SENTENCE: TableShape = TableShape {
    name: "sentence",
    doc: "A sentence and where it comes from.",
    fields: &[TEXT, SOURCE, CLAUSE, EVIDENCE_FIELD],
};

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

static DECISION: TableShape = TableShape {
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

pub(crate) static PROGRAMME: TableShape = TableShape {
    name: "programme",
    doc: "programmes/<id>.toml: one programme, all its versions, what its page says.",
    fields: &[
        must("id", Id, "the file's name; part of the public interface"),
        must("kind", Choice(KINDS), "what its amount means"),
        must("audience", List(&Choice(AUDIENCES)), "whom it is for"),
        must("title", Text, "its full name"),
        must("summary", Text, "one sentence"),
        must("source", Id, "the source of all below that names none"),
        may("channels", List(&Table(&SENTENCE)), "where to go"),
        may("papers", List(&Table(&PAPER)), "what to bring"),
        may("notes", List(&Table(&SENTENCE)), "what to know besides"),
        may(
            "amounts",
            List(&Table(&AMOUNT_ROW)),
            "rows of the table of amounts",
        ),
        may("schedule", List(&Table(&SENTENCE)), "when parts are paid"),
        may(
            "gaps",
            List(&Table(&GAP)),
            "days for which no rule is in hand, and why",
        ),
        may(
            "versions",
            List(&Table(&VERSION)),
            "the rules by time; none for a mere guide",
        ),
    ],
};

static PAPER: TableShape = TableShape {
    name: "paper",
    doc: "A paper to bring.",
    fields: &[
        TEXT,
        may(
            "only_for",
            Map(&List(&Name)),
            "only for these options: { situation = [\"unemployed\"] }",
        ),
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static AMOUNT_ROW: TableShape = TableShape {
    name: "row of amounts",
    doc: "A row of the table of amounts that a page shows.",
    fields: &[
        must("label", Text, "for whom or what"),
        must("value", Text, "how much, as shown"),
        SOURCE,
        EVIDENCE_FIELD,
    ],
};

static GAP: TableShape = TableShape {
    name: "gap",
    doc: "Days for which it is known that no rule is in hand.",
    fields: &[
        may("from", Date, "the first day; from ever without it"),
        may(
            "until",
            Date,
            "the last day; until further notice without it",
        ),
        must("text", Text, "why, and what to do instead"),
    ],
};

static VERSION: TableShape = TableShape {
    name: "version",
    doc: "The rules for a span of days.",
    fields: &[
        must("id", Id, "a unique id in the programme: `v2026`"),
        may("from", Date, "the first day in force"),
        may("until", Date, "the last day in force"),
        may(
            "from_evidence",
            Choice(EVIDENCE),
            "how far the first day is known",
        ),
        may(
            "until_evidence",
            Choice(EVIDENCE),
            "how far the last day is known",
        ),
        SOURCE,
        may(
            "steps",
            List(&Table(&STEP)),
            "named values on the way to the amount",
        ),
        may("conditions", List(&Table(&CONDITION)), "all must hold"),
        may(
            "routes",
            List(&Table(&ROUTE)),
            "if there are any, one must hold",
        ),
        may(
            "window",
            Table(&WINDOW),
            "the time within which one must apply",
        ),
        may("amount", Table(&AMOUNT), "what is paid if all holds"),
        may(
            "due_now",
            Table(&DUE_NOW),
            "the part of the amount that is due on the day of application",
        ),
    ],
};

static STEP: TableShape = TableShape {
    name: "step",
    doc: "A named value on the way to the amount: an expression or a table.",
    fields: &[
        must(
            "id",
            Id,
            "a unique id in the version, a name for the expressions below",
        ),
        TEXT,
        must(
            "unit",
            Choice(UNITS),
            "what it counts; `none` for a share or a truth",
        ),
        may("expression", Expression, "a FEEL expression"),
        may("table", Table(&DECISION), "a decision table"),
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static CONDITION: TableShape = TableShape {
    name: "condition",
    doc: "What must hold.",
    fields: &[
        must("id", Id, "a unique id in the version"),
        TEXT,
        must(
            "expression",
            Expression,
            "a FEEL expression that is true or false",
        ),
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static ROUTE: TableShape = TableShape {
    name: "route",
    doc: "One of several ways to qualify.",
    fields: &[
        must("id", Id, "a unique id in the version"),
        TEXT,
        must(
            "expression",
            Expression,
            "a FEEL expression that is true or false",
        ),
        may(
            "level",
            Whole(1, 5),
            "for kind `levels`: the level that it opens",
        ),
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static WINDOW: TableShape = TableShape {
    name: "window",
    doc: "The time within which one must apply; it adds a condition with the id `window`.",
    fields: &[
        must("event", Id, "the id of a question of type `date`"),
        must(
            "months",
            Whole(1, 1200),
            "whole months, the last day included",
        ),
        TEXT,
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static AMOUNT: TableShape = TableShape {
    name: "amount",
    doc: "What is paid if all holds.",
    fields: &[
        TEXT,
        must("unit", Choice(UNITS), "what it counts"),
        must("expression", Expression, "a FEEL expression"),
        SOURCE,
        CLAUSE,
        EVIDENCE_FIELD,
    ],
};

static DUE_NOW: TableShape = TableShape {
    name: "part that is due",
    doc: "The part of the amount that is due on the day of application.",
    fields: &[
        must("expression", Expression, "a FEEL expression"),
        may(
            "unit",
            Choice(UNITS),
            "what it counts; as the amount without it",
        ),
    ],
};
