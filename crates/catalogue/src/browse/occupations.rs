//! What occupations are filtered by.

use super::facet::{Column, Facet, NONE, Value};
use crate::model::{Occupation, Occupations, Tree};

/// The facets of occupations, in the order in which a page shows them: `group` (中类),
/// `level`, `shortage`, `digital`, `green`.
pub fn occupation_facets(occupations: &Occupations) -> Vec<Facet> {
    let list = &occupations.list;
    let flag = |key, value: &dyn Fn(&Occupation) -> Option<bool>| Facet {
        key,
        values: yes_no(),
        column: Column::One(
            list.iter()
                .map(|it| match value(it) {
                    Some(true) => 0,
                    Some(false) => 1,
                    None => NONE,
                })
                .collect(),
        ),
    };
    let middle = |it: &Occupation| {
        let minor = occupations.tree.minors.get(usize::from(it.minor));
        minor.map_or(NONE, |minor| minor.parent)
    };
    vec![
        Facet {
            key: "group",
            values: group_values(&occupations.tree),
            column: Column::One(list.iter().map(middle).collect()),
        },
        // Value n is level n; nothing has value 0.
        Facet {
            key: "level",
            values: ["0", "1", "2", "3", "4", "5"].map(Value::plain).to_vec(),
            column: Column::Many(
                list.iter()
                    .map(|it| u32::from(it.levels().bits()) << 1)
                    .collect(),
            ),
        },
        flag("shortage", &|it| Some(it.shortage.is_some())),
        flag("digital", &|it| it.digital),
        flag("green", &|it| it.green),
    ]
}

/// A value for each 中类, by its place in the tree.
pub(super) fn group_values(tree: &Tree) -> Vec<Value> {
    tree.middles
        .iter()
        .map(|group| Value {
            id: group.code.clone(),
            name: group.name.clone(),
        })
        .collect()
}

/// Value 0 is yes, 1 is no.
pub(super) fn yes_no() -> Vec<Value> {
    ["yes", "no"].map(Value::plain).to_vec()
}
