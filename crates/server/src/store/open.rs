//! Opens the database, whichever it is, and brings its tables up to date.

use super::writer::Handle;
use super::{Pool, Store, on};
use crate::secrets::{Keys, same};
use crate::settings::{SettingError, Settings};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, SqlSafeStr};
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Every change of the tables, in order. None is ever edited: add another.
const MIGRATIONS: [(&str, &str); 2] = [
    ("first", include_str!("migrations/0001_first.sql")),
    ("spent key", include_str!("migrations/0002_spent_key.sql")),
];

impl Store {
    /// Opens the database that the settings name, and starts the writer.
    ///
    /// # Errors
    ///
    /// If it can't be opened, is of a newer program, or was made with another key.
    pub async fn open(settings: &Settings, keys: &Keys) -> Result<Self, SettingError> {
        let (readers, writers, setting) = match &settings.database {
            Some(url) => {
                let pool = postgres(&url.0).await?;
                (
                    Pool::Postgres(pool.clone()),
                    Pool::Postgres(pool),
                    "DATABASE_URL",
                )
            }
            None => {
                let file = settings.data.join("bazhu.sqlite");
                let (readers, writer) = sqlite(&settings.data, &file).await?;
                (Pool::Sqlite(readers), Pool::Sqlite(writer), "BAZHU_DATA")
            }
        };
        let fault = |error: String| {
            SettingError::new(
                setting,
                format!("the database can't be used: {error}"),
                "check that it is this program's, and that it may be written",
            )
        };
        migrate(&writers)
            .await
            .map_err(|error| fault(error.to_string()))?;
        check_key(&writers, keys)
            .await
            .map_err(|error| fault(error.to_string()))??;
        Ok(Self {
            readers,
            writer: Handle::start(writers),
        })
    }
}

async fn sqlite(
    folder: &Path,
    file: &Path,
) -> Result<(sqlx::SqlitePool, sqlx::SqlitePool), SettingError> {
    let fault = |error: String| {
        SettingError::new(
            "BAZHU_DATA",
            format!("`{}` can't be used: {error}", folder.display()),
            "name a folder on a local disk that this program's user may write to",
        )
    };
    std::fs::create_dir_all(folder).map_err(|error| fault(error.to_string()))?;
    let options = sqlite_options(file).create_if_missing(true);
    let pool = |connections| {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
    };
    let writer = pool(1).await.map_err(|error| fault(error.to_string()))?;
    let readers = pool(4).await.map_err(|error| fault(error.to_string()))?;
    Ok((readers, writer))
}

/// How a database file is used: nothing that was acknowledged is lost when the power goes, and
/// nothing that was deleted stays readable in the file.
pub(super) fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        .pragma("secure_delete", "on")
        .disable_statement_logging()
}

/// A database server may start at the same time as we do: it is asked again for a while.
async fn postgres(url: &str) -> Result<sqlx::PgPool, SettingError> {
    let fault = |error: sqlx::Error| {
        SettingError::new(
            "DATABASE_URL",
            // The address itself may hold a password.
            format!("the database does not answer as it should: {error}"),
            "check host, port, name, user and password, and that PostgreSQL runs",
        )
    };
    let options = PgConnectOptions::from_str(url).map_err(fault)?;
    let options = options.disable_statement_logging();
    let mut tries = 0;
    loop {
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone());
        match pool.await {
            Ok(pool) => return Ok(pool),
            Err(error) if tries < 10 && matches!(error, sqlx::Error::Io(_)) => {
                tracing::warn!("the database does not answer yet: {error}");
                tokio::time::sleep(Duration::from_secs(1)).await;
                tries += 1;
            }
            Err(error) => return Err(fault(error)),
        }
    }
}

/// Brings the tables up to date; a database of a newer program is refused.
pub(super) async fn migrate(pool: &Pool) -> Result<(), sqlx::migrate::MigrateError> {
    let (blob, serial) = match pool {
        Pool::Sqlite(_) => ("BLOB", "INTEGER PRIMARY KEY AUTOINCREMENT"),
        Pool::Postgres(_) => (
            "BYTEA",
            "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
        ),
    };
    let migrations = (1..).zip(MIGRATIONS).map(|(version, (name, sql))| {
        let sql = sql.replace("{blob}", blob).replace("{serial}", serial);
        let sql = AssertSqlSafe(sql).into_sql_str();
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    });
    let migrator = Migrator::with_migrations(migrations.collect());
    on!(Pool, pool, pool => migrator.run(pool).await)
}

/// Another key than the one that the rows were sealed with would lose them quietly.
async fn check_key(pool: &Pool, keys: &Keys) -> Result<Result<(), SettingError>, sqlx::Error> {
    let ours = keys.hash("key", "");
    let kept: Vec<u8> = on!(Pool, pool, pool => {
        sqlx::query("INSERT INTO meta (name, value) VALUES ('key', $1) ON CONFLICT DO NOTHING")
            .bind(&ours)
            .execute(pool)
            .await?;
        sqlx::query_scalar("SELECT value FROM meta WHERE name = 'key'")
            .fetch_one(pool)
            .await?
    });
    if same(&kept, &ours) {
        return Ok(Ok(()));
    }
    Ok(Err(SettingError::new(
        "BAZHU_KEY_FILE",
        "this is not the key that the database was made with",
        "give back the old key; without it the names and phone numbers can't be read",
    )))
}
