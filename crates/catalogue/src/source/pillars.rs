//! `pillars.csv`, `pillar_charts.csv` and `pillar_figures.csv`.

use super::sources::{Cited, text};
use super::table::{Files, Row, Unique, table};
use super::words::{FORMS, MEDALS, PILLAR_KINDS, PillarKind, SERVICES, YES};
use crate::model::{Chart, Figure, Form, Measure, Pillars, Service, Source, Table, Task};
use pack::model::Text;
use pack::source::Faults;
use std::collections::HashMap;

const PILLARS: &[&str] = &[
    "kind", "id", "name_zh", "name_en", "short_zh", "short_en", "what_zh", "what_en", "serves",
    "note_zh", "note_en", "source",
];
const CHARTS: &[&str] = &[
    "id", "measure", "form", "title_zh", "title_en", "unit_zh", "unit_en", "source",
];
const FIGURES: &[&str] = &[
    "chart", "id", "label_zh", "label_en", "value", "about", "at_least", "as_of", "years",
    "within", "medal",
];

/// The largest figure: a hundred million.
const MOST: u32 = 100_000_000;

/// Tasks and measures in the order of the file, with their charts and figures.
pub(crate) fn read(files: &Files, all: &[Source], faults: &mut Faults) -> Pillars {
    let mut cited = Cited::of(all);
    let mut pillars = Pillars::default();
    let mut ids = Unique::new("the id");
    for row in table(files, "pillars", PILLARS, faults) {
        let id = row.name("id", faults);
        let kind = row.required_word("kind", &PILLAR_KINDS, PillarKind::Task, faults);
        let name = text(&row, "name_zh", "name_en", true, faults);
        let short = text(&row, "short_zh", "short_en", true, faults);
        let source = cited.place(&row, faults);
        if !ids.add(&id, row.at("id"), faults) {
            continue;
        }
        match kind {
            PillarKind::Task => pillars.tasks.push(Task { id, name, short }),
            PillarKind::Measure => pillars.measures.push(Measure {
                id,
                name,
                short,
                what: what(&row, faults),
                serves: serves(&row, faults),
                note: text(&row, "note_zh", "note_en", false, faults),
                charts: Vec::new(),
                source,
            }),
        }
    }
    charts(files, &mut pillars, &mut cited, faults);
    pillars.sources = cited.list();
    let whole = super::sources::of(all, &[Table::Pillars]);
    let new = |it: &Source| pillars.sources.iter().all(|known| known.id != it.id);
    let whole: Vec<Source> = whole.into_iter().filter(new).collect();
    pillars.sources.extend(whole);
    pillars
}

/// What a measure consists of: as many members in one language as in the other.
fn what(row: &Row, faults: &mut Faults) -> Vec<Text> {
    row.text("what_zh", faults);
    row.text("what_en", faults);
    let (zh, en) = (row.list("what_zh").count(), row.list("what_en").count());
    if zh != en {
        let message = format!("`what_zh` has {zh} members, `what_en` has {en}");
        let fault = faults.error("members", &row.at("what_en"), message);
        fault.help("part them by `|`, in the same order");
    }
    let pairs = row.list("what_zh").zip(row.list("what_en"));
    let text = |(zh, en): (&str, &str)| Text {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    pairs.map(text).collect()
}

/// Where a measure leads: somewhere.
fn serves(row: &Row, faults: &mut Faults) -> Vec<Service> {
    let mut serves: Vec<Service> = Vec::new();
    for word in row.opt("serves").split_whitespace() {
        let Some(service) = row.known("serves", word, &SERVICES, faults) else {
            continue;
        };
        if serves.contains(&service) {
            let message = format!("`{word}` is there twice");
            faults.error("duplicate", &row.at("serves"), message);
        } else {
            serves.push(service);
        }
    }
    if row.opt("serves").is_empty() {
        let message = "this measure leads nowhere";
        let fault = faults.error("empty", &row.at("id"), message);
        fault.help("name in `serves` what on the site puts it into practice");
    }
    serves
}

fn charts(files: &Files, pillars: &mut Pillars, cited: &mut Cited, faults: &mut Faults) {
    let measures: Vec<&Measure> = pillars.measures.iter().collect();
    let places = measures.iter().map(|it| it.id.clone()).zip(0..=u8::MAX);
    let places: HashMap<String, u8> = places.collect();
    let mut ids = Unique::new("the chart");
    // With the place of its measure.
    let mut charts: Vec<(u8, Chart)> = Vec::new();
    let rows = table(files, "pillar_charts", CHARTS, faults);
    for row in &rows {
        let id = row.name("id", faults);
        row.text("measure", faults);
        let measure = row.reference("measure", &places, "pillars", faults);
        let chart = Chart {
            form: row.required_word("form", &FORMS, Form::Bars, faults),
            title: text(row, "title_zh", "title_en", true, faults),
            unit: text(row, "unit_zh", "unit_en", true, faults),
            figures: Vec::new(),
            source: cited.place(row, faults),
            id,
        };
        if ids.add(&chart.id, row.at("id"), faults)
            && let Some(measure) = measure
        {
            charts.push((measure, chart));
        }
    }
    figures(files, &mut charts, faults);
    for (measure, chart) in charts {
        let row = rows.iter().find(|row| row.opt("id") == chart.id);
        if let Some(row) = row.filter(|_| chart.figures.is_empty()) {
            let message = format!("the chart `{}` has no figure", chart.id);
            let fault = faults.error("empty", &row.at("id"), message);
            fault.help("add rows to `pillar_figures.csv`, or take the chart out");
        }
        if let Some(measure) = pillars.measures.get_mut(usize::from(measure)) {
            measure.charts.push(chart);
        }
    }
}

fn figures(files: &Files, charts: &mut [(u8, Chart)], faults: &mut Faults) {
    let places = charts.iter().map(|(_, it)| it.id.clone());
    let places: HashMap<String, u16> = places.zip(0..=u16::MAX).collect();
    let mut ids = Unique::new("the figure");
    for row in table(files, "pillar_figures", FIGURES, faults) {
        row.text("chart", faults);
        let chart = row.reference("chart", &places, "pillar_charts", faults);
        let id = row.name("id", faults);
        let new = ids.add(&id, row.at("id"), faults);
        let mut figure = Figure {
            id,
            label: text(&row, "label_zh", "label_en", true, faults),
            value: row.required("value", 1..=MOST, faults),
            about: row.word("about", &YES, faults).is_some(),
            at_least: row.word("at_least", &YES, faults).is_some(),
            as_of: row.day("as_of", faults),
            years: years(&row, faults),
            within: None,
            medal: row.word("medal", &MEDALS, faults),
        };
        let Some((_, chart)) = chart.and_then(|at| charts.get_mut(usize::from(at))) else {
            continue;
        };
        if (chart.form == Form::Medals) == row.opt("medal").is_empty() {
            let message = "`medal` is for charts of medals, and every figure of theirs has one";
            faults.error("medal", &row.at("medal"), message);
        }
        figure.within = within(&row, chart, figure.value, faults);
        if new {
            chart.figures.push(figure);
        }
    }
}

/// The place of the figure that a row is a part of: above it, in the same chart, and no smaller.
fn within(row: &Row, chart: &Chart, value: u32, faults: &mut Faults) -> Option<u8> {
    let id = row.opt("within");
    if id.is_empty() {
        return None;
    }
    let found = chart.figures.iter().position(|it| it.id == id);
    let whole = found.and_then(|at| chart.figures.get(at));
    if !whole.is_some_and(|it| it.value >= value && it.within.is_none()) {
        let message = format!("no figure `{id}` above in this chart is as large");
        let fault = faults.error("within", &row.at("within"), message);
        fault.help("a part stands below its whole, in the same chart");
    }
    u8::try_from(found?).ok()
}

/// `2023` or `2021-2023`.
fn years(row: &Row, faults: &mut Faults) -> Option<(u16, u16)> {
    let given = row.opt("years");
    if given.is_empty() {
        return None;
    }
    let (from, until) = given.split_once('-').unwrap_or((given, given));
    let year = |text: &str| {
        let year = text.parse().ok().filter(|_| text.len() == 4)?;
        (1990..=2100u16).contains(&year).then_some(year)
    };
    let years = year(from).zip(year(until));
    let years = years.filter(|(from, until)| from <= until);
    if years.is_none() {
        let message = format!("`{given}` is no year and no span of years");
        let fault = faults.error("years", &row.at("years"), message);
        fault.help("write it as 2023, or as 2021-2023");
    }
    years
}
