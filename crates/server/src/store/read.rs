//! What can be read.

use super::rows::{AuditRow, EnquiryRow, FeedbackRow, ReleaseRow};
use super::{Pool, Store, StoreError, on};
use bytes::Bytes;

/// How many rows a page has.
const PAGE: i64 = 100;

impl Store {
    /// Whether the database answers.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        on!(Pool, &self.readers, pool => {
            sqlx::query("SELECT 1").execute(pool).await?;
        });
        Ok(())
    }

    /// The enquiry of a receipt.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn enquiry(&self, receipt: &str) -> Result<Option<EnquiryRow>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => {
            sqlx::query_as("SELECT * FROM enquiry WHERE receipt = $1")
                .bind(receipt)
                .fetch_optional(pool)
                .await?
        }))
    }

    /// A page of enquiries before a number, the newest first; of a state, or of all.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn enquiries(
        &self,
        state: Option<&str>,
        before: i64,
    ) -> Result<Vec<EnquiryRow>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => sqlx::query_as(
            "SELECT * FROM enquiry WHERE number < $1 AND ($2 = '' OR state = $2) \
             ORDER BY number DESC LIMIT $3",
        )
        .bind(before)
        .bind(state.unwrap_or_default())
        .bind(PAGE)
        .fetch_all(pool)
        .await?))
    }

    /// A page of feedback before a number, the newest first.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn feedback(&self, before: i64) -> Result<Vec<FeedbackRow>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => {
            sqlx::query_as("SELECT * FROM feedback WHERE number < $1 ORDER BY number DESC LIMIT $2")
                .bind(before)
                .bind(PAGE)
                .fetch_all(pool)
                .await?
        }))
    }

    /// A page of the record before a number, the newest first.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn audit(&self, before: i64) -> Result<Vec<AuditRow>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => {
            sqlx::query_as("SELECT * FROM audit WHERE number < $1 ORDER BY number DESC LIMIT $2")
                .bind(before)
                .bind(PAGE)
                .fetch_all(pool)
                .await?
        }))
    }

    /// How often each event happened: in all, and from a day on.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn counts(&self, from: i64) -> Result<Vec<(String, i64, i64)>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => sqlx::query_as(
            "SELECT event, CAST(SUM(count) AS BIGINT), \
             CAST(SUM(CASE WHEN day >= $1 THEN count ELSE 0 END) AS BIGINT) \
             FROM counter GROUP BY event ORDER BY event",
        )
        .bind(from)
        .fetch_all(pool)
        .await?))
    }

    /// The number of the release in force; 0 if there is none.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn newest(&self) -> Result<i64, StoreError> {
        Ok(on!(Pool, &self.readers, pool => {
            sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM release")
                .fetch_one(pool)
                .await?
        }))
    }

    /// The releases, the newest first, at most a hundred.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn releases(&self) -> Result<Vec<ReleaseRow>, StoreError> {
        Ok(on!(Pool, &self.readers, pool => {
            sqlx::query_as("SELECT * FROM release ORDER BY number DESC LIMIT $1")
                .bind(PAGE)
                .fetch_all(pool)
                .await?
        }))
    }

    /// A file by its hash.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn file(&self, hash: &str) -> Result<Option<Bytes>, StoreError> {
        let found: Option<Vec<u8>> = on!(Pool, &self.readers, pool => {
            sqlx::query_scalar("SELECT plain FROM file WHERE hash = $1")
                .bind(hash)
                .fetch_optional(pool)
                .await?
        });
        Ok(found.map(Bytes::from))
    }
}
