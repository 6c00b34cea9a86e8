//! Columns of [`Pillars`].

use super::columns::{Reader, Writer, length, narrow, optional, place, read_optional, take, value};
use crate::model::{Chart, Figure, Form, Measure, Medal, Pillars, Service, Task};
use pack::model::Text;

pub(super) fn encode(it: &Pillars, to: &mut Writer) {
    let charts = || it.measures.iter().flat_map(|it| &it.charts);
    let figures = || charts().flat_map(|it| &it.figures);
    to.numbers([length(&it.tasks), length(&it.measures)]);
    to.texts(it.tasks.iter().map(|it| it.id.as_str()));
    both(it.tasks.iter().map(|it| &it.name), to);
    both(it.tasks.iter().map(|it| &it.short), to);
    let all = &it.measures;
    to.texts(all.iter().map(|it| it.id.as_str()));
    both(all.iter().map(|it| &it.name), to);
    both(all.iter().map(|it| &it.short), to);
    both(all.iter().map(|it| &it.note), to);
    to.numbers(all.iter().map(|it| it.source.into()));
    to.numbers(all.iter().map(|it| length(&it.what)));
    both(all.iter().flat_map(|it| &it.what), to);
    to.numbers(all.iter().map(|it| length(&it.serves)));
    let services = all.iter().flat_map(|it| &it.serves);
    to.numbers(services.map(|it| place(&Service::ALL, it)));
    to.numbers(all.iter().map(|it| length(&it.charts)));
    to.texts(charts().map(|it| it.id.as_str()));
    to.numbers(charts().map(|it| place(&Form::ALL, &it.form)));
    both(charts().map(|it| &it.title), to);
    both(charts().map(|it| &it.unit), to);
    to.numbers(charts().map(|it| it.source.into()));
    to.numbers(charts().map(|it| length(&it.figures)));
    to.texts(figures().map(|it| it.id.as_str()));
    both(figures().map(|it| &it.label), to);
    to.numbers(figures().map(|it| it.value));
    to.numbers(figures().map(|it| {
        let medal = optional(it.medal.map(|it| place(&Medal::ALL, &it)));
        u32::from(it.about) + 2 * u32::from(it.at_least) + 4 * medal
    }));
    // A count of a day before 1970 is none that an article on skills work states.
    to.near(figures().map(|it| optional(it.as_of.and_then(|day| u32::try_from(day).ok()))));
    to.near(figures().map(|it| it.years.map_or(0, |(from, _)| from.into())));
    to.near(figures().map(|it| it.years.map_or(0, |(_, until)| until.into())));
    to.numbers(figures().map(|it| optional(it.within.map(u32::from))));
    to.sources(&it.sources);
}

/// Two columns: Chinese and English.
fn both<'a>(texts: impl Iterator<Item = &'a Text> + Clone, to: &mut Writer) {
    to.texts(texts.clone().map(|it| it.zh.as_str()));
    to.texts(texts.map(|it| it.en.as_str()));
}

/// What [`both`] wrote.
fn read_both(from: &mut Reader, count: usize) -> Option<impl Iterator<Item = Text> + use<>> {
    let (zh, en) = (from.texts(count)?, from.texts(count)?);
    Some(zh.zip(en).map(|(zh, en)| Text { zh, en }))
}

pub(super) fn decode(from: &mut Reader) -> Option<Pillars> {
    let sizes: Vec<usize> = from.numbers(2)?.map(|size| size as usize).collect();
    let [tasks, measures] = sizes.try_into().ok()?;
    let ids = from.texts(tasks)?;
    let names = read_both(from, tasks)?;
    let shorts = read_both(from, tasks)?;
    let tasks = ids.zip(names).zip(shorts);
    let tasks = tasks.map(|((id, name), short)| Task { id, name, short });
    let tasks = tasks.collect();
    let ids = from.texts(measures)?;
    let mut names = read_both(from, measures)?;
    let mut shorts = read_both(from, measures)?;
    let mut notes = read_both(from, measures)?;
    let mut cited = from.numbers(measures)?;
    let (what_counts, sum) = counts(from, measures)?;
    let mut what = read_both(from, sum)?;
    let (serve_counts, sum) = counts(from, measures)?;
    let mut serves = from.numbers(sum)?;
    let (chart_counts, sum) = counts(from, measures)?;
    let mut charts = charts(from, sum)?.into_iter();
    let sources = from.sources()?;
    let known = |at: &u16| usize::from(*at) < sources.len();
    let counts = what_counts.into_iter().zip(serve_counts).zip(chart_counts);
    let measures = ids
        .zip(counts)
        .map(|(id, ((what_count, serve_count), chart_count))| {
            let services = take(&mut serves, serve_count)?.into_iter();
            let services = services.map(|it| value(&Service::ALL, it));
            let charts = take(&mut charts, chart_count)?;
            Some(Measure {
                id,
                name: names.next()?,
                short: shorts.next()?,
                note: notes.next()?,
                source: narrow(cited.next()?).filter(known)?,
                what: take(&mut what, what_count)?,
                serves: services.collect::<Option<Vec<Service>>>()?,
                charts: charts
                    .iter()
                    .all(|it| known(&it.source))
                    .then_some(charts)?,
            })
        });
    let measures = measures.collect::<Option<Vec<Measure>>>()?;
    Some(Pillars {
        tasks,
        measures,
        sources,
    })
}

/// A column of lengths, and their sum.
fn counts(from: &mut Reader, count: usize) -> Option<(Vec<u32>, usize)> {
    let counts: Vec<u32> = from.numbers(count)?.collect();
    let sum = counts
        .iter()
        .try_fold(0u32, |sum, it| sum.checked_add(*it))?;
    Some((counts, sum as usize))
}

fn charts(from: &mut Reader, count: usize) -> Option<Vec<Chart>> {
    let ids = from.texts(count)?;
    let mut forms = from.numbers(count)?;
    let mut titles = read_both(from, count)?;
    let mut units = read_both(from, count)?;
    let mut cited = from.numbers(count)?;
    let (lengths, sum) = counts(from, count)?;
    let mut figures = figures(from, sum)?.into_iter();
    let charts = ids.zip(lengths).map(|(id, length)| {
        let figures = take(&mut figures, length)?;
        let whole = |it: &Figure| it.within.is_none_or(|at| usize::from(at) < figures.len());
        if !figures.iter().all(whole) {
            return None;
        }
        Some(Chart {
            id,
            form: value(&Form::ALL, forms.next()?)?,
            title: titles.next()?,
            unit: units.next()?,
            source: narrow(cited.next()?)?,
            figures,
        })
    });
    charts.collect()
}

fn figures(from: &mut Reader, count: usize) -> Option<Vec<Figure>> {
    let ids = from.texts(count)?;
    let mut labels = read_both(from, count)?;
    let mut values = from.numbers(count)?;
    let mut marks = from.numbers(count)?;
    let mut days = from.near(count)?;
    let mut first = from.near(count)?;
    let mut last = from.near(count)?;
    let mut within = from.numbers(count)?;
    let figures = ids.map(|id| {
        let marks = marks.next()?;
        let medal: Option<u32> = read_optional(marks / 4)?;
        let day: Option<u32> = read_optional(days.next()?)?;
        let years: (u16, u16) = (narrow(first.next()?)?, narrow(last.next()?)?);
        Some(Figure {
            id,
            label: labels.next()?,
            value: values.next()?,
            about: marks % 2 == 1,
            at_least: marks / 2 % 2 == 1,
            medal: match medal {
                Some(medal) => Some(value(&Medal::ALL, medal)?),
                None => None,
            },
            as_of: day.map(i64::from),
            years: match years {
                (0, 0) => None,
                (from, until) if from != 0 && from <= until => Some((from, until)),
                _ => return None,
            },
            within: read_optional(within.next()?)?,
        })
    });
    figures.collect()
}
