//! Looks at results: totals, and people who pass a filter.

use crate::check::{Check, Found};
use crate::list::List;
use crate::view::{
    Filter, MAX_PROBLEMS, OutcomeView, Page, PersonView, Said, Span, Standing, Summary, Total,
};
use rules::program::Unit;
use sheets::Problem;

impl Check<'_> {
    /// What the list came to.
    pub fn summary(&self, list: &List) -> Summary {
        let scope = self.scope;
        let mut totals: Vec<Total> = Vec::new();
        for (at, (programme, version)) in scope.programmes.iter().enumerate() {
            let figure = self.figure(at, Span::default(), false);
            totals.push(Total {
                programme: *programme,
                version: *version,
                eligible: 0,
                undetermined: 0,
                ineligible: 0,
                sum: figure.filter(|figure| figure.unit == Unit::Yuan),
                chosen: 0,
            });
        }
        let mut best = Span::default();
        let mut paid = 0;
        for person in 0..self.done() {
            let own = self.best(person);
            add(&mut best, own.sum);
            paid += u32::from(own.sum.min > 0);
            for ((bit, total), found) in (0u32..).zip(&mut totals).zip(self.of(person)) {
                match found.standing {
                    Standing::Eligible => total.eligible += 1,
                    Standing::Undetermined => total.undetermined += 1,
                    Standing::Ineligible => total.ineligible += 1,
                }
                if let Some(sum) = &mut total.sum {
                    add(&mut sum.span, found.amount);
                }
                total.chosen += u32::from(own.chosen >> bit & 1 == 1);
            }
        }
        Summary {
            day: scope.day,
            people: count(self.done()),
            examples: list.examples,
            bad_rows: list.bad_rows,
            problems: list.problems.iter().take(MAX_PROBLEMS).map(said).collect(),
            notes: list.notes.iter().map(said).collect(),
            unread: list.unread.clone(),
            named: list.named,
            programmes: totals,
            left_out: scope.left_out.clone(),
            best,
            paid,
        }
    }

    /// People who pass a filter.
    pub fn look(&self, list: &List, filter: &Filter) -> Page {
        let wanted = filter.text.trim().to_lowercase();
        let named = |person: usize| {
            list.people.get(person).is_some_and(|it| {
                let holds = |text: &str| text.to_lowercase().contains(&wanted);
                wanted.is_empty() || holds(&it.name) || holds(&it.id)
            })
        };
        let mut page = Page::default();
        // By last day where that is asked for; otherwise as listed.
        let mut all: Vec<(i64, usize)> = Vec::new();
        for person in (0..self.done()).filter(|person| named(*person)) {
            let Some(day) = self.passes(person, filter) else {
                continue;
            };
            add(&mut page.best, self.best(person).sum);
            all.push((filter.within.map_or(0, |_| day), person));
        }
        all.sort_unstable();
        page.total = count(all.len());
        let shown = all.iter().skip(filter.from as usize);
        page.people = shown
            .take(filter.count as usize)
            .map(|(_, person)| self.view(list, *person))
            .collect();
        page
    }

    /// The earliest last day of what a person passes the filter by, if they do.
    fn passes(&self, person: usize, filter: &Filter) -> Option<i64> {
        let programmes = self.scope.programmes.iter().zip(self.of(person));
        let passing = programmes.filter(|((programme, _), found)| {
            let of_programme = filter.programme.is_none_or(|wanted| wanted == *programme);
            let of_standing = filter
                .standing
                .is_none_or(|wanted| wanted == found.standing);
            of_programme && of_standing && self.is_near(found, filter.within)
        });
        passing
            .map(|(_, found)| found.apply_by.unwrap_or(i64::MAX))
            .min()
    }

    /// Whether somebody may still claim and must do so within so many days.
    fn is_near(&self, found: &Found, within: Option<u32>) -> bool {
        let Some(days) = within else { return true };
        let today = self.scope.day;
        let left = found.apply_by.map(|last| last.saturating_sub(today));
        found.standing != Standing::Ineligible
            && left.is_some_and(|left| (0..=i64::from(days)).contains(&left))
    }

    fn view(&self, list: &List, person: usize) -> PersonView {
        let best = self.best(person);
        let programmes = &self.scope.programmes;
        let of = |bits: u64| {
            let programmes = (0u32..).zip(programmes);
            let set = programmes.filter(move |(bit, _)| bits >> bit & 1 == 1);
            set.map(|(_, (programme, _))| *programme)
        };
        let outcomes = programmes.iter().zip(self.of(person)).enumerate();
        let outcomes = outcomes.map(|(at, ((programme, version), found))| OutcomeView {
            programme: *programme,
            version: *version,
            standing: found.standing,
            amount: self.figure(at, found.amount, false),
            due: self.figure(at, found.due, true),
            apply_by: found.apply_by,
            failed: places(found.failed),
            open: places(found.open),
            routes: places(found.routes),
            missing: found.missing.iter().collect(),
        });
        let who = list.people.get(person).cloned().unwrap_or_default();
        PersonView {
            line: who.line,
            id: who.id,
            name: who.name,
            best: best.sum,
            chosen: of(best.chosen).collect(),
            left_out: of(best.left_out)
                .map(|it| (it, self.against(it, best.chosen)))
                .collect(),
            outcomes: outcomes.collect(),
        }
    }
}

/// The places of the bits that are set.
pub(crate) fn places(bits: u64) -> Vec<u16> {
    (0u16..64).filter(|bit| bits >> bit & 1 == 1).collect()
}

fn add(to: &mut Span, more: Span) {
    to.min = to.min.saturating_add(more.min);
    to.max = to.max.saturating_add(more.max);
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A problem with its place before it.
pub fn said(problem: &Problem) -> Said {
    let with = |place: String, colon: &str, text: &str| match place.is_empty() {
        true => text.to_owned(),
        false => format!("{place}{colon}{text}"),
    };
    Said {
        line: count(problem.place.line),
        zh: with(problem.place.zh(), "：", &problem.zh),
        en: with(problem.place.to_string(), ": ", &problem.en),
    }
}
