use crate::{SHANGHAI, SMALL};
use pack::ReadError;
use pack::guide::{self, FORMAT, Guide};
use proptest::prelude::*;
use std::sync::LazyLock;

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| guide::write(&SMALL.1));

#[test]
fn what_is_written_reads_back() {
    for (_, guide) in [&*SMALL, &*SHANGHAI] {
        let bytes = guide::write(guide);
        assert_eq!(guide::read(&bytes).as_ref(), Ok(guide));
        assert_eq!(guide::write(guide), bytes);
    }
}

#[test]
fn other_files_are_refused() {
    assert_eq!(guide::read(b""), Err(ReadError::Truncated));
    let pack = pack::write(&SMALL.0);
    assert_eq!(guide::read(&pack), Err(ReadError::Damaged));
    let mut newer = BYTES.clone();
    newer[4] += 1;
    assert_eq!(
        guide::read(&newer),
        Err(ReadError::Format { found: FORMAT + 1 })
    );
}

/// What changes a guide so that its parts no longer fit.
type Change = fn(&mut Guide);

#[test]
fn parts_that_contradict_each_other_are_refused() {
    let changes: [(Change, &str); 7] = [
        (
            |it| it.road.tasks[0].after = vec![0],
            "the order of the tasks",
        ),
        (|it| it.road.tasks[0].stage = 2, "a task"),
        (|it| it.road.tasks[0].courses = vec![9], "a task"),
        (|it| it.road.tasks.swap(1, 2), "the order of the tasks"),
        (|it| it.road.tasks[1].id = "learn".to_owned(), "a task's id"),
        (|it| it.road.courses[0].programme = 2, "a course"),
        (
            |it| it.road.dates[0].own_yes = vec!["months".to_owned()],
            "what a date answers",
        ),
    ];
    for (change, part) in changes {
        let mut guide = SMALL.1.clone();
        change(&mut guide);
        let read = guide::read(&guide::write(&guide));
        assert_eq!(read, Err(ReadError::Contradiction(part)));
    }
}

proptest! {
    /// Cut off or changed on the way: refused, whatever the place.
    #[test]
    fn damage_is_refused(at in 0usize..4_000, flip in 1u8..) {
        let whole = &*BYTES;
        let at = at % whole.len();
        prop_assert!(guide::read(&whole[..at]).is_err());
        let mut changed = whole.clone();
        changed[at] ^= flip;
        prop_assert!(guide::read(&changed).is_err());
    }
}
