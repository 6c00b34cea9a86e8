//! What can be written, each as statements within a transaction.

use super::rows::{EnquiryRow, FeedbackRow, NewRelease, ReleaseRow};
use super::{Conn, on};
use crate::secrets::same;

/// Something to be written.
#[derive(Clone, Debug)]
pub enum Write {
    /// A new enquiry.
    Enquiry(Box<EnquiryRow>),
    /// Somebody deletes an enquiry.
    DeleteEnquiry {
        /// Its receipt.
        receipt: String,
    },
    /// The operator changes an enquiry's state.
    ChangeEnquiry {
        /// Its receipt.
        receipt: String,
        /// The new state.
        state: &'static str,
        /// When.
        at: i64,
    },
    /// New feedback.
    Feedback(Box<FeedbackRow>),
    /// Events of a day.
    Events {
        /// The day.
        day: i64,
        /// What, and how often.
        counts: Vec<(&'static str, i64)>,
        /// The request's key, if it has one.
        key: Option<SpentKey>,
    },
    /// A new release.
    Release(Box<NewRelease>),
    /// An earlier release is put in force again.
    Rollback {
        /// Its number; without one, the last release with other content.
        to: Option<i64>,
        /// The request's key, if it has one.
        key: Option<SpentKey>,
        /// When.
        at: i64,
    },
    /// An entry of the record alone.
    Audit {
        /// When.
        at: i64,
        /// What.
        action: &'static str,
        /// To what.
        subject: String,
    },
    /// Everything whose time is over is deleted.
    Expire {
        /// Now.
        now: i64,
    },
}

/// An idempotency key whose request leaves no row that could hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpentKey {
    /// A keyed hash of the key.
    pub hash: Vec<u8>,
    /// A keyed hash of the request.
    pub request: Vec<u8>,
    /// When it is forgotten.
    pub kept_until: i64,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is kept.
    Kept,
    /// The same enquiry was kept before.
    Already(Box<EnquiryRow>),
    /// Its key stands for something else.
    Reused,
    /// Its key stands for an enquiry that was deleted since.
    Gone,
    /// There was nothing to do it to.
    Nothing,
    /// So many rows.
    Rows(u64),
    /// A release.
    Release(Box<ReleaseRow>),
}

/// Writes one thing.
///
/// # Errors
///
/// Only if the database fails: what a request did wrong is an outcome, so that a batch holds
/// together.
pub(super) async fn apply(conn: &mut Conn<'_>, write: &Write) -> Result<Done, sqlx::Error> {
    match write {
        Write::Enquiry(row) => enquiry(conn, row).await,
        Write::DeleteEnquiry { receipt } => delete(conn, receipt).await,
        Write::ChangeEnquiry { receipt, state, at } => change(conn, receipt, state, *at).await,
        Write::Feedback(row) => feedback(conn, row).await,
        Write::Events { day, counts, key } => events(conn, *day, counts, key.as_ref()).await,
        Write::Release(release) => new_release(conn, release).await,
        Write::Rollback { to, key, at } => rollback(conn, *to, key.as_ref(), *at).await,
        Write::Audit {
            at,
            action,
            subject,
        } => audit(conn, *at, action, subject).await.map(|()| Done::Kept),
        Write::Expire { now } => expire(conn, *now).await,
    }
}

async fn enquiry(conn: &mut Conn<'_>, row: &EnquiryRow) -> Result<Done, sqlx::Error> {
    let kept = on!(Conn, conn, conn => sqlx::query(
        "INSERT INTO enquiry (receipt, idempotency, request, kind, state, district, course, \
         programme, language, sealed, last_four, created_at, changed_at, kept_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         ON CONFLICT (idempotency) DO NOTHING",
    )
    .bind(&row.receipt)
    .bind(&row.idempotency)
    .bind(&row.request)
    .bind(&row.kind)
    .bind(&row.state)
    .bind(&row.district)
    .bind(&row.course)
    .bind(&row.programme)
    .bind(&row.language)
    .bind(&row.sealed)
    .bind(&row.last_four)
    .bind(row.created_at)
    .bind(row.changed_at)
    .bind(row.kept_until)
    .execute(&mut **conn)
    .await?
    .rows_affected());
    if kept > 0 {
        return still_wanted(conn, row).await;
    }
    let before: EnquiryRow = on!(Conn, conn, conn => {
        sqlx::query_as("SELECT * FROM enquiry WHERE idempotency = $1")
            .bind(&row.idempotency)
            .fetch_one(&mut **conn)
            .await?
    });
    Ok(match same(&before.request, &row.request) {
        true => Done::Already(Box::new(before)),
        false => Done::Reused,
    })
}

/// An enquiry that was deleted does not come back when a late copy of its request arrives. Looked
/// up after its row was written: that waits for a deletion under way on another instance.
async fn still_wanted(conn: &mut Conn<'_>, row: &EnquiryRow) -> Result<Done, sqlx::Error> {
    let Some(hash) = &row.idempotency else {
        return Ok(Done::Kept);
    };
    if spent(conn, hash).await?.is_none() {
        return Ok(Done::Kept);
    }
    on!(Conn, conn, conn => {
        sqlx::query("DELETE FROM enquiry WHERE receipt = $1")
            .bind(&row.receipt)
            .execute(&mut **conn)
            .await?;
    });
    Ok(Done::Gone)
}

/// The request and the outcome of a key that was used.
async fn spent(conn: &mut Conn<'_>, hash: &[u8]) -> Result<Option<(Vec<u8>, i64)>, sqlx::Error> {
    on!(Conn, conn, conn => {
        sqlx::query_as("SELECT request, outcome FROM spent_key WHERE hash = $1")
            .bind(hash)
            .fetch_optional(&mut **conn)
            .await
    })
}

/// Keeps a key; false if it was kept before.
async fn spend(conn: &mut Conn<'_>, key: &SpentKey, outcome: i64) -> Result<bool, sqlx::Error> {
    let kept = on!(Conn, conn, conn => sqlx::query(
        "INSERT INTO spent_key (hash, request, outcome, kept_until) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING",
    )
    .bind(&key.hash)
    .bind(&key.request)
    .bind(outcome)
    .bind(key.kept_until)
    .execute(&mut **conn)
    .await?
    .rows_affected());
    Ok(kept > 0)
}

/// Deletes an enquiry; of its key the hash stays, as long as the enquiry would have.
async fn delete(conn: &mut Conn<'_>, receipt: &str) -> Result<Done, sqlx::Error> {
    on!(Conn, conn, conn => {
        sqlx::query(
            "INSERT INTO spent_key (hash, request, outcome, kept_until) \
             SELECT idempotency, $2, 0, kept_until FROM enquiry \
             WHERE receipt = $1 AND idempotency IS NOT NULL ON CONFLICT DO NOTHING",
        )
        .bind(receipt)
        .bind(&b""[..])
        .execute(&mut **conn)
        .await?;
    });
    let gone = on!(Conn, conn, conn => {
        sqlx::query("DELETE FROM enquiry WHERE receipt = $1")
            .bind(receipt)
            .execute(&mut **conn)
            .await?
            .rows_affected()
    });
    Ok(Done::Rows(gone))
}

async fn change(
    conn: &mut Conn<'_>,
    receipt: &str,
    state: &str,
    at: i64,
) -> Result<Done, sqlx::Error> {
    let changed = on!(Conn, conn, conn => {
        sqlx::query("UPDATE enquiry SET state = $1, changed_at = $2 WHERE receipt = $3")
            .bind(state)
            .bind(at)
            .bind(receipt)
            .execute(&mut **conn)
            .await?
            .rows_affected()
    });
    if changed == 0 {
        return Ok(Done::Nothing);
    }
    audit(conn, at, "enquiry_state", &format!("{receipt} {state}")).await?;
    Ok(Done::Kept)
}

async fn feedback(conn: &mut Conn<'_>, row: &FeedbackRow) -> Result<Done, sqlx::Error> {
    let kept = on!(Conn, conn, conn => sqlx::query(
        "INSERT INTO feedback (id, request, kind, page, programme, pack_hash, sealed, \
         written_at, created_at, kept_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
    )
    .bind(&row.id)
    .bind(&row.request)
    .bind(&row.kind)
    .bind(&row.page)
    .bind(&row.programme)
    .bind(&row.pack_hash)
    .bind(&row.sealed)
    .bind(&row.written_at)
    .bind(row.created_at)
    .bind(row.kept_until)
    .execute(&mut **conn)
    .await?
    .rows_affected());
    if kept > 0 {
        return Ok(Done::Kept);
    }
    let before: Vec<u8> = on!(Conn, conn, conn => {
        sqlx::query_scalar("SELECT request FROM feedback WHERE id = $1")
            .bind(&row.id)
            .fetch_one(&mut **conn)
            .await?
    });
    Ok(match same(&before, &row.request) {
        true => Done::Kept,
        false => Done::Reused,
    })
}

async fn events(
    conn: &mut Conn<'_>,
    day: i64,
    counts: &[(&'static str, i64)],
    key: Option<&SpentKey>,
) -> Result<Done, sqlx::Error> {
    if let Some(key) = key
        && !spend(conn, key, 0).await?
    {
        let before = spent(conn, &key.hash).await?;
        return Ok(match before.is_some_and(|it| same(&it.0, &key.request)) {
            true => Done::Nothing,
            false => Done::Reused,
        });
    }
    for (event, count) in counts {
        on!(Conn, conn, conn => {
            sqlx::query(
            "INSERT INTO counter (day, event, count) VALUES ($1, $2, $3) \
             ON CONFLICT (day, event) DO UPDATE SET count = counter.count + excluded.count",
        )
        .bind(day)
        .bind(*event)
        .bind(count)
        .execute(&mut **conn)
        .await?;
        });
    }
    Ok(Done::Kept)
}

/// Releases come one after the other, from whichever instance.
async fn lock_releases(conn: &mut Conn<'_>) -> Result<(), sqlx::Error> {
    if let Conn::Postgres(conn) = conn {
        sqlx::query("LOCK TABLE release IN EXCLUSIVE MODE")
            .execute(&mut **conn)
            .await?;
    }
    Ok(())
}

async fn new_release(conn: &mut Conn<'_>, new: &NewRelease) -> Result<Done, sqlx::Error> {
    lock_releases(conn).await?;
    let row = &new.row;
    if new.only_if_new {
        let known: i64 = on!(Conn, conn, conn => {
            sqlx::query_scalar("SELECT COUNT(*) FROM release WHERE hash = $1 AND parts = $2")
                .bind(&row.hash)
                .bind(&row.parts)
                .fetch_one(&mut **conn)
                .await?
        });
        if known > 0 {
            return Ok(Done::Nothing);
        }
    }
    for (hash, plain) in &new.files {
        on!(Conn, conn, conn => {
            sqlx::query("INSERT INTO file (hash, plain) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .bind(hash)
                .bind(&plain[..])
                .execute(&mut **conn)
                .await?;
        });
    }
    insert_release(conn, row).await
}

async fn insert_release(conn: &mut Conn<'_>, row: &ReleaseRow) -> Result<Done, sqlx::Error> {
    let kept: ReleaseRow = on!(Conn, conn, conn => sqlx::query_as(
        "INSERT INTO release (hash, parts, pack_id, version, cause, note, published_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *",
    )
    .bind(&row.hash)
    .bind(&row.parts)
    .bind(&row.pack_id)
    .bind(&row.version)
    .bind(&row.cause)
    .bind(&row.note)
    .bind(row.published_at)
    .fetch_one(&mut **conn)
    .await?);
    let subject = format!("release {} {} {}", kept.number, kept.version, kept.hash);
    audit(conn, row.published_at, &row.cause, &subject).await?;
    Ok(Done::Release(Box::new(kept)))
}

async fn rollback(
    conn: &mut Conn<'_>,
    to: Option<i64>,
    key: Option<&SpentKey>,
    at: i64,
) -> Result<Done, sqlx::Error> {
    lock_releases(conn).await?;
    if let Some(key) = key
        && let Some((request, number)) = spent(conn, &key.hash).await?
    {
        let before = numbered(conn, number).await?;
        return Ok(match before.filter(|_| same(&request, &key.request)) {
            Some(row) => Done::Release(Box::new(row)),
            None => Done::Reused,
        });
    }
    let wanted = match to {
        Some(number) => numbered(conn, number).await?,
        None => other_content(conn).await?,
    };
    let Some(mut row) = wanted else {
        return Ok(Done::Nothing);
    };
    row.cause = "rollback".to_owned();
    row.note = format!("to release {}", row.number);
    row.published_at = at;
    let done = insert_release(conn, &row).await?;
    if let (Some(key), Done::Release(kept)) = (key, &done) {
        spend(conn, key, kept.number).await?;
    }
    Ok(done)
}

/// The release of a number.
async fn numbered(conn: &mut Conn<'_>, number: i64) -> Result<Option<ReleaseRow>, sqlx::Error> {
    on!(Conn, conn, conn => {
        sqlx::query_as("SELECT * FROM release WHERE number = $1")
            .bind(number)
            .fetch_optional(&mut **conn)
            .await
    })
}

/// The last release with other content than the one in force.
async fn other_content(conn: &mut Conn<'_>) -> Result<Option<ReleaseRow>, sqlx::Error> {
    on!(Conn, conn, conn => sqlx::query_as(
        "SELECT before.* FROM release AS before, \
         (SELECT * FROM release ORDER BY number DESC LIMIT 1) AS last \
         WHERE before.hash <> last.hash OR before.parts <> last.parts \
         ORDER BY before.number DESC LIMIT 1",
    )
    .fetch_optional(&mut **conn)
    .await)
}

async fn audit(
    conn: &mut Conn<'_>,
    at: i64,
    action: &str,
    subject: &str,
) -> Result<(), sqlx::Error> {
    on!(Conn, conn, conn => {
        sqlx::query("INSERT INTO audit (at, action, subject) VALUES ($1, $2, $3)")
            .bind(at)
            .bind(action)
            .bind(subject)
            .execute(&mut **conn)
            .await?;
    });
    Ok(())
}

async fn expire(conn: &mut Conn<'_>, now: i64) -> Result<Done, sqlx::Error> {
    let gone = on!(Conn, conn, conn => {
        let enquiries = sqlx::query("DELETE FROM enquiry WHERE kept_until <= $1")
            .bind(now)
            .execute(&mut **conn)
            .await?
            .rows_affected();
        let feedback = sqlx::query("DELETE FROM feedback WHERE kept_until <= $1")
            .bind(now)
            .execute(&mut **conn)
            .await?
            .rows_affected();
        sqlx::query("DELETE FROM spent_key WHERE kept_until <= $1")
            .bind(now)
            .execute(&mut **conn)
            .await?;
        enquiries + feedback
    });
    if gone > 0 {
        audit(conn, now, "expired", &format!("{gone} rows")).await?;
    }
    Ok(Done::Rows(gone))
}
