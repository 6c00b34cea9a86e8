//! `tree.csv`, `occupations.csv`, `standards.csv` and `synonyms.csv`.

use super::table::{Files, Row, Unique, dangling, table};
use super::words::{CONFIDENCE, KINDS, LINKS, RANKS, YES_NO};
use super::{Codes, sources};
use crate::level::Rank;
use crate::model::{
    Confidence, Group, Link, Occupation, Occupations, Source, Standard, StandardKind, Table, Tree,
};
use pack::source::Faults;
use std::cmp::Reverse;

/// Occupations with all that stands at them.
pub(crate) fn read(files: &Files, all: &[Source], faults: &mut Faults) -> Occupations {
    let tree = tree(files, faults);
    let list = occupations(files, &tree, faults);
    let codes: Codes = list
        .iter()
        .map(|it| it.code.clone())
        .zip(0..=u16::MAX)
        .collect();
    let mut occupations = Occupations {
        tree,
        list,
        unlinked: Vec::new(),
        sources: sources::of(
            all,
            &[
                Table::Occupations,
                Table::Standards,
                Table::Shortage,
                Table::Synonyms,
            ],
        ),
    };
    standards(files, &codes, &mut occupations, faults);
    synonyms(files, &codes, &mut occupations, faults);
    occupations
}

/// Whether a code has the form of its storey: `6`, `6-31`, `6-31-01`, `6-31-01-03`.
fn storey(code: &str) -> Option<usize> {
    let parts: Vec<&str> = code.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let sound = parts.iter().all(digits) && [1, 2, 2, 2].starts_with(&lengths);
    (sound && !parts.is_empty()).then_some(parts.len())
}

/// The code one storey up.
fn above(code: &str) -> &str {
    code.rsplit_once('-').map_or("", |(above, _)| above)
}

fn tree(files: &Files, faults: &mut Faults) -> Tree {
    let mut tree = Tree::default();
    let mut ids = Unique::new("the group");
    let mut rows = Vec::new();
    for row in table(files, "tree", &["code", "name"], faults) {
        let (code, name) = (row.name("code", faults), row.name("name", faults));
        if !ids.add(&code, row.at("code"), faults) {
            continue;
        }
        match storey(&code) {
            Some(storey @ 1..=3) => rows.push((storey, code, name, row)),
            _ => bad_code(&row, "a group's code is `6`, `6-31` or `6-31-01`", faults),
        }
    }
    // Upper storeys first, each by code.
    rows.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    for (storey, code, name, row) in rows {
        let (storey, upper) = match storey {
            1 => (&mut tree.majors, None),
            2 => (&mut tree.middles, Some(&tree.majors)),
            _ => (&mut tree.minors, Some(&tree.middles)),
        };
        let parent = match upper {
            None => Some(0),
            Some(upper) => place(upper, above(&code)),
        };
        match parent {
            Some(parent) => storey.push(Group { code, name, parent }),
            None => no_group(&row, &code, faults),
        }
    }
    tree
}

fn bad_code(row: &Row, help: &str, faults: &mut Faults) {
    let message = format!("`{}` is not a code", row.opt("code"));
    faults.error("code", &row.at("code"), message).help(help);
}

fn no_group(row: &Row, code: &str, faults: &mut Faults) {
    dangling(&row.at("code"), "tree", above(code), faults);
}

fn place(groups: &[Group], code: &str) -> Option<u16> {
    let at = groups
        .binary_search_by(|it| it.code.as_str().cmp(code))
        .ok()?;
    u16::try_from(at).ok()
}

fn occupations(files: &Files, tree: &Tree, faults: &mut Faults) -> Vec<Occupation> {
    let columns = &[
        "code",
        "name",
        "digital",
        "green",
        "work_types",
        "confidence",
    ];
    let mut ids = Unique::new("the occupation");
    let mut list = Vec::new();
    for row in table(files, "occupations", columns, faults) {
        let code = row.name("code", faults);
        if !ids.add(&code, row.at("code"), faults) {
            continue;
        }
        if storey(&code) != Some(4) {
            bad_code(&row, "an occupation's code is like `6-31-01-03`", faults);
            continue;
        }
        let minor = place(&tree.minors, above(&code));
        if minor.is_none() {
            no_group(&row, &code, faults);
        }
        list.push(Occupation {
            name: row.name("name", faults),
            minor: minor.unwrap_or(0),
            digital: row.word("digital", &YES_NO, faults),
            green: row.word("green", &YES_NO, faults),
            work_types: row.list("work_types").map(str::to_owned).collect(),
            confidence: row.required_word("confidence", &CONFIDENCE, Confidence::One, faults),
            standards: Vec::new(),
            shortage: None,
            synonyms: Vec::new(),
            code,
        });
    }
    list.sort_by(|a, b| a.code.cmp(&b.code));
    list
}

/// The ranks in a cell, each once, from level 5 up.
pub(crate) fn ranks(row: &Row, column: &str, faults: &mut Faults) -> Vec<Rank> {
    let words = row.opt(column).split_whitespace();
    let mut ranks: Vec<Rank> = words
        .filter_map(|word| row.known(column, word, &RANKS, faults))
        .collect();
    ranks.sort_unstable();
    ranks.dedup();
    ranks
}

fn standards(files: &Files, codes: &Codes, occupations: &mut Occupations, faults: &mut Faults) {
    let columns = &[
        "code",
        "name",
        "edition",
        "ranks",
        "kind",
        "occupation",
        "link",
    ];
    for row in table(files, "standards", columns, faults) {
        let occupation = row.reference("occupation", codes, "occupations", faults);
        let link = row.word("link", &LINKS, faults);
        if row.opt("occupation").is_empty() != row.opt("link").is_empty() {
            let message = "`occupation` and `link` go together";
            let fault = faults.error("link", &row.at("link"), message);
            fault.help("`link` says why the standard stands at its occupation: both, code or name");
        }
        let by_code = matches!(link, Some(Link::Both | Link::Code));
        if by_code && row.opt("code") != row.opt("occupation") {
            let message = "the standard's own code is another one";
            let fault = faults.error("link", &row.at("link"), message);
            fault.help("it is `name` if the names agree");
        }
        let standard = Standard {
            code: row.opt("code").to_owned(),
            name: row.opt("name").to_owned(),
            edition: edition(&row, faults),
            ranks: ranks(&row, "ranks", faults),
            kind: row.required_word("kind", &KINDS, StandardKind::Skill, faults),
            link: link.unwrap_or(Link::None),
        };
        let list = match occupation {
            Some(at) => match occupations.list.get_mut(usize::from(at)) {
                Some(occupation) => &mut occupation.standards,
                None => continue,
            },
            None => &mut occupations.unlinked,
        };
        if list.contains(&standard) {
            let message = "this standard is there twice";
            faults.error("duplicate", &row.at("name"), message);
        } else {
            list.push(standard);
        }
    }
    for occupation in &mut occupations.list {
        occupation
            .standards
            .sort_by(|a, b| (Reverse(a.edition), &a.name).cmp(&(Reverse(b.edition), &b.name)));
    }
    occupations
        .unlinked
        .sort_by(|a, b| (&a.name, Reverse(a.edition)).cmp(&(&b.name, Reverse(b.edition))));
}

/// The year of a standard's edition.
pub(crate) fn edition(row: &Row, faults: &mut Faults) -> Option<u16> {
    let year = row.number("edition", 1990..=2100, faults)?;
    u16::try_from(year).ok()
}

fn synonyms(files: &Files, codes: &Codes, occupations: &mut Occupations, faults: &mut Faults) {
    for row in table(files, "synonyms", &["occupation", "word"], faults) {
        row.text("occupation", faults);
        let word = row.text("word", faults);
        let Some(at) = row.reference("occupation", codes, "occupations", faults) else {
            continue;
        };
        let Some(occupation) = occupations.list.get_mut(usize::from(at)) else {
            continue;
        };
        if occupation.synonyms.contains(&word) || occupation.name == word {
            let message = format!("`{word}` is there already");
            faults.error("duplicate", &row.at("word"), message);
        } else {
            occupation.synonyms.push(word);
        }
    }
}
