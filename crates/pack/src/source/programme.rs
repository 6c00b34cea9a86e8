//! What `programmes/<id>.toml` holds.

use super::shape::{Shape, TableShape, may, must};
use super::shapes::{
    AUDIENCES, CLAUSE, DECISION, EVIDENCE, EVIDENCE_FIELD, KINDS, SOURCE, TEXT, UNITS,
};

use Shape::{Choice, Date, Expression, Id, List, Map, Name, Table, Text, Whole};

/// A sentence with its source.
pub(super) static SENTENCE: TableShape = TableShape {
    name: "sentence",
    doc: "A sentence and where it comes from.",
    fields: &[TEXT, SOURCE, CLAUSE, EVIDENCE_FIELD],
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
