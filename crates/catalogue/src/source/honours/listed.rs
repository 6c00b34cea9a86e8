//! `honours.csv`: one row for each person.

use super::Cited;
use super::joined::{Joined, check_team};
use crate::model::{
    Award, Edition, Honour, Honouree, Honours, Occupations, Scope, TradeGroup, TradeOccupation,
};
use crate::source::table::{Files, Row, Unique, table};
use crate::source::words::{AWARDS, EVIDENCE, STATES, word_of};
use pack::model::Evidence;
use pack::source::Faults;
use std::collections::{BTreeMap, HashMap};

const COLUMNS: &[&str] = &[
    "id",
    "edition",
    "name",
    "award",
    "trade",
    "org",
    "occupation",
    "link",
    "trade_group",
    "team",
    "state",
    "evidence",
    "source",
];

/// What a row says of a person, before occupations have their places.
struct Person {
    it: Honouree,
    joined: Option<Joined>,
    team: String,
}

/// Reads the people into `it`, whose editions and figures are there.
pub(super) fn read(
    files: &Files,
    codes: &HashMap<String, u16>,
    occupations: &Occupations,
    it: &mut Honours,
    cited: &mut Cited,
    faults: &mut Faults,
) {
    let rows = table(files, "honours", COLUMNS, faults);
    let by_code = occupations.list.iter().map(|it| it.code.clone());
    let by_code: HashMap<String, u16> = by_code.zip(0..=u16::MAX).collect();
    let mut ids = Unique::new("the entry");
    let mut people = Vec::new();
    let mut counts = BTreeMap::new();
    for row in &rows {
        let id = row.name("id", faults);
        let new = ids.add(&id, row.at("id"), faults);
        row.text("edition", faults);
        let at = row.reference("edition", codes, "honour_editions", faults);
        let edition = at.and_then(|at| it.editions.get(usize::from(at)));
        if let Some(edition) = edition {
            check_id(row, edition, faults);
        }
        let published = row.required_word("state", &STATES, false, faults);
        let award = row.word("award", &AWARDS, faults);
        check_team(row, &rows, faults);
        let (Some(at), Some(edition), true) = (at, edition, new) else {
            continue;
        };
        count(row, it, at, award, &mut counts, faults);
        if !published {
            if !row.opt("name").is_empty() {
                let message = format!("`{id}` is withdrawn, and this row still names the person");
                let fault = faults.warning("withdrawn", &row.at("name"), message);
                fault.help("no page shows it; empty the cell, so that this file does not either");
            }
            it.withdrawn.push(id);
            continue;
        }
        check_award(row, edition, award, faults);
        let source = cited.of(row, Some(edition.source), faults).unwrap_or(0);
        let joined = Joined::read(row, occupations, &by_code, faults);
        people.push(Person {
            it: Honouree {
                id,
                edition: at,
                name: name(row, faults),
                award,
                trade: row.opt("trade").to_owned(),
                org: row.opt("org").to_owned(),
                occupation: None,
                group: group(row, faults),
                team: None,
                evidence: evidence(row, source, cited, faults),
                source,
            },
            joined,
            team: row.opt("team").to_owned(),
        });
    }
    it.withdrawn.sort();
    people.sort_by_key(|person| person.it.edition);
    place(people, occupations, it);
}

/// Gives occupations and teams their places, of those people who are published.
fn place(people: Vec<Person>, occupations: &Occupations, it: &mut Honours) {
    let mut codes: Vec<u16> = people
        .iter()
        .filter_map(|person| person.joined.as_ref().map(|joined| joined.occupation))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let known = codes.iter().filter_map(|at| occupations.get(*at));
    it.occupations = known
        .map(|occupation| TradeOccupation {
            code: occupation.code.clone(),
            name: occupation.name.clone(),
            levels: occupation.levels(),
        })
        .collect();
    let mut teams: Vec<String> = Vec::new();
    for mut person in people {
        person.it.occupation = person.joined.and_then(|joined| {
            let at = codes.binary_search(&joined.occupation).ok()?;
            Some((u16::try_from(at).ok()?, joined.link))
        });
        if !person.team.is_empty() {
            let at = teams.iter().position(|team| *team == person.team);
            let at = at.unwrap_or_else(|| {
                teams.push(person.team);
                teams.len() - 1
            });
            person.it.team = u16::try_from(at).ok();
        }
        it.people.push(person.it);
    }
}

/// An id is the edition's, a dash and a number: a name in it would outlive the entry.
fn check_id(row: &Row, edition: &Edition, faults: &mut Faults) {
    let id = row.opt("id");
    let number = id
        .strip_prefix(&edition.id)
        .and_then(|it| it.strip_prefix('-'));
    let sound = number.is_some_and(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
    if !sound && !id.is_empty() {
        let message = format!("`{id}` is no id of `{}`", edition.id);
        let fault = faults.error("id", &row.at("id"), message);
        fault.help(format!("write it as `{}-1`", edition.id));
    }
}

/// Medals are for competitions, grants for rounds of funding, and nothing more for the rest.
fn check_award(row: &Row, edition: &Edition, award: Option<Award>, faults: &mut Faults) {
    let honour = edition.honour;
    let fits = match award {
        Some(award) if honour.has_medals() => award.is_of_competition(),
        Some(award) => honour == Honour::ChiefOrStudio && !award.is_of_competition(),
        None => !honour.has_medals(),
    };
    if !fits {
        let message = match award {
            Some(_) => format!("`{}` is no award of `{}`", row.opt("award"), edition.id),
            None => format!("`award` is empty, `{}` has medals", edition.id),
        };
        faults.error("award", &row.at("award"), message);
    }
}

/// More results of an award than the edition's total says.
fn count<'a>(
    row: &'a Row,
    it: &Honours,
    edition: u16,
    award: Option<Award>,
    counts: &mut BTreeMap<(u16, Award), Vec<&'a str>>,
    faults: &mut Faults,
) {
    let Some(award) = award else { return };
    let team = row.opt("team");
    let results = counts.entry((edition, award)).or_default();
    if !team.is_empty() && results.contains(&team) {
        return;
    }
    results.push(team);
    let total = award
        .measure()
        .and_then(|measure| it.figure(edition.into(), Scope::Shanghai, measure));
    if let Some(total) = total.filter(|total| results.len() > total.value as usize) {
        let word = word_of(&AWARDS, &award);
        let message = format!(
            "this is result {} of `{word}`, honour_results.csv counts {}",
            results.len(),
            total.value
        );
        faults.error("more", &row.at("award"), message);
    }
}

/// A name, or nothing where the source has none.
fn name(row: &Row, faults: &mut Faults) -> String {
    let name = row.opt("name");
    if name.contains(['、', '，', ',', '/', '&']) {
        let fault = faults.error("people", &row.at("name"), "this names more than one person");
        fault.help("give each a row of their own, and the same word in `team`");
    }
    if name.is_empty() && row.opt("trade").is_empty() {
        let message = "the entry has neither a name nor a trade";
        faults.error("empty", &row.at("name"), message);
    }
    match name.is_empty() {
        true => String::new(),
        false => row.name("name", faults),
    }
}

/// The group, `unknown` where and only where the trade is.
fn group(row: &Row, faults: &mut Faults) -> TradeGroup {
    let group = row.required_word("trade_group", &TradeGroup::ALL, TradeGroup::Unknown, faults);
    let trade = row.opt("trade");
    let fits = (group == TradeGroup::Unknown) == trade.is_empty();
    if !fits && !row.opt("trade_group").is_empty() {
        let message = match trade.is_empty() {
            true => "the trade is not stated, so its group is `unknown`".to_owned(),
            false => format!("`{trade}` belongs to a group"),
        };
        faults.error("group", &row.at("trade_group"), message);
    }
    group
}

/// As the row says, or the source's; never surer than the source.
fn evidence(row: &Row, source: u16, cited: &Cited, faults: &mut Faults) -> Evidence {
    let of_source = cited.get(source);
    let of_source = of_source.map_or(Evidence::Unconfirmed, |it| it.evidence);
    let rank = |it: Evidence| EVIDENCE.iter().position(|(_, other)| *other == it);
    let own = row.word("evidence", &EVIDENCE, faults);
    if own.is_some_and(|own| rank(own) < rank(of_source)) {
        let source = word_of(&EVIDENCE, &of_source);
        let message = format!(
            "`{}` is surer than the source, which is `{source}`",
            row.opt("evidence")
        );
        faults.error("evidence", &row.at("evidence"), message);
    }
    own.unwrap_or(of_source)
}
