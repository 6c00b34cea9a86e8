//! The search index of each kind of record: which of its texts are searched, and what they
//! weigh.
//!
//! The indexes are built from the records where these are loaded, in the browser too: what
//! they need beside the records is one [`Lexicon`] (see `docs/benchmarks.md` for what shipping
//! them would cost). A document's number is its place in its list.

use crate::model::{Courses, Honours, Majors, Occupations, Places};
use crate::search::{Builder, FieldSpec, Index, Lexicon};
use pack::Pack;

/// Texts of occupations: their name, 工种, code, and the 小类 they belong to.
pub const OCCUPATION_FIELDS: [FieldSpec; 4] = [
    field("name", 50),
    field("work_type", 30),
    field("code", 30),
    field("group", 5),
];

/// Texts of courses: the occupation they are for, their title, id, provider and district.
pub const COURSE_FIELDS: [FieldSpec; 5] = [
    field("occupation", 50),
    field("title", 45),
    field("id", 30),
    field("provider", 15),
    field("district", 10),
];

/// Texts of institutions.
pub const INSTITUTION_FIELDS: [FieldSpec; 3] = [
    field("name", 50),
    field("address", 15),
    field("district", 10),
];

/// Texts of streets and towns.
pub const STREET_FIELDS: [FieldSpec; 2] = [field("name", 50), field("district", 10)];

/// Texts of majors.
pub const MAJOR_FIELDS: [FieldSpec; 3] =
    [field("name", 50), field("code", 30), field("category", 10)];

/// Texts of entries of honours: who, in which trade, from where, in which edition.
pub const HONOUR_FIELDS: [FieldSpec; 5] = [
    field("name", 50),
    field("trade", 45),
    field("org", 15),
    field("occupation", 10),
    field("edition", 10),
];

/// Texts of programmes, in both languages.
pub const PROGRAMME_FIELDS: [FieldSpec; 4] = [
    field("title", 50),
    field("title_en", 50),
    field("id", 30),
    field("summary", 10),
];

const fn field(name: &'static str, weight: u16) -> FieldSpec {
    FieldSpec { name, weight }
}

/// The index of occupations; words of daily speech stand for their names.
pub fn occupations(occupations: &Occupations, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&OCCUPATION_FIELDS, lexicon);
    let mut texts = Vec::new();
    for occupation in &occupations.list {
        texts.clear();
        texts.push((0, occupation.name.as_str()));
        texts.extend(occupation.work_types.iter().map(|it| (1, it.as_str())));
        texts.push((2, &occupation.code));
        let group = occupations.tree.minors.get(usize::from(occupation.minor));
        texts.extend(group.map(|group| (3, group.name.as_str())));
        builder.document(&texts);
    }
    add_synonyms(&mut builder, occupations);
    builder.finish()
}

/// The index of courses; an occupation's words find its courses.
pub fn courses(
    courses: &Courses,
    occupations: &Occupations,
    places: &Places,
    lexicon: Lexicon,
) -> Index {
    let mut builder = Builder::new(&COURSE_FIELDS, lexicon);
    let mut texts = Vec::new();
    for course in &courses.list {
        texts.clear();
        let occupation = occupations.get(course.occupation);
        texts.extend(occupation.map(|it| (0, it.name.as_str())));
        texts.push((1, &course.title));
        texts.push((2, &course.id));
        let institution = places.institutions.get(usize::from(course.institution));
        texts.extend(institution.map(|it| (3, it.name.as_str())));
        let district = places.districts.get(usize::from(course.district));
        texts.extend(district.map(|it| (4, it.name.as_str())));
        builder.document(&texts);
    }
    add_synonyms(&mut builder, occupations);
    builder.finish()
}

/// The index of institutions.
pub fn institutions(places: &Places, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&INSTITUTION_FIELDS, lexicon);
    let mut texts = Vec::new();
    for institution in &places.institutions {
        texts.clear();
        texts.push((0, institution.name.as_str()));
        texts.push((1, &institution.address));
        let district = institution
            .district
            .and_then(|it| places.districts.get(usize::from(it)));
        texts.extend(district.map(|it| (2, it.name.as_str())));
        builder.document(&texts);
    }
    builder.finish()
}

/// The index of streets and towns, which tell a person's district.
pub fn streets(places: &Places, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&STREET_FIELDS, lexicon);
    for street in &places.streets {
        let district = places.districts.get(usize::from(street.district));
        let district = district.map_or("", |it| it.name.as_str());
        builder.document(&[(0, &street.name), (1, district)]);
    }
    builder.finish()
}

/// The index of majors.
pub fn majors(majors: &Majors, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&MAJOR_FIELDS, lexicon);
    for major in &majors.list {
        let category = majors.categories.get(usize::from(major.category));
        builder.document(&[
            (0, &major.name),
            (1, &major.code),
            (2, category.map_or("", String::as_str)),
        ]);
    }
    builder.finish()
}

/// The index of honours, by their people.
pub fn honours(honours: &Honours, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&HONOUR_FIELDS, lexicon);
    let mut texts = Vec::new();
    for person in &honours.people {
        texts.clear();
        texts.push((0, person.name.as_str()));
        texts.push((1, &person.trade));
        texts.push((2, &person.org));
        let occupation = person.occupation.map(|(at, _)| usize::from(at));
        let occupation = occupation.and_then(|at| honours.occupations.get(at));
        texts.extend(occupation.map(|it| (3, it.name.as_str())));
        let edition = honours.edition_of(person);
        texts.extend(edition.map(|it| (4, it.name.zh.as_str())));
        texts.extend(edition.map(|it| (4, it.place.zh.as_str())));
        texts.retain(|(_, text)| !text.is_empty());
        builder.document(&texts);
    }
    builder.finish()
}

/// The index of a pack's programmes.
pub fn programmes(pack: &Pack, lexicon: Lexicon) -> Index {
    let mut builder = Builder::new(&PROGRAMME_FIELDS, lexicon);
    for (programme, rules) in pack.programmes.iter().zip(&pack.program.programmes) {
        builder.document(&[
            (0, &programme.title.zh),
            (1, &programme.title.en),
            (2, &rules.id),
            (3, &programme.summary.zh),
        ]);
    }
    builder.finish()
}

fn add_synonyms(builder: &mut Builder, occupations: &Occupations) {
    for occupation in &occupations.list {
        for word in &occupation.synonyms {
            builder.synonym(word, &occupation.name);
        }
    }
}

/// The lexicon of a whole catalogue: every character that its searched texts have.
#[cfg(feature = "source")]
pub fn lexicon(catalogue: &crate::Catalogue) -> Lexicon {
    let mut texts: Vec<&str> = Vec::new();
    for occupation in &catalogue.occupations.list {
        texts.push(&occupation.name);
        texts.extend(occupation.work_types.iter().map(String::as_str));
        texts.extend(occupation.synonyms.iter().map(String::as_str));
    }
    let tree = &catalogue.occupations.tree;
    texts.extend(tree.minors.iter().map(|it| it.name.as_str()));
    texts.extend(catalogue.courses.list.iter().map(|it| it.title.as_str()));
    for institution in &catalogue.places.institutions {
        texts.extend([institution.name.as_str(), &institution.address]);
    }
    texts.extend(catalogue.places.districts.iter().map(|it| it.name.as_str()));
    texts.extend(catalogue.places.streets.iter().map(|it| it.name.as_str()));
    texts.extend(catalogue.majors.list.iter().map(|it| it.name.as_str()));
    texts.extend(catalogue.majors.categories.iter().map(String::as_str));
    for person in &catalogue.honours.people {
        texts.extend([person.name.as_str(), &person.trade, &person.org]);
    }
    for edition in &catalogue.honours.editions {
        texts.extend([edition.name.zh.as_str(), &edition.place.zh]);
    }
    Lexicon::of(texts)
}

/// The lexicon of a pack's programmes.
#[cfg(feature = "source")]
pub fn programme_lexicon(pack: &Pack) -> Lexicon {
    let texts = |it: &'_ pack::model::Programme| [it.title.zh.clone(), it.summary.zh.clone()];
    let texts: Vec<String> = pack.programmes.iter().flat_map(texts).collect();
    Lexicon::of(texts.iter().map(String::as_str))
}
