//! Sources, sentences and the pages' texts: looked up and put into the pack's model.

use super::fault::{At, Faults};
use super::node::Str;
use super::questions::{Asked, mask, unique};
use super::raw::{Cited, RawPack, RawProgramme, RawSource, RawVersion};
use super::shape::suggest;
use super::versions;
use crate::model::{
    AmountRow, Clause, Evidence, Gap, Group, Pack, Paper, Programme, Source, VersionText,
};
use rules::program::{Cap, Domain, Program};

/// The sources, and which of them something rests on.
pub(crate) struct Sources<'a> {
    raw: &'a [RawSource],
    used: Vec<bool>,
}

impl<'a> Sources<'a> {
    pub fn new(raw: &'a [RawSource]) -> Self {
        Sources {
            raw,
            used: vec![false; raw.len()],
        }
    }

    /// Index and evidence of a source; an unknown one is a fault.
    pub fn find(&mut self, id: &Str, faults: &mut Faults) -> (u16, Evidence) {
        let Some(index) = self
            .raw
            .iter()
            .position(|source| source.id.value == id.value)
        else {
            let fault = faults.error(
                "unknown-source",
                &id.at,
                format!("there is no source `{}`", id.value),
            );
            let known: Vec<&str> = self
                .raw
                .iter()
                .map(|source| source.id.value.as_str())
                .collect();
            suggest(fault, &id.value, &known);
            // One fault is enough: the rest goes on as if it were known.
            return (0, Evidence::Official);
        };
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
        let evidence = self
            .raw
            .get(index)
            .map_or(Evidence::Unconfirmed, |source| source.evidence);
        (u16::try_from(index).unwrap_or(0), evidence)
    }

    /// A sentence with its own source, or else the one given.
    fn clause(&mut self, cited: &Cited, default: &Str, faults: &mut Faults) -> Clause {
        let (source, known) = self.find(cited.source.as_ref().unwrap_or(default), faults);
        let evidence = cited
            .evidence
            .as_ref()
            .map_or(known, |(evidence, _)| *evidence);
        Clause {
            text: cited.text.clone(),
            source,
            clause: cited.clause.clone(),
            evidence,
        }
    }

    /// As `clause`, for something that a figure is computed from.
    fn rule(&mut self, cited: &Cited, default: &Str, counts: bool, faults: &mut Faults) -> Clause {
        let clause = self.clause(cited, default, faults);
        if counts && clause.evidence == Evidence::Unconfirmed {
            let at: &At = match (&cited.evidence, &cited.source) {
                (Some((_, at)), _) => at,
                (None, Some(source)) => &source.at,
                (None, None) => &cited.at,
            };
            faults
                .error("unconfirmed", at, "an amount would be computed from something unconfirmed")
                .help("take it out of the rules and say in `[[notes]]` or `[[amounts]]` what is known of it");
        }
        clause
    }

    /// Warns of sources that nothing rests on.
    pub fn warn_of_unused(&self, faults: &mut Faults) {
        for (source, used) in self.raw.iter().zip(&self.used) {
            if !used {
                let message = format!("nothing rests on the source `{}`", source.id.value);
                faults.warning("unused-source", &source.id.at, message);
            }
        }
    }
}

/// The pack without its code: `program` has facts, exclusions and caps only.
pub(crate) fn pack(
    raw: RawPack,
    asked: &[Asked],
    sources: &mut Sources<'_>,
    programmes: &[RawProgramme],
    faults: &mut Faults,
) -> Pack {
    if raw.valid_until < raw.as_of {
        let at = &raw.valid_until_at;
        faults.error(
            "empty-range",
            at,
            "the pack is valid until a day before `as_of`",
        );
    }
    let ids: Vec<&str> = programmes.iter().map(|p| p.id.value.as_str()).collect();
    let exclusions = raw.exclusions.iter().map(|(list, cited)| {
        let default = cited.source.clone().unwrap_or_else(|| Str {
            value: String::new(),
            at: cited.at.clone(),
        });
        if list.len() < 2 {
            faults.error(
                "too-few",
                &cited.at,
                "an exclusion names at least two programmes",
            );
        }
        (
            members(list, &ids, faults),
            sources.clause(cited, &default, faults),
        )
    });
    let (excluded, exclusions) = exclusions.collect();
    let mut caps = Vec::new();
    let mut seen: Vec<&Str> = Vec::new();
    for cap in &raw.caps {
        unique(&cap.id, seen.iter().copied(), "cap", faults);
        seen.push(&cap.id);
        let programmes = members(&cap.programmes, &ids, faults);
        caps.push(Cap {
            id: cap.id.value.clone(),
            programmes,
            max_fen: cap.max_yuan.saturating_mul(100),
        });
    }
    let texts = programmes
        .iter()
        .map(|p| programme(p, asked, sources, raw.as_of, faults))
        .collect();
    Pack {
        id: raw.id.value,
        version: raw.version.value,
        title: raw.title,
        as_of: raw.as_of,
        valid_until: raw.valid_until,
        hotline: raw.hotline.value,
        program: Program {
            facts: asked.iter().map(|asked| asked.fact.clone()).collect(),
            exclusions: excluded,
            caps,
            ..Program::default()
        },
        questions: asked.iter().map(|asked| asked.question.clone()).collect(),
        programmes: texts,
        caps: raw.caps.into_iter().map(|cap| cap.text).collect(),
        exclusions,
        sources: sources.raw.iter().map(source).collect(),
        groups: raw
            .groups
            .into_iter()
            .map(|(id, title)| Group {
                id: id.value,
                title,
            })
            .collect(),
    }
}

fn source(raw: &RawSource) -> Source {
    Source {
        id: raw.id.value.clone(),
        title: raw.title.clone(),
        number: raw.number.clone(),
        publisher: raw.publisher.clone(),
        date: raw.date.clone(),
        evidence: raw.evidence,
        url: raw.url.clone(),
    }
}

/// Indices of some programmes, ascending.
fn members(list: &[Str], ids: &[&str], faults: &mut Faults) -> Vec<u16> {
    let mut members = Vec::new();
    for id in list {
        match ids.iter().position(|known| *known == id.value) {
            Some(index) => members.push(u16::try_from(index).unwrap_or(u16::MAX)),
            None => {
                let message = format!("there is no programme `{}`", id.value);
                suggest(
                    faults.error("unknown-programme", &id.at, message),
                    &id.value,
                    ids,
                );
            }
        }
    }
    members.sort_unstable();
    members.dedup();
    members
}

fn programme(
    raw: &RawProgramme,
    asked: &[Asked],
    sources: &mut Sources<'_>,
    as_of: rules::date::Day,
    faults: &mut Faults,
) -> Programme {
    let stem = raw
        .file
        .path
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".toml"))
        .unwrap_or_default();
    if stem != raw.id.value {
        let message = format!(
            "the programme `{}` stands in the file `{stem}.toml`",
            raw.id.value
        );
        faults
            .error("file-name", &raw.id.at, message)
            .help("name the file after the programme");
    }
    if raw.audience.is_empty() {
        faults
            .error("empty", &raw.id.at, "the programme is for nobody")
            .help("add `audience = [\"worker\"]`");
    }
    versions::check(raw, as_of, faults);
    let default = &raw.source;
    // Found even where every rule names its own: the programme as a whole rests on it.
    sources.find(default, faults);
    let mut seen: Vec<&Str> = Vec::new();
    for version in &raw.versions {
        unique(&version.id, seen.iter().copied(), "version", faults);
        seen.push(&version.id);
    }
    let mut clauses = |list: &[Cited], faults: &mut Faults| {
        list.iter()
            .map(|cited| sources.clause(cited, default, faults))
            .collect::<Vec<_>>()
    };
    let channels = clauses(&raw.channels, faults);
    let notes = clauses(&raw.notes, faults);
    let schedule = clauses(&raw.schedule, faults);
    let papers = raw.papers.iter().map(|paper| Paper {
        clause: sources.clause(&paper.cited, default, faults),
        only_for: paper
            .only_for
            .iter()
            .filter_map(|(key, options)| only(key, options, asked, faults))
            .collect(),
    });
    let papers = papers.collect();
    let amounts = raw.amounts.iter().map(|(value, cited)| {
        let clause = sources.clause(cited, default, faults);
        AmountRow {
            label: clause.text,
            value: value.clone(),
            evidence: clause.evidence,
            source: clause.source,
        }
    });
    Programme {
        title: raw.title.clone(),
        summary: raw.summary.clone(),
        audience: raw.audience.clone(),
        channels,
        papers,
        notes,
        amounts: amounts.collect(),
        schedule,
        gaps: raw
            .gaps
            .iter()
            .map(|g| Gap {
                from: g.from,
                until: g.until,
                text: g.text.clone(),
            })
            .collect(),
        versions: raw
            .versions
            .iter()
            .map(|version| version_text(version, default, sources, faults))
            .collect(),
    }
}

/// A paper's question and options.
fn only(key: &Str, options: &[Str], asked: &[Asked], faults: &mut Faults) -> Option<(u16, u64)> {
    let Some((slot, question)) = asked
        .iter()
        .enumerate()
        .find(|(_, asked)| asked.id.value == key.value)
    else {
        let known: Vec<&str> = asked.iter().map(|asked| asked.id.value.as_str()).collect();
        let fault = faults.error(
            "unknown-question",
            &key.at,
            format!("there is no question `{}`", key.value),
        );
        suggest(fault, &key.value, &known);
        return None;
    };
    let known: Vec<&str> = match question.fact.domain {
        Domain::Bool => vec!["false", "true"],
        Domain::Options(_) => question
            .question
            .options
            .iter()
            .map(|option| option.id.as_str())
            .collect(),
        Domain::Number { .. } | Domain::Date { .. } => {
            faults.error(
                "wrong-type",
                &key.at,
                format!("`{}` has no options", key.value),
            );
            return None;
        }
    };
    let mask = mask(options, &known, faults);
    if options.is_empty() {
        faults.error(
            "empty",
            &key.at,
            "a paper for no option is a paper for nobody",
        );
    }
    (mask != 0).then(|| (u16::try_from(slot).unwrap_or(u16::MAX), mask))
}

fn version_text(
    raw: &RawVersion,
    programme: &Str,
    sources: &mut Sources<'_>,
    faults: &mut Faults,
) -> VersionText {
    let default = raw.source.as_ref().unwrap_or(programme);
    let (source, known) = sources.find(default, faults);
    let counts = raw.amount.is_some();
    let mut rule = |cited: &Cited| sources.rule(cited, default, counts, faults);
    let steps = raw.steps.iter().map(|step| rule(&step.cited)).collect();
    let conditions = raw
        .conditions
        .iter()
        .map(|c| &c.cited)
        .chain(raw.window.iter().map(|w| &w.cited));
    let conditions = conditions.map(&mut rule).collect();
    let routes = raw.routes.iter().map(|route| rule(&route.cited)).collect();
    let amount = raw.amount.as_ref().map(|amount| rule(&amount.cited));
    VersionText {
        from_evidence: raw.from_evidence.unwrap_or(known),
        until_evidence: raw.until_evidence.unwrap_or(known),
        source,
        conditions,
        condition_facts: Vec::new(),
        routes,
        route_facts: Vec::new(),
        steps,
        amount,
    }
}
