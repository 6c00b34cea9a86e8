//! Opens the catalogue in a pack's folder.

use crate::failure::Failure;
use catalogue::Catalogue;
use catalogue::source::{self, Loaded};
use pack::source::render;
use std::path::Path;

/// The catalogue of a pack's folder, or none where it has none.
///
/// # Errors
/// Its faults are told on standard error and are the failure.
pub fn load(dir: &Path, colour: bool) -> Result<Option<Catalogue>, Failure> {
    if !source::is_there(dir) {
        return Ok(None);
    }
    match source::load(dir) {
        Ok(Loaded { catalogue, .. }) => Ok(Some(catalogue)),
        Err(faults) => {
            eprint!("{}", render(&faults, colour));
            Err(Failure::Faults)
        }
    }
}

/// How much is in a catalogue, for people and machines: what, and how many.
pub fn counts(catalogue: &Catalogue) -> [(&'static str, usize); 11] {
    let occupations = &catalogue.occupations;
    let linked: usize = occupations.list.iter().map(|it| it.standards.len()).sum();
    let links = catalogue.majors.list.iter().map(|it| it.occupations.len());
    let courses = &catalogue.courses.list;
    let institutions = &catalogue.places.institutions;
    [
        ("occupations", occupations.list.len()),
        ("standards", linked + occupations.unlinked.len()),
        ("standards at no occupation", occupations.unlinked.len()),
        ("majors", catalogue.majors.list.len()),
        ("links of majors to occupations", links.sum()),
        (
            "institutions",
            institutions.iter().filter(|it| !it.sample).count(),
        ),
        (
            "sample institutions",
            institutions.iter().filter(|it| it.sample).count(),
        ),
        ("honours", catalogue.honours.people.len()),
        ("honours taken down", catalogue.honours.withdrawn.len()),
        ("courses", courses.iter().filter(|it| !it.sample).count()),
        (
            "sample courses",
            courses.iter().filter(|it| it.sample).count(),
        ),
    ]
}
