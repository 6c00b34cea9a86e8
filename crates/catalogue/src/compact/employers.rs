//! Columns of [`Employers`].

use super::columns::{Reader, Writer, length, narrow, optional, place, read_optional, value};
use crate::model::{Employers, Funded, Round, Statistic, Wage, Workers};
use pack::model::Text;

const WORKERS: [Workers; 3] = [
    Workers::Skilled,
    Workers::HighlySkilled,
    Workers::SeniorTechnician,
];
const STATISTICS: [Statistic; 3] = [Statistic::Average, Statistic::Median, Statistic::Upper];
const FUNDED: [Funded; 2] = [Funded::ChiefTechnician, Funded::MasterStudio];

pub(super) fn encode(it: &Employers, to: &mut Writer) {
    let (wages, rounds) = (&it.wages, &it.rounds);
    to.numbers([length(wages), length(rounds)]);
    to.texts(wages.iter().map(|it| it.id.as_str()));
    to.texts(wages.iter().map(|it| it.industry.zh.as_str()));
    to.texts(wages.iter().map(|it| it.industry.en.as_str()));
    to.numbers(
        wages
            .iter()
            .map(|it| place(&WORKERS, &it.workers) + 3 * place(&STATISTICS, &it.statistic)),
    );
    to.numbers(wages.iter().map(|it| it.yuan));
    to.numbers(
        wages
            .iter()
            .map(|it| optional(it.growth_permille.map(u32::from))),
    );
    to.near(wages.iter().map(|it| it.year.into()));
    to.numbers(wages.iter().map(|it| it.source.into()));
    to.texts(rounds.iter().map(|it| it.id.as_str()));
    to.texts(rounds.iter().map(|it| it.district.as_str()));
    to.texts(rounds.iter().map(|it| it.notices.as_str()));
    to.near(rounds.iter().map(|it| it.year.into()));
    to.numbers(rounds.iter().map(|it| place(&FUNDED, &it.funded)));
    to.numbers(rounds.iter().map(|it| it.count.into()));
    to.numbers(rounds.iter().map(|it| it.yuan));
    to.numbers(rounds.iter().map(|it| it.source.into()));
    to.sources(&it.sources);
}

pub(super) fn decode(from: &mut Reader) -> Option<Employers> {
    let sizes: Vec<usize> = from.numbers(2)?.map(|size| size as usize).collect();
    let [count, rounds] = sizes.try_into().ok()?;
    let ids = from.texts(count)?;
    let mut zh = from.texts(count)?;
    let mut en = from.texts(count)?;
    let mut kinds = from.numbers(count)?;
    let mut sums = from.numbers(count)?;
    let mut growths = from.numbers(count)?;
    let mut years = from.near(count)?;
    let mut cited = from.numbers(count)?;
    let wages = ids.map(|id| {
        let kind = kinds.next()?;
        Some(Wage {
            id,
            industry: Text {
                zh: zh.next()?,
                en: en.next()?,
            },
            workers: value(&WORKERS, kind % 3)?,
            statistic: value(&STATISTICS, kind / 3)?,
            yuan: sums.next()?,
            growth_permille: read_optional(growths.next()?)?,
            year: narrow(years.next()?)?,
            source: narrow(cited.next()?)?,
        })
    });
    let wages = wages.collect::<Option<Vec<Wage>>>()?;
    let ids = from.texts(rounds)?;
    let mut districts = from.texts(rounds)?;
    let mut notices = from.texts(rounds)?;
    let mut years = from.near(rounds)?;
    let mut kinds = from.numbers(rounds)?;
    let mut counts = from.numbers(rounds)?;
    let mut sums = from.numbers(rounds)?;
    let mut cited = from.numbers(rounds)?;
    let rounds = ids.map(|id| {
        Some(Round {
            id,
            district: districts.next()?,
            notices: notices.next()?,
            year: narrow(years.next()?)?,
            funded: value(&FUNDED, kinds.next()?)?,
            count: narrow(counts.next()?)?,
            yuan: sums.next()?,
            source: narrow(cited.next()?)?,
        })
    });
    let rounds = rounds.collect::<Option<Vec<Round>>>()?;
    let sources = from.sources()?;
    let known = |at: u16| usize::from(at) < sources.len();
    let all = wages.iter().map(|it| it.source);
    let mut all = all.chain(rounds.iter().map(|it| it.source));
    all.all(known).then_some(Employers {
        wages,
        rounds,
        sources,
    })
}
