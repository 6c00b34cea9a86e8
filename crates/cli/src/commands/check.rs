//! `bazhu check`: every fault of a pack's source files, of its catalogue's and of its guide's.

use crate::args::{Check, Colour};
use crate::catalogue_file;
use crate::failure::Failure;
use crate::pack_file;
use catalogue::matching::source as matching;
use pack::Pack;
use pack::guide::{FOLDER, Guide};
use pack::source::guide::{self, LoadedGuide};
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
    let mut guide_is_sound = true;
    let mut start_up = None;
    if let Some(pack) = pack.as_ref().filter(|_| guide::is_there(&args.dir)) {
        match guide::load(&args.dir, pack) {
            Ok(LoadedGuide { guide, warnings }) => {
                faults.extend(warnings);
                start_up = Some(guide);
            }
            Err(more) => {
                guide_is_sound = false;
                faults.extend(more);
            }
        }
    }
    let counts = catalogue.as_ref().map(catalogue_file::counts);
    let sound = Sound {
        pack: pack.as_ref(),
        catalogue: counts.as_ref().map(|counts| counts.as_slice()),
        guide: start_up.as_ref(),
    };
    let text = if args.json {
        machine(&sound, &faults)?
    } else {
        people(args, &sound, &faults, colour)
    };
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| Failure::output(&error))?;
    let beside = catalogue.is_some() == has_catalogue && settings_are_sound && guide_is_sound;
    if pack.is_some() && beside {
        Ok(())
    } else {
        Err(Failure::Faults)
    }
}

/// How many of what there are in a catalogue.
type Counts = [(&'static str, usize)];

/// What of a pack's folder is sound.
struct Sound<'a> {
    pack: Option<&'a Pack>,
    catalogue: Option<&'a Counts>,
    guide: Option<&'a Guide>,
}

fn people(args: &Check, sound: &Sound<'_>, faults: &[Fault], colour: Colour) -> String {
    let mut text = source::render(faults, colour.for_stdout());
    if let Some(pack) = sound.pack {
        text.push_str(&format!("{}: {}: sound\n", args.dir.display(), size(pack)));
    }
    if let Some(counts) = sound.catalogue {
        let counts = counts.iter().map(|(what, n)| format!("{n} {what}"));
        let counts: Vec<String> = counts.collect();
        text.push_str(&format!(
            "{}: {}: sound\n",
            args.dir.join(catalogue::source::FOLDER).display(),
            counts.join(", ")
        ));
    }
    if let Some(guide) = sound.guide {
        text.push_str(&format!(
            "{}: {}, {} courses, {} tasks: sound\n",
            args.dir.join(FOLDER).display(),
            size(&guide.pack),
            guide.road.courses.len(),
            guide.road.tasks.len(),
        ));
    }
    text
}

/// A pack's name and how much is in it.
fn size(pack: &Pack) -> String {
    let programmes = pack.program.programmes.iter();
    let versions: usize = programmes.map(|it| it.versions.len()).sum();
    format!(
        "{} {}, {} programmes in {versions} versions, {} questions, {} sources",
        pack.id,
        pack.version,
        pack.programmes.len(),
        pack.questions.len(),
        pack.sources.len(),
    )
}

fn machine(sound: &Sound<'_>, faults: &[Fault]) -> Result<String, Failure> {
    let count = |severity| {
        faults
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
    };
    let report = json!({
        "pack": sound.pack.map(|pack| json!({ "id": pack.id, "version": pack.version })),
        "catalogue": sound.catalogue.map(|counts| {
            let counts = counts.iter();
            counts.map(|(what, n)| (what.replace(' ', "_"), json!(n))).collect::<serde_json::Map<_, _>>()
        }),
        "guide": sound.guide.map(|guide| json!({
            "id": guide.pack.id,
            "courses": guide.road.courses.len(),
            "tasks": guide.road.tasks.len(),
        })),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "faults": serde_json::to_value(faults).map_err(|error| Failure::usage(format!("the faults can't be written: {error}")))?,
    });
    Ok(format!("{report}\n"))
}
