//! Which rules differ, in the packs' own words.

use super::side::{Part, Side, parts};
use super::texts;
use pack::facts::{format_date, format_decimal};
use pack::model::{self, Text};
use rules::program::Version;
use std::collections::BTreeSet;

/// A difference between two packs' rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Empty for what is the whole pack's.
    pub programme: String,
    /// Empty for what is the whole programme's.
    pub version: String,
    /// `programme`, `version`, `condition`, `question`, …
    pub part: &'static str,
    /// The part's id; may be empty.
    pub id: String,
    pub what: What,
    /// The part's text in the old and the new pack, where there is one.
    pub text: [Option<Text>; 2],
    /// What decides, as written or as a value: only where it differs.
    pub value: [Option<String>; 2],
    /// Whether results may differ by it; else only words do.
    pub meaning: bool,
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Added,
    Removed,
    Changed,
}

/// Every difference: the pack's own, questions, then programmes by id.
pub fn changes(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let mut found = Found::default();
    found.pack(old, new);
    found.sources(old, new);
    found.questions(old, new);
    found.definitions(old, new);
    let ids = |side: &Side<'_>| -> BTreeSet<String> {
        let programmes = side.pack.program.programmes.iter();
        programmes.map(|it| it.id.clone()).collect()
    };
    for id in ids(old).union(&ids(new)) {
        found.programme(old, new, id);
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<Change>);

impl Found {
    /// Adds a part that is in one pack only, or is another in the new one.
    fn part(
        &mut self,
        [programme, version, id]: [&str; 3],
        part: &'static str,
        text: [Option<Text>; 2],
        value: [Option<String>; 2],
        meaning: bool,
    ) {
        let has = |n: usize| {
            text.get(n).is_some_and(Option::is_some) || value.get(n).is_some_and(Option::is_some)
        };
        let what = match (has(0), has(1)) {
            (false, _) => What::Added,
            (true, false) => What::Removed,
            (true, true) => What::Changed,
        };
        self.0.push(Change {
            programme: programme.to_owned(),
            version: version.to_owned(),
            part,
            id: id.to_owned(),
            what,
            text,
            value,
            meaning,
        });
    }

    /// Adds a value that is another in the new pack.
    fn value(
        &mut self,
        at: [&str; 3],
        part: &'static str,
        old: String,
        new: String,
        meaning: bool,
    ) {
        if old != new {
            self.part(at, part, [None, None], [Some(old), Some(new)], meaning);
        }
    }

    fn pack(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let (a, b) = (old.pack, new.pack);
        let at = [""; 3];
        self.value(at, "pack", a.id.clone(), b.id.clone(), false);
        self.value(
            at,
            "as_of",
            format_date(a.as_of),
            format_date(b.as_of),
            false,
        );
        let until = [a.valid_until, b.valid_until].map(format_date);
        let [from, to] = until;
        self.value(at, "valid_until", from, to, false);
        self.value(at, "hotline", a.hotline.clone(), b.hotline.clone(), false);
        let groups = |side: &Side<'_>| {
            let ids = |group: &Vec<u16>| {
                let ids = group
                    .iter()
                    .filter_map(|it| side.pack.program.programmes.get(usize::from(*it)));
                ids.map(|it| it.id.clone()).collect::<Vec<_>>().join(", ")
            };
            let groups = side.pack.program.exclusions.iter().map(ids);
            groups.collect::<BTreeSet<String>>()
        };
        let (was, is) = (groups(old), groups(new));
        for gone in was.difference(&is) {
            self.part(
                at,
                "exclusion",
                [None, None],
                [Some(gone.clone()), None],
                true,
            );
        }
        for come in is.difference(&was) {
            self.part(
                at,
                "exclusion",
                [None, None],
                [None, Some(come.clone())],
                true,
            );
        }
        let caps = |side: &Side<'_>| -> Vec<(String, String, Text)> {
            let program = &side.pack.program;
            let caps = program.caps.iter().zip(&side.pack.caps);
            let cap = |(cap, text): (&rules::program::Cap, &Text)| {
                let ids = cap
                    .programmes
                    .iter()
                    .filter_map(|it| program.programmes.get(usize::from(*it)));
                let ids: Vec<&str> = ids.map(|it| it.id.as_str()).collect();
                let said = format!("¥{} ({})", format_decimal(cap.max_fen, 2), ids.join(", "));
                (cap.id.clone(), said, text.clone())
            };
            caps.map(cap).collect()
        };
        let (was, is) = (caps(old), caps(new));
        let ids: BTreeSet<&String> = was.iter().chain(&is).map(|(id, ..)| id).collect();
        for id in ids {
            let [was, is] = [&was, &is].map(|caps| caps.iter().find(|it| it.0 == *id));
            let [a, b] = [was, is].map(|it| it.map(|(_, said, text)| (said.clone(), text.clone())));
            if a != b {
                let meaning = a.as_ref().map(|it| &it.0) != b.as_ref().map(|it| &it.0);
                let (values, texts): (Vec<_>, Vec<_>) =
                    [a, b].into_iter().map(Option::unzip).unzip();
                self.part(["", "", id], "cap", pair(texts), pair(values), meaning);
            }
        }
    }

    fn sources(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let ids: BTreeSet<&str> = [old, new]
            .into_iter()
            .flat_map(|it| &it.pack.sources)
            .map(|it| it.id.as_str())
            .collect();
        for id in ids {
            let [a, b] = [old, new].map(|it| it.pack.sources.iter().find(|it| it.id == id));
            if a != b {
                let said = |it: &model::Source| {
                    let evidence = format!("{:?}", it.evidence).to_lowercase();
                    [&it.number, &it.date, &evidence, &it.url]
                        .map(String::as_str)
                        .join(" · ")
                };
                let texts = [a, b].map(|it| it.map(|it| it.title.clone()));
                self.part(
                    ["", "", id],
                    "source",
                    texts,
                    [a, b].map(|it| it.map(said)),
                    false,
                );
            }
        }
    }

    fn questions(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let ids = |side: &Side<'_>| -> BTreeSet<String> {
            side.pack
                .program
                .facts
                .iter()
                .map(|it| it.id.clone())
                .collect()
        };
        for id in ids(old).union(&ids(new)) {
            let [a, b] = [old, new].map(|side| texts::question(side.pack, id));
            let domain = |it: &Option<(String, Vec<Text>)>| it.as_ref().map(|it| it.0.clone());
            let (from, to) = (domain(&a), domain(&b));
            if a == b {
                continue;
            }
            let meaning = from != to;
            let values = if meaning { [from, to] } else { [None, None] };
            let texts = [a, b].map(|it| it.map(|it| it.1));
            let differs = |n: usize| {
                let [a, b] = texts
                    .each_ref()
                    .map(|it| it.as_ref().and_then(|it| it.get(n)));
                a != b
            };
            let longest = texts.iter().flatten().map(Vec::len).max().unwrap_or(0);
            let place = (0..longest).find(|n| differs(*n)).unwrap_or(0);
            let texts = texts.map(|it| it.and_then(|it| it.get(place).cloned()));
            self.part(["", "", id], "question", texts, values, meaning);
        }
    }

    fn definitions(&mut self, old: &Side<'_>, new: &Side<'_>) {
        if old.written.is_empty() || new.written.is_empty() {
            return;
        }
        let ids = |side: &Side<'_>| -> BTreeSet<String> {
            let all = side.written.iter().filter(|it| it.part == "definition");
            all.map(|it| it.id.clone()).collect()
        };
        for id in ids(old).union(&ids(new)) {
            let [a, b] = [old, new].map(|it| it.expression("", "", "definition", id));
            if a != b {
                let values = [a, b].map(|it| it.map(str::to_owned));
                self.part(["", "", id], "definition", [None, None], values, true);
            }
        }
    }

    fn programme(&mut self, old: &Side<'_>, new: &Side<'_>, id: &str) {
        let (a, b) = (old.programme(id), new.programme(id));
        let (Some((_, was, was_text)), Some((_, is, is_text))) = (a, b) else {
            let title = |it: Option<(_, _, &model::Programme)>| it.map(|it| it.2.title.clone());
            self.part(
                [id, "", ""],
                "programme",
                [title(a), title(b)],
                [None, None],
                true,
            );
            return;
        };
        let kind = |kind| format!("{kind:?}").to_lowercase();
        self.value([id, "", ""], "kind", kind(was.kind), kind(is.kind), true);
        for (part, text) in texts::words(was_text, is_text) {
            self.part([id, "", ""], part, text, [None, None], false);
        }
        let versions: BTreeSet<&str> = was
            .versions
            .iter()
            .chain(&is.versions)
            .map(|it| it.id.as_str())
            .collect();
        for name in versions {
            let find = |versions: &[Version]| versions.iter().position(|it| it.id == name);
            let [a, b] = [(old, was, was_text), (new, is, is_text)].map(|(side, code, text)| {
                let place = find(&code.versions)?;
                Some((side, code.versions.get(place)?, text.versions.get(place)))
            });
            let days = |it: Option<(_, &Version, _)>| it.map(|(_, it, _)| texts::span(it));
            let (from, to) = (days(a), days(b));
            if from != to {
                self.part([id, name, ""], "version", [None, None], [from, to], true);
            }
            if let (Some(a), Some(b)) = (a, b) {
                self.version([id, name], a, b);
            }
        }
    }

    fn version(
        &mut self,
        [id, name]: [&str; 2],
        (old, was, was_text): (&Side<'_>, &Version, Option<&model::VersionText>),
        (new, is, is_text): (&Side<'_>, &Version, Option<&model::VersionText>),
    ) {
        let (a, b) = (parts(was, was_text), parts(is, is_text));
        let same = |x: &Part<'_>, y: &Part<'_>| (x.kind, x.id) == (y.kind, y.id);
        let both = a.iter().map(|x| (Some(x), b.iter().find(|y| same(x, y))));
        let added = b.iter().filter(|y| !a.iter().any(|x| same(x, y)));
        for (x, y) in both.chain(added.map(|y| (None, Some(y)))) {
            // The window's own condition is told as the window.
            let Some(it) = x
                .or(y)
                .filter(|it| (it.kind, it.id) != ("condition", "window"))
            else {
                continue;
            };
            let text = |it: Option<&Part<'_>>| it.and_then(|it| it.text).map(|it| it.text.clone());
            let meant = |side: &Side<'_>, it: Option<&Part<'_>>| {
                it.map(|it| {
                    let figure = it.figure.map(|it| (it.scale, it.unit));
                    (side.meaning(it.reg), figure, it.level)
                })
            };
            let (texts, meaning) = ([text(x), text(y)], meant(old, x) != meant(new, y));
            let values = values([id, name], it, [(old, x), (new, y)]);
            let [from, to] = &values;
            let [said, says] = &texts;
            if meaning || from != to || said != says {
                let values = if meaning || from != to {
                    values
                } else {
                    [None, None]
                };
                self.part([id, name, it.id], it.kind, texts, values, meaning);
            }
        }
        let window = |side: &Side<'_>, version: &Version| {
            version.window.map(|it| {
                let event = side.fact(it.event).unwrap_or_default();
                format!("{event} + duration(\"P{}M\")", it.months)
            })
        };
        let (from, to) = (window(old, was), window(new, is));
        let [said, says] = [&a, &b].map(|parts| {
            let condition = parts
                .iter()
                .find(|it| (it.kind, it.id) == ("condition", "window"));
            condition.and_then(|it| it.text).map(|it| it.text.clone())
        });
        if from != to || said != says {
            let meaning = from != to;
            let values = if meaning { [from, to] } else { [None, None] };
            self.part([id, name, ""], "window", [said, says], values, meaning);
        }
    }
}

fn pair<T>(both: Vec<Option<T>>) -> [Option<T>; 2] {
    let mut both = both.into_iter();
    [both.next().flatten(), both.next().flatten()]
}

/// What a part was and is: as written, else the thresholds that differ.
fn values(
    [id, version]: [&str; 2],
    it: &Part<'_>,
    sides: [(&Side<'_>, Option<&Part<'_>>); 2],
) -> [Option<String>; 2] {
    if sides.iter().all(|(side, _)| !side.written.is_empty()) {
        return sides.map(|(side, part)| {
            let part = part?;
            let expression = side.expression(id, version, it.kind, it.id)?;
            Some(match part.level {
                Some(level) => format!("{expression} (level {level})"),
                None => expression.to_owned(),
            })
        });
    }
    let [a, b] = sides.map(|(side, part)| part.map(|it| side.thresholds(it.reg)));
    let only = |own: &Option<BTreeSet<(String, String)>>, other: &Option<BTreeSet<_>>| {
        let own = own.as_ref()?.iter();
        let own = own.filter(|it| !other.as_ref().is_some_and(|other| other.contains(*it)));
        let own: Vec<String> = own.map(|(id, value)| format!("{id}: {value}")).collect();
        (!own.is_empty()).then(|| own.join(", "))
    };
    [only(&a, &b), only(&b, &a)]
}
