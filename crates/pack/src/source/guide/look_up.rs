//! Ids that a road map names, looked up in both packs.

use crate::guide::Said;
use crate::model::{Evidence, Pack, Source};
use crate::source::fault::{At, Faults};
use crate::source::files::Files;
use crate::source::node::Str;
use crate::source::raw::Cited;
use crate::source::shape::suggest;

/// The place of an id in a list; one that is not there is a fault.
pub(super) fn find(id: &Str, known: &[&str], what: &str, faults: &mut Faults) -> Option<usize> {
    let found = known.iter().position(|known| *known == id.value);
    if found.is_none() {
        let message = format!("there is no {what} `{}`", id.value);
        let fault = faults.error(code(what), &id.at, message);
        suggest(fault, &id.value, known);
    }
    found
}

/// The stable name of the fault that something is not there.
fn code(what: &str) -> &'static str {
    match what {
        "stage" => "unknown-stage",
        "course" => "unknown-course",
        "date" => "unknown-date",
        "task" => "unknown-task",
        "condition" => "unknown-condition",
        "question" => "unknown-question",
        _ => "unknown-programme",
    }
}

/// The ids of a pack's programmes.
pub(super) fn programmes(pack: &Pack) -> Vec<&str> {
    let programmes = pack.program.programmes.iter();
    programmes.map(|programme| programme.id.as_str()).collect()
}

/// The ids of a pack's questions.
pub(super) fn questions(pack: &Pack) -> Vec<&str> {
    let facts = pack.program.facts.iter();
    facts.map(|fact| fact.id.as_str()).collect()
}

/// A sentence; its source must be one of either pack's. Without a source it is advice, of which
/// nothing has to be confirmed.
pub(super) fn said(cited: &Cited, own: &Pack, main: &Pack, faults: &mut Faults) -> Said {
    let source = cited.source.as_ref().and_then(|id| {
        let mut all = own.sources.iter().chain(&main.sources);
        let found = all.find(|source| source.id == id.value);
        if found.is_none() {
            let known = own.sources.iter().chain(&main.sources);
            let known: Vec<&str> = known.map(|source| source.id.as_str()).collect();
            let message = format!("there is no source `{}`", id.value);
            suggest(
                faults.error("unknown-source", &id.at, message),
                &id.value,
                &known,
            );
        }
        found
    });
    let known = source.map_or(Evidence::Official, |source| source.evidence);
    let evidence = cited.evidence.as_ref().map(|(evidence, _)| *evidence);
    Said {
        text: cited.text.clone(),
        source: source.map_or_else(String::new, |source| source.id.clone()),
        clause: cited.clause.clone(),
        evidence: evidence.unwrap_or(known),
    }
}

/// A document that stands in both packs must be told the same in both.
pub(super) fn same_sources(own: &Pack, main: &Pack, files: &Files, faults: &mut Faults) {
    let Some(file) = files.get("sources.toml") else {
        return;
    };
    let differs = |source: &&Source| {
        let twin = main.sources.iter().find(|it| it.id == source.id);
        twin.is_some_and(|twin| twin != *source)
    };
    for source in own.sources.iter().filter(differs) {
        let written = format!("\"{}\"", source.id);
        let start = file.text.find(&written).unwrap_or(0);
        let at = At::new(file, start..start + written.len());
        let id = &source.id;
        let message = format!("the source `{id}` is another one in the pack above");
        faults
            .error("different-source", &at, message)
            .help("tell it the same in both, or give it another id");
    }
}
