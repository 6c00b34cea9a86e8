//! Rows that stay where they are while others come and go.

use super::follow;
use super::view::{View, text};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// A row that is on the page.
struct Row<K> {
    key: K,
    nodes: Vec<Node>,
}

/// One view for each key, in order, renewed when a signal that `keys` reads changes: a row
/// whose key was there before keeps its nodes, and what the visitor does in it.
///
/// A key holds all that its row shows: `make` is given nothing else, and a row that stays is
/// not made again. What follows signals does not belong into a row.
pub fn rows<K: PartialEq + 'static>(
    keys: impl Fn() -> Vec<K> + 'static,
    make: impl Fn(&K) -> View + 'static,
) -> View {
    let (Some(start), Some(end)) = (text(""), text("")) else {
        return View::default();
    };
    let first = Rc::new(RefCell::new(Vec::new()));
    let (to, given) = (end.clone(), Rc::clone(&first));
    let mut shown: Vec<Row<K>> = Vec::new();
    follow(move |is_first| {
        let mut old = std::mem::take(&mut shown);
        for key in keys() {
            let kept = old.iter().position(|row| row.key == key);
            shown.push(match kept {
                Some(at) => old.remove(at),
                None => Row {
                    nodes: make(&key).nodes(),
                    key,
                },
            });
        }
        if is_first {
            let nodes = shown.iter().flat_map(|row| row.nodes.iter().cloned());
            given.replace(nodes.collect());
            return;
        }
        remove(old.iter().flat_map(|row| &row.nodes));
        place(&to, shown.iter().flat_map(|row| &row.nodes));
    });
    let mut nodes = vec![start];
    nodes.append(&mut first.take());
    nodes.push(end);
    View::of(nodes)
}

fn remove<'a>(nodes: impl Iterator<Item = &'a Node>) {
    for node in nodes {
        if let Some(parent) = node.parent_node() {
            // Refused only where it is no child of its parent.
            let _ = parent.remove_child(node);
        }
    }
}

/// Puts the nodes before `end`, in order, and moves none that is in its place. Nothing happens to
/// a list that is no longer on the page.
fn place<'a>(end: &Node, nodes: impl DoubleEndedIterator<Item = &'a Node>) {
    let Some(parent) = end.parent_node() else {
        return;
    };
    let mut next = end.clone();
    for node in nodes.rev() {
        let here = next.previous_sibling();
        if !here.is_some_and(|here| here.is_same_node(Some(node))) {
            // Refused only for a node that holds its own parent, which no view makes.
            let _ = parent.insert_before(node, Some(&next));
        }
        next = node.clone();
    }
}
