//! How many tests passed and failed, read from what the test programs print.

/// Counts of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Tally {
    /// Adds what a line of output says, if it is one of the sums that cargo's and Node's test
    /// runners and `bazhu check` print.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        // Cargo, also in the browser: `test result: ok. 19 passed; 0 failed; …`
        if let Some(result) = line.strip_prefix("test result: ") {
            self.passed += before(result, " passed");
            self.failed += before(result, " failed");
        }
        // Node: `ℹ pass 5`, or `# pass 5` in its other format.
        let node = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "));
        match node.and_then(|line| line.split_once(' ')) {
            Some(("pass", count)) => self.passed += count.parse().unwrap_or(0),
            Some(("fail" | "cancelled", count)) => self.failed += count.parse().unwrap_or(0),
            _ => {}
        }
    }

    /// Adds another count to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands right before `word`.
fn before(text: &str, word: &str) -> usize {
    text.split_once(word)
        .and_then(|(before, _)| before.rsplit(' ').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_of_cargo_and_node_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 19 passed; 0 failed; 0 ignored; 0 measured",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored",
            "ℹ pass 5",
            "ℹ fail 1",
            "ℹ cancelled 2",
            "ℹ duration_ms 5758.416712",
            "test tally::the_sums ... ok",
        ] {
            tally.read(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 26,
                failed: 6
            }
        );
    }
}
