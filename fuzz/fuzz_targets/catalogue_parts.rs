//! Any bytes: read as a part of a catalogue they give an error, or records that write and read
//! back as the same, and whose places can be followed without a panic. So is a pack's change log.
#![no_main]

use catalogue::compact::{FORMAT, MAGIC, Part, read_part, write_part};
use catalogue::model::{Courses, Employers, Functions, Honours, Majors, Occupations, Pillars, Places, ShortageList, Sources};
use libfuzzer_sys::fuzz_target;
use pack::{Changes, Hash, changes};

/// The part that some columns are, in a file whose head is right.
fn part<P: Part + PartialEq>(columns: &[u8]) -> Option<P> {
    let body = [&[0; 16], columns].concat();
    let hash = Hash::of(&body).0;
    let head = [&MAGIC[..], &FORMAT.to_le_bytes(), &[P::KIND], &hash].concat();
    let part = read_part::<P>(&[head, body].concat()).ok()?.part;
    let again = read_part::<P>(&write_part(&part, &[])).map(|read| read.part);
    assert!(again.is_ok_and(|again| again == part), "{} reads back otherwise", P::NAME);
    Some(part)
}

fuzz_target!(|data: &[u8]| {
    // As it comes, the head is read first.
    let _ = read_part::<Occupations>(data);
    let Some((kind, columns)) = data.split_first() else { return };
    match kind % 11 {
        0 => {
            let Some(occupations) = part::<Occupations>(columns) else { return };
            for occupation in &occupations.list {
                assert!(occupations.tree.above(occupation).is_some());
                let _ = (occupation.levels(), occupations.find(&occupation.code));
            }
        }
        1 => drop(part::<Places>(columns)),
        2 => {
            let Some(courses) = part::<Courses>(columns) else { return };
            for course in &courses.list {
                assert!(!courses.of_occupation(course.occupation).is_empty());
                let _ = course.times();
            }
        }
        3 => drop(part::<Majors>(columns)),
        4 => {
            let Some(functions) = part::<Functions>(columns) else { return };
            for occupation in &functions.list {
                assert!(functions.of_occupation(occupation.occupation).is_some());
                let _ = (1..=5).map(|level| occupation.level(level)).count();
            }
        }
        5 => {
            let Some(list) = part::<ShortageList>(columns) else { return };
            let _ = list.missing();
        }
        6 => {
            let Some(pillars) = part::<Pillars>(columns) else { return };
            for chart in pillars.measures.iter().flat_map(|it| &it.charts) {
                assert!(chart.figures.iter().all(|it| it.value <= chart.most()));
            }
        }
        7 => drop(part::<Sources>(columns)),
        8 => {
            let Some(honours) = part::<Honours>(columns) else { return };
            for person in &honours.people {
                assert!(honours.edition_of(person).is_some());
                assert!(honours.find(&person.id).is_some());
            }
        }
        9 => drop(part::<Employers>(columns)),
        // The pack's change log has a head of its own.
        _ => {
            let head = [&changes::MAGIC[..], &changes::FORMAT.to_le_bytes(), &Hash::of(columns).0].concat();
            let Ok(log) = Changes::read(&[head.as_slice(), columns].concat()) else { return };
            assert_eq!(Changes::read(&log.write()), Ok(log));
        }
    }
});
