//! What joins rows of `honours.csv` with others: an occupation, a team.

use crate::model::{Occupation, Occupations, TradeLink};
use crate::source::table::Row;
use crate::source::words::TRADE_LINKS;
use pack::source::Faults;
use std::collections::HashMap;

/// An occupation that a trade was joined to, by its place in the classification's list.
pub(super) struct Joined {
    pub occupation: u16,
    pub link: TradeLink,
}

impl Joined {
    /// As the row says; a link that claims more than the names show is a fault.
    pub fn read(
        row: &Row,
        occupations: &Occupations,
        codes: &HashMap<String, u16>,
        faults: &mut Faults,
    ) -> Option<Joined> {
        let occupation = row.reference("occupation", codes, "occupations", faults);
        let link = row.word("link", &TRADE_LINKS, faults);
        for (column, other) in [("occupation", "link"), ("link", "occupation")] {
            if row.opt(column).is_empty() && !row.opt(other).is_empty() {
                let message = format!("`{column}` is empty, `{other}` is not");
                faults.error("empty", &row.at(column), message);
            }
        }
        let joined = Joined {
            occupation: occupation?,
            link: link?,
        };
        if let Some(occupation) = occupations.get(joined.occupation) {
            check_link(row, occupation, joined.link, faults);
        }
        Some(joined)
    }
}

fn check_link(row: &Row, occupation: &Occupation, link: TradeLink, faults: &mut Faults) {
    let trade = row.opt("trade");
    let is_name = occupation.name == trade;
    let is_work_type = occupation.work_types.iter().any(|it| it == trade);
    let is = match (is_name, is_work_type) {
        (true, _) => TradeLink::Name,
        (false, true) => TradeLink::WorkType,
        (false, false) => TradeLink::Mapped,
    };
    if is != link {
        let word = |link: TradeLink| crate::source::words::word_of(&TRADE_LINKS, &link);
        let message = match is {
            TradeLink::Name => format!("`{trade}` is the name of {}", occupation.code),
            TradeLink::WorkType => format!("`{trade}` is a work type of {}", occupation.code),
            TradeLink::Mapped => format!(
                "`{trade}` is neither the name nor a work type of {} ({})",
                occupation.code, occupation.name
            ),
        };
        let fault = faults.error("link", &row.at("link"), message);
        fault.help(format!("the link is `{}`", word(is)));
    }
}

/// A team has two members at least, who won the same thing in the same trade.
pub(super) fn check_team(row: &Row, rows: &[Row], faults: &mut Faults) {
    let team = row.opt("team");
    if team.is_empty() {
        return;
    }
    let others: Vec<&Row> = rows
        .iter()
        .filter(|other| other.opt("team") == team && other.opt("id") != row.opt("id"))
        .collect();
    if others.is_empty() {
        let message = format!("`{team}` has one member");
        faults.error("team", &row.at("team"), message);
    }
    // What a row that was taken down no longer says is not compared.
    let differs = |column: &str| {
        let own = row.opt(column);
        let theirs = others.iter().map(|other| other.opt(column));
        !own.is_empty() && theirs.into_iter().any(|it| !it.is_empty() && it != own)
    };
    for column in ["edition", "award", "trade"] {
        if differs(column) {
            let message = format!("the members of `{team}` differ in `{column}`");
            faults.error("team", &row.at(column), message);
        }
    }
}
