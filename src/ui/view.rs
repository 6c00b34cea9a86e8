//! A piece of a page.

use super::element::Element;
use super::follow;
use super::signal::{Memo, RwSignal};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// Nodes that are ready to be shown, in order.
#[derive(Default)]
pub struct View {
    nodes: Vec<Node>,
}

impl View {
    /// Adds something at the end.
    pub fn push(&mut self, part: impl IntoView) {
        self.nodes.append(&mut part.into_view().nodes);
    }

    /// These nodes.
    pub(super) fn of(nodes: Vec<Node>) -> View {
        View { nodes }
    }

    /// The nodes, for a parent to take.
    pub(super) fn nodes(self) -> Vec<Node> {
        self.nodes
    }
}

/// What can stand in a view.
pub trait IntoView {
    /// Makes it.
    fn into_view(self) -> View;

    /// The same, by the name that Leptos's pages use.
    fn into_any(self) -> View
    where
        Self: Sized,
    {
        self.into_view()
    }
}

/// Views from an iterator.
pub trait CollectView {
    /// All of them, in order.
    fn collect_view(self) -> View;
}

impl<I> CollectView for I
where
    I: IntoIterator,
    I::Item: IntoView,
{
    fn collect_view(self) -> View {
        let mut all = View::default();
        self.into_iter().for_each(|part| all.push(part));
        all
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View {
            nodes: vec![self.into_node()],
        }
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::default()
    }
}

impl IntoView for &str {
    fn into_view(self) -> View {
        View {
            nodes: text(self).into_iter().collect(),
        }
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        self.as_str().into_view()
    }
}

impl IntoView for &String {
    fn into_view(self) -> View {
        self.as_str().into_view()
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl IntoView for $number {
            fn into_view(self) -> View {
                self.to_string().into_view()
            }
        })+
    };
}
numbers!(usize u8 u16 u32 i64);

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or_else(View::default, T::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

impl<T: IntoView, const N: usize> IntoView for [T; N] {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

impl<A: IntoView, B: IntoView> IntoView for (A, B) {
    fn into_view(self) -> View {
        let mut both = self.0.into_view();
        both.push(self.1);
        both
    }
}

/// A closure is followed.
impl<F, T> IntoView for F
where
    F: Fn() -> T + 'static,
    T: IntoView,
{
    fn into_view(self) -> View {
        region(Box::new(move || self().into_view()))
    }
}

macro_rules! signals {
    ($($signal:ident)+) => {
        $(impl<T> IntoView for $signal<T>
        where
            T: IntoView + Clone + Send + Sync + 'static,
        {
            fn into_view(self) -> View {
                region(Box::new(move || self.get().into_view()))
            }
        })+
    };
}
signals!(RwSignal Memo);

/// What `make` gives, renewed when a signal that it reads changes.
fn region(make: Box<dyn Fn() -> View>) -> View {
    let (Some(start), Some(end)) = (text(""), text("")) else {
        return View::default();
    };
    let first = Rc::new(RefCell::new(Vec::new()));
    let (from, to, given) = (start.clone(), end.clone(), Rc::clone(&first));
    follow(move |is_first| {
        let view = make();
        if is_first {
            given.replace(view.nodes);
        } else {
            renew(&from, &to, view.nodes);
        }
    });
    let mut nodes = vec![start];
    nodes.append(&mut first.take());
    nodes.push(end);
    View { nodes }
}

/// Puts `nodes` where everything between `start` and `end` was. Nothing happens to a region
/// that is no longer on the page.
fn renew(start: &Node, end: &Node, nodes: Vec<Node>) {
    let Some(parent) = end.parent_node() else {
        return;
    };
    while let Some(old) = start.next_sibling() {
        if old.is_same_node(Some(end)) || parent.remove_child(&old).is_err() {
            break;
        }
    }
    for node in nodes {
        // Refused only for a node that holds its own parent, which no view makes.
        let _ = parent.insert_before(&node, Some(end));
    }
}

/// A text.
pub(super) fn text(text: &str) -> Option<Node> {
    let document = web_sys::window()?.document()?;
    Some(document.create_text_node(text).into())
}
