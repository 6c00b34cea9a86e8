//! The API's types as JSON. Each is written out in full, so that a change of a type is a fault
//! here and not a field that is lost.

use super::feedback::{Entry, Verdict};
use crate::browser::json::Json;
use api::enquiries::{Enquiry, Kind, Receipt, State};
use api::feedback::{self, Feedback};
use api::operator::{Received, ReceivedList, Release, Releases};
use api::packs::{Current, File};
use api::{Field, Language, Problem};

const STATES: [(State, &str); 4] = [
    (State::New, "new"),
    (State::InProgress, "in_progress"),
    (State::Done, "done"),
    (State::Closed, "closed"),
];

/// A state's name.
pub fn state_name(state: State) -> &'static str {
    let found = STATES.iter().find(|(it, _)| *it == state);
    found.map_or("", |(_, name)| name)
}

fn state(json: &Json) -> Option<State> {
    let name = json.text("state")?;
    let found = STATES.iter().find(|(_, it)| *it == name);
    found.map(|(state, _)| *state)
}

fn kind(json: &Json) -> Option<Kind> {
    match json.text("kind")?.as_str() {
        "course" => Some(Kind::Course),
        "callback" => Some(Kind::Callback),
        _ => None,
    }
}

fn language(json: &Json) -> Language {
    match json.text("language").as_deref() {
        Some("en") => Language::En,
        _ => Language::Zh,
    }
}

/// Why a request was refused.
pub fn problem(json: &Json) -> Option<Problem> {
    let field = |it: &Json| {
        Some(Field {
            at: it.text("at")?,
            detail: it.text("detail")?,
        })
    };
    Some(Problem {
        kind: json.text("type").unwrap_or_default(),
        title: json.text("title")?,
        status: json.number("status").and_then(|it| it.try_into().ok())?,
        detail: json.text("detail").unwrap_or_default(),
        errors: json.list("errors").iter().filter_map(field).collect(),
    })
}

/// The pack in force.
pub fn current(json: &Json) -> Option<Current> {
    let file = |it: &Json| {
        Some(File {
            name: it.text("name")?,
            url: it.text("url")?,
            bytes: it.number("bytes").and_then(|it| it.try_into().ok())?,
        })
    };
    Some(Current {
        id: json.text("id")?,
        version: json.text("version")?,
        hash: json.text("hash")?,
        as_of: json.text("as_of")?,
        valid_until: json.text("valid_until")?,
        published_at: json.text("published_at")?,
        pack: file(&json.get("pack")?)?,
        parts: json.list("parts").iter().map(file).collect::<Option<_>>()?,
    })
}

/// What whoever sent an enquiry may read about it.
pub fn receipt(json: &Json) -> Option<Receipt> {
    Some(Receipt {
        receipt: json.text("receipt")?,
        kind: kind(json)?,
        state: state(json)?,
        created_at: json.text("created_at")?,
        changed_at: json.text("changed_at")?,
        kept_until: json.text("kept_until")?,
    })
}

/// An enquiry, to be sent.
pub fn write_enquiry(enquiry: &Enquiry) -> String {
    let Enquiry {
        kind,
        name,
        phone,
        district,
        course,
        programme,
        consent,
        language,
    } = enquiry;
    Json::object()
        .with(
            "kind",
            match kind {
                Kind::Course => "course",
                Kind::Callback => "callback",
            },
        )
        .with("name", name.as_str())
        .with("phone", phone.as_str())
        .with_some("district", district.as_deref())
        .with_some("course", course.as_deref())
        .with_some("programme", programme.as_deref())
        .with("consent", *consent)
        .with(
            "language",
            match language {
                Language::Zh => "zh",
                Language::En => "en",
            },
        )
        .write()
}

/// An enquiry that was written here.
pub fn enquiry(json: &Json) -> Option<Enquiry> {
    Some(Enquiry {
        kind: kind(json)?,
        name: json.text("name")?,
        phone: json.text("phone")?,
        district: json.text("district"),
        course: json.text("course"),
        programme: json.text("programme"),
        consent: json.is("consent"),
        language: language(json),
    })
}

/// An enquiry as the operator reads it.
pub fn received(json: &Json) -> Option<Received> {
    Some(Received {
        receipt: json.text("receipt")?,
        kind: kind(json)?,
        state: state(json)?,
        name: json.text("name")?,
        phone: json.text("phone")?,
        district: json.text("district"),
        course: json.text("course"),
        programme: json.text("programme"),
        language: language(json),
        created_at: json.text("created_at")?,
        changed_at: json.text("changed_at")?,
        kept_until: json.text("kept_until")?,
    })
}

/// A page of enquiries.
pub fn received_list(json: &Json) -> Option<ReceivedList> {
    let all = json.list("enquiries");
    Some(ReceivedList {
        enquiries: all.iter().map(received).collect::<Option<_>>()?,
        next: json.number("next"),
    })
}

/// The packs that were put in force.
pub fn releases(json: &Json) -> Option<Releases> {
    let release = |it: &Json| {
        Some(Release {
            number: it.number("number")?,
            hash: it.text("hash")?,
            id: it.text("id")?,
            version: it.text("version")?,
            published_at: it.text("published_at")?,
            cause: it.text("cause")?,
            note: it.text("note").unwrap_or_default(),
            current: it.is("current"),
        })
    };
    let all = json.list("releases");
    Some(Releases {
        releases: all.iter().map(release).collect::<Option<_>>()?,
    })
}

/// A remark, to be sent.
pub fn write_feedback(entry: &Entry) -> String {
    let Feedback {
        id,
        kind,
        about,
        text,
        at,
    } = feedback_of(entry);
    let kind = match kind {
        feedback::Kind::Right => "right",
        feedback::Kind::Wrong => "wrong",
        feedback::Kind::Unclear => "unclear",
    };
    let feedback::About {
        page,
        programme,
        pack_hash,
    } = about;
    let about = Json::object()
        .with("page", page)
        .with_some("programme", programme.as_deref())
        .with("pack_hash", pack_hash);
    Json::object()
        .with("id", id)
        .with("kind", kind)
        .with_object("about", about)
        .with_some("text", text.as_deref())
        .with("at", at)
        .write()
}

fn feedback_of(entry: &Entry) -> Feedback {
    // Sixteen figures made by chance; the server wants thirty-two in groups.
    let digits = |from: usize, to: usize| entry.id.get(from..to).unwrap_or_default();
    let id = format!(
        "{}-{}-{}-0000-000000000000",
        digits(0, 8),
        digits(8, 12),
        digits(12, 16)
    );
    // A course's page stands for the course.
    let is_course = entry.page.starts_with("/courses");
    let page = match is_course && !entry.item.is_empty() {
        true => format!("{}/{}", entry.page, entry.item),
        false => entry.page.clone(),
    };
    let (_, hash) = entry.pack.rsplit_once(' ').unwrap_or(("", &entry.pack));
    Feedback {
        id,
        kind: match entry.verdict {
            Verdict::Right => feedback::Kind::Right,
            Verdict::Wrong => feedback::Kind::Wrong,
            Verdict::Unclear => feedback::Kind::Unclear,
        },
        about: feedback::About {
            page,
            programme: Some(entry.item.clone()).filter(|it| !it.is_empty() && !is_course),
            pack_hash: hash.to_owned(),
        },
        text: Some(entry.text.clone()).filter(|it| !it.is_empty()),
        // The device keeps the day alone.
        at: format!("{}T00:00:00Z", pack::facts::format_date(entry.on)),
    }
}
