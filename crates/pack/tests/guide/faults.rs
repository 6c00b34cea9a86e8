use crate::{SMALL, small};
use pack::source::{File, guide, render};

/// The faults of the small guide after some replacements, as a person reads them.
fn faults(changes: &[(&str, &str, &str)]) -> String {
    let dir = small();
    let mut files = Vec::new();
    for folder in ["", "programmes/", "cases/"] {
        for entry in std::fs::read_dir(dir.join("malan").join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
                let text = std::fs::read_to_string(entry.path()).unwrap();
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    for (path, old, new) in changes {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap();
        assert!(file.text.contains(old), "{path} has no {old}");
        file.text = file.text.replacen(old, new, 1);
    }
    match guide::load_files(files, &SMALL.0) {
        Ok(loaded) => render(&loaded.warnings, false),
        Err(faults) => render(&faults, false),
    }
}

#[test]
fn the_small_guide_is_sound() {
    assert_eq!(faults(&[]), "");
}

const MAP: &str = "roadmap.toml";

macro_rules! faulty {
    ($($name:ident: $changes:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(faults(&$changes));
        }
    )*};
}

faulty! {
    a_cycle: [
        (MAP, "date = \"opened\"\n", "date = \"opened\"\nafter = [\"claim\"]\n"),
        (MAP, "stage = \"early\"\ntitle = { zh = \"开业\"", "stage = \"late\"\ntitle = { zh = \"开业\"")
    ];
    a_task_after_itself: [(MAP, "after = [\"open_up\"]", "after = [\"open_up\", \"stay_open\"]")];
    unknown_after: [(MAP, "after = [\"open_up\"]", "after = [\"open_ap\"]")];
    unknown_unlocks: [(MAP, "unlocks = [\"opening\"]\npage", "unlocks = [\"openings\"]\npage")];
    unknown_claim: [(MAP, "claims = \"opening\"", "claims = \"rent\"")];
    unknown_stage_course_date: [
        (MAP, "stage = \"late\"\ntitle = { zh = \"申请补贴\"", "stage = \"lately\"\ntitle = { zh = \"申请补贴\""),
        (MAP, "courses = [\"before\"]", "courses = [\"bevore\"]"),
        (MAP, "date = \"opened\"", "date = \"opening\"")
    ];
    an_unknown_page: [(MAP, "page = \"money\"", "page = \"monies\"")];
    a_later_stage: [(MAP, "courses = [\"before\"]", "courses = [\"before\"]\nafter = [\"claim\"]")];
    waits_for_no_condition: [(MAP, "condition = \"open\"", "condition = \"opened\"")];
    waits_for_two_things: [(MAP, "condition = \"open\"", "condition = \"first_and_open\"")];
    waits_for_months_of_no_date: [(MAP, "counts = [\"months_open\"]", "counts = []")];
    a_window_without_its_date: [(MAP, "question = \"opened_on\"\n", "")];
    dates_of_the_wrong_questions: [
        (MAP, "question = \"opened_on\"", "question = \"months_open\""),
        (MAP, "counts = [\"months_open\"]", "counts = [\"first\"]"),
        (MAP, "guide_counts = [\"months\"]", "guide_counts = [\"open\"]"),
        (MAP, "guide_yes = [\"open\"]", "guide_yes = [\"opens\"]")
    ];
    ids_that_stand_twice: [
        (MAP, "id = \"learn\"", "id = \"claim\""),
        (MAP, "id = \"late\"", "id = \"early\"")
    ];
    an_unknown_source: [(MAP, "source = \"notice\"\n  clause", "source = \"notise\"\n  clause")];
    a_course_without_a_programme: [(MAP, "id = \"later\"", "id = \"latest\"")];
    fields_that_are_wrong: [
        (MAP, "optional = true", "optional = \"yes\""),
        (MAP, "help = { zh = \"\", en = \"\" }\n", ""),
        (MAP, "en = \"Once the months are full.\"", "en = \"\"")
    ];
    another_source_of_the_same_id: [("sources.toml", "date = \"2025\"", "date = \"2024\"")];
    a_worked_case_of_its_own_pack: [("cases/later.csv", "yes,2026-11-22,eligible,true,1", "yes,2026-11-22,eligible,true,0")];
}
