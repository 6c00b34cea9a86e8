//! The pack in force, read and ready: its files, its search index, the site that names it.

use api::packs::{Current, File};
use axum::http::header::{self, HeaderMap, HeaderValue};
use bytes::Bytes;
use catalogue::browse::{self, Facet};
use catalogue::compact::read_part;
use catalogue::kinds;
use catalogue::matching::Settings as Matching;
use catalogue::model::{Courses, Occupations, Places};
use catalogue::search::{Index, Lexicon};
use pack::facts::format_date;
use pack::source::{Fault, File as Source};
use pack::{Hash, Pack};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::clock;
use crate::files::{Contents, Encoded, Headers, Own, Site, compressed, kept, own, renewed};

/// A pack's compact form and the catalogue's parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The pack.
    pub pack: Bytes,
    /// The parts, by name, in the order in which a page names them.
    pub parts: Vec<(String, Bytes)>,
}

/// A release as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its number; 0 if it is not kept.
    pub number: i64,
    /// When it was put in force.
    pub published_at: i64,
    /// What it put in force.
    pub content: Content,
}

/// What a request may need of the release in force.
pub struct Live {
    /// The release's number.
    pub number: i64,
    /// What `packs/current` says.
    pub current: Current,
    /// The same as JSON.
    pub json: Bytes,
    /// The headers of an answer with it, all of them: every page that is opened asks for it.
    pub head: HeaderMap,
    /// What is said of it to those who have it.
    pub head_unchanged: HeaderMap,
    /// Files by hash.
    pub files: BTreeMap<String, Arc<Encoded>>,
    /// The pack.
    pub pack: Pack,
    /// The pack's hash.
    pub hash: String,
    /// The courses and what they are searched by; none without a catalogue.
    pub catalogue: Option<Searchable>,
    /// The site.
    pub site: Site,
}

/// A catalogue that can be searched.
pub struct Searchable {
    /// The occupations.
    pub occupations: Occupations,
    /// Districts and institutions.
    pub places: Places,
    /// The courses.
    pub courses: Courses,
    /// Their index.
    pub index: Index,
    /// What they are filtered by.
    pub facets: Vec<Facet>,
    /// What they cost, in yuan.
    pub prices: Vec<u32>,
}

impl Live {
    /// Makes a release ready.
    ///
    /// # Errors
    ///
    /// Why it can't be used by this program, as a sentence.
    pub fn of(release: &Release, built: &Built) -> Result<Self, String> {
        let Release {
            number,
            published_at,
            content,
        } = release;
        let (pack, hash) = pack::read(&content.pack).map_err(|error| error.to_string())?;
        let hash = hash.to_string();
        let site = match *content == built.own.content {
            true => Site::new(&built.contents, &built.headers),
            false => renewed(&built.contents, &built.own, content, &pack, &built.headers)?,
        };
        let mut files = BTreeMap::new();
        let mut file = |name: &str, hash: String, bytes: &Bytes| {
            let url = format!("/api/v1/packs/{hash}");
            files.insert(hash, Arc::new(encoded(bytes, &site, built)));
            File {
                name: name.to_owned(),
                url,
                bytes: u64::try_from(bytes.len()).unwrap_or(0),
            }
        };
        let current = Current {
            id: pack.id.clone(),
            version: pack.version.clone(),
            hash: hash.clone(),
            as_of: format_date(pack.as_of),
            valid_until: format_date(pack.valid_until),
            published_at: clock::written(*published_at),
            pack: file("pack", hash.clone(), &content.pack),
            parts: content
                .parts
                .iter()
                .map(|(name, bytes)| file(name, part_hash(bytes), bytes))
                .collect(),
        };
        let json = serde_json::to_vec(&current).map_err(|error| error.to_string())?;
        let etag = format!("\"{}\"", ::site::short_hash(&json));
        let etag = HeaderValue::from_str(&etag).map_err(|error| error.to_string())?;
        let mut head = built.headers.of_the_api();
        head.insert(header::ETAG, etag);
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let json_type = HeaderValue::from_static("application/json");
        head.insert(header::CONTENT_TYPE, json_type);
        Ok(Self {
            number: *number,
            json: json.into(),
            head_unchanged: kept(&head),
            head,
            current,
            files,
            catalogue: Searchable::of(content)?,
            pack,
            hash,
            site,
        })
    }
}

/// The hash that a part's address holds.
pub fn part_hash(bytes: &[u8]) -> String {
    Hash::of(bytes).to_string()
}

/// A file with its twins: the site's own where it has them.
fn encoded(bytes: &Bytes, site: &Site, built: &Built) -> Encoded {
    let names = built.own.names.iter().filter_map(|name| site.get(name));
    let mut same = names.filter(|file| file.content.plain == *bytes);
    let known = same.next().map(|file| file.content.clone());
    known
        .filter(|content| content.brotli.is_some())
        .unwrap_or_else(|| compressed(bytes.clone(), None))
}

impl Searchable {
    fn of(content: &Content) -> Result<Option<Self>, String> {
        if content.parts.is_empty() {
            return Ok(None);
        }
        let part = |wanted: &str| {
            let found = content.parts.iter().find(|(name, _)| name == wanted);
            let (_, bytes) = found.ok_or_else(|| format!("there is no part `{wanted}`"))?;
            Ok::<&[u8], String>(bytes)
        };
        let fault = |error: catalogue::compact::ReadError| error.to_string();
        let occupations = read_part::<Occupations>(part("occupations")?).map_err(fault)?;
        let places = read_part::<Places>(part("places")?).map_err(fault)?;
        let courses = read_part::<Courses>(part("courses")?).map_err(fault)?;
        courses
            .fits(&[occupations.hash, places.hash])
            .map_err(fault)?;
        let lexicon = Lexicon::read(part("lexicon")?).map_err(|error| error.to_string())?;
        let (occupations, places, courses) = (occupations.part, places.part, courses.part);
        let prices: Vec<u32> = courses.list.iter().map(|it| it.price_yuan).collect();
        Ok(Some(Self {
            index: kinds::courses(&courses, &occupations, &places, lexicon),
            facets: browse::course_facets(&courses, &occupations, &places, &prices),
            occupations,
            places,
            courses,
            prices,
        }))
    }
}

/// The site as the build made it, and what it carries.
pub struct Built {
    /// Its files.
    pub contents: Contents,
    /// Its pack and parts.
    pub own: Own,
    /// What answers' headers depend on.
    pub headers: Headers,
}

impl Built {
    /// A built site.
    ///
    /// # Errors
    ///
    /// What is missing, as a sentence.
    pub fn of(contents: Contents, headers: Headers) -> Result<Self, String> {
        let own = own(&contents)?;
        Ok(Self {
            contents,
            own,
            headers,
        })
    }
}

/// Checks a pack's source files as `bazhu check` does, worked cases included, and builds what
/// `bazhu build` writes.
///
/// # Errors
///
/// Everything that is wrong, by file and place.
pub fn build(files: BTreeMap<String, String>) -> Result<Content, Vec<Fault>> {
    let (mut rules, mut tables, mut settings) = (Vec::new(), Vec::new(), None);
    for (path, text) in files {
        // A byte order mark is no fault of a file that comes from elsewhere.
        let text = text.trim_start_matches('\u{feff}').to_owned();
        match path.strip_prefix("catalogue/") {
            Some(name) if name.ends_with(".csv") => {
                let path = name.to_owned();
                tables.push(Source { path, text });
            }
            Some(_) => {}
            None if path == catalogue::matching::source::FILE => {
                settings = Some(Arc::new(Source { path, text }));
            }
            None => rules.push(Source { path, text }),
        }
    }
    let loaded = pack::source::load_files(rules)?;
    let pack = loaded.pack;
    let mut parts = Vec::new();
    if !tables.is_empty() {
        let catalogue = catalogue::source::load_files(tables)?.catalogue;
        parts.extend(catalogue::source::files(&catalogue));
    }
    if let Some(file) = settings {
        let settings = catalogue::matching::source::read(&file, &pack)?;
        parts.push((Matching::NAME, settings.write()));
    }
    parts.extend(loaded.changes.map(|log| (pack::Changes::NAME, log.write())));
    Ok(Content {
        pack: pack::write(&pack).into(),
        parts: parts
            .into_iter()
            .map(|(name, bytes)| (name.to_owned(), bytes.into()))
            .collect(),
    })
}
