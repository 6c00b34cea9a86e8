//! What is looked for: it stands in the fragment, which no server sees.
//!
//! `#q=diangong&district=310115,310101&level=4&sort=price&pages=2`

use crate::browser::history;
use crate::routes::value_of;

/// The facets' names, in the order of the bar.
pub const KEYS: [&str; 12] = [
    "district",
    "level",
    "times",
    "price",
    "month",
    "mode",
    "group",
    "shortage",
    "digital",
    "green",
    "grant",
    "occupation",
];

/// Letters of a search that stand in the address.
const MOST_LETTERS: usize = 80;

/// An order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// How well the words are matched; without words that of the catalogue.
    #[default]
    Relevance,
    /// How well a course suits the visitor.
    Fit,
    /// What is left to pay at most.
    Price,
    /// The next beginning.
    Start,
    /// The hours.
    Hours,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 5] = [
        Order::Relevance,
        Order::Fit,
        Order::Price,
        Order::Start,
        Order::Hours,
    ];

    fn tag(self) -> &'static str {
        match self {
            Order::Relevance => "",
            Order::Fit => "fit",
            Order::Price => "price",
            Order::Start => "start",
            Order::Hours => "hours",
        }
    }
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The words, as typed.
    pub query: String,
    /// By a facet's name the chosen values' ids; a facet without choice is not in it.
    pub chosen: Vec<(&'static str, Vec<String>)>,
    /// The order.
    pub order: Order,
    /// So many times twenty courses are shown.
    pub pages: usize,
}

impl Wanted {
    /// What a fragment says; what it can't say is left out.
    pub fn read(fragment: &str) -> Wanted {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let ids = |text: &str| -> Vec<String> {
            let ids = text.split(',').filter(|id| !id.is_empty());
            ids.filter(|id| id.chars().all(plain))
                .take(40)
                .map(str::to_owned)
                .collect()
        };
        let chosen = KEYS.iter().filter_map(|key| {
            let ids = ids(value_of(fragment, key)?);
            (!ids.is_empty()).then_some((*key, ids))
        });
        let sort = value_of(fragment, "sort").unwrap_or("");
        let order = Order::ALL.into_iter().find(|order| order.tag() == sort);
        let pages = value_of(fragment, "pages").and_then(|text| text.parse().ok());
        Wanted {
            query: value_of(fragment, "q").map_or_else(String::new, history::decode),
            chosen: chosen.collect(),
            order: order.unwrap_or_default(),
            pages: pages.unwrap_or(1usize).clamp(1, 200),
        }
    }

    /// The fragment with its mark; empty where nothing is looked for.
    pub fn write(&self) -> String {
        let mut parts = Vec::new();
        let query: String = self.query.trim().chars().take(MOST_LETTERS).collect();
        if !query.is_empty() {
            parts.push(format!("q={}", history::encode(&query)));
        }
        for (key, ids) in &self.chosen {
            parts.push(format!("{key}={}", ids.join(",")));
        }
        if self.order != Order::Relevance {
            parts.push(format!("sort={}", self.order.tag()));
        }
        if self.pages > 1 {
            parts.push(format!("pages={}", self.pages));
        }
        match parts.is_empty() {
            true => String::new(),
            false => format!("#{}", parts.join("&")),
        }
    }

    /// The ids that are chosen in a facet.
    pub fn of(&self, key: &str) -> &[String] {
        let found = self.chosen.iter().find(|(known, _)| *known == key);
        found.map_or(&[], |(_, ids)| ids)
    }

    /// The one id that is chosen in a facet, if there is only one.
    pub fn only(&self, key: &str) -> Option<&str> {
        match self.of(key) {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether a value is chosen.
    pub fn has(&self, key: &str, id: &str) -> bool {
        self.of(key).iter().any(|known| known == id)
    }

    /// Chooses a value, or no longer; the list begins anew.
    pub fn toggle(&mut self, key: &'static str, id: &str) {
        self.pages = 1;
        match self.chosen.iter_mut().find(|(known, _)| *known == key) {
            Some((_, ids)) => match ids.iter().position(|known| known == id) {
                Some(at) => drop(ids.remove(at)),
                None => ids.push(id.to_owned()),
            },
            None => self.chosen.push((key, vec![id.to_owned()])),
        }
        self.chosen.retain(|(_, ids)| !ids.is_empty());
        let place = |key: &str| KEYS.iter().position(|known| *known == key);
        self.chosen.sort_by_key(|(key, _)| place(key));
    }

    /// Drops what is chosen in a facet.
    pub fn drop(&mut self, key: &str) {
        self.pages = 1;
        self.chosen.retain(|(known, _)| *known != key);
    }
}
