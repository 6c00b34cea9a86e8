//! Rows that stay where they are while others come and go.

use super::follow;
use super::view::{View, text};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// What becomes of a place in the list.
enum Row {
    /// The row that stood at this place stays.
    Kept(usize),
    /// A new one.
    New(Vec<Node>),
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
    let mut shown: Vec<K> = Vec::new();
    // The only part that is made anew for each type of key.
    list(Box::new(move || {
        let now = keys();
        let mut taken = vec![false; shown.len()];
        let row = |key: &K| {
            let mut free = shown.iter().zip(&mut taken).enumerate();
            match free.find(|(_, (old, taken))| !**taken && *old == key) {
                Some((place, (_, taken))) => {
                    *taken = true;
                    Row::Kept(place)
                }
                None => Row::New(make(key).nodes()),
            }
        };
        let rows = now.iter().map(row).collect();
        shown = now;
        rows
    }))
}

fn list(mut rows: Box<dyn FnMut() -> Vec<Row>>) -> View {
    let (Some(start), Some(end)) = (text(""), text("")) else {
        return View::default();
    };
    let first = Rc::new(RefCell::new(Vec::new()));
    let (to, given) = (end.clone(), Rc::clone(&first));
    let mut shown: Vec<Vec<Node>> = Vec::new();
    follow(move |is_first| {
        let mut old: Vec<Option<Vec<Node>>> = shown.drain(..).map(Some).collect();
        for row in rows() {
            shown.push(match row {
                Row::New(nodes) => nodes,
                Row::Kept(place) => {
                    let kept = old.get_mut(place).and_then(Option::take);
                    kept.unwrap_or_default()
                }
            });
        }
        if is_first {
            given.replace(shown.iter().flatten().cloned().collect());
            return;
        }
        remove(old.iter().flatten().flatten());
        place(&to, shown.iter().flatten());
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
