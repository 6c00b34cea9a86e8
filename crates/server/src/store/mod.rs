//! What is kept: SQLite in the data folder, or PostgreSQL. The same statements run on both.
//!
//! All writing goes through one task (`writer`), which commits what has come together at once and
//! answers each request after the commit that holds its row.

mod copy;
mod open;
mod read;
mod rows;
mod write;
mod writer;

pub use copy::{CopyError, backup, restore};
pub use rows::{AuditRow, EnquiryRow, FeedbackRow, NewRelease, ReleaseRow};
pub use write::{Done, SpentKey, Write};
pub use writer::Batches;

use sqlx::postgres::{PgConnection, PgPool};
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use std::sync::Arc;
use thiserror::Error;

/// Why something could not be kept or read.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database says no, or does not answer.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// Too much waits to be written.
    #[error("too much waits to be written")]
    Busy,
    /// The writer has ended: the server is stopping.
    #[error("the server is stopping")]
    Stopping,
}

/// Connections to the database.
#[derive(Clone)]
enum Pool {
    /// An embedded database.
    Sqlite(SqlitePool),
    /// A shared one.
    Postgres(PgPool),
}

/// A connection inside of a transaction.
enum Conn<'c> {
    /// To the embedded database.
    Sqlite(&'c mut SqliteConnection),
    /// To the shared one.
    Postgres(&'c mut PgConnection),
}

/// Runs the same code with either kind of connections.
macro_rules! on {
    ($kind:ident, $pool:expr, $it:ident => $body:expr) => {
        match $pool {
            $kind::Sqlite($it) => $body,
            $kind::Postgres($it) => $body,
        }
    };
}
use on;

/// The database. A copy is a handle.
#[derive(Clone)]
pub struct Store {
    readers: Pool,
    writer: writer::Handle,
}

impl Store {
    /// How full the writer's batches were.
    pub fn batches(&self) -> &Arc<Batches> {
        self.writer.batches()
    }

    /// Keeps something; returns after it is on the disk.
    ///
    /// # Errors
    ///
    /// If it was not kept, or nobody knows whether it was.
    pub async fn write(&self, write: Write) -> Result<Done, StoreError> {
        self.writer.write(write).await
    }

    /// Waits until everything is written that was accepted, and closes the connections.
    pub async fn close(self) {
        self.writer.end().await;
        on!(Pool, &self.readers, pool => pool.close().await);
    }
}
