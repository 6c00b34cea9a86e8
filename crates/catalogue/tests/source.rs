//! The catalogue's files: a small one loads, and each kind of fault is shown as a compiler would.
#![cfg(test)]

use catalogue::model::{Course, Form, InstitutionKind, Medal, Service, Slot, Table, source_of};
use catalogue::source::{COUNT, Loaded, SEED, load, load_files, sample_courses, write_courses};
use catalogue::{Catalogue, Rank};
use pack::source::{Fault, File, render};
use std::path::{Path, PathBuf};

fn good() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good")
}

fn good_files() -> Vec<File> {
    let entries = std::fs::read_dir(good()).unwrap();
    let files = entries.map(|entry| {
        let entry = entry.unwrap();
        File {
            path: entry.file_name().to_str().unwrap().to_owned(),
            text: std::fs::read_to_string(entry.path()).unwrap(),
        }
    });
    files.collect()
}

/// Loads the good catalogue after some replacements: (file, old, new). A file that is not there
/// is added.
fn changed(changes: &[(&str, &str, &str)]) -> Result<Loaded, Vec<Fault>> {
    let mut files = good_files();
    for (path, old, new) in changes {
        match files.iter_mut().find(|file| file.path == *path) {
            Some(file) => {
                assert!(file.text.contains(old), "{path} has no {old}");
                file.text = file.text.replacen(old, new, 1);
            }
            None => files.push(File {
                path: (*path).to_owned(),
                text: (*new).to_owned(),
            }),
        }
    }
    load_files(files)
}

/// The faults of the changed catalogue as a person reads them.
fn faults(changes: &[(&str, &str, &str)]) -> String {
    match changed(changes) {
        Ok(loaded) => render(&loaded.warnings, false),
        Err(faults) => render(&faults, false),
    }
}

fn loaded() -> Catalogue {
    match changed(&[]) {
        Ok(loaded) => {
            assert_eq!(render(&loaded.warnings, false), "");
            loaded.catalogue
        }
        Err(faults) => panic!("{}", render(&faults, false)),
    }
}

#[test]
fn occupations_carry_what_stands_at_them() {
    let all = loaded();
    let at = all.occupations.find("6-31-01-03").unwrap();
    let electrician = all.occupations.get(at).unwrap();
    let groups = all.occupations.tree.above(electrician).unwrap();
    assert_eq!(
        groups.map(|group| group.code.as_str()),
        ["6", "6-31", "6-31-01"]
    );
    // Newest first; 高级 in the place of level 3.
    let editions: Vec<_> = electrician.standards.iter().map(|it| it.edition).collect();
    assert_eq!(editions, [Some(2026), Some(2018)]);
    let levels: Vec<u8> = electrician.standards[0].ladder().from_lowest().collect();
    assert_eq!(levels, [5, 4, 3, 2]);
    assert_eq!(electrician.synonyms, ["水电工"]);
    assert_eq!(
        (electrician.digital, electrician.shortage),
        (Some(false), None)
    );
    let fitter = &all.occupations.list[1];
    assert_eq!((fitter.digital, fitter.shortage), (None, Some(45)));
    assert_eq!(fitter.work_types, ["化工仪表维修工", "仪表安装工"]);
    assert_eq!(all.occupations.unlinked[0].name, "木雕工");
}

#[test]
fn functions_are_by_level_and_whole_or_not() {
    let all = loaded();
    let functions = all.functions.of_occupation(0).unwrap();
    assert_eq!(
        all.functions.list.len(),
        1,
        "a row without an occupation is left out"
    );
    let five = functions.level(5).unwrap();
    let names: Vec<&str> = five
        .functions
        .iter()
        .map(|it| all.functions.name(it))
        .collect();
    assert_eq!(names, ["电器安装和线路敷设", "继电控制电路装调维修"]);
    assert!(five.is_whole());
    let three = functions.level(3).unwrap();
    assert_eq!(three.rank, Rank::Senior);
    assert!(!three.is_whole());
    assert_eq!(functions.level(4), None);
}

#[test]
fn courses_are_in_order_and_know_their_providers() {
    let all = loaded();
    let ids: Vec<&str> = all.courses.list.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["S1", "S2", "R1"]);
    assert_eq!(all.courses.of_occupation(0), 0..2);
    assert_eq!(all.courses.find("R1"), Some(2));
    let evening = &all.courses.list[0];
    assert_eq!(
        evening.slots[0],
        Slot {
            weekday: 1,
            from: 1110,
            to: 1230
        }
    );
    assert!(evening.times().evening && !evening.times().weekend);
    let provider = &all.places.institutions[usize::from(evening.institution)];
    assert_eq!(
        (provider.kind, provider.sample),
        (InstitutionKind::Provider, true)
    );
    assert_eq!(provider.district, None, "its courses are in two districts");
    let school = &all.places.institutions[usize::from(all.courses.list[2].institution)];
    assert_eq!((school.id.as_str(), school.sample), ("tc2-07", false));
    assert_eq!(all.courses.list[2].title, "仪表入门，\"小班\"");
}

#[test]
fn majors_and_places_are_joined_and_every_part_has_its_source() {
    let all = loaded();
    let majors: Vec<&str> = all
        .majors
        .of_occupation(0)
        .map(|(_, it)| it.name.as_str())
        .collect();
    assert_eq!(majors, ["电气自动化技术", "电气设备运行与控制"]);
    let point = &all.places.institutions[all.places.find("sp-310101").unwrap() as usize];
    assert_eq!(point.district, Some(0));
    let source = &all.places.sources[usize::from(point.source.unwrap())];
    assert_eq!(source.note.zh, "请先致电");
    for (sources, table) in [
        (&all.occupations.sources, Table::Shortage),
        (&all.places.sources, Table::Streets),
        (&all.majors.sources, Table::MajorOccupation),
        (&all.functions.sources, Table::Functions),
        (&all.courses.sources, Table::Courses),
        (&all.shortage.sources, Table::Shortage),
        (&all.pillars.sources, Table::Pillars),
        (&all.sources.list, Table::Occupations),
    ] {
        assert!(source_of(sources, table).is_some(), "{table:?}");
    }
}

macro_rules! faulty {
    ($($name:ident: $changes:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(faults(&$changes));
        }
    )*};
}

faulty! {
    wrong_header: [
        ("occupations.csv", "work_types,confidence", "worktypes,confidence"),
        ("districts.csv", "code,name,lat,lon", "name,code,lat,lon"),
        ("streets.csv", "district\n", "district,district\n")
    ];
    missing_and_unknown_files: [
        ("synonym.csv", "", "occupation,word\n"),
        ("tree.csv", "code,name\n6,生产制造人员\n6-31,机械设备修理人员\n6-31-01,机械设备修理人员\n", "")
    ];
    bad_values: [
        ("occupations.csv", "no,no,,both", "no,nein,,both"),
        ("standards.csv", "2018,L5 L4 L3", "18,L5 L4 L7"),
        ("functions.csv", "=60", "=600"),
        ("institutions.csv", "2022-08-31,points", "2022-08-32,points"),
        ("majors.csv", "vocational_secondary", "vocational_secundary")
    ];
    bad_points: [
        ("districts.csv", "31.2228,121.4903", "91.2,+121.4903"),
        ("districts.csv", "徐汇区,,", "徐汇区,31.18001,\n310105,长宁区,,121.4222")
    ];
    bad_courses: [
        ("courses.csv", "4,示例培训机构 01,310101,120,2600", "6,,310101,0,-5"),
        ("courses.csv", "6 09:00-16:00", "8 09:00-16:00|6 16:00-09:00"),
        ("courses.csv", "2026-12-01,classroom", "2026-02-30,class room")
    ];
    duplicate_ids: [
        ("courses.csv", "S1,", "S2,"),
        ("occupations.csv", "6-31-01-04,", "6-31-01-03,"),
        ("major_occupation.csv", "660302,6-31-01-03", "460306,6-31-01-03"),
        ("synonyms.csv", "水电工", "电工")
    ];
    dangling_codes: [
        ("occupations.csv", "6-31-01-04,", "6-32-01-04,"),
        ("major_occupation.csv", "660302,6-31-01-03", "660301,6-31-01-05"),
        ("streets.csv", "310101\n", "310102\n"),
        ("courses.csv", "310104,100", "310105,100"),
        ("institutions.csv", "points\n", "point\n"),
        ("functions.csv", "6-31-01-03,L5", "6-31-01-09,L5")
    ];
    links_of_standards: [
        ("standards.csv", ",木雕工,,,skill,,", ",木雕工,,,skill,6-31-01-03,"),
        ("standards.csv", "2026,L5 L4 T3 L2,skill,6-31-01-03,both", "2026,L5 L4 T3 L2,skill,6-31-01-04,code")
    ];
    made_up_and_real_providers: [
        ("courses.csv", "中华职业学校", "示例培训机构 02"),
        ("courses.csv", "4,示例培训机构 01", "4,中华职业学校")
    ];
    control_characters_and_cells: [
        ("synonyms.csv", "水电工", "水\u{7}电\u{202e}工"),
        ("shortage.csv", "45,仪器仪表维修工,", "45,仪器仪表维修工,,"),
        ("streets.csv", "南京东路街道", "\"南京东路街道")
    ];
    bad_pillars: [
        ("pillars.csv", "task,lifelong", "tasks,lifelong"),
        ("pillars.csv", "学院|基地", "学院|基地|机构"),
        ("pillars.csv", "institutions courses", "institution courses courses"),
        ("pillars.csv", "market,坚持市场导向,Follow the market", "resources,坚持市场导向,")
    ];
    a_measure_that_leads_nowhere: [
        ("pillars.csv", ",shortage,", ",,"),
        ("pillars.csv", "The list is not whole.", "")
    ];
    bad_pillar_charts: [
        ("pillar_charts.csv", "bodies,resources,dots", "bodies,resource,dot"),
        ("pillar_charts.csv", "枚,medals,points", "枚,,pointers"),
        ("pillar_figures.csv", "medals,gold,金牌,Gold,10,,yes,,2023,,gold\n", "")
    ];
    bad_pillar_figures: [
        ("pillar_figures.csv", "Training bodies,600,yes,,2023-12-31,,,", "Training bodies,0,about,,2023-13-31,,,gold"),
        ("pillar_figures.csv", "foreign,其中外资,Of these foreign,19,,,,2021-2023,schools,", "schools,其中外资,Of these foreign,19,,,,2023-2021,school,"),
        ("pillar_figures.csv", "10,,yes,,2023,,gold", "many,,yes,,23,,")
    ];
    a_part_larger_than_its_whole: [("pillar_figures.csv", "Of these foreign,19", "Of these foreign,601")];
    a_table_without_source: [("sources.csv", " courses,", ",")];
}

#[test]
fn the_shortage_list_keeps_what_names_no_occupation() {
    let all = loaded();
    let entries: Vec<_> = all
        .shortage
        .entries
        .iter()
        .map(|it| (it.seq, it.name.as_str(), it.occupation))
        .collect();
    assert_eq!(
        entries,
        [(3, "印刷电路制作工", None), (45, "仪器仪表维修工", Some(1))]
    );
    assert_eq!(all.shortage.missing(), [(4, 44)]);
}

#[test]
fn pillars_keep_their_order_their_figures_and_where_they_lead() {
    let all = loaded().pillars;
    let ids: Vec<&str> = all.measures.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["resources", "market"]);
    let resources = &all.measures[0];
    assert_eq!(resources.serves, [Service::Institutions, Service::Courses]);
    assert_eq!(resources.what[1].en, "Bases, large and small");
    assert_eq!(all.sources[usize::from(resources.source)].id, "colleges");
    let chart = &resources.charts[0];
    assert_eq!((chart.form, chart.most()), (Form::Dots, 600));
    let [schools, foreign] = chart.figures.as_slice() else {
        panic!("two figures");
    };
    assert!(schools.about && !schools.at_least && schools.as_of.is_some());
    assert_eq!(
        (foreign.within, foreign.years),
        (Some(0), Some((2021, 2023)))
    );
    let gold = &all.measures[1].charts[0].figures[0];
    assert_eq!((gold.medal, gold.at_least), (Some(Medal::Gold), true));
}

/// A table that is wrong all through does not bury what is wrong elsewhere.
#[test]
fn many_faults_of_a_kind_are_counted() {
    let rows: String = (0..40).map(|n| format!("66{n:04},6-31-01-03\n")).collect();
    let text = faults(&[("major_occupation.csv", "660302,6-31-01-03\n", &rows)]);
    assert_eq!(text.matches("error[dangling]").count(), 12);
    assert!(
        text.contains("28 more faults of this kind in this file"),
        "{text}"
    );
}

/// Shanghai's catalogue is sound, and has as much as its sources.
#[test]
fn shanghai_loads() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/shanghai");
    let all = match load(&dir) {
        Ok(loaded) => {
            assert_eq!(render(&loaded.warnings, false), "");
            loaded.catalogue
        }
        Err(faults) => panic!("{}", render(&faults, false)),
    };
    assert_eq!(all.occupations.list.len(), 1616);
    assert_eq!(all.majors.list.len(), 1935);
    let links: usize = all.majors.list.iter().map(|it| it.occupations.len()).sum();
    assert_eq!(links, 4728);
    assert_eq!(
        (all.places.districts.len(), all.places.streets.len()),
        (16, 234)
    );
    // Every district has a point; that of 徐汇区 is nearest to 长宁区's and 静安区's.
    let point = |code: &str| {
        let district = all.places.districts.iter().find(|it| it.code == code);
        district.and_then(|it| it.point).unwrap()
    };
    let near = all.places.nearest(point("310104"));
    assert_eq!(near.len(), 16);
    let near: Vec<(&str, u32)> = near
        .iter()
        .take(3)
        .map(|(at, far)| (all.places.districts[usize::from(*at)].code.as_str(), *far))
        .collect();
    // 长宁区: 0.0381° north and 0.0153° west, 4.24 and 1.46 km.
    assert_eq!(near, [("310104", 0), ("310105", 4), ("310106", 6)]);
    let linked: usize = all
        .occupations
        .list
        .iter()
        .map(|it| it.standards.len())
        .sum();
    // 717 rows, of which 11 were there twice; 30 stand at no occupation of 2022.
    assert_eq!((linked, all.occupations.unlinked.len()), (676, 30));
    let colleges = |batch| {
        let of = |it: &&catalogue::model::Institution| {
            it.kind == InstitutionKind::TechnicianCollege && it.batch == batch
        };
        all.places.institutions.iter().filter(of).count()
    };
    assert_eq!((colleges(1), colleges(2)), (4, 14));
    assert_eq!(
        all.occupations
            .list
            .iter()
            .filter(|it| it.shortage.is_some())
            .count(),
        36
    );
    assert_eq!(all.shortage.entries.len(), 38);
    assert_eq!(all.shortage.missing(), [(20, 31)]);
    let nowhere = all
        .shortage
        .entries
        .iter()
        .filter(|it| it.occupation.is_none());
    assert_eq!(nowhere.count(), 2);
    assert_eq!(
        (all.pillars.tasks.len(), all.pillars.measures.len()),
        (4, 8)
    );
    let charts = all.pillars.measures.iter().flat_map(|it| &it.charts);
    assert_eq!(charts.map(|it| it.figures.len()).sum::<usize>(), 22);
}

/// The committed courses are the generator's. To renew them: `UPDATE_SAMPLES=1`.
#[test]
fn sample_courses_are_those_of_the_generator() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/shanghai");
    let all = load(&dir).unwrap().catalogue;
    if all.courses.list.iter().any(|course| !course.sample) {
        return; // A real list was imported.
    }
    let rows = sample_courses(&all.occupations, &all.places, SEED, COUNT);
    let text = write_courses(&rows);
    let file = dir.join("catalogue/courses.csv");
    if std::env::var_os("UPDATE_SAMPLES").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    assert!(
        std::fs::read_to_string(&file).unwrap() == text,
        "{} is out of date: run this test with UPDATE_SAMPLES=1",
        file.display()
    );
}

/// Samples are useful for filters and clashes: every value of every field occurs, and none is
/// mistaken for a real course.
#[test]
fn sample_courses_vary_and_are_marked() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/shanghai");
    let all = load(&dir).unwrap().catalogue;
    let courses = &all.courses.list;
    if courses.iter().any(|course| !course.sample) {
        return; // A real list was imported.
    }
    assert_eq!(courses.len(), COUNT);
    for course in courses {
        let provider = &all.places.institutions[usize::from(course.institution)];
        assert!(course.sample && provider.sample, "{}", course.id);
        assert!(
            provider.name.starts_with("示例培训机构 "),
            "{}",
            provider.name
        );
        let levels = all.occupations.get(course.occupation).unwrap().levels();
        assert!(
            course.level == 0 || levels.has(course.level),
            "{}",
            course.id
        );
        assert!(!course.starts_on.is_empty());
    }
    let distinct = |field: fn(&Course) -> u64| {
        let values: std::collections::BTreeSet<u64> = courses.iter().map(field).collect();
        values.len()
    };
    assert_eq!(distinct(|it| it.level.into()), 6);
    assert_eq!(distinct(|it| it.district.into()), 16);
    assert_eq!(distinct(|it| it.mode as u64), 3);
    assert!(distinct(|it| it.occupation.into()) > 250);
    assert!(distinct(|it| (it.starts_on[0] / 31) as u64) >= 10);
    let times = |has: fn(&Course) -> bool| courses.iter().filter(|it| has(it)).count();
    assert!(times(|it| it.times().weekday) > 300);
    assert!(times(|it| it.times().evening) > 300);
    assert!(times(|it| it.times().weekend) > 300);
    let clash =
        |a: &Course, b: &Course| a.slots.iter().any(|x| b.slots.iter().any(|y| x.clashes(y)));
    let pairs = courses
        .windows(2)
        .filter(|pair| clash(&pair[0], &pair[1]))
        .count();
    assert!((100..1900).contains(&pairs), "{pairs}");
}

proptest::proptest! {
    /// Whatever is cut out of or put into a file: faults, never a panic.
    #[test]
    fn survives_damaged_files(
        file in 0usize..19,
        at in 0usize..4000,
        cut in 0usize..40,
        put in r#"[|=":,.\n\t0-9a-z中é\u{202e} -]{0,6}"#,
    ) {
        let mut files = good_files();
        let index = file % files.len();
        let text = &mut files[index].text;
        let letters: Vec<char> = text.chars().collect();
        let at = at % letters.len();
        let end = (at + cut).min(letters.len());
        *text = letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect();
        match load_files(files) {
            Ok(loaded) => drop(render(&loaded.warnings, false)),
            Err(faults) => proptest::prop_assert!(!render(&faults, false).is_empty()),
        }
    }
}

#[test]
fn bad_pay_and_bad_rounds() {
    insta::assert_snapshot!(faults(&[
        ("wages.csv", "all,skilled,average", "machines,skilled,mean"),
        ("wages.csv", "制造业,Manufacturing,406200", "制造业,,40.62"),
        ("wages.csv", "94,2022", "9.4,22"),
        ("district_rounds.csv", "310101,2025", "310199,2025"),
        (
            "district_rounds.csv",
            "chief_technician,20,40000",
            "chief,0,40000"
        ),
        ("district_rounds.csv", "某〔2023〕4号,points", ",press"),
    ]));
}

#[test]
fn pay_and_rounds_cite_their_sources() {
    let all = loaded().employers;
    assert_eq!((all.wages.len(), all.rounds.len()), (2, 1));
    let wage = &all.wages[0];
    assert_eq!(
        (wage.yuan, wage.growth_permille, wage.year),
        (162_200, Some(94), 2022)
    );
    assert_eq!(all.sources[usize::from(wage.source)].id, "points");
    assert_eq!(all.sources.len(), 1, "each source once");
}
