//! `/api/v1/enquiries`: sending one, asking how far it is, deleting it.

use super::{Wrong, word, worded};
use crate::app::App;
use crate::clock::{self, DAY};
use crate::metrics::Kind as Counted;
use crate::problem::{Code, Problem};
use crate::publish::unavailable;
use crate::release::Live;
use crate::request::{Body, Key, LastFour};
use crate::secrets::{new_receipt, same, tidy_receipt};
use crate::store::{Done, EnquiryRow, Write};
use api::enquiries::{Enquiry, Kind, Receipt, State as Progress};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use std::sync::Arc;

/// Send an enquiry.
///
/// It is answered after it is on the disk. Sent twice with the same `Idempotency-Key`, it is
/// kept once, and the receipt is the same; one that was deleted in between stays deleted (410).
/// Sample courses take none.
#[utoipa::path(
    post, path = "/api/v1/enquiries", tag = "enquiries",
    params(("Idempotency-Key" = Option<String>, Header, description = "8 to 64 visible characters, such as a UUID", min_length = 8, max_length = 64)),
    request_body = Enquiry,
    responses(
        (status = 201, body = Receipt),
        (status = 400, body = api::Problem, content_type = "application/problem+json"),
        (status = 410, body = api::Problem, content_type = "application/problem+json"),
        (status = 413, body = api::Problem, content_type = "application/problem+json"),
        (status = 415, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn send_enquiry(
    State(app): State<Arc<App>>,
    Key(key): Key,
    Body(enquiry): Body<Enquiry>,
) -> Result<(StatusCode, Json<Receipt>), Problem> {
    let phone = check(&app.live.load(), &enquiry)?;
    let row = row(&app, &enquiry, &phone, key.as_deref());
    let write = Write::Enquiry(Box::new(row.clone()));
    let kept = match app.store.write(write).await.map_err(unavailable)? {
        Done::Already(before) => *before,
        Done::Reused => return Err(Problem::of(Code::KeyReused)),
        Done::Gone => return Err(Problem::of(Code::Deleted)),
        _ => {
            let kind = "enquiry";
            app.metrics.kept.get_or_create(&Counted { kind }).inc();
            row
        }
    };
    Ok((StatusCode::CREATED, Json(receipt(&kept))))
}

/// How far an enquiry is.
#[utoipa::path(
    get, path = "/api/v1/enquiries/{receipt}", tag = "enquiries",
    params(
        ("receipt" = String, Path, description = "The receipt"),
        ("Phone-Last-Four" = String, Header, description = "The phone number's last four digits", pattern = "^[0-9]{4}$"),
    ),
    responses(
        (status = 200, body = Receipt),
        (status = 404, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn read_enquiry(
    State(app): State<Arc<App>>,
    Path(typed): Path<String>,
    digits: LastFour,
) -> Result<Json<Receipt>, Problem> {
    let row = find(&app, &typed, &digits).await?;
    Ok(Json(receipt(&row)))
}

/// Delete an enquiry, at once.
#[utoipa::path(
    delete, path = "/api/v1/enquiries/{receipt}", tag = "enquiries",
    params(
        ("receipt" = String, Path, description = "The receipt"),
        ("Phone-Last-Four" = String, Header, description = "The phone number's last four digits", pattern = "^[0-9]{4}$"),
    ),
    responses(
        (status = 204, description = "It is gone"),
        (status = 404, body = api::Problem, content_type = "application/problem+json"),
        (status = 422, body = api::Problem, content_type = "application/problem+json"),
        (status = 429, body = api::Problem, content_type = "application/problem+json"),
        (status = 503, body = api::Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn delete_enquiry(
    State(app): State<Arc<App>>,
    Path(typed): Path<String>,
    digits: LastFour,
) -> Result<StatusCode, Problem> {
    let receipt = find(&app, &typed, &digits).await?.receipt;
    let delete = Write::DeleteEnquiry { receipt };
    app.store.write(delete).await.map_err(unavailable)?;
    Ok(StatusCode::NO_CONTENT)
}

/// The enquiry of a receipt and the right digits. Whether there is no such receipt or the digits
/// are wrong can't be told from the answer, nor from its time.
async fn find(app: &App, typed: &str, digits: &LastFour) -> Result<EnquiryRow, Problem> {
    let missing = || Problem::of(Code::NoSuchEnquiry);
    let receipt = tidy_receipt(typed).ok_or_else(missing)?;
    app.limits.attempt(&receipt)?;
    let found = app.store.enquiry(&receipt).await.map_err(unavailable)?;
    let given = last_four(app, &receipt, &digits.0);
    let kept = found.as_ref().map_or(&[][..], |row| &row.last_four);
    let fits = same(kept, &given);
    found.filter(|_| fits).ok_or_else(missing)
}

/// Four digits are soon guessed: only the key makes their hash.
fn last_four(app: &App, receipt: &str, digits: &str) -> Vec<u8> {
    app.keys.hash("last four", &format!("{receipt} {digits}"))
}

/// Checks every field and gives the phone number's digits.
fn check(live: &Live, enquiry: &Enquiry) -> Result<String, Problem> {
    let mut wrong = Wrong::default();
    let name = enquiry.name.trim();
    wrong.unless(
        (1..=40).contains(&name.chars().count()) && !name.chars().any(char::is_control),
        "/name",
        "请填怎么称呼您，最多 40 个字。",
        "Say how to address you, in at most 40 characters.",
    );
    let phone = phone(&enquiry.phone);
    wrong.unless(
        phone.is_some(),
        "/phone",
        "请填手机号（11 位），或者带区号的固定电话，例如 021-12345678。",
        "Give a mobile number of 11 digits, or a fixed one with its area code, such as 021-12345678.",
    );
    wrong.unless(
        enquiry.consent,
        "/consent",
        "要您同意，我们才能存下称呼和电话。",
        "We may keep the name and number only if you agree.",
    );
    let is_known =
        |id: &Option<String>, known: &dyn Fn(&str) -> bool| id.as_deref().is_none_or(known);
    let catalogue = live.catalogue.as_ref();
    let course = |id: &str| catalogue.is_some_and(|it| it.courses.find(id).is_some());
    let district = |code: &str| {
        catalogue.is_none_or(|it| it.places.districts.iter().any(|it| it.code == code))
    };
    let programme = |id: &str| live.pack.program.programmes.iter().any(|it| it.id == id);
    let (zh, en) = ("没有这个区。", "There is no such district.");
    wrong.unless(is_known(&enquiry.district, &district), "/district", zh, en);
    let (zh, en) = ("没有这个课程。", "There is no such course.");
    wrong.unless(is_known(&enquiry.course, &course), "/course", zh, en);
    let (zh, en) = ("没有这个项目。", "There is no such programme.");
    wrong.unless(
        is_known(&enquiry.programme, &programme),
        "/programme",
        zh,
        en,
    );
    let is_sample = |id: &str| {
        let courses = catalogue.map(|it| &it.courses);
        let course = courses.and_then(|it| it.list.get(it.find(id)?));
        course.is_some_and(|it| it.sample)
    };
    wrong.unless(
        !enquiry.course.as_deref().is_some_and(is_sample),
        "/course",
        "这是示例课程，不收报名。真实的课程请打 12333 问。",
        "This is a sample course, which takes no enquiries. Call 12333 about real ones.",
    );
    wrong.unless(
        enquiry.kind == Kind::Callback || enquiry.course.is_some(),
        "/course",
        "请写明是哪个课程。",
        "Say which course.",
    );
    wrong.end()?;
    Ok(phone.unwrap_or_default())
}

/// The digits of a telephone number in mainland China; `None` if it is none.
fn phone(typed: &str) -> Option<String> {
    let is_filler = |c: &char| matches!(c, ' ' | '-' | '(' | ')' | '（' | '）' | '－');
    let plain: String = typed.trim().chars().filter(|c| !is_filler(c)).collect();
    let plain = plain.strip_prefix("+86").unwrap_or(&plain);
    let digits = plain.bytes().all(|it| it.is_ascii_digit());
    let (first, second) = (plain.as_bytes().first(), plain.as_bytes().get(1));
    let mobile = first == Some(&b'1') && second >= Some(&b'3') && plain.len() == 11;
    let fixed = first == Some(&b'0')
        && second.is_some_and(|it| *it != b'0')
        && (10..=12).contains(&plain.len());
    (digits && (mobile || fixed)).then(|| plain.to_owned())
}

fn row(app: &App, enquiry: &Enquiry, phone: &str, key: Option<&str>) -> EnquiryRow {
    let receipt = new_receipt();
    let now = clock::now();
    let digits = phone
        .get(phone.len().saturating_sub(4)..)
        .unwrap_or_default();
    let person = serde_json::json!([enquiry.name.trim(), phone]).to_string();
    let request = serde_json::to_string(enquiry).unwrap_or_default();
    EnquiryRow {
        number: 0,
        idempotency: key.map(|key| app.keys.hash("idempotency", key)),
        request: app.keys.hash("request", &request),
        kind: worded(enquiry.kind),
        state: worded(Progress::New),
        district: enquiry.district.clone(),
        course: enquiry.course.clone(),
        programme: enquiry.programme.clone(),
        language: worded(enquiry.language),
        sealed: app.keys.seal(&person, &format!("enquiry {receipt}")),
        last_four: last_four(app, &receipt, digits),
        created_at: now,
        changed_at: now,
        kept_until: now + DAY * i64::from(app.settings.keep_days),
        receipt,
    }
}

fn receipt(row: &EnquiryRow) -> Receipt {
    Receipt {
        receipt: row.receipt.clone(),
        kind: word(&row.kind).unwrap_or(Kind::Callback),
        state: word(&row.state).unwrap_or(Progress::New),
        created_at: clock::written(row.created_at),
        changed_at: clock::written(row.changed_at),
        kept_until: clock::written(row.kept_until),
    }
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn phone_numbers_are_read_as_people_write_them() {
        for (typed, digits) in [
            ("13800000000", Some("13800000000")),
            (" 138 0000-0000 ", Some("13800000000")),
            ("+86 138 0000 0000", Some("13800000000")),
            ("021-12345678", Some("02112345678")),
            ("（0512）12345678", Some("051212345678")),
            ("12800000000", None),
            ("1380000000", None),
            ("12345678", None),
            ("0012345678", None),
            ("1380000000０", None),
            ("", None),
        ] {
            assert_eq!(phone(typed).as_deref(), digits, "{typed}");
        }
    }
}
