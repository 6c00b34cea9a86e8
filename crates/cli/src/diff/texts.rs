//! What packs say of questions, versions and programmes, to be compared.

use pack::facts::{format_date, format_decimal, slot_of};
use pack::model::{self, Clause, Text};
use rules::date::Day;
use rules::program::{Domain, Version};

/// What a page says of a programme besides its rules.
pub fn words(
    was: &model::Programme,
    is: &model::Programme,
) -> Vec<(&'static str, [Option<Text>; 2])> {
    let mut found = Vec::new();
    for (part, a, b) in [
        ("title", &was.title, &is.title),
        ("summary", &was.summary, &is.summary),
    ] {
        if a != b {
            found.push((part, [Some(a.clone()), Some(b.clone())]));
        }
    }
    let texts = |list: &[Clause]| list.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    let papers = |it: &model::Programme| -> Vec<Text> {
        it.papers.iter().map(|it| it.clause.text.clone()).collect()
    };
    let amounts = |it: &model::Programme| -> Vec<Text> {
        let join = |a: &str, b: &str| format!("{a}: {b}");
        let rows = it.amounts.iter();
        rows.map(|it| Text {
            zh: join(&it.label.zh, &it.value.zh),
            en: join(&it.label.en, &it.value.en),
        })
        .collect()
    };
    let gaps =
        |it: &model::Programme| -> Vec<Text> { it.gaps.iter().map(|it| it.text.clone()).collect() };
    for (part, a, b) in [
        ("shown amount", amounts(was), amounts(is)),
        ("schedule", texts(&was.schedule), texts(&is.schedule)),
        ("paper", papers(was), papers(is)),
        ("channel", texts(&was.channels), texts(&is.channels)),
        ("note", texts(&was.notes), texts(&is.notes)),
        ("gap", gaps(was), gaps(is)),
    ] {
        let gone: Vec<&Text> = a.iter().filter(|it| !b.contains(it)).collect();
        let come: Vec<&Text> = b.iter().filter(|it| !a.contains(it)).collect();
        for place in 0..gone.len().max(come.len()) {
            let text = [&gone, &come].map(|it| it.get(place).map(|it| (*it).clone()));
            found.push((part, text));
        }
    }
    found
}

pub fn span(version: &Version) -> String {
    let day = |day: Option<Day>| day.map(format_date).unwrap_or_else(|| "…".to_owned());
    format!("{} – {}", day(version.from), day(version.until))
}

/// A question's answers, and its texts.
pub fn question(pack: &pack::Pack, id: &str) -> Option<(String, Vec<Text>)> {
    let place = usize::from(slot_of(pack, id)?);
    let (fact, question) = (pack.program.facts.get(place)?, pack.questions.get(place)?);
    let domain = match fact.domain {
        Domain::Bool => "true, false".to_owned(),
        Domain::Options(_) => {
            let ids: Vec<&str> = question.options.iter().map(|it| it.id.as_str()).collect();
            ids.join(", ")
        }
        Domain::Number { min, max, scale } => {
            format!(
                "{} – {}",
                format_decimal(min, scale),
                format_decimal(max, scale)
            )
        }
        Domain::Date { min, max } => format!("{} – {}", format_date(min), format_date(max)),
    };
    let mut texts = vec![
        question.label.clone(),
        question.ask.clone(),
        question.help.clone(),
    ];
    texts.extend(question.options.iter().map(|it| it.label.clone()));
    Some((domain, texts))
}
