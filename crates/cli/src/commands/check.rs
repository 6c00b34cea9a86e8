//! `bazhu check`: every fault of a pack's source files, and of its catalogue's.

use crate::args::{Check, Colour};
use crate::catalogue_file;
use crate::failure::Failure;
use crate::pack_file;
use catalogue::matching::source as matching;
use pack::Pack;
use pack::source::{self, Fault, Loaded, Severity};
use serde_json::json;
use std::io::Write;

/// Prints the faults and a closing line with counts.
pub fn run(args: &Check, colour: Colour) -> Result<(), Failure> {
    pack_file::folder(&args.dir)?;
    let (pack, mut faults) = match source::load(&args.dir) {
        Ok(Loaded { pack, warnings, .. }) => (Some(pack), warnings),
        Err(faults) => (None, faults),
    };
    let has_catalogue = catalogue::source::is_there(&args.dir);
    let mut catalogue = None;
    if has_catalogue {
        match catalogue::source::load(&args.dir) {
            Ok(loaded) => {
                faults.extend(loaded.warnings);
                catalogue = Some(loaded.catalogue);
            }
            Err(more) => faults.extend(more),
        }
    }
    let mut settings_are_sound = true;
    if let Some(pack) = pack.as_ref().filter(|_| matching::is_there(&args.dir))
        && let Err(more) = matching::load(&args.dir, pack)
    {
        settings_are_sound = false;
        faults.extend(more);
    }
    let counts = catalogue.as_ref().map(catalogue_file::counts);
    let text = if args.json {
        machine(pack.as_ref(), counts.as_ref(), &faults)?
    } else {
        people(args, pack.as_ref(), counts.as_ref(), &faults, colour)
    };
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| Failure::output(&error))?;
    if pack.is_some() && catalogue.is_some() == has_catalogue && settings_are_sound {
        Ok(())
    } else {
        Err(Failure::Faults)
    }
}

/// How many of what there are in a catalogue.
type Counts = [(&'static str, usize)];

fn people(
    args: &Check,
    pack: Option<&Pack>,
    counts: Option<impl AsRef<Counts>>,
    faults: &[Fault],
    colour: Colour,
) -> String {
    let mut text = source::render(faults, colour.for_stdout());
    if let Some(pack) = pack {
        let versions: usize = pack
            .program
            .programmes
            .iter()
            .map(|it| it.versions.len())
            .sum();
        text.push_str(&format!(
            "{}: {} {}, {} programmes in {versions} versions, {} questions, {} sources: sound\n",
            args.dir.display(),
            pack.id,
            pack.version,
            pack.programmes.len(),
            pack.questions.len(),
            pack.sources.len(),
        ));
    }
    if let Some(counts) = counts {
        let counts = counts.as_ref().iter();
        let counts: Vec<String> = counts.map(|(what, n)| format!("{n} {what}")).collect();
        text.push_str(&format!(
            "{}: {}: sound\n",
            args.dir.join(catalogue::source::FOLDER).display(),
            counts.join(", ")
        ));
    }
    text
}

fn machine(
    pack: Option<&Pack>,
    counts: Option<impl AsRef<Counts>>,
    faults: &[Fault],
) -> Result<String, Failure> {
    let count = |severity| {
        faults
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
    };
    let report = json!({
        "pack": pack.map(|pack| json!({ "id": pack.id, "version": pack.version })),
        "catalogue": counts.map(|counts| {
            let counts = counts.as_ref().iter();
            counts.map(|(what, n)| (what.replace(' ', "_"), json!(n))).collect::<serde_json::Map<_, _>>()
        }),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "faults": serde_json::to_value(faults).map_err(|error| Failure::usage(format!("the faults can't be written: {error}")))?,
    });
    Ok(format!("{report}\n"))
}
