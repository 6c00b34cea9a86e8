//! A reader, workers, a writer: bounded, in order.

use super::Done;
use super::chunks::{Chunk, Chunks};
use std::io::{self, Read};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Chunks that wait for a worker, and results that wait for the writer, each.
const WAITING: usize = 2;

/// Hands chunks to `workers` in turn and their results to `sink` in the chunks' order.
///
/// Taking turns keeps the order without a buffer that could grow: a slow chunk holds
/// the reader up. Returns the reader's error or the sink's.
pub fn pipeline<E: From<io::Error>>(
    chunks: Chunks<impl Read + Send>,
    workers: Vec<impl FnMut(&Chunk) -> Done + Send>,
    mut sink: impl FnMut(Done) -> Result<(), E>,
) -> Result<(), E> {
    thread::scope(|scope| {
        let mut to_workers = Vec::new();
        let mut from_workers = Vec::new();
        for mut worker in workers {
            let (give, take) = sync_channel::<Chunk>(WAITING);
            let (give_done, take_done) = sync_channel::<Done>(WAITING);
            to_workers.push(give);
            from_workers.push(take_done);
            scope.spawn(move || {
                for chunk in take {
                    if give_done.send(worker(&chunk)).is_err() {
                        break;
                    }
                }
            });
        }
        let reader = scope.spawn(move || {
            for (chunk, worker) in chunks.zip(to_workers.iter().cycle()) {
                // A worker that is gone means that the writer has given up.
                if worker.send(chunk?).is_err() {
                    break;
                }
            }
            Ok::<(), io::Error>(())
        });
        let mut written = Ok(());
        for worker in from_workers.iter().cycle() {
            // The first worker without a result has seen the end: the others have too.
            let Ok(done) = worker.recv() else { break };
            written = sink(done);
            if written.is_err() {
                break;
            }
        }
        drop(from_workers);
        match reader.join() {
            Ok(read) => written.and(read.map_err(E::from)),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }

    fn copy(chunk: &Chunk) -> Done {
        Done {
            output: chunk.bytes.clone(),
            ..Done::default()
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_lines() {
        let text: String = (0..200_000).map(|n| format!("{n}\n")).collect();
        for workers in [1, 2, 5] {
            let mut out = Vec::new();
            let done: Result<(), io::Error> = pipeline(
                Chunks::new(text.as_bytes(), 1, Vec::new()),
                vec![copy; workers],
                |done| {
                    out.extend(done.output);
                    Ok(())
                },
            );
            done.unwrap();
            assert!(out == text.as_bytes(), "{workers} workers");
        }
    }

    #[test]
    fn an_error_of_either_end_ends_it() {
        let done = pipeline(Chunks::new(Broken, 1, Vec::new()), vec![copy; 2], |_| {
            Ok::<(), io::Error>(())
        });
        assert_eq!(done.unwrap_err().to_string(), "the disk is gone");
        let text = "x\n".repeat(2_000_000);
        let done = pipeline(
            Chunks::new(text.as_bytes(), 1, Vec::new()),
            vec![copy; 2],
            |_| Err(io::Error::other("disk full")),
        );
        assert_eq!(done.unwrap_err().to_string(), "disk full");
    }
}
