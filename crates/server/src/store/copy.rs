//! Back-up and restoration: everything that is kept, as one SQLite file, whichever database it
//! comes from or goes to.

use super::open::{migrate, sqlite_options};
use super::{Conn, Pool, Store, on};
use crate::secrets::{Keys, same};
use sqlx::sqlite::{SqliteJournalMode, SqlitePool};
use sqlx::{AssertSqlSafe, Row};
use std::path::Path;
use thiserror::Error;

/// Why a back-up was not made or not restored.
#[derive(Debug, Error)]
pub enum CopyError {
    /// A database says no.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The file is of a newer program, or no back-up.
    #[error("the back-up can't be used: {0}")]
    File(#[from] sqlx::migrate::MigrateError),
    /// The file can't be made.
    #[error("the file can't be made: {0}")]
    Create(#[from] std::io::Error),
    /// It would write over what is kept.
    #[error("the database is not empty: restore with `--replace` to give up what is in it")]
    NotEmpty,
    /// The back-up was made with another key.
    #[error(
        "the back-up was made with another key: set BAZHU_KEY_FILE to the one it was made with"
    )]
    Key,
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Bytes,
}
use Kind::{Bytes, Number, Text};

/// A value, or none.
enum Value {
    Text(Option<String>),
    Number(Option<i64>),
    Bytes(Option<Vec<u8>>),
}

type Table = (&'static str, &'static [(&'static str, Kind)]);

/// Every table with its columns, in the order in which they may be filled.
const TABLES: [Table; 8] = [
    ("meta", &[("name", Text), ("value", Bytes)]),
    ("file", &[("hash", Text), ("plain", Bytes)]),
    (
        "release",
        &[
            ("number", Number),
            ("hash", Text),
            ("parts", Text),
            ("pack_id", Text),
            ("version", Text),
            ("cause", Text),
            ("note", Text),
            ("published_at", Number),
        ],
    ),
    (
        "enquiry",
        &[
            ("number", Number),
            ("receipt", Text),
            ("idempotency", Bytes),
            ("request", Bytes),
            ("kind", Text),
            ("state", Text),
            ("district", Text),
            ("course", Text),
            ("programme", Text),
            ("language", Text),
            ("sealed", Bytes),
            ("last_four", Bytes),
            ("created_at", Number),
            ("changed_at", Number),
            ("kept_until", Number),
        ],
    ),
    (
        "feedback",
        &[
            ("number", Number),
            ("id", Text),
            ("request", Bytes),
            ("kind", Text),
            ("page", Text),
            ("programme", Text),
            ("pack_hash", Text),
            ("sealed", Bytes),
            ("written_at", Text),
            ("created_at", Number),
            ("kept_until", Number),
        ],
    ),
    (
        "counter",
        &[("day", Number), ("event", Text), ("count", Number)],
    ),
    (
        "audit",
        &[
            ("number", Number),
            ("at", Number),
            ("action", Text),
            ("subject", Text),
        ],
    ),
    (
        "spent_key",
        &[
            ("hash", Bytes),
            ("request", Bytes),
            ("outcome", Number),
            ("kept_until", Number),
        ],
    ),
];

/// Writes everything that is kept into a new file, as it is at one moment, while the server goes
/// on; gives the number of rows. The key is not in it.
///
/// # Errors
///
/// If the file exists or can't be written, or the database fails.
pub async fn backup(store: &Store, file: &Path) -> Result<u64, CopyError> {
    crate::secrets::write_private(file, "")?;
    let options = sqlite_options(file).journal_mode(SqliteJournalMode::Delete);
    let pool = SqlitePool::connect_with(options).await?;
    let target = Pool::Sqlite(pool.clone());
    migrate(&target).await?;
    let rows = copy(&store.readers, &target).await?;
    pool.close().await;
    Ok(rows)
}

/// Puts a back-up's rows into the database; gives their number. With `replace`, what was in it
/// is given up.
///
/// # Errors
///
/// If the database holds anything and `replace` is not said, the keys differ, or a database
/// fails: then nothing has changed.
pub async fn restore(
    store: &Store,
    keys: &Keys,
    file: &Path,
    replace: bool,
) -> Result<u64, CopyError> {
    let options = sqlite_options(file).journal_mode(SqliteJournalMode::Delete);
    let pool = SqlitePool::connect_with(options).await?;
    let source = Pool::Sqlite(pool.clone());
    migrate(&source).await?;
    let kept: Option<Vec<u8>> = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'key'")
        .fetch_optional(&pool)
        .await?;
    if !kept.is_some_and(|kept| same(&kept, &keys.hash("key", ""))) {
        return Err(CopyError::Key);
    }
    let held: i64 = on!(Pool, &store.readers, pool => sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM enquiry) + (SELECT COUNT(*) FROM feedback) \
         + (SELECT COUNT(*) FROM release) + (SELECT COUNT(*) FROM counter)",
    )
    .fetch_one(pool)
    .await?);
    if held > 0 && !replace {
        return Err(CopyError::NotEmpty);
    }
    let rows = copy(&source, &store.readers).await?;
    pool.close().await;
    Ok(rows)
}

/// Copies all rows in one transaction on either side; what was in the target goes.
async fn copy(source: &Pool, target: &Pool) -> Result<u64, CopyError> {
    Ok(match target {
        Pool::Sqlite(pool) => {
            let mut transaction = pool.begin().await?;
            let rows = fill(source, Conn::Sqlite(&mut transaction)).await?;
            transaction.commit().await?;
            rows
        }
        Pool::Postgres(pool) => {
            let mut transaction = pool.begin().await?;
            let rows = fill(source, Conn::Postgres(&mut transaction)).await?;
            transaction.commit().await?;
            rows
        }
    })
}

async fn fill(source: &Pool, mut target: Conn<'_>) -> Result<u64, sqlx::Error> {
    for (table, _) in TABLES.iter().rev() {
        let sql = AssertSqlSafe(format!("DELETE FROM {table}"));
        on!(Conn, &mut target, conn => {
            sqlx::query(sql).execute(&mut **conn).await?;
        });
    }
    let mut rows = 0;
    on!(Pool, source, pool => {
        let mut transaction = pool.begin().await?;
        if matches!(source, Pool::Postgres(_)) {
            sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                .execute(&mut *transaction)
                .await?;
        }
        for (table, columns) in TABLES {
            let select = AssertSqlSafe(format!("SELECT {} FROM {table}", names(columns)));
            for row in sqlx::query(select).fetch_all(&mut *transaction).await? {
                let mut values = Vec::with_capacity(columns.len());
                for (name, kind) in columns {
                    values.push(match kind {
                        Text => Value::Text(row.try_get(*name)?),
                        Number => Value::Number(row.try_get(*name)?),
                        Bytes => Value::Bytes(row.try_get(*name)?),
                    });
                }
                insert(&mut target, table, columns, values).await?;
                rows += 1;
            }
        }
    });
    if let Conn::Postgres(conn) = &mut target {
        // The next number follows the largest that was copied.
        for table in ["release", "enquiry", "feedback", "audit"] {
            let sql = format!(
                "SELECT setval(pg_get_serial_sequence('{table}', 'number'), \
                 (SELECT COALESCE(MAX(number), 0) + 1 FROM {table}), false)"
            );
            sqlx::query(AssertSqlSafe(sql)).execute(&mut **conn).await?;
        }
    }
    Ok(rows)
}

async fn insert(
    target: &mut Conn<'_>,
    table: &str,
    columns: &[(&str, Kind)],
    values: Vec<Value>,
) -> Result<(), sqlx::Error> {
    let places: Vec<String> = (1..=columns.len()).map(|at| format!("${at}")).collect();
    let sql = AssertSqlSafe(format!(
        "INSERT INTO {table} ({}) VALUES ({})",
        names(columns),
        places.join(", ")
    ));
    on!(Conn, target, conn => {
        let mut query = sqlx::query(sql);
        for value in values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
                Value::Bytes(bytes) => query.bind(bytes),
            };
        }
        query.execute(&mut **conn).await?;
    });
    Ok(())
}

fn names(columns: &[(&str, Kind)]) -> String {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
