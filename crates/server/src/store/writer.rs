//! The one task that writes: what has come together is committed at once.

use super::write::{Done, Write, apply};
use super::{Conn, Pool, StoreError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// How many writes may wait.
const WAITING: usize = 4096;
/// How many are committed together.
const TOGETHER: usize = 512;
/// How long a request waits for its commit.
const PATIENCE: Duration = Duration::from_secs(10);

struct Job {
    write: Write,
    answer: oneshot::Sender<Result<Done, StoreError>>,
}

/// What the writer is told.
enum Told {
    /// Write this.
    Write(Box<Job>),
    /// End, when all before is written.
    End,
}

/// Counts of what was committed.
#[derive(Debug, Default)]
pub struct Batches {
    /// Commits.
    pub commits: AtomicU64,
    /// Writes in them.
    pub writes: AtomicU64,
    /// Commits that failed.
    pub failures: AtomicU64,
}

/// The way to the writer. A copy is a handle.
#[derive(Clone)]
pub(super) struct Handle {
    jobs: mpsc::Sender<Told>,
    ended: Arc<tokio::sync::Mutex<Option<tokio::task::JoinHandle<()>>>>,
    batches: Arc<Batches>,
}

impl Handle {
    /// Starts the writer.
    pub fn start(pool: Pool) -> Self {
        let (jobs, waiting) = mpsc::channel(WAITING);
        let batches = Arc::new(Batches::default());
        let task = tokio::spawn(write_all(pool, waiting, Arc::clone(&batches)));
        Self {
            jobs,
            ended: Arc::new(tokio::sync::Mutex::new(Some(task))),
            batches,
        }
    }

    pub fn batches(&self) -> &Arc<Batches> {
        &self.batches
    }

    pub async fn write(&self, write: Write) -> Result<Done, StoreError> {
        let (answer, committed) = oneshot::channel();
        self.jobs
            .try_send(Told::Write(Box::new(Job { write, answer })))
            .map_err(|error| match error {
                mpsc::error::TrySendError::Full(_) => StoreError::Busy,
                mpsc::error::TrySendError::Closed(_) => StoreError::Stopping,
            })?;
        match timeout(PATIENCE, committed).await {
            Ok(Ok(done)) => done,
            Ok(Err(_)) => Err(StoreError::Stopping),
            // It may still be written: whoever sends it again with its key gets the same receipt.
            Err(_) => Err(StoreError::Busy),
        }
    }

    /// Lets the writer end when everything is written that was accepted.
    pub async fn end(self) {
        self.jobs.send(Told::End).await.ok();
        let task = self.ended.lock().await.take();
        if let Some(task) = task {
            timeout(PATIENCE, task).await.ok();
        }
    }
}

async fn write_all(pool: Pool, mut waiting: mpsc::Receiver<Told>, batches: Arc<Batches>) {
    let mut told = Vec::with_capacity(TOGETHER);
    let mut ending = false;
    while !ending && waiting.recv_many(&mut told, TOGETHER).await > 0 {
        let mut jobs = Vec::with_capacity(told.len());
        for told in told.drain(..) {
            match told {
                Told::Write(job) => jobs.push(*job),
                Told::End => ending = true,
            }
        }
        write_batch(&pool, jobs, &batches).await;
    }
    match pool {
        Pool::Sqlite(pool) => pool.close().await,
        Pool::Postgres(pool) => pool.close().await,
    }
}

async fn write_batch(pool: &Pool, jobs: Vec<Job>, batches: &Batches) {
    let (writes, answers): (Vec<_>, Vec<_>) =
        jobs.into_iter().map(|job| (job.write, job.answer)).unzip();
    let done = commit(pool, &writes).await;
    batches.commits.fetch_add(1, Ordering::Relaxed);
    match done {
        Ok(done) => {
            let count = u64::try_from(done.len()).unwrap_or(0);
            batches.writes.fetch_add(count, Ordering::Relaxed);
            for (answer, done) in answers.into_iter().zip(done) {
                answer.send(Ok(done)).ok();
            }
        }
        // One of them may be at fault: each by itself, then.
        Err(error) => {
            tracing::warn!("a commit of {} writes failed: {error}", writes.len());
            batches.failures.fetch_add(1, Ordering::Relaxed);
            let mut first = Some(error).filter(|_| writes.len() == 1);
            for (answer, write) in answers.into_iter().zip(&writes) {
                let done = match first.take() {
                    Some(error) => Err(error),
                    None => commit(pool, std::slice::from_ref(write)).await,
                };
                let done = done.map(|mut done| done.pop().unwrap_or(Done::Nothing));
                answer.send(done.map_err(StoreError::Database)).ok();
            }
        }
    }
}

/// Writes some things in one transaction.
async fn commit(pool: &Pool, writes: &[Write]) -> Result<Vec<Done>, sqlx::Error> {
    let mut done = Vec::with_capacity(writes.len());
    match pool {
        Pool::Sqlite(pool) => {
            let mut transaction = pool.begin().await?;
            for write in writes {
                done.push(apply(&mut Conn::Sqlite(&mut transaction), write).await?);
            }
            transaction.commit().await?;
        }
        Pool::Postgres(pool) => {
            let mut transaction = pool.begin().await?;
            for write in writes {
                done.push(apply(&mut Conn::Postgres(&mut transaction), write).await?);
            }
            transaction.commit().await?;
        }
    }
    Ok(done)
}
