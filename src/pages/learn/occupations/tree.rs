//! The classification's tree: only what is unfolded is there.

use super::look::Look;
use crate::components::icon::{Icon, icon};
use crate::components::learn::han::han;
use crate::components::learn::occupation_row::occupation_link;
use crate::lang::Lang;
use crate::texts::occupations as t;
use crate::ui::prelude::*;
use catalogue::model::{Group, Occupations};

/// The 大类; each unfolds to its 中类, these to their 小类, these to occupations.
pub fn tree(occupations: &'static Occupations, look: Look, lang: Lang) -> View {
    let branch = Branch {
        occupations,
        look,
        lang,
    };
    let majors = occupations.tree.majors.iter().enumerate();
    let majors = majors.map(|(at, group)| branch.group(0, at, group));
    view! {
        <p class="help small">{t::tree_help(lang)}</p>
        <ul class="tree">{majors.collect_view()}</ul>
    }
}

/// What every branch needs.
#[derive(Clone, Copy)]
struct Branch {
    occupations: &'static Occupations,
    look: Look,
    lang: Lang,
}

impl Branch {
    /// A group of a storey (0 is 大类) at its place there.
    fn group(self, storey: u8, at: usize, group: &'static Group) -> View {
        let look = self.look;
        let open = Memo::new(move |_| look.open.read().contains(&group.code));
        let toggle = move |_| {
            let was_open = open.get_untracked();
            look.open.update(|all| match was_open {
                true => all.retain(|code| *code != group.code),
                false => all.push(group.code.clone()),
            });
        };
        let inner = move || open.get().then(|| self.below(storey, at, group));
        let count = self.count(&group.code);
        view! {
            <li>
                <button
                    type="button"
                    class="branch"
                    aria-expanded=move || open.get().to_string()
                    on:click=toggle
                >
                    <span class="fold">{icon(Icon::Right)}</span>
                    <span class="name">{han(&group.name)}</span>
                    <span class="count">{count}</span>
                </button>
                {inner}
            </li>
        }
    }

    /// What a group unfolds to.
    fn below(self, storey: u8, at: usize, group: &'static Group) -> View {
        let tree = &self.occupations.tree;
        let next = match storey {
            0 => &tree.middles,
            1 => &tree.minors,
            _ => return self.leaves(group),
        };
        let inside = next.iter().enumerate();
        let inside = inside.filter(|(_, it)| usize::from(it.parent) == at);
        let inside = inside.map(|(at, it)| self.group(storey + 1, at, it));
        view! { <ul>{inside.collect_view()}</ul> }
    }

    fn leaves(self, group: &'static Group) -> View {
        let list = self.occupations.list.iter();
        let list = list.filter(|it| is_below(&it.code, &group.code));
        let list = list.map(|it| view! { <li class="leaf">{occupation_link(self.lang, it)}</li> });
        view! { <ul>{list.collect_view()}</ul> }
    }

    fn count(self, code: &str) -> usize {
        let list = self.occupations.list.iter();
        list.filter(|it| is_below(&it.code, code)).count()
    }
}

/// Whether an occupation's code lies below a group's.
fn is_below(code: &str, group: &str) -> bool {
    let rest = code.strip_prefix(group);
    rest.is_some_and(|rest| rest.starts_with('-'))
}
